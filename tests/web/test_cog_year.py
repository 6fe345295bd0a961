"""The year of the Code officiel géographique: that of the edition served, in every sentence."""

import html
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from territorial_map.api.operators import Operators
from territorial_map.bootstrap import create_application
from territorial_map.domain.edition import Edition, EditionReport, SourceCount
from territorial_map.services.open_data.descriptor import descriptor_of
from territorial_map.services.open_data.leaving import Leaving
from territorial_map.services.open_data.texts import attribution_text
from territorial_map.settings import Settings
from territorial_map.store.writer import write_edition
from territorial_map.web.base.answers import Visit
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.page import framed_page
from territorial_map.web.frame.pages import Pages
from territorial_map.web.page_list import PAGES
from tests.sites import site_of
from tests.synthetic import PLACES, synthetic_organisations
from tests.web.served_pages import PUBLIC

YEAR = "2031"
TOLD, OTHER = f"COG {YEAR}", "COG 20"
ASKED = (
    "/api/v1/territories/epci/999999999",
    "/api/v1/organisations?region=ZZ",
    "/api/v1/organisations?department=ZZ",
    "/api/v1/organisations?commune=99999",
    "/api/v1/export/partners.csv?commune=99999",
    "/ogc/collections/commune/items/99999",
    "/ogc/collections/commune",
    "/ogc/collections/region?f=html",
    "/territoires/commune/99999-nulle-part",
    "/autour/99999-nulle-part/10-km",
    "/territoires/epci/200068781-valence-romans",
    "/sources",
    "/sources?lang=en",
    "/embed?kind=ptce",
)


def written(folder: Path, cog: str) -> None:
    rows = sorted(synthetic_organisations(), key=lambda one: one.id)
    report = EditionReport(report_sources(len(rows)), cog=cog)
    write_edition(rows, PLACES, report, folder, built_on="2031-02-01")


def served(folder: Path, cog: str) -> TestClient:
    written(folder, cog)
    settings = Settings(
        editions=folder, public_url=PUBLIC, ledger=f"sqlite:///{folder / 'ledger.sqlite'}"
    )
    return TestClient(create_application(settings), base_url="http://127.0.0.1")


def report_sources(n: int) -> tuple[SourceCount, ...]:
    return (SourceCount("synthetic.csv", "Table synthétique", "2031-01", "CC0", n, n, 0, 0),)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(tmp_path_factory.mktemp("cog"), YEAR) as client:
        yield client


@pytest.fixture(scope="module")
def undated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(tmp_path_factory.mktemp("undated"), "") as client:
        yield client


def drawn_text(node: object) -> str:
    text = json.dumps(node, default=lambda part: part.to_plotly_json(), ensure_ascii=False)
    return text.replace("\u00a0", " ")


def words(client: TestClient, path: str) -> str:
    text = html.unescape(client.get(quote(path, safe="/?=&:")).text)
    return text.replace("\u00a0", " ").replace("\\u00a0", " ")


@pytest.mark.parametrize("path", ASKED)
def test_what_names_the_cog_tells_the_year_of_the_edition(client: TestClient, path: str) -> None:
    told = words(client, path)

    assert TOLD in told
    assert told.count(OTHER) == told.count(TOLD)


@pytest.mark.parametrize("path", ASKED)
def test_an_edition_of_before_tells_no_year_rather_than_a_wrong_one(
    undated: TestClient, path: str
) -> None:
    told = words(undated, path)

    assert "COG" in told
    assert OTHER not in told


def test_the_credits_of_maps_tell_it(tmp_path: Path, operators: Operators) -> None:
    written(tmp_path, YEAR)
    pages = Pages(PAGES, site_of(tmp_path, operators.ledger, PUBLIC))
    t = Texts()
    told = {
        page.path: drawn_text(framed_page(page, page.layout(visit), pages, t))
        for page in pages
        if page.layout is not None
        for visit in [Visit(t, pages.site, page.named(t))]
    }

    assert {"/", "/listes"} <= told.keys()
    for path, drawn in told.items():
        assert f"IGN, INSEE ({TOLD})" in drawn, path
        assert drawn.count(OTHER) == drawn.count(TOLD)


def test_open_data_tell_it() -> None:
    edition = Edition("e", "2031-02-01", "h", EditionReport(report_sources(1), cog=YEAR))

    assert TOLD in attribution_text(edition, (), everything=False)
    assert descriptor_of(edition, (), Leaving(everything=True))["cog"] == YEAR
