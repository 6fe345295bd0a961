"""The page « Nouveautés »: what to compare with, and what changed since."""

import dash_mantine_components as dmc
from dash import html

from territorial_map.web.base import ids
from territorial_map.web.base.html import PAINTED, to_html
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.page import framed_page
from territorial_map.web.pages.changes.state import PATH
from territorial_map.web.pages.explore.filters import skeleton


def changes_page(t: Texts) -> list[Node]:
    """The whole page, to be filled."""
    return framed_page(
        changes_parts(t), t, title=t("Nouveautés"), here=PATH, style="document changes"
    )


def changes_parts(t: Texts) -> list[Node]:
    """The parts that callbacks fill."""
    lead = t(
        "Ce qui a changé dans l’annuaire entre une édition passée et l’édition courante, pour "
        "toutes les organisations ou une sélection."
    )
    return [
        html.H2(t("Nouveautés")),
        html.P(lead, className="lead"),
        html.Div(
            [
                dmc.Select(
                    id=ids.CHANGES_EDITION,
                    label=t("Comparer avec l’édition"),
                    data=[],
                    allowDeselect=False,
                    className="changes-edition",
                ),
                dmc.TextInput(
                    id=ids.CHANGES_DAY,
                    label=t("ou avec l’état d’avant le"),
                    inputProps={"type": "date"},
                    leftSection=icon("calendar"),
                    debounce=600,
                    className="changes-day",
                ),
            ],
            className="changes-since",
        ),
        html.Div(id=ids.CHANGES_BODY, **named({PAINTED: to_html(skeleton(4))})),
    ]
