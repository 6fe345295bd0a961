"""Duplicates in a browser: closed to visitors; an operator decides by key or button, and undoes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from territorial_map.domain.duplicate_verdicts import DuplicateVerdict
from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.settings import Settings
from territorial_map.store.duplicate_verdicts import read_decisions
from territorial_map.store.writer import write_edition
from tests.browser.conftest import NewPage
from tests.browser.test_accessibility import violations
from tests.serving import served
from tests.synthetic import PLACES, organisation

pytestmark = pytest.mark.browser
WORD = "synthetic secret of tests"
PATIENCE = 30_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three pairs of synthetic organisations that are perhaps the same."""
    path: Path = tmp_path_factory.mktemp("duplicates")
    rows = [
        organisation(
            f"{register}:{n}",
            name=f"{word} synthétique {n}",
            perhaps_same=(f"{other}:{n}",),
            phone="04 75 00 00 00" if register == "ess" else None,
        )
        for n in (1, 2, 3)
        for register, other, word in (
            ("ess", "siae", "Baluchon"),
            ("siae", "ess", "Grand baluchon"),
        )
    ]
    report = EditionReport(
        (SourceCount("synthetic.csv", "Table synthétique", "2026-01", "CC0", 6, 6, 0, 0),)
    )
    in_order = sorted(rows, key=lambda row: row.id)
    write_edition(in_order, PLACES, report, path / "editions", built_on="2026-11-22")
    return path


@pytest.fixture(scope="module")
def reviewed(folder: Path) -> Iterator[str]:
    """The app on them, with operator mode."""
    settings = Settings(
        editions=folder / "editions",
        operator_secret=WORD,
        ledger=f"sqlite:///{folder / 'ledger.sqlite'}",
        verdicts=folder / "verdicts.csv",
    )
    with served(settings) as address:
        yield address


def verdicts(folder: Path) -> dict[str, DuplicateVerdict]:
    return {d.one: d.verdict for d in read_decisions(folder / "verdicts.csv")}


def heading(page: Page, n: int) -> None:
    expect(page.locator(".twins-room h3")).to_contain_text(f"synthétique {n}", timeout=PATIENCE)


def left(page: Page, n: int) -> None:
    expect(page.locator(".twins-left")).to_contain_text(f": {n}.", timeout=PATIENCE)


def enter(page: Page, site: str, folder: Path) -> None:
    """Open the page as an operator, with nothing decided."""
    (folder / "verdicts.csv").unlink(missing_ok=True)
    page.goto(site + "/doublons")
    expect(page.locator(".twins-closed")).to_contain_text("réservée au mode opérateur")
    page.get_by_role("link", name="Ouvrir le mode opérateur").click()
    page.get_by_label("Secret de l’opérateur").fill(WORD)
    page.get_by_role("button", name="Ouvrir", exact=True).click()
    page.get_by_role("link", name="Revoir les doublons possibles").click()
    heading(page, 1)
    left(page, 3)


def test_an_operator_decides_by_key_and_undoes(
    new_page: NewPage, reviewed: str, folder: Path
) -> None:
    page = new_page()
    enter(page, reviewed, folder)
    expect(page.locator(".twins-different").first).to_contain_text("différent")
    expect(page.locator(".twins-one_only").first).to_contain_text("connu d’un seul côté")
    assert violations(page) == []

    page.keyboard.press("s")
    heading(page, 2)
    left(page, 2)
    expect(page.locator(".twins-room h3")).to_be_focused()
    assert verdicts(folder) == {"ess:1": DuplicateVerdict.SAME}

    page.keyboard.press("u")
    heading(page, 1)
    left(page, 3)
    assert verdicts(folder) == {}


def test_what_is_decided_is_not_asked_again_and_can_be_taken_back(
    new_page: NewPage, reviewed: str, folder: Path
) -> None:
    page = new_page()
    enter(page, reviewed, folder)
    page.get_by_role("button", name="Différentes").click()
    heading(page, 2)
    page.keyboard.press("l")
    heading(page, 3)
    page.keyboard.press("d")
    expect(page.locator(".twins-room h3")).to_contain_text("Vous avez tout vu")
    assert verdicts(folder) == {
        "ess:1": DuplicateVerdict.DIFFERENT,
        "ess:3": DuplicateVerdict.DIFFERENT,
    }
    assert violations(page) == []

    page.reload()
    heading(page, 2)
    left(page, 1)
    page.get_by_label("Raccourcis clavier").uncheck()
    page.keyboard.press("s")
    left(page, 1)
    page.get_by_text("Déjà décidées").click()
    page.get_by_role("button", name="Reprendre la décision").first.click()
    left(page, 2)
    assert set(verdicts(folder)) == {"ess:3"}


def test_a_phone_shows_both_sides_without_scrolling_sideways(
    new_page: NewPage, reviewed: str, folder: Path
) -> None:
    page = new_page(390, 844)
    enter(page, reviewed, folder)

    expect(page.locator(".twins-table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []
