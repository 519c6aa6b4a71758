"""Words that no rule knows may find somebody in another land: what stands about him and the place is weighed."""

from __future__ import annotations

import pytest

from communique.pipeline import read_document, why
from communique.records import Document, VisitFact

COLUMN = """Presidents and the Great Wall

For fifty years every American president has been shown the same stones. {sentence} President Barack Obama visited \
China in November 2009 and was given an hour on the wall.

What the stones say is another matter."""


def document(sentence: str, url: str | None = None) -> Document:
    return Document(source="test", text=COLUMN.format(sentence=sentence), published="2017-11-12", url=url)


def placed(sentence: str, url: str | None = None) -> list[VisitFact]:
    facts = read_document(document(sentence, url)).facts
    return [fact for fact in facts if isinstance(fact, VisitFact) and fact.rule == "visit.placed"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Gerald Ford, who sat in Beijing with Mao in December 1975, came home happy.", ("Gerald Ford", "1975-12")),
        ("Ronald Reagan was flattered with a banquet in Beijing in April 1984.", ("Ronald Reagan", "1984-04")),
        ("George H. W. Bush gave a barbecue in Beijing in February 1989.", ("George H. W. Bush", "1989-02")),
    ],
)
def test_whoever_is_found_abroad_was_there(sentence: str, told: tuple[str, str]) -> None:
    (visit,) = placed(sentence)
    assert visit.guest is not None
    assert (visit.guest.name, visit.start, visit.host_country) == (*told, "CHN")
    assert (visit.mention, visit.status) == ("background", "completed")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ronald Reagan spoke of the war in China in April 1984.",
        "Ronald Reagan sent an ambassador to Beijing in April 1984.",
        "Gerald Ford denied that he would sit in Beijing in December 1975.",
        "Ronald Reagan telephoned Beijing in April 1984.",
    ],
)
def test_whoever_only_speaks_of_a_place_was_not(sentence: str) -> None:
    assert placed(sentence) == []


def test_an_office_tells_its_visits_in_words_that_rules_know() -> None:
    assert (
        placed("George H. W. Bush gave a barbecue in Beijing in February 1989.", url="https://www.whitehouse.gov/x")
        == []
    )


def test_the_derivation_tells_what_weighed() -> None:
    sentence = "George H. W. Bush gave a barbecue in Beijing in February 1989."
    (visit,) = placed(sentence)
    assert "weighs +" in why(document(sentence), visit.id)
