"""A sentence → acts that a proposal, an order, a document or the talks themselves name: "proposed that … be built"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook
from communique.facts.commitment.acts import Act, going_on
from communique.facts.commitment.avowed import avowed_acts
from communique.facts.commitment.impersonal import end_of, thing_done, within
from communique.facts.commitment.passive import subject_of
from communique.facts.commitment.shared import is_shared
from communique.facts.commitment.subjects import Clause, Voices, clause_before
from communique.facts.commitment.unowned import Found
from communique.facts.speech.parties import party_of
from communique.grammar import lazy
from communique.mentions import Page, Sentence

DONE = (
    r"(?:\w+ly )?(?P<done>made|given|set up|built|held|drawn up|put|brought|begun|sent|laid|kept|spent|paid|taken|found"
    r"|(?!done)\w{3,}ed)\b"
)
THAT_BE = lazy(  # "proposed that a hotline be set up", "ordered that a site be made available"
    r"\b(?:(?P<directs>instruct|order|direct|request)|(?P<proposes>propos|suggest|recommend|ask)|(?P<agrees>agree"
    r"|decid|concur|resolv))"
    r"(?:s|e?d|es|ing)?(?: [^,;.]{1,40}?)? that (?P<what>[^;.:]{2,140}?)"
    rf"(?<! to)(?<! will)(?<! would)(?<! should)(?<! shall)(?<! could)(?<! can)(?<! may)(?<! might)(?<! must)(?<! not)"
    rf" be {DONE}"
)
TO_BE = lazy(  # "called for the line to be finished"
    r"\b(?:call(?:s|ed)|press(?:es|ed)|plead(?:s|ed)|ask(?:s|ed)|wish(?:es|ed)|push(?:es"
    r"|ed)) for (?P<what>[^;.,]{3,90}?)"
    r" to be (?:\w+ly )?(?:completed|built|opened|reopened|finished|extended|restored|resumed|upgraded|launched|widened"
    r"|doubled|created|established|set up|revived|modernised|modernized|simplified|expanded|connected|speeded up"
    r"|sped up)\b"
)
DOCUMENT = (
    r"(?:treaty|pact|agreement|accord|deal|protocol|convention|memorandum|joint statement|joint declaration"
    r"|communiqu[ée]|declaration|roadmap|road map|document|text|clause|article)"
)
OBLIGES = lazy(
    rf"\b{DOCUMENT}(?: \w+)?(?: that| which|,)?(?: [^.;,]{{1,60}},)? (?:\w+ly )?(?:obliges?|obligates?|binds?|commits?"
    rf"|requires?) (?P<who>each|both|either|the two|them|[{LETTERS['country']}]|{LETTERS['group']})"
    r"(?: (?:side|party|countr|state|nation|of them|government)\w*)? to "
)
PROVIDES = lazy(
    rf"\b{DOCUMENT}(?: that| which)?(?:,? [^.;]{{1,110}}?)?,? (?:and |also |that |which )*"
    r"(?P<verb>promises?|pledges?|provides? for|foresees?|envisages?|stipulates?|sets? out)"
    r" (?=(?:an?|the|more|new|[\d$€£“\"]|further|closer|joint)\b|[“\"])"
)
DEED = lazy(  # what an agreement provides for
    r"\b(?:deliver(?:y|ies)|supply|supplies|sale|purchase|construction|training|creation|establishment|opening|exchange"
    r"|cooperation|transfer|removal|reduction|release|return|withdrawal|deployment|building|development|production"
    r"|access|exercises|protection|visa|tariffs?|scholarships|abolition)\b"
)
NEXT_WORDS = 90  # characters of an object in which it shows what it is
NO_DOCUMENT = lazy(r"\b(?:draft|old|secret|rejected|unsigned|proposed|plan|un|united nations|un charter)\b[^.;]{0,20}$")
AGREED_ASIDE = lazy(  # "More nurses, they agreed, should train together"
    rf"(?:^|[;.] )(?P<what>[^.;,]{{5,120}}), (?:it was|it has been|they|{LETTERS['group']}"
    rf"|[{LETTERS['office']}{LETTERS['pronoun']}])"
    r"(?: have| had| also| further)? agreed, (?=(?:will|would|shall|should|must|is|are|needs?|ought)\b)"
)
ALSO = lazy(r",? (?P<as>as|so|nor) (?:shall|will|would) [^.;,]{5,120}")
COVERED = lazy(
    r"\b(?:talks|discussions?|meetings?|conversations?|consultations|negotiations|agenda|exchange of views)\b"
    r"(?: [^.;:,]{1,50})? (?:covered|focus(?:ed|es|sed)? (?:up)?on|dealt with|centred on|centered on|turned to"
    r"|touched (?:up)?on|addressed|explored|revolved around|concentrated on|looked at|(?:was|were) devoted to|included"
    r"|dwelt (?:up)?on) (?P<ways>(?:[\w-]+ ){0,3}?(?:ways|means|opportunities|possibilities|avenues|options|how"
    r"|the possibility|mechanisms)) (?:to|of|for|in which) "
)
PLANNED = lazy(
    r"\b(?:is|are) (?:also |now |\w+ly )?(?:(?P<plan>planned|envisaged|envisioned|foreseen|in preparation"
    r"|being prepared)|under (?:consideration|discussion|study|examination|negotiation)"
    r"|being (?:considered|discussed|explored|studied|examined|negotiated))\b(?! (?:that|to)\b)"
)
OFFERED = lazy(
    r"\b(?:help|aid|assistance|support|exhibition|festival|chairs?|exhibits?|courses?|branch|pavilion|concerts?|week"
    r"|month|year of)\b"
)
NO_EVENT = lazy(r"\b(?:visit|trip|meeting|summit|talks|dinner|press conference|call|tour|reception|signing)\b")
GROWS = lazy(
    r"\b(?:trade|turnover|commerce|investments?|exports?)\b[^.;:]{0,50}? (?:(?:is|was|has been|are) (?:\w+ly )?targeted"
    r" (?:at|to reach)|(?:is to|are to|should) (?:reach|rise|grow|climb|double|triple|exceed|be (?:raised|brought"
    r"|lifted|doubled|increased|taken|tripled)))\b"
)
GOALS = ("goal", "target", "objective", "deadline")
GOAL_SET = lazy(
    r"\b(?:an? |the )?(?:[\w-]+ ){0,2}(?:goals?|targets?|objectives?|deadlines?)\b(?: (?:of|for|to) [^.;,]{1,60}?)?"
    r" (?:was|were|has been|have been|is|are) (?:also |\w+ly )?(?:set|fixed|agreed|reaffirmed|confirmed)\b"
)


def wanted_acts(
    page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook, told: Sequence[Clause], found: Sequence[Found]
) -> Iterator[Found]:
    """What is proposed or ordered to be done, what a document binds to, what talks were about; none read already."""
    taken = [(one.act.start, one.act.end) for one in found]
    for one in (
        *_to_be(page, sentence, voices, book, told),
        *_of_documents(page, sentence, voices, book),
        *_of_both(page, sentence, voices, book, told),
        *_as_well(sentence, found),
    ):
        if not within(taken, one.act.start) and not within(taken, one.act.end - 1):
            taken.append((one.act.start, one.act.end))
            yield one
    backed = [(one.act.start, one.act.end) for one in found if one.act.head.id == "supports"]
    taken = [span for span in taken if span not in backed]  # "support for the port and a commitment to dredging it"
    for one in avowed_acts(page, sentence, voices, book, told):
        if not within(taken, one.act.start) and not within(taken, one.act.end - 1):
            taken.append((one.act.start, one.act.end))
            yield one


def _to_be(
    page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook, told: Sequence[Clause]
) -> Iterator[Found]:
    """What somebody proposes, orders, agrees or calls for to be done."""
    text = sentence.shadow.text
    if " be " not in text:
        return
    for hit in THAT_BE.finditer(text) if " that " in text else ():
        head = next(name for name in ("directs", "proposes", "agrees") if hit[name])
        over = clause_before(told, hit.start() + 1)
        codes = over.codes if over is not None else ()
        if codes and (head != "proposes" or is_shared(hit["what"])):
            end = end_of(text, hit.end(), told, book)
            yield thing_done(page, sentence, hit.start("what"), end, book.by_id[head], codes, over)
    for hit in TO_BE.finditer(text) if " for " in text else ():
        over = clause_before(told, hit.start() + 1)
        if over is not None and over.codes and is_shared(hit["what"]):
            end = end_of(text, hit.end(), told, book)
            yield thing_done(page, sentence, hit.start(), end, book.by_id["supports"], over.codes)


def _of_documents(page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook) -> Iterator[Found]:
    """What a document of the parties binds them to or provides for."""
    text = sentence.shadow.text
    for hit in OBLIGES.finditer(text) if " to " in text else ():
        named = party_of(page, item[0]) if (item := sentence.shadow.items_in(*hit.span("who"))) else None
        for act in going_on(text, hit.end(), book.by_id["firm"], "verb", book):
            yield Found(act, (named,) if named else voices.parties, "author", hit.start())
    for hit in PROVIDES.finditer(text):
        verb, what = hit["verb"], text[hit.end() : hit.end() + NEXT_WORDS]
        firm = verb.startswith(("prom", "pledg"))
        if NO_DOCUMENT.search(text, 0, hit.start()) or not (firm or is_shared(what) or DEED.search(what)):
            continue
        head = "firm" if firm else "agrees"
        yield thing_done(
            page, sentence, hit.start("verb"), end_of(text, hit.end(), (), book), book.by_id[head], voices.parties
        )


def _of_both(
    page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook, told: Sequence[Clause]
) -> Iterator[Found]:
    """What the talks were about, what is agreed in an aside, planned, or aimed at by both."""
    text = sentence.shadow.text
    both = voices.parties
    for hit in COVERED.finditer(text):
        yield thing_done(
            page, sentence, hit.start("ways"), end_of(text, hit.end(), told, book), book.by_id["ways"], both
        )
    for hit in AGREED_ASIDE.finditer(text) if " agreed, " in text else ():
        yield thing_done(
            page, sentence, hit.start("what"), end_of(text, hit.end(), told, book), book.by_id["need"], both
        )
    for hit in PLANNED.finditer(text):
        start = subject_of(text, hit.start(), told)
        what = text[start : hit.start()] if start is not None else ""
        if (OFFERED.search(what) or is_shared(what)) and not NO_EVENT.search(what):
            head = "intends" if hit["plan"] else "considers"
            yield thing_done(page, sentence, start or 0, end_of(text, hit.end(), told, book), book.by_id[head], both)
    for hit in GROWS.finditer(text):
        end = end_of(text, hit.end(), told, book)
        if any(letter.isdigit() for letter in page.clean[slice(*sentence.shadow.span(hit.end(), end))]):
            yield thing_done(page, sentence, hit.start(), end, book.by_id["targets"], both)
    for hit in GOAL_SET.finditer(text) if any(goal in text for goal in GOALS) else ():
        yield thing_done(page, sentence, hit.start(), end_of(text, hit.end(), told, book), book.by_id["targets"], both)


def _as_well(sentence: Sentence, found: Sequence[Found]) -> Iterator[Found]:
    """What is said to share in the act before it: "…, as shall smuggling"."""
    for hit in ALSO.finditer(sentence.shadow.text) if found else ():
        last = next((one for one in found if 0 <= hit.start() - one.act.end <= 2), None)
        if last is not None:
            act = Act(hit.start("as"), hit.end(), hit.start("as"), last.act.head, "", True)
            yield Found(act, last.codes, last.said_by, hit.start("as"))
