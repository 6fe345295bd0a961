"""Addresses and window titles of the practices' pages."""

from typing import Final

from territorial_map.services.knowledge.shared import project_library
from territorial_map.services.practices.browsing import Heading
from territorial_map.web.base.practices.wording import title_of
from territorial_map.web.base.texts import Texts

BROWSE: Final = "/pratiques"
PROFILE: Final = "/quelles-pratiques"
_CATALOGUE = project_library().catalogue
_EVERY: tuple[Heading, ...] = (*_CATALOGUE.practices, *_CATALOGUE.resources)
HEADINGS: dict[str, Heading] = {f"{BROWSE}/{heading.id}": heading for heading in _EVERY}
PRACTICES_PAGES: tuple[str, ...] = (BROWSE, *HEADINGS, PROFILE)


def practices_title(path: str, t: Texts) -> str:
    """The title of a page of practices; empty for another page."""
    if path in HEADINGS:
        return title_of(HEADINGS[path], t)
    titles = {BROWSE: t("Bonnes pratiques"), PROFILE: t("Quelles pratiques pour nous ?")}
    return titles.get(path, "")
