"""The words of a claim → whether they only tell what is planned, what was done, what somebody wants, or nothing yet."""

from __future__ import annotations

from communique.codebook.judgement import Claim
from communique.grammar import lazy
from communique.mentions import Page, Sentence

PROGRAMME = lazy(
    r"\b(?:will|would|(?:is|are|was|were) (?:to|expected to|scheduled to|due to))"
    r" (?:also |then |later |further |jointly )?(?:attend|hold (?:an?|the|talks|joint|meetings|discussions)|host|sign"
    r"|participate|address|focus on|meet|deliver|visit|lay|pay an?|culminate in|discuss|cover|touch on|cent(?:re|er) on"
    r"|take part|further discussions?|be (?:held|hosted|awarded|presented|conferred|signed))\b"
    r"|\bexpected to (?:top|dominate|figure|feature|be high on)\b[^,;]{0,30} (?:agenda|talks|discussions)"
)
CEREMONY = lazy(
    r"\b(?:was|were|is|are|receives?|received|given|accorded|held)\b[^,;]{0,40}"
    r" (?:ceremonial|official|formal|military|state) (?:\w+ )?(?:welcome|honou?rs|reception|ceremony|guard)\b"
)
AGENDA = lazy(
    r"\b(?:is|are|was|were) (?:\w+ )?(?:expected|due|scheduled|slated|set) to (?:\w+ly )?(?:stay|arrive|land|leave"
    r"|travel|visit|meet|hold|attend|sign|deliver|pay|return|address|discuss|host|fly|tour|inaugurate|receive|begin"
    r"|last)\b"
)
LONG_AGO = lazy(  # what was done on a day that is told first
    r"(?:[Bb]ack |[Ee]arly |[Ll]ate )?(?:[Ii]n|[Oo]n|[Bb]y|[Bb]efore|[Aa]fter|[Ww]hen|[Dd]uring)\b[^,;]{0,60}"
    r"\b(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"[^,;]{0,30},|[Aa]? ?\w+ (?:years?|months?|weeks?|days?) (?:later|earlier),"
)
ARRIVES = lazy(  # the news of a day
    r"(?!.*\b(?:first|since|longest|despite|amid|rare\w*|low|high|hop(?:es|ing)|seek\w*|aim\w*|bid|weakness|keen"
    r"|eager|as)\b)[^,;]{2,90}\b(?:arrived|arrives|landed|lands|touched down|flew|heads|headed|travel+ed|began|begins"
    r"|kicked off|kicks off|embarked|concluded|wrapped up)\b[^.;]{0,80}\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
ASIDE = lazy(  # what only goes on from other words
    r"(?:as well as|such as|including|along with|followed by)\b|who (?:had|has|have) (?:claimed|said|argued|insisted"
    r"|accused|criti\w+|told)\b|[^,;]{2,60}\b(?:later|earlier) (?:said|told|added|confirmed|announced)\b"
    r"|.*\b(?:are|is|were|was) (?:among|also on|high on|on) (?:the )?(?:\w+ )?(?:themes?|topics|agenda)\b"
)
GOES_ON_TODAY = lazy(
    r"\b(?:is|are|has|have|can|cannot|does|do|needs|wants|gives|makes|remains|will|would|could|may|might|must|should"
    r"|seems?|looks?|never|first|most|only)\b"
)
RANK = lazy(  # a statistic of trade
    r"\b(?:is|are|was|has been|remains|became)\b[^,;]{0,50}\b(?:largest|biggest|main|top|second|third)"
    r" (?:trading|trade|export|commercial)[- ](?:partner|market|destination)\b"
)
MORE_SO = lazy(  # who speaks next: "Okafor, a historian, was blunter"
    r"(?!.*\b(?:tone|mood|reception|welcome|language|statement|communiqu\w+|visit|talks)\b)[^,;:]{2,60}"
    r"(?:, [^;:]{3,80},)? (?:was|were|is|are|sounded|sounds) (?:\w+ly |rather |even |far |a little )?(?:(?:more|less)"
    r" (?:generous|guarded|sanguine|prudent|cautious|careful|s[ck]eptical|optimistic|pessimistic|blunt|relaxed"
    r"|charitable|kind|severe|direct|reserved|hopeful|enthusiastic|circumspect|impressed)|harsher|kinder|blunter|gloomier)\W*$"
)
DEGREE = lazy(
    r"\b(?:warm\w*|lavish\w*|grand\w*|full|highest|rare\w*|unusual\w*|unprecedented|elaborate|royal|great|little|only|no"
    r"|not|without|never|special|extraordinary|exceptional|cool\w*|cold\w*|more|less|usually|normally|reserved)\b"
)
SCHEDULE = lazy(  # when a visit is, and nothing of what it will bring
    r"^[^,;]{0,60}\b(?:(?:visit|trip|tour|stay|talks|meeting)s? (?:will|would) (?:last|begin|start|end|run|take place)"
    r"|(?:will|would|is due to|is to) (?:arrive|land|leave|depart|fly|travel|return|be accompanied))\b"
)
WANTS = lazy(r"\b(?:I|[Ww]e) (?:\w+ly |also |would )?(?:want|wish|like|hope|talked|discussed|thank)\b")
FRAGMENT = lazy(  # two words, or what ends before it says something
    r"[^\w'’-]*[\w'’-]+(?:[^\w'’-]+[\w'’-]+)?[^\w'’-]*$|.*\b(?:is|was|are|were|that this|which|the|and)$"
    r"|(?:According to|For|In the (?:eyes|view|opinion|words) of) (?:(?:the|an?) )?[\w'’-]+(?: [\w'’-]+){0,5} ?$"
)
NO_VERDICT = lazy(  # who speaks or writes, what he was asked, what he would not say
    r"\bon (?:the )?condition of anonymity|\bnot to be (?:named|identified)\b"
    r"|^(?:when )?asked (?:whether|if|about|how|why)\b"
    r"|\b(?:would|did|could) not (?:say (?:whether|if|when|how)|be drawn|comment|elaborate)\b"
    r"|\b(?:declined|refused) to (?:say|comment|be drawn|elaborate)\b"
    r"|^(?:the (?:author|writer)|\w+ [\w-]+) (?:teaches|covers?|covered|lectures|writes|has written"
    r"|is an? (?:\w+ )*(?:fellow|columnist|correspondent|lecturer|professor))\b"
)
_SAYS = (
    r"(?:said|says|told|noted|notes|observed|observes|added|adds|wrote|writes|tweeted|explained|remarked|argued|argues"
    r"|commented|stated|reported|reports|concluded|insisted|warned|stressed|emphasi[sz]ed|pointed out)"
)
_WHEN = (
    r"(?:on|in|during|after|at|by|via|yesterday|today|ahead|recently|earlier|later|here"
    r"|(?:this|last) (?:week|month|year|morning))"
)
ATTRIBUTION = lazy(  # only who says so: "analyst Ngozi Okafor told the agency", "wrote Okafor, who teaches history"
    r"(?:[\w'’-]+ ){0,3}?(?:[A-ZÀ-Þ][\w.'’-]* ){0,3}[A-ZÀ-Þ][\w'’-]*(?: (?:of|at|from|with|in) [^,;:\"“”]{3,70})?"
    rf"(?:, [^;:\"“”]{{3,140}},)? {_SAYS}(?: (?:the |an? )?(?:(?:[A-Z][\w.'’-]*|of|reporters|journalists"
    rf"|(?:news )?(?:agency|channel)|newspaper|daily|website)\b ?){{1,6}})?(?:,? ?\b{_WHEN}\b[^\"“]*)?\W*$"
    rf"|{_SAYS} (?!that\b|little\b|nothing\b|much\b|more\b|it\b)(?:the |an? |[A-Z])"
    r"|(?:according to [^,;]{3,60}|as [^,;]{2,50} (?:puts?|sees|saw|said|noted|wrote|shows?|showed)(?: it)?)$"
)
HEADING = lazy(  # a line that names what comes and says nothing of it: "What to expect from the talks"
    r"(?i)(?![^\n]*\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|does|did|do|\w+ed)\b)"
    r"[^\n.!?”\":]{1,60}:?\s*"
)
OURS = lazy(r"(?:We|I|we)\b")
SUBJECT = lazy(r"\b(?:visit|trip|relations?|relationship|ties|partners?|partnership|friendship|cooperation|two)\b")


def is_heading(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence of the body is a line of its own that says nothing; the first line may say all."""
    start, end = sentence.start, sentence.end
    alone = start > page.text.body_start and page.clean[start - 1] == "\n" == page.clean[end : end + 1]
    return alone and HEADING.fullmatch(sentence.shadow.text) is not None


def is_unjudged(claim: Claim, words: str, *, quoted: bool) -> bool:
    """Whether a clause read as a claim judges nothing.

    Args:
        claim: what it was read as.
        words: the clause as written.
        quoted: whether a side says it, in quotation marks.
    """
    if FRAGMENT.match(words) or ATTRIBUTION.match(words) or NO_VERDICT.search(words.lower()):
        return True
    if AGENDA.search(words) or RANK.search(words) or MORE_SO.match(words):
        return True
    if ARRIVES.match(words) or ASIDE.match(words):
        return True
    if LONG_AGO.match(words) and not GOES_ON_TODAY.search(words):
        return True
    if claim == "outlook" and (PROGRAMME.search(words) or SCHEDULE.search(words)):
        return True
    if claim == "level" and CEREMONY.search(words) and not DEGREE.search(words):
        return True
    return quoted and (
        WANTS.search(words) is not None
        or (claim == "significance" and OURS.match(words) is not None and not SUBJECT.search(words))
    )
