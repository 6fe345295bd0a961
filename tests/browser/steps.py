"""A person on the site: what she clicks, types and presses, each counted as a step."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

WIDTHS = (1440, 390)
# An empty document, on its way to another page, fits nothing yet.
FITS = "() => (document.documentElement?.scrollWidth ?? Infinity) <= innerWidth"


@dataclass(slots=True)
class Walk:
    """``steps`` counts what her hands do: reading and waiting cost none.

    After each step the page still fits its window.
    """

    page: Page
    site: str
    steps: int = 0

    def arrive(self, path: str = "/") -> None:
        """Open an address, as a link or a bookmark does."""
        self.page.goto(self.site + path)

    def click(self, target: Locator) -> None:
        """Press it."""
        target.click()
        self._counted()

    def type(self, field: Locator, text: str) -> None:
        """Write a text in a field, once the page she sees is all there."""
        self.page.wait_for_load_state("networkidle")
        field.fill(text)
        self._counted()

    def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self.page.keyboard.press(key)
            self._counted()

    def menu(self, entry: str) -> None:
        """Follow an entry of the menu: in the header, or at the foot of a phone."""
        self.click(self.page.get_by_role("link", name=entry).locator("visible=true").first)

    def search(self, text: str) -> None:
        """Ask the one box, and take the question itself, which is highlighted."""
        box = self.page.get_by_role("combobox", name="Rechercher")
        self.type(box, text)
        expect(self.page.locator(f'.search-meant [data-for="{text}"]')).to_be_visible()
        self.press("Enter")

    def reads(self, *words: str) -> None:
        """What she reads on the screen, hidden parts left out."""
        for told in words:
            found = self.page.get_by_text(told).locator("visible=true")
            expect(found.first).to_be_visible()

    def _counted(self) -> None:
        self.steps += 1
        self.page.wait_for_function(FITS)
