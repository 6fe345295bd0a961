"""The page « Nouveautés »: what to compare with, and what changed since."""

import dash_mantine_components as dmc
from dash import html

from territorial_map.web.base.answers import Visit
from territorial_map.web.base.html import PAINTED, to_html
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.opening import opening
from territorial_map.web.base.page_spec import Screen
from territorial_map.web.base.waiting import skeleton
from territorial_map.web.pages.changes import ids as own


def layout(visit: Visit) -> Screen:
    """The whole page, to be filled."""
    return Screen(parts(visit), style="document changes")


def parts(visit: Visit) -> list[Node]:
    """What to compare with, then what callbacks fill."""
    t = visit.t
    return [
        *opening(visit.heading),
        html.Div(
            [
                dmc.Select(
                    id=own.CHANGES_EDITION,
                    label=t("Comparer avec l’édition"),
                    data=[],
                    allowDeselect=False,
                    className="changes-edition",
                ),
                dmc.TextInput(
                    id=own.CHANGES_DAY,
                    label=t("ou avec l’état d’avant le"),
                    inputProps={"type": "date"},
                    leftSection=icon("calendar"),
                    debounce=600,
                    className="changes-day",
                ),
            ],
            className="changes-since",
        ),
        html.Div(id=own.CHANGES_BODY, **named({PAINTED: to_html(skeleton(4))})),
    ]
