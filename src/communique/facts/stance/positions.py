"""Turns a sentence into the positions that it takes: the words, whose they are, and where their object ends."""

from __future__ import annotations

import itertools
import re

from communique.codebook import LETTERS
from communique.codebook.stance import POLARITIES, Polarity, StanceBook
from communique.facts.speech.clauses import BE, Circle, Clause, clauses, give
from communique.facts.speech.voices import HOLDS, TELLS
from communique.facts.stance.asked import CONCERN, REACH, Head, less_adverbs, passives, pleas, stop_of
from communique.facts.stance.avowals import avowals
from communique.facts.stance.beyond_main import beyond_main
from communique.facts.stance.carried import carrier_of, content_start, is_of_another
from communique.facts.stance.formulas import antecedent, beyond_relative, helped, is_hoped, teller, unowned
from communique.facts.stance.negated import silent, turn_of
from communique.facts.stance.objects import NO_OBJECT, PAST, cut, less_nested, part_contents, trim
from communique.facts.stance.owners import NAME, OWN, own_noun, owner_of, thanked_for_resolve, welcomed
from communique.facts.stance.uncoded import JUDGED, Taken, stands_alone
from communique.facts.stance.undergone import undergone
from communique.grammar import lazy
from communique.mentions import Page, Sentence

LINKS = lazy(
    r"(?:^|[;:(\"“-] ?|, |\b(?:and|to|or|should|must|will|shall|that|not|would|can|while|we|keeps?|kept) )[\"“]?$"
)
TO_BEFORE = lazy(
    r"\b(?:commit\w*|agree\w*|pledg\w*|continu\w*|ready|prepared|willing\w*|determin\w*|work\w*"
    r"|cooperat\w*|coordinat\w*|vow\w*"
    r"|decid\w*|resol\w*|intend\w*|need\w*|strive\w*|striving|seek\w*|readiness|promis\w*|join\w*|together"
    r"|closely|jointly|forces|right|among the (?:first|last|few)(?: \w+){0,3}"
    r"|call\w* (?:on|for) [^,;]{2,60}|urg\w+ [^,;]{2,60})(?: with [^,;]{2,60}?)? to $"
)
WISHES = lazy(r"want|like")
SAYING = lazy(r"stress|underlin|underscor|reiterat|reaffirm|emphasi|condemn|reject|call|urge|demand|insist")
TO_SAY = lazy(r"\b(?:prefer\w*|chose|choosing|lik(?:e|ed)|wish\w*|want\w*|went on|hasten\w*|keen|sought|careful) to $")
JOINED = lazy(
    rf"\b(?:coincide[sd]?|agreed) in $|\b(?:joins?|joined|joining|unites?|united) [^,;.]{{0,40}}(?:{NAME}|others) in $"
)
BEHIND = lazy(r"[ ,;]*(?:(?:and|but|or|that|for that) )*")
THAT_CLAUSE = lazy(r" that (?!.{0,70}\b(?:must|should|ought|needs? to)\b)")
WHETHER = lazy(r"\b(?:whether|(?<!even )if)\b")
THANKED = lazy(r"\b(?:appreciation|gratitude|thanks|grateful|thankful|thanked|appreciated) (?:for|to)\b")
FIGHTS = lazy(
    r"(?:combat|counter|fight|fought|deter(?!min)|confront|hit|str[iu]|hold|impos|rais|efforts|actions|steps)"
)
TALK = lazy(  # of these some nouns are more than topics
    r"(?:discuss|review|consult|exchang|talk|spoke|address|focus|explor|cover|touch|emphasi|highlight|underscor|coordinat|shar|combin|continu)"
)
TALKED_OF = lazy(r"(?:the )?(?:importance|need|necessity|urgency)|.*concerns? |efforts|actions|steps|measures")
EFFORTS = lazy(r"(?:efforts|actions|steps|measures)\b")
BACKING = lazy(r"(?:combin|continu|emphasi|highlight|underscor)")  # of efforts that are discussed, nobody says more
BACKED = lazy(r"\b(?:support|backing|commitment|importance|need|solidarity|appreciation)\b|['’]s? (?:[\w-]+ )?$")
BE_BEFORE = lazy(
    r"\b(?:am|is|are|was|were|be(?:en|ing)?|remain\w*|stands?|stood|stays?)(?: (?:\w+ly|also|both|all|still))*,? $"
    r"|\b(?:express|pronounc|declar|show)\w* (?:(?:them|him|her|it|our)sel(?:f|ves)|[\ue000-\uf8ff]) (?:\w+ly )?$"
)
NEAR_ACTS = 60  # characters to the issue of a verb that is an act before it is a position
ACTS = lazy(
    r"(?:buil[dt]|maintain|advanc|strengthen|protect|promot|impos|defend|fight|fought|counter|hit|deter|strike|preserv|pursu)"
)
NO_VERB = ("as it ", "est ", "strong ", "uncertain ")  # what stands before a noun, or another's verb
DISCUSSED = lazy(r"\bdiscuss\w* .*(?:including|such as) ")
GENERAL = lazy(r"(?:must|should|ought to|ha(?:s|ve|d) to|need(?:s|ed)? to)$")
TO_DO = lazy(r" (?:[\w'’-]+ |[\ue000-\uf8ff](?:'s?)? ){0,4}?commitments? to ")
OWNED = lazy(rf"'s? |{LETTERS['demonym']} ")
NEEDED = lazy(r"(?:the )?(?:need|necessity)\b")
BY_DOING = lazy(r"\bby (?:\w+ly )?[a-z]{3,}ing\b[^;]*(?:,|\band) $")  # "by training judges and upholding their rights"
SPOKEN_OF = lazy(r"(?:spoke|speaks|speaking|talked) of\b")


