"""The fields of forms that say something: label, value of today, what was typed, what is wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dash import html

from territorial_map.domain.contributions.terms import Teller
from territorial_map.domain.contributions.values import MOST_VALUE
from territorial_map.services.contributions.receiving import TRAP
from territorial_map.web.base.html import Element
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts


@dataclass(frozen=True, slots=True)
class Filled:
    """The values of a form by name, and what is wrong by the name of the field."""

    values: tuple[tuple[str, str], ...] = ()
    faults: tuple[tuple[str, str], ...] = ()

    def value(self, name: str) -> str:
        """What a field was sent with; empty where nothing was."""
        return dict(self.values).get(name, "")

    def fault(self, name: str) -> str:
        """What is wrong with a field; empty where nothing is."""
        return dict(self.faults).get(name, "")


@dataclass(frozen=True, slots=True)
class Fields:
    """Draws the fields of a form as it was filled."""

    filled: Filled
    t: Texts

    def id_of(self, name: str) -> str:
        """The id of a field in the page."""
        return f"say-{name}"

    def box(
        self,
        name: str,
        label: str,
        *,
        kind: str = "text",
        hint: str = "",
        now: Node = None,
        offered: str = "",
    ) -> Node:
        """A box to type in; ``offered`` is the id of a list of words to choose among."""
        attributes = self._attributes(name, hint, now) | {
            "type": kind,
            "value": self.filled.value(name),
            "autocomplete": "off",
        }
        if kind != "date":
            attributes["maxlength"] = str(MOST_VALUE)
        if offered:
            attributes["list"] = offered
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


def who_says(fields: Fields, t: Texts) -> Node:
    """Whose word it is, the strangest first: nobody is taken for more than they say."""
    tellers = [(teller.value, t(teller.label)) for teller in Teller]
    return fields.choice("teller", t("Votre lien avec l’organisation"), tellers[::-1])


def trap_field(t: Texts) -> Element:
    """A field that people do not see: whoever fills it is a machine."""
    own = {"id": f"say-{TRAP}", "name": TRAP, "tabindex": "-1", "autocomplete": "off"}
    return Element(
        "div",
        [
            Element("label", t("Laissez ce champ vide"), {"for": f"say-{TRAP}"}),
            Element("input", None, own),
        ],
        {"class": "say-trap", "aria-hidden": "true"},
    )


def fault_list(fields: Fields, t: Texts) -> list[Node]:
    """Every fault with a link to its field; that of the whole form, called « form », first."""
    filled = fields.filled
    if not filled.faults:
        return []
    whole = filled.fault("form")
    listed = [
        html.Li(html.A(t.typeset(told), href=f"#{fields.id_of(name)}"))
        for name, told in filled.faults
        if name != "form"
    ]
    told = t("Rien n’est encore envoyé : une réponse est à revoir.")
    content: list[Node] = [html.P(html.Strong(t.typeset(whole) if whole else told))]
    content += [html.Ul(listed)] if listed else []
    return [html.Div(content, className="say-faults", role="alert")]


def received(told: str, t: Texts) -> list[Node]:
    """What was just received, in words, and what follows."""
    follows = t(
        "Une personne qui tient cet annuaire la relit. Acceptée, elle est visible à la prochaine "
        "édition ; sinon, rien ne change sur la fiche."
    )
    return [
        html.Div([html.P(html.Strong(told)), html.P(follows)], className="say-done", role="status")
    ]


def what_follows(t: Texts) -> list[Node]:
    """What becomes of what is said."""
    told = (
        t("Une personne qui tient cet annuaire relit."),
        t("Ce qu’elle accepte est visible à la prochaine édition."),
        t("Une décision s’annule pendant sept jours."),
    )
    return [html.H3(t("Ensuite")), html.Ol([html.Li(each) for each in told])]


def posted(children: list[Node], class_name: str, action: str, *, file: bool = False) -> Element:
    """A form that is sent; with a ``file`` in it, as a form of files is."""
    kind = {"enctype": "multipart/form-data"} if file else {}
    return Element(
        "form", children, {"action": action, "method": "post", "class": class_name, **kind}
    )


def section(title: str, content: Iterable[Node]) -> Node:
    """A part of a form under its title."""
    return html.Fieldset([html.Legend(title), *content], className="say-part")


def as_sentence(problem: str) -> str:
    """What is wrong, as a sentence of its own."""
    return problem[:1].upper() + problem[1:]
