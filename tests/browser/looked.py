"""One visit of many pages, for all tests that ask what pages hold: each state is opened once.

A state is looked at wide and in light colours, in dark ones, then at the width of a phone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.english import french_on
from tests.browser.walked import State, named

_HERE = Path(__file__).parent
PROBE, PRESSED = (
    (_HERE / f"{name}.js").read_text(encoding="utf-8") for name in ("probe", "pressed")
)
SEEN = (
    *("home", "a list", "sources", "portrait", "practices", "a practice", "partners around"),
    *("practices for a profile", "embedding", "accessibility", "no such page", "matching"),
    *("index of territories",),
)
IN_ENGLISH = ("embedding", "accessibility", "matching", "index of territories", "legal notices")
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"


@dataclass(frozen=True, slots=True)
class Looked:
    """What one state showed: faults and how much was looked at, by criterion.

    ``small`` targets and ``sideways`` pixels are those of a phone.
    """

    state: State
    title: str
    language: str
    faults: Mapping[str, Sequence[str]]
    seen: Mapping[str, int]
    lacking: Sequence[str]
    dark_fields: Sequence[str]
    small: Sequence[str]
    sideways: int


def looked_at_all(page: Page, site: str) -> Iterator[Looked]:
    """Some states of the pages, each once."""
    for state in named(*SEEN):
        state.open(page, site)
        told: dict[str, Any] = page.evaluate(PROBE)
        page.emulate_media(color_scheme="dark")
        in_the_dark = page.evaluate(PROBE)["faults"]["3.3"]
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 390, "height": 844})
        yield Looked(
            state,
            told["title"],
            told["lang"],
            told["faults"],
            told["seen"],
            told["lacking"],
            in_the_dark,
            page.evaluate(PRESSED),
            page.evaluate(SIDEWAYS),
        )
        page.set_viewport_size({"width": 1440, "height": 900})


def french_in_english(page: Page, site: str) -> Iterator[tuple[str, list[str]]]:
    """(the name of a state, the French that its English page shows without saying so)."""
    for state in named(*IN_ENGLISH):
        state.open(page, site, "en")
        yield state.name, french_on(page)
