"""What the server itself sends: head, plain content, redirections, robots, frames."""

import gzip
import json
import re
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from territorial_map.bootstrap import create_application
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.settings import Settings
from territorial_map.web.base.state import state_from_search
from territorial_map.web.pages.explore.callbacks import listing_of
from tests.web.rendered import attributes, links
from tests.web.served_pages import GONE, HOSTILE, MERGED, PUBLIC, canonical, meta, plain

VALENCE = "/dans/epci/200068781-ca-valence-romans-agglo"


def test_an_organisation_is_named_by_the_server(client: TestClient) -> None:
    page = client.get("/o/synthetic:site1/atelier-synthetique-du-vercors-1").text

    assert "<title>Atelier synthétique du Vercors 1, Romans-sur-Isère · Carte" in page
    assert meta(page, "og:title") == "Atelier synthétique du Vercors 1, Romans-sur-Isère"
    assert meta(page, "og:url") == canonical(page)
    assert canonical(page) == f"{PUBLIC}/o/synthetic:site1/atelier-synthetique-du-vercors-1"
    assert "(ESAT)" in meta(page, "description")
    assert meta(page, "og:locale") == "fr_FR"


def test_a_reader_without_javascript_gets_the_facts_of_an_organisation(client: TestClient) -> None:
    content = plain(client.get("/o/synthetic:site1/atelier-synthetique-du-vercors-1").text)

    headings = re.findall(r"<h3>([^<]*)</h3>", content)
    assert re.search("<h2><span[^>]*></span>Atelier synthétique du Vercors 1</h2>", content)
    assert {"Adresse et contact", "Activités", "D’où viennent ces informations"} <= set(headings)
    assert 'href="?' not in content
    assert 'href="/o/synthetic:site1/atelier-synthetique-du-vercors-1?lang=en"' in content


@pytest.mark.parametrize("address", ["/o/synthetic:site1", "/o/synthetic:site1/un-vieux-nom"])
def test_another_ending_leads_to_the_address(client: TestClient, address: str) -> None:
    answer = client.get(f"{address}?lang=en")

    assert answer.status_code == 301
    assert answer.headers["location"] == (
        "/o/synthetic:site1/atelier-synthetique-du-vercors-1?lang=en"
    )


def test_a_merged_id_leads_to_the_organisation_that_took_it_over(client: TestClient) -> None:
    answer = client.get(f"/o/{MERGED}")

    assert answer.status_code == 301
    assert answer.headers["location"].startswith("/o/synthetic:two-sources/")


def test_an_organisation_that_is_gone_is_named_from_an_older_edition(client: TestClient) -> None:
    answer = client.get(f"/o/{GONE}/organisation-synthetique-disparue")

    assert answer.status_code == 410
    assert "Organisation synthétique disparue figurait dans l’édition du 01/10/2026" in answer.text
    assert "/territoires/commune/26281-romans-sur-isere" in answer.text
    assert "react-entry-point" not in answer.text


def test_an_id_that_never_was_is_a_404_that_helps(client: TestClient) -> None:
    answer = client.get("/o/synthetic:never")

    assert answer.status_code == 404
    assert 'action="/chercher"' in answer.text


def test_a_selection_is_named_and_counted(client: TestClient) -> None:
    page = client.get("/autour/26281-romans-sur-isere/30-km?device=esat").text

    count = re.search(r'<meta property="og:title" content="(\d+) ESAT autour', page)
    assert count
    assert meta(page, "og:title") == f"{count[1]} ESAT autour de Romans-sur-Isère, 30\u00a0km"
    assert plain(page).count('class="line"') == int(count[1]) > 0
    assert canonical(page) == f"{PUBLIC}/autour/26281-romans-sur-isere/30-km?device=esat"


def test_the_long_address_of_a_selection_tells_the_short_one(client: TestClient) -> None:
    page = client.get("/?epci=200068781&device=esat&order=name&view=map&map=9/45.0/5.0").text

    assert canonical(page) == f"{PUBLIC}{VALENCE}?device=esat"


def test_an_open_organisation_on_the_main_screen_tells_its_own_address(client: TestClient) -> None:
    page = client.get("/?organisation=synthetic:site1&kind=ptce").text

    assert canonical(page).startswith(f"{PUBLIC}/o/synthetic:site1/")