def heads(page: Page, sentence: Sentence, circle: Circle, book: StanceBook, said: Clause | None = None) -> list[Head]:
    """The positions taken in a sentence, each with its object up to the next; `said`: who says it as a whole."""
    text = sentence.shadow.text
    acts = clauses(page, sentence, circle)
    others = (*avowals(page, sentence, circle), *beyond_main(page, sentence, circle, acts))
    acts = sorted([*acts, *others], key=lambda clause: clause.verb)
    if said is not None:
        give(said, acts)
    is_told = circle.joint or any(clause.holders for clause in acts) or OWNED.search(text)
    found: list[Head] = []
    for hit in book.taking.finditer(text) if is_told else ():
        content = (hit.lastgroup or "").startswith(("contents", "told"))
        told = (hit.lastgroup or "").startswith("told")
        clause = next(
            (
                c
                for c in reversed(acts)
                if c.verb <= hit.start()
                and not (content and c.word in BE)
                and not (told and c.word not in TELLS and c.word not in book.views)
            ),
            None,
        )  # "stressed that Vesta is part of": what is said of Vesta is not Vesta's
        clause = teller(text, hit, clause, acts, book) if content else beyond_relative(text, hit, clause, acts)
        if not content and is_hoped(text, clause):
            continue
        owner = clause if clause and clause.holders else unowned(text, hit, clause, circle)
        owner = owner or own_noun(page, sentence, hit)
        if owner is None:
            continue
        head = _head(page, sentence, hit, owner, (acts, circle), book)
        if head is not None and owner is not clause and content:
            head.unowned = True
        if head is not None and not (
            head.owned and found and found[-1].polarity == "oppose" and head.start < found[-1].stop
        ):
            found.append(head)
    _add_others(page, sentence, (acts, circle), book, found)
    found.sort(key=lambda head: head.start)
    part_contents(text, found)
    found = less_nested(text, found)
    for head in found:
        cut(text, head, acts)
    for head, after in itertools.pairwise(found):
        if head.content and after.content and after.begins <= head.begins < head.stop <= after.start:
            after.begins = head.stop + len(BEHIND.match(text, head.stop)[0])  # type: ignore[index]  # it matches nothing too
        if head.reach:  # what is asked of others is told whole
            shared = head.stop <= after.start  # an object that the next verb has before it
            begins = after.start if shared or after.begins <= head.start else after.begins
            head.stop = min(head.stop, trim(text, head.end, begins))
    return found


def _add_others(
    page: Page, sentence: Sentence, around: tuple[list[Clause], Circle], book: StanceBook, found: list[Head]
) -> None:
    """Adds the positions that no verb of their holder takes: those behind "by", those of all, and pleas."""
    acts, circle = around
    text = sentence.shadow.text
    for one in passives(text, circle, book) if circle.joint else ():
        over = [f for f in found if one.begins < f.stop and f.begins < one.stop]
        if all(f.unowned and one.begins < f.begins for f in over):
            found[:] = [*(f for f in found if f not in over), one]
    found.extend(
        h
        for h in undergone(page, sentence, circle, book)
        if all(h.stop <= f.start or f.end <= h.begins or f.start > h.end for f in found)
    )
    asked = pleas(page, sentence, acts, circle, book) if " to " in text else ()
    for plea in asked:
        over = [head for head in found if plea.start < head.stop and head.begins < plea.stop]
        if not over:
            found.append(plea)
        elif over[0].start == plea.start:
            over[0].loud, over[0].polarity = over[0].loud or plea.loud, plea.polarity


