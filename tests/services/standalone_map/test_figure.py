"""The figure of a territory on the map that leaves: classes as on screen, unknown hatched."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from sqlalchemy import insert

from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.queries import schema
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.figure_map import figure_map
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.portrait.choropleth import MappedFigure, choropleth_of
from territorial_map.services.portrait.place import place_of
from territorial_map.services.texts import Texts
from tests.in_memory import edition_of
from tests.programs import program
from tests.synthetic import organisation

FLAGS = ["--no-sandbox", "--disable-gpu"]
EPCI = "200068781"
CLASSES = ({"rank": 1, "upto": 1}, {"rank": 2, "upto": 4})


@pytest.fixture(scope="module")
def edition() -> Iterator[OpenEdition]:
    """One organisation in Romans, and two classes of communes."""
    rows = [{"level": "commune", "dimension": "", "value": ""} | one for one in CLASSES]
    with edition_of([organisation()]) as opened:
        with opened.file.connect() as connection:
            connection.execute(insert(schema.map_classes), rows)
            connection.commit()
        yield opened


def told(edition: OpenEdition, **chosen: list[str]) -> list[tuple[str, str]]:
    """Each area of a list's figure by name, and what is told of it."""
    drawn = figure_map(edition, Selection.of({"epci": [EPCI], **chosen}), Texts())
    return (
        sorted((one.name, one.told.replace("\u00a0", " ")) for one in drawn.areas) if drawn else []
    )


def test_a_territory_leaves_with_the_areas_of_its_portrait(edition: OpenEdition) -> None:
    assert told(edition) == [
        ("Romans-sur-Isère", "1"),
        ("Saint-Vallier", "0 connue"),
        ("Valence", "0 connue"),
    ]


def test_what_no_source_covers_is_not_known(edition: OpenEdition) -> None:
    place = place_of(edition, edition.territory(TerritoryLevel.EPCI, EPCI).territory)
    on_screen = choropleth_of(edition, place, MappedFigure("device", "esat"))

    assert on_screen is not None
    assert {one.count for one in on_screen.areas} == {None}
    assert {words for _, words in told(edition, device=["esat"])} == {"non connu"}


@pytest.mark.parametrize(
    "chosen",
    [{"device": ["esat", "ea"]}, {"legal_form": ["scop"]}, {"kind": ["ptce"], "device": ["aci"]}],
)
def test_a_list_that_is_no_figure_has_no_areas(
    edition: OpenEdition, chosen: dict[str, list[str]]
) -> None:
    assert told(edition, **chosen) == []


def leaving(edition: OpenEdition, folder: Path, **chosen: list[str]) -> Path:
    """The page of the list of a territory, as a file."""
    selection = Selection.of({"epci": [EPCI], **chosen})
    table = export_table(edition, selection, Order.NAME, RowsPer.SITE, "https://annuaire.example")
    file = folder / "carte.html"
    file.write_bytes(b"".join(FORMATS["html"].chunks(table)))
    return file


def test_the_same_list_makes_the_same_file(edition: OpenEdition, tmp_path: Path) -> None:
    first = leaving(edition, tmp_path).read_bytes()

    assert b"foliumtooltip" in first
    assert leaving(edition, tmp_path).read_bytes() == first


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A page without network that fails the test on any error of its script."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(program("chromium", "chromium")), args=FLAGS
        )
        opened = browser.new_page(viewport={"width": 1440, "height": 900}, locale="fr-FR")
        wrong: list[str] = []
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("console", lambda one: wrong.append(one.text) if one.type == "error" else None)
        yield opened
        assert wrong == []
        browser.close()


@pytest.mark.browser
def test_areas_tell_their_figure_and_can_be_put_away(
    page: Page, edition: OpenEdition, tmp_path: Path
) -> None:
    page.goto(leaving(edition, tmp_path).as_uri())
    areas = page.locator("path.figure")
    expect(areas).to_have_count(3)
    assert sorted(area.get_attribute("fill") or "" for area in areas.all()) == [
        "#e3eefa", "#fefefe", "#fefefe",
    ]  # fmt: skip

    areas.nth(1).dispatch_event("mouseover")
    expect(page.locator(".leaflet-tooltip")).to_have_text(re.compile(r".+\s: .+ \(Toutes les"))
    page.get_by_label("Chiffre par territoire").uncheck()
    expect(areas.first).to_be_hidden()


@pytest.mark.browser
def test_what_is_not_known_is_hatched_and_the_table_says_so(
    page: Page, edition: OpenEdition, tmp_path: Path
) -> None:
    page.goto(leaving(edition, tmp_path, device=["esat"]).as_uri())
    area = page.locator("path.not-known").first
    expect(area).to_be_visible()

    assert "non-connu" in area.evaluate("path => getComputedStyle(path).fill")
    legend = page.locator(".classes li").all_inner_texts()
    assert legend[-1].strip().replace("\u00a0", " ") == "non connu de nos sources (3 territoires)"
    page.get_by_text("Le même chiffre en tableau").click()
    expect(page.get_by_role("cell", name="non connu")).to_have_count(3)
