"""Lists that stay in the visitor’s browser."""

from territorial_map.web.base.page_spec import MenuEntry, MenuPlace, PageSpec
from territorial_map.web.pages.lists.layout import layout
from territorial_map.web.pages.lists.words import LEAD

PAGE = PageSpec(
    path="/listes",
    title="Mes listes",
    lead=LEAD,
    menu=MenuEntry("Ma liste", "list-checks", MenuPlace.ROW, count={"data-lists-count": "1"}),
    layout=layout,
)
