"""The sentences of an author's text one after another → the outsider, by name or calling, who is said to think so.

"Rim Haddad of the Tahrir Forum warns that …", "…, in the view of a Western envoy", "She sees less a tilt than …".
"""

from __future__ import annotations

from typing import NamedTuple

from communique.grammar import lazy
from communique.mentions import Page, Sentence

_PARTICLE = r"(?:[Aa]l-|[Ee]l-|[Bb]in |[Vv]an (?:der )?|[Vv]on |[Dd]e |[Dd]a )?"
_NO_NAME = r"(?!(?:Unless|Because|While|When|If|But|And|As|Though|Although|Since|For|In|Even|Yet|So|Only|That)\b)"
_NAME = rf"{_NO_NAME}[A-ZÀ-Þ][\w'’-]+(?: {_PARTICLE}[A-ZÀ-Þ][\w'’.-]*){{1,3}}"
_CALLING = (
    r"(?!(?:[Ww]hile|[Aa]s|[Ww]hen|[Tt]hat|[Tt]hough|[Aa]lthough|[Aa]nd|[Bb]ut|[Ii]f)\b)(?:(?:[Aa]n?|[Tt]he|[Ss]ome|[Ss]everal"
    r"|[Mm]any|[Mm]ost|[Oo]ne|[Tt]wo) )?(?:[\w-]+ ){0,3}?(?i:diplomats?|analysts?|officials?|experts?|observers?"
    r"|economists?|envoys?|columnists?|critics|scholars?|historians?|bankers?|politicians|researchers?|commentators?"
    r"|academics|insiders|aides?|advisers?|businessmen|traders|agencies|papers|newspapers|unions?|activists|others"
    r"|s[ck]eptics|smart money|media|pundits|specialists?|lawmakers?|legislators?|(?:opposition|coalition) parties"
    r"|factions|supporters|opponents|detractors|voices|sources|associates|editors|doctors|campaigners|watchers"
    r"|pollsters|people"
    r"|many|some|opposition)(?: (?:in|at|to|within|close to|of) (?:the |his |her )?[\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})?"
)
_HAS = r"(?:(?:has|have|had) )?(?:\w+ly )?"
_WHO = rf"(?P<who>{_NAME}|{_CALLING})"
_IS = (
    r"(?: (?:of|at|in|from|with) [^,;.:]{3,60}?|, (?:an?|the|who|of|once|now|then|[a-z]+|Senior|Associate|Assistant"
    r"|Professor|Director|Head|Fellow)\b ?[^;.:]{0,90}?,)?"
)
_STYLE = r"(?:(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?|Professor|Congress(?:man|woman)|Senator|Sister|Father|General) )?"
_THINKS = (
    r"(?:said|says?|writes|wrote|thinks?|thought|believes?|believed|reckons?|reckoned|expects?|expected|finds|calls?"
    r"|called|sees?|saw|hears?|warns?|warned|argues?|argued|notes?|noted|considers?|considered|doubts?|adds?|added"
    r"|insists?|insisted|concedes?|conceded|admits?|admitted|suspects?|speculate[sd]?|puts it|predicts?|fears?"
    r"|observes?|observed|holds that|hold that|concludes?|concluded|explains?|judges?|judged|spoke of|speaks of"
    r"|describes?|described|told (?:me|us|this \w+)|accuses?|accused|derid(?:es?|ed)|scold(?:s|ed)|protest(?:s|ed)?"
    r"|questions?|questioned|mutters?|muttered|recogni[sz]es?|acknowledges?|acknowledged|views?|viewed|cautions?"
    r"|cautioned|maintains?|maintained|points? out|pointed out|likens?|likened|interprets?|interpreted|regards?"
    r"|regarded|complains?|complained|worry|worries|denounces?|denounced|dismiss(?:es|ed)?|mock(?:s|ed)?)"
)
FIRST = lazy(rf"(?:^|(?<=[;:–—] )|(?<=\. )|(?<=, and )|(?<=[Bb]ut )){_STYLE}{_WHO}{_IS} {_HAS}{_THINKS}\b")
PLACED = lazy(  # "In a briefing on Friday, officials said"
    rf"^(?:In|On|At|During|Speaking|After|Asked|Echoing) [^,;:\"“]{{3,60}}, {_STYLE}{_WHO}{_IS} {_HAS}{_THINKS}\b"
)
INTRODUCED = lazy(  # "Okafor, a historian, was blunter": what comes next is hers
    rf"^{_STYLE}(?P<who>{_NAME}){_IS} (?:was|is|sounded|sounds) (?:\w+ly |rather |even |far )?(?:more|less|harsher"
    r"|blunter|kinder|gloomier|unconvinced|unimpressed|s[ck]eptical|doubtful|not so sure)\b"
)
TOLD_OF = lazy(  # "Speaking in Accra, Ngozi Okafor, professor of history, said", "the envoy, Ngozi Okafor, told"
    rf"(?<=, )(?P<who>{_NAME}),(?: (?:[a-z]+|Senior|Associate|Assistant|Professor|Director|Head)\b [^;.:]{{0,120}}?,)?"
    rf" (?:\w+ly )?(?:{_THINKS}|told)\b"
)
VIEW = lazy(
    rf"\b(?:[Ii]n the (?:view|opinion|words|eyes|reading) of|[Aa]ccording to|[Aa]s) {_WHO}"
    rf"(?: (?:of|at|in|from) [^,;.:]{{3,60}}|, [^,;.:]{{3,70}})?"
    r"(?:[,.]| (?:puts|put|sees|saw|sums|has (?:noted|argued|written|said)|noted|wrote) ?)"
    rf"|^For {_WHO.replace('who', 'whom')}(?: of [^,;.:]{{3,60}})?, "
)
BEHIND = lazy(  # '…," Ngozi Okafor of the Chatham House told the agency'
    rf"[,?!.…][\"”] (?:(?:Dr|Prof|Mr|Mrs|Ms)\.? |(?:[a-z]+ ){{1,2}})?{_WHO}{_IS} (?:\w+ly |also )?"
    rf"(?:{_THINKS}|told|emphasi[sz]ed|stressed|commented|remarked|tweeted|posted|pointed out|summed up|quipped)\b"
)
ASIDE = lazy(  # "the thaw, The Echo writes, is a truce"
    rf", (?P<who>{_NAME}|{_CALLING}|[Tt]he (?:[\w-]+ ){{0,2}}?(?:magazine|paper|weekly|journal|author))"
    rf" (?:{_THINKS}|recogni[sz]e|consider), "
)
SURNAME = lazy(  # of one who thought before: "Okafor said", '…," adds Okafor'
    rf"(?:^|[,.!?][\"”] ?|, )(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:(?P<who>[A-ZÀ-Þ][\w'’-]+) (?:also |\w+ly )?{_THINKS}"
    rf"|{_THINKS} (?P<last>[A-ZÀ-Þ][\w'’-]+))\b"
)
LAST = lazy(rf"[,”\"?!] (?:also )?{_THINKS} {_WHO}\b")
AGAIN = lazy(
    rf"(?:^|, )(?:he|she|they|He|She|They) (?:also |then )?{_THINKS}\b|\b[Aa]s (?:he|she) (?:sees|puts) it\b"
    r"|\b(?:[Aa]ccording to|[Ii]n) (?:his|her) (?:words|view|reading|opinion|eyes)\b"
)
REACH = 1  # sentences over which "she adds" still means the one who thought last


