"""Two visits, or two sides of one, beside each other; and the page of a person."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar.exceptions import ClientException
from litestar.testing import TestClient
from looking import assert_fit_to_read
from serving import app_of, served

from communique.documents import open_documents
from communique.errors import NotInRecordError
from communique.pipeline import read_document
from communique.records import Document, DocumentInfo, Evidence, Person, Reading, VisitFact
from communique.runs.ingest import ingest
from communique.store import Entry, Store, open_store
from communique.store.outlets import load_overrides
from communique.visits.model import Source
from communique.web import kept
from communique.web.languages import words_of
from communique.web.views.asked import Asked
from communique.web.views.compare import compare_view
from communique.web.views.leader import leader_view
from communique.web.views.sides import SidesView, sides_view
from communique.web.views.tours import tours

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
from made_visits import visit

WORDS = words_of("en")
DECEMBER, FEBRUARY = "BLR-CHN-2023-12-03", "BLR-CHN-2023-02-28"
SOURCES = """match,name,kind,country
*001-*,Minsk Wire,agency,BLR
*002-*,Exile Weekly,commentary,
*003-*,Foreign Ministry,official,CHN
"""


@pytest.fixture(scope="module")
def sourced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The four texts of the two visits, each with who publishes it."""
    folder = tmp_path_factory.mktemp("sided")
    (folder / "sources.csv").write_text(SOURCES, "utf-8")
    with open_store(str(folder / "visits.db")) as store:
        paths = sorted(str(path) for path in (Path(__file__).parents[2] / "examples").glob("00[1-4]-*.txt"))
        overrides = load_overrides(folder / "sources.csv")
        ingest(store, open_documents(paths), read_document, "1", overrides=overrides)
        yield store


def december(store: Store, show: str | None = None) -> SidesView:
    return sides_view(store, DECEMBER, show, WORDS)


def test_each_column_names_its_side_and_its_texts(sourced: Store) -> None:
    columns = december(sourced).columns
    assert [(one.name, [text.source for text in one.texts]) for one in columns] == [
        ("The guest's side, Belarus", ["Minsk Wire"]),
        ("The host's side, China", ["Foreign Ministry"]),
        ("Press, registers, third countries", ["Exile Weekly"]),
    ]


def test_every_cell_has_the_very_words_of_its_own_side(sourced: Store) -> None:
    view = december(sourced)
    texts = {one.id: sourced.document(one.id).text or "" for one in sourced.documents()}
    titles = {one.id: one.title or "" for one in sourced.documents()}
    allowed = [{text.source for text in column.texts} for column in view.columns]
    seen = 0
    for part in view.parts:
        for row in part.rows:
            for sources, column in zip(allowed, row.columns, strict=True):
                for quote in (quote for said in column for quote in said.quotes):
                    document = quote.address.split("/")[2].split("?")[0]
                    whole = " ".join(f"{titles[document]} {texts[document]}".split())
                    assert all(piece.strip() in whole for piece in quote.words.removesuffix(" …").split(" … "))
                    assert quote.source in sources
                    seen += 1
    assert seen > 40


def test_what_only_one_side_says_is_counted_and_shown_alone(sourced: Store) -> None:
    whole = december(sourced)
    numbers = {one.words: int(one.number) for one in whole.standings}
    assert sum(numbers.values()) == sum(len(part.rows) for part in whole.parts)
    alone = december(sourced, "host")
    rows = [row for part in alone.parts for row in part.rows]
    assert len(rows) == numbers["of the two, only China"]
    assert all(row.columns[1] and not row.columns[0] for row in rows)
    assert {"One China", "Taiwan"} <= {row.what for row in rows}


def test_the_press_contradicts_the_venue_of_both_sides(sourced: Store) -> None:
    (venue,) = [row for part in december(sourced).parts for row in part.rows if row.what == "Venue of the talks"]
    assert [[said.words for said in column] for column in venue.columns] == [
        ["Diaoyutai State Guesthouse"],
        ["Diaoyutai State Guesthouse"],
        ["Great Hall of the People"],
    ]
    assert (venue.badge, venue.dispute) == ("both", "others differ")


