"""Operator mode in a browser: set aside for all, no longer proposed to others, undone, labels."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from territorial_map.settings import Settings
from tests.browser.conftest import NewPage
from tests.browser.test_accessibility import violations
from tests.browser.test_partners_network_pole import unfold
from tests.serving import served
from tests.synthetic_town import write_town

pytestmark = pytest.mark.browser
WORD = "synthetic secret of tests"
SHEET = "/?organisation=synthetic:town00&pooling=training"
PATIENCE = 60_000


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on a synthetic town, with operator mode and a ledger of its own."""
    folder: Path = tmp_path_factory.mktemp("operator")
    settings = Settings(
        editions=write_town(folder / "editions", 6),
        operator_secret=WORD,
        ledger=f"sqlite:///{folder / 'ledger.sqlite'}",
    )
    with served(settings) as address:
        yield address


def enter(operator: Page, site: str) -> None:
    operator.goto(site + "/operateur")
    field = operator.get_by_label("Secret de l’opérateur")
    field.fill("wrong")
    operator.get_by_role("button", name="Ouvrir").click()
    expect(operator.locator(".operator-said")).to_contain_text("n’ouvre pas", timeout=PATIENCE)
    field.fill(WORD)
    operator.keyboard.press("Enter")
    expect(operator.locator(".operator-pairs")).to_contain_text("Aucune paire écartée pour tous.")
    assert violations(operator) == []


def set_first_aside(operator: Page, site: str) -> str:
    operator.goto(site + SHEET)
    first = operator.locator("#partners .partner").first
    expect(first).to_be_visible(timeout=PATIENCE)
    expect(operator.locator("#operator-mark")).to_be_visible()
    name = first.locator(".partner-name").inner_text()
    unfold(operator)
    first.get_by_role("button", name="Pas pertinent").click()
    expect(operator.locator("#partners .partner-name", has_text=name)).to_have_count(0)
    expect(operator.locator("#undo-bar")).to_contain_text("pour tous")
    return name


def take_back(operator: Page, site: str, name: str) -> None:
    operator.goto(site + "/operateur")
    pairs = operator.locator(".operator-pairs li")
    expect(pairs).to_have_count(1, timeout=PATIENCE)
    expect(pairs.first).to_contain_text(name)
    with operator.expect_download() as labels:
        operator.get_by_role("button", name="Étiquettes (CSV)").click()
    assert Path(labels.value.path()).read_text("utf-8").count("\n") == 2
    operator.get_by_role("button", name="Proposer à nouveau").click()
    expect(operator.locator(".operator-said")).to_contain_text("de nouveau proposée")


def test_an_operator_sets_a_pair_aside_for_all_and_takes_it_back(
    new_page: NewPage, kept: str
) -> None:
    operator, visitor = new_page(), new_page()
    enter(operator, kept)
    name = set_first_aside(operator, kept)

    visitor.goto(kept + SHEET)
    expect(visitor.locator("#partners .partner").first).to_be_visible(timeout=PATIENCE)
    theirs = visitor.locator("#partners .partner-name", has_text=name)
    expect(theirs).to_have_count(0)
    expect(visitor.locator("#partners")).not_to_contain_text("piste écartée")

    take_back(operator, kept, name)
    visitor.reload()
    expect(theirs).to_have_count(1, timeout=PATIENCE)
    operator.get_by_role("button", name="Quitter le mode opérateur").click()
    expect(operator.get_by_label("Secret de l’opérateur")).to_be_visible()
    expect(operator.locator("#operator-mark")).to_have_count(0)
