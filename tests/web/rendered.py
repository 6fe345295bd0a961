"""Components read as tests read a page: their words, links and attributes."""

import json
from collections.abc import Iterator
from typing import Any


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """Every component under a node, as ``{type, props}``."""
    if isinstance(node, list | tuple):
        for one in node:
            yield from parts(one)
    elif hasattr(node, "to_plotly_json"):
        plain = node.to_plotly_json()
        yield plain
        for name in ("children", "label", "data"):
            yield from parts(plain["props"].get(name))


def words(node: Any) -> str:
    """The text of a node, as a reader meets it, no-break spaces as spaces."""
    if isinstance(node, list | tuple):
        return " ".join(" ".join(map(words, node)).split())
    if hasattr(node, "to_plotly_json"):
        props = node.to_plotly_json()["props"]
        return " ".join(filter(None, (words(props.get(n)) for n in ("label", "children"))))
    return "" if node is None else str(node).replace("\u00a0", " ")


def links(node: Any) -> dict[str, str]:
    """Every link by its words."""
    return {
        words(part["props"].get("children")): part["props"]["href"]
        for part in parts(node)
        if part["props"].get("href")
    }


def attributes(node: Any, name: str) -> list[str]:
    """Every value of an attribute under a node."""
    return [str(part["props"][name]) for part in parts(node) if name in part["props"]]


def is_serialisable(node: Any) -> bool:
    """Whether Dash can send the node to a browser."""
    return bool(json.dumps(node, default=lambda part: part.to_plotly_json()))
