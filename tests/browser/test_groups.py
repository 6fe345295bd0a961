"""Possible groups, done in a browser: read, seen on the map, made into the group of a PTCE."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.edition]
REGIE = "siae:aci:39455403400055"
PATIENCE = 60_000  # milliseconds: the first visit of a fresh server, on a machine at work
SIZES = [(1440, 900), (390, 844)]


def open_groups(page: Page, site: str) -> None:
    page.goto(f"{site}/?department=26&organisation={REGIE}&pooling=training")
    expect(page.locator("#partners-groups .group-card").first).to_be_visible(timeout=PATIENCE)


def test_a_group_is_seen_on_the_map_then_becomes_the_group_of_a_ptce(page: Page, site: str) -> None:
    open_groups(page, site)
    card = page.locator("#partners-groups .group-card").first
    ids = (card.locator("[data-add-to-list]").get_attribute("data-add-to-list") or "").split()
    members = card.locator(".group-members > li")
    expect(members).to_have_count(len(ids))
    shown = card.get_by_role("button", name="Voir le groupe sur la carte")

    shown.focus()
    page.keyboard.press("Enter")
    expect(shown).to_have_attribute("aria-pressed", "true")
    lines = page.locator("#map path[stroke='#ffffff']")
    expect(lines).to_have_count(len(ids))
    page.keyboard.press("Enter")
    expect(shown).to_have_attribute("aria-pressed", "false")

    card.get_by_text("Pourquoi aucune n’est de trop").click()
    expect(card.locator(".bullets li")).to_have_count(len(ids))
    expect(card.locator(".bullets li").first).to_contain_text("Sans elle, les liens qui restent")
    card.get_by_role("button", name="Constituer un PTCE avec ce groupe").click()
    expect(page.locator("#pole-members .member")).to_have_count(len(ids), timeout=PATIENCE)
    expect(page.locator("#undo-bar")).to_contain_text(f"{len(ids)} organisations")
    page.get_by_role("button", name="Annuler").click()
    expect(page.locator("#pole-members .empty")).to_be_visible()


def test_another_category_brings_its_own_groups(page: Page, site: str) -> None:
    open_groups(page, site)

    page.get_by_role("textbox", name="Sur quoi").click()
    page.get_by_role("option").filter(has_text="Locaux et foncier").click()
    page.wait_for_url("**pooling=premises_and_land**")

    expect(page.locator("#partners-groups")).to_contain_text("« Locaux et foncier »")


def test_a_territory_has_groups_for_a_chosen_category(page: Page, site: str) -> None:
    page.goto(f"{site}/reseau?department=26&tier=explore")
    expect(page.locator("#network-groups")).to_contain_text(
        "Choisissez une catégorie", timeout=PATIENCE
    )

    page.get_by_role("textbox", name="Sur quoi").click()
    page.get_by_role("option", name="Formation", exact=True).click()
    card = page.locator("#network-groups .group-card").first
    expect(card).to_be_visible(timeout=PATIENCE)

    card.get_by_role("link", name="sur la carte").click()
    expect(page.locator("#partners-every")).to_have_attribute("open", "", timeout=PATIENCE)
    expect(page).to_have_url(re.compile(r"organisation=.*&pooling=training"))
    expect(page.locator("#partners .partner").first).to_be_visible()


@pytest.mark.parametrize("size", SIZES)
def test_groups_have_no_barrier(new_page: NewPage, site: str, size: tuple[int, int]) -> None:
    page = new_page(*size)

    open_groups(page, site)
    page.locator("#partners-groups .more > summary").nth(1).click()
    assert violations(page) == []

    page.goto(f"{site}/reseau?department=26&pooling=training&tier=explore")
    expect(page.locator("#network-groups .group-card").first).to_be_visible(timeout=PATIENCE)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_on_a_phone_the_map_steps_forward_for_a_group(new_page: NewPage, site: str) -> None:
    phone = new_page(390, 844)
    open_groups(phone, site)

    phone.get_by_role("button", name="Voir le groupe sur la carte").first.click()

    expect(phone.locator("#panel")).not_to_be_visible()
    phone.get_by_role("button", name="Revenir à la fiche").click()
    expect(phone.locator("#panel")).to_be_visible()
