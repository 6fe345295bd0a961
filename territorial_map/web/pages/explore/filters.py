"""The filters' region: a column on a wide screen, a drawer on a narrow one."""

from dash import html

from territorial_map.web.base import ids
from territorial_map.web.base.html import PAINTED, to_html
from territorial_map.web.base.marks import hidden, icon, named
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.waiting import skeleton


def filters_region(t: Texts) -> html.Aside:
    """The region, its groups to be filled with live counts."""
    return html.Aside(
        [
            html.Div(
                [
                    html.H2(t("Filtres"), id=f"{ids.FILTERS}-title"),
                    html.Button(
                        [icon("x"), hidden(t("Fermer les filtres"))],
                        type="button",
                        className="drawer-close",
                        **named({"data-drawer": "close"}),
                    ),
                ],
                className="region-heading",
            ),
            html.Div(id=ids.PLACE_CONTROL, className="place-control"),
            html.Div(
                id=ids.FILTER_GROUPS,
                className="filter-groups",
                **named({PAINTED: to_html(skeleton(8))}),
            ),
            html.Button(
                t("Voir les résultats"),
                type="button",
                className="button button-strong drawer-apply",
                **named({"data-drawer": "close"}),
            ),
        ],
        id=ids.FILTERS,
        className="filters",
        tabIndex=-1,
        **named({"aria-labelledby": f"{ids.FILTERS}-title"}),
    )