def test_a_territory_within_another_is_not_lost(client: TestClient) -> None:
    sent_on = client.get("/dans/departement/26?epci=200068781", follow_redirects=False)

    assert sent_on.headers["location"] == "/?department=26&epci=200068781"


def test_the_list_turns_its_pages(client: TestClient) -> None:
    page = client.get("/?page=2").text

    assert canonical(page) == f"{PUBLIC}/?page=2"
    assert meta(page, "territorial-map-address").startswith("/?shown=100")
    assert 'rel="prev"' not in page.split('id="plain"')[0]


def test_a_short_address_starts_the_screen_with_all_that_it_says(client: TestClient) -> None:
    kept = "view=map&map=9/45.00000/5.00000&zoning=density&follow=1&order=name"
    page = client.get(f"/dans/departement/26-drome?{kept}").text
    told = state_from_search(meta(page, "territorial-map-address").partition("?")[2])

    assert told == state_from_search(f"department=26&shown={told.shown}&{kept}")
    assert told.zoning == "density"


def test_filters_are_links_to_the_list_without_them(client: TestClient) -> None:
    content = plain(client.get("/?department=26&device=esat").text)

    assert 'href="/dans/departement/26-drome"' in content
    assert 'href="/?device=esat"' in content


def test_an_empty_list_says_which_filter_to_loosen(client: TestClient) -> None:
    content = plain(client.get("/?device=esat&kind=ptce").text)

    assert "Aucune organisation ne répond à tous ces filtres." in content
    assert "Retirer «\u00a0Type\u00a0: PTCE\u00a0»" in unescape(content)


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("q=esat&ou=romans", "/autour/26281-romans-sur-isere/20-km?q=esat"),
        ("ou=Drôme&region=84&kind=ptce", "/dans/departement/26-drome?kind=ptce"),
        ("q=&ou=&device=esat", "/?device=esat"),
    ],
)
def test_the_search_form_leads_to_a_short_address(
    client: TestClient, query: str, address: str
) -> None:
    answer = client.get(f"/chercher?{query}")

    assert answer.status_code == 303
    assert answer.headers["location"] == address


def test_a_place_that_nobody_knows_is_told(client: TestClient) -> None:
    answer = client.get("/chercher?ou=xyzzyplugh")

    assert answer.status_code == 404
    assert "Aucun territoire ne s’appelle «\u00a0xyzzyplugh\u00a0»." in answer.text


def test_a_wrong_value_is_told_beside_everything_else(client: TestClient) -> None:
    sent_on = client.get("/?kind=<b>&department=26")
    answer = client.get(sent_on.headers["location"])

    assert (sent_on.status_code, answer.status_code) == (303, 200)
    told = plain(answer.text)
    assert "Type\u00a0: «\u00a0&lt;b&gt;\u00a0» n’est pas connu, ce filtre est retiré." in told
    assert "<b>" not in told
    assert told.count("result-notice") == 1
    assert plain(client.get("/?department=26").text).count("<li") == told.count("<li")


def test_a_lost_zero_is_put_right_with_a_word(client: TestClient) -> None:
    sent_on = client.get("/?department=1&q=esat")

    assert sent_on.headers["location"] == "/?department=01&q=esat&noticed=department:1"
    told = plain(client.get(sent_on.headers["location"]).text)
    assert "Département\u00a0: «\u00a01\u00a0» est lu comme 01." in told


def test_the_frame_is_put_right_and_tells_what_it_cannot_read(client: TestClient) -> None:
    sent_on = client.get("/embed?department=1")

    assert sent_on.status_code == 303
    assert sent_on.headers["location"] == "/embed?department=01&noticed=department:1"
    told = client.get("/embed?department=99", follow_redirects=True).text
    assert "Département\u00a0: «\u00a099\u00a0» n’est pas connu, ce filtre est retiré." in told


def test_changes_are_put_right_with_a_word(client: TestClient) -> None:
    sent_on = client.get("/nouveautes?department=1")

    assert sent_on.status_code == 303
    assert sent_on.headers["location"] == "/nouveautes?department=01&noticed=department:1"


