"""The page « Constituer un PTCE »: members on one side, the check beside them."""

import dash_mantine_components as dmc
from dash import dcc, html

from territorial_map.web.base import ids
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.page import framed_page
from territorial_map.web.pages.explore.filters import skeleton
from territorial_map.web.pages.pole.state import PATH


def pole_page(t: Texts) -> list[Node]:
    """The whole page, to be filled."""
    return framed_page(
        pole_parts(t),
        t,
        title=t("Constituer un PTCE"),
        here=PATH,
        style="pole",
        anchors={ids.POLE_CHECK: t("Aller à l’examen")},
    )


def pole_parts(t: Texts) -> list[Node]:
    """The parts that callbacks fill."""
    lead = t(
        "Réunissez des membres et voyez, texte en main, ce qui est établi d’après nos sources, ce "
        "qui est à déclarer, et qui pourrait compléter. Ce n’est ni un label ni un avis juridique."
    )
    return [
        html.Div(
            [html.H2(t("Constituer un PTCE")), html.P(lead, className="lead")],
            className="pole-opening",
        ),
        html.Div(
            [
                html.Section(
                    [
                        html.H3(t("Membres")),
                        _search(t),
                        html.Div(skeleton(3), id=ids.POLE_MEMBERS, className="pole-members"),
                    ],
                    className="pole-side",
                ),
                html.Div(
                    [
                        html.Div(_exports(t), id=ids.POLE_EXPORT, className="pole-export"),
                        html.Div(id=ids.POLE_CHECK, className="pole-check", tabIndex=-1),
                        html.Section(id=ids.POLE_INSIDE, className="pole-inside"),
                    ],
                    className="pole-answer",
                ),
            ],
            className="pole-columns",
        ),
        dcc.Download(id=ids.POLE_FILE),
    ]


def _search(t: Texts) -> dmc.Select:
    return dmc.Select(
        id=ids.POLE_SEARCH,
        label=t("Ajouter un membre"),
        placeholder=t("Nom, sigle, SIREN…"),
        leftSection=icon("search"),
        searchable=True,
        data=[],
        filter={"function": "keepOptions"},
        renderOption={"function": "placeOption"},
        nothingFoundMessage=t("Rien de ce nom."),
        selectFirstOptionOnChange=True,
        className="pole-search",
        maxDropdownHeight=360,
    )


def _exports(t: Texts) -> list[Node]:
    """To print, or to take away as files."""
    return [
        html.Button(
            [icon("printer"), t("Imprimer")],
            type="button",
            className="button button-small",
            **named({"data-print": "1"}),
        ),
        _file(ids.POLE_AS_PDF, "file-text", t("Document (PDF)")),
        _file(ids.POLE_AS_DOCX, "file-text", t("Document (DOCX)")),
        _file(ids.POLE_AS_HTML, "file-text", t("Document (HTML)")),
        _file(ids.POLE_AS_CSV, "download", t("Membres (CSV)")),
    ]


def _file(button: str, mark: str, words: str) -> html.Button:
    return html.Button(
        [icon(mark), words], id=button, type="button", className="button button-small", n_clicks=0
    )
