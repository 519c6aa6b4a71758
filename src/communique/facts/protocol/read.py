"""A page and its visits → the courtesies that the guests got, or are said not to have got."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.codebook import Codebook
from communique.facts.protocol.borne_out import fits
from communique.facts.protocol.courtesy import official_of, visit_to_him
from communique.facts.protocol.number import count_of
from communique.facts.protocol.other_cities import visit_there
from communique.facts.protocol.same_scene import placed, without_repeats
from communique.facts.protocol.sign import Sign
from communique.facts.protocol.surely import reported
from communique.facts.protocol.venue import venue_of
from communique.facts.ties import Ties, countries_in, country_of
from communique.facts.worth import worth_reading
from communique.grammar import Match, lazy
from communique.mentions import Figure, Page, Sentence
from communique.records import Evidence, ProtocolFact, VisitFact

BY_GUEST = ("wreath", "parliament_address", "guest_book", "second_city", "residence", "flags", "crowds", "anthems")
STRONG = ("airport_greeting", "red_carpet", "honour_guard", "gun_salute", "welcome_ceremony", "banquet", "joint_press")
NOT_ONCE = ("second_city", "tour_with_host", "talks_venue", "airport_greeting", "dinner", "lunch", "order_or_medal")
CLAUSE_END = lazy(r"[;:()] ?|, (?:and |but |while |though )?|(?<=\w)\. | but | and (?=there|he|she|no )")
RECEIVED = lazy(  # before the word for a greeting
    r"(?<!led )(?<!headed )(?<!leading )(?<!heading )\b(?:was|were|been|being|be|is|are|a|an|the) (?:\w+ )?$"
)
NO_GIFT = lazy(r"red carpet|\b(?:bouquet|garland|posy|flowers)\b")
AT = lazy(r"\b(?:at|in) (?:the )?$")
HOME = lazy(r"\b(?:return(?:ed|s)?|arriv(?:ed|es)|came|got) (?:back )?home\b|\barriv(?:ed|es) back\b")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SEASON = "(?:spring|summer|autumn|winter)"
_BEFORE = rf"(?:{_SEASON}|last time|(?:last|previous|earlier) (?:visit|trip)|ago|earlier|{_MONTH}(?: \d{{4}})?|\d{{4}})"
_THEN = rf"(?:Back then|(?:The l|L)ast time|In (?:the|last) {_SEASON}|(?:A year|A month|Years|Months) (?:ago|earlier))"
_DAYS = "(?:the|those) (?:days|times|years|day|time)"
ANOTHER_TIME = lazy(
    rf"\b(?:{_BEFORE},?|{_DAYS}) when [^,;]*$|^{_THEN}\b[^;]*$"
)  # of an earlier visit is what stands behind it
REMINDED = lazy(r"\b(?:reminded|remembers?|recalls?|reminiscent) (?:of )?(?:the|those|how|when)\b")
NEAR_PARTY = 400  # characters; a courtesy may stand that far behind the last foreign name
ANYWHERE = 3000  # the same in a short text, all of which is of its visits


def read_protocol(page: Page, codebook: Codebook, visits: Sequence[VisitFact]) -> list[ProtocolFact]:
    """The protocol facts of a text: of its main visits, and of another only where its own sentence tells them.

    What is told of a visit still to come is its programme, and counts as reported. Never from silence.
    """
    ties = Ties(page, visits)
    if not ties.main:
        return []
    rules = codebook.family("protocol")
    signs: list[Sign] = []
    for index in worth_reading(page, rules, near=ANYWHERE if ties.loose else NEAR_PARTY):
        if page.clean[page.spans[index][1] - 1] == "?" or not ties.may_tell(index):
            continue
        sentence = page.sentence(index)
        matches = rules.matches(sentence.shadow, sentence.triggers)
        visit = ties.visit_of(sentence) if matches else None
        if visit is None or visit.status == "cancelled":
            continue
        if not ties.tells(index) or REMINDED.search(page.clean, *page.spans[index]):
            matches = [match for match in matches if not _of_another_time(page, sentence, match)]
        for match in sorted(matches, key=lambda m: (-m.rule.weight, m.start)):
            own = ties.stay_of(ties.visit_of(sentence, at=match.span()[0]) or visit)
            if match.rule.gives["signal"] == "second_city":
                own = visit_there(page, match, ties.main, own)
            elif len(ties.visits) > 1:
                own = visit_to_him(match, ties.main, own)
            sign = _sign(page, sentence, match, own, codebook)
            if sign is not None and not any(_denies(known, sign) for known in signs):
                signs.append(sign)
    return [_fact(group, page) for group in _grouped(placed(page, without_repeats(page, signs)))]


def _of_another_time(page: Page, sentence: Sentence, match: Match) -> bool:
    """Whether the words before a courtesy put it to an earlier time than that of the visit at hand."""
    start, end = match.span()
    if REMINDED.search(page.clean, sentence.start, end):
        return True
    return ANOTHER_TIME.search(page.clean[sentence.start : start]) is not None


def _denies(known: Sign, sign: Sign) -> bool:
    """Whether a heavier rule has read the same words the other way."""
    same = known.signal == sign.signal and known.reported != sign.reported
    return same and known.start < sign.end and sign.start < known.end


def _sign(page: Page, sentence: Sentence, match: Match, visit: VisitFact, codebook: Codebook) -> Sign | None:
    signal = match.rule.gives["signal"]
    told = match.rule.gives.get("reported") or reported(match, codebook)
    if told is None or not fits(page, sentence, match, visit):
        return None
    if signal not in STRONG and page.is_transcript and not _about(sentence, visit):
        return None
    official = official_of(page, sentence, match, visit) if signal not in BY_GUEST else None
    named = any(item.type == "person" for item in match.items("official"))
    if signal == "dinner" and match.shadow.text.startswith(" banquet", match.end):
        return None  # "a dinner banquet" is one
    if signal == "gifts" and NO_GIFT.search(match.shadow.text, match.start, match.end + 12):
        return None
    if signal == "airport_greeting" and (_came_home(page, sentence, visit) or _is_received(match)):
        return None
    if signal == "send_off" and _is_at_home(sentence, visit):
        return None  # his own people see him off
    if signal == "airport_greeting" and named and official is None:
        return None  # somebody else's airport
    start, end = _clause(match) if told == "no" else match.span()
    return Sign(
        signal=signal,
        reported=told,
        start=start,
        end=end,
        rule=match.rule.id,
        visit=visit,
        official=official if told == "yes" else None,
        venue=venue_of(page, sentence, match, visit),
        count=count_of(signal, match),
    )


def _is_received(match: Match) -> bool:
    """Whether he who stands where the greeter should is greeted himself: "the Prince was met at the airport"."""
    greeter = match.item("official")
    ahead = greeter is not None and match.shadow.place_of(greeter.start) < match.head
    return ahead and RECEIVED.search(match.shadow.text, match.start, match.head) is not None


def _came_home(page: Page, sentence: Sentence, visit: VisitFact) -> bool:
    """Whether it is the guest's own people who meet him: this sentence or the one before tells of his return."""
    start = page.spans[max(0, sentence.index - 1)][0]
    return visit.status == "completed" and HOME.search(page.low, start, sentence.end) is not None