class Thought(NamedTuple):
    """Who thinks what stands in a stretch of a sentence, half-open offsets of the text."""

    start: int
    end: int
    who: str


class Thinkers:
    """Who is said to think what, in the sentence that was heard last."""

    def __init__(self) -> None:
        self._last: tuple[str, int] | None = None
        self._known: dict[str, str] = {}
        self._here: Thought | None = None
        self.again = False  # whether he who thinks so is meant by "he" or a bare surname
        self._named = 0

    def hear(self, page: Page, sentence: Sentence) -> None:
        """Takes in the next sentence of the text."""
        text = page.clean[sentence.start : sentence.end]
        self._here, self._named, self.again = None, sentence.end, False
        who, first, last = None, sentence.start, sentence.end
        if hit := VIEW.search(text):
            who = hit["who"] or hit["whom"]
        elif hit := ASIDE.search(text) or TOLD_OF.search(text):
            who = hit["who"]
        elif hit := BEHIND.search(text) or LAST.search(text):
            who, last = hit["who"], sentence.start + hit.start()
            self._named = last
        elif hit := PLACED.search(text) or FIRST.search(text):
            who, first = hit["who"], sentence.start + hit.start()
        elif (hit := SURNAME.search(text)) and (hit["who"] or hit["last"]) in self._known:
            who, self.again = self._known[hit["who"] or hit["last"]], True
        elif self._last and sentence.index - self._last[1] <= REACH and AGAIN.search(text):
            who, self.again = self._last[0], True
        elif hit := INTRODUCED.search(text):
            self._last = hit["who"], sentence.index
        if who is None:
            return
        known = [page.clean[i.start : i.end] for i in sentence.of("person") if i.value.rank is not None]
        lands = (page.clean[i.start : i.end] for kind in ("country", "body") for i in sentence.of(kind))
        if self.again or not (who in lands or any(who in name or name in who for name in known)):
            self._here, self._last = Thought(first, last, who), (who, sentence.index)
            if who[0].isupper() and " " in who:
                self._known[who.split()[-1]] = who

    def holder(self, start: int) -> str | None:
        """Who thinks the words that begin at an offset of the clean text; None where nobody is said to."""
        here = self._here
        return here.who if here is not None and here.start <= start < here.end else None

    def describes(self, start: int) -> bool:
        """Whether words that begin there only say who it is that said what stands before them."""
        return start > self._named
