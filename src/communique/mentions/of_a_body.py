"""The word "president" and what stands behind it → the office with the body that it is of, where that is no country."""

from __future__ import annotations

from communique.grammar import lazy

HEADS = ("president", "vice president", "vice-president", "deputy president", "first vice president")
BODY = lazy(
    r" of (?:the |its |their |his )?(?:[A-ZÀ-Þ][\w'’-]*\.? ){0,3}?"
    r"(?P<body>(?:National |General |Legislative |Federal |People's |Constituent )?Assembly|Senate|Parliament|Congress"
    r"|Riksdag|Bundestag|Bundesrat|Knesset|Storting|Chamber(?: of \w+)?|House of \w+|(?:[A-Z]\w+ ){0,2}(?:Court|Bank"
    r"|Committee|Association|University|Academy|Institute|Foundation|Club|Party|Airlines|Chamber of Commerce))\b"
)


def office_of(office: str, text: str, end: int) -> str:
    """An office with its body: "president of the Senate" where the words behind say so.

    Args:
        office: the office's words.
        text: the text.
        end: where the words of the office end in it.
    """
    if " ".join(office.lower().split()) not in HEADS:
        return office
    behind = BODY.match(text, end)
    return f"{office} of the {behind['body']}" if behind else office