def test_a_side_without_a_text_is_said_to_be_missing(sourced: Store, store: Store) -> None:
    assert december(sourced).missing is None
    assert sides_view(sourced, FEBRUARY, None, WORDS).missing is None
    assert "Belarus" in (sides_view(store, DECEMBER, None, WORDS).missing or "")


def test_a_joint_text_is_named_in_both_columns(sourced: Store) -> None:
    view = sides_view(sourced, FEBRUARY, None, WORDS)
    assert [any(text.is_joint for text in column.texts) for column in view.columns] == [True, True, False]


def test_two_visits_are_compared_whichever_is_named_first(sourced: Store) -> None:
    view = compare_view(sourced, DECEMBER, FEBRUARY, WORDS)
    assert view == compare_view(sourced, FEBRUARY, DECEMBER, WORDS)
    assert (view.earlier.id, view.later.id) == (FEBRUARY, DECEMBER)
    assert view.between == "276 days lie between them."
    rows = {(part.id, row.what): row for part in view.parts for row in part.rows}
    assert rows["visit", "Declared type"].badge == "turned"
    assert rows["position", "Taiwan"].badge == "turned"
    assert rows["protocol", "Greeting at the airport"].badge == "new"
    gone = [row for part in view.parts if part.id == "act" for row in part.rows if row.badge == "gone"]
    assert len(gone) == 10
    assert all(row.columns[0] and not row.columns[1] for row in gone)


def test_visits_that_cannot_be_compared_are_refused(store: Store, client: Any) -> None:
    with pytest.raises(ClientException, match="twice"):
        compare_view(store, DECEMBER, DECEMBER, WORDS)
    other = next(one.id for one in store.visits() if one.guest_country == "FRA")
    with pytest.raises(ClientException, match="between the same countries"):
        compare_view(store, DECEMBER, other, WORDS)
    with pytest.raises(NotInRecordError):
        compare_view(store, DECEMBER, "nothing", WORDS)
    assert client.get("/compare?earlier=x").status_code == 400
    assert client.get("/compare?earlier=x&later=y").status_code == 404
    assert client.get(f"/visits/{DECEMBER}/sides?show=all").status_code == 400
    assert client.get("/visits/nothing/sides").status_code == 404


def test_legs_that_follow_within_two_days_are_one_journey() -> None:
    def leg(start: str, end: str, way: str, **more: Any) -> Any:
        return visit(start, end, way=way, id=f"{way}-{start}", **more)

    made = [
        leg("2024-05-05", "2024-05-07", "CHN-FRA"),
        leg("2024-05-07", "2024-05-08", "CHN-SRB"),
        leg("2024-05-10", "2024-05-10", "CHN-HUN"),
        leg("2024-05-13", "2024-05-14", "CHN-KAZ"),
        leg("2024-05-14", "2024-05-15", "CHN-UZB", status="cancelled"),
    ]
    assert [[one.host_country for one in tour.legs] for tour in tours(made)] == [
        ["FRA", "SRB", "HUN"],
        ["KAZ"],
        ["UZB"],
    ]


def test_a_person_is_found_by_any_part_of_the_name_and_namesakes_are_told_apart(store: Store) -> None:
    view = leader_view(store, "Lukashenko", "BLR", Asked(), WORDS)
    assert view.name == "Alexander Lukashenko"
    assert [leg.id for tour in view.tours for leg in tour.legs][:2] == [DECEMBER, FEBRUARY]
    assert [(one.name, one.visits) for one in view.hosts] == [("China", "2")]
    with pytest.raises(NotInRecordError):
        leader_view(store, "Lukashenko", "FRA", Asked(), WORDS)
    with pytest.raises(NotInRecordError):
        leader_view(store, "", None, Asked(), WORDS)


def test_a_host_has_the_visitors_received(store: Store) -> None:
    view = leader_view(store, "Xi Jinping", "CHN", Asked(), WORDS)
    received = {row.id for row in view.received}
    assert received == {one.id for one in store.visits() if one.host.name == "Xi Jinping" and one.host_country == "CHN"}
    assert view.map is not None and view.map.title == "Journeys of Xi Jinping"


