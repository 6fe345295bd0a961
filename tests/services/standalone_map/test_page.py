"""The map that leaves the app: one file, opened in a browser without any network."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import unescape
from itertools import cycle, islice
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from territorial_map.domain.content_policy import script_source
from territorial_map.domain.geo import Point
from territorial_map.domain.language.writing import distance
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Around, Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.columns import COLUMNS
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import ExportLine, ExportTable
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.services.partner_lists.table import partner_table
from territorial_map.services.standalone_map.packing import unpacked
from tests.programs import program

FLAGS = ["--no-sandbox", "--disable-gpu"]
HOSTILE = "</script><script>document.title='piégé'</script><img src=x onerror=alert(1)>"


@pytest.fixture
def table(small_edition: OpenEdition) -> ExportTable:
    """Every synthetic organisation within 60 km, one of them with a hostile name."""
    near = Selection.of({}, around=Around(Point(5.05, 45.04), 60))
    found = export_table(
        small_edition, near, Order.DISTANCE, RowsPer.SITE, "https://annuaire.example"
    )

    def read() -> Iterator[ExportLine]:
        lines = found.lines()
        first = next(lines)
        yield replace(first, cells=(HOSTILE, *first.cells[1:]))
        yield from lines

    return replace(found, read=read)


@pytest.fixture
def other_partners(small_edition: OpenEdition) -> ExportTable:
    """The partners of a synthetic organisation, tied to it."""
    asked = PartnersAsked(organisation="synthetic:lieu", radius_km=60)
    return partner_table(small_edition, asked, "https://annuaire.example")


def page_of(table: ExportTable) -> str:
    return b"".join(FORMATS["html"].chunks(table)).decode()


def many(table: ExportTable, n: int) -> ExportTable:
    """Synthetic lines, each with its own name, id and place."""

    def read() -> Iterator[ExportLine]:
        places = {column.key: at for at, column in enumerate(COLUMNS)}
        for i, line in enumerate(islice(cycle(list(table.lines())), n)):
            cells = list(line.cells)
            cells[places["name"]] = f"Organisation synthétique au nom assez long numéro {i}"
            cells[places["id"]] = f"synthetic:{i:08}"
            cells[places["siret"]] = f"{10**13 + i}"
            cells[places["address"]] = f"{i} rue Fictive de la Commune"
            cells[places["phone"]] = f"04{i:08}"
            point = Point(5 + (i % 70) / 70, 44 + (i // 70) / 70)
            yield replace(line, cells=tuple(cells), point=point)

    return replace(table, read=read, about=replace(table.about, rows=n, total=n))


def test_a_page_asks_the_network_for_nothing(table: ExportTable) -> None:
    page = page_of(table)

    assert re.findall(r"<script[^>]+src=", page) == []
    assert re.findall(r"<link[^>]+href=\"(?!data:)", page) == []
    assert re.findall(r"url\((?!#default#VML|data:|\"?#)[^)]*\)", page) == []
    assert "@import" not in page


def test_a_page_runs_its_own_scripts_alone(table: ExportTable) -> None:
    page = page_of(table)
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="(.*?)">', page)
    assert found
    policy = unescape(found[1])
    (scripts,) = [rule for rule in policy.split("; ") if rule.startswith("script-src ")]
    inside = re.findall(r"<script(?: type=.module.)?>(.*?)</script>", page, re.DOTALL)

    assert len(inside) == 4
    assert scripts.split()[1:] == [script_source(text) for text in inside]
    assert "default-src 'none'" in policy
    assert page.index("Content-Security-Policy") < page.index("<script")


def test_a_page_of_five_thousand_organisations_holds_in_three_megabytes(
    table: ExportTable,
) -> None:
    size = len(page_of(many(table, 5_000)).encode())

    assert size <= 3_000_000


def test_the_lines_packed_in_a_page_come_back_whole(table: ExportTable) -> None:
    found = re.search(r'id="liste">(.*?)</script>', page_of(table))
    assert found
    back = unpacked(json.loads(found[1]))
    names = [row[back["columns"].index("name")] for row in back["rows"]]

    assert names == [row[0] for row in table.rows()]
    assert back["about"]["link"] == table.about.link


def test_the_same_list_gives_the_same_page(table: ExportTable) -> None:
    assert page_of(table) == page_of(table)


def test_a_page_carries_the_licences_of_what_is_inside(table: ExportTable) -> None:
    page = page_of(table)

    assert "BSD 2-Clause License" in page
    assert "Permission is hereby granted, free of charge" in page


def told_by(page: Page, selector: str) -> str:
    """The text of an element as soon as it is there, read in one step."""
    there = page.wait_for_function(f"document.querySelector('{selector}')?.innerText")
    return str(there.json_value())


@contextmanager
def opened(table: ExportTable, folder: Path) -> Iterator[Page]:
    """The page in a browser without network; asking for anything, or an error, fails."""
    path = folder / "carte.html"
    path.write_text(page_of(table), encoding="utf-8")
    wrong: list[str] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program("chromium", "chromium"), args=FLAGS)
        page = browser.new_context(offline=True, locale="fr-FR").new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        page.on(
            "request",
            lambda r: None if r.url.startswith(("file:", "data:")) else wrong.append(r.url),
        )
        page.goto(path.as_uri())
        page.wait_for_selector(".pin, .cluster")
        yield page
        browser.close()
    assert wrong == []


@pytest.mark.browser
class TestInABrowser:
    def test_list_map_legend_and_count_say_the_same(
        self, table: ExportTable, tmp_path: Path
    ) -> None:
        with opened(table, tmp_path) as page:
            shown = page.locator(".item").count()
            count = page.locator("#compte").inner_text()
            legend = page.locator("fieldset label").all_inner_texts()
            title = page.title()

        assert shown == 6
        assert count.startswith("6 sur 6")
        assert [words.strip() for words in legend] == [
            "Acteur de l’ESS ou de l’insertion (1)",
            "Travail protégé et adapté (3)",
            "Lieu de coopération (1)",
            "Partenaire territorial (1)",
        ]
        assert re.search(r"autour de .+ \(Drôme\), 60\u00a0km", title)

    def test_a_hostile_name_is_only_text(self, table: ExportTable, tmp_path: Path) -> None:
        with opened(table, tmp_path) as page:
            page.locator(".item").first.click()
            popup = told_by(page, ".popup h2")
            title = page.title()

        assert popup == HOSTILE
        assert title != "piégé"

    def test_what_is_smuggled_into_a_page_does_not_run(
        self, table: ExportTable, tmp_path: Path
    ) -> None:
        path = tmp_path / "carte.html"
        added = "<script>document.title = 'piégé'</script></body>"
        path.write_text(page_of(table).replace("</body>", added), encoding="utf-8")
        with sync_playwright() as play:
            browser = play.chromium.launch(
                executable_path=program("chromium", "chromium"), args=FLAGS
            )
            page = browser.new_context(offline=True).new_page()
            page.goto(path.as_uri())
            page.wait_for_selector(".pin, .cluster")
            title = page.title()
            browser.close()

        assert re.search(r"autour de .+ \(Drôme\), 60\u00a0km", title)

    def test_search_and_kinds_narrow_list_and_map_together(
        self, table: ExportTable, tmp_path: Path
    ) -> None:
        with opened(table, tmp_path) as page:
            page.fill("#recherche", "VELO scop")
            found = page.locator(".item b").all_inner_texts()
            pins = page.locator(".pin").count()
            page.fill("#recherche", "")
            page.uncheck("[data-kind=sheltered_supplier]")
            left = page.locator(".item").count()

        assert found == ["=Scop synthétique du vélo"]
        assert pins == 1
        assert left == 3

    def test_a_line_opens_by_keyboard_with_its_facts(
        self, table: ExportTable, tmp_path: Path
    ) -> None:
        with opened(table, tmp_path) as page:
            page.locator(".item").last.focus()
            page.keyboard.press("Enter")
            facts = told_by(page, ".popup dl")
            current = page.locator(".item[aria-current=true]").count()

        assert "Source" in facts
        assert current == 1

    def test_a_partner_list_says_word_category_and_distance_beside_the_map(
        self, other_partners: ExportTable, tmp_path: Path
    ) -> None:
        with opened(other_partners, tmp_path) as page:
            told = page.locator(".item").first.inner_text()
            lines = page.locator("path[stroke-opacity='0.55']").count()

        first = next(other_partners.lines())
        assert str(first.cells[other_partners.index_of("tier") or 0]) in told
        assert first.group in told
        km = first.cells[other_partners.index_of("distance_km") or 0]
        assert isinstance(km, float)
        assert f"à {distance(km, other_partners.about.t.language)} à vol d’oiseau" in told
        assert lines == sum(line.point is not None for line in other_partners.lines())

    def test_each_of_one_place_opens_and_stays_open(
        self, table: ExportTable, tmp_path: Path
    ) -> None:
        with opened(table, tmp_path) as page:
            opens = []
            for n in range(page.locator(".item").count()):
                page.locator(".item").nth(n).click()
                name = page.locator(".item b").nth(n).inner_text()
                page.wait_for_function("new Promise(done => requestAnimationFrame(done))")
                page.wait_for_function(
                    "name => document.querySelector('.popup h2')?.innerText === name", arg=name
                )
                opens.append(page.locator(".popup").count())

        assert opens == [1] * 6

    def test_partners_are_tied_to_where_the_list_starts(
        self, table: ExportTable, tmp_path: Path
    ) -> None:
        assert table.origin is not None
        tied = replace(table, origin=replace(table.origin, tied=True))

        with opened(tied, tmp_path) as page:
            lines = page.locator("path[stroke-opacity='0.55']").count()

        assert lines == 6

    def test_five_thousand_organisations_are_usable(
        self, table: ExportTable, tmp_path: Path
    ) -> None:
        with opened(many(table, 5_000), tmp_path) as page:
            shown = page.locator(".item").count()
            page.click("#suite")
            more = page.locator(".item").count()
            page.fill("#recherche", "numéro 4321")
            found = page.locator(".item").count()

        assert (shown, more, found) == (200, 400, 1)
