"""Parts that callbacks name and that are drawn only once there is something to choose from."""

import dash_mantine_components as dmc

from territorial_map.web.base import ids
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.partners.views import partners_place


def partners_parts(t: Texts) -> list[Node]:
    """The section of the panel and the choices that come with its answers."""
    late = (ids.PARTNERS_POOLING, ids.NETWORK_POOLING, ids.NETWORK_TIER)
    return [partners_place("", t), *(dmc.Select(id=component) for component in late)]
