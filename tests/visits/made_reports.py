"""The reports of the two Belarus-China visits of 2023, with the facts that a careful reader finds in them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from communique.documents import identify, open_documents
from communique.records import (
    AgreementFact,
    AnyFact,
    AssessmentFact,
    CommitmentFact,
    Document,
    Evidence,
    MeetingFact,
    Person,
    Place,
    ProtocolFact,
    Reading,
    StanceFact,
    VisitFact,
)
from communique.store import Entry
from communique.store.outlets import load_overrides, outlet_of

REPORTS = Path(__file__).parent / "reports"
GUEST = Person("Alexander Lukashenko", "BLR", "president")
HOST = Person("Xi Jinping", "CHN", "president")
BEIJING = Place("Beijing", "CHN")


def documents() -> list[Document]:
    """The texts, in the order of their names."""
    paths = sorted(str(path) for path in REPORTS.glob("*.txt"))
    return [one for one in open_documents(paths) if isinstance(one, Document)]


def entries() -> list[Entry]:
    """The texts with their facts and their outlets."""
    overrides = load_overrides(REPORTS / "sources.csv")
    made = []
    for document in documents():
        info = identify(document)
        facts = _facts(document, info.id)
        made.append(Entry(Reading(document=info, facts=facts), outlet_of(info, overrides), document))
    return made


class _Text:
    """Makes facts of one text, each tied to the words that it is read from."""

    def __init__(self, document: Document, name: str) -> None:
        self.document, self.name, self.made = document, name, 0

    def base(self, quote: str) -> dict[str, object]:
        start = self.document.text.index(quote)
        self.made += 1
        digest = hashlib.blake2b(f"{self.name} {self.made} {quote}".encode(), digest_size=8).hexdigest()
        return {"id": digest, "evidence": (Evidence(start, start + len(quote), quote),), "rule": "by hand"}

    def visit(self, quote: str, **fields: object) -> VisitFact:
        parties = {"guest": GUEST, "guest_country": "BLR", "host_country": "CHN", "status": "completed"}
        return VisitFact(**{**parties, **self.base(quote), **fields})

    def protocol(self, quote: str, visit: VisitFact, signal: str, **fields: object) -> ProtocolFact:
        return ProtocolFact(**{"reported": "yes", **self.base(quote), "visit": visit.id, "signal": signal, **fields})

    def meeting(self, quote: str, visit: VisitFact | None, **fields: object) -> MeetingFact:
        base = {**self.base(quote), "visit": visit.id if visit else None}
        return MeetingFact(**{**base, "participants": (GUEST, HOST), "countries": ("BLR", "CHN"), **fields})


HALL = "Great Hall of the People"
FEBRUARY = {"start": "2023-02-28", "end": "2023-03-02", "visit_kind": "state", "host": HOST}
DECEMBER = {"start": "2023-12-03", "place": BEIJING}
BACK = {"mention": "background"}


def _facts(document: Document, name: str) -> tuple[AnyFact, ...]:
    t = _Text(document, name)
    match Path(document.source).name[:2]:
        case "01":
            return (
                t.visit("will pay a state visit to China", **FEBRUARY | {"status": "planned", "end": "2023-03-02"}),
            )
        case "02":
            visit = t.visit(
                "arrived in Beijing on February 28 on a state visit",
                **{"start": "2023-02-28", "visit_kind": "state", "host": HOST, "place": BEIJING, "status": "ongoing"},
            )
            return (
                visit,
                t.meeting("held talks with Belarusian President", visit, venue=HALL, date="2023-03-01"),
                t.protocol("A welcome ceremony", visit, "welcome_ceremony"),
                t.protocol("an honour guard", visit, "honour_guard"),
                AgreementFact(
                    **t.base("signed a joint statement"), parties=("BLR", "CHN"), instrument="joint_statement"
                ),
                t.meeting("last met in Samarkand in September 2022", None, date="2022-09", venue="Samarkand"),
            )
        case "03":
            visit = t.visit("paid a state visit to China", **FEBRUARY)
            return (
                visit,
                CommitmentFact(**t.base("will expand imports"), parties=("CHN",), strength=4, action="expand imports"),
                StanceFact(
                    **t.base("reaffirmed its adherence to the one-China principle"),
                    holder=("BLR",),
                    polarity="support",
                    issue="one_china",
                    toward="CHN",
                ),
            )
        case "04" | "10":
            visit = t.visit(
                "arrived in Beijing on December 3 on a two-day working visit",
                **DECEMBER | {"visit_kind": "working", "days": 2, "host": HOST},
            )
            return visit, t.meeting("met Chinese President Xi Jinping in the", visit, venue=HALL, date="2023-12-04")
        case "05":
            visit = t.visit(
                "is on a working visit to China", start="2023-12-04~", visit_kind="working", status="ongoing"
            )
            return (
                visit,
                t.meeting("met with President Alexander Lukashenko", visit, venue=HALL, date="2023-12-04"),
                CommitmentFact(
                    **t.base("will build more joint industrial projects"),
                    parties=("BLR", "CHN"),
                    strength=4,
                    action="build more joint industrial projects",
                ),
            )
        case "06":
            visit = t.visit(
                "went to Beijing on December 3",
                **DECEMBER
                | {"visit_kind": "working", "notice": "unannounced", "count_in_year": 2, "occasion": "standalone"},
            )
            return (
                visit,
                t.protocol("no banquet", visit, "banquet", reported="no", venue=HALL),
                t.protocol("A vice minister met him at the airport", visit, "airport_greeting", rank=2),
                AssessmentFact(**t.base("had to ask for money"), claim="motive", about="BLR"),
            )
        case "07":
            return (
                t.visit("has ended an official visit", **DECEMBER | {"visit_kind": "official", "end": "2023-12-04"}),
            )
        case "08":
            visit = t.visit("visited China in early December 2023", start="2023-12")
            house = "Diaoyutai State Guesthouse"
            earlier = BACK | {"start": "2023-02", "visit_kind": "state"}
            return (
                visit,
                t.protocol(f"at the {house}", visit, "talks_venue", venue=house),
                t.visit("had paid a state visit to China in February", **earlier),
                t.meeting("had met in Samarkand", None, date="2022-09", venue="Samarkand"),
            )
        case _:
            return (
                t.visit("visited China in February 2023", **BACK | {"start": "2023-02"}),
                t.visit("again in December 2023", **BACK | {"start": "2023-12"}),
            )
