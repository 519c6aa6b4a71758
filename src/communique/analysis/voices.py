"""The texts of a visit become voices: the guest's side, the host's, both together, or others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from communique import knowledge
from communique.records import AgreementFact, AnyFact
from communique.visits.model import Source, Visit

Voice: TypeAlias = Literal["guest", "host", "joint", "others"]

_JOINT = {"joint_statement", "communique", "declaration"}


def voices_of(visit: Visit, facts: Mapping[str, Iterable[AnyFact]]) -> dict[str, Voice]:
    """Whose words each text of a visit is, by document id; `facts` are those of each text.

    A text that is itself the two countries' joint statement speaks for both, whoever publishes it. A government's own
    text speaks for its country, and so does a state's agency or press. An agency of which the file of sources does not
    say whose it is counts as the state's. All others (free agencies, the press, commentators, third countries) are
    others. A reprint speaks as the text that it repeats.
    """
    found = {one.document: _voice(one.source, facts.get(one.document, ()), visit) for one in visit.reports}
    originals = {one.document: one.reprint_of for one in visit.reports if one.reprint_of in found}
    return {document: found[originals.get(document) or document] for document in found}


def _voice(source: Source, facts: Iterable[AnyFact], visit: Visit) -> Voice:
    if any(_is_the_joint_text(fact, visit) for fact in facts):
        return "joint"
    if source.country not in {visit.guest_country, visit.host_country} or not _is_of_the_state(source):
        return "others"
    return "guest" if source.country == visit.guest_country else "host"


def _is_the_joint_text(fact: AnyFact, visit: Visit) -> bool:
    """The fact says of the text's own title that it is a joint document of the two."""
    return (
        isinstance(fact, AgreementFact)
        and fact.instrument in _JOINT
        and fact.status == "adopted"
        and {visit.guest_country, visit.host_country} <= set(fact.parties)
        and any(words.where == "title" for words in fact.evidence)
    )


def _is_of_the_state(source: Source) -> bool:
    if source.kind == "official":
        return True
    known = knowledge.load().source_of(source.id)
    if source.kind == "agency":
        return known is None or known.state_owned
    return source.kind == "press" and known is not None and known.state_owned
