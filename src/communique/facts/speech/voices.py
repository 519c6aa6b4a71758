"""A sentence that somebody says → who says it, where the words stand in quotation marks or before their speaker."""

from __future__ import annotations

from communique.codebook import LETTERS
from communique.grammar import lazy
from communique.mentions import Page

TELLS = frozenset([
    "acknowledge", "acknowledged", "adding", "affirm", "affirmed", "affirms", "agree", "agreed", "answered", "arguing",
    "assured", "believe", "believes", "cautioned", "confirm", "confirmed", "considers", "contended", "cautions",
    "emphasises", "emphasizes", "emphasising", "emphasizing", "expressed", "feels", "felt", "held", "holds",
    "insisting", "maintain", "maintained", "maintains", "noting", "observed", "pledged", "pointed", "reaffirm",
    "reaffirmed", "reaffirms", "reiterate", "reiterated", "reiterates", "repeats", "repeating", "restated", "revealed",
    "saying", "stressing", "telling", "thinks", "underlines", "underlining", "underscore", "underscored",
    "underscores", "vows", "warning", "add", "added", "adds", "announce", "announced", "argue", "argued", "argues",
    "assert", "asserted", "claim", "claimed", "complain", "complained", "complains", "conclude", "concluded",
    "continue", "continued", "declare", "declared", "declares", "emphasise", "emphasised", "emphasize",
    "emphasized", "explain", "explained", "fire", "fired", "hammer", "hammered", "hit", "insist", "insisted",
    "insists", "note", "noted", "notes", "quip", "quipped", "recall", "recalled", "remark", "remarked",
    "repeat", "repeated", "replied", "replies", "reply", "retort", "retorted", "retorts", "said", "say", "says",
    "shoot", "shot", "snap", "snapped", "state", "stated", "states", "stress", "stressed", "stresses", "tell",
    "tells", "told", "underline", "underlined", "urge", "urged", "vow", "vowed", "warn", "warned", "warns",
    "write", "wrote",
    "reminded", "reminds", "countered", "counters", "admitted", "admits", "conceded", "concedes", "signalled",
    "signaled", "indicated", "objected", "proclaimed", "proclaims", "posted", "recalls", "recalling",
    "answers", "remarks", "resolved", "renewing",
])  # fmt: skip
SAYING = (  # phrases that say as much as "said"; what follows them is the speaker's
    r"(?:is|was|were|are|made|makes|make|making|has made|have made)(?: it| himself| herself)?(?: \w+ly| very| quite)?"
    r" (?:clear|plain|blunt|frank|curt|terse|adamant"
    r"|firm|explicit|unequivocal|emphatic|unambiguous|categorical|known)"
    r"(?= (?:that|to|in|about|on|the|he|she|it)\b|[,:])"
    r"|puts? it (?:\w+ )?\w+ly(?=[,:])|(?:let|lets) (?:it )?be known|left no doubt|leaves no doubt"
    r"|(?:is|was|are|were) of the (?:view|opinion|belief)"
    r"|(?:takes|took|holds|held) the (?:view|line|position)|(?:sets|set) out [^,;.:]{1,40}position"
    r"|(?:was|were|is|are|has been) quoted as saying|(?:drove|drives|driven) home|(?:sent|sends) a (?:\w+ )?message"
)
AUXILIARY = r"(?:did|does|could|would|cannot|can)(?:n't)?(?: not| never)? [a-z]{3,}"  # of any verb: "did not exclude"
IRREGULAR = (  # pasts of verbs that take no position
    r"(?:bought|sold|sent|built|gave|got|grew|kept|knew|led|left|lost|paid|put|ran|sat|set|spent|won|began|broke|chose"
    r"|drew|drove|fell|flew|found|sought|stuck|thought|threw|understood|went|met|became|came|saw|laid|lent"
    r"|cast|dealt|hung|swore|wore|bore|rose|tore)"
)
HOLDS = frozenset(("hold", "consider"))  # the same where what follows says what must be
CLOSED = lazy(r",[\"”] $")  # what stands before the speaker of the words before
TAIL = lazy(r",(?:[\"”'’]| [”\"])? $|[.!?][\"”] $")  # the same, in quotation marks or not
NAMES = "[" + "".join(LETTERS[t] for t in ("person", "country", "group", "pronoun", "body", "city", "demonym")) + "]"
INVERTED = lazy(
    r"[,.!?][\"”] (?:\w+ )?(?P<verb>said|says|added|adds|told|wrote|insisted|declared|replied|stressed|warned|retorted"
    r"|noted|stated|remarked|concluded|argued|expressed|affirmed|assured|reiterated|observed|posted|commented|recalled"
    rf"|explained|continued|emphasi[sz]ed|underlined|answered) (?P<who>(?:the )?{NAMES})"
    rf"|, (?:said|added|insisted|stressed|argued|warned|declared|explained) (?P<last>(?:the )?{NAMES})"
    r"(?= ?(?:[.,;]|$|at |on |after |in |during ))"
)
VIEW = lazy(  # "In her view, the war is": whose words come after
    rf"in (?:the )?(?P<who>{NAMES})(?:'s?)? (?:own )?(?:view|opinion|eyes|words|reading)\b"
    rf"|(?:according to|in the (?:view|opinion|eyes|words) of|for(?= (?:the )?{NAMES}(?:'s?)?,? (?:it|this|that|he|she"
    rf"|there|[{LETTERS['there']}{LETTERS['country']}]|the [^,;.]{{3,40}}|\w{{4,}})"
    r" (?:is|was|are|were|remains?|exists)\b))"
    rf" (?:the )?(?P<source>{NAMES})"
)
FAR = 6  # sentences in which a quotation's speaker is looked for


def open_quote(page: Page, start: int) -> int | None:
    """Where the quotation marks open that a place of the text stands in; None where it stands in none."""
    begins = page.clean.rfind("\n", 0, start) + 1
    before = page.clean[begins:start]
    if before.count("“") > before.count("”"):
        return begins + before.rfind("“")
    if before.count('"') % 2 == 1:
        return begins + before.rfind('"')
    return None


def quoting(page: Page, index: int) -> list[int]:
    """The sentences that may name the speaker of one that stands inside quotation marks, the nearest guess first."""
    start, end = page.spans[index]
    opened = open_quote(page, start)
    if opened is None:
        begins = start if page.clean[start : start + 1] in ("“", '"') else None
        if begins is None or open_quote(page, end) is None:
            return []
        opened = begins
    first = page.index_at(opened)
    before = page.clean[page.spans[first][0] : opened].strip()
    if before:
        return [first]
    paragraph = page.clean.find("\n", start)
    last = page.index_at((paragraph if paragraph >= 0 else len(page.clean)) - 1)
    for later in range(first, min(last, index + FAR) + 1):
        if open_quote(page, page.spans[later][1]) is None or page.clean[page.spans[later][1] - 1] in '”"':
            return [later, later + 1] if later < last else [later]
    return []


def goes_on(page: Page, index: int) -> list[int]:
    """The sentence before one that is a quotation of its own, whose speaker goes on in it: "…," he said. "And …"."""
    start, end = page.spans[index]
    words = page.clean[start:end].strip()
    whole = words[:1] in ("“", '"') and words[-1:] in ("”", '"') and words.count('"') in (0, 2)
    return [index - 1] if whole and index else []
