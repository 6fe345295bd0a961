"""The pictures of the documentation: ``make screenshots``.

A list as people keep them (``tests/fixtures/messy-list.csv``: real organisations of the project's
tables in an untidy file, its persons synthetic) is read on « Rapprocher », and the report is drawn
at the widths of a desk and of a phone.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from territorial_map.settings import Settings
from tests.browser.conftest import FLAGS, default_edition
from tests.programs import program
from tests.serving import served

WIDTHS = (1440, 390)
LIST = Path(__file__).parents[1] / "fixtures" / "messy-list.csv"


def take(page: Page, site: str, path: Path) -> None:
    """The report of the list, as a picture."""
    page.goto(f"{site}/rapprocher")
    page.locator("#match-file").set_input_files(str(LIST))
    page.locator(".match-row").first.wait_for()
    page.locator(".match-report").screenshot(path=str(path))


def main(folder: Path) -> None:
    """Draw every picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        editions = Path(made) / "editions"
        default_edition(editions)
        ledger = f"sqlite:///{made}/ledger.sqlite"
        browser = playwright.chromium.launch(
            executable_path=str(program("chromium", "chromium")), args=FLAGS
        )
        with served(Settings(editions=editions, ledger=ledger)) as site:
            for width in WIDTHS:
                page = browser.new_page(viewport={"width": width, "height": 900})
                take(page, site, folder / f"messy-list-{width}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
