"""The shell around every page: address, states that callbacks listen to, notices."""

import dash_mantine_components as dmc
from dash import dcc, html

from territorial_map.web.base import ids
from territorial_map.web.frame.theme import THEME


def shell() -> dmc.MantineProvider:
    """The same for every visitor and page; the page itself follows from the address."""
    return dmc.MantineProvider(
        [
            dcc.Location(id=ids.ADDRESS, refresh=False),
            dcc.Store(id=ids.PAGE_STATE),
            dcc.Store(id=ids.FILTERS_STATE),
            dcc.Store(id=ids.OPENED_STATE),
            dcc.Store(id=ids.DOCUMENT_STATE),
            dcc.Store(id=ids.POOLING_STATE),
            dcc.Store(id=ids.DISMISSED, storage_type="local"),
            html.Div(id=ids.PAGE),
            html.Div(id=ids.NOTICE, className="notice", role="alert"),
        ],
        theme=THEME,
        defaultColorScheme="auto",
    )