def _is_at_home(sentence: Sentence, visit: VisitFact) -> bool:
    """Whether a sentence is of a place of the guest's own country, and of none of the host's."""
    shadow = sentence.shadow
    there = [i for i in sentence.of("city", "venue") if AT.search(shadow.text, 0, shadow.place_of(i.start))]
    lands = {country_of(item.value) for item in there}
    return visit.guest_country in lands and visit.host_country not in lands


def _clause(match: Match) -> tuple[int, int]:
    """The words of the clause around a match, half-open: an absence is shown with the word that denies it."""
    text = match.shadow.text
    stops = list(CLAUSE_END.finditer(text, 0, match.start))
    stop = CLAUSE_END.search(text, match.end)
    return match.shadow.span(stops[-1].end() if stops else 0, stop.start() if stop else len(text.rstrip(" .")))


def _about(sentence: Sentence, visit: VisitFact) -> bool:
    """Whether the sentence itself names the guest's side."""
    return visit.guest_country in countries_in(sentence)


def _grouped(signs: Sequence[Sign]) -> Iterator[list[Sign]]:
    """The tellings of one courtesy together: one signal of one visit, at odds in no person or place."""
    groups: list[list[Sign]] = []
    for sign in signs:
        home = next((group for group in groups if _joins(group, sign)), None)
        if home is None:
            groups.append([sign])
        else:
            home.append(sign)
    yield from groups


def _joins(group: Sequence[Sign], sign: Sign) -> bool:
    one = group[0]
    if (one.signal, one.reported, one.visit.id) != (sign.signal, sign.reported, sign.visit.id):
        return False
    if sign.signal not in NOT_ONCE:
        return True
    if any(g.official and sign.official and not _same_greeter(sign.official, g.official) for g in group):
        return False
    if sign.signal == "airport_greeting" and any(_same_greeter(g.official, sign.official) for g in group):
        return True  # nobody meets a guest at two airports
    return all(_may_be_one(one.venue, sign.venue) for one in group)


def _may_be_one(one: str | None, two: str | None) -> bool:
    """Whether two places can be the same: one is not told, or not by a name, or they share their first words."""
    if one is None or two is None or one[0].islower() or two[0].islower():
        return True
    return one.casefold() == two.casefold() or one in two or two in one


def _same_greeter(one: Figure | None, two: Figure | None) -> bool:
    if one is None or two is None:
        return False
    return one.same_as(two) or (None in (one.name, two.name) and one.rank == two.rank)


def _fact(group: Sequence[Sign], page: Page) -> ProtocolFact:
    one = group[0]
    told = [s.official for s in group if s.official]
    official = next((figure for figure in told if figure.name), next(iter(told), None))
    quotes = sorted({(s.start, s.end) for s in group})
    return ProtocolFact(
        evidence=tuple(_evidence(page, quotes)),
        rule=one.rule,
        visit=one.visit.id,
        signal=one.signal,
        reported=one.reported,  # type: ignore[arg-type]
        official=official.person() if official else None,
        rank=_rank(page, official),
        venue=next((s.venue for s in group if s.venue), None),
        count=next((s.count for s in group if s.count), None),
    )


def _rank(page: Page, official: Figure | None) -> int | None:
    if official is None:
        return None
    return official.rank if official.rank is not None else page.known.rank_of(official.office or "")


def _evidence(page: Page, quotes: Sequence[tuple[int, int]]) -> Iterator[Evidence]:
    """The quotes that do not lie within another."""
    for start, end in quotes:
        if not any((s, e) != (start, end) and s <= start and end <= e for s, e in quotes):
            yield page.text.span(start, end)
