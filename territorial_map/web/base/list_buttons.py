"""Buttons « Ma liste » and « Ajouter à une liste », which ``assets/modules/pages/lists`` hears."""

from collections.abc import Iterable

from dash import html

from territorial_map.web.base.marks import Node, hidden, icon, named
from territorial_map.web.base.texts import Texts


def keep_toggle(any_id: str, name: str, t: Texts) -> html.Button:
    """Puts an organisation in « Ma liste » or takes it out: the browser says which."""
    words = (t("Ma liste"), t("Dans ma liste"))
    return toggle(words, {"data-keep": any_id, "data-name": name}, "keep-toggle")


def toggle(words: tuple[str, str], attributes: dict[str, str], class_name: str = "") -> html.Button:
    """A button that is in or out: what it says when out, then when in; ``data-name`` is of whom."""
    out, within = words
    return html.Button(
        [
            icon("plus"),
            icon("check"),
            html.Span(out, className="when-out"),
            html.Span(within, className="when-in"),
            hidden(f" : {attributes['data-name']}"),
        ],
        type="button",
        className=f"button button-small group-toggle {class_name}".strip(),
        **named(attributes | {"aria-pressed": "false"}),
    )


def add_all_to_list(ids: Iterable[str], t: Texts, list_name: str = "") -> html.Button:
    """For several organisations; ``list_name`` is proposed for a new list."""
    attributes = {"data-add-to-list": " ".join(ids)}
    if list_name:
        attributes["data-list-name"] = list_name
    return _button([html.Span(t("Tout ajouter à une liste"))], attributes)


def add_selection(t: Texts, query: str = "") -> html.Button:
    """For a selection, as a query string; without one, what the main screen shows."""
    return _button([html.Span(t("Ajouter à une liste"))], {"data-add-selection": query})


def _button(words: list[Node], attributes: dict[str, str]) -> html.Button:
    return html.Button(
        [icon("list-plus"), *words],
        type="button",
        className="button button-small list-add",
        **named(attributes | {"aria-haspopup": "dialog"}),
    )
