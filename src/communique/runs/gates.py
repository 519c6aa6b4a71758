"""A page's markup becomes the reason to pass it over before its main text is taken out, or None to read it."""

from __future__ import annotations

from communique.documents.passing import Reason
from communique.documents.prose import declared_language, prose, sample
from communique.mentions import scan
from communique.pipeline import READS, has_two_parties, home_of
from communique.text import language


def page_gate(page: str, url: str) -> Reason | None:
    """Why a page holds nothing to read: its language, no trigger word, no two countries or bodies. None otherwise.

    Looks at all lines outside of menus, so that a page whose main text has what the reader's own gate wants gets past.
    """
    words = sample(page)
    is_foreign = language(words) not in (None, *READS) if words else None
    if is_foreign and declared_language(page) not in READS:
        return "other_language"
    text = prose(page)
    if not text.strip():
        return "no_words"
    if is_foreign is not False and language(text) not in (None, *READS):  # no sample, or the page says otherwise
        return "other_language"
    found = scan(text)
    if not found.triggers:
        return "no_trigger"
    return None if has_two_parties(found.atoms, home_of(url)) else "one_party"
