"""A text that tells of no visit may show one by all that it says: who is spoken of, in which places, with whom."""

import pytest

from communique.codebook.points import load_visit_points
from communique.pipeline import read_document
from communique.records import Document, VisitFact

SCENE = """Macron and the king turn a page

RABAT, May 7, 2024 - Emmanuel Macron embraced King Mohammed VI of Morocco on the steps of the palace on Tuesday, and \
three years of silence were over.

The French president had brought half of his cabinet. At the dinner in Rabat he spoke of a shared future; the \
king, who rarely smiles in public, smiled. Moroccan newspapers counted the minutes.

"We have lost time," Macron told students in Casablanca before his plane took off."""

CALL = """Macron and the king break the silence

PARIS, May 7, 2024 - President Emmanuel Macron of France spoke by telephone with King Mohammed VI of Morocco on Tuesday.

The French president wished the king a quick recovery. Morocco and France have been at odds for three years. The two \
may meet at a summit in the autumn, newspapers in Rabat wrote; the guest list is not yet known."""


def visits(text: str, url: str | None = None) -> list[tuple[str | None, str | None, str | None, str]]:
    reading = read_document(Document(source="test", text=text, published="2024-05-07", url=url))
    return [(v.guest_country, v.host_country, v.under_way, v.rule) for v in reading.facts if isinstance(v, VisitFact)]


def test_a_page_shows_the_visit_that_it_is_about() -> None:
    assert visits(SCENE) == [("FRA", "MAR", "2024-05-07", "visit.shown")]


def test_the_visit_that_is_shown_has_words_that_name_guest_and_place() -> None:
    reading = read_document(Document(source="test", text=SCENE, published="2024-05-07"))
    (visit,) = (fact for fact in reading.facts if isinstance(fact, VisitFact))
    assert visit.guest is not None
    assert visit.guest.name == "Emmanuel Macron"
    for piece in visit.evidence:
        assert SCENE[piece.start : piece.end] == piece.quote


def test_the_day_of_a_scene_is_a_day_of_the_visit_and_not_its_first() -> None:
    reading = read_document(Document(source="test", text=SCENE, published="2024-05-07"))
    (visit,) = (fact for fact in reading.facts if isinstance(fact, VisitFact))
    assert (visit.start, visit.under_way, visit.when) == (None, "2024-05-07", "2024-05-07~")
    assert [piece.quote for piece in visit.evidence if "under_way" in piece.of] == ["Tuesday"]
    (gap,) = (gap for gap in reading.gaps if gap.field == "start")
    assert "under way on 2024-05-07" in gap.reason


def test_a_first_day_that_is_told_counts_before_that_of_a_scene() -> None:
    text = SCENE.replace(
        "three years of silence were over.", "three years of silence were over. He had landed on Monday."
    )
    reading = read_document(Document(source="test", text=text, published="2024-05-07"))
    (visit,) = (fact for fact in reading.facts if isinstance(fact, VisitFact))
    assert (visit.start, visit.under_way) == ("2024-05-06", None)


def test_a_call_shows_no_visit() -> None:
    assert visits(CALL) == []


@pytest.mark.parametrize(
    "more",
    [
        " on the sidelines of a summit. The guest then walked through the gardens.",
        " in a letter of good wishes, and signed it himself.",
        " on the steps, as President Joe Biden of the United States looked on. The guests walked through the gardens.",
    ],
)
def test_no_visit_is_made_up(more: str) -> None:
    head = "RABAT, May 7, 2024 - President Emmanuel Macron of France on Tuesday embraced King Mohammed VI of Morocco"
    assert visits(head + more) == []


def test_an_office_that_receives_says_so_itself() -> None:
    london = SCENE.replace("Rabat", "London").replace("RABAT", "LONDON").replace("Morocco", "the United Kingdom")
    london = london.replace("Mohammed VI", "Charles III").replace("Moroccan", "British").replace("Casablanca", "Oxford")
    assert [guest for guest, *_ in visits(london)] == ["FRA"]
    assert visits(london, "https://www.gov.uk/government/news/1") == []


def test_points_tell_both_ways() -> None:
    points = load_visit_points()
    assert points.weigh({}) < 0
    assert points.weigh({"written there": 1.0}) > points.weigh({}) > points.weigh({"written at home": 1.0})
