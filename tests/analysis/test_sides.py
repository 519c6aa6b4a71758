"""What two sides say of one visit: what both say, what only one says, and what they tell differently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
import pytest
from made_visits import commitment, stance, visit, words

from communique.analysis.matters import Matter
from communique.analysis.sides import sides
from communique.analysis.voices import Voice, voices_of
from communique.documents import open_documents
from communique.pipeline import read_document
from communique.records import AgreementFact, AnyFact, MeetingFact, Person, RelationshipFact
from communique.runs.ingest import ingest
from communique.store import Store, open_store
from communique.store.outlets import load_overrides
from communique.visits.model import Attribute, Claim, Report, Source, SourceKind, Support, Visit

REPORTS = Path(__file__).parents[1] / "visits" / "reports"
EXAMPLES = Path(__file__).parents[2] / "examples"
VISIT = visit("2023-12-03")
BOTH = ("BLR", "CHN")
XI = Person("Xi Jinping", "CHN", "president")
LUKASHENKO = Person("Alexander Lukashenko", "BLR", "president")


def told(voices: Mapping[Voice, Iterable[AnyFact]], of: Visit = VISIT) -> list[Matter]:
    """The matters of facts that are given by voice; each voice's facts get ids of their own."""
    facts: list[AnyFact] = []
    by_id: dict[str, Voice] = {}
    for voice, stated in voices.items():
        for fact in stated:
            own = msgspec.structs.replace(fact, id=f"{voice} {fact.id}")
            facts.append(own)
            by_id[own.id] = voice
    return sides(of, facts, by_id)


def label(name: str) -> RelationshipFact:
    return RelationshipFact(id=f"l-{name}", evidence=words(name), rule="by hand", parties=BOTH, label=name)


def paper(title: str, status: str, instrument: str = "agreement") -> AgreementFact:
    return AgreementFact(
        id=f"a-{title}-{status}",
        evidence=words(title),
        rule="by hand",
        parties=BOTH,
        title=title,
        instrument=instrument,
        status=status,
    )


def met(date: str | None, *who: Person) -> MeetingFact:
    return MeetingFact(
        id=f"m-{date}-{who}", evidence=words("met"), rule="by hand", participants=who, countries=BOTH, date=date
    )


def report(document: str, source: str, kind: SourceKind, country: str | None, reprint_of: str | None = None) -> Report:
    outlet = Source(source, source, kind, country)
    return Report(document, document, outlet, None, "main", "completed", source, reprint_of=reprint_of)


def test_an_act_of_both_sides_is_one_matter_and_the_others_are_told_apart() -> None:
    shared, guests, hosts, press = (
        commitment(action)
        for action in ("build a plant", "open a consulate in Chengdu", "lend money for a road", "sell tractors")
    )
    matters = told({"guest": [shared, guests], "host": [shared, hosts], "others": [press]})
    assert [(one.standing, one.sayings[0].words) for one in matters] == [
        ("both", "build a plant"),
        ("guest", "open a consulate in Chengdu"),
        ("host", "lend money for a road"),
        ("others", "sell tractors"),
    ]


def test_an_act_worded_more_strongly_by_one_side_is_told_differently() -> None:
    (one,) = told({"guest": [commitment("build a plant", 5)], "host": [commitment("build a plant", 3)]})
    assert one.standing == "differ"
    assert [(said.side, said.value) for said in one.sayings] == [("guest", 5), ("host", 3)]


def test_an_act_that_one_side_gives_to_both_and_the_other_to_one_is_told_differently() -> None:
    (one,) = told(
        {"guest": [commitment("build a plant")], "host": [commitment("build a plant", parties=("CHN",), id="h")]}
    )
    assert one.standing == "differ"
    assert [said.parties for said in one.sayings] == [BOTH, ("CHN",)]


def test_a_joint_text_speaks_for_both() -> None:
    matters = told({"joint": [commitment("build a plant")], "host": [stance("abides by the one-China principle")]})
    assert [(one.topic, one.standing) for one in matters] == [("position", "host"), ("act", "both")]


def test_what_a_joint_text_and_a_readout_say_is_both_sides() -> None:
    (one,) = told({"joint": [commitment("build a plant")], "guest": [commitment("build a plant")]})
    assert one.standing == "both"
    assert [len(said.facts) for said in one.sayings] == [2, 1]


