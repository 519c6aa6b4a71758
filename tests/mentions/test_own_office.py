"""A government writes of its own head without his country; the text's other words tell which country that is."""

import pytest

from communique.mentions import Page, scan
from communique.text import clean

LONDON = (
    "PM meeting with President Duda of Poland: 7 April 2022\n\nThe Prime Minister met the President of Poland, Andrzej "
    "Duda, in Downing Street this afternoon. The UK will send more weapons to Ukraine."
)
PARIS = (
    "Visit of the President of the Republic to Egypt\n\nThe President of the Republic was in Egypt for three days. "
    "France and Egypt signed a declaration. Emmanuel Macron thanked his counterpart Abdel Fattah el-Sisi."
)
NOBODYS = "The President said that talks on trade between France and Egypt would go on."


def heads(words: str, day: str | None) -> list[tuple[str | None, str | None]]:
    text = clean(None, words)
    page = Page(text, scan(text.clean), day, None, None)
    found = [item.value for index in range(3) if index < len(page.spans) for item in page.sentence(index).of("person")]
    return [(figure.name, figure.country) for figure in found]


@pytest.mark.parametrize(
    ("words", "day", "head"),
    [(LONDON, "2022-04-07", ("Boris Johnson", "GBR")), (PARIS, "2025-04-09", ("Emmanuel Macron", "FRA"))],
)
def test_the_bare_office_is_that_of_the_texts_own_country(words: str, day: str, head: tuple[str, str]) -> None:
    assert heads(words, day)[0] == head


def test_without_a_day_or_a_clear_country_nobody_is_meant() -> None:
    assert heads(LONDON, None)[0] == (None, None)
    assert heads(NOBODYS, "2025-04-09")[0] == (None, None)
