"""A sentence's items, with "the West African nation of Vesta" as the country, and "southern Vesta" as Vesta."""

from __future__ import annotations

from communique.grammar import Item, lazy

_WORDS = r"\b(?:the|this) (?:(?!of\b|in\b|to\b|and\b)[\w'’.-]+ ){0,4}?"
_PART = (
    r"\b(?:(?:north|south|east|west)(?:-?(?:east|west))?ern|[\w]+-(?:ruled|held|controlled|occupied|ravaged|stricken|hit)"
    r"|fellow|rainy|snowy|sunny) $"
)
CALLED = {
    "country": lazy(
        rf"{_WORDS}(?:nations?|country|countries|states?|kingdom|republics?|sultanate|emirate|principality|monarchy"
        rf"|archipelago|islands?|city-state|neighbou?r)(?: of (?:the )?|, (?:the )?)$|{_PART}"
    ),
    "city": lazy(
        rf"(?<!key to )(?<!keys to )(?<!keys of ){_WORDS}(?:city|port|town|resort|village|metropolis|hub)"
        rf"(?: city| town)? of $|{_PART}"
    ),
}
REACH = 70
WITHIN = ("demonym", "office", "there")  # kinds of items that such words may hold: "the Gulf state of"


def called(text: str, start: int, items: list[Item]) -> list[Item]:
    """The items of a sentence that begins at `start`; a place reaches back over what it is called before its name."""
    found: list[Item] = []
    for item in items:
        kind = CALLED.get(item.type)
        hit = kind.search(text, max(start, item.start - REACH), item.start) if kind else None
        if hit is None or any(one.end > hit.start() and one.type not in WITHIN for one in found):
            found.append(item)
            continue
        found = [one for one in found if one.end <= hit.start()]
        found.append(Item(hit.start(), item.end, item.type, item.value))
    return found
