"""A visitor’s list matched with the directory."""

from territorial_map.web.base.page_spec import MenuEntry, PageSpec
from territorial_map.web.pages.match.layout import layout

PAGE = PageSpec(
    path="/rapprocher",
    title="Rapprocher ma liste",
    lead=(
        "Donnez votre liste de partenaires ou de fournisseurs : chaque ligne est cherchée dans "
        "l’annuaire, par ses numéros, puis par son nom et son lieu. Ce qui est douteux vous est "
        "laissé à choisir ; ce qui est inconnu est gardé."
    ),
    menu=MenuEntry("Rapprocher un fichier"),
    layout=layout,
)