def _head(
    page: Page,
    sentence: Sentence,
    hit: re.Match[str],
    clause: Clause,
    around: tuple[list[Clause], Circle],
    book: StanceBook,
) -> Head | None:
    acts, circle = around
    text, start = sentence.shadow.text, hit.start()
    kind, _, named = (hit.lastgroup or "").partition("_")
    side: Polarity = next((side for side in POLARITIES if side == named), "support")
    before = less_adverbs(text[:start])
    carrier, at = carrier_of(text, clause, start)
    holders, toward, begins, owned, thanked = clause.holders, None, start, False, False
    if kind == "told":
        kind, begins = "contents", start
    if kind == "verb":
        side = book.side(hit["verb"])
        if not (silent(text, hit["verb"], start) or _verb_stands(text, hit, clause, (carrier, at), book)):
            return None
    elif kind == "states":
        joined = hit[0].endswith(" that") and LINKS.search(before)
        wish = WISHES.match(hit[0]) and before.removesuffix("would ").endswith(("and ", ", "))
        wish = wish or text[clause.verb : start] == "would "
        own = start in (clause.verb, at) or joined or wish or BE_BEFORE.search(text[:start])
        if not own or book.act.match(text, hit.end() + 1):
            return None
    elif kind == "nouns":
        owner = OWN.search(text, at, start)
        thanked = carrier in book.thanks or THANKED.search(text, at, start) is not None
        given = welcomed(owner_of(page, sentence, owner, clause, thanked, at), carrier, hit[0], clause, circle)
        if (
            given is None
            or (thanked and thanked_for_resolve(carrier, hit[0]))
            or (book.act.match(text, hit.end() + 1) and not NEEDED.match(hit[0]))
            or (
                start > at
                and book.is_topic(carrier)
                and not (owner and owner["own"])
                and not SPOKEN_OF.match(text, at)
                and not hit[0].endswith(" against")
                and not (TALK.match(carrier) and TALKED_OF.match(hit[0]))
            )
            or (EFFORTS.match(hit[0]) and (not BACKING.match(carrier) or BACKED.search(text, at, start)))
        ):
            return None
        holders, toward = given
        owned = owner is not None and owner["poss"] is not None
        begins = start if (book.is_topic(carrier) and TALKED_OF.match(hit[0])) or FIGHTS.match(hit[0]) else at
    elif start > at and (
        carrier in book.thanks or (book.is_topic(carrier) and not text.startswith(" that ", at + len(carrier)))
    ):
        return None
    else:
        begins = start if JUDGED.match(hit[0]) else content_start(text, at, start)
    if (
        kind == "contents"
        and GENERAL.match(hit[0])
        and (not {clause.word, carrier} & (TELLS | HOLDS) or book.taking.match(text, hit.end() + 1))
    ):
        return None
    turn = None if is_of_another(text, kind, hit, at) else turn_of(text, kind, hit[0], start, clause, side)
    if turn is None or WHETHER.search(text, max(0, clause.start - 12), start):
        return None
    side, begins = turn.side, min(begins, turn.begins)
    stop = stop_of(text, hit.end())
    related = antecedent(text, hit.end(), clause, acts) if kind == "verb" and start == clause.verb else None
    if related is not None:
        begins, stop = related
    reach = NEAR_ACTS if kind == "verb" and ACTS.match(hit[0]) else REACH
    verb = carrier if carrier in TELLS else clause.word
    taken = Taken(kind, side, verb, hit, begins, stop, text[turn.begins : start] if turn.refused else "")
    loud = (
        not thanked
        and (kind != "verb" or start == clause.verb or before.endswith(("and ", ", ")))
        and stands_alone(page, sentence, taken, circle, book)
    )
    return Head(
        start=start, end=hit.end(), stop=stop, begins=begins, polarity=side,
        holders=holders, toward=toward, reach=reach, loud=loud, content=kind == "contents" or related is not None,
        thanks=kind == "verb" and hit["verb"] in book.thanks, owned=owned,
        fights=kind != "contents" and FIGHTS.match(hit[0]) is not None,
        worries=CONCERN.match(hit[0]) is not None, clause=clause, denied=turn.denied,
    )  # fmt: skip


def _verb_stands(text: str, hit: re.Match[str], clause: Clause, carrier: tuple[str, int], book: StanceBook) -> bool:
    """Whether a verb is what the clause's subject does, and not what its topics, its thanks or others' plans are."""
    start, (word, at) = hit.start(), carrier
    ending = hit["verb"][-3:]
    if (ending == "ing" and DISCUSSED.search(text, clause.start, start)) or text[:start].endswith(NO_VERB):
        return False  # a topic of talks; "in the strongest terms"
    last = hit.end() - len(hit[0].split(" ")[-1])
    if (ending.endswith("ed") and BE_BEFORE.search(text[:start])) or NO_OBJECT.match(text, last):
        return False  # what is done to the subject, it does not do
    promised, before = TO_DO.match(text, hit.end()), less_adverbs(text[:start])
    if (promised is not None and book.act.match(text, promised.end())) or helped(text, start, clause, book):
        return False  # "underscored its commitment to help": an act
    if start != clause.verb:
        if not LINKS.search(before) and not (hit["verb"].endswith("ing") and JOINED.search(before)):
            return False
        if ending == "ing" and BY_DOING.search(text, at, start):
            return False
        if before.endswith("to ") and (book.is_topic(word) or not TO_BEFORE.search(before)):
            return SAYING.match(hit["verb"]) is not None and TO_SAY.search(before) is not None
    if THAT_CLAUSE.match(text, hit.end()) and not hit["verb"].startswith(book.grieves):
        return False
    finite = PAST.match(hit["verb"]) or hit["verb"].endswith("s")
    thanked = word in book.thanks and start > at and not (before.endswith("and ") and finite)
    return not thanked and not (book.is_topic(word) and hit["verb"].endswith("ing"))
