"""Components as HTML text, for parts of the page that Dash has no need to know one by one.

Every Dash component costs the browser about three milliseconds at each change of the page (filters
and list were 2,900 of them: twelve seconds before the first line could be read). Such a part is
one component that carries its HTML; ``assets/modules/base/paint.mjs`` paints it, keeping focus and
scroll.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from territorial_map.web.base.marks import Node, named

PAINTED = "data-html"
_NAMESPACE = "dash_html_components"
_VOID = frozenset(("br", "hr", "img", "input"))
_NAMES = {"className": "class", "htmlFor": "for"}
_FLAGS = frozenset(("open", "hidden", "checked", "disabled"))
# What a component holds beside its properties is no attribute; reading it as it is takes half the
# time of ``to_plotly_json``, and a test compares the two.
_SKIPPED = frozenset(
    (
        *("children", "n_clicks", "n_clicks_timestamp", "key"),
        *("available_properties", "available_wildcard_properties"),
    )
)


@dataclass(frozen=True, slots=True)
class Tickbox:
    """A native box to tick with its label; ``attributes`` are ``data-*`` and ``aria-*``."""

    label: Node
    checked: bool
    attributes: Mapping[str, str]
    class_name: str = ""

    def to_plotly_json(self) -> dict[str, Any]:
        """The box in the form of a component, for whatever walks a tree of them."""
        props = {"children": self.label, "checked": self.checked, "className": self.class_name}
        return {"type": "Tickbox", "namespace": "", "props": props | dict(self.attributes)}


@dataclass(frozen=True, slots=True)
class Element:
    """An element that Dash has no component for (fields of a form), with its HTML attributes.

    ``True`` writes the name alone, ``False`` nothing.
    """

    tag: str
    children: Node
    attributes: Mapping[str, str | bool]

    def to_plotly_json(self) -> dict[str, Any]:
        """The element in the form of a component, for whatever walks a tree of them."""
        return {"type": self.tag, "namespace": "", "props": {"children": self.children}}


def to_html(node: Node) -> str:
    """A tree of ``html`` components and boxes as HTML text, everything escaped.

    Raises:
        TypeError: a component that needs Dash to live (an input of ours, a map…).
    """
    if node is None or isinstance(node, str):  # most of a page; asking whether it is Dash's is slow
        return escape(node or "")
    if isinstance(node, list | tuple):
        return "".join(map(to_html, node))
    if isinstance(node, Tickbox):
        return _tickbox(node)
    if isinstance(node, Element):
        return _written(node.tag, _told(node.attributes), node.children)
    if not isinstance(node, Component):
        return escape(str(node))
    kind = vars(type(node))
    if kind["_namespace"] != _NAMESPACE:
        raise TypeError(f"{kind['_type']} cannot be painted as plain HTML")
    properties = vars(node)
    tag = kind["_type"].lower()
    return _written(tag, _attributes(properties), properties.get("children"))


def painted(node: Node) -> html.Div:
    """One component that carries a whole part of the page."""
    return html.Div(className="painted", **named({PAINTED: to_html(node)}))


def _written(tag: str, attributes: str, children: Node) -> str:
    opening = f"<{tag}{attributes}>"
    return opening if tag in _VOID else f"{opening}{to_html(children)}</{tag}>"


def _told(attributes: Mapping[str, str | bool]) -> str:
    kept = ((name, value) for name, value in attributes.items() if value is not False)
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(value)}"' for name, value in kept
    )


def _attributes(props: Mapping[str, Any]) -> str:
    """By name: Dash gives them in an order that changes from one process to the next."""
    written = []
    for name, value in sorted(props.items()):
        if name in _SKIPPED or name[0] == "_" or value is None or value is False:
            continue
        known = _NAMES.get(name, name if "-" in name else name.lower())
        written.append(f" {known}" if name in _FLAGS else f' {known}="{escape(str(value))}"')
    return "".join(written)


def _tickbox(box: Tickbox) -> str:
    label_class = f"tickbox {box.class_name}".strip()
    flag = " checked" if box.checked else ""
    return (
        f'<label class="{escape(label_class)}"{_attributes(box.attributes)}>'
        f'<input type="checkbox"{flag}>{to_html(box.label)}</label>'
    )
