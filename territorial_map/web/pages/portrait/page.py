"""Territories: the index at ``/territoires``, a portrait at each territory's own address.

Both are read as the server writes them: they need no script, and are there at once.
"""

from territorial_map.web.base.addresses import PORTRAITS, TERRITORIES
from territorial_map.web.base.page_spec import MenuEntry, MenuPlace, PageSpec
from territorial_map.web.pages.portrait.answer import answer

PAGE = PageSpec(
    path=PORTRAITS,
    title="Territoires",
    lead=(
        "Région, département, intercommunalité (EPCI) ou commune : ce que nos sources couvrent, "
        "ce qu’elles connaissent, et à côté de quoi le lire."
    ),
    menu=MenuEntry("Territoires", "layers", MenuPlace.ROW),
    under=(TERRITORIES,),
    answer=answer,
)
