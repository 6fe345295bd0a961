"""What can be taken away whole, under which licence, and how to read it live."""

from territorial_map.web.base.addresses import OPEN_DATA
from territorial_map.web.base.page_spec import MenuEntry, PageSpec
from territorial_map.web.pages.open_data.layout import answer, layout

PAGE = PageSpec(
    path=OPEN_DATA,
    title="Données ouvertes",
    lead="L’édition entière à télécharger, licence par licence, et l’annuaire en direct dans QGIS.",
    menu=MenuEntry("Données ouvertes"),
    layout=layout,
    answer=answer,
)