def test_an_answer_is_kept_until_the_record_changes(fresh_store: Store) -> None:
    asked: list[int] = []

    def ask() -> int:
        asked.append(1)
        return len(asked)

    assert [kept.kept(fresh_store, "question", ask) for _ in range(3)] == [1, 1, 1]
    one = next(iter(fresh_store.readings()))
    info = msgspec.structs.replace(one.document, id="f" * 16, sha256="0" * 64)
    source = next(iter(fresh_store.documents())).source
    fresh_store.save([Entry(msgspec.structs.replace(one, document=info, facts=()), source)], "1")
    assert kept.kept(fresh_store, "question", ask) == 2
    for number in range(kept.MOST + 1):
        kept.kept(fresh_store, number, ask)
    assert kept.kept(fresh_store, "question", ask) > 2


def test_a_program_gets_the_same_as_json(client: Any, store: Store) -> None:
    json = {"Accept": "application/json"}
    ways = client.get("/map?since=2023&until=2023", headers=json).json()
    assert {"guest": "BLR", "host": "CHN", "visits": 2}.items() <= next(w for w in ways if w["guest"] == "BLR").items()
    assert client.get("/countries/BLR", headers=json).json()[0]["host"] == "CHN"
    sided = client.get(f"/visits/{DECEMBER}/sides", headers=json).json()
    assert sided["visit"] == DECEMBER and sided["matters"] and sided["voices"]
    changed = client.get(f"/compare?earlier={FEBRUARY}&later={DECEMBER}", headers=json).json()
    assert (changed["earlier"], changed["later"]) == (FEBRUARY, DECEMBER)
    person = client.get("/leaders/Lukashenko?country=BLR", headers=json).json()
    assert len(person["journeys"]) == 2
    assert client.get("/map?since=x", headers=json).status_code == 400


@pytest.mark.parametrize("language", ["zh", "ru"])
@pytest.mark.parametrize(
    "address",
    [f"/visits/{DECEMBER}/sides", f"/compare?earlier={FEBRUARY}&later={DECEMBER}", "/leaders/Lukashenko?country=BLR"],
)
def test_the_pages_speak_the_language(client: Any, language: str, address: str) -> None:
    answer = client.get(address, headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert f'lang="{language}' in answer.text


def test_words_of_a_text_cannot_become_marks(tmp_path: Path) -> None:
    """A name that is a script is shown as it is written."""
    name = "<script>alert(1)</script>"
    with open_store(str(tmp_path / "visits.db")) as store:
        fact = VisitFact(
            id="a" * 16,
            evidence=(Evidence(0, len(name), name),),
            rule="by hand",
            guest=Person(name, "BLR", "president"),
            guest_country="BLR",
            host_country="CHN",
            start="2023-05-01",
            status="completed",
        )
        info = DocumentInfo(id="b" * 16, source="x", title=name, published="2023-05-02", sha256="0" * 64)
        document = Document(source="x", text=name, title=name)
        source = Source("x.example", name, "official", "CHN")
        store.save([Entry(Reading(document=info, facts=(fact,)), source, document)], "1")
        store.settle()
        with TestClient(app_of(store)) as client:
            for address in ("/dyads/BLR/CHN", "/countries/BLR", "/visits/BLR-CHN-2023-05-01/sides", "/leaders/alert"):
                text = client.get(address).text
                assert "<script>alert" not in text


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_they_are_fit_to_read(new_page: Callable[..., Any], sourced: Store, width: int, scheme: str) -> None:
    with served(app_of(sourced)) as site:
        page = new_page(width, color_scheme=scheme)
        for address in (
            f"/visits/{DECEMBER}/sides",
            f"/compare?earlier={FEBRUARY}&later={DECEMBER}",
            "/leaders/Lukashenko?country=BLR",
        ):
            page.goto(site + address)
            assert_fit_to_read(page)


def test_two_visits_are_chosen_and_compared_by_keyboard(page: Any, site: str) -> None:
    page.goto(f"{site}/dyads/BLR/CHN")
    page.get_by_role("button", name="Compare the two chosen").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare?**")
    assert page.get_by_role("heading", level=1).inner_text() == "Belarus and China: two visits compared"
    page.goto(f"{site}/visits/{DECEMBER}")
    page.get_by_role("link", name="What each side says").click()
    page.locator(".words-of a").first.click()
    page.wait_for_url("**/texts/**")
    assert page.locator("mark").count() > 0