def test_a_formula_that_goes_further_in_one_readout_is_told_differently() -> None:
    further = stance("opposes Taiwan independence in any form", polarity="oppose", issue="taiwan")
    softer = stance("recognises that Taiwan is an inalienable part of China", issue="taiwan")
    (one,) = told({"guest": [softer], "host": [further]})
    assert one.standing == "differ"
    assert [said.rung for said in one.sayings] == [5, 6]


def test_a_position_of_both_parties_is_one_matter() -> None:
    both = msgspec.structs.replace(stance("oppose sanctions", "oppose", "sanctions"), holder=BOTH, toward=None)
    (one,) = told({"joint": [both]})
    assert [said.parties for said in one.sayings] == [BOTH, BOTH]


def test_each_side_with_a_label_of_its_own_tells_it_differently() -> None:
    (one,) = told({"guest": [label("all-weather partnership")], "host": [label("strategic partnership")]})
    assert (one.standing, [said.words for said in one.sayings]) == (
        "differ",
        ["all-weather partnership", "strategic partnership"],
    )


def test_a_document_signed_for_one_and_planned_for_the_other_is_told_differently() -> None:
    (one,) = told({"guest": [paper("plan on trade", "signed")], "host": [paper("plan on trade", "planned")]})
    assert one.standing == "differ"
    (one,) = told(
        {"guest": [paper("", "signed", "treaty")], "host": [paper("treaty on extradition", "in_force", "treaty")]}
    )
    assert one.standing == "both"


@pytest.mark.parametrize(
    ("mine", "theirs", "standings"),
    [
        (met("2023-12-04", XI, LUKASHENKO), met("2023-12-04", LUKASHENKO), ["both"]),
        (met("2023-12-04", XI, LUKASHENKO), met(None, XI, LUKASHENKO), ["both"]),
        (met("2023-12-04", XI, LUKASHENKO), met("2023-12~", XI, LUKASHENKO), ["both"]),
        (met("2023-12-04", XI, LUKASHENKO), met("2023-12-03", XI, LUKASHENKO), ["guest", "host"]),
        (met("2023-12-04", XI), met("2023-12-04", Person("Li Qiang", "CHN", "premier")), ["guest", "host"]),
    ],
)
def test_meetings_are_one_where_days_and_people_allow(
    mine: MeetingFact, theirs: MeetingFact, standings: list[str]
) -> None:
    assert [one.standing for one in told({"guest": [mine], "host": [theirs]})] == standings


def test_properties_agree_or_differ_as_the_record_weighs_their_claims() -> None:
    def by(fact: str) -> Support:
        return Support(fact, fact, fact, "official", fact)

    kind = Attribute("kind", "working", 2, (by("g"), by("p")), (Claim("official", 1, (by("h"), by("q"))),))
    flowers = Attribute("protocol:flowers", "yes", 1, (by("g"),))
    status = Attribute("status", "completed", 1, (by("g"),))
    one = msgspec.structs.replace(VISIT, attributes=(kind, flowers, status))
    matters = sides(one, (), {"g": "guest", "h": "host", "p": "others", "q": "others"})
    assert [(m.topic, m.name, m.standing) for m in matters] == [
        ("visit", "kind", "differ"),
        ("protocol", "flowers", "guest"),
    ]
    assert [(said.side, said.value) for said in matters[0].sayings] == [
        ("guest", "working"),
        ("host", "official"),
        ("others", "working"),
        ("others", "official"),
    ]


def test_a_text_speaks_for_the_state_that_publishes_it() -> None:
    title = (msgspec.structs.replace(words("Joint statement")[0], where="title"),)
    joint = msgspec.structs.replace(paper("Joint statement", "adopted", "joint_statement"), evidence=title)
    told_of = msgspec.structs.replace(joint, evidence=words("Joint statement"))
    one = msgspec.structs.replace(
        VISIT,
        reports=(
            report("readout", "ministry.example.cn", "official", "CHN"),
            report("wire", "wire.example.by", "agency", "BLR"),
            report("state agency", "xinhuanet.com", "agency", "CHN"),
            report("free agency", "interfax.ru", "agency", "RUS"),
            report("statement", "ministry.example.cn", "official", "CHN"),
            report("press", "daily.example.com", "press", "CHN"),
            report("third", "state.example.us", "official", "USA"),
            report("copy", "mirror.example.net", "press", None, reprint_of="wire"),
        ),
    )
    assert voices_of(one, {"statement": [joint], "press": [told_of]}) == {
        "readout": "host",
        "wire": "guest",
        "state agency": "host",
        "free agency": "others",
        "statement": "joint",
        "press": "others",
        "third": "others",
        "copy": "guest",
    }