def test_whatever_a_name_holds_is_escaped(client: TestClient) -> None:
    page = client.get("/o/synthetic:hostile", follow_redirects=True).text

    assert HOSTILE not in page
    carried = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert carried
    assert json.loads(carried[1])["name"] == HOSTILE


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/reseau", "Réseau"),
        ("/ptce", "Constituer un PTCE"),
        ("/sources", "Sources et couverture"),
        ("/pratiques", "Bonnes pratiques"),
        ("/partenaires?commune=26281", "Partenaires locaux · Romans-sur-Isère"),
        ("/partenaires?for=synthetic:ptce", "Partenaires locaux · PTCE synthétique"),
        ("/partenaires?commune=99999", "Partenaires locaux"),
        ("/reseau?epci=200068781&tier=all", "Réseau\u00a0: EPCI\u00a0: CA Valence Romans Agglo"),
        (
            "/ptce?ids=synthetic:ptce,synthetic:lieu",
            "Groupe de 2 organisations\u00a0: PTCE synthétique, Tiers-lieu L’Œuvre synthétique",
        ),
    ],
)
def test_every_page_has_a_title_from_the_server(client: TestClient, path: str, title: str) -> None:
    page = client.get(path).text

    assert meta(page, "og:title") == title
    assert f"<h2>{title.split(chr(0xA0), maxsplit=1)[0]}" in plain(page)


def test_the_page_speaks_the_language_asked_for(client: TestClient) -> None:
    page = client.get("/?department=26&lang=en&device=esat").text

    assert '<html lang="en">' in page
    assert meta(page, "og:locale") == "en_GB"
    assert canonical(page).endswith("/dans/departement/26-drome?device=esat&lang=en")
    assert 'hreflang="fr"' in page


def test_an_answer_in_gzip_says_the_same(client: TestClient) -> None:
    with client.stream("GET", "/", headers={"Accept-Encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
    clear = client.get("/", headers={"Accept-Encoding": "identity"})

    assert gzip.decompress(raw).decode() == clear.text


def test_a_list_of_the_app_gives_its_link_and_a_frame(small_edition: OpenEdition) -> None:
    state = state_from_search("?epci=200068781&device=esat&view=map")

    ending = listing_of(state, small_edition)[3]

    address = f"{VALENCE}?device=esat"
    assert attributes(ending, "data-copy-address") == [address]
    assert links(ending)["Intégrer à un site"] == "/integrer?device=esat&epci=200068781"


def test_robots_find_every_page_and_no_export(client: TestClient) -> None:
    robots = client.get("/robots.txt").text
    index = ET.fromstring(client.get("/sitemap.xml").text)  # noqa: S314 - our own
    parts = [part.text or "" for part in index.iter() if part.tag.endswith("loc")]
    pages = [client.get(part.removeprefix(PUBLIC)).text for part in parts]
    listed = [loc.text or "" for page in pages for loc in ET.fromstring(page).iter() if loc.text]  # noqa: S314 - our own
    paths = [address.removeprefix(PUBLIC) for address in listed if address.startswith(PUBLIC)]

    total = client.get("/api/v1/organisations").json()["total"]

    assert "Disallow: /api/v1/export" in robots
    assert f"Sitemap: {PUBLIC}/sitemap.xml" in robots
    assert "/territoires/epci/200068781-ca-valence-romans-agglo" in paths
    assert len([path for path in paths if path.startswith("/o/")]) == total
    assert {client.get(path).status_code for path in paths if "/pratiques/" not in path} == {200}


def test_a_map_of_the_site_that_does_not_exist_is_a_404(client: TestClient) -> None:
    assert client.get("/sitemaps/organisations-2.xml").status_code == 404


@pytest.mark.parametrize("path", ["/", "/o/synthetic:never", "/api/v1/health", "/integrer"])
def test_no_page_of_ours_can_be_framed(client: TestClient, path: str) -> None:
    answer = client.get(path)

    assert answer.headers["content-security-policy"].endswith("frame-ancestors 'none'")
    assert answer.headers["x-frame-options"] == "DENY"


def test_a_directory_without_an_edition_says_so(tmp_path: Path) -> None:
    settings = Settings(editions=tmp_path, ledger=f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    with TestClient(create_application(settings), base_url="http://127.0.0.1") as client:
        answer = client.get("/")

    assert answer.status_code == 503
    assert "Aucune édition" in answer.text
