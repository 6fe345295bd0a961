"""The fields of the form: label, value of today, what was typed, and what is wrong, all tied."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from territorial_map.domain.contributions.values import MOST_VALUE
from territorial_map.web.base.html import Element
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.contribute.filled import Filled


@dataclass(frozen=True, slots=True)
class Fields:
    """Draws the fields of a form as it was filled."""

    filled: Filled
    t: Texts

    def id_of(self, name: str) -> str:
        """The id of a field in the page."""
        return f"say-{name}"

    def box(
        self, name: str, label: str, *, kind: str = "text", hint: str = "", now: Node = None
    ) -> Node:
        """A box to type in."""
        attributes = self._attributes(name, hint, now) | {
            "type": kind,
            "value": self.filled.value(name),
            "autocomplete": "off",
        }
        if kind != "date":
            attributes["maxlength"] = str(MOST_VALUE)
        return self._whole(name, label, Element("input", None, attributes), hint, now)

    def choice(
        self, name: str, label: str, options: Sequence[tuple[str, str]], *, now: Node = None
    ) -> Node:
        """A list to choose one value from."""
        chosen = self.filled.value(name)
        listed = [
            Element("option", words, {"value": code, "selected": bool(code) and code == chosen})
            for code, words in options
        ]
        return self._whole(
            name, label, Element("select", listed, self._attributes(name, "", now)), "", now
        )

    def _attributes(self, name: str, hint: str, now: Node) -> dict[str, str | bool]:
        own = self.id_of(name)
        fault = self.filled.fault(name)
        described = [
            f"{own}{end}"
            for end, is_there in (("-now", now), ("-hint", hint), ("-fault", fault))
            if is_there
        ]
        attributes: dict[str, str | bool] = {"id": own, "name": name}
        if described:
            attributes["aria-describedby"] = " ".join(described)
        if fault:
            attributes["aria-invalid"] = "true"
        return attributes

    def _whole(self, name: str, label: str, control: Element, hint: str, now: Node) -> Node:
        own, fault = self.id_of(name), self.filled.fault(name)
        parts: list[Node] = [Element("label", label, {"for": own}), now, control]
        if hint:
            parts.append(html.P(hint, id=f"{own}-hint", className="hint"))
        if fault:
            words = self.t.typeset(fault)
            parts.append(html.P(words, id=f"{own}-fault", className="say-fault"))
        return html.Div(parts, className="say-field")
