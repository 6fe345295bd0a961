"""Every page of the product and the states of it that people meet, for tests that walk them all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.kept_lists import ARCHER, keep, some_lines

POLE = "ptce:pole-sud-groupe-archer"
GROUP = f"siae:aci:39455403400055,siae:ei:80288909700027,{ARCHER},{POLE}"
AROUND = "near=5.05,45.04&radius_km=20&place=commune:26281"
LEADS = "commune=29151&radius_km=30&pooling=premises_and_land&pooling=shared_jobs"
FORM = "legal_form=scop&size_band=small&sectors=digital&traits=employees"
UNTIDY = Path(__file__).parents[1] / "fixtures" / "messy-list.csv"
MATCHED_MS = 60_000  # matched apart, in a process of its own

Prepare = Callable[[Page, str], None]


def _nothing_more(_page: Page, _site: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class State:
    """``seen`` is the selector of what says that the page is there; ``prepare`` what is done on it.

    ``stands_alone`` pages have neither the header nor the foot of the others.
    """

    name: str
    path: str
    seen: str = "h1:visible, h2:visible"
    prepare: Prepare = _nothing_more
    stands_alone: bool = False

    def open(self, page: Page, site: str, language: str = "") -> None:
        """Go there and wait until nothing moves any more."""
        joint = "&" if "?" in self.path else "?"
        asked = f"{self.path}{joint}lang={language}" if language else self.path
        page.goto(site + asked)
        expect(page.locator(self.seen).first).to_be_visible()
        still(page)
        self.prepare(page, site)
        still(page)


def still(page: Page) -> None:
    """Until nothing is asked or awaited any more."""
    page.wait_for_load_state("networkidle")
    waited: Locator = page.locator(".skeleton:visible")
    expect(waited).to_have_count(0)


def unfold(page: Page, within: str = "main") -> None:
    """Open everything that folds in a part of the page."""
    page.locator(f"{within} details").evaluate_all("all => all.forEach(one => { one.open = true })")


def with_list(page: Page, site: str) -> None:
    """A list of six, opened."""
    language = page.evaluate("document.documentElement.lang")
    keep(page, site, some_lines(page, site, 6))
    page.goto(f"{site}/listes?lang={language}#liste=essai")
    expect(page.locator(".kept-line").first).to_be_visible()


def _with_file(page: Page, _site: str) -> None:
    page.locator("#match-file").set_input_files(str(UNTIDY))
    expect(page.locator(".match-row").first).to_be_visible(timeout=MATCHED_MS)
    unfold(page, ".match")


def _with_dialog(page: Page, _site: str) -> None:
    page.locator("[data-export]:visible").first.click()
    expect(page.locator("#export-dialog")).to_be_visible()
    expect(
        page.locator("#export-dialog [data-part='download'], .export-format").first
    ).to_be_visible()


def _with_everything_unfolded(page: Page, _site: str) -> None:
    unfold(page)


def _with_filters(page: Page, _site: str) -> None:
    unfold(page, "#filters")


def _with_suggestions(page: Page, _site: str) -> None:
    page.locator("header [role='combobox']").fill("esat nettoyage valence")
    expect(page.locator(".search-meant [role='option']").first).to_be_visible()


SHEET = "#panel-name"
LINES = ".line"
STATES: tuple[State, ...] = (
    State("home", "/", LINES, _with_filters),
    State("around a place", f"/?{AROUND}&device=esat", LINES),
    State("a trade to call", "/?q=esat%20blanchisserie%20valence", ".to-phone"),
    State("suggestions", "/", LINES, _with_suggestions),
    State("nothing found", "/?q=xyzzyplugh", ".empty"),
    State("a bad parameter", "/?kind=foo", LINES),
    State("export dialog", f"/?{AROUND}", LINES, _with_dialog),
    State(
        "sheet of a supplier", "/?organisation=finess:970107173", SHEET, _with_everything_unfolded
    ),
    State("sheet of a worksite", f"/?organisation={ARCHER}", SHEET, _with_everything_unfolded),
    State("sheet of a PTCE", f"/?organisation={POLE}", SHEET, _with_everything_unfolded),
    State("page of an organisation", f"/o/{ARCHER}", SHEET),
    State("page of an unknown organisation", "/o/synthetic:none"),
    State(
        "partners around", f"/partenaires?{LEADS}", ".partner-page h2", _with_everything_unfolded
    ),
    State("partners of one", f"/partenaires?for={ARCHER}", ".partner-page h2"),
    State("partners, nothing asked", "/partenaires", ".partner-page h2"),
    State("index of territories", "/territoires"),
    State("portrait", "/territoires/epci/200068781", "#semblables", _with_everything_unfolded),
    State(
        "leads of a territory",
        "/territoires/epci/200068781/pistes",
        ".territory-leads",
        _with_everything_unfolded,
    ),
    State("practices", "/pratiques", ".practice-line"),
    State(
        "a practice",
        f"/pratiques/p27?{AROUND}",
        "#practice-standing .line",
        _with_everything_unfolded,
    ),
    State(
        "practices for a profile",
        f"/quelles-pratiques?{FORM}",
        ".practices-answer .practice",
        _with_everything_unfolded,
    ),
    State("no list", "/listes", ".lists-page h2"),
    State("a list", "/listes", ".lists-page h2", with_list),
    State("no group", "/ptce", ".pole h2"),
    State("a group", f"/ptce?ids={GROUP}", ".pole-block .finding", _with_everything_unfolded),
    State("matching", "/rapprocher", "#match-file"),
    State("a matched file", "/rapprocher", "#match-file", _with_file),
    State("sources", "/sources", "#document h2", _with_everything_unfolded),
    State("news", "/nouveautes", "#document h2"),
    State("duplicates", "/doublons", "h2"),
    State("operator", "/operateur", "h2"),
    State("embedding", "/integrer", "#integrer-result"),
    State("open data", "/donnees-ouvertes", "#document h2"),
    State("accessibility", "/accessibilite", "#document h2"),
    State("legal notices", "/mentions-legales", "#document h2"),
    State("personal data", "/donnees-personnelles", "#document h2"),
    State("no such page", "/nulle-part", "#document h2, main h2"),
    State("frame", f"/embed?{AROUND}&panels=filters,map,list", LINES, stands_alone=True),
    State("feature service", "/ogc?f=html", "h1", stands_alone=True),
    State(
        "features", "/ogc/collections/organisations/items?f=html&limit=5", "h1", stands_alone=True
    ),
)


def named(*names: str) -> Iterator[State]:
    """Some of the states, by their names.

    Raises:
        KeyError: there is no such state.
    """
    by_name = {state.name: state for state in STATES}
    for name in names:
        yield by_name[name]


def narrowed() -> Iterator[State]:
    """Those to look at when the window or the text is another size."""
    yield from named("home", "a trade to call", "index of territories", "portrait", "practices")
    yield from named("a list", "matching", "sources", "accessibility", "no such page")
