"""What is done to a thing by a party → that party's position: "the dam is opposed by Asta", "has Vesta's backing"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from communique.codebook import LETTERS
from communique.codebook.stance import Polarity, StanceBook, load_stance
from communique.facts.speech.clauses import Circle, Clause
from communique.facts.stance.asked import REACH, Head, behind_last
from communique.facts.stance.owners import codes_of
from communique.grammar import any_of, expression, lazy
from communique.mentions import Page, Sentence

NAMED = "[" + "".join(LETTERS[t] for t in ("person", "country", "group", "body", "city", "name")) + "]"
NAME = rf"(?:{NAMED}(?!['’]s? )|{LETTERS['pronoun']}(?=[.,;:)\"”]|$| (?:and|as|on|in|at|for|to|during)\b))"
BEGINS = lazy(
    r"[;:] |(?:^|, )(?:and|but|while|whereas|though|although|as) |\bthat |^on [^,;]{1,60}, |[\"”],? |, which "
)
ACTS = lazy(  # of these verbs the passive tells what is done, and no position
    r"(?:build|built|maintain|advanc|strengthen|protect|promot|impos|fight|fought|counter|hit|struck|strike|preserv"
    r"|pursu|mock|retort|complain|safeguard|defend|ask|call on|called on|called upon|recogni[sz]ed as|dismissed as)"
)
NOT = lazy(r"\b(?:not|never|no longer|nor) (?:\w+ )?$|n't (?:\w+ )?$")
NO_SUBJECT = lazy(r"(?:he|she|it|they|i|we|who|[^\w\ue000-\uf8ff]*)$")


def undergone(page: Page, sentence: Sentence, circle: Circle, book: StanceBook) -> Iterator[Head]:
    """The positions of those by whom something is said to be rejected, demanded, or backed."""
    text = sentence.shadow.text
    for hit in (
        _pattern().finditer(text) if " by " in text or " of " in text or "from " in text or " to " in text else ()
    ):
        word = hit["verb"] or hit["apart"] or hit["noun"] or hit["met"] or hit["no"]
        side: Polarity = book.side(word) if hit["verb"] else "support" if hit["noun"] else "oppose"
        holders = _whose(page, sentence, hit, circle)
        begins = behind_last(BEGINS, text, hit.start())
        if not holders or ACTS.match(word) or NO_SUBJECT.match(text[begins : hit.start()].strip()):
            continue
        if hit["be"] and NOT.search(hit["be"]):
            side = "oppose" if side == "support" else "support"
        backed = word.startswith(("support", "back", "endors"))
        matter = side == "oppose" or book.is_matter(text, begins, hit.start(), backed=backed)
        yield Head(
            start=hit.start(), end=hit.end(), stop=hit.end(), begins=begins, polarity=side, holders=holders,
            toward=None, reach=REACH, loud=matter, content=True, thanks=False, owned=False, fights=False, worries=False,
            clause=Clause(begins, hit.start(), word, holders),
        )  # fmt: skip


def _whose(page: Page, sentence: Sentence, hit: re.Match[str], circle: Circle) -> tuple[str, ...]:
    """The codes of those who stand behind "by"."""
    if hit["many"] or hit["all"]:
        return circle.parties
    who = next(name for name in ("who", "whom", "backer", "foe", "whose") if hit[name])
    return codes_of(page, sentence, *hit.span(who), circle)


@cache
def _pattern() -> re.Pattern[str]:
    book = load_stance()
    done = any_of(form for form in book.polarity if re.match(r"(?:\w+ed|upheld|fought|shunned|sought)\b", form))
    be = (
        r"(?P<be>\b(?:is|are|was|were|has been|have been|had been|being|be)"
        r"(?: (?:not|never|no longer|also|both|again|\w+ly|long|still|now|always))*) "
    )
    oppose = r"rejected|opposed|condemned|contested|resisted|denounced|criticised|criticized|deplored|vetoed"
    many = r"(?P<many>both (?:sides|countries|governments|leaders|ministers|capitals)|(?:the two|both)(?= |[.,;]))"
    who = rf"(?:{many}|(?P<who>(?:the )?{NAME}(?:(?:, | and |, and ){NAME})*))"
    return expression(
        rf"(?:{be}(?P<verb>{done})(?: [^,;.\"“”]{{1,50}}?)?? by {who}"
        rf"|, (?P<apart>(?:{oppose}))(?: [^,;.\"“”]{{1,30}}?)?? by (?P<whom>{NAME})"
        r"|\b(?:has|had|have|enjoys?|enjoyed|won|received|found|gets?|got|commands?|met with) (?:the )?(?:\w+ ){0,2}"
        rf"(?P<noun>support|backing|blessing|approval|assent) (?:of|from|in) (?P<backer>(?:the )?{NAME})"
        r"|\b(?:met with|drew|draws|drawn|provoked|prompted|earned|ran into|sparked) (?:\w+ ){0,3}"
        r"(?P<met>condemnation|criticism|protests?|rejection|opposition|objections?|rebuke|refusal|anger) "
        rf"(?:of|from|in|by) (?P<foe>(?:the )?{NAME})"
        r"|\b(?:is|are|was|were|remains?|seems) (?:\w+ly )?(?P<no>unacceptable|intolerable|inadmissible|anathema) to "
        rf"(?:(?P<all>both(?=[ .,;]|$)|(?:the two|both) (?:sides|countries|leaders))|(?P<whose>(?:the )?{NAME})))"
    )
