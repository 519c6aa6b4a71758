"""Several who travel, named by office and land: each is who holds that office there."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, MeetingFact, VisitFact

OPENING = "Prime Minister Narendra Modi of India arrived in Fiji on 4 May 2021 for an official visit.\n"


@pytest.mark.parametrize(
    ("who", "wanted"),
    [
        ("The foreign ministers of Poland and Lithuania", ["Zbigniew Rau", "Gabrielius Landsbergis"]),
        ("The prime ministers of Poland and Lithuania", ["Mateusz Morawiecki", "Ingrida Šimonytė"]),
        ("The heads of state of Poland and Lithuania", ["Andrzej Duda", "Gitanas Nausėda"]),
        ("The presidents of Poland and Lithuania", ["Andrzej Duda", "Gitanas Nausėda"]),
        ("Leaders of Poland and Lithuania", ["Andrzej Duda", "Gitanas Nausėda"]),
    ],
)
@pytest.mark.parametrize("went", ["travelled to Suva together", "came to Suva for the celebrations"])
def test_each_holds_the_office_that_is_named(who: str, went: str, wanted: list[str]) -> None:
    text = f"{OPENING}{who} {went} in April."
    facts = read_document(Document(source="test", text=text, published="2021-05-05")).facts
    guests = [f.guest.name for f in facts if isinstance(f, VisitFact) and f.mention == "background" and f.guest]
    assert guests == wanted


def test_talks_of_others_are_not_those_of_the_visit_as_well() -> None:
    text = OPENING + "In Athens on Friday the ministers Zbigniew Rau of Poland and Nikos Dendias of Greece held talks."
    facts = read_document(Document(source="test", text=text, published="2021-05-08")).facts
    assert ("FJI", "IND") not in [f.countries for f in facts if isinstance(f, MeetingFact)]
