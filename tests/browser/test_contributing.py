"""Contributing in a browser: a form without script, twenty proposals read by keyboard, axe."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from territorial_map.domain.contributions.contribution import Contribution
from territorial_map.domain.contributions.review import Proposal
from territorial_map.domain.contributions.terms import (
    ContributionKind,
    CorrectedField,
    ProposalState,
)
from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.domain.vocabulary import Device, Kind
from territorial_map.ledger.dismissals import Ledger
from territorial_map.settings import Settings
from territorial_map.store.writer import write_edition
from tests.browser.conftest import NewPage
from tests.browser.kept_lists import keep
from tests.browser.test_accessibility import violations
from tests.serving import served
from tests.synthetic import PLACES, organisation

pytestmark = pytest.mark.browser
WORD = "synthetic secret of tests"
PATIENCE = 30_000
NUMBERS = range(1, 21)
ESATS = range(1, 4)  # whose trade and phone no source tells
CONFIRMED = 21  # of which nothing but « toujours exact » is said


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty-one synthetic organisations, and three whose trade nobody tells."""
    path: Path = tmp_path_factory.mktemp("contributing")
    rows = [
        organisation(
            f"esat:{n}",
            name=f"ESAT synthétique {n}",
            kind=Kind.SHELTERED_SUPPLIER,
            devices=(Device.ESAT,),
            sectors=(),
            phone=None,
        )
        for n in ESATS
    ]
    rows += [
        organisation(f"ess:{n:02}", name=f"Baluchon synthétique {n:02}", phone="04 75 00 00 00")
        for n in (*NUMBERS, CONFIRMED)
    ]
    report = EditionReport(
        (SourceCount("synthetic.csv", "Table synthétique", "2026-01", "CC0", 24, 24, 0, 0),)
    )
    write_edition(rows, PLACES, report, path / "editions", built_on="2026-11-22")
    return path


@pytest.fixture(scope="module")
def opened(folder: Path) -> Iterator[str]:
    """The app on them, taking contributions, with operator mode."""
    settings = Settings(
        editions=folder / "editions",
        operator_secret=WORD,
        contributions="on",
        exports_per_minute=600,
        ledger=f"sqlite:///{folder / 'ledger.sqlite'}",
    )
    with served(settings) as address:
        yield address


def states(folder: Path) -> dict[str, ProposalState]:
    ledger = Ledger(f"sqlite:///{folder / 'ledger.sqlite'}")
    found = {one.id: one.state for one in ledger.contributions.proposals()}
    ledger.close()
    return found


def proposed(folder: Path) -> None:
    """A number proposed for each."""
    ledger = Ledger(f"sqlite:///{folder / 'ledger.sqlite'}")
    for n in NUMBERS:
        said = Contribution(
            ContributionKind.FIELD,
            f"ess:{n:02}",
            field=CorrectedField.PHONE,
            value=f"04 75 00 00 {n:02}",
        )
        told_at = datetime(2026, 11, 29, 8, n, tzinfo=UTC)
        ledger.contributions.add(Proposal(f"p{n}", told_at, said, "04 75 00 00 00"))
    ledger.close()


def heading(page: Page, text: str) -> None:
    expect(page.locator(".review-room h3")).to_contain_text(text, timeout=PATIENCE)


def enter(page: Page, site: str) -> None:
    page.goto(site + "/operateur")
    page.get_by_label("Secret de l’opérateur").fill(WORD)
    page.get_by_role("button", name="Ouvrir", exact=True).click()
    page.get_by_role("link", name="Relire les propositions").click()


def test_a_visitor_says_what_they_know_from_the_page_and_errors_stand_beside_fields(
    new_page: NewPage, opened: str
) -> None:
    page = new_page(390, 844)
    page.goto(opened + "/o/ess:01")
    # The plain content stands there too, until the app takes its place.
    link = page.locator("#react-entry-point .say-link a")
    expect(link).to_be_visible()
    link.press("Enter", timeout=2 * PATIENCE)
    expect(page.locator("#say-phone-now")).to_contain_text("04 75 00 00 00")
    assert violations(page) == []

    page.get_by_label("Téléphone").fill("06 39 98 00 00")
    page.get_by_label("En quelques mots").first.fill("une salle le jeudi")
    page.get_by_role("button", name="Envoyer pour relecture").click()
    expect(page.get_by_role("alert")).to_contain_text("mobile")
    expect(page.locator("#say-need")).to_have_value("une salle le jeudi")
    expect(page.locator("#say-phone")).to_have_attribute("aria-invalid", "true")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_still_right_is_one_press_without_script(new_page: NewPage, opened: str) -> None:
    page = new_page(scripted=False)
    page.goto(f"{opened}/o/ess:{CONFIRMED}/corriger")
    page.get_by_role("button", name="Toujours exact").click()

    expect(page.locator(".say-done")).to_contain_text("1 proposition est reçue")
    expect(page.get_by_text("1 proposition à relire")).to_be_visible()


