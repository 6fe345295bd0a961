"""The group that would make a PTCE, checked against the law."""

from territorial_map.web.base.addresses import POLE
from territorial_map.web.base.page_spec import MenuEntry, PageSpec
from territorial_map.web.pages.pole.callbacks import register
from territorial_map.web.pages.pole.layout import layout, parts
from territorial_map.web.pages.pole.plain import heading, plain

PAGE = PageSpec(
    path=POLE,
    title="Constituer un PTCE",
    lead=(
        "Réunissez des membres et voyez, texte en main, ce qui est établi d’après nos sources, ce "
        "qui est à déclarer, et qui pourrait compléter. Ce n’est ni un label ni un avis juridique."
    ),
    menu=MenuEntry("Constituer un PTCE"),
    layout=layout,
    heading=heading,
    plain=plain,
    costly=True,
    parts=parts,
    register=register,
)
