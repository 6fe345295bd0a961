"""Small marks used everywhere: icons, kind symbols, badges, links that stay on the page."""

from collections.abc import Mapping
from typing import Any

from dash import html

from territorial_map.domain.vocabulary import Kind

Node = Any  # a Dash component, a text or a list of them: Dash gives them no common type


def named(attributes: Mapping[str, str]) -> dict[str, Any]:
    """``data-*`` and ``aria-*`` attributes, which are no Python names, as keyword arguments."""
    return dict(attributes)


def icon(name: str) -> html.Span:
    """A decorative icon of ``assets/icons``; the words beside it carry the meaning."""
    return html.Span(className=f"icon icon-{name}", **named({"aria-hidden": "true"}))


def symbol(kind: Kind, *, precise: bool = True) -> html.Span:
    """The shape and colour of a kind, as on the map; hollow where only the commune is known."""
    variant = "" if precise else " symbol-hollow"
    return html.Span(
        className=f"symbol symbol-{kind.value}{variant}", **named({"aria-hidden": "true"})
    )


def symbol_to_call(kind: Kind) -> html.Span:
    """The symbol of one whose trade, which is asked for, no source tells."""
    return html.Span(
        className=f"symbol symbol-{kind.value} symbol-unknown", **named({"aria-hidden": "true"})
    )


def hidden(text: str) -> html.Span:
    """Words for screen readers only."""
    return html.Span(text, className="visually-hidden")


def badge(text: Node, tone: str = "plain") -> html.Span:
    """A short label; ``tone`` is plain, strong, warn or quiet."""
    return html.Span(text, className=f"badge badge-{tone}")


def page_link(children: Node, href: str, *, label: str = "", class_name: str = "") -> html.A:
    """A link to another state of the page: a real address, followed without reloading."""
    attributes: dict[str, Any] = {"data-nav": "1"}
    if label:
        attributes["aria-label"] = label
    return html.A(children, href=href, className=class_name or None, **attributes)


def outside_link(children: Node, href: str, *, class_name: str = "") -> html.A:
    """A link that leaves the product; it opens in a new tab and tells the other site nothing."""
    return html.A(
        [children, icon("external-link")],
        href=href,
        target="_blank",
        rel="noopener noreferrer",
        className=f"outside {class_name}".strip(),
    )
