"""What people come to do, done in a browser."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import NewPage
from tests.browser.main_screen import ask, count, lines, open_page, query

pytestmark = [pytest.mark.browser, pytest.mark.edition]


def test_find_an_esat_near_romans_and_export_the_list(page: Page, site: str) -> None:
    open_page(page, site)
    ask(page, "esat romans-sur-isere")
    page.wait_for_url("**q=esat+romans-sur-isere**")
    expect(page.locator("#chips")).to_contain_text("Romans-sur-Isère (Drôme), 20 km")
    expect(page.locator("#chips")).to_contain_text("ESAT")
    expect(lines(page).first).to_contain_text("(ESAT)")
    expect(page.locator("#search-text")).to_have_value("esat romans-sur-isere")
    found = count(page)

    page.get_by_role("button", name="Exporter").click()
    page.get_by_role("radio", name="Table CSV").check()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Télécharger").click()

    text = Path(downloading.value.path()).read_text("utf-8-sig")
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=";") if row]
    names = [row[0] for row in rows]
    assert 0 < found == lines(page).count()
    assert all(link in names for link in page.locator(".line-link").all_inner_texts())


def test_a_shared_address_shows_the_same_list_to_someone_else(new_page: NewPage, site: str) -> None:
    mine = new_page()
    open_page(mine, site)
    mine.locator('[data-filter="sector"][data-value="building_energy"] input').check()
    mine.wait_for_url("**sector=building_energy**")
    ask(mine, "valence romans agglo")
    mine.wait_for_url("**q=valence**")
    expect(mine.locator("#chips")).to_contain_text("Valence Romans Agglo")
    expect(lines(mine).first).to_be_visible()
    names = mine.locator(".line-link").all_inner_texts()

    theirs = new_page()
    open_page(theirs, mine.url)

    expect(theirs.locator("#chips")).to_contain_text("Bâtiment et énergie")
    assert names
    assert theirs.locator(".line-link").all_inner_texts() == names


def test_keyboard_alone_from_skip_link_to_panel_and_back(page: Page, site: str) -> None:
    open_page(page, site)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller à la liste")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("window.scrollY") == 0
    first = page.locator(".line-link").first

    for _ in range(8):
        page.keyboard.press("Tab")
        if first.evaluate("link => link === document.activeElement"):
            break
    expect(first).to_be_focused()
    page.keyboard.press("Enter")

    name = page.locator("#panel-name")
    expect(name).to_be_focused()
    assert "organisation" in query(page)
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).not_to_be_visible()
    expect(first).to_be_focused()


def test_on_a_phone_the_list_comes_first_and_the_map_is_one_tap_away(
    new_page: NewPage, site: str
) -> None:
    phone = new_page(390, 844)
    phone.goto(site)
    expect(lines(phone).first).to_be_visible()
    expect(phone.locator("#map")).not_to_be_visible()
    expect(phone.get_by_role("button", name="Liste", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390

    phone.get_by_role("button", name="Carte").click()

    expect(phone.locator("#map .cluster").first).to_be_visible()
    expect(lines(phone).first).not_to_be_visible()


def test_on_a_phone_filters_are_in_a_drawer(new_page: NewPage, site: str) -> None:
    phone = new_page(390, 844)
    phone.goto(site)
    expect(lines(phone).first).to_be_visible()
    expect(phone.locator("#filters")).not_to_be_visible()

    phone.locator(".view-switch").get_by_role("button", name="Filtres").click()
    phone.locator('[data-filter="kind"][data-value="ptce"] input').check()
    phone.get_by_role("button", name="Voir les résultats").click()

    expect(phone.locator("#filters")).not_to_be_visible()
    expect(phone.locator("#chips")).to_contain_text("PTCE")


def test_going_back_takes_the_last_filter_off(page: Page, site: str) -> None:
    open_page(page, site)
    everything = count(page)
    page.locator('[data-filter="kind"][data-value="ptce"] input').check()
    expect(page.locator("#chips")).to_contain_text("PTCE")

    page.go_back()

    expect(page.locator("#chips .chip")).to_have_count(0)
    expect(page.locator('[data-filter="kind"][data-value="ptce"] input')).not_to_be_checked()
    assert count(page) == everything


def test_a_filter_taken_off_before_its_counts_came_is_not_left_ticked(
    page: Page, site: str
) -> None:
    open_page(page, site)
    box = page.locator('[data-filter="kind"][data-value="ptce"] input')
    expect(box).not_to_be_checked()
    late: list[Route] = []

    def counts_come_late(route: Route) -> None:
        asked = route.request.post_data or ""
        if "filter-groups" in asked and "kind=ptce" in asked:
            late.append(route)
        else:
            route.fallback()

    page.route("**/_dash-update-component**", counts_come_late)
    box.check()
    expect(page.locator("#chips")).to_contain_text("PTCE")
    expect(box).to_be_checked()

    page.go_back()

    expect(page.locator("#chips .chip")).to_have_count(0)
    expect(box).not_to_be_checked()
    assert len(late) == 1
    late[0].continue_()
    page.unroute("**/_dash-update-component**", counts_come_late)


def test_a_ticked_filter_keeps_the_keyboard_where_it_was(page: Page, site: str) -> None:
    open_page(page, site)
    box = page.locator('[data-filter="kind"][data-value="ptce"] input')
    box.focus()

    page.keyboard.press("Space")
    expect(page.locator("#chips")).to_contain_text("PTCE")

    expect(box).to_be_focused()
    expect(box).to_be_checked()


def test_an_empty_result_can_be_loosened(page: Page, site: str) -> None:
    open_page(page, f"{site}/?kind=ptce&department=75&sector=fishing_sea")
    expect(page.locator(".empty")).to_be_visible()

    page.locator(".loosen").first.click()

    expect(lines(page).first).to_be_visible()


def test_more_lines_can_be_shown(page: Page, site: str) -> None:
    open_page(page, site)
    expect(lines(page)).to_have_count(50)

    page.get_by_role("link", name="Afficher plus").click()

    expect(lines(page)).to_have_count(100)
    expect(page.locator(".n-of-n").first).to_contain_text("100 sur")


def test_the_language_follows_the_switch(page: Page, site: str) -> None:
    open_page(page, f"{site}/?kind=ptce")

    page.get_by_role("link", name="English").click()
    page.wait_for_url("**lang=en**")

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", name="Filters")).to_be_visible()
    expect(page.locator("#chips")).to_contain_text("PTCE")


def test_a_wrong_address_is_told_in_words(page: Page, site: str) -> None:
    page.goto(f"{site}/?kind=licorne")

    expect(page.locator(".result-notice")).to_contain_text("licorne")
    expect(lines(page).first).to_be_visible()
    expect(page.get_by_role("alert")).to_be_empty()


def test_a_silent_server_does_not_lose_the_page(page: Page, site: str) -> None:
    open_page(page, site)
    page.route("**/_dash-update-component**", lambda route: route.abort())

    page.locator('[data-filter="kind"][data-value="ptce"] input').check()

    expect(page.get_by_role("alert")).to_contain_text("Le serveur ne répond pas")
    expect(lines(page).first).to_be_visible()
    page.unroute("**/_dash-update-component**")
    page.get_by_role("button", name="Réessayer").click()
    expect(page.locator("#chips")).to_contain_text("PTCE")


def test_the_page_that_is_not_there_helps(page: Page, site: str) -> None:
    answer = page.goto(f"{site}/nulle/part")

    assert answer is not None
    assert answer.status == 404
    page.get_by_role("link", name="Ouvrir la carte et l’annuaire").click()
    expect(lines(page).first).to_be_visible()


def test_sources_are_at_the_foot_and_one_comes_back(page: Page, site: str) -> None:
    open_page(page, site)

    page.locator(".site-foot").get_by_role("link", name="Sources et couverture").click()
    expect(page.get_by_role("heading", name="Sources et couverture")).to_be_visible()
    page.go_back()

    expect(lines(page).first).to_be_visible()


def test_enter_takes_exactly_what_is_highlighted(page: Page, site: str) -> None:
    open_page(page, site)
    box = page.get_by_role("combobox", name="Rechercher")
    box.fill("esat valence")
    options = page.locator(".search-meant [role=option]")
    expect(page.locator('.search-meant [data-for="esat valence"]')).to_be_visible()
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "search-options-0")

    page.keyboard.press("ArrowDown")
    namesake = page.locator('.search-meant [aria-selected="true"]')
    expect(namesake).to_contain_text("Tarn-et-Garonne")
    expect(box).to_have_attribute("aria-activedescendant", namesake.get_attribute("id") or "")
    page.keyboard.press("Enter")

    page.wait_for_url("**commune:82186**")
    assert query(page)["q"] == ["esat"]
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#chips")).to_contain_text("Valence")
    expect(lines(page).first).to_contain_text("Tarn-et-Garonne")


def test_a_part_of_the_question_is_taken_off_alone(page: Page, site: str) -> None:
    open_page(page, f"{site}/?q=esat+blanchisserie+valence")
    expect(page.locator("#result-count")).to_contain_text("0 connue")
    page.get_by_role("link", name="Retirer le filtre Activité").click()

    page.wait_for_url("**q=esat+valence**")
    expect(page.locator("#search-text")).to_have_value("esat valence")
    expect(lines(page).first).to_contain_text("(ESAT)")


def test_escape_folds_the_suggestions_and_keeps_the_text(page: Page, site: str) -> None:
    open_page(page, site)
    page.locator("#search-text").fill("laundry")
    expect(page.locator(".search-meant")).to_contain_text("Propreté et blanchisserie")
    page.keyboard.press("Escape")

    expect(page.locator(".search-meant")).to_be_hidden()
    expect(page.locator("#search-text")).to_have_value("laundry")
    expect(page.locator("#chips")).to_contain_text("Propreté et blanchisserie")
    assert count(page) > 50
