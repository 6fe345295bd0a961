"""The export menu: the current selection as CSV or XLSX, per site or per legal person."""

from dash import html

from territorial_map.services.explore.query_string import query_of
from territorial_map.web.texts import Texts
from territorial_map.web.url_state import PageState
from territorial_map.web.views.marks import Node, icon, named

_FORMATS = (("xlsx", "XLSX"), ("csv", "CSV"))
ROWS = (
    ("site", "une ligne par établissement"),
    ("person", "une ligne par personne morale"),
)


def export_links(state: PageState, t: Texts) -> list[Node]:
    """One link per format and way of counting, then the print view."""
    links = [
        html.Li(
            html.A(
                [icon("file-text"), html.Span([html.Strong(name), ", ", t(words)])],
                href=export_address(state, extension, rows),
                download="",
            )
        )
        for extension, name in _FORMATS
        for rows, words in ROWS
    ]
    printing = html.Button(
        [icon("printer"), t("Imprimer la liste affichée")],
        type="button",
        **named({"data-print": "1"}),
    )
    return [html.Ul([*links, html.Li(printing)])]


def export_address(state: PageState, extension: str, rows: str) -> str:
    """The API address of an export of the state's selection, in its order."""
    query = query_of(state.selection)
    parts = [query] if query else []
    parts += [f"order={state.sorted_by.value}", f"rows={rows}"]
    return f"/api/v1/export.{extension}?" + "&".join(parts)
