"""Buttons that open « Ajouter à une liste »; ``assets/modules/pages/lists/door.mjs`` hears them."""

from collections.abc import Iterable

from dash import html

from territorial_map.web.base.marks import Node, hidden, icon, named
from territorial_map.web.base.texts import Texts


def add_to_list(any_id: str, name: str, t: Texts, class_name: str = "") -> html.Button:
    """For one organisation."""
    words: list[Node] = [html.Span(t("Ajouter à une liste")), hidden(f" : {name}")]
    return _button(words, {"data-add-to-list": any_id, "data-name": name}, class_name)


def add_all_to_list(ids: Iterable[str], t: Texts, list_name: str = "") -> html.Button:
    """For several organisations; ``list_name`` is proposed for a new list."""
    attributes = {"data-add-to-list": " ".join(ids)}
    if list_name:
        attributes["data-list-name"] = list_name
    return _button([html.Span(t("Tout ajouter à une liste"))], attributes)


def add_selection(t: Texts, query: str = "") -> html.Button:
    """For a selection, as a query string; without one, what the main screen shows."""
    return _button([html.Span(t("Ajouter à une liste"))], {"data-add-selection": query})


def _button(words: list[Node], attributes: dict[str, str], class_name: str = "") -> html.Button:
    return html.Button(
        [icon("list-plus"), *words],
        type="button",
        className=f"button button-small list-add {class_name}".strip(),
        **named(attributes | {"aria-haspopup": "dialog"}),
    )
