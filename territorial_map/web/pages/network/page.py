"""Who could cooperate with whom, around an organisation or in a territory."""

from territorial_map.services.site import Site
from territorial_map.web.base.addresses import NETWORK
from territorial_map.web.base.page_spec import MenuEntry, PageSpec
from territorial_map.web.base.registry import Registry
from territorial_map.web.pages.network import callbacks, group_callbacks
from territorial_map.web.pages.network.layout import layout, parts
from territorial_map.web.pages.network.plain import heading, plain


def register(registry: Registry, site: Site) -> None:
    """Register the drawing with its table, then the groups."""
    for part in (callbacks, group_callbacks):
        part.register(registry, site)


PAGE = PageSpec(
    path=NETWORK,
    title="Réseau",
    lead=(
        "Qui pourrait coopérer avec qui, autour d’une organisation ou dans un territoire. Chaque "
        "lien est une piste à vérifier, jamais un classement."
    ),
    menu=MenuEntry("Réseau"),
    layout=layout,
    heading=heading,
    plain=plain,
    filtered=True,
    parts=parts,
    register=register,
)
