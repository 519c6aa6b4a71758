"""Who received a guest, where, and in which city: nobody is made a host who came along, no welcome a landing."""

from __future__ import annotations

from communique import read
from communique.records import ProtocolFact, VisitFact


def courtesies(words: str, day: str, signal: str) -> list[tuple[str | None, int | None, str | None]]:
    """Who did it, his rank and the venue of each courtesy of that kind."""
    found = [f for f in read(words, published=day).facts if isinstance(f, ProtocolFact) and f.signal == signal]
    return [(f.official.name if f.official else None, f.rank, f.venue) for f in found]


def place(words: str, day: str) -> str | None:
    visit = next(f for f in read(words, published=day).facts if isinstance(f, VisitFact))
    return visit.place.name if visit.place else None


STATE = "President Cyril Ramaphosa of South Africa arrived in {} on Monday for a state visit. "


def test_the_guests_office_is_not_that_of_a_host_whose_country_has_none() -> None:
    words = "Prime Minister Narendra Modi arrived in the United States on Tuesday for a state visit. "
    words += "The PM was welcomed at Joint Base Andrews as the PM greeted the crew at the airport."
    assert all(name is None and rank is None for name, rank, _ in courtesies(words, "2023-06-20", "airport_greeting"))


def test_an_office_without_a_country_is_its_holder_in_the_hosts() -> None:
    words = "President Lech Wałęsa of Poland arrived in Britain on Tuesday for a state visit. "
    assert courtesies(words + "The Queen gave a state banquet.", "1991-04-23", "banquet") == [("Elizabeth II", 6, None)]


def test_a_delegation_receives_nobody() -> None:
    words = STATE.format("Kenya") + "The president and his delegation were accorded a warm welcome by Kenya's "
    words += "President William Ruto on arrival at Jomo Kenyatta International Airport."
    [greeting] = courtesies(words, "2022-11-09", "airport_greeting")
    assert greeting == ("William Ruto", 6, "Jomo Kenyatta International Airport")


def test_who_is_present_in_a_palace_has_met_nobody_at_an_airport() -> None:
    words = STATE.format("Malaysia") + "He was welcomed at Istana Negara by the King. "
    words += "Cabinet ministers were also present to welcome the guest."
    assert courtesies(words, "2023-11-27", "airport_greeting") == []


def test_a_welcome_after_the_landing_is_no_greeting_at_the_airport() -> None:
    words = STATE.format("Britain") + "He was met on arrival in London by the Prince of Wales, before the ceremonial "
    words += "welcome by the King."
    assert [name for name, _, _ in courtesies(words, "2022-11-21", "airport_greeting")] == ["Prince William"]


def test_whoever_accompanies_a_guest_on_his_visit_is_no_host() -> None:
    words = (
        STATE.format("Jordan") + "Foreign Minister Naledi Pandor is accompanying President Ramaphosa on his visit to "
    )
    assert courtesies(words + "Jordan.", "2023-10-03", "tour_with_host") == []


def test_a_way_to_the_dais_is_no_tour() -> None:
    words = STATE.format("Kenya") + "President William Ruto accompanied him to the saluting dais. "
    assert courtesies(words, "2022-11-09", "tour_with_host") == []


def test_they_who_open_a_garden_are_host_and_guest_only_where_a_host_is_spoken_of() -> None:
    words = "President Ram Nath Kovind of India and his wife arrived in Jamaica on Sunday for a state visit. "
    words += "The president and his wife had a long programme. They opened the garden."
    assert courtesies(words, "2022-05-16", "tour_with_host") == []


def test_farewell_to_a_country_is_the_guests_own() -> None:
    words = STATE.format("Kenya") + "He bade farewell to Kenya on Wednesday."
    assert courtesies(words, "2022-11-09", "send_off") == []


def test_a_visit_goes_to_the_city_in_which_a_building_stands() -> None:
    assert place(
        "President Xi Jinping of China arrived at Noi Bai Airport on a state visit to Vietnam.", "2023-12-12"
    ) == ("Hanoi")
    assert place(
        "Prime Minister Narendra Modi visited Japan. He met Fumio Kishida at Akasaka Palace.", "2022-05-24"
    ) in (
        "Tokyo",
        None,
    )
    assert place("Prime Minister Manmohan Singh went to Camp David on a visit to the US.", "2012-05-18") == "Camp David"


def test_state_house_stands_where_the_city_behind_it_does() -> None:
    words = "President Samia Suluhu Hassan of Tanzania arrived in Kenya on Tuesday for a state visit. "
    words += "She was given a 21-gun salute at State House, Nairobi."
    assert courtesies(words, "2021-05-04", "gun_salute") == [(None, None, "State House")]


def test_washington_is_the_capital_and_no_second_city() -> None:
    words = "President Emmanuel Macron began a state visit to the United States. He flew to Washington on Tuesday."
    assert courtesies(words, "2022-11-29", "second_city") == []


