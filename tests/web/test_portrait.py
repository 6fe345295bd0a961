"""Addresses of territories: the portrait, the index, and lists that were shared before."""

import json
import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from territorial_map.domain.vocabulary import Kind
from territorial_map.web.base.state import LIST_PARAMETERS, search_of, state_from_search
from tests.web.served_pages import PUBLIC, canonical, meta, plain

VALENCE = "/territoires/epci/200068781-ca-valence-romans-agglo"
TERRITORIES = (
    "/territoires/region/84-auvergne-rhone-alpes",
    "/territoires/departement/26-drome",
    VALENCE,
    "/territoires/commune/26281-romans-sur-isere",
)


def counts(page: str) -> list[tuple[str, int]]:
    """Every figure that is a link to a list: the address of the list, and the figure."""
    found = re.findall(r'<a href="(/(?:\?[^"]*)?)">([0-9\u00a0]+)</a>', plain(page))
    return [(unescape(href), int(n.replace("\u00a0", ""))) for href, n in found]


@pytest.mark.parametrize("path", TERRITORIES)
def test_a_portrait_is_there_at_once_coverage_first(client: TestClient, path: str) -> None:
    answer = client.get(path)
    content = plain(answer.text)

    assert answer.status_code == 200
    assert "react-entry-point" not in answer.text
    ways = [content.index(words) for words in ("Voir la carte", 'id="couverture"', 'id="chiffres"')]
    assert ways == sorted(ways)


@pytest.mark.parametrize("path", TERRITORIES)
def test_every_figure_leads_to_a_list_of_that_length(client: TestClient, path: str) -> None:
    told = counts(client.get(path).text)

    assert len(told) > 10
    for href, n in dict.fromkeys(told):
        query = href.partition("?")[2]
        listed = client.get(f"/api/v1/organisations?{query}").json()["total"]
        assert (href, listed) == (href, n)


@pytest.mark.parametrize(
    "search",
    [
        "device=esat",
        "view=map",
        "map=9/45.0/5.0&view=map",
        "page=2",
        "order=vintage&sector=digital",
        "organisation=synthetic:site1",
        "lang=en&q=atelier",
        "near=5.05,45.04&radius_km=20",
    ],
)
@pytest.mark.parametrize("code", ["epci/200068781", "epci/200068781-ca-valence-romans-agglo"])
def test_a_list_that_was_shared_opens_on_the_main_screen(
    client: TestClient, code: str, search: str
) -> None:
    answer = client.get(f"/territoires/{code}?{search}")
    led = answer.headers["location"]

    assert answer.status_code == 301
    assert led == f"/?epci=200068781&{search}"
    assert client.get(led).status_code == 200


def test_what_is_wrong_in_a_shared_list_is_told_on_the_main_screen(client: TestClient) -> None:
    led = client.get("/territoires/departement/26?kind=nothing").headers["location"]
    answer = client.get(client.get(led).headers["location"])

    assert answer.status_code == 200
    assert "ce filtre est retiré" in unescape(answer.text)


def test_every_parameter_of_a_list_is_known_as_one() -> None:
    whole = state_from_search(
        "?kind=ptce&near=5,45&radius_km=20&q=a&bbox=4,44,6,46&place=commune:26281&order=name"
        "&view=map&shown=100&follow=1&map=9/45/5&organisation=a&noticed=kind:b"
    )
    named = set(re.findall(r"[?&]([a-z_]+)=", search_of(whole)))

    assert len(named) == 13
    assert named <= LIST_PARAMETERS


@pytest.mark.parametrize("search", ["", "?lang=en", "?utm_source=lettre"])
def test_another_name_of_a_territory_leads_to_its_address(client: TestClient, search: str) -> None:
    answer = client.get(f"/territoires/epci/200068781{search}")

    assert answer.status_code == 301
    assert answer.headers["location"].startswith(VALENCE)


