"""The two search boxes of the main screen."""

import dash_mantine_components as dmc
from dash import html

from territorial_map.web.base import ids
from territorial_map.web.base.marks import icon
from territorial_map.web.base.texts import Texts


def search_boxes(t: Texts) -> html.Div:
    """What and where, in the header of the main screen."""
    return html.Div(
        [
            html.Div(
                [
                    dmc.TextInput(
                        id=ids.SEARCH_TEXT,
                        label=t("Quoi ?"),
                        placeholder=t("Nom, métier, ESAT, SIRET…"),
                        leftSection=icon("search"),
                        debounce=350,
                        className="search-box",
                        inputProps={
                            "type": "search",
                            "autoComplete": "off",
                            "enterKeyHint": "search",
                        },
                    ),
                    html.Div(id=ids.SEARCH_MEANT, className="search-meant"),
                ],
                className="search-what",
            ),
            dmc.Select(
                id=ids.SEARCH_PLACE,
                label=t("Où ?"),
                placeholder=t("Commune, code postal, EPCI, département, région"),
                leftSection=icon("map-pin"),
                searchable=True,
                clearable=False,
                data=[],
                filter={"function": "keepOptions"},
                renderOption={"function": "placeOption"},
                nothingFoundMessage=t("Aucun territoire de ce nom."),
                selectFirstOptionOnChange=True,
                className="search-box search-where",
                comboboxProps={"shadow": "md", "width": 420, "position": "bottom-start"},
                maxDropdownHeight=380,
            ),
        ],
        className="search",
        role="search",
    )
