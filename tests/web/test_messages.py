"""The words of the interface: every language says everything, with the same slots."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from communique.analysis.rubric import load_rubric
from communique.web.languages import LANGUAGES, chosen, messages, words_of

SLOT = re.compile(r"{(\w+)}")


def slots(message: str | Mapping[str, str]) -> set[str]:
    forms = message.values() if isinstance(message, Mapping) else [message]
    return {slot for form in forms for slot in SLOT.findall(form)} - {"n"}


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_a_language_has_the_messages_that_english_has(language: str) -> None:
    english, own = messages("en"), messages(language)
    assert english.keys() ^ own.keys() == set()
    assert {key for key in english if slots(english[key]) != slots(own[key])} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_with_plural_forms_has_all_that_the_language_needs(language: str) -> None:
    wanted = set(words_of(language).locale.plural_form.tags) | {"other"}
    plural = {key: set(one) for key, one in messages(language).items() if isinstance(one, Mapping)}
    assert {key for key, forms in plural.items() if forms != wanted} == set()


@pytest.mark.parametrize(
    ("asked", "kept", "accepted", "spoken"),
    [
        ("ru", "zh", "en", "ru"),
        (None, "zh", "en", "zh"),
        (None, None, "fr, zh-CN;q=0.8, ru;q=0.9", "ru"),
        ("xx", "../en", "de", "en"),
        (None, None, "zh;q=none", "en"),
        (None, None, None, "en"),
    ],
)
def test_a_language_is_chosen(asked: str | None, kept: str | None, accepted: str | None, spoken: str) -> None:
    assert chosen(asked, kept, accepted) == spoken


def test_dates_and_countries_are_told_in_the_language() -> None:
    assert [words_of(one).days("2023-12-03", "2023-12-04").replace("\u202f", " ") for one in LANGUAGES] == [
        "3–4 Dec 2023",
        "2023年12月3日至4日",
        "3–4 дек. 2023 г.",
    ]
    assert [words_of(one).day("2023-02~").replace("\u202f", " ") for one in LANGUAGES] == [
        "about February 2023",
        "约2023年2月",
        "примерно февраль 2023 г.",
    ]
    assert [words_of(one).country("CHN") for one in LANGUAGES] == ["China", "中国", "Китай"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_courtesy_and_every_stage_of_a_visit_has_a_name(language: str) -> None:
    elements = load_rubric().elements
    wanted = {f"codes.signal.{one.signal}" for one in elements} | {f"codes.group.{one.group}" for one in elements}
    assert wanted - messages(language).keys() == set()
