"""The results' region: count, active filters, sort, exports, the list and its end."""

import dash_mantine_components as dmc
from dash import html

from territorial_map.domain.listing import Order
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import CHANGES
from territorial_map.web.base.html import PAINTED, to_html
from territorial_map.web.base.list_buttons import add_selection
from territorial_map.web.base.marks import icon, named
from territorial_map.web.base.texts import Texts


def results_region(t: Texts, *, compared: bool) -> html.Section:
    """The region, its list to be filled; ``compared`` where there is an older edition."""
    news = [_news(t)] if compared else []
    return html.Section(
        [
            html.Div(id=ids.PRINT_HEADING, className="print-only"),
            html.Div(id=ids.HOME_INTRO, className="home-intro"),
            html.Div(
                [
                    html.H2(t("Organisations"), className="visually-hidden"),
                    html.Div(
                        [
                            html.P(id=ids.RESULT_COUNT, className="result-count", role="status"),
                            add_selection(t),
                        ],
                        className="result-told",
                    ),
                    html.Div(
                        [_filters_button(t), _order(t), *news, html.Div(id=ids.EXPORTS)],
                        className="result-bar",
                    ),
                    html.P(id=ids.RESULT_NOTICE, className="result-notice", role="status"),
                    html.Ul(
                        id=ids.CHIPS,
                        className="chips",
                        **named({"aria-label": t("Filtres actifs")}),
                    ),
                ],
                id=ids.LIST_START,
                tabIndex=-1,
                className="result-heading",
            ),
            html.Ul(
                id=ids.RESULT_LIST,
                className="lines",
                **named({PAINTED: to_html(waiting_lines(9))}),
            ),
            html.Div(id=ids.RESULT_MORE, className="result-more"),
        ],
        id=ids.RESULTS,
        className="results",
        tabIndex=-1,
        **named({"aria-label": t("Liste des organisations")}),
    )


def waiting_lines(count: int) -> list[html.Li]:
    """Grey lines of the size of those that come."""
    return [html.Li(className="skeleton", **named({"aria-hidden": "true"})) for _ in range(count)]


def _news(t: Texts) -> html.A:
    """What changed in the selection; the browser keeps the filters in its address."""
    return html.A(
        [icon("calendar"), html.Span(t("Nouveautés"))],
        href=CHANGES,
        className="button button-small result-news",
        **named({"data-nav": "1", "data-carry-selection": CHANGES}),
    )


def _filters_button(t: Texts) -> html.Button:
    return html.Button(
        [icon("sliders-horizontal"), t("Filtres")],
        type="button",
        className="button button-small open-filters",
        **named({"data-drawer": "open", "aria-controls": ids.FILTERS, "aria-expanded": "false"}),
    )


def _order(t: Texts) -> dmc.Select:
    return dmc.Select(
        id=ids.ORDER,
        data=[{"value": order.value, "label": t(order.label)} for order in Order],
        value=Order.NAME.value,
        size="xs",
        allowDeselect=False,
        className="order",
        comboboxProps={"width": 200, "position": "bottom-end"},
        label=t("Trier par"),
    )
