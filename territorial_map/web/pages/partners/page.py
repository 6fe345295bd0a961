"""Possible partnerships and groups of the open organisation: a part of its panel."""

from territorial_map.services.site import Site
from territorial_map.web.base.page_spec import PageSpec
from territorial_map.web.base.registry import Registry
from territorial_map.web.pages.partners import callbacks, group_callbacks
from territorial_map.web.pages.partners.layout import parts


def register(registry: Registry, site: Site) -> None:
    """Register partners with their lines on the map, then groups."""
    for part in (callbacks, group_callbacks):
        part.register(registry, site)


PAGE = PageSpec(
    parts=parts,
    register=register,
)
