"""The one search box of the main screen: a combobox over what its words may mean."""

import dash_mantine_components as dmc
from dash import html

from territorial_map.web.base import ids
from territorial_map.web.base.marks import icon
from territorial_map.web.base.texts import Texts


def search_box(t: Texts) -> html.Div:
    """Device, trade, place, name or number, in the header of the main screen.

    The server reads the words and offers what they may mean; the keyboard is the script's.
    """
    return html.Div(
        [
            dmc.TextInput(
                id=ids.SEARCH_TEXT,
                placeholder=t("Nom, activité, dispositif, lieu"),
                leftSection=icon("search"),
                debounce=350,
                className="search-box",
                inputProps={
                    "type": "search",
                    "autoComplete": "off",
                    "enterKeyHint": "search",
                    "role": "combobox",
                    "aria-label": t("Rechercher"),
                    "aria-autocomplete": "list",
                    "aria-expanded": "false",
                    "aria-controls": ids.SEARCH_MEANT,
                },
            ),
            html.Div(id=ids.SEARCH_MEANT, className="search-meant"),
        ],
        className="search search-what",
        role="search",
    )