def test_a_free_agency_of_a_party_is_not_its_voice() -> None:
    one = msgspec.structs.replace(
        visit("2022-12-01", way="FRA-USA"), reports=(report("wire", "apnews.com", "agency", "USA"),)
    )
    assert voices_of(one, {}) == {"wire": "others"}


def compared(store: Store, visit_id: str) -> dict[tuple[str, str], list[Matter]]:
    one, facts = store.visit(visit_id), store.facts(visit_id)
    by_document: dict[str, list[AnyFact]] = {}
    for stored in facts:
        by_document.setdefault(stored.document, []).append(stored.fact)
    voices = voices_of(one, by_document)
    found: dict[tuple[str, str], list[Matter]] = {}
    for matter in sides(one, [stored.fact for stored in facts], {f.fact.id: voices[f.document] for f in facts}):
        found.setdefault((matter.topic, matter.standing), []).append(matter)
    return found


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Four texts of two visits, each with its side: the guest's agency, the exile press, the host, both."""
    folder = tmp_path_factory.mktemp("sides")
    sources = folder / "sources.csv"
    sources.write_text(
        "match,name,kind,country\n*001-*,Agency,agency,BLR\n*002-*,Exile,commentary,\n*003-*,Ministry,official,CHN\n",
        "utf-8",
    )
    store = open_store(str(folder / "visits.db"))
    paths = sorted(str(path) for path in EXAMPLES.glob("00[1-4]-*.txt"))
    ingest(store, open_documents(paths), read_document, "1", overrides=load_overrides(sources))
    return store


def test_the_december_texts_say_different_things_of_one_visit(examples: Store) -> None:
    found = compared(examples, "BLR-CHN-2023-12-03")

    def names(topic: str, standing: str) -> set[str]:
        return {one.name for one in found.get((topic, standing), [])}

    assert {"start", "venue"} <= names("visit", "both")
    assert "kind" in names("visit", "guest")
    assert {"airport_greeting", "lunch", "restricted_talks"} <= names("protocol", "guest")
    assert {"honour_guard", "joint_press"} <= names("protocol", "others")
    assert names("label", "both") == {"all-weather comprehensive strategic partnership"}
    assert {"one_china", "taiwan", "interference", "sovereignty"} <= names("position", "host")
    assert names("position", "guest") == names("position", "both") == set()
    pledges = {said.words for one in found["act", "guest"] for said in one.of("guest")}
    assert pledges == {"open a new consulate general in the west of China next year", "supply more beef and poultry"}


def test_the_press_is_alone_with_another_venue(examples: Store) -> None:
    (venue,) = [one for one in compared(examples, "BLR-CHN-2023-12-03")["visit", "both"] if one.name == "venue"]
    assert [said.value for said in venue.of("others")] == ["Great Hall of the People"]
    assert [said.value for said in venue.of("guest")] == [said.value for said in venue.of("host")]


def test_a_joint_statement_speaks_for_both_in_the_record(examples: Store) -> None:
    found = compared(examples, "BLR-CHN-2023-02-28")
    assert len(found["act", "both"]) == 10
    assert not [key for key in found if key[0] in {"act", "position"} and key[1] != "both"]


def test_reports_of_two_states_are_told_apart(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "visits.db")) as store:
        paths = sorted(str(path) for path in REPORTS.glob("*.txt"))
        overrides = load_overrides(REPORTS / "sources.csv")
        ingest(store, open_documents(paths), read_document, "1", overrides=overrides)
        found = compared(store, "BLR-CHN-2023-02-28")
        assert {one.name for one in found["protocol", "guest"]} == {"honour_guard", "welcome_ceremony", "talks_venue"}
        assert {one.name for one in found["position", "host"]} == {"one_china"}
        assert [one.name for one in found["agreement", "guest"]] == ["joint_statement"]