@pytest.mark.parametrize(
    "path", ["/territoires/canton/26", "/territoires/epci/1", f"{VALENCE}/inconnu"]
)
def test_what_is_no_territory_is_a_404_that_helps(client: TestClient, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 404
    assert 'action="/chercher"' in answer.text


def test_search_engines_read_figures_and_data(client: TestClient) -> None:
    page = client.get(VALENCE).text
    carried = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert carried
    by_type = {str(one["@type"]): one for one in json.loads(carried[1])["@graph"]}
    total = client.get("/api/v1/organisations?epci=200068781").json()["total"]

    assert canonical(page) == PUBLIC + VALENCE
    assert f": {total} organisations connues" in meta(page, "og:title").replace("\u00a0", " ")
    assert "225 000 habitants" in meta(page, "description").replace("\u00a0", " ")
    assert by_type["Dataset"]["spatialCoverage"]["@id"] == f"{PUBLIC}{VALENCE}#place"
    assert by_type["['Place', 'AdministrativeArea']"]["identifier"]["value"] == "200068781"
    steps = by_type["BreadcrumbList"]["itemListElement"]
    assert [one["position"] for one in steps] == list(range(1, len(steps) + 1))
    assert steps[-1]["item"] == PUBLIC + VALENCE
    for download in by_type["Dataset"]["distribution"]:
        assert client.get(download["contentUrl"].removeprefix(PUBLIC)).status_code == 200


def test_what_no_source_covers_is_not_known_and_never_zero(client: TestClient) -> None:
    content = plain(client.get("/territoires/commune/69123-lyon").text)

    asked = [f"/api/v1/organisations?commune=69123&kind={kind.value}" for kind in Kind]
    missing = [query for query in asked if client.get(query).json()["total"] == 0]
    by_kind = content.partition("Par dispositif")[0]

    assert missing
    assert len(re.findall(r"<td[^>]*><span[^>]*not-known[^>]*>non connu", by_kind)) >= len(missing)
    assert "0 connue" not in content
    assert "Non connu de nos sources ici" in content


def test_the_index_finds_a_territory_and_names_every_region(client: TestClient) -> None:
    page = unescape(client.get("/territoires?ou=valence").text)

    assert f'href="{VALENCE}"' in page
    assert 'href="/territoires/region/84-auvergne-rhone-alpes"' in page
    assert "noindex" in page
    assert "noindex" not in client.get("/territoires").text


def test_the_index_tells_what_nobody_is_called(client: TestClient) -> None:
    page = client.get("/territoires?ou=xyzzyplugh").text

    assert "Aucun territoire ne s’appelle" in page


def test_a_portrait_speaks_english(client: TestClient) -> None:
    content = plain(client.get(f"{VALENCE}?lang=en").text)

    assert "What our sources know of this place" in content
    assert "Drôme" in content or "Auvergne" in content
    assert re.search(r'href="/\?epci=200068781[^"]*lang=en', unescape(content))


def test_portraits_are_in_the_sitemap(client: TestClient) -> None:
    listed = client.get("/sitemaps/territoires-1.xml").text

    assert f"<loc>{PUBLIC}{VALENCE}</loc>" in listed
    assert f"<loc>{PUBLIC}/territoires</loc>" in client.get("/sitemaps/pages.xml").text


ROMANS = "/territoires/commune/26281-romans-sur-isere"


def test_territories_to_compare_are_chosen_in_the_address(client: TestClient) -> None:
    page = unescape(client.get(f"{ROMANS}?alike=26362,69123").text)
    compared = page.partition('id="semblables"')[2].partition("</section>")[0]

    assert "Comparé à 2 territoires que vous avez choisis" in compared.replace("\u00a0", " ")
    assert f'href="{ROMANS}?alike=69123#semblables"' in compared
    assert canonical(page) == PUBLIC + ROMANS


def test_a_territory_is_added_by_its_name(client: TestClient) -> None:
    page = unescape(client.get(f"{ROMANS}?alike=69123&ajouter=valence").text)
    compared = page.partition('id="semblables"')[2].partition("</section>")[0]

    assert f'href="{ROMANS}?alike=69123#semblables"' in compared
    assert f'href="{ROMANS}?alike=26362#semblables"' in compared


@pytest.mark.parametrize("search", ["alike=99999", "ajouter=xyzzyplugh", "ajouter=26281"])
def test_what_cannot_be_compared_is_told_in_one_line(client: TestClient, search: str) -> None:
    answer = client.get(f"{ROMANS}?{search}")
    compared = answer.text.partition('id="semblables"')[2].partition("</section>")[0]

    assert answer.status_code == 200
    assert 'role="status"' in compared


def test_leads_are_asked_for_apart_from_the_page(client: TestClient) -> None:
    plainly, asked = client.get(VALENCE).text, client.get(f"{VALENCE}?pistes=ici").text

    assert f'data-later="{VALENCE}?pistes=ici"' in plainly
    assert f'href="{VALENCE}?pistes=ici#dix-pistes"' in plainly
    assert "data-later" not in asked
    assert "5 pistes, toutes différentes</caption>" in asked
    assert canonical(asked) == PUBLIC + VALENCE


def test_each_organisation_of_a_line_goes_to_my_list(client: TestClient) -> None:
    leads = plain(client.get(f"{VALENCE}?pistes=ici").text)
    ends = re.findall(r'<td class="portrait-end">.*?</td>', leads)
    rows = plain(client.get(f"{VALENCE}/pistes").text)

    assert len(ends) > 3
    assert [end for end in ends if end.count("data-keep=") != 1] == []
    assert rows.count("data-keep=") >= 2 * rows.count("<tr data-ends-a=") > 0


def test_trades_known_and_not_recorded_make_all_the_organisations(client: TestClient) -> None:
    page = client.get(VALENCE).text.replace("\u00a0", " ")
    tile = re.search(
        r"<strong>(\d+) sur (\d+)</strong><span>avec un métier connu</span>.*?>(\d+) à renseigner",
        page,
    )

    assert tile
    known, total, unknown = map(int, tile.groups())
    assert known + unknown == total
    query = "epci=200068781&sector=unknown"
    assert client.get(f"/api/v1/organisations?{query}").json()["total"] == unknown


def test_those_compared_stand_side_by_side_and_each_count_leads_to_its_list(
    client: TestClient,
) -> None:
    page = client.get(f"{ROMANS}?alike=26362,69123").text
    beside = page.partition('class="more side-by-side"')[2].partition("</details>")[0]
    told = re.findall(r'<a href="(/\?[^"]*)">([0-9\u00a0]+)</a>', beside)
    towns = {re.search(r"commune=(\d+)", unescape(href)) for href, _ in told}

    assert beside.partition(">")[0].strip() == "open"
    assert {found[1] for found in towns if found} >= {"26281", "26362"}
    for href, n in dict.fromkeys(told):
        query = unescape(href).partition("?")[2]
        listed = client.get(f"/api/v1/organisations?{query}").json()["total"]
        assert (href, listed) == (href, int(n.replace("\u00a0", "")))


def test_a_strip_says_in_words_what_it_draws(client: TestClient) -> None:
    page = client.get(f"{ROMANS}?alike=26362,69123").text.replace("\u00a0", " ")
    strips = re.findall(r'<svg[^>]*aria-label="([^"]*)"[^>]*class="strip"|class="strip"', page)
    told = re.findall(r'aria-label="(Pour 10 000 habitants : ici [^"]*)"', page)

    assert strips
    assert len(told) == len(strips)
