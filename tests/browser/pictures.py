"""The pictures of the documentation: ``make screenshots``.

The screens of the README, at the widths of a desk and of a phone; then the report of a list as
people keep them (``tests/fixtures/messy-list.csv``: real organisations of the project's tables in
an untidy file, its persons synthetic). Nobody is asked for a tile: our outlines are the map.
"""

import base64
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from territorial_map.settings import Settings
from tests.browser.conftest import FLAGS, default_edition, page_for_all
from tests.browser.kept_lists import ARCHER
from tests.browser.walked import State, still, with_list
from tests.programs import program
from tests.serving import served

WIDTHS = (1440, 390)
HEIGHT = 900
QUALITY = 70  # of WebP, in hundredths
LIST = Path(__file__).parents[1] / "fixtures" / "messy-list.csv"
PATIENCE_MS = 120_000
SCREENS = (
    State("home", "/", ".line"),
    State("organisation", f"/o/{ARCHER}", "#panel-practices .practice"),
    State("partners", f"/partenaires?for={ARCHER}", "#partner-list .partner"),
    State("portrait", "/territoires/epci/200068781", "#chiffres"),
    State("my-list", "/listes", ".lists-page h2", with_list),
)


def webp(page: Page, path: Path) -> None:
    """The window as a small picture."""
    session = page.context.new_cdp_session(page)
    asked = {"format": "webp", "quality": QUALITY}
    told = session.send("Page.captureScreenshot", asked)
    session.detach()
    path.write_bytes(base64.b64decode(told["data"]))


def take_screens(browser: Browser, site: str, folder: Path, width: int) -> None:
    """The screens of the README at one width."""
    with page_for_all(browser, PATIENCE_MS, reduced_motion="reduce") as page:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for screen in SCREENS:
            screen.open(page, site)
            still(page)
            webp(page, folder / f"{screen.name}-{width}.webp")


def take_report(browser: Browser, site: str, folder: Path, width: int) -> None:
    """The report of the untidy list, as a picture."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHT})
    page.goto(f"{site}/rapprocher")
    page.locator("#match-file").set_input_files(str(LIST))
    page.locator(".match-row").first.wait_for()
    page.locator(".match-report").screenshot(path=str(folder / f"messy-list-{width}.png"))


def main(folder: Path) -> None:
    """Draw every picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE_MS)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        editions = Path(made) / "editions"
        default_edition(editions)
        ledger = f"sqlite:///{made}/ledger.sqlite"
        browser = playwright.chromium.launch(
            executable_path=str(program("chromium", "chromium")), args=FLAGS
        )
        with served(Settings(editions=editions, ledger=ledger)) as site:
            for width in WIDTHS:
                take_screens(browser, site, folder, width)
                take_report(browser, site, folder, width)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