def test_his_highness_is_whom_the_text_has_called_so() -> None:
    words = "His Highness Sheikh Tamim bin Hamad Al Thani met President Joe Biden in Washington on Monday. "
    words += (
        "The talks were attended by National Security Advisor Jake Sullivan. His Highness will visit Canada on Friday."
    )
    guests = [f.guest.name for f in read(words, published="2022-01-31").facts if isinstance(f, VisitFact) and f.guest]
    assert set(guests) == {"Tamim bin Hamad Al Thani"}


def test_whoever_is_met_himself_is_no_greeter() -> None:
    words = "Crown Prince Mohammed bin Salman of Saudi Arabia arrived in Oman on Monday on an official visit. "
    words += "The Crown Prince was received at the Royal Private Airport by Sultan Haitham."
    assert [name for name, _, _ in courtesies(words, "2021-12-07", "airport_greeting")] == ["Haitham bin Tarik Al Said"]


def test_the_crown_prince_by_his_title_alone_is_the_hosts() -> None:
    words = "Emir Tamim bin Hamad Al Thani of Qatar arrived in Saudi Arabia on Tuesday for talks. "
    words += "The Crown Prince received the Emir at King Khalid International Airport."
    [greeting] = courtesies(words, "2022-11-01", "airport_greeting")
    assert greeting[:2] == ("Mohammed bin Salman", 5)


def test_the_president_of_a_senate_is_no_head_of_state() -> None:
    words = STATE.format("Italy") + "He was welcomed at the airport by the president of the Italian Senate."
    [greeting] = courtesies(words, "2022-11-22", "airport_greeting")
    assert greeting[:2] == (None, 4)


def test_a_carpet_that_is_taken_away_is_none() -> None:
    words = STATE.format("Ireland") + "At Shannon the red carpet was rolled up again."
    assert courtesies(words, "2016-10-05", "red_carpet") == []


def test_a_host_and_his_delegation_make_no_tour() -> None:
    words = STATE.format("Ireland") + "Prime Minister Enda Kenny and his delegation went to the runway."
    assert courtesies(words, "2016-10-05", "tour_with_host") == []


def test_an_airport_is_named_without_the_city_that_has_it() -> None:
    words = STATE.format("Cuba") + "On arrival at Havana's José Martí International Airport he was received by "
    words += "Foreign Minister Bruno Rodríguez."
    assert [venue for _, _, venue in courtesies(words, "2015-10-05", "airport_greeting")] == [
        "José Martí International Airport"
    ]


def test_a_formal_welcome_in_the_city_is_no_landing() -> None:
    words = STATE.format("Britain") + "The president, who arrived on Monday, was formally greeted by King Charles."
    assert courtesies(words, "2022-11-22", "airport_greeting") == []


def test_a_bouquet_is_no_gift() -> None:
    words = STATE.format("Kenya") + "At the airport he was presented with a bouquet."
    assert courtesies(words, "2022-11-09", "gifts") == []


def test_a_ceremony_of_welcome_is_no_event_that_a_visit_is_combined_with() -> None:
    words = "President Cyril Ramaphosa, who is paying a state visit to Kenya, attended a grand welcome ceremony."
    visit = next(f for f in read(words, published="2022-11-09").facts if isinstance(f, VisitFact))
    assert visit.combined_with is None


def test_nations_that_walk_together_take_no_walk() -> None:
    words = (
        STATE.format("Britain") + "The King said that the two countries were walking together in the garden of peace."
    )
    assert courtesies(words, "2022-11-22", "tea_or_walk") == []


def host(words: str, day: str) -> str | None:
    visit = next(f for f in read(words, published=day).facts if isinstance(f, VisitFact) and f.mention == "main")
    return visit.host.name if visit.host else None


def test_who_invites_is_the_host_and_not_who_greets_at_the_airport() -> None:
    words = (
        "At the invitation of President Shavkat Mirziyoyev, President Emmanuel Macron of France arrived in Samarkand "
    )
    words += "on Wednesday. Prime Minister Abdulla Aripov of Uzbekistan met President Macron at Samarkand Airport."
    assert host(words, "2023-11-01") == "Shavkat Mirziyoyev"


def test_the_one_leader_whom_a_text_names_most_is_the_host() -> None:
    words = "President Emmanuel Macron arrived in Tashkent on Thursday. The trade of both has grown, and President "
    words += "Mirziyoyev wants French uranium firms to stay. For Mirziyoyev the visit is a prize."
    assert host(words, "2023-11-02") == "Shavkat Mirziyoyev"


def test_of_two_leaders_named_as_often_neither_is_the_host() -> None:
    words = "Chancellor Olaf Scholz will visit China next week. The papers in Beijing write of nobody but President "
    words += "Xi Jinping and Premier Li Qiang."
    assert host(words, "2024-04-10") is None


def test_nobody_is_the_host_of_a_visit_that_was_called_off() -> None:
    words = "Chancellor Olaf Scholz has cancelled his visit to Japan. Prime Minister Fumio Kishida is content. "
    words += "Kishida said so."
    assert host(words, "2024-04-10") is None
