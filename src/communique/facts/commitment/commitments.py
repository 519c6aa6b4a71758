"""Turns a page into commitments: who takes on which act, how firmly, in which fields, by whose word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.codebook.commitment import CommitmentBook, load_commitments
from communique.codebook.fields import load_fields
from communique.facts.commitment.acts import acts
from communique.facts.commitment.bodies import acts_of_firms, acts_of_others
from communique.facts.commitment.given import given_acts
from communique.facts.commitment.impersonal import impersonal_acts
from communique.facts.commitment.list_items import further_acts, inline_acts
from communique.facts.commitment.ours import ours, owner_of, speaker_after
from communique.facts.commitment.passive import passive_acts
from communique.facts.commitment.past_asides import past_asides
from communique.facts.commitment.strengths import strength
from communique.facts.commitment.subjects import Clause, Voices, clauses
from communique.facts.commitment.told_how import NONE, SAID_ASIDE, SAYS, goes_on_telling, told_how, under
from communique.facts.commitment.unowned import NEAR, Found, Running, is_item, opened_list
from communique.facts.commitment.unpromised import is_outcome, is_position, is_programme, is_relative
from communique.facts.commitment.verbs import unquoted
from communique.facts.commitment.wanted import wanted_acts
from communique.facts.speech.parties import Parties, main_visit, often_named
from communique.facts.speech.speakers import governing, said_by
from communique.facts.ties import Ties
from communique.grammar import lazy
from communique.mentions import Page, Sentence
from communique.records import CommitmentFact, Evidence, VisitFact

OPENS = lazy(r"(?:\bthe following[^.]{0,60}|:|\bto|\bthat|\bon)[:\s]*$")
AGENCY = lazy(r", [A-Z][\w.]*(?: \w+){0,3} (?:reported|reports|quoted)\b.*$")  # ", the agency reported, citing"
HELD = lazy(r",? (?:if|once|as soon as|unless|when|subject to|where) [^,.;]{3,80}")  # what an act hangs on
UNSURE = lazy(
    r"\b(?:critics|analysts|observers|opponents|sceptics|skeptics|rumou?rs?|pundits) (?:\w+ )?"
    r"(?:say|said|believe|think|fear|argue|claim|predict|expect|suspect)(?:s|ed)?(?: that)? (?:the )?$"
    r"|\b(?:unlikely|doubtful|unclear|improbable|doubts?|no sign|denied|denies|ruled out)(?: that)? $"
)
GAVE_WORD = lazy(r"\b(?:promised|pledged|vowed|agreed|announced|confirmed|assured [^,;.]{1,30})(?: that)? $")
AFTER_VERB = lazy(  # what stands before those whom an act helps to do something
    r" (?:ensur|help|let|enabl|mak|see|allow)(?:e|es|ing|ting|s)?(?: (?:sure|certain))?(?: that)? (?:the |both )?$"
)
WITHIN = lazy(  # what stands before a clause that belongs to the words before it: "the means by which", "all that"
    r"(?<!,) (?:(?:of|to|for|with|in|on|from|by|about|at|into|under|through|between) )?"
    r"(?:which|whom|whose|what|how|where|why|whether) (?:the |both )?$"
    r"|(?<! and) (?:of|to|for|with|in|on|from|by|at|into|between|among|against|that|ensure|ensuring|help|helping) "
    r"(?:the |both )?$"
)
OF_A_THING = lazy(r"\bthat (?:the|these|those|this|such) [^\ue000-\uf8ff,;:]*$")  # "said that the deal helps and will"
RELATIVE = lazy(r"\b(?:which|who|whose|whom|that runs)\b")


def commitments(page: Page, parties: Parties, visits: Sequence[VisitFact]) -> Iterator[CommitmentFact]:
    """Every act that the page's parties take on, in order; acts of support and praise too (strength 2 and 1).

    Args:
        page: a page that tells of a meeting of states; the caller has made sure of that.
        parties: whom "the two sides" means.
        visits: those of the page, with their ids; what is read belongs to the main one.
    """
    book = load_commitments()
    voices = Voices(parties.codes, parties.joint)
    main = main_visit(visits, parties.codes)
    allowed = _allowed(page, parties, visits)
    ties = Ties(page, visits)
    several = len({v.host_country for v in ties.main}) > 1 and not parties.joint
    sides = _sides(page, parties, ties.main) if several else {}
    running: Running | None = None
    known: set[tuple[Evidence, ...]] = set()
    for index in _worth(page, book):
        sentence = page.sentence(index)
        told = ties.visit_of(sentence) if several else main
        if several:
            voices.parties = sides.get(told.id, parties.codes) if told else parties.codes
        clauses_of = clauses(page, sentence, voices, book)
        found = _of_sentence(page, sentence, clauses_of, voices, book, running)
        for shadow, one in (*((sentence, one) for one in found), *_past(page, sentence, found, voices, book)):
            if allowed and allowed.isdisjoint(one.codes):
                continue
            fact = _fact(page, shadow, one, told.id if told else None, book)
            if fact is not None and fact.evidence not in known:
                known.add(fact.evidence)
                yield fact
        opened = opened_list(sentence, clauses_of, voices.parties, book)
        if found and not (opened is not None and opened.act.head.id == "agrees"):
            last = found[-1]
            opens = OPENS.search(sentence.shadow.text[last.act.start :]) is not None
            if running is not None and running.opens and is_item(page, index) and not opens:
                running.index = index
            else:
                running = Running(index, last.codes, last.act, last.said_by, opens)
        elif opened is not None:
            running = opened
        elif running and (running.opens and is_item(page, index)):
            running.index = index


def _sides(page: Page, parties: Parties, visits: Sequence[VisitFact]) -> dict[str, tuple[str, ...]]:
    """The two countries of each visit that is told of about as much as that of the parties: each stop of a tour."""
    least = often_named(page, parties.codes) / 2
    pairs = {v.id: tuple(sorted((v.guest_country or "", v.host_country or ""))) for v in visits}
    return {key: pair for key, pair in pairs.items() if all(pair) and often_named(page, pair) >= least}


def _allowed(page: Page, parties: Parties, visits: Sequence[VisitFact]) -> frozenset[str]:
    """Whose acts count in an official text: the parties' and those of all visits told; empty where anybody's do."""
    if page.home is None or (
        any(len(code) != len("CHN") or code in ("NATO", "ASEAN", "EU") for code in parties.codes)
        and len(parties.codes) != 2
    ):
        return frozenset()
    told = {code for v in visits for code in (v.guest_country, v.host_country) if code}
    union = ("EU", "EC") if {"EU", "EC"} & {*parties.codes, *told} else ()
    return frozenset({*parties.codes, *told, *union})


def _worth(page: Page, book: CommitmentBook) -> list[int]:
    """The numbers of the sentences of the body that hold a word of a head, or may go on from one."""
    low = page.low
    if len(low) != len(page.clean):  # a letter whose small form is longer
        return [i for i, (start, _) in enumerate(page.spans) if start >= page.text.body_start]
    found = {page.index_at(start) for _, start, _ in book.cues.find_matches_as_indexes(low)}
    found |= {i - 1 for i in found if i and page.clean[page.spans[i - 1][1] - 1] == ":" and is_item(page, i)}
    near = {i + k for i in found for k in range(1, NEAR + 1)} - found
    going_on = {i for i in near if i < len(page.spans) and _may_go_on(page, i, book)}
    for index in sorted(going_on):  # a list goes on as long as its items do
        while (index := index + 1) < len(page.spans) and is_item(page, index):
            going_on.add(index)
    return [i for i in sorted(found | going_on) if page.spans[i][0] >= page.text.body_start]


def _may_go_on(page: Page, index: int, book: CommitmentBook) -> bool:
    """Whether a sentence begins like an item of a list or with the verb of an act."""
    words = page.clean[slice(*page.spans[index])]
    return is_item(page, index) or words.split(" ", 1)[0].lower() in book.bare


def _of_sentence(
    page: Page,
    sentence: Sentence,
    told: Sequence[Clause],
    voices: Voices,
    book: CommitmentBook,
    running: Running | None,
    said: frozenset[str] = NONE,
) -> list[Found]:
    text = unquoted(sentence.shadow.text)
    found: list[Found] = []
    for number, clause in enumerate(told):
        end = next((c.start for c in told[number + 1 :] if not _belongs(text, clause, c)), len(text))
        over = governing(told, number, text)
        if (
            over is not None
            and over.kind == "void"
            and clause.kind != "says"
            and not GAVE_WORD.search(text, 0, clause.start)
        ):
            continue
        if UNSURE.search(text, 0, clause.start):
            continue
        voice = said_by(page, sentence, over)
        codes = clause.codes or ours(
            page, sentence, clause, over or speaker_after(page, sentence, told, number, voices), voices, book
        )
        if not codes:
            continue
        how = (
            said
            | under(over, codes)
            | told_how(text, clause)
            | (frozenset(("says", "joint")) if voices.joint else NONE)
        )
        if running is not None and goes_on_telling(sentence, clause, running, codes):
            how |= SAYS
        found.extend(
            Found(act, owner_of(page, sentence, clause, act) or codes, voice, clause.start)
            for act in acts(text, clause.at, end, book, how)
            if not is_programme(page, sentence, act, clause, book, joint=voices.joint)
            and not is_relative(text, act, clause)
            and not (clause.kind == "says" and OF_A_THING.search(text, clause.at, act.start))
            and not is_outcome(text, act)
        )
    items = inline_acts(page, sentence, told, voices.parties, book)
    first = min((one.act.start for one in items), default=len(text))
    found = [one for one in found if one.act.end < first and not text.startswith(":", one.act.end)] if items else found
    found.extend(items)
    found.extend(given_acts(page, sentence, voices, book, told, found))
    found.extend(acts_of_firms(page, sentence, voices, book, told, found))
    found.extend(acts_of_others(page, sentence, voices, book, told, found))
    found.extend(passive_acts(page, sentence, voices, book, told, found, running))
    found.extend(impersonal_acts(page, sentence, voices, book, told, found, running))
    found.extend(wanted_acts(page, sentence, voices, book, told, found))
    if not found and running is not None:
        found.extend(further_acts(page, sentence, book, running))
    return found


def _past(
    page: Page, sentence: Sentence, found: Sequence[Found], voices: Voices, book: CommitmentBook
) -> Iterator[tuple[Sentence, Found]]:
    """The acts of a sentence that are read only past what stands aside in it, with the sentence without that."""
    plain = past_asides(sentence)
    if plain is None:
        return
    taken = [sentence.shadow.span(one.act.start, one.act.end) for one in found]
    said = SAYS if SAID_ASIDE.search(sentence.shadow.text) else NONE
    for one in _of_sentence(page, plain, clauses(page, plain, voices, book), voices, book, None, said):
        start, end = plain.shadow.span(one.act.start, one.act.end)
        if RELATIVE.search(plain.shadow.text, one.before, one.act.end):
            continue
        if not any(start < until and since < end for since, until in taken):
            yield plain, one


def _belongs(text: str, clause: Clause, later: Clause) -> bool:
    """Whether a later clause belongs to the act of the one before: "help Vesta build", "all that Vesta"."""
    told = WITHIN if later.kind == "other" or later.head in ("doing", "done") else AFTER_VERB
    return told.search(text, clause.at, later.start) is not None


def _fact(page: Page, sentence: Sentence, one: Found, visit: str | None, book: CommitmentBook) -> CommitmentFact | None:
    shadow, act = sentence.shadow, one.act
    start, end = shadow.span(act.start, act.end)
    action = AGENCY.sub("", page.clean[start:end]).rstrip(" ,;:.")
    if not act.thing and action[:1].isupper() and page.clean[start - 4 : start] == "and ":
        return None  # "the Green Plan and Build Back Better agendas": a name
    if len(action.split()) < 2 or is_position(page, sentence, act, action, book):
        return None
    tail = HELD.match(page.clean, start + len(action), sentence.end)
    slots = book.slots(action + tail[0] if tail else action)
    value, continues = strength(shadow.text, act, book, amount="amount" in slots)
    fields = fields_of(page, sentence, action, one.before)
    return CommitmentFact(
        evidence=(page.text.span(start, start + len(action)),), rule=f"commitment.{act.head.id}", said_by=one.said_by,
        visit=visit, parties=one.codes, strength=value, fields=fields, action=action,
        head=act.head.id, continuation=continues, condition=slots.get("condition"), hedge=slots.get("hedge"),
        amount=slots.get("amount"), deadline=slots.get("deadline"), project=slots.get("project"),
    )  # fmt: skip


def fields_of(page: Page, sentence: Sentence, action: str, before: int) -> tuple[str, ...]:
    """The fields of an act's own words; where they show none, those of its topic, its sentence, the sentence before."""
    book = load_fields()
    found = book.strong(action)
    found = found or book.strong(_without_persons(page, sentence, sentence.shadow.offsets[before]))
    found = found or book.find(action) or book.find(_without_persons(page, sentence, sentence.end))
    if found or not sentence.index or "\n" in page.clean[page.spans[sentence.index - 1][1] : sentence.start]:
        return found  # the sentence before is of another paragraph
    earlier = page.sentence(sentence.index - 1)
    return book.find(_without_persons(page, earlier, earlier.end))


def _without_persons(page: Page, sentence: Sentence, end: int) -> str:
    """A sentence up to `end` without its persons: Ms Rice is no crop."""
    words, at = "", sentence.start
    for item in sentence.of("person", "name"):
        if at <= item.start < end:
            words, at = words + page.clean[at : item.start], item.end
    return words + page.clean[at:end]