def said_of(folder: Path, identity: str) -> set[str]:
    ledger = Ledger(f"sqlite:///{folder / 'ledger.sqlite'}")
    found = ledger.contributions.proposals_on([identity])
    ledger.close()
    return {one.contribution.value for one in found}


def test_a_visitor_completes_three_esat_after_calls(
    new_page: NewPage, opened: str, folder: Path
) -> None:
    page = new_page()
    blank: dict[str, str | None] = {"note": "", "status": None, "checked_on": None}
    lines = [blank | {"id": f"esat:{n}", "name": f"ESAT synthétique {n}"} for n in ESATS]
    keep(page, opened, lines)
    page.get_by_role("link", name="Compléter après mes appels").press("Enter")
    expect(page.locator(".say-line")).to_have_count(len(ESATS))
    expect(page.locator("#say-phone-0-now")).to_contain_text("non renseigné")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0

    for n in range(len(ESATS)):
        page.locator(f"#say-phone-{n}").fill(f"04.75.00.40.0{n}")
        page.locator(f"#say-trade-{n}").fill("blanchisserie, espaces verts")
    page.locator("#say-trade-1").fill("bidules")
    page.locator("#say-source").fill("appels de novembre")
    page.get_by_role("button", name="Envoyer pour relecture").click()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.locator("#say-trade-1")).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Control+a")
    page.keyboard.type("blanchisserie")
    page.keyboard.press("Enter")

    expect(page.locator(".say-done")).to_contain_text("8 propositions sont reçues, pour 3 fiches")
    assert said_of(folder, "esat:1") == {"04 75 00 40 00", "cleaning_laundry", "green_spaces"}
    assert said_of(folder, "esat:2") >= {"04 75 00 40 01", "cleaning_laundry"}


def test_a_list_of_results_leads_to_it_and_a_table_fills_it_without_script(
    new_page: NewPage, opened: str, folder: Path
) -> None:
    page = new_page(390, 844, scripted=False)
    page.goto(f"{opened}/?q=esat%20blanchisserie")
    page.get_by_role("link", name="Compléter les 3 fiches après vos appels").click()
    expect(page.locator(".say-line")).to_have_count(len(ESATS))
    expect(page.get_by_role("link", name="XLSX")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0

    table = "Identifiant;Nom;Site web\nesat:2;ESAT synthétique 2;https://exemple.fr/esat\n"
    page.get_by_label("Rapporter un tableau").set_input_files(
        {"name": "appels.csv", "mimeType": "text/csv", "buffer": table.encode()}
    )
    page.get_by_role("button", name="Lire le tableau").click()
    expect(page.locator(".say-done")).to_contain_text("Votre tableau complète 1 fiche")
    page.get_by_role("button", name="Envoyer pour relecture").click()

    expect(page.locator(".say-done")).to_contain_text("1 proposition est reçue, pour 1 fiche")
    assert "https://exemple.fr/esat" in said_of(folder, "esat:2")


def test_twenty_proposals_are_read_by_keyboard_and_one_is_undone(
    new_page: NewPage, opened: str, folder: Path
) -> None:
    proposed(folder)
    waiting = [n for n in NUMBERS if states(folder)[f"p{n}"] is ProposalState.WAITING]
    assert len(waiting) >= 19
    page = new_page()
    enter(page, opened)
    heading(page, "Téléphone")
    assert violations(page) == []
    page.get_by_label("Raccourcis clavier").check()
    page.locator(".review-room h3").focus()

    for n in waiting:
        heading(page, f"synthétique {n:02}")
        page.keyboard.press("a")
    expect(page.locator(".review-states")).to_contain_text(f"Acceptée : {len(waiting)}")
    page.keyboard.press("u")
    heading(page, f"synthétique {waiting[-1]:02}")

    found = states(folder)
    assert found[f"p{waiting[-1]}"] is ProposalState.WAITING
    assert {found[f"p{n}"] for n in waiting[:-1]} == {ProposalState.ACCEPTED}


def test_a_refusal_asks_for_its_sentence(new_page: NewPage, opened: str, folder: Path) -> None:
    proposed(folder)
    page = new_page(390, 844)
    enter(page, opened)
    heading(page, "synthétique")
    page.get_by_role("button", name="Refuser, avec motif").click()
    expect(page.locator(".review-said")).to_contain_text("en une phrase")
    expect(page.locator("#review-sentence")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.locator("#review-sentence").fill("C’est le numéro du siège.")
    page.get_by_role("button", name="Refuser, avec motif").click()
    expect(page.locator(".review-said")).to_contain_text("Gardé : refusée")
    assert violations(page) == []


def test_the_queue_is_closed_to_visitors(page: Page, opened: str) -> None:
    page.goto(opened + "/relecture")

    expect(page.locator(".review-closed")).to_contain_text("réservée au mode opérateur")
    expect(page.locator(".review-card")).to_have_count(0)
