"""Wordings of ministries and their agencies: who is meant, what was signed with whom, where a guest was received."""

from __future__ import annotations

import pytest

import communique
from communique.records import AgreementFact, AnyFact, CommitmentFact, MeetingFact, ProtocolFact, VisitFact


def read(text: str, day: str) -> tuple[AnyFact, ...]:
    return communique.read(text, published=day).facts


def visits(text: str, day: str) -> set[tuple[str | None, str | None, str | None]]:
    facts = read(text, day)
    return {(f.guest.name, f.host_country, f.visit_kind) for f in facts if isinstance(f, VisitFact) and f.guest}


def test_their_visits_are_his_who_leads_a_delegation() -> None:
    text = (
        "National Assembly Chairman Nguyen Sinh Hung and the delegation of the Vietnamese National Assembly returned "
        "to Hanoi, concluding their official visits to the Russian Federation and the Republic of Poland."
    )
    assert visits(text, "2012-03-18") == {
        ("Nguyen Sinh Hung", "RUS", "official"),
        ("Nguyen Sinh Hung", "POL", "official"),
    }


def test_the_first_civil_servant_is_no_minister() -> None:
    text = "Indian Foreign Secretary Vikram Misri visited Bangladesh. The Indian Foreign Secretary met officials."
    assert visits(text, "2024-12-09") == set()
    assert visits("British Foreign Secretary David Lammy visited India on Monday.", "2024-12-09") == {
        ("David Lammy", "IND", None)
    }


def test_a_bit_of_a_headline_is_nobodys_name() -> None:
    text = "Vietnamese Defense Minister Welcomed at Pentagon by Defense Secretary Donald Rumsfeld in Washington."
    names = {p.name for f in read(text, "2003-11-10") if isinstance(f, MeetingFact) for p in f.participants}
    assert "Welcomed" not in names


def test_who_receives_a_guest_at_a_house_is_at_no_airport() -> None:
    text = (
        "Defence Minister Nirmala Sitharaman is on an official visit to the United States. She was received by "
        "Secretary of Defense James Mattis on her arrival at the Pentagon and accorded an honours cordon."
    )
    signals = {f.signal for f in read(text, "2018-12-04") if isinstance(f, ProtocolFact)}
    assert "airport_greeting" not in signals
    assert "honour_guard" in signals


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("Hungary signed an agreement with Moscow on nuclear energy.", ("HUN", "RUS")),
        ("Turkey signed a deal with the Kremlin on missiles.", ("RUS", "TUR")),
    ],
)
def test_an_agreement_is_with_whom_it_names(words: str, parties: tuple[str, ...]) -> None:
    text = f"Turkish President Recep Tayyip Erdogan met Prime Minister Viktor Orban of Hungary in Budapest. {words}"
    assert [f.parties for f in read(text, "2019-11-12") if isinstance(f, AgreementFact)] == [parties]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("If the joint communique is successfully issued, Erdogan could restore his authority.", ["planned"]),
        ("According to a communiqué of the ministry, the talks were good.", []),
        ("According to the joint communiqué, both sides support trade.", ["adopted"]),
    ],
)
def test_a_communique_is_of_both_and_there(words: str, status: list[str]) -> None:
    text = f"Turkish President Recep Tayyip Erdogan met Prime Minister Viktor Orban of Hungary in Budapest. {words}"
    assert [f.status for f in read(text, "2019-11-12") if isinstance(f, AgreementFact)] == status


def test_dozens_are_counted_where_they_are_a_number() -> None:
    text = "President Putin received President Xi in Moscow. The two sides signed {} dozen agreements."
    counts = {
        words: [f.count for f in read(text.format(words), "2025-05-08") if isinstance(f, AgreementFact)]
        for words in ("three", "nearly three")
    }
    assert counts == {"three": [36], "nearly three": [None]}


def test_the_agency_that_reports_an_act_is_no_part_of_it() -> None:
    text = (
        "Iranian President Masoud Pezeshkian visited Baghdad. Pezeshkian affirmed Iran's readiness to improve "
        "coordination on the border, Xinhua news agency reported, citing the statement."
    )
    (act,) = [f for f in read(text, "2024-09-12") if isinstance(f, CommitmentFact)]
    assert act.action == "improve coordination on the border"


def test_a_minister_of_the_name_of_a_crop_promises_no_farming() -> None:
    text = (
        "President Xi Jinping met U.S. National Security Advisor Susan Rice in Beijing. Rice said the United States "
        "agreed to enhance pragmatic cooperation."
    )
    (act,) = [f for f in read(text, "2016-07-25") if isinstance(f, CommitmentFact)]
    assert "agriculture" not in act.fields


def test_what_both_stress_the_importance_of_is_encouraged() -> None:
    text = (
        "President Tokayev met President Mirziyoyev in Tashkent. The two sides stressed the importance of expanding "
        "cooperation in energy and transport."
    )
    (act,) = [f for f in read(text, "2023-11-08") if isinstance(f, CommitmentFact)]
    assert (act.strength, act.fields) == (2, ("energy", "transport"))
