"""Forms of pages without JavaScript, which ask for an address: Dash has no fields for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dash import html

from territorial_map.web.base.html import Element
from territorial_map.web.base.marks import Node, hidden, icon


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a form field, its words, and how many organisations it would show."""

    value: str
    words: str
    count: str = ""
    chosen: bool = False


def form(action: str, children: Node, class_name: str, *, searches: bool = False) -> Node:
    """A form that asks for an address with its fields as parameters."""
    role = {"role": "search"} if searches else {}
    return Element(
        "form", children, {"action": action, "method": "get", "class": class_name, **role}
    )


def submit(words: str, class_name: str = "button button-strong") -> Node:
    """The button that sends a form."""
    return Element("button", words, {"class": class_name})


def text_field(name: str, label: str, value: str, hint: str = "", kind: str = "search") -> Node:
    """A box to type in, with its label above."""
    box = Element("input", None, {"type": kind, "name": name, "value": value})
    if hint:
        box = Element("input", None, {**box.attributes, "placeholder": hint})
    return _labelled(label, box)


def select_field(name: str, label: str, options: Iterable[Option]) -> Node:
    """A list to choose one value from."""
    listed = [
        Element("option", one.words, {"value": one.value, "selected": one.chosen})
        for one in options
    ]
    return _labelled(label, Element("select", listed, {"name": name}))


def tick_group(
    name: str, title: str, options: Sequence[Option], *, opened: bool = False
) -> html.Details:
    """Boxes to tick under a heading that folds."""
    heading = [html.Span(title, className="group-title"), icon("chevron-down")]
    boxes: list[Node] = [_tickbox(name, one) for one in options]
    fields = html.Fieldset([html.Legend(hidden(title)), *boxes], className="options")
    return html.Details(
        [html.Summary(heading), fields],
        open=opened or any(one.chosen for one in options),
        className="filter-group",
    )


def hidden_fields(pairs: Iterable[tuple[str, str]]) -> list[Element]:
    """Values that a form carries along without showing them."""
    return [
        Element("input", None, {"type": "hidden", "name": name, "value": value})
        for name, value in pairs
    ]


def _tickbox(name: str, one: Option) -> Element:
    box: dict[str, str | bool] = {
        "type": "checkbox",
        "name": name,
        "value": one.value,
        "checked": one.chosen,
    }
    label = html.Span(
        [
            html.Span(one.words, className="option-name"),
            " ",
            html.Span(one.count, className="count"),
        ],
        className="option-label",
    )
    return Element("label", [Element("input", None, box), label], {"class": "tickbox option"})


def _labelled(label: str, control: Element) -> Element:
    return Element("label", [html.Span(label), control], {"class": "field"})
