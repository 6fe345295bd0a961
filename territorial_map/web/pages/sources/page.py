"""What the edition was built from, and what was left out."""

from territorial_map.web.base.addresses import SOURCES
from territorial_map.web.base.page_spec import MenuEntry, PageSpec
from territorial_map.web.pages.sources.layout import layout, plain

PAGE = PageSpec(
    path=SOURCES,
    title="Sources et couverture",
    lead="Les tables de l’édition, leurs millésimes, leurs licences et leurs limites.",
    menu=MenuEntry("Sources et couverture"),
    layout=layout,
    plain=plain,
)
