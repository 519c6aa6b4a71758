"""A question of the review queue becomes words and choices, and a choice becomes a judgement."""

from __future__ import annotations

from communique.errors import StoreError
from communique.visits.model import Attribute, Claim, Judgement, LinkScore, ReviewItem, Value, Verdict, Visit

LINK_CHOICES = ("same", "not same")
FACT_CHOICES = ("accept", "reject")
_FIRM = frozenset({"official", "agency", "register"})  # kinds of sources whose word alone makes a visit


def is_thin(visit: Visit) -> bool:
    """Whether a visit rests on little: on one independent source which is neither official, an agency nor a register,
    and which is a commentary, is unknown, or only looks back on the visit.
    """
    told = visit.reports
    if visit.sources > 1 or any(one.source.kind in _FIRM for one in told):
        return False
    weak = all(one.source.kind in {"commentary", "unknown"} for one in told)
    return weak or all(one.mention == "background" for one in told)


def question(item: ReviewItem) -> list[str]:
    """The question in lines for a terminal: what is asked, then each ground or each claim with its sources."""
    if item.score is not None:
        return _link_question(item.visits, item.score)
    if item.ask == "fact":
        return [f"{item.visits[0]}: only one source tells of it. Is it to be believed?"]
    if item.attribute is None:
        raise StoreError("review: found a question without a pair or an attribute; want one of them")
    lines = [f"{item.visits[0]}: what is right for {item.attribute.name}?"]
    for number, claim in enumerate(claims(item.attribute), 1):
        names = ", ".join(sorted({f"{one.source} ({one.kind})" for one in claim.support}))
        lines.append(f"  {number}. {claim.value}: {claim.sources} independent; {names}")
    return lines


def choices(item: ReviewItem) -> tuple[Value, ...]:
    """What may be answered: "same" or "not same", or one of the values that somebody states."""
    if item.score is not None:
        return LINK_CHOICES
    if item.ask == "fact":
        return FACT_CHOICES
    return tuple(claim.value for claim in claims(item.attribute)) if item.attribute else ()


def facts_of(item: ReviewItem) -> tuple[str, ...]:
    """The ids of the facts that a question rests on, each once; of a contested value those of every claim."""
    if item.score is not None:
        return (item.score.left, item.score.right)
    support = [one.fact for claim in claims(item.attribute) for one in claim.support] if item.attribute else []
    return tuple(dict.fromkeys(support)) or ((item.telling,) if item.telling else ())


def answer(item: ReviewItem, choice: Value, *, who: str, when: str, why: str = "") -> Judgement:
    """The judgement that a choice amounts to, for `Store.judge`; `when` is RFC 3339, UTC.

    A value that nobody states may be given too, where the attribute can have it.
    Raises: StoreError: a link answered with something else than "same" or "not same", a thin visit with something
    else than "accept" or "reject".
    """
    if item.score is not None:
        if choice not in LINK_CHOICES:
            raise StoreError(f"review: found answer {choice!r}; want {' or '.join(LINK_CHOICES)}")
        verdict = "same" if choice == "same" else "not_same"
        pair = {"fact": item.score.left, "other": item.score.right}
        return Judgement(verdict=verdict, **pair, who=who, when=when, why=why)  # type: ignore[arg-type]
    if item.ask == "fact" and item.telling is not None:
        if choice not in FACT_CHOICES:
            raise StoreError(f"review: found answer {choice!r}; want {' or '.join(FACT_CHOICES)}")
        believed: Verdict = "accept" if choice == "accept" else "reject"
        return Judgement(verdict=believed, fact=item.telling, who=who, when=when, why=why)
    if item.attribute is None or item.telling is None:
        raise StoreError("review: found a question without an attribute and its telling; want both")
    return Judgement(
        verdict="value",
        fact=item.telling,
        attribute=item.attribute.name,
        value=choice,
        who=who,
        when=when,
        why=why,
    )


def _link_question(visits: tuple[str, ...], score: LinkScore) -> list[str]:
    match visits:
        case (one, two):
            asked = f"Are {one} and {two} one visit?"
        case (one,):
            asked = f"Is the visit that {score.left} or {score.right} mentions {one}?"
        case _:
            asked = f"Do {score.left} and {score.right} tell of one visit?"
    reasons = [f"  {reason.points:+.1f}  {reason.words}" for reason in score.reasons]
    return [f"{asked} ({score.points:+.1f})", *reasons]


def claims(attribute: Attribute) -> tuple[Claim, ...]:
    """The values that somebody states of an attribute: the accepted one, then the dissent."""
    accepted = Claim(attribute.value, attribute.sources, attribute.support)
    return (accepted, *attribute.dissent)
