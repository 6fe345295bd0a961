"""Partners, networks and the group of a PTCE, done in a browser; and no barrier on any of them."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.edition]
REGIE = "siae:aci:39455403400055"
GROUP = ("siae:aci:39455403400055", "siae:ei:80288909700027", "finess:260013271")
EPCI = "/reseau?epci=200068781&tier=explore"
PATIENCE = 30_000  # milliseconds: the first visit of a fresh server, on a machine at work
SIZES = [(1440, 900), (390, 844)]


def open_partners(page: Page, site: str, query: str = "") -> None:
    page.goto(f"{site}/?department=26&organisation={REGIE}{query}")
    expect(page.locator("#partners .partner").first).to_be_visible(timeout=PATIENCE)
    unfold(page)


def unfold(page: Page) -> None:
    """Open all that is folded in the section of partners."""
    folds = page.locator(".panel-partners details:not(.aside)")
    folds.evaluate_all("all => all.forEach(one => { one.open = true })")


def open_group(page: Page, site: str, *ids: str) -> None:
    page.goto(f"{site}/ptce?ids={','.join(ids)}")
    expect(page.locator("#pole-check .finding").first).to_be_visible(timeout=PATIENCE)


def test_a_pair_set_aside_is_no_longer_proposed_until_it_is_undone(page: Page, site: str) -> None:
    open_partners(page, site, "&pooling=mobility")
    first = page.locator("#partners .partner").first
    name = re.compile(f"^{re.escape(first.locator('.partner-name').inner_text())}$")

    first.get_by_role("button", name="Pas pertinent").click()

    expect(page.locator("#partners")).to_contain_text("1 piste écartée")
    expect(page.locator("#partners .partner .partner-name", has_text=name)).to_have_count(0)
    page.get_by_role("button", name="Annuler").click()
    expect(page.locator("#partners .partner .partner-name", has_text=name)).to_have_count(1)
    expect(page.locator("#partners")).not_to_contain_text("piste écartée")


def test_what_was_set_aside_stays_so_in_this_browser_alone(new_page: NewPage, site: str) -> None:
    mine = new_page()
    open_partners(mine, site)
    button = mine.get_by_role("button", name="Pas pertinent").first
    name = re.split(r"\s:\s", button.text_content() or "", maxsplit=1)[-1]
    its_button = re.compile(f"{re.escape(name)}$")
    button.click()
    lines = mine.locator("#partners .aside-list li")
    expect(lines.first).to_contain_text(name)
    count = lines.count()  # one card is the leads of every category
    told = f"{count} piste{'s' * (count > 1)} écartée{'s' * (count > 1)}"
    expect(mine.locator("#partners .aside summary")).to_contain_text(told)
    unfold(mine)
    remaining = mine.get_by_role("button", name="Pas pertinent")
    expect(remaining.filter(has_text=its_button)).to_have_count(0)

    mine.reload()
    theirs = new_page()
    open_partners(theirs, site)

    expect(mine.locator("#partners .aside summary")).to_contain_text(told, timeout=PATIENCE)
    expect(lines).to_have_count(count)
    shown = theirs.get_by_role("button", name="Pas pertinent")
    expect(shown.filter(has_text=its_button)).to_have_count(1)
    expect(theirs.locator("#partners .aside")).to_have_count(0)


def test_what_is_said_of_a_group_makes_a_tie_of_a_lead_and_back(page: Page, site: str) -> None:
    open_partners(page, site)
    button = page.locator("#partners .partner [data-pair-dismiss$='same_group']").first
    name = re.split(r"\s:\s", button.text_content() or "", maxsplit=1)[-1]
    cards = page.locator("#partners .partner .partner-name").filter(
        has_text=re.compile(f"^{re.escape(name)}$")
    )
    expect(cards).to_have_count(1)

    button.focus()
    page.keyboard.press("Enter")
    expect(cards).to_have_count(0)
    page.reload()

    tie = page.locator(".left-out .neighbour", has_text=name)
    expect(tie).to_have_count(1, timeout=PATIENCE)
    expect(cards).to_have_count(0)
    expect(tie).to_contain_text("une personne l’a dit")
    unfold(page)
    tie.get_by_role("button", name="Pas le même groupe").click()
    expect(cards).to_have_count(1)
    expect(page.locator("#partners .aside-list")).to_contain_text("Pas le même groupe")
    page.get_by_role("button", name="Annuler").click()
    expect(cards).to_have_count(0)
    expect(page.locator("#partners .aside-list")).to_contain_text("Même groupe")


def test_another_category_is_in_the_address_and_on_the_map(page: Page, site: str) -> None:
    open_partners(page, site)
    lines = page.locator("#map path.leaflet-interactive")
    expect(lines.first).to_be_attached()
    page.wait_for_load_state("networkidle")

    page.get_by_role("textbox", name="Sur quoi").click()
    page.get_by_role("option").filter(has_text="Approvisionnement local").click()
    page.wait_for_url("**pooling=local_supply**")

    expect(page.locator(".panel-partners")).to_contain_text(
        "acheter ou vendre n’est pas mutualiser"
    )


def test_both_can_be_seen_on_the_map_from_a_phone(new_page: NewPage, site: str) -> None:
    phone = new_page(390, 844)
    open_partners(phone, site)

    phone.get_by_role("button", name="Voir les deux sur la carte").first.click()

    expect(phone.locator("#map")).to_be_visible()
    expect(phone.locator("#panel")).not_to_be_visible()
    phone.get_by_role("button", name="Revenir à la fiche").click()
    expect(phone.locator("#panel")).to_be_visible()


def test_a_group_is_checked_completed_and_shared(new_page: NewPage, site: str) -> None:
    mine = new_page()
    open_group(mine, site, *GROUP)
    expect(mine.locator("#pole-check")).to_contain_text("Non établi d’après nos sources")
    adding = mine.locator("#pole-check .candidates .group-toggle").first
    added = adding.get_attribute("data-group-toggle")
    assert added

    adding.click()
    expect(mine.locator("#pole-members .member")).to_have_count(len(GROUP) + 1)

    shared = parse_qs(urlsplit(mine.url).query)["ids"][0].split(",")
    assert shared == [*GROUP, added]
    theirs = new_page()
    theirs.goto(mine.url)
    expect(theirs.locator("#pole-members .member")).to_have_count(len(GROUP) + 1)


def test_a_member_taken_out_can_be_put_back(page: Page, site: str) -> None:
    open_group(page, site, *GROUP)

    page.locator("#pole-members [data-group-remove]").first.click()
    expect(page.locator("#pole-members .member")).to_have_count(len(GROUP) - 1)
    page.get_by_role("button", name="Annuler").click()

    expect(page.locator("#pole-members .member")).to_have_count(len(GROUP))


def test_organisations_kept_from_the_list_are_examined_as_a_pole(page: Page, site: str) -> None:
    page.goto(f"{site}/?department=26")
    buttons = page.locator(".line [data-keep]")
    expect(buttons.first).to_be_visible()
    buttons.nth(0).click()
    buttons.nth(1).click()
    expect(page.locator("[data-lists-count]")).to_have_text("2")
    page.locator(".page-links").get_by_role("link", name="Ma liste").click()
    page.locator(".list-card h3 a").click()
    page.get_by_role("link", name="Examiner comme PTCE").click()

    expect(page.locator("#pole-members .member")).to_have_count(2)
    page.wait_for_url("**ids=**")


def test_a_list_declared_complete_says_so_in_its_address(page: Page, site: str) -> None:
    open_group(page, site, GROUP[2])

    page.get_by_label("Cette liste est complète").check()

    page.wait_for_url("**complet=1**")
    expect(page.locator("#pole-check")).to_contain_text("Non rempli")


def test_a_group_leaves_as_a_table_and_as_documents(page: Page, site: str) -> None:
    open_group(page, site, *GROUP)

    with page.expect_download() as table:
        page.get_by_role("button", name="Membres (CSV)").click()
    with page.expect_download() as document:
        page.get_by_role("button", name="Document (HTML)").click()
    with page.expect_download() as printed:
        page.get_by_role("button", name="Document (PDF)").click()
    with page.expect_download() as editable:
        page.get_by_role("button", name="Document (DOCX)").click()

    assert len(Path(table.value.path()).read_text("utf-8-sig").splitlines()) == 1 + len(GROUP)
    assert "article 9" in Path(document.value.path()).read_text("utf-8").lower()
    assert Path(printed.value.path()).read_bytes().startswith(b"%PDF")
    assert Path(editable.value.path()).read_bytes().startswith(b"PK")


def test_the_network_of_an_epci_is_drawn_and_told(page: Page, site: str) -> None:
    page.goto(site + EPCI)
    expect(page.locator("#network-drawing svg")).to_be_visible(timeout=PATIENCE)
    rows = page.locator("#network-table tbody tr")
    frame, drawing = (
        page.locator(chosen).bounding_box()
        for chosen in ("#network-drawing", "#network-drawing svg")
    )
    assert frame is not None
    assert drawing is not None
    assert drawing["width"] == frame["width"]

    page.get_by_role("textbox", name="Sur quoi").click()
    page.get_by_role("option", name="Formation", exact=True).click()
    page.wait_for_url("**pooling=training**")

    expect(rows.filter(has_not_text="Formation")).to_have_count(0, timeout=PATIENCE)
    expect(rows.first).to_be_visible()
    expect(page.locator("#network-heading")).to_contain_text("organisations sur")
    page.get_by_role("link", name="Voir sur la carte").click()
    expect(page.locator("#chips")).to_contain_text("Valence Romans")


def choose_by_keyboard(page: Page, label: str) -> None:
    """Choose another option of a list by keyboard; the list served then has the keyboard, seen."""
    before = page.url
    field = page.get_by_role("textbox", name=label)
    field.evaluate("one => { one.dataset.served = 'before'; one.focus(); }")
    page.keyboard.press("Enter")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)
    held = page.locator("input:focus:not([data-served])")
    expect(held).to_have_css("outline-style", "solid", timeout=PATIENCE)


def test_a_choice_made_by_keyboard_keeps_the_keyboard_where_it_is(page: Page, site: str) -> None:
    page.goto(site + EPCI)
    expect(page.locator("#network-drawing svg")).to_be_visible(timeout=PATIENCE)
    choose_by_keyboard(page, "Quelles pistes")

    open_partners(page, site)
    page.wait_for_load_state("networkidle")
    choose_by_keyboard(page, "Sur quoi")


def test_the_network_keeps_the_filters_of_the_map(page: Page, site: str) -> None:
    page.goto(f"{site}/?department=973&kind=ess_actor")
    expect(page.locator(".line").first).to_be_visible()

    page.locator(".site-foot").get_by_role("link", name="Réseau").click()

    expect(page.locator("#network-heading")).to_contain_text("Guyane")
    assert parse_qs(urlsplit(page.url).query) == {"department": ["973"], "kind": ["ess_actor"]}


@pytest.mark.parametrize("size", SIZES)
def test_the_panel_with_partners_has_no_barrier(
    new_page: NewPage, site: str, size: tuple[int, int]
) -> None:
    page = new_page(*size)
    open_partners(page, site)

    page.locator("#partners .partner-more > summary").first.click()

    assert violations(page) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("address", [EPCI, "/reseau", "/reseau?lang=en&organisation=" + REGIE])
def test_networks_have_no_barrier(
    new_page: NewPage, site: str, size: tuple[int, int], address: str
) -> None:
    page = new_page(*size)

    page.goto(site + address)
    expect(page.locator("#network-table .network-rows, #network-table .empty")).to_be_visible()

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("ids", [GROUP, ("ptce:pole-sud-groupe-archer",)])
def test_groups_have_no_barrier(
    new_page: NewPage, site: str, size: tuple[int, int], ids: tuple[str, ...]
) -> None:
    page = new_page(*size)

    open_group(page, site, *ids)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
