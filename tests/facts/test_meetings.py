"""Meetings: who met whom, how, when; one fact for one meeting, none at home."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, MeetingFact, VisitFact

DAY = "2023-06-20"


def meetings(text: str, title: str | None = None, published: str = DAY, url: str | None = None) -> list[MeetingFact]:
    document = Document(source="test", text=text, title=title, published=published, url=url)
    return [fact for fact in read_document(document).facts if isinstance(fact, MeetingFact)]


@pytest.mark.parametrize(
    ("text", "countries", "format_"),
    [
        ("President Joe Biden met with President Xi Jinping on Monday.", ("CHN", "USA"), "bilateral"),
        ("President Joe Biden spoke by telephone with Chancellor Olaf Scholz.", ("DEU", "USA"), "call"),
        ("Joe Biden and Xi Jinping held a virtual meeting on Monday.", ("CHN", "USA"), "call"),
        ("Joe Biden and Xi Jinping met on the sidelines of the G20 summit.", ("CHN", "USA"), "sidelines"),
        ("Jake Sullivan and Wang Yi held talks in Vienna on 11 May.", ("CHN", "USA"), "bilateral"),
        ("Foreign Minister Wang Yi had talks with Foreign Minister Sergei Lavrov.", ("CHN", "RUS"), "bilateral"),
        ("President Xi Jinping received Chancellor Olaf Scholz.", ("CHN", "DEU"), "bilateral"),
        ("Chancellor Olaf Scholz was received by President Xi Jinping.", ("CHN", "DEU"), "bilateral"),
        ("The meeting between Vladimir Putin and Xi Jinping lasted an hour.", ("CHN", "RUS"), "bilateral"),
        ("President Joe Biden's call with President Vladimir Putin was short.", ("RUS", "USA"), "call"),
        (
            "Xi Jinping spoke of Emmanuel Macron. The two presidents met alone for an hour.",
            ("CHN", "FRA"),
            "one_on_one",
        ),
        (
            "President Joe Biden met with President Emmanuel Macron and Chancellor Olaf Scholz.",
            ("DEU", "FRA", "USA"),
            "multilateral",
        ),
    ],
)
def test_meeting_is_read(text: str, countries: tuple[str, ...], format_: str | None) -> None:
    found = meetings(text)
    assert [(f.countries, f.format) for f in found] == [(countries, format_)]


@pytest.mark.parametrize(
    "text",
    [
        "President Joe Biden met with Vice President Kamala Harris after a journey to China.",
        "President Joe Biden met with reporters from China and France.",
        "President Joe Biden did not meet with President Xi Jinping.",
        "President Joe Biden does not want to meet with President Xi Jinping.",
        "Will President Joe Biden meet with President Xi Jinping?",
        "President Joe Biden called President Vladimir Putin a bad neighbour.",
        "Emmanuel Macron, who studied with people from China, received her degree from the hands of Xi Jinping.",
        "President Xi Jinping met the demands of the French press.",
    ],
)
def test_no_meeting(text: str) -> None:
    assert meetings(text) == []


def test_date_and_participants() -> None:
    (fact,) = meetings("President Joe Biden met with President Xi Jinping on 14 November 2022.")
    assert fact.date == "2022-11-14"
    assert {p.name for p in fact.participants} == {"Joe Biden", "Xi Jinping"}
    assert fact.status == "completed"


def test_a_planned_meeting() -> None:
    (fact,) = meetings("President Joe Biden will meet with President Xi Jinping on 15 July 2023.")
    assert (fact.status, fact.date) == ("planned", "2023-07-15")


def test_one_fact_for_one_meeting() -> None:
    text = (
        "President Joe Biden met with President Xi Jinping on Monday. They spoke of trade. "
        "The meeting between Joe Biden and Xi Jinping was long."
    )
    (fact,) = meetings(text)
    assert len(fact.evidence) == 2


def test_a_call_and_a_meeting_are_two() -> None:
    text = (
        "President Joe Biden spoke by telephone with President Xi Jinping on Monday. "
        "In 2022 Joe Biden and Xi Jinping met in Bali."
    )
    assert sorted(str(f.format) for f in meetings(text)) == ["bilateral", "call"]


def test_who_is_received_is_not_who_receives() -> None:
    text = "Alexander Lukashenko arrived in Beijing on Monday for a working visit to China. Xi Jinping received him."
    (fact,) = meetings(text)
    assert fact.countries == ("BLR", "CHN")
    assert {p.name for p in fact.participants} == {"Alexander Lukashenko", "Xi Jinping"}


def test_meeting_of_a_visit_bears_its_id() -> None:
    text = "President Emmanuel Macron visited Beijing on Monday. President Xi Jinping held talks with President Macron."
    reading = read_document(Document(source="test", text=text, published=DAY))
    visit = next(f for f in reading.facts if isinstance(f, VisitFact))
    (fact,) = (f for f in reading.facts if isinstance(f, MeetingFact))
    assert fact.visit == visit.id


def test_a_call_is_of_no_visit() -> None:
    text = (
        "President Emmanuel Macron visited Beijing on Monday. "
        "President Xi Jinping spoke by telephone with President Vladimir Putin."
    )
    assert [f.visit for f in meetings(text) if f.format == "call"] == [None]


@pytest.mark.parametrize(
    ("title", "format_"),
    [
        ("Remarks by President Biden and Prime Minister Kishida of Japan Before Bilateral Meeting", "bilateral"),
        ("Remarks by President Biden and Prime Minister Kishida of Japan Before Virtual Meeting", "call"),
    ],
)
def test_title_of_a_transcript(title: str, format_: str) -> None:
    text = "Oval Office\n\n2:10 P.M. EDT\n\nPRESIDENT BIDEN: Welcome, and thank you for coming.\n"
    (fact,) = meetings(text, title, "2023-05-18")
    assert (fact.countries, fact.format, fact.date) == (("JPN", "USA"), format_, "2023-05-18")


VISIT = "Prime Minister Narendra Modi arrived in Warsaw on Monday for an official visit to Poland. "


def who_met(text: str, before: str = VISIT) -> list[set[str | None]]:
    return [{p.name or p.office for p in fact.participants} for fact in meetings(before + text)]


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("He was further received by President Andrzej Duda.", ["Andrzej Duda"]),
        ("He also called on President Andrzej Duda.", ["Andrzej Duda"]),
        ("He laid a wreath and called on President Andrzej Duda.", ["Andrzej Duda"]),
        ("Modi also saw President Andrzej Duda.", ["Andrzej Duda"]),
        (
            "He called on President Andrzej Duda and the Speaker of the Senate, Jan Nowy.",
            ["Andrzej Duda", "Jan Nowy"],
        ),
        ("President Andrzej Duda, who shook no hands, received Mr Modi in the palace.", ["Andrzej Duda"]),
        ("Receiving Mr Modi in the palace, President Andrzej Duda said that he was glad.", ["Andrzej Duda"]),
        ("President Andrzej Duda conducted the formal talks.", ["Andrzej Duda"]),
        ("President Andrzej Duda gave a dinner for Mr Modi and held talks with him.", ["Andrzej Duda"]),
    ],
)
def test_each_host_who_sees_the_guest(text: str, hosts: list[str]) -> None:
    assert who_met(text) == [{"Narendra Modi", host} for host in hosts]


@pytest.mark.parametrize(
    "text",
    [
        "He called on President Andrzej Duda to open the border.",
        "President Andrzej Duda received him at the airport.",
        "He met with President Andrzej Duda's brother.",
    ],
)
def test_what_only_looks_like_a_meeting(text: str) -> None:
    assert who_met(text) == []


def test_a_king_and_a_minister_whom_no_table_lists_are_called_again() -> None:
    text = (
        "King Philippe of Belgium flew to Kinshasa on Monday. Philippe met President Felix Tshisekedi. "
        "On Tuesday Foreign Minister Jan Vandaele of Belgium arrived too. "
        "Vandaele met President Tshisekedi on Wednesday."
    )
    assert [f.countries for f in meetings(text, published="2022-06-10")] == [("BEL", "COD")] * 2


def test_his_highness_the_amir_is_one_person() -> None:
    text = (
        "Sheikh Tamim bin Hamad Al Thani, Amir of Qatar, paid a state visit to Nepal. "
        "Prime Minister Pushpa Kamal Dahal and His Highness the Amir held a meeting at the palace."
    )
    assert any(f.countries == ("NPL", "QAT") for f in meetings(text, published="2024-04-24"))


def test_an_adverb_before_a_comma_is_nobody() -> None:
    assert who_met("Later, the Indian Prime Minister met President Andrzej Duda.") == [
        {"Narendra Modi", "Andrzej Duda"}
    ]


def test_a_counterpart_without_a_name_is_the_guest() -> None:
    assert who_met("President Andrzej Duda received his Indian counterpart.") == [{"Andrzej Duda", "Narendra Modi"}]


def test_who_is_received_is_the_guest_and_not_his_wife() -> None:
    text = "President Xi Jinping and his wife, Peng Liyuan, were received by President Paul Kagame in Kigali on Monday."
    assert ["Xi Jinping" in [p.name for p in fact.participants] for fact in meetings(text)] == [True]


def test_a_guest_who_is_looked_forward_to_was_not_met() -> None:
    assert meetings("President Joko Widodo looks forward to receiving President Ferdinand Marcos.") == []


def test_a_day_on_which_something_else_was_is_not_the_meetings() -> None:
    text = "Masoud Pezeshkian, a doctor who was elected in July, met Iraqi Prime Minister Mohammed Shia' al-Sudani."
    assert [fact.date for fact in meetings(text, published="2024-09-11")] == [None]
    text = "Shinzo Abe came to India on Wednesday for a visit during which he will hold talks with Narendra Modi."
    assert [fact.date for fact in meetings(text, published="2017-09-13")] == [None]


def test_a_meeting_of_an_earlier_visit_is_another() -> None:
    text = (
        "Chinese President Xi Jinping arrived in Kigali on Sunday. Xi Jinping held talks with Paul Kagame. "
        "During Kagame's visit to China in March 2017 Xi Jinping met Paul Kagame."
    )
    assert sorted(str(fact.date) for fact in meetings(text, published="2018-07-23")) == ["2017-03", "None"]


def test_an_office_that_speaks_is_no_venue() -> None:
    text = "Earlier, the Prime Minister's Office said Narendra Modi met Emmanuel Macron on Wednesday."
    assert [fact.venue for fact in meetings(text, published="2022-05-05")] == [None]
    text = "President Mahmoud Abbas was welcomed at the Rashtrapati Bhavan ahead of his talks with Narendra Modi."
    assert [fact.venue for fact in meetings(text, published="2017-05-16")] == [None]


def test_a_meeting_is_not_read_again_without_whom_it_was_with() -> None:
    text = (
        "Wang Yi will visit the African Union on Friday. "
        "He drew up a balance following his meeting with Ethiopian Foreign Minister Workneh Gebeyehu on Thursday."
    )
    assert [fact.countries for fact in meetings(text, published="2019-01-04")] == [("CHN", "ETH")]


def test_who_is_received_upon_arrival_is_greeted() -> None:
    assert meetings("Upon his arrival Xi Jinping was received by President Paul Kagame.") == []


def test_a_bare_surname_stays_the_leaders_though_his_wife_was_named_last() -> None:
    text = (
        "Turkish President Recep Tayyip Erdogan landed in Kuala Lumpur with First Lady Emine Erdogan. "
        "Malaysian Prime Minister Anwar Ibrahim received Erdogan on Tuesday."
    )
    found = meetings(text, published="2025-02-12")
    assert ["Recep Tayyip Erdoğan" in [p.name for p in fact.participants] for fact in found] == [True]


def test_a_doctor_is_no_king_of_that_first_name() -> None:
    text = "President Mohamed Muizzu flew to Kuala Lumpur. Dr. Abdullah of the city hospital met President Muizzu."
    assert meetings(text, published="2021-01-08") == []


def test_who_had_a_conversation_may_have_had_it_at_a_distance() -> None:
    (fact,) = meetings("Secretary of State Antony Blinken had a conversation with Foreign Minister Sergei Lavrov.")
    assert fact.format is None


def test_bilateral_talks_with_several_are_talks_with_each() -> None:
    found = meetings(
        "President Volodymyr Zelenskyy will hold bilateral talks with Swedish Prime Minister Ulf Kristersson, "
        "Norwegian Prime Minister Jonas Gahr Støre and Danish Prime Minister Mette Frederiksen."
    )
    assert [(f.countries, f.format) for f in found] == [
        (("SWE", "UKR"), "bilateral"),
        (("NOR", "UKR"), "bilateral"),
        (("DNK", "UKR"), "bilateral"),
    ]


def test_whom_somebody_meets_does_not_meet_the_next() -> None:
    found = meetings(
        "President Volodymyr Zelenskyy will meet Finnish President Sauli Niinistö, whose country joined NATO in April, "
        "and will hold talks with Swedish Prime Minister Ulf Kristersson."
    )
    assert {f.countries for f in found} == {("FIN", "UKR"), ("SWE", "UKR")}


def test_a_meeting_that_is_not_planned_is_none() -> None:
    text = (
        "A meeting between Secretary of State Antony Blinken and Foreign Minister Sergei Lavrov in Phnom Penh is not "
    )
    assert meetings(text + "planned.") == []


def test_the_month_of_a_meeting_that_was_held_lies_behind() -> None:
    (fact,) = meetings("A meeting of Ilham Aliyev and Nikol Pashinyan was held in Sochi in October.")
    assert fact.date == "2022-10"
