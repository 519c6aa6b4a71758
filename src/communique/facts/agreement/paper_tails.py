"""A document whose name tells nothing of its matter → the words behind it that do, and the fields that they name."""

from __future__ import annotations

from communique.codebook.fields import load_fields
from communique.facts.agreement.paper_names import NAME_END
from communique.facts.agreement.papers import Found, Paper
from communique.grammar import lazy

ABOUT = lazy(  # behind what says that they were signed: "Documents were signed on water and energy"
    r",?(?: \w+ly| also| there| too| between (?:the )?(?:two|both) \w+)?"
    r" (?:on (?!(?:mon|tues|wednes|thurs|fri|satur|sun|\d|the (?:sidelines|occasion|same|basis|margins)"
    r"|january|february|march|april|may|june|july|august|september|october|november|december))"
    r"|covering |concerning |spanning |ranging from |dealing with |relating to |regarding |in (?:the )?(?:fields?"
    r"|areas?|spheres?|sectors?) |in areas |in (?!the |an? |which|\w+ (?:and the|hall|house|palace)\b)"
    r"|for (?!the (?:first|second|third|next|last)\b))"
)
ON_WHAT = lazy(  # behind its noun: what it does
    r",? (?:(?:under|by|through) which|whereby|(?:that|which) (?:will|would|is to|are to|allows?|allowed|provides?"
    r"|gives?|gave|lets?|commits?|obliges?|sets?|covers?|opens?|opened|paves?|aims?|calls?|makes?|binds?|foresees?"
    r"|envisages?|includes?|regulates?|raises?|enables?|extends?|governs?|establish\w*)) [^,;:.]{5,160}"
)
LONGEST = 200  # characters of what is told of a document behind it


def matter_of(low: str, clean: str, paper: Paper, found: Found) -> tuple[int, tuple[str, ...]]:
    """The end of what tells of a document, and its fields: those of its name, else those of the words behind it."""
    end = found[2]
    fields = load_fields().find(clean[paper.start : paper.end])
    if fields:
        return end, fields
    if end > paper.end + 1 and (about := ABOUT.match(low, end)) and not clean[about.end()].isupper():
        stop = NAME_END.search(low, about.end())
        last = min(stop.start() if stop else len(low), about.end() + LONGEST)
    elif does := ON_WHAT.match(low, paper.end):
        last = does.end()
    else:
        return end, ()
    fields = load_fields().find(clean[end:last])
    return (max(end, len(clean[:last].rstrip())) if fields else end), fields
