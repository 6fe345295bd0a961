"""People, each for what she came: how many steps it takes, on a desk and on a phone.

Who comes from a search engine is in ``test_sheet.py``.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.main_screen import count, lines
from tests.browser.steps import WIDTHS, Walk

pytestmark = [pytest.mark.browser, pytest.mark.edition]
CALL = re.compile(r"^tel:\+?\d{10,}$")
PATIENCE = 60_000  # milliseconds: the first visit of a fresh server, on a machine at work


@pytest.fixture(params=WIDTHS)
def walk(new_page: NewPage, site: str, request: pytest.FixtureRequest) -> Walk:
    return Walk(new_page(request.param, 900), site)


def test_a_buyer_finds_laundries_around_a_town_then_whom_to_call(walk: Walk) -> None:
    page = walk.page
    walk.arrive()
    walk.click(page.get_by_role("link", name="Acheter responsable"))
    expect(page.locator("#chips")).to_contain_text("ESAT")
    walk.search("esat blanchisserie rennes")

    expect(page.locator("#result-count")).to_have_text(re.compile("^2 connues, 10 à appeler"))
    heading = page.get_by_role("heading", name=re.compile("^À appeler : 10 fiches, 9 numéros"))
    expect(heading).to_be_attached()
    known, to_call = [lines(page).nth(n) for n in (0, 1)], lines(page).nth(2)
    for line in known:
        expect(line).to_contain_text("Propreté et blanchisserie")
    expect(to_call).to_contain_text("Activités non renseignées")
    expect(to_call.locator("a[href^=tel]")).to_have_attribute("href", CALL)
    walk.click(page.get_by_text("Que demander au téléphone ?"))
    expect(page.locator(".to-ask li").first).to_be_visible()

    for line in (*known, to_call):
        walk.click(line.get_by_role("button", name="Ma liste"))
    expect(page.get_by_role("status").filter(has_text="Ajouté à Ma liste, 3 org")).to_have_count(1)
    walk.menu("Ma liste")
    mine = page.get_by_role("link", name="ESAT, Propreté et blanchisserie, Rennes")
    walk.click(mine)
    expect(page.locator(".kept-line")).to_have_count(3)
    expect(page.locator(".kept-line a[href^=tel]").first).to_have_attribute("href", CALL)
    assert walk.steps == 9


def test_a_coordinator_starts_from_a_pole_and_leaves_with_its_file(walk: Walk) -> None:
    page = walk.page
    walk.arrive()
    walk.click(page.get_by_role("link", name="Constituer un PTCE").first)
    walk.click(page.get_by_role("link", name="Un pôle existant"))
    expect(page.locator("#chips")).to_contain_text("PTCE")
    walk.type(page.get_by_role("combobox", name="Rechercher"), "groupe archer")
    offered = page.locator(".search-meant").get_by_role("option")
    walk.click(offered.filter(has_text="Pôle Sud (Groupe Archer)"))
    expect(page.locator("#panel-name")).to_have_text("Pôle Sud (Groupe Archer)")
    walk.click(page.get_by_role("link", name="Examiner ce pôle"))

    members = page.locator("#pole-members .member")
    expect(members).to_have_count(7, timeout=PATIENCE)
    expect(page.get_by_role("heading", name="Les éléments de l’article 9")).to_be_visible()
    walk.click(page.locator('[data-proof="strategy"]').get_by_role("checkbox"))
    with page.expect_download() as dossier:
        walk.click(page.get_by_role("button", name="Document (DOCX)"))
    assert Path(dossier.value.path()).read_bytes().startswith(b"PK")
    assert walk.steps == 7


def test_a_developer_reads_a_territory_its_leads_and_leaves_with_its_note(walk: Walk) -> None:
    page = walk.page
    walk.arrive()
    walk.menu("Territoires")
    walk.type(page.get_by_role("searchbox", name="Quel territoire"), "valence romans agglo")
    walk.press("Enter")
    walk.click(page.get_by_role("link", name="Valence Romans Agglo"))

    expect(page).to_have_title(re.compile("Valence Romans Agglo"))
    walk.reads("Ce que nos sources savent d’ici", "Ce qui est là, à côté d’ailleurs")
    every = page.locator("#chiffres td a").first
    told = int(re.sub(r"\D", "", every.inner_text()))
    later = page.get_by_role("heading", name="Dix pistes, toutes différentes")
    later.scroll_into_view_if_needed()
    ten = page.locator("#dix-pistes table").first.locator("tbody tr")
    expect(ten).to_have_count(10, timeout=PATIENCE)
    walk.click(ten.first.get_by_role("button", name="Ma liste").first)
    expect(page.get_by_role("status").filter(has_text="Ajouté à Ma liste, 1 org")).to_have_count(1)
    with page.expect_download(timeout=PATIENCE) as note:
        walk.click(page.get_by_role("link", name="La note (DOCX)"))
    assert Path(note.value.path()).read_bytes().startswith(b"PK")

    walk.click(every)
    assert count(page) == told
    page.go_back()
    walk.click(page.get_by_role("link", name="Les pistes de ce territoire").first)
    expect(page.locator(".network-rows tbody tr").first).to_contain_text(
        re.compile("Piste forte|À explorer"), timeout=PATIENCE
    )
    expect(page.get_by_role("button", name="Dans ma liste").first).to_be_attached()
    assert walk.steps == 8


def test_a_small_association_finds_with_whom_to_share_and_what_to_ask(walk: Walk) -> None:
    page = walk.page
    walk.arrive()
    walk.click(page.get_by_role("link", name="Partager un local"))
    walk.type(page.get_by_role("textbox", name="Qui êtes-vous, ou autour"), "morlaix")
    walk.click(page.get_by_role("option").filter(has_text=re.compile("^Morlaix")))

    card = page.locator("#partner-list .partner").first
    expect(card).to_contain_text("Piste forte", timeout=PATIENCE)
    expect(card).to_contain_text("À demander")
    expect(page).to_have_title(re.compile("Morlaix"))
    walk.click(card.get_by_role("button", name="Ma liste"))
    expect(card.get_by_role("button", name="Dans ma liste")).to_be_visible()
    assert walk.steps == 4


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_one_calls_goes_and_keeps_with_the_menu_at_hand(
    new_page: NewPage, site: str, width: int
) -> None:
    phone = new_page(width, 844, has_touch=True)
    walk = Walk(phone, site)
    walk.arrive()
    walk.search("esat rennes")
    menu = phone.locator(".page-links a:visible").last
    called = lines(phone).filter(has=phone.locator("a[href^=tel]")).first
    expect(called.locator("a[href^=tel]")).to_have_attribute("href", CALL)
    expect(menu).to_be_in_viewport(ratio=1)
    walk.click(called.locator(".line-link"))

    sheet = phone.locator("#panel")
    expect(phone.locator("#panel-name")).to_be_focused()
    expect(menu).to_be_in_viewport(ratio=1)
    expect(sheet.locator("a[href^=tel]").first).to_have_attribute("href", CALL)
    expect(sheet.get_by_role("link", name="Itinéraire")).to_be_in_viewport()
    walk.click(sheet.get_by_role("button", name="Ma liste").first)
    walk.click(sheet.get_by_role("link", name="Fermer"))
    expect(called.get_by_role("button", name="Dans ma liste")).to_be_visible()
    walk.click(phone.get_by_role("button", name="Carte"))
    expect(phone.locator("#map .cluster, #map .pin").first).to_be_visible()
    expect(menu).to_be_in_viewport(ratio=1)
    assert walk.steps == 6


def focus_on(walk: Walk, selector: str, key: str, most: int) -> None:
    """Press a key until the first that a selector tells has the keyboard."""
    wanted = walk.page.locator(selector).first
    for _ in range(most):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        walk.press(key)
    expect(wanted).to_be_focused()


def test_by_keyboard_alone_one_searches_opens_and_keeps(walk: Walk) -> None:
    page = walk.page
    walk.arrive()
    expect(lines(page).first).to_be_visible()
    focus_on(walk, "#search-text", "Tab", 6)
    page.wait_for_load_state("networkidle")
    page.keyboard.type("esat rennes")
    expect(page.locator('.search-meant [data-for="esat rennes"]')).to_be_visible()
    walk.press("Enter")
    expect(page.locator("#chips")).to_contain_text("Rennes")
    before = walk.steps
    focus_on(walk, '.skip-links a:has-text("Aller à la liste")', "Shift+Tab", 5)
    walk.press("Enter")
    focus_on(walk, ".line-link", "Tab", 9)
    assert walk.steps - before <= 15

    walk.press("Enter")
    expect(page.locator("#panel-name")).to_be_focused()
    focus_on(walk, "#panel [data-keep]", "Tab", 3)
    walk.press("Space")
    kept = page.locator("#panel [data-keep]").first
    expect(kept).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status").filter(has_text="Ajouté à Ma liste, 1 org")).to_have_count(1)
    walk.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator(".line-link").first).to_be_focused()
    assert walk.steps <= 28


@pytest.mark.parametrize("width", WIDTHS)
def test_a_reader_of_english_is_answered_in_english_from_the_first_page(
    new_page: NewPage, site: str, width: int
) -> None:
    page = new_page(width, 900, language="en-GB")
    walk = Walk(page, site)
    walk.arrive()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    walk.type(page.get_by_role("combobox", name="Search"), "laundry rennes")
    expect(page.locator('.search-meant [data-for="laundry rennes"]')).to_be_visible()
    walk.press("Enter")

    expect(page.locator("#result-count")).to_have_text(re.compile("known, .* to call"))
    walk.click(page.locator(".line-link").first)
    expect(page.get_by_role("heading", name="Address and contact")).to_be_visible()
    walk.press("Escape")
    walk.click(page.get_by_role("button", name="Export"))
    walk.click(page.get_by_role("radio", name="CSV table"))
    with page.expect_download() as table:
        walk.click(page.get_by_role("button", name="Download"))
    heading = Path(table.value.path()).read_text("utf-8-sig").splitlines()[0]
    assert heading.startswith('"Name";')
    assert "Phone" in heading
    assert walk.steps == 7
