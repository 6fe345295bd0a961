"""What people do on the map, done in a browser."""

import itertools
import math
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.main_screen import ask, count, lines, open_page, query

pytestmark = [pytest.mark.browser, pytest.mark.edition]


def test_fly_to_la_reunion(page: Page, site: str) -> None:
    open_page(page, site)

    page.get_by_role("button", name="La Réunion").click()
    page.wait_for_url("**map=**")

    zoom, lat, lon = (float(part) for part in query(page)["map"][0].split("/"))
    assert zoom >= 8
    assert (round(lat), round(lon)) == (-21, 56)
    expect(page.locator("#map .cluster, #map .pin").first).to_be_visible()


def test_a_pin_opens_its_panel_and_the_address_follows(page: Page, site: str) -> None:
    open_page(page, f"{site}/?kind=ptce&department=26&map=10/45.02/5.2")

    page.locator("#map .pin").first.press("Enter")

    expect(page.locator("#panel-name")).to_be_focused()
    assert query(page)["organisation"][0].startswith("ptce:")


def test_a_cluster_zooms_until_its_organisations_part(page: Page, site: str) -> None:
    open_page(page, site)
    before = page.locator("#map-status").inner_text()

    page.locator("#map .cluster").first.press("Enter")

    expect(page.locator("#map-status")).not_to_have_text(before)


def test_several_organisations_at_one_point_open_as_a_list(page: Page, site: str) -> None:
    open_page(page, f"{site}/?kind=ess_actor&commune=26281&map=18/45.061/5.0246")
    gathered = page.locator('#map .cluster[aria-label*="Activer pour les lister"]').first
    expect(gathered).to_be_visible()

    gathered.press("Enter")
    page.locator(".same-point a").first.click()

    expect(page.locator("#panel-name")).to_be_visible()


def test_the_list_follows_the_map_when_asked(page: Page, site: str) -> None:
    open_page(page, f"{site}/?map=9/-21.1/55.5")
    everywhere = count(page)

    page.get_by_label("La liste suit la carte").check()
    page.wait_for_url("**bbox=**")
    expect(page.locator("#chips")).to_contain_text("Zone de la carte")

    here = re.findall(r"\d+", page.locator("#map-status").inner_text())
    assert count(page) == int("".join(here)) < everywhere


def test_the_area_of_the_map_can_be_searched_once(page: Page, site: str) -> None:
    open_page(page, f"{site}/?map=9/-21.1/55.5")

    page.get_by_role("button", name="Rechercher dans cette zone").click()

    expect(page.locator("#chips")).to_contain_text("Zone de la carte")
    assert "follow" not in query(page)


def test_the_legend_filters_by_kind(page: Page, site: str) -> None:
    open_page(page, site)

    page.locator("#map-legend button", has_text="PTCE").click()
    page.wait_for_url("**kind=ptce**")

    expect(page.locator("#map-legend button[aria-pressed=true]")).to_contain_text("PTCE")
    expect(lines(page).first).to_contain_text("Pôle territorial")


def test_those_to_call_are_on_the_map_when_a_trade_is_asked(page: Page, site: str) -> None:
    open_page(page, f"{site}/?q=esat+blanchisserie+valence+40+km")
    legend = page.locator("#map-legend .legend-note", has=page.locator(".symbol-unknown"))
    told = re.findall(r"\d+", legend.inner_text())
    expect(page.locator("#map-status")).to_have_text(f"0 dans cette vue, et {told[0]} à appeler")

    pins = page.locator('#map .pin img[src$="-unknown.svg"]')
    clusters = page.locator('#map .cluster[aria-label*="Activité non renseignée"]')
    gathered = [int(re.findall(r": (\d+)", label)[0]) for label in labels(clusters)]

    assert int(told[0]) > 5
    assert pins.count() > 1
    assert pins.count() + sum(gathered) == int(told[0])
    assert all("à appeler" in label for label in labels(page.locator("#map .pin")))


def test_those_to_call_at_one_point_open_as_a_list(page: Page, site: str) -> None:
    open_page(page, f"{site}/?sector=textile&commune=26281&map=18/45.061/5.0246")
    gathered = page.locator('#map .cluster[aria-label*="Activer pour les lister"]').first

    gathered.press("Enter")

    expect(page.locator(".same-point .symbol-unknown").first).to_be_visible()


BADGES = """() => [...document.querySelectorAll("#map .cluster svg, #map .pin img")].map((one) => {
  const { x, y, width } = one.getBoundingClientRect();
  return { x: x + width / 2, y: y + width / 2, r: one.closest(".pin") ? 9 : width / 2 };
})"""
LYING_OVER = """() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const map = box("#map");
  return ["#map-region .quick-bar", "#map-region .legend"].filter((one) => {
    const { top, bottom, height } = box(one);
    return height < 10 || (top < map.bottom && bottom > map.top);
  });
}"""


def settled(page: Page) -> Page:
    """The map once it asks for nothing more."""
    page.wait_for_load_state("networkidle")
    return page


def overlapping(page: Page) -> int:
    badges = page.evaluate(BADGES)
    assert len(badges) > 3
    return sum(
        math.hypot(a["x"] - b["x"], a["y"] - b["y"]) < a["r"] + b["r"] - 1
        for a, b in itertools.combinations(badges, 2)
    )


