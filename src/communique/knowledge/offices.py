"""An office as a text writes it → its code: by the list of forms, else by the words in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from communique.knowledge.names import fold
from communique.knowledge.tables import Office


def codes_by_form(offices: Iterable[Office]) -> dict[str, str]:
    """The code of each plain form; of two offices that share a form the first has it."""
    found: dict[str, str] = {}
    for office in offices:
        for form in (*office.forms, office.code.replace("_", " ")):
            found.setdefault(plain(form), office.code)
    return found


@lru_cache(maxsize=10_000)
def plain(text: str) -> str:
    """An office as written, in the form in which two spellings of it are alike."""
    text = fold(text).casefold().removeprefix("the ").replace("-", " ").replace("u.s. ", "").replace("  ", " ")
    return re.sub(r"\s+", " ", text).strip(" .,")


_BODIES = "court|bank|committee|association|university|academy|institute|foundation|club|party|airlines|commerce"
_SHAPES = (
    (re.compile(r"\b(?:deputy|vice) (?:prime minister|premier)"), "deputy_prime_minister"),
    (re.compile(r"\b(?:deputy|vice|assistant|under) ?(?:foreign )?(?:minister|secretary)"), "vice_minister"),
    (re.compile(r"\bdeputy head of|\bundersecretary|^minister of state\b"), "vice_minister"),
    (re.compile(r"\b(?:vice|deputy) (?:chair(?:man|woman|person)?|speaker)"), "deputy_speaker"),
    (re.compile(r"\bvice president"), "vice_president"),
    (re.compile(r"\bpolit(?:ical )?buro"), "politburo_member"),
    (re.compile(r"\bforeign minister|\bminister (?:of|for) foreign affairs"), "foreign_minister"),
    (re.compile(r"\bdefen[cs]e minister|\bminister (?:of|for) (?:national )?defen[cs]e"), "defence_minister"),
    (re.compile(r"\b(?:chief|head|director) of (?:state )?protocol|protocol (?:chief|officer)"), "chief_of_protocol"),
    (re.compile(r"\bambassador\b"), "ambassador"),
    (re.compile(r"\bspecial (?:presidential )?(?:envoy|representative)"), "special_envoy"),
    (re.compile(r"\bprime minister\b"), "prime_minister"),
    (re.compile(r"\bminister\b|^secretary (?:of|for) |\bsecretary$"), "minister"),
    (re.compile(r"\bgovernor\b"), "governor"),
    (re.compile(r"\bmayor\b"), "mayor"),
    (re.compile(r"\bspeaker\b"), "speaker"),
    (re.compile(rf"\bpresident\b(?! of (?:the )?.*\b(?:{_BODIES})\b)"), "president"),
    (re.compile(r"\bking\b"), "king"),
)  # fmt: skip


def office_by_shape(text: str) -> str | None:
    """The code of an office whose plain form is not listed, by the words in it: "minister of fisheries"."""
    return next((code for pattern, code in _SHAPES if pattern.search(text)), None)
