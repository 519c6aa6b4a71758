"""A sentence that finds somebody in another land, in words that no rule knows → his visit there.

"Bush gave a barbecue in Beijing in February 1989": `whereabouts_points.csv` knows what each word about a person and a
place is worth in texts with gold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.codebook import LETTERS
from communique.codebook.points import WHEREABOUTS, load_visit_points
from communique.facts.visit.beside import by_date
from communique.facts.visit.dated import days_of, within_stay
from communique.facts.visit.for_event import mark_events
from communique.facts.visit.in_office import is_past_office
from communique.facts.visit.journey_told import Telling, is_over, worth_telling
from communique.facts.visit.no_journey import is_virtual
from communique.facts.visit.places import spot_named
from communique.facts.visit.spoken_of import Heard, is_clock
from communique.facts.visit.whereabouts import Whereabouts, whereabouts
from communique.grammar import Item, lazy
from communique.mentions import Page
from communique.text import Span, Tense

KNOWN, NEW = 0.5, 1.0  # points from which a pair is read: one whose visit is told elsewhere, and any other
AHEAD = lazy(r"\b(?:will|would|shall|is to|are to|due|plans?|planned|planning|expected|intends?|promised|next)\b")
UNSURE = lazy(  # he was not there, or nobody knows: in the part of the sentence before the place
    r"(?:n't|\b(?:den(?:y|ied|ies)|not|never|nor|neither|cancel\w*|postpon\w*|called off|put off|refus\w*|declin\w*"
    r"|absen(?:t|ce|tee)|miss(?:ed|ing)|skipp(?:ed|ing)|stay(?:ed|ing) away|snubb(?:ed|ing)|boycott\w*"
    r"|unless|if|whether|might|could|rumou?r\w*|instead of|rather than|telephon\w*|phoned|by video|wrote to"
    r"|want(?:s|ed) to|wish\w* to|would like to"
    r"|(?:was|were) (?:\w+ )?(?:set|due|scheduled|expected|supposed|slated|meant) to))\b[^;]*$"
)
PEOPLE_OF = lazy(  # "met officials from Vesta, Moor and Penn": nobody went there
    r"\b(?:officials?|ministers?|leaders?|delegat\w+|counterparts?|representatives?|envoys?|presidents?|diplomats?"
    r"|ambassadors?|students?|troops|soldiers|refugees|investors|companies) (?:from|of) [^;.]{0,60}$"
)
AFFAIRS_OF = lazy(  # "in the context of the offensive in Vesta": what happens there is not a visit
    r"\b(?:wars?|offensives?|invasions?|conflicts?|cris[ie]s|situation|fighting|operations?|peace|settlement|ceasefire"
    r"|coup|elections?|troops|forces|interests|investments?|projects?|influence|policy|actions?|developments|events)"
    r" (?:in|on|against|over|around) (?:the )?$"
)
REACH = 70  # letters between a place and its date
PARTED = lazy(
    rf"[;:]|\b(?:since|until|after|before|who|which|whose|discuss\w*|said|told)\b|[{LETTERS['city']}{LETTERS['country']}]"
)
SINCE = lazy(r"\bsince $")


def placed(page: Page, heard: Sequence[Heard], told: Sequence[Telling]) -> Iterator[Telling]:
    """The visits that sentences tell beside those that are told (`told`), one for each guest and land of a sentence."""
    if page.home or is_virtual(page):
        return  # an office tells its visits in words that rules know
    points = load_visit_points(WHEREABOUTS)
    here = {(t.sentence, *t.sides) for t in told}
    known = {t.sides for t in told}
    best: dict[tuple[int, str | None, str], tuple[float, Whereabouts]] = {}
    for one in whereabouts(page, heard, told):
        key = (one.heard.sentence.index, one.guest.country, one.land)
        bar = KNOWN if key[1:] in known else NEW
        weight = points.weigh(one.forms)
        if weight < bar or key in here or (*key[:2], None) in here or _is_unsure(one):
            continue
        if key not in best or weight > best[key][0]:
            best[key] = weight, one
    for _, one in best.values():
        same = [telling for telling in told if _is_of(telling, one)]
        telling = _telling(page, one, at_hand=any(not other.background for other in same))
        if is_past_office(telling):
            continue  # he is named for what he did before
        if worth_telling(telling) and (telling.background or all(other.rule != "visit.shown" for other in same)):
            yield telling  # what the whole page shows has its sentence already


def _is_unsure(one: Whereabouts) -> bool:
    """Whether the words before the place deny the visit, leave it open, or name those who come from there."""
    shadow = one.heard.sentence.shadow
    place = shadow.place_of(one.its.start)
    if is_clock(one.heard.sentence, one.its):
        return True
    return any(words.search(shadow.text, 0, place) is not None for words in (UNSURE, PEOPLE_OF, AFFAIRS_OF))


def _is_of(telling: Telling, one: Whereabouts) -> bool:
    """Whether a telling is of the same guest in the same land."""
    same = telling.guest is None or telling.guest.same_as(one.guest)
    return same and telling.sides == (one.guest.country, one.land)


def _telling(page: Page, one: Whereabouts, *, at_hand: bool) -> Telling:
    """The visit of a pair; told by the way, unless it can be the one at hand between both."""
    sentence, its = one.heard.sentence, one.its
    items = [one.mine or its, its]
    ahead = AHEAD.search(sentence.shadow.text) is not None
    date, span = _when(page, one, "future" if ahead else "past")
    if date is not None:
        items.append(date)
    telling = Telling(
        sentence=sentence.index, start=min(i.start for i in items), end=max(i.end for i in items),
        rule="visit.placed", guest=one.guest, guest_country=one.guest.country,
        host=next((figure for _, figure in one.heard.people if figure.country == one.land), None),
        host_country=one.land, spot=spot_named(its.value),
        when=span, status="planned" if ahead else "completed", background=not at_hand,
        title=sentence.start < page.text.body_start,
    )  # fmt: skip
    if span is not None:
        today = page.today()
        telling.background = telling.background or is_over(telling, today)
        telling.status = by_date(telling, span, page.day)
        if telling.status == "planned" and today is not None and span.last < today.first:
            telling.status = "completed"  # "would" was said of something else
    mark_events(page, sentence, [telling])
    return telling


def _when(page: Page, one: Whereabouts, tense: Tense) -> tuple[Item | None, Span | None]:
    """The date of a sentence that stands nearest to the place, with its days; none where something parts both."""
    shadow = one.heard.sentence.shadow
    place = shadow.place_of(one.its.start)
    dates = [(shadow.place_of(date.start), date) for date in one.heard.sentence.of("date")]
    for at, date in sorted(dates, key=lambda pair: abs(pair[0] - place)):
        between = shadow.text[min(at, place) + 1 : max(at, place)]
        if (
            date.start < page.dated[1]
            or len(between) > REACH
            or PARTED.search(between)
            or SINCE.search(shadow.text, 0, at)
        ):
            continue
        span = days_of(page, date, tense)
        if span is not None and span.first == span.last:
            span = within_stay(span)
        if span is not None:
            return date, span
    return None, None
