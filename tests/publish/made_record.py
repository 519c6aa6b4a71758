"""A small record made by hand: two visits of one dyad told by several texts, one of them hostile to its readers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from communique.records import (
    AgreementFact,
    AnyFact,
    AssessmentFact,
    CommitmentFact,
    Document,
    DocumentInfo,
    Evidence,
    Failure,
    MeetingFact,
    Person,
    Place,
    ProtocolFact,
    Reading,
    RelationshipFact,
    StanceFact,
    VisitFact,
)
from communique.store import Entry, Store, open_store
from communique.visits.model import Judgement, Source

GUEST, HOST = Person("Alexander Lukashenko", "BLR", "president"), Person("Xi Jinping", "CHN", "president")
WIRE = Source("wire.example", "Minsk Wire", "agency", "BLR")
MINISTRY = Source("ministry.example", "Foreign Ministry", "official", "CHN")
EXILE = Source("exile.example", "Exile Monitor", "press")
HOSTILE = Source("evil.example", 'Evil "Daily" <b>&co</b> | x', "commentary")
SCRIPT = "<script>alert('x')</script> & [a](javascript:b) `c` | *d* _e_ \x1b[31m"


class Text:
    """One text: its facts get ids from its name, and the words that they are read from."""

    def __init__(self, name: str, source: Source, published: str, **more: Any) -> None:
        self.name, self.source, self.published, self.more = name, source, published, more
        self.facts: list[AnyFact] = []
        self.words = ""

    def add(self, kind: type[AnyFact], words: str, **fields: Any) -> Any:
        start = len(self.words)
        self.words += words + ". "
        base = {"id": f"{self.name}-{len(self.facts)}", "rule": "by hand"}
        fact = kind(evidence=(Evidence(start, start + len(words), words),), **{**base, **fields})
        self.facts.append(fact)
        return fact

    def visit(self, words: str, **fields: Any) -> VisitFact:
        parties = {"guest": GUEST, "host": HOST, "guest_country": "BLR", "host_country": "CHN", "status": "completed"}
        return self.add(VisitFact, words, **{**parties, **fields})

    def entry(self) -> Entry:
        info = DocumentInfo(
            id=f"doc-{self.name}", source=f"{self.name}.txt", published=self.published, sha256=self.name, **self.more
        )
        document = Document(source=info.source, text=self.words, published=self.published, **self.more)
        return Entry(Reading(document=info, facts=tuple(self.facts)), self.source, document)


def texts() -> list[Text]:
    return [_plan(), _february(), _december(), _readout(), _hostile(), _spring()]


def store_at(folder: Path) -> Store:
    """The record in a file of its own, linked, with two judgements of which one is withdrawn."""
    store = open_store(str(folder / "visits.db"))
    store.save([text.entry() for text in texts()], "codebook 1", [FAILURE])
    store.settle()
    when = "2024-01-01T00:00:00Z"
    store.judge(Judgement(verdict="value", fact="december-0", attribute="days", value=2, who="ada", when=when))
    number = store.judge(Judgement(verdict="reject", fact="hostile-0", who="ada", when=when, why="sure?"))
    store.undo(number, "ada", "2024-01-02T00:00:00Z")
    return store


FAILURE = Failure(document=DocumentInfo(id="doc-broken", source="broken.txt"), error="broken.txt: found no text")
PAIR = ("BLR", "CHN")


def _plan() -> Text:
    text = Text("plan", WIRE, "2023-02-25", title="A state visit ahead")
    text.visit(
        "will pay a state visit from February 28 to March 2",
        start="2023-02-28",
        end="2023-03-02",
        visit_kind="state",
        status="planned",
    )
    return text


def _february() -> Text:
    text = Text("february", MINISTRY, "2023-03-02", title="Readout of the talks", url="https://ministry.example/1")
    visit = text.visit(
        "paid a state visit from February 28 to March 2", start="2023-02-28", end="2023-03-02", visit_kind="state"
    )
    base = {"visit": visit.id}
    text.add(ProtocolFact, "a welcome ceremony", signal="welcome_ceremony", reported="yes", **base)
    text.add(ProtocolFact, "a banquet in honour of the guest", signal="banquet", reported="yes", **base)
    text.add(
        CommitmentFact,
        "intend to expand imports of farm products",
        parties=PAIR,
        strength=3,
        fields=("trade",),
        action="expand imports of farm products",
        **base,
    )
    text.add(
        CommitmentFact,
        "will exchange students",
        parties=PAIR,
        strength=4,
        fields=("education",),
        action="exchange students",
        **base,
    )
    text.add(
        StanceFact,
        "reaffirmed the one-China principle",
        holder=("BLR",),
        polarity="support",
        issue="one_china",
        toward="CHN",
        **base,
    )
    text.add(
        RelationshipFact,
        "the comprehensive strategic partnership",
        parties=PAIR,
        label="comprehensive strategic partnership",
        **base,
    )
    text.add(
        MeetingFact,
        "had met in Samarkand in September 2022",
        participants=(GUEST, HOST),
        countries=PAIR,
        date="2022-09",
        venue="Samarkand",
        format="sidelines",
    )
    return text


def _december() -> Text:
    text = Text("december", WIRE, "2023-12-04", title="A working visit", url="https://wire.example/2")
    visit = text.visit(
        "arrived in Beijing on December 3 on a two-day working visit",
        start="2023-12-03",
        visit_kind="working",
        days=2,
        place=Place("Beijing", "CHN"),
    )
    text.add(
        ProtocolFact,
        "Vice Minister Ma Zhaoxu met him at the airport",
        signal="airport_greeting",
        reported="yes",
        official=Person("Ma Zhaoxu", "CHN", "vice minister"),
        rank=2,
        visit=visit.id,
    )
    text.add(
        MeetingFact,
        "held talks in the Great Hall of the People",
        participants=(GUEST, HOST),
        countries=PAIR,
        date="2023-12-04",
        venue="Great Hall of the People",
        visit=visit.id,
    )
    return text


def _readout() -> Text:
    text = Text(
        "readout", MINISTRY, "2023-12-04", title="China and Belarus hold talks", url="https://ministry.example/2"
    )
    visit = text.visit(
        "is on a working visit to China from December 3 to 4",
        start="2023-12-03",
        end="2023-12-04",
        visit_kind="working",
        count_in_year=2,
    )
    base = {"visit": visit.id}
    text.add(
        CommitmentFact,
        "agreed to expand imports of farm products from Belarus",
        parties=PAIR,
        strength=4,
        fields=("trade", "agriculture"),
        action="expand imports of farm products from Belarus",
        **base,
    )
    text.add(
        CommitmentFact,
        "launched a joint satellite",
        parties=PAIR,
        strength=6,
        fields=("space",),
        action="launch a joint satellite",
        **base,
    )
    text.add(
        StanceFact,
        "supports all efforts for national reunification",
        holder=("BLR",),
        polarity="support",
        issue="one_china",
        toward="CHN",
        **base,
    )
    text.add(
        RelationshipFact,
        "the all-weather comprehensive strategic partnership",
        parties=PAIR,
        label="all-weather comprehensive strategic partnership",
        change="upgraded",
        **base,
    )
    text.add(
        AgreementFact,
        "signed a joint statement on trade",
        parties=PAIR,
        instrument="joint_statement",
        fields=("trade",),
        status="signed",
        **base,
    )
    return text


def _hostile() -> Text:
    text = Text("hostile", HOSTILE, "2023-12-06", title=f"Title {SCRIPT}", url="javascript:alert(1)")
    visit = text.visit(
        f"went to Beijing on December 3 {SCRIPT}",
        start="2023-12-03",
        visit_kind="official",
        notice="unannounced",
        occasion="standalone",
    )
    text.add(ProtocolFact, f"no banquet {SCRIPT}", signal="banquet", reported="no", visit=visit.id)
    text.add(AssessmentFact, f"had to ask for money {SCRIPT}", claim="motive", about="BLR", visit=visit.id)
    return text


def _spring() -> Text:
    text = Text("spring", WIRE, "2024-05-20", title="Xi to visit Minsk; dates, places\nand more")
    text.add(
        VisitFact,
        "President Xi will visit Minsk from June 3 to 5",
        guest=HOST,
        host=GUEST,
        guest_country="CHN",
        host_country="BLR",
        start="2024-06-03",
        end="2024-06-05",
        status="planned",
        place=Place("Minsk", "BLR"),
    )
    return text
