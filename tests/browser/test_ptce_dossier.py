"""Proofs ticked and answers noted on the page of a group: kept with its list, and read back."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.kept_lists import keep, kept
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.edition]
GROUP = ("siae:aci:39455403400055", "siae:ei:80288909700027", "finess:260013271")
PATIENCE = 30_000  # milliseconds: the first visit of a fresh server, on a machine at work


def open_list(page: Page, site: str) -> None:
    keep(page, site, [{"id": one, "name": f"Membre {n}"} for n, one in enumerate(GROUP)])
    page.goto(f"{site}/ptce?list=essai")
    expect(page.locator("#pole-check .finding").first).to_be_visible(timeout=PATIENCE)


def test_proofs_and_answers_stay_with_the_list_and_leave_in_its_file(page: Page, site: str) -> None:
    open_list(page, site)
    proof = page.locator('[data-proof="strategy"]')

    proof.get_by_role("checkbox").check()
    proof.get_by_text("Noter la pièce").click()
    proof.get_by_role("textbox").fill("Convention du 3 mai")
    proof.get_by_role("textbox").blur()
    cell = page.locator(f'[data-answer-of="{GROUP[0]}"]').first
    category = cell.get_attribute("data-answer-in") or ""
    cell.focus()
    page.keyboard.press("Enter")
    page.get_by_role("radio", name="apporte et cherche").check()
    page.get_by_role("button", name="Noter la réponse").click()
    expect(cell).to_contain_text("apporte et cherche")
    expect(cell).to_be_focused()
    page.reload()

    expect(proof.get_by_role("checkbox")).to_be_checked(timeout=PATIENCE)
    expect(proof.get_by_role("textbox")).to_have_value("Convention du 3 mai")
    expect(cell).to_contain_text("apporte et cherche")
    (one,) = kept(page)
    assert one["ptce"]["proofs"] == {"strategy": {"done": True, "note": "Convention du 3 mai"}}
    assert one["lines"][0]["answers"] == {category: "both"}
    page.goto(f"{site}/listes#liste=essai")
    page.get_by_text("Fichiers").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Fichier JSON").click()
    told = json.loads(Path(saved.value.path()).read_text("utf-8"))
    assert told["lists"][0]["ptce"] == one["ptce"]
    assert told["lists"][0]["lines"] == one["lines"]


def test_a_tick_on_a_group_of_a_link_keeps_it_as_a_list(page: Page, site: str) -> None:
    page.goto(f"{site}/ptce?ids={','.join(GROUP)}")
    proof = page.locator('[data-proof="innovation"]')
    expect(proof).to_be_visible(timeout=PATIENCE)

    proof.get_by_role("checkbox").check()

    expect(page.locator("#pole-list")).to_contain_text("Ce groupe est la liste")
    (one,) = kept(page)
    assert one["ptce"]["proofs"] == {"innovation": {"done": True, "note": ""}}
    assert [line["id"] for line in one["lines"]] == list(GROUP)


@pytest.mark.parametrize("width", [1440, 320])
def test_the_matrix_scrolls_in_its_own_frame_without_barrier(
    new_page: NewPage, site: str, width: int
) -> None:
    page = new_page(width, 800)
    open_list(page, site)
    assert violations(page) == []

    frame = page.get_by_role("region", name="Tableau des membres par catégorie").first
    frame.focus()

    expect(frame).to_be_focused()
    assert frame.locator("tbody th[scope=row]").count() == len(GROUP)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
