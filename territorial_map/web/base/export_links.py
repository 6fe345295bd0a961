"""What opens the export dialog."""

import json

from dash import html

from territorial_map.services.explore.query_string import query_of
from territorial_map.web.base.marks import icon, named
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Texts


def export_button(asked: dict[str, str], t: Texts, class_name: str = "") -> html.Button:
    """The button that ``assets/modules/pages/export`` hears: ``asked`` says what to export."""
    return html.Button(
        [icon("download"), t("Exporter")],
        type="button",
        className=f"button button-small {class_name}".strip(),
        **named({"data-export": json.dumps(asked), "aria-haspopup": "dialog"}),
    )


def selection_export(state: PageState, t: Texts) -> html.Button:
    """The button for the state's selection, in its order."""
    parts = [query_of(state.selection), f"order={state.sorted_by.value}"]
    return export_button({"kind": "selection", "query": "&".join(filter(None, parts))}, t)
