"""The page « Constituer un PTCE »: members on one side, the check beside them."""

from dash import dcc, html
from dash.development.base_component import Component

from territorial_map.web.base.answers import Visit
from territorial_map.web.base.finding import finding_box
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.opening import opening
from territorial_map.web.base.page_spec import Screen
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.waiting import skeleton
from territorial_map.web.pages.pole import ids as own


def layout(visit: Visit) -> Screen:
    """The whole page, to be filled."""
    anchors = {own.POLE_CHECK: visit.t("Aller à l’examen")}
    return Screen(parts(visit), style="pole", anchors=anchors)


def parts(visit: Visit) -> list[Node]:
    """The search for members, and the places that callbacks fill."""
    t = visit.t
    return [
        html.Div(opening(visit.heading), className="pole-opening"),
        html.Div(
            [
                html.Section(
                    [
                        html.H3(t("Membres")),
                        _search(t),
                        html.Div(skeleton(3), id=own.POLE_MEMBERS, className="pole-members"),
                    ],
                    className="pole-side",
                ),
                html.Div(
                    [
                        html.Div(_exports(t), id=own.POLE_EXPORT, className="pole-export"),
                        html.Div(id=own.POLE_CHECK, className="pole-check", tabIndex=-1),
                        html.Section(id=own.POLE_INSIDE, className="pole-inside"),
                    ],
                    className="pole-answer",
                ),
            ],
            className="pole-columns",
        ),
        dcc.Download(id=own.POLE_FILE),
    ]


def _search(t: Texts) -> Component:
    return finding_box(
        own.POLE_SEARCH,
        t("Ajouter un membre"),
        t("Nom, sigle, SIREN…"),
        t("Rien de ce nom."),
        "pole-search",
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
        _file(own.POLE_AS_PDF, "file-text", t("Document (PDF)")),
        _file(own.POLE_AS_DOCX, "file-text", t("Document (DOCX)")),
        _file(own.POLE_AS_HTML, "file-text", t("Document (HTML)")),
        _file(own.POLE_AS_CSV, "download", t("Membres (CSV)")),
    ]


def _file(button: str, mark: str, words: str) -> html.Button:
    return html.Button(
        [icon(mark), words], id=button, type="button", className="button button-small", n_clicks=0
    )
