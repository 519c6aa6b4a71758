"""The brief of one reading: four headings, the words beside every line, a screen at most."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from communique.publish.reading import brief, table
from communique.publish.wording import describe, fitted, name, shortened
from communique.records import (
    AgreementFact,
    AnyFact,
    AssessmentFact,
    CommitmentFact,
    DocumentInfo,
    Evidence,
    Flaw,
    Gap,
    MeetingFact,
    Person,
    Place,
    ProtocolFact,
    Reading,
    RelationshipFact,
    StanceFact,
    VisitFact,
)

HEAD = DocumentInfo(id="ab12", source="story.txt", title="A call", published="2024-03-05")
ANN, BO = Person("Ann Vale", "FRA", "president"), Person("Bo Lind", "CHN", "president")


def words(quote: str) -> tuple[Evidence, ...]:
    return (Evidence(0, len(quote), quote),)


MAIN = VisitFact(
    id="v1", evidence=words("arrived without notice"), rule="en.visit.arrive", guest=ANN, host=BO, guest_country="FRA",
    host_country="CHN", place=Place("Beijing", "CHN"), start="2024-03-04", end="2024-03-05", visit_kind="working",
    status="completed", notice="unannounced", occasion="standalone", days=2, count_in_year=2,
)  # fmt: skip
FACTS: tuple[AnyFact, ...] = (
    MAIN,
    VisitFact(
        id="v2", evidence=words("her visit in 2019"), rule="en.visit.noun", guest=ANN, guest_country="FRA",
        host_country="CHN", start="2019", mention="background", status="completed",
    ),
    ProtocolFact(evidence=words("a red carpet"), rule="en.protocol.carpet", signal="red_carpet", reported="yes"),
    ProtocolFact(evidence=words("no banquet"), rule="en.protocol.no", signal="banquet", reported="no"),
    MeetingFact(evidence=words("they met"), rule="en.meet", participants=(ANN, BO), format="bilateral"),
    AgreementFact(
        evidence=words("signed papers"), rule="en.sign", parties=("FRA", "CHN"), count=3, status="signed",
        instrument="mou",
    ),
    RelationshipFact(
        evidence=words("partners"), rule="en.label", parties=("FRA", "CHN"), label="strategic partnership"
    ),
    StanceFact(evidence=words("stood for"), rule="en.for", holder=("FRA",), polarity="support", issue="one_china"),
    StanceFact(evidence=words("stood for"), rule="en.for", holder=("FRA",), polarity="support", issue="taiwan"),
    CommitmentFact(
        evidence=words("expand trade"), rule="en.will", parties=("FRA",), strength=4, fields=("trade",), action="expand"
    ),
    AssessmentFact(evidence=words("a snub"), rule="en.claim", claim="level", holder="author", about="FRA"),
)  # fmt: skip
READING = Reading(
    document=HEAD,
    facts=FACTS,
    flaws=(Flaw("masked", 0, 2, "**"),),
    gaps=(Gap("v2", "end", "the text gives no day"),),
)


def lines(reading: Reading, width: int = 100) -> list[str]:
    return [line.rstrip() for line in brief(reading, width=width).plain.splitlines()]


def under(heading: str) -> list[str]:
    """The lines of READING under a heading, up to the next one."""
    shown = lines(READING)
    rest = shown[shown.index(heading) + 1 :]
    return rest[: rest.index("")] if "" in rest else rest


def test_the_main_visit_leads() -> None:
    shown = lines(READING)
    assert shown[0] == "Ann Vale (France) → Bo Lind, Beijing (China)"
    assert shown[1] == "  2024-03-04 to 2024-03-05 · working visit · completed"
    assert shown[2:4] == ["  A call", "  2024-03-05 · ab12 · story.txt"]


def test_headings_stand_in_their_order() -> None:
    headings = [line for line in lines(READING) if line and not line.startswith(" ")][1:]
    assert headings == ["Time", "Level", "Content", "Conclusion", "Gaps", "Flaws"]


def test_each_question_has_its_facts_with_words_and_rule() -> None:
    first, _, second = under("Time")
    assert first.strip() == "unannounced, on its own, 2 days, visit number 2 of the year"
    assert "2019" in second
    assert "“her visit in 2019”" in second
    assert second.endswith("en.visit.noun")
    assert [line.split()[0] for line in under("Level")] == ["yes", "no"]
    content = "\n".join(under("Content"))
    for said in (
        "strategic partnership",
        "Ann Vale (France), Bo Lind (China); bilateral",
        "3 × memorandum of understanding",
        "1 agreed",
    ):
        assert said in content
    assert "One China, Taiwan: France supports" in content
    author, claim = under("Conclusion")
    assert (author, claim.split("  ")[2]) == ("  author", "level about France")
    assert under("Gaps") == ["  visit end: the text gives no day"]
    assert "masked" in under("Flaws")[0]


def test_a_full_joint_statement_fits_a_screen() -> None:
    issues = ("taiwan", "tibet", "ukraine", "sanctions", "climate", "history", "border", "kashmir", "migration")
    fields = ("trade", "energy", "digital", "health", "sport", "space", "youth", "border", "local", "nuclear")
    stances = [
        StanceFact(evidence=words(f"held {n}"), rule="en.for", holder=("FRA", "CHN"), polarity="oppose", issue=issue)
        for n, issue in enumerate(issues + issues[:6])
    ]
    promises = [
        CommitmentFact(
            evidence=words(f"{n}"), rule="en.will", strength=1 + n % 6, fields=(fields[n % 10],), action="do"
        )
        for n in range(50)
    ]
    shown = lines(Reading(document=HEAD, facts=(*FACTS[:7], *stances, *promises, FACTS[-1])))
    assert len(shown) <= 62
    assert any("15" in line and "Positions" in line for line in shown)
    assert any("50" in line and "Commitments" in line for line in shown)


def test_words_that_have_little_room_beside_what_is_said_stand_below_it() -> None:
    quote = "the minister stood at the foot of the stairs with flowers"
    facts = (
        ProtocolFact(
            evidence=words(quote),
            rule="en.stood",
            signal="red_carpet",
            reported="yes",
            venue="the old terminal of the Capital Airport",
        ),
        AssessmentFact(evidence=words(quote), rule="en.claim", claim="level", holder="author", about="FRA"),
    )
    shown = lines(Reading(document=HEAD, facts=facts), 80)
    assert [line.split("”")[0] for line in shown if quote in line] == [f"      “{quote}", f"        “{quote}"]


def test_a_gap_is_told_once_and_of_what() -> None:
    gaps = (Gap(None, "published", "no date"), Gap("v2", "visit_kind", "no type"))
    reading = Reading(document=HEAD, facts=FACTS, gaps=gaps)
    assert lines(reading)[-2:] == ["  no date", "  visit kind: no type"]


def test_a_text_in_another_language_is_not_said_to_tell_of_nothing() -> None:
    gap = Gap(None, "language", "no codebook for language 'fr'; read are: en")
    assert lines(Reading(document=HEAD, gaps=(gap,)))[0] == "In a language that is not read"


def test_what_does_not_fit_is_counted() -> None:
    meetings = tuple(MeetingFact(evidence=words(f"met {n}"), rule="en.meet", participants=(ANN, BO)) for n in range(30))
    assert "    and 24 more" in lines(Reading(document=HEAD, facts=(MAIN, *meetings)))


def test_a_text_without_facts_says_so() -> None:
    assert lines(Reading(document=HEAD)) == ["Nothing about a visit", "  A call", "  2024-03-05 · ab12 · story.txt"]


def test_the_table_has_a_line_for_each_fact_and_flaw() -> None:
    head, *rows = table(READING).splitlines()
    assert head == "story.txt  2024-03-05  A call"
    assert len(rows) == len(FACTS) + 1
    assert rows[2] == "  protocol      yes red carpet  “a red carpet”"


@given(st.text(min_size=1), st.integers(60, 140))
def test_no_line_is_wider_than_the_terminal(said: str, width: int) -> None:
    facts = (
        RelationshipFact(evidence=words(said), rule=said[:40], parties=("FRA",), label=said),
        CommitmentFact(evidence=words(said), rule="en.will", strength=4, action=said, fields=("trade",)),
    )
    assert all(cell_len(line) <= width for line in lines(Reading(document=HEAD, facts=facts), width))


def test_a_text_cannot_steer_the_terminal() -> None:
    fact = RelationshipFact(evidence=words("a\x1b[2Jb"), rule="en.label", label="one\n\x9btwo")
    reading = Reading(document=DocumentInfo(id="ab12", source="a\x1b.txt"), facts=(fact,))
    for shown in (brief(reading).plain, table(reading)):
        assert "\x1b" not in shown
        assert "\x9b" not in shown
        assert "one  two" in shown


@given(st.text(), st.integers(3, 60))
def test_cut_words_keep_their_marks_and_their_room(said: str, room: int) -> None:
    assert cell_len(fitted(said, room)) <= room
    quote = shortened(said, room)
    assert quote.startswith("“")
    assert quote.endswith("”")
    assert len(quote) <= room + 2


@pytest.mark.parametrize(("code", "known"), [("FRA", "France"), ("XQZ", "XQZ"), ("author", "author"), (None, "?")])
def test_codes_are_named_where_they_are_known(code: str | None, known: str) -> None:
    assert name(code) == known


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_every_kind_of_fact_has_a_phrase(fact: AnyFact) -> None:
    assert "\n" not in describe(fact)
