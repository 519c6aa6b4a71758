"""A sentence → the same without what stands aside in it, for positions to be read past it, and who says it."""

from __future__ import annotations

import msgspec

from communique.codebook import LETTERS
from communique.codebook.load import load
from communique.facts.speech.clauses import Circle, Clause, clauses
from communique.facts.speech.voices import TELLS
from communique.grammar import Asides, Shadow, lazy
from communique.mentions import Page, Sentence

NAMES = "[" + "".join(LETTERS[t] for t in ("person", "country", "group", "pronoun", "body", "city", "demonym")) + "]"
WHO = rf"(?:the )?{NAMES}(?:'s? (?:[\w-]+ ){{0,2}}(?:ministry|office|spokes(?:man|woman|person)|government))?"
SAID = (
    r"(?:(?:has|had|then|also|later|\w+ly) )*(?:said|says|added|adds|noted|stressed|explained|recalled|announced|told"
    r"|argued|argues|insisted|insists|agreed|believes?|stated|declared|affirmed|warned|repeated|continued|maintained"
    r"|maintains?|concluded|remarked|observed|wrote|asserted|contends?|contended|answered|replied|retorted|held|holds"
    r"|underlined|emphasi[sz]ed|reiterated|admitted|went on|made clear|pointed out|thinks?)"
)
WHERE = r"(?: (?:\w+ly|again|reporters|journalists|(?:at|after|in|to|on|during|before|through) [^,;:\"“”]{2,60}))?"
SPOKEN = lazy(
    rf"(?:,[\"”]?|(?<=[\ue000-\uf8ff]),) (?:{WHO} {SAID}|(?:said|says|added|argued|insisted|stressed) {WHO}){WHERE}"
    r",(?: [\"“])?(?= )(?! (?:and|but|or|while|as|which|who|where|when|with|in|at|on|an?|the [^,]{3,60},)\b)"
)
SPOKEN_ASIDE = Asides([SPOKEN.pattern])
FEW = lazy(
    r"(?<=[ (])(?:[\"“][^\"“”,;:!?]{2,90}(?<![.])[\"”]|‘[^‘’,;:!?]{2,60}’)(?=[ ,.;:)]|$)"
)  # words quoted within a sentence


class Plain(msgspec.Struct, gc=False):
    """A sentence without its asides, and the clause by which somebody says it, where one of them named the speaker."""

    sentence: Sentence
    said: Clause | None


def plainly(page: Page, sentence: Sentence, circle: Circle) -> Plain | None:
    """The sentence without what stands aside in it; None where nothing does."""
    shadow, said = sentence.shadow, None
    if (hit := SPOKEN.search(shadow.text)) is not None:
        told = clauses(page, sentence, Circle(circle.parties, circle.joint, circle.last))
        inside = [c for c in told if hit.start() <= c.start < hit.end() or not c.verb]
        speaker = next((c for c in reversed(inside) if c.word in TELLS and c.holders), None)
        if speaker is not None:
            said = Clause(len(shadow.text), 0, speaker.word, speaker.holders)
            shadow = _without(shadow, SPOKEN_ASIDE)
    shadow = _without(_unquoted(shadow), load().asides)
    if shadow is sentence.shadow:
        return None
    return Plain(msgspec.structs.replace(sentence, shadow=shadow), said)


def _unquoted(shadow: Shadow) -> Shadow:
    """The shadow without the marks around a few words that are quoted in it: 'called it "illegal"'."""
    marks = {at for hit in FEW.finditer(shadow.text) for at in (hit.start(), hit.end() - 1)}
    return shadow.at([at for at in range(len(shadow.text) + 1) if at not in marks]) if marks else shadow


def _without(shadow: Shadow, asides: Asides) -> Shadow:
    """The shadow without its asides, each place of it where it was; itself where it has none."""
    plain = asides.without(shadow.text)
    return shadow.at(plain.places) if plain is not None else shadow
