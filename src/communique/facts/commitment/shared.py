"""Words → whether they name what two states have together, or what they set up, send or run."""

from __future__ import annotations

from communique.codebook import LETTERS
from communique.grammar import lazy

BILATERAL = lazy(  # what two states have together: its future is theirs to decide
    r"\b(?:construction|deliveries|shipments"
    r"|joint|bilateral|intergovernmental|inter-governmental|mutual|reciprocal|commissions?|working groups?"
    r"|action plan|road ?maps?|visa\w*|flights?|cooperation|trade|scholarships?|consultations|negotiations"
    r"|memorand\w+|exchanges|committees?|between the two|of the two|agreements?|treaty|stud(?:y|ies)|forum|hotline"
    r"|credit lines?|lines? of credit|package|programmes?|programs?|projects?|railway|corridor|pipeline|mechanism"
    r"|consulates?|embass(?:y|ies)|trade house|power plants?|investment|working-level|window|schools|hospitals|worth"
    r"|loans?|grants?|million|billion)\b"
    rf"|\bbetween (?:the )?[{LETTERS['city']}{LETTERS['country']}][^;.]{{0,30}} and (?:the )?"
    rf"[{LETTERS['city']}{LETTERS['country']}]|\bboth {LETTERS['group']}?|{LETTERS['group']}"
)
BODY = lazy(  # what two states set up, send or run: its work is theirs
    r"\b(?:teams?|peacekeepers|observers|instructors|groups?|experts|engineers|specialists|technicians|historians|archaeologists|panel"
    r"|doctors|nurses|teachers|vets|surgeons|medics|trainers|crews|sappers|rescuers|advis[eo]rs|troops|soldiers"
    r"|[a-z]{3,}(?:ologists|ographers|icians|onomists)"
    r"|task force"
    r"|secretariat|delegation of|mission|trains?|bus(?:es)?|coach|ferr(?:y|ies)|line|lines|link|route|service|services"
    r"|cables?|bridge|tunnel|plan|work plan|road ?map|fellowships|places|grants|centre|center|cent(?:er|re)s|institute"
    r"|campus|school|faculty|universities|museums|ships|warships|naval|navies|air forces?|armies|coast guards?|zone"
    r"|park|port|roads?|railways?|highway|dam|airport|pipeline|grid|interconnector|station|reactor|units?|fund|bank"
    r"|negotiators|officials|ministers|ministries"
    r"|authorities|agencies|missions|embassies|studies|talks|consultations|fair|festival|exhibition|exhibits?|house"
    r"|council|commission|committee|dialogue|conference|hotline|board|body|bodies|network|air bridge|shipments"
    r"|deliveries|drills|manoeuvres|maneuvers|patrols)\b"
)


def is_shared(words: str) -> bool:
    """Whether words name what two states have together, or what they set up, send or run."""
    return BODY.search(words) is not None or BILATERAL.search(words) is not None
