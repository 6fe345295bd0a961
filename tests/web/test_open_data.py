"""The page « Données ouvertes »: files with licences and digests, live reading, texts to copy."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from territorial_map.bootstrap import create_application
from territorial_map.services.open_data.columns import COLUMNS
from territorial_map.services.open_data.files import LicenceTold, OpenDataSet, OpenFile
from territorial_map.settings import Settings
from territorial_map.web.base.html import to_html
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.pages.open_data.views import open_data_document
from tests.web.served_pages import PUBLIC, canonical, meta, plain

PATH = "/donnees-ouvertes"


@pytest.fixture(scope="module")
def site(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    editions = tmp_path_factory.mktemp("open-data-page")
    for path in small_editions.glob("*"):
        if path.is_file():
            shutil.copy(path, editions)
    settings = Settings(
        editions=editions, public_url=PUBLIC, ledger=f"sqlite:///{editions / 'ledger.sqlite'}"
    )
    with TestClient(create_application(settings), base_url="http://127.0.0.1") as client:
        for _ in range(10):  # a slow machine is still making them
            if client.get(f"{PATH}/datapackage.json").status_code == 200:
                break
        yield client


def test_each_file_is_listed_with_its_licence_size_and_digest(site: TestClient) -> None:
    told = site.get(f"{PATH}/datapackage.json").json()
    page = plain(site.get(PATH).text)

    assert len(told["resources"]) == 5
    for one in told["resources"]:
        assert f'href="{PATH}/{one["path"]}"' in page
        assert one["hash"].removeprefix("sha256:") in page
    assert "CC0" in page
    for name in ("datapackage.json", "dcat.jsonld", "LISEZMOI.md", "ATTRIBUTION.txt", "SHA256SUMS"):
        assert f'href="{PATH}/{name}"' in page
        assert site.get(f"{PATH}/{name}").status_code == 200


def test_the_page_says_how_to_read_the_directory_live(site: TestClient) -> None:
    page = plain(site.get(PATH).text)

    assert f"{PUBLIC}/ogc" in page
    assert 'href="/ogc?f=html"' in page
    assert all(f">{column.key}<" in page for column in COLUMNS)


def test_it_is_titled_in_both_languages_and_kept_by_search_engines(site: TestClient) -> None:
    french, english = (site.get(f"{PATH}{query}").text for query in ("", "?lang=en"))

    assert "Données ouvertes" in re.findall(r"<title>(.*?)</title>", french)[0]
    assert "Open data" in re.findall(r"<title>(.*?)</title>", english)[0]
    assert canonical(french) == PUBLIC + PATH
    assert meta(french, "robots") == ""
    assert f"{PUBLIC}{PATH}<" in site.get("/sitemaps/pages.xml").text


def test_search_engines_of_data_find_each_download(site: TestClient) -> None:
    page = site.get(PATH).text
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    told = json.loads(block)

    assert told["@type"] == "Dataset"
    addresses = [one["contentUrl"] for one in told["distribution"]]
    assert len(addresses) == 5
    for address in addresses:
        assert site.head(address.removeprefix(PUBLIC)).status_code == 200
    assert "https://creativecommons.org/publicdomain/zero/1.0/" in told["license"]


def test_every_page_leads_to_it_from_its_foot(site: TestClient) -> None:
    foot = plain(site.get("/sources").text).split("site-foot", 1)[1]

    assert f'href="{PATH}"' in foot


def test_while_files_are_made_the_page_says_so_and_tells_the_rest() -> None:
    page = to_html(open_data_document(None, PUBLIC, Texts()))

    assert "en préparation" in page
    assert 'role="status"' in page
    assert f"{PUBLIC}/ogc" in page
    assert "organisations.csv" not in page


@pytest.mark.parametrize(("kept_back", "words"), [(0, ""), (1, "1 organisation "), (5_650, "5")])
def test_what_stays_behind_is_told(kept_back: int, words: str) -> None:
    licence = LicenceTold("CC0-1.0", "CC0", "https://creativecommons.org/publicdomain/zero/1.0/")
    one = OpenFile("organisations.csv", "CSV", "text/csv", 2_500_000, "ab" * 32, 9, (licence,))
    found = OpenDataSet(Path(), "e", "2026-11-22", 9, kept_back, (one,), (), "Source", {})

    page = to_html(open_data_document(found, PUBLIC, Texts(Language.FRENCH)))

    assert ("ne précise pas de licence" in page) is bool(kept_back)
    assert words in page
    assert "2,4" in page