@pytest.mark.parametrize(("zoom", "level"), [(6, "region"), (7, "department"), (8, "epci")])
def test_far_away_the_map_counts_by_territory(page: Page, site: str, zoom: int, level: str) -> None:
    with page.expect_response("**/api/v1/map?**") as asked:
        open_page(page, f"{site}/?kind=sheltered_supplier&map={zoom}/46.6/2.4")
    settled(page)
    drawn = page.evaluate(
        "async (a) => (await fetch(a)).json()",
        re.sub("zoom=[0-9.]+", f"zoom={zoom}", asked.value.url),
    )
    clusters = [f["properties"] for f in drawn["features"] if f["properties"]["cluster"]]

    assert len(clusters) > 3
    levels = {c["territory"] and c["territory"]["level"] for c in clusters}
    assert level in levels
    assert levels <= {level, None}, "what lies in no territory is counted apart"


def test_each_region_says_its_total_in_a_badge_of_its_own(page: Page, site: str) -> None:
    open_page(page, f"{site}/?kind=ptce&map=6/46.6/2.4")
    brittany = page.locator('#map .cluster[aria-label^="Bretagne"]')
    expect(brittany).to_be_visible()
    told = re.findall(r"\d+", brittany.get_attribute("aria-label") or "")[0]

    brittany.press("Enter")
    page.wait_for_url("**map=**")
    settled(page)

    expect(page.locator('#map .cluster[aria-label^="Finistère"], #map .pin').first).to_be_visible()
    listed = page.request.get(f"{site}/api/v1/organisations?kind=ptce&region=53&limit=1").json()
    assert listed["total"] > listed["unlocated"] > 0  # the map counts those that have a position
    assert listed["total"] - listed["unlocated"] == int(told)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (768, 1024)])
def test_nothing_lies_over_the_map_and_no_badge_over_another(
    new_page: NewPage, site: str, width: int, height: int
) -> None:
    page = new_page(width, height)
    page.goto(f"{site}/?view=map")
    expect(page.locator('#map .cluster[aria-label*="Corse"]')).to_be_visible()
    settled(page)

    assert page.evaluate(LYING_OVER) == []
    assert overlapping(page) == 0
    within = page.locator("#map").bounding_box()
    corsica = page.locator('#map .cluster[aria-label*="Corse"]').bounding_box()
    assert within is not None
    assert corsica is not None
    assert corsica["x"] + corsica["width"] <= within["x"] + within["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_back_restores_the_map_as_well_as_the_list(page: Page, site: str) -> None:
    open_page(page, f"{site}/?map=8/47.2/-1.5")
    settled(page)
    page.get_by_role("button", name="Zoomer", exact=True).click()
    page.wait_for_url("**map=9/**")
    expect(page.locator("#map .pin, #map .cluster").first).to_be_visible()
    where = query(page)["map"]

    ask(page, "valence")
    page.wait_for_url("**q=valence**")
    expect(page.locator("#map path[stroke-dasharray='6 6']")).to_be_visible()
    expect(page).to_have_title(re.compile("Valence"))
    page.wait_for_function("before => !location.href.includes(before)", arg=where[0])
    page.go_back()

    expect(page.locator("#map path[stroke-dasharray='6 6']")).to_have_count(0)
    expect(page).not_to_have_title(re.compile("Valence"))
    settled(page)
    (zoom, lat, lon) = (float(part) for part in where[0].split("/"))
    page.get_by_role("button", name="Zoomer", exact=True).click()
    page.wait_for_url(f"**map={zoom + 1:g}/**")  # one step of the history, at the zoom of before
    now = [float(part) for part in query(page)["map"][0].split("/")]
    assert (round(now[1], 1), round(now[2], 1)) == (round(lat, 1), round(lon, 1))


def test_the_first_screen_says_what_it_is_for_and_how_to_begin(page: Page, site: str) -> None:
    open_page(page, site)
    intro = page.locator(".home-intro")

    expect(intro.get_by_role("heading")).to_have_text(
        "Trouvez avec qui coopérer, près de chez vous"
    )
    expect(intro.locator(".home-way")).to_have_count(4)
    intro.get_by_text("Ou partir d’un territoire").click()
    brittany = intro.get_by_role("listitem").filter(has_text="Bretagne")
    told = re.sub(r"\D", "", brittany.inner_text())
    intro.get_by_text("Acheter responsable").click()

    expect(intro).to_be_hidden()
    expect(page.locator("#chips")).to_contain_text("ESAT")
    expect(page).to_have_title(re.compile("ESAT"))
    page.goto(f"{site}/?region=53")
    assert count(page) == int(told)


def test_no_badge_over_another_where_many_stand(page: Page, site: str) -> None:
    open_page(page, f"{site}/?map=11/48.86/2.35")
    settled(page)

    assert overlapping(page) == 0


def labels(markers: Locator) -> list[str]:
    return [marker.get_attribute("aria-label") or "" for marker in markers.all()]


def test_the_map_reads_without_any_tile(page: Page, site: str) -> None:
    open_page(page, site)
    page.locator("summary[title='Fond de carte']").click()

    page.get_by_label("Sans fond").check()

    expect(page.locator("#map .leaflet-tile")).to_have_count(0)
    assert page.locator("#map path.leaflet-interactive, #map .leaflet-pane path").count() > 100
