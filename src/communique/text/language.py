"""A text → its language, guessed from its script and its commonest words."""

from __future__ import annotations

from communique.grammar import lazy

SAMPLE = 4_000  # characters looked at
QUICK = 800  # characters that decide where English is plain
PLAIN = 0.15  # share of English words beyond which no other language is tried
ENOUGH = 0.06  # share of words that must be a language's own; English news lies near 0.3, other languages below 0.03
_SCRIPTS = (
    ("ja", lazy(r"[\u3040-\u30ff]"), 0.05),
    ("ko", lazy(r"[\uac00-\ud7af]"), 0.2),
    ("zh", lazy(r"[\u4e00-\u9fff]"), 0.2),
    ("ar", lazy(r"[\u0600-\u06ff]"), 0.3),
    ("hi", lazy(r"[\u0900-\u097f]"), 0.3),
    ("el", lazy(r"[\u0370-\u03ff]"), 0.3),
    ("he", lazy(r"[\u0590-\u05ff]"), 0.3),
    ("th", lazy(r"[\u0e00-\u0e7f]"), 0.3),
    ("ru", lazy(r"[\u0400-\u04ff]"), 0.3),
)
_WORDS = {
    "en": "the of and to in a that for on with is was by as at from it has will be his",
    "fr": "le la les de des du et à en un une que pour dans sur est avec au qui par il son",
    "de": "der die das und in den von zu mit für auf ist im dem des ein eine nicht als auch",
    "es": "el la los las de del y en un una que por para con se su es al lo como más",
    "pt": "o a os as de do da dos e em um uma que por para com se no na ao mais seu",
    "it": "il la le lo di del della e in un una che per con si è al dei nel sono ha",
    "tr": "ve bir bu için ile da de olan olarak çok daha en ki gibi sonra kadar",
    "pl": "w i z na do że się nie o jest od po za dla przez oraz jak",
    "vi": "và của các là trong cho có được với một những không người đã",
    "id": "dan yang di dengan untuk dari pada dalam ini itu akan adalah oleh ke",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_UKRAINIAN, _BELARUSIAN, _PERSIAN = lazy(r"[іїєґ]"), lazy(r"[ўі]"), lazy(r"[پچژگ]")


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language that the first 4,000 characters are written in; None where unsure."""
    sample = text[:SAMPLE]
    if _share("en", sample[:QUICK]) >= PLAIN:
        return "en"
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return None
    if not sample.isascii():
        for code, script, share in _SCRIPTS:
            if len(script.findall(sample)) > share * letters:
                return _refined(code, sample)
    scores = {code: _share(code, sample) for code in _SETS}
    best = max(scores, key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= ENOUGH else None


def _share(code: str, sample: str) -> float:
    """The share of a sample's words that are common ones of a language, 0 to 1."""
    words = sample.lower().split()
    return sum(map(_SETS[code].__contains__, words)) / len(words) if words else 0.0


def _refined(code: str, sample: str) -> str:
    if code == "ru":
        if "ў" in sample and _BELARUSIAN.search(sample):
            return "be"
        return "uk" if _UKRAINIAN.search(sample) else "ru"
    if code == "ar" and _PERSIAN.search(sample):
        return "fa"
    return code
