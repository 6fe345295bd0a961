"""Parts that callbacks name and that are drawn only once there is something to choose from."""

import dash_mantine_components as dmc

from territorial_map.web.base import ids
from territorial_map.web.base.answers import Visit
from territorial_map.web.base.marks import Node
from territorial_map.web.base.waiting import partners_place


def parts(visit: Visit) -> list[Node]:
    """The section of the panel, and the choice that comes with its answer."""
    return [partners_place("", visit.t), dmc.Select(id=ids.PARTNERS_POOLING)]
