"""A sentence's items, with two persons where "the presidents of Vesta and Moor" or "the king and premier" are told."""

from __future__ import annotations

from operator import attrgetter

from communique.grammar import Item, lazy
from communique.mentions.people import Memory

NATIONS = ("country", "demonym")
PLURAL = lazy(
    r"(?i)(?:the |both |two )*(?P<office>[\w ]*?(?:leader|president|minister|head)s(?: of (?:state|government))?)"
)
BOTH = lazy(
    r"(?i)(?:[^,]*\b)?(?P<one>president|king|emir|sultan|queen) and (?:the )?"
    r"(?P<two>prime minister|premier|chancellor|crown prince|foreign minister)(?: of (?:the )?[^,]+)?"
)
OF = lazy(r" of (?:the )?")
NEXT = lazy(r",? and (?:the )?|, (?:the )?")
SPACE = " "
MANY = lazy(r"s(?= of |$)")


def of_lands(text: str, items: list[Item], memory: Memory) -> list[Item]:
    """The items; an office in the plural with two countries or more becomes a person for each."""
    items = [one for item in items for one in _two_of_one(text, item, memory)]
    found = list(items)
    for at, item in enumerate(items):
        office = _office(text, item)
        lands = (_behind(text, items, at + 1) or _before(text, items, at)) if office else []
        if office is None or len(lands) < 2:
            continue
        first, last = min(lands[0].start, item.start), max(lands[-1].end, item.end)
        starts, ends = [first, *(land.start for land in lands[1:])], [*(land.end for land in lands[:-1]), last]
        held = [memory.in_office(office, land.value, former=False) for land in lands]
        found = [one for one in found if not first <= one.start < last]
        found += [Item(start, end, "person", who) for start, end, who in zip(starts, ends, held, strict=True)]
    return sorted(found, key=attrgetter("start")) if len(found) != len(items) else found


def _two_of_one(text: str, item: Item, memory: Memory) -> list[Item]:
    """An item; two of "the President and Prime Minister of Vesta", whom nobody is at once."""
    both = BOTH.fullmatch(text, item.start, item.end) if item.type == "person" and item.value.country else None
    if both is None:
        return [item]
    one, two = (memory.in_office(both[name], item.value.country, former=False) for name in ("one", "two"))
    return [Item(item.start, both.end("one"), "person", one), Item(both.start("two"), item.end, "person", two)]


def _office(text: str, item: Item) -> str | None:
    """The office in the singular that an item names in the plural."""
    if item.type not in ("group", "office"):
        return None
    hit = PLURAL.fullmatch(text, item.start, item.end)
    return MANY.sub("", hit["office"].strip().lower(), count=1) if hit else None


def _behind(text: str, items: list[Item], at: int) -> list[Item]:
    """The countries of "of Vesta, Moor and Penn"."""
    if at >= len(items) or items[at].type != "country" or not OF.fullmatch(text, items[at - 1].end, items[at].start):
        return []
    lands = [items[at]]
    for item in items[at + 1 :]:
        if item.type != "country" or not NEXT.fullmatch(text, lands[-1].end, item.start):
            break
        lands.append(item)
    return lands


def _before(text: str, items: list[Item], at: int) -> list[Item]:
    """The peoples of "the Vestan, Moorish and Penn ministers"."""
    if at == 0 or items[at - 1].type not in NATIONS or text[items[at - 1].end : items[at].start] != SPACE:
        return []
    lands = [items[at - 1]]
    for item in reversed(items[: at - 1]):
        if item.type not in NATIONS or not NEXT.fullmatch(text, item.end, lands[0].start):
            break
        lands.insert(0, item)
    return lands
