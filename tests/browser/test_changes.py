"""What changed between two editions, and the quality of a record, as visitors meet them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from territorial_map.settings import Settings
from tests.browser.conftest import NewPage
from tests.browser.test_accessibility import violations
from tests.serving import served
from tests.two_editions import write_two

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app on two synthetic editions."""
    folder = tmp_path_factory.mktemp("changing")
    write_two(folder)
    settings = replace(Settings(), editions=folder, ledger=f"sqlite:///{folder / 'ledger.sqlite'}")
    with served(settings) as address:
        yield address


def test_a_selection_says_what_changed_and_takes_it_along(page: Page, changing: str) -> None:
    page.goto(f"{changing}/?department=26")
    expect(page.locator(".line").first).to_be_visible()

    page.get_by_role("link", name="Nouveautés").first.click()
    expect(page).to_have_url(f"{changing}/nouveautes?department=26")
    expect(page.locator(".changes-total")).to_have_text("6 organisations ont changé.")
    renamed = page.locator(".changes-list > li").filter(has_text="Pôle synthétique")
    expect(renamed.locator("del")).to_have_text("PTCE synthétique")
    expect(renamed.locator("ins")).to_have_text("Pôle synthétique")
    gone = page.locator(".changes-list > li").filter(has_text="N’est plus dans les sources")
    expect(gone).to_contain_text("à vérifier")
    expect(gone.get_by_role("link")).to_have_count(0)
    alternate = page.locator('head link[type="application/atom+xml"]')
    expect(alternate).to_have_attribute("href", "/api/v1/changes.atom?department=26")
    assert violations(page) == []

    page.get_by_role("link", name="Renommée").press("Enter")
    expect(page.locator(".changes-list > li")).to_have_count(1)
    expect(page.get_by_role("link", name="Renommée")).to_be_focused()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename.startswith("changements_2026-10-22-")
    page.get_by_role("link", name="Pôle synthétique").click()
    expect(page.locator("#panel-name")).to_contain_text("Pôle synthétique")


def test_another_edition_or_day_is_compared_with(page: Page, changing: str) -> None:
    page.goto(f"{changing}/nouveautes")
    expect(page.locator(".changes-list > li")).to_have_count(6)

    page.get_by_label("ou avec l’état d’avant le").fill("2026-11-01")
    expect(page).to_have_url(f"{changing}/nouveautes?since=2026-11-01")
    expect(page.locator(".changes-list > li")).to_have_count(6)
    expect(page.get_by_text("De l’édition du 22/10/2026")).to_be_visible()


def test_a_record_says_its_quality_and_a_filter_finds_what_to_complete(
    new_page: NewPage, changing: str
) -> None:
    phone = new_page(390, 844)
    phone.goto(f"{changing}/?missing=activity&organisation=synthetic:site1")
    quality = phone.locator(".panel-quality")
    expect(quality).to_contain_text("4 critères remplis sur 5")
    expect(quality).to_contain_text("Demander à l’organisation ce qu’elle fait.")
    expect(quality).to_contain_text("pas l’organisation")
    expect(phone.locator("#chips")).to_contain_text("À compléter dans la fiche")
    assert violations(phone) == []


def test_one_edition_alone_says_so(page: Page, site: str) -> None:
    page.goto(f"{site}/nouveautes?lang=en")

    expect(page.get_by_text("A single edition: nothing to compare yet.")).to_be_visible()
    assert violations(page) == []
