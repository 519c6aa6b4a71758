"""Turns the bare office of a text's first words ("The Prime Minister met …") into the country whose office it is.

A government writes of its own head without his country and of everybody else with it. So the country is one that has
this office, that the text names, and whose holder it does not introduce as a foreigner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from communique import knowledge
from communique.grammar import lazy
from communique.mentions.dateline import dated_line, dateline
from communique.mentions.scan import Atom

HEAD = 320  # characters in which a text shows whose it is
BARE = lazy(
    r"(?:^|[.\n] ?|\b[Tt]he )(?P<office>PM|Prime Minister|President of the Republic|Head of State|Federal Chancellor"
    r"|Chancellor|President|Taoiseach)(?P<land> of the Republic(?! of))?(?:['’]s|:)? (?!of\b)[a-z(]"
)
CODES = {"PM": "prime_minister", "Federal Chancellor": "chancellor", "President of the Republic": "president"}
OF_LAND = lazy(r",? (?:of|for|to|in) (?:the )?(?:[A-Z]\w+ (?:of )?)*(?:the )?")  # between somebody and his country
ANY_SUCH = lazy(r"\b(?:[Nn]o|an?|[Ff]irst|[Ee]very|any) $")  # "no French president had come"
NAMED, HOUSE, WRITTEN, OFTEN = (
    3,
    2,
    2,
    4,
)  # points: its holder is named, a building, the place of writing, its name at most
ENOUGH = 3


def own_country(text: str, start: int, atoms: Sequence[Atom], day: str | None) -> str | None:
    """The country of the head whom the first words of a text name by the office alone; None where that is not clear.

    Args:
        text: the repaired text.
        start: where its body begins.
        atoms: the names in it.
        day: its day; without one nobody's office is known.
    """
    bare = BARE.search(text, 0, HEAD) if day else None
    if bare is None:
        return None
    known, here = knowledge.load(), dateline(text, start)
    scene = here[0] if here else dated_line(text)
    office = bare["office"]
    code = CODES.get(office, office.lower().replace(" ", "_"))
    lands = Counter(ref for a in atoms for kind in ("country", "demonym") for ref in a.entry.refs.get(kind, ())[:1])
    named = [a.entry.refs["venue"][0] for a in atoms if len(a.entry.refs.get("venue", ())) == 1]
    houses = {venue.iso3 for name in named if (venue := known.venue(name)) and venue.iso3}
    points: dict[str, int] = {}
    for land in dict.fromkeys([*lands, *houses, *([scene] if scene else [])]):
        holders = known.holders(land, code, day) if len(land) == len("CHN") else ()
        if not holders or _foreign(text, atoms, land):
            continue
        held = any(holder.person in a.entry.refs.get("person", ()) for a in atoms for holder in holders)
        points[land] = NAMED * held + HOUSE * (land in houses) + WRITTEN * (land == scene) + min(lands[land], OFTEN)
    best = sorted(points, key=lambda land: -points[land])
    if not best or points[best[0]] < ENOUGH or (len(best) > 1 and points[best[1]] == points[best[0]]):
        return None
    return best[0]


def _foreign(text: str, atoms: Sequence[Atom], land: str) -> bool:
    """Whether the first words name somebody of a country together with it: "President Duda of Poland"."""
    named = [a for a in atoms if a.start < HEAD]
    people = [a for a in named if a.entry.type in ("office", "person")]
    own = [a for a in named for kind in ("country", "demonym") if land in a.entry.refs.get(kind, ())]
    return any(
        OF_LAND.fullmatch(text, one.end, its.start)
        or (text[its.end : one.start] == " " and not ANY_SUCH.search(text, 0, its.start))
        for one in people
        for its in own
    )
