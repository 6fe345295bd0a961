"""Short addresses in the bar, pages without JavaScript, and a frame inside another site."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, Route, expect

from tests.browser.conftest import NewPage
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.edition]
ROMANS = "/autour/26281-romans-sur-isere/30-km?device=esat"
GROUP = "/ptce?ids=finess:010001261"
PHONE = 390
FIRST_LIST_MS = 30_000  # the app starts and asks for its first list


@pytest.fixture
def without_javascript(chromium: Browser) -> Iterator[Page]:
    """A page of a browser that runs no script."""
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 1440, "height": 900}, locale="fr-FR"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["/", "/territoires", "/nulle/part"])
def test_the_box_of_the_header_is_a_form_without_javascript(
    without_javascript: Page, site: str, path: str
) -> None:
    page = without_javascript
    page.goto(f"{site}{path}")
    box = page.locator("header").get_by_role("searchbox", name="Rechercher")
    box.fill("esat valence")
    box.press("Enter")

    expect(page).to_have_url(re.compile("esat"))
    expect(page.locator(".line").first).to_contain_text("(ESAT)")


def test_a_reader_without_javascript_searches_reads_and_turns_pages(
    without_javascript: Page, site: str
) -> None:
    page = without_javascript
    page.goto(site)
    expect(page.get_by_text("Chargement…")).to_be_hidden()
    page.locator("main").get_by_role("searchbox", name="Rechercher").fill("Romans-sur-Isère")
    page.locator("summary", has_text="Dispositif").click()
    page.get_by_label("Établissement et service d’accompagnement").check()
    page.get_by_role("button", name="Chercher", exact=True).click()

    expect(page).to_have_url(f"{site}/autour/26281-romans-sur-isere/20-km?device=esat")
    expect(page.get_by_role("heading", level=2)).to_contain_text("ESAT autour de Romans-sur-Isère")
    name = page.locator(".line-link").first.inner_text()
    page.locator(".line-link").first.click()

    expect(page.get_by_role("heading", level=2, name=name)).to_be_visible()
    for section in ("En clair", "Adresse et contact", "Bonnes pratiques", "Partenariats possibles"):
        expect(page.get_by_role("heading", level=3, name=section)).to_be_visible()

    page.get_by_role("link", name="Auvergne-Rhône-Alpes").first.click()
    page.get_by_role("link", name="Page suivante").click()
    expect(page.locator(".n-of-n")).to_contain_text("51 à 100 sur")


def test_a_reader_without_javascript_checks_a_group_and_adds_to_it(
    without_javascript: Page, site: str
) -> None:
    page = without_javascript
    page.goto(site + GROUP)
    blocks = page.locator("#plain .pole-block")
    expect(blocks).to_have_count(2)
    expect(blocks.first.get_by_role("heading", level=3)).to_have_text("Les éléments de l’article 9")
    expect(page.locator("#plain .lines .line")).to_have_count(1)

    page.get_by_role("link", name="La déclarer complète").click()
    page.get_by_role("link", name=re.compile("^Ajouter au groupe")).first.click()

    expect(page).to_have_url(re.compile(r"ids=finess:010001261,[^&]+&complet=1$"))
    expect(page.locator("#plain .lines .line")).to_have_count(2)
    expect(page.get_by_text("Liste déclarée complète par son auteur.")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["/", ROMANS, "/pratiques/p27", "/sources", GROUP, "/o/synthetic:none"]
)
def test_a_plain_page_fits_a_phone(without_javascript: Page, site: str, path: str) -> None:
    page = without_javascript
    page.set_viewport_size({"width": PHONE, "height": 844})

    page.goto(site + path)

    expect(page.locator("#plain")).to_be_visible()
    assert page.locator("html").evaluate("e => e.scrollWidth") <= PHONE


def without_scripts(route: Route) -> None:
    """The document as it is sent, without what a browser would run."""
    text = re.sub(r"<script.*?</script>", "", route.fetch().text(), flags=re.DOTALL)
    route.fulfill(body=text, content_type="text/html; charset=utf-8")


@pytest.mark.parametrize("path", ["/", ROMANS, "/sources", "/pratiques/p27", "/pratiques"])
def test_plain_content_has_no_barrier(page: Page, site: str, path: str) -> None:
    """The content as a reader without JavaScript gets it, in a page where axe can run."""
    page.route(site + path, without_scripts)
    page.goto(site + path)
    page.add_style_tag(content=".plain { display: block !important } .waiting { display: none }")
    expect(page.locator("#plain")).to_be_visible()

    assert [one for one in violations(page) if "react-entry-point" not in one] == []


def test_a_readable_address_follows_every_change_and_goes_back(page: Page, site: str) -> None:
    page.goto(site + ROMANS)
    expect(page.locator("#result-list .line").first).to_be_visible(timeout=FIRST_LIST_MS)
    expect(page.locator("#plain")).to_have_count(0)
    expect(page).to_have_url(site + ROMANS)
    expect(page).to_have_title(
        re.compile("^14 ESAT autour de Romans-sur-Isère, 30\u00a0km · Carte")
    )
    expect(page.locator("#chips")).to_contain_text("30 km autour de Romans-sur-Isère")

    page.locator('[data-filter="sector"] input').first.check()
    expect(page).to_have_url(re.compile(re.escape(site + ROMANS) + "&sector="))
    expect(page).to_have_title(re.compile("Secteur"))
    page.go_back()
    expect(page).to_have_url(site + ROMANS)
    expect(page.locator("#result-count")).to_contain_text("14")
    page.locator(".line-link").first.click()
    expect(page.locator("#panel-name")).to_be_visible()
    expect(page).to_have_url(re.compile(re.escape(site + ROMANS) + "&organisation="))
    name = page.locator("#panel-name").inner_text()
    expect(page).to_have_title(re.compile(re.escape(name)))
    page.keyboard.press("Escape")
    expect(page).to_have_title(re.compile("^14 ESAT"))
    page.goto(f"{site}/?department=26&device=esat")
    expect(page).to_have_url(f"{site}/dans/departement/26-drome?device=esat")
    page.locator(".line-link").first.click()
    expect(page.locator("#panel-name")).to_be_visible()

    address = (
        page.locator("#panel [data-copy-address]").first.get_attribute("data-copy-address") or ""
    )
    assert address.startswith("/o/")
    page.goto(site + address)
    expect(page.locator("#panel-name")).to_be_visible()
    expect(page).to_have_url(site + address)


class _Host(BaseHTTPRequestHandler):
    """A site of somebody else's, with a frame of ours in the middle of a long page."""

    frame = ""

    def do_GET(self) -> None:
        body = (
            '<!DOCTYPE html><html lang="fr"><head><meta charset="UTF-8"><title>Hôte synthétique'
            '</title></head><body><h1>Hôte synthétique</h1><a id="before" href="#x">Avant</a>'
            f'<div style="height:300px"></div>{self.frame}'
            '<a id="after" href="#y">Après</a><div style="height:3000px"></div></body></html>'
        ).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    """The address of the host, on a port of its own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Host)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def framed(page: Page, host: str, address: str, more: str = "") -> FrameLocator:
    _Host.frame = (
        f'<iframe src="{address}" title="Carte" data-territorial-map '
        f'style="width:100%;height:560px;border:0"></iframe>{more}'
    )
    page.goto(host)
    frame = page.frame_locator("iframe")
    expect(frame.locator("#embed-map[data-ready]")).to_be_visible()
    return frame


def scrolled(page: Page) -> float:
    return float(page.evaluate("window.scrollY"))


def test_a_frame_never_scrolls_its_host_away(page: Page, site: str, host: str) -> None:
    frame = framed(page, host, f"{site}/embed?device=esat&near=5.05,45.04&radius_km=30")
    map_box = frame.locator("#embed-map")
    at = map_box.bounding_box()
    assert at is not None
    before = int(map_box.get_attribute("data-zoom") or 0)

    # The wheel over the sleeping map is the host's.
    page.mouse.move(at["x"] + at["width"] / 2, at["y"] + 150)
    page.mouse.wheel(0, 100)
    page.wait_for_function("window.scrollY === 100")
    expect(map_box).to_have_attribute("data-zoom", str(before))

    # With Ctrl, then once activated, it is the map's, and the host stays.
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    expect(map_box).to_have_attribute("data-zoom", str(before + 1))
    frame.get_by_role("button", name="Activer la carte").click()
    page.mouse.move(at["x"] + 40, at["y"] + 100)
    page.mouse.wheel(0, 240)
    expect(map_box).not_to_have_attribute("data-zoom", str(before + 1))
    page.keyboard.press("Escape")
    expect(frame.locator(".embed-wake")).to_have_attribute("aria-pressed", "false")
    assert scrolled(page) == 100

    # The list scrolls inside, to its end and no further.
    names = frame.locator("#embed-list")
    end = names.evaluate("e => e.scrollHeight - e.clientHeight")
    assert end > 100
    frame.locator(".line-link").first.hover()
    here = scrolled(page)
    page.mouse.wheel(0, end + 500)
    expect(frame.locator(".turning")).to_be_in_viewport()
    page.mouse.wheel(0, 600)
    page.wait_for_timeout(300)
    assert scrolled(page) == here


def test_a_frame_is_used_with_the_keyboard_alone(page: Page, site: str, host: str) -> None:
    frame = framed(page, host, f"{site}/embed?device=esat&department=26&lock=device")
    page.locator("#before").focus()
    page.keyboard.press("Tab")
    expect(frame.get_by_role("searchbox", name="Quoi ?")).to_be_focused()
    here = scrolled(page)

    frame.locator("summary", has_text="Secteur d’activité").click()
    box = frame.locator('input[name="sector"]').first
    box.focus()
    page.keyboard.press("Space")
    expect(frame.locator(".embed-query")).to_contain_text("Secteur")
    expect(frame.locator('input[name="sector"]:checked')).to_be_focused()
    assert "sector=" in page.frames[1].url
    assert abs(scrolled(page) - here) <= 1

    marker = frame.locator(".leaflet-marker-icon").first
    marker.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert abs(scrolled(page) - here) <= 1
    assert page.url.rstrip("/") == host

    with page.context.expect_page() as opening:
        frame.locator(".line-link").first.press("Enter")
    assert opening.value.url.startswith(f"{site}/o/")
    assert page.context.cookies() == []
    assert page.frames[1].evaluate("Object.keys(window.localStorage).length") == 0


def test_a_frame_that_follows_its_content_tells_its_height(
    page: Page, site: str, host: str
) -> None:
    script = f'<script src="{site}/assets/embed/host.js"></script>'
    framed(page, host, f"{site}/embed?department=26&height=auto", script)

    page.wait_for_function("document.querySelector('iframe').clientHeight > 1000")
    inside = page.frames[1].evaluate("document.documentElement.scrollHeight")
    assert abs(page.locator("iframe").evaluate("e => e.clientHeight") - inside) <= 2


def test_only_the_frame_can_be_framed(new_page: NewPage, site: str, host: str) -> None:
    page = new_page(attacked=True)
    _Host.frame = f'<iframe src="{site}/sources" title="Interdit"></iframe>'
    page.goto(host)

    expect(page.frame_locator("iframe").get_by_role("heading", level=2)).to_have_count(0)


def test_the_snippet_is_made_in_place(new_page: NewPage, site: str) -> None:
    page = new_page(1440, 900)
    page.goto(f"{site}/integrer")
    page.get_by_role("searchbox", name="Où ?").fill("Figeac")
    page.get_by_role("searchbox", name="Où ?").press("Enter")
    expect(page.locator("#integrer-code")).to_have_value(re.compile("near="))
    page.locator("summary", has_text="Filtres que ses lecteurs").click()
    page.get_by_role("checkbox", name="Territoire").check()
    expect(page.locator("#integrer-code")).to_have_value(re.compile("lock=territory"))
    preview = page.frame_locator(".integrer-preview")
    expect(preview.get_by_role("heading", level=1)).to_contain_text("autour de Figeac, 20 km")
    expect(preview.get_by_role("searchbox", name="Où ?")).to_have_count(0)
    assert violations(page) == []

    phone = new_page(PHONE, 844)
    phone.goto(page.url)
    expect(phone.locator("#integrer-code")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE


@pytest.mark.parametrize("width", [PHONE, 800, 1200])
def test_a_frame_has_no_barrier(new_page: NewPage, site: str, width: int) -> None:
    page = new_page(width, 700)
    page.goto(f"{site}/embed?department=26&accent=ffcc00")
    expect(page.locator("#embed-map[data-ready]")).to_be_attached()

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
