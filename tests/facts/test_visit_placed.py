"""Words that no rule knows may find somebody in another land: what stands about him and the place is weighed."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, VisitFact

COLUMN = """Presidents and the Great Wall

By Ann Moor

For fifty years every American president has been shown the same stones. {sentence} President Barack Obama visited China \
in November 2009 and was given an hour on the wall.

What the stones say is another matter."""


def visits(sentence: str, url: str | None = None) -> list[VisitFact]:
    text = COLUMN.format(sentence=sentence)
    reading = read_document(Document(source="test", text=text, published="2017-11-12", url=url))
    return [fact for fact in reading.facts if isinstance(fact, VisitFact) and fact.rule == "visit.placed"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Henry Kissinger slipped into Beijing in July 1971.", ("Henry Kissinger", "1971-07")),
        ("Ronald Reagan was flattered with a banquet in Beijing in April 1984.", ("Ronald Reagan", "1984-04")),
        ("Bill Clinton toured five Chinese cities after a week in Beijing in June 1998.", ("Bill Clinton", "1998-06")),
    ],
)
def test_whoever_is_found_abroad_was_there(sentence: str, told: tuple[str, str]) -> None:
    (visit,) = visits(sentence)
    assert visit.guest is not None
    assert (visit.guest.name, visit.start, visit.host_country, visit.mention) == (*told, "CHN", "background")
