"""The main screen: every list of organisations, short address or long."""

from territorial_map.services.site import Site
from territorial_map.web.base.addresses import AROUND, HOME, SEARCH, WITHIN
from territorial_map.web.base.page_spec import MenuEntry, MenuPlace, PageSpec
from territorial_map.web.base.registry import Registry
from territorial_map.web.pages.explore import callbacks, mapping, places
from territorial_map.web.pages.explore.answer import answer
from territorial_map.web.pages.explore.layout import layout, parts


def register(registry: Registry, site: Site) -> None:
    """Register the list and its filters, the map, the boxes of the header."""
    for part in (callbacks, mapping, places):
        part.register(registry, site)


PAGE = PageSpec(
    path=HOME,
    menu=MenuEntry("Explorer", "map", MenuPlace.ROW),
    layout=layout,
    answer=answer,
    also=(SEARCH,),
    under=(AROUND, WITHIN),
    closed=(SEARCH,),
    parts=parts,
    register=register,
)
