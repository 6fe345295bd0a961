"""What an English page must not show: texts of the product left in French."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po
from playwright.sync_api import Page

from territorial_map.domain.language.writing import typeset
from territorial_map.domain.vocabulary import Device
from territorial_map.web.base.texts import DOMAIN, LOCALE
from territorial_map.web.pages.explore.map_region import WINDOWS

_CATALOGUE = LOCALE / "en" / "LC_MESSAGES" / f"{DOMAIN}.po"
_FRENCH = (Path(__file__).parent / "french.js").read_text(encoding="utf-8")
_STATUTORY = [device.short for device in Device]
_LEAST = 6  # letters: shorter texts are those of both languages


@cache
def french_texts() -> tuple[str, ...]:
    """Texts of the catalogue, as written on French pages, that are those of no English page."""
    with _CATALOGUE.open("rb") as source:
        found = [(message.id, message.string) for message in read_po(source) if message.id]
    english = {told for _, string in found for told in _forms(string)}
    french = {told for msgid, _ in found for told in _forms(msgid)}
    places = {name for name, _ in WINDOWS}
    every = french - english - places
    kept = (told for told in every if "{" not in told and len(told) >= _LEAST)
    return tuple(sorted({written for told in kept for written in (told, typeset(told))}))


def _forms(told: object) -> Iterator[str]:
    yield from map(str, told if isinstance(told, list | tuple) else (told,))


def french_on(page: Page) -> list[str]:
    """French that an English page shows without saying so."""
    told: list[str] = page.evaluate(_FRENCH, [list(french_texts()), list(_STATUTORY)])
    return told
