"""The page « Constituer un PTCE »: members on one side, the check beside them."""

import json

from dash import html
from dash.development.base_component import Component

from territorial_map.web.base.answers import Visit
from territorial_map.web.base.finding import finding_box
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.opening import opening
from territorial_map.web.base.page_spec import Screen
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.waiting import skeleton
from territorial_map.web.pages.pole import ids as own
from territorial_map.web.pages.pole.words import pole_texts


def layout(visit: Visit) -> Screen:
    """The whole page, to be filled."""
    anchors = {own.POLE_CHECK: visit.t("Aller à l’examen")}
    return Screen(parts(visit), style="pole", anchors=anchors)


def parts(visit: Visit) -> list[Node]:
    """The search for members, and the places that callbacks fill."""
    t = visit.t
    words = json.dumps(pole_texts(t), ensure_ascii=False)
    return [
        html.Div(id=own.POLE_WORDS, hidden=True, **named({"data-words": words})),
        html.Div(opening(visit.heading), className="pole-opening"),
        html.Div(id=own.POLE_LIST, className="pole-list"),
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
        html.Strong(t("Dossier")),
        _file("docx", "file-text", t("Document (DOCX)")),
        _file("pdf", "file-text", t("Document (PDF)")),
        _file("html", "file-text", t("Document (HTML)")),
        _file("csv", "download", t("Membres (CSV)")),
        html.P(
            t("Vos preuves et vos réponses entrent dans le dossier ; le serveur ne les garde pas."),
            className="hint",
        ),
    ]


def _file(extension: str, mark: str, words: str) -> html.Button:
    """The browser asks the API for the file, with what it alone keeps."""
    return html.Button(
        [icon(mark), words],
        type="button",
        className="button button-small",
        **named({"data-dossier": extension}),
    )
