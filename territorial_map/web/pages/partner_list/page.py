"""Local partners: around whom or where, on what, as a list to take away."""

from territorial_map.services.partner_lists.partner_query import PATH
from territorial_map.web.base.page_spec import MenuEntry, MenuPlace, PageSpec
from territorial_map.web.pages.partner_list.callbacks import register
from territorial_map.web.pages.partner_list.heading import heading
from territorial_map.web.pages.partner_list.layout import layout, parts

PAGE = PageSpec(
    path=PATH,
    title="Partenaires locaux",
    lead=(
        "Qui, près d’une organisation ou d’un lieu, pourrait coopérer, sur quoi et pourquoi : une "
        "liste à emporter en réunion, à vérifier avec les intéressés."
    ),
    menu=MenuEntry("Trouver des partenaires", "users", MenuPlace.ROW, "Partenaires"),
    layout=layout,
    heading=heading,
    parts=parts,
    register=register,
)
