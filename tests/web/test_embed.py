"""The framed page and the page that makes its snippet."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.bootstrap import create_application
from territorial_map.domain.errors import BadParameter
from territorial_map.settings import Settings, settings_from
from territorial_map.web.embed.colours import (
    DARK_GROUND,
    DARK_PAPER,
    contrast,
    dark_soft,
    parts,
    readable,
    readable_in_the_dark,
    soft,
)
from territorial_map.web.embed.state import LOCKABLE, Panel, embed_from_search

PUBLIC = "https://carte.example.org"
COLOURS = st.integers(0, 0xFFFFFF).map("{:06x}".format)


@pytest.fixture(scope="module")
def client(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    ledger = f"sqlite:///{tmp_path_factory.mktemp('embed') / 'ledger.sqlite'}"
    settings = Settings(editions=small_editions, public_url=PUBLIC, ledger=ledger)
    with TestClient(
        create_application(settings), base_url="http://127.0.0.1", follow_redirects=False
    ) as client:
        yield client


def fields(page: str) -> set[str]:
    return set(re.findall(r'<input type="(?:search|checkbox)" name="([^"]+)"', page))


@given(COLOURS)
def test_any_accent_ends_readable_on_white_and_on_its_tint(accent: str) -> None:
    shown = parts(readable(accent))

    assert contrast(shown, (255, 255, 255)) >= 4.5
    assert contrast(shown, parts(soft(readable(accent)))) >= 4.5


@given(COLOURS)
def test_any_accent_ends_readable_in_the_dark(accent: str) -> None:
    shown = parts(readable_in_the_dark(accent))

    for ground in (DARK_PAPER, DARK_GROUND, dark_soft(accent)):
        assert contrast(shown, parts(ground)) >= 4.5


@given(COLOURS)
def test_a_readable_accent_is_left_as_it_is(accent: str) -> None:
    once = readable(accent)

    assert readable(once) == once


@given(
    st.frozensets(st.sampled_from(LOCKABLE)),
    st.frozensets(st.sampled_from(list(Panel))),
    COLOURS,
    st.sampled_from(
        ["", "device=esat", "department=26&kind=ptce", "near=5.05,45.04&radius_km=7.5"]
    ),
)
def test_the_address_of_a_frame_goes_there_and_back(
    locked: frozenset[str], panels: frozenset[Panel], accent: str, filters: str
) -> None:
    told = f"{filters}&lock={','.join(locked)}&show={','.join(panels)}&accent={accent}&height=auto"
    state = embed_from_search(told)

    assert embed_from_search(state.address().partition("?")[2]) == state


def shown(client: TestClient, address: str) -> tuple[str, str]:
    """The page that an address leads to, and its notice."""
    answer = client.get(address, follow_redirects=True)
    assert answer.status_code == 200
    page = unescape(answer.text).replace("\u00a0", " ")
    told = re.search(r'class="(?:result-notice|callout callout-warn)"[^>]*>(.*?)</p>', page)
    return page, re.sub("<[^>]*>", "", told[1]) if told else ""


@pytest.mark.parametrize(
    "search", ["accent=red", "lock=everything", "show=sound", "height=tall", "kind=moon"]
)
def test_a_wrong_value_is_left_out_and_told(client: TestClient, search: str) -> None:
    name, _, value = search.partition("=")
    with pytest.raises(BadParameter):
        embed_from_search(search)

    page, notice = shown(client, f"/embed?device=esat&{search}")

    assert f"« {value} » n’est pas connu, ce filtre est retiré." in notice
    assert not notice.startswith(name)
    assert page.replace(notice, "").count(f"{name}={value}") == 0
    assert "ESAT" in page.partition("</h1>")[0]


@pytest.mark.parametrize("path", ["/embed", "/integrer"])
@pytest.mark.parametrize(
    ("search", "said"),
    [
        ("commune=69232", "Commune : « 69232 » est un ancien code, lu comme Lyon (69123)."),
        ("commune=99999", "Commune : « 99999 » n’est pas connu, ce filtre est retiré."),
        ("department=Drome", "Département : le nom « Drome » est lu comme Drôme (26)."),
        ("department=Licorne", "Département : « Licorne » n’est pas connu, ce filtre est retiré."),
        ("near=45.04,5.05&radius_km=20", "Lieu : longitude et latitude étaient échangées,"),
    ],
)
def test_a_territory_is_put_right_with_a_word_and_the_rest_is_kept(
    client: TestClient, path: str, search: str, said: str
) -> None:
    page, notice = shown(client, f"{path}?device=esat&lock=device&accent=0b3d2e&{search}")

    assert said in notice
    assert notice.count("«") <= 1
    assert 'value="device"' in page or 'value="device" checked' in page
    assert "0b3d2e" in page


def test_an_address_that_reads_well_has_no_notice(client: TestClient) -> None:
    assert shown(client, "/embed?device=esat&commune=26362")[1] == ""
    assert client.get("/embed?device=esat&commune=26362").status_code == 200


def test_a_locked_filter_is_carried_and_never_offered(client: TestClient) -> None:
    page = client.get("/embed?device=esat&lock=device,territory").text

    assert fields(page) & {"device", "ou"} == set()
    assert {"q", "kind"} <= fields(page)
    assert '<input type="hidden" name="device" value="esat">' in page
    assert '<input type="hidden" name="lock" value="device,territory">' in page


def test_everything_can_be_locked(client: TestClient) -> None:
    page = client.get("/embed?device=esat&lock=all").text

    assert fields(page) == set()


@pytest.mark.parametrize(
    ("show", "there", "away"),
    [
        ("map", 'id="embed-map"', 'class="line"'),
        ("list", 'class="line"', 'id="embed-map"'),
        ("map,list", 'id="embed-map"', "<form"),
    ],
)
def test_a_frame_shows_the_panels_asked_for(
    client: TestClient, show: str, there: str, away: str
) -> None:
    page = client.get(f"/embed?show={show}").text

    assert there in page
    assert away not in page


def test_links_of_a_frame_never_take_the_place_of_the_host(client: TestClient) -> None:
    page = client.get("/embed").text

    links = re.findall(r"<a ([^>]*)>", page)
    outward = [link for link in links if 'href="/embed' not in link]
    assert outward
    assert all('target="_blank"' in link and 'rel="noopener"' in link for link in outward)
    assert "Voir sur Carte et annuaire" in page


def test_an_empty_frame_says_that_nobody_is_known_and_what_is_covered(client: TestClient) -> None:
    content = client.get("/embed?commune=26281&q=zzzz").text

    assert "non connue de nos sources, pas forcément absente" in content
    assert "Ce que nos sources connaissent (" in content


def test_a_frame_that_asks_for_a_trade_tells_the_known_those_to_call_and_the_others(
    client: TestClient,
) -> None:
    page = unescape(client.get("/embed?sector=textile").text)
    counted = client.get("/embed?sector=textile&show=map").text

    assert "0 connue, 13 à appeler, 1 autre" in page
    assert "0 connue, 13 à appeler, 1 autre" in counted
    assert "Que demander au téléphone" in page
    assert re.search(r"\b0 \+ \d+ à appeler", page.replace("\u00a0", " "))
    assert "Aucune organisation" not in page


def test_a_place_typed_in_the_frame_becomes_a_filter(client: TestClient) -> None:
    answer = client.get("/embed?ou=romans&device=esat&accent=0b5cad")

    assert answer.status_code == 303
    assert answer.headers["location"] == (
        "/embed?device=esat&accent=0b5cad&near=5.05000,45.04000&radius_km=20&place=commune:26281"
    )


def test_only_the_frame_can_be_framed_and_it_keeps_nothing(client: TestClient) -> None:
    answer = client.get("/embed")

    policy = answer.headers["content-security-policy"]
    assert policy.endswith("frame-ancestors *")
    assert "default-src 'none'" in policy
    assert "x-frame-options" not in answer.headers
    assert "set-cookie" not in answer.headers


def test_an_operator_names_the_sites_that_may_frame(tmp_path: Path, small_editions: Path) -> None:
    hosts = {"TERRITORIAL_MAP_EMBED_HOSTS": " https://a.example  https://*.b.example:8443 "}
    chosen = settings_from(hosts)
    settings = Settings(
        editions=small_editions,
        ledger=f"sqlite:///{tmp_path / 'ledger.sqlite'}",
        embed_hosts=chosen.embed_hosts,
    )
    with TestClient(create_application(settings), base_url="http://127.0.0.1") as client:
        policy = client.get("/embed").headers["content-security-policy"]

    assert policy.endswith("frame-ancestors 'self' https://a.example https://*.b.example:8443")


@pytest.mark.parametrize("hosts", ["a.example", "https://a.example; script-src *", "'none'"])
def test_a_host_that_is_no_address_is_refused(hosts: str) -> None:
    with pytest.raises(BadParameter):
        settings_from({"TERRITORIAL_MAP_EMBED_HOSTS": hosts})


def test_the_configurator_shows_the_snippet_of_its_preview(client: TestClient) -> None:
    page = client.get("/integrer?device=esat&lock=device&px=480&ou=romans").text

    code = unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)[1])  # type: ignore[index]  # it is there
    preview = unescape(re.search(r'class="integrer-preview" src="([^"]*)"', page)[1])  # type: ignore[index]  # the same
    assert unescape(re.search(r'src="([^"]*)"', code)[1]) == PUBLIC + preview  # type: ignore[index]  # the same
    assert "place=commune:26281" in preview
    assert 'loading="lazy"' in code
    assert re.search(r'title="\d+ ESAT autour de Romans-sur-Isère, 20\u00a0km"', code)
    assert "height:480px" in code
    assert "host.js" not in code
    assert client.get(preview).status_code == 200


def test_the_snippet_that_follows_its_content_carries_a_script(client: TestClient) -> None:
    page = client.get("/integrer?height=auto").text

    assert f"&lt;script src=&quot;{PUBLIC}/assets/embed/host.js&quot; async&gt;" in page


def test_the_configurator_says_that_a_colour_was_darkened(client: TestClient) -> None:
    assert "Couleur assombrie" in client.get("/integrer?accent=ffcc00").text
    assert "Couleur assombrie" not in client.get("/integrer?accent=0b3d2e").text


def test_the_app_does_not_load_the_scripts_of_the_frame(client: TestClient) -> None:
    page = client.get("/").text

    assert "/pages/embed/" not in page
    assert "/assets/embed/" not in page
    assert "modules/pages/embed/frame.mjs" in client.get("/embed").text


def test_the_legend_of_a_frame_counts_those_to_call(client: TestClient) -> None:
    asked = unescape(client.get("/embed?sector=textile").text).replace("\u00a0", " ")

    assert "activité non renseignée, à appeler : <strong" in asked
    assert "symbol-unknown" in asked
    assert "symbol-unknown" not in client.get("/embed").text


def test_a_frame_tells_the_licences_of_what_it_shows_and_the_sources_to_name(
    client: TestClient,
) -> None:
    whole = unescape(client.get("/embed").text)
    nobody = unescape(client.get("/embed?q=xyzzyplugh").text)

    assert "Licences des données : CC0 (14)." in whole.replace("\u00a0", " ")
    assert "Licences des données" not in nobody
    assert "Sources à citer" not in nobody
