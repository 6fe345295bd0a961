"""Good practices: the catalogue, a page per heading, the form for one’s own profile."""

from territorial_map.services.site import Site
from territorial_map.web.base.addresses import PRACTICES, PROFILE
from territorial_map.web.base.page_spec import MenuEntry, MenuPlace, PageSpec
from territorial_map.web.base.registry import Registry
from territorial_map.web.pages.practices import callbacks, panel_callbacks
from territorial_map.web.pages.practices.headings import heading_pages
from territorial_map.web.pages.practices.layout import catalogue_screen, parts, profile_screen
from territorial_map.web.pages.practices.plain import plain

PROFILE_PAGE = PageSpec(
    path=PROFILE,
    title="Quelles pratiques pour nous ?",
    lead=(
        "Dites en une minute qui vous êtes : chaque réponse affine la liste. Rien n’est "
        "obligatoire, rien n’est gardé : vos réponses sont dans l’adresse de cette page."
    ),
    layout=profile_screen,
)


def pages_inside(site: Site) -> tuple[PageSpec, ...]:
    """The headings of the guide, then the form."""
    return (*heading_pages(site), PROFILE_PAGE)


def register(registry: Registry, site: Site) -> None:
    """Register the answers of the pages, and the section of the panel."""
    for part in (callbacks, panel_callbacks):
        part.register(registry, site)


PAGE = PageSpec(
    path=PRACTICES,
    title="Bonnes pratiques",
    lead=(
        "Les 52 rubriques du guide des bonnes pratiques de l’ESS (article 3 de la loi du "
        "31 juillet 2014) : ce qui a été fait, ce qu’il faut, et qui est près de vous."
    ),
    menu=MenuEntry("Pratiques", "file-text", MenuPlace.ROW),
    layout=catalogue_screen,
    plain=plain,
    inside=pages_inside,
    parts=parts,
    register=register,
)
