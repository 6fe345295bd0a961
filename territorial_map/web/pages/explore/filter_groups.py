"""Filter groups with live counts, and the legend of the map that filters too."""

from collections.abc import Sequence

from dash import html

from territorial_map.domain.listing import FacetValue
from territorial_map.domain.practices.catalogue import PracticeCatalogue
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.explore.names import PRACTICE
from territorial_map.web.base.facets import GROUPS, Facets, Group, shown_values, value_name
from territorial_map.web.base.html import Tickbox
from territorial_map.web.base.marks import Node, hidden, icon, named, symbol
from territorial_map.web.base.practices.filter import practice_roles
from territorial_map.web.base.texts import Texts


def filter_groups(
    facets: Facets, selection: Selection, guide: PracticeCatalogue, t: Texts
) -> list[html.Details]:
    """Every filter group, those in use unfolded."""
    return [_group(group, facets.get(group.name, ()), selection, (guide, t)) for group in GROUPS]


def _group(
    group: Group,
    values: Sequence[FacetValue],
    selection: Selection,
    telling: tuple[PracticeCatalogue, Texts],
) -> html.Details:
    guide, t = telling
    chosen = selection.chosen(group.name)
    shown = shown_values(group, values, chosen)
    nodes: list[Node] = [html.P(t(group.hint), className="hint")] if group.hint else []
    if group.name == PRACTICE:
        nodes += practice_roles(chosen, guide, t)
    nodes += [
        _option(
            group.name, (value, value_name(group.name, value, guide, t)), value.value in chosen, t
        )
        for value in shown
    ]
    if len(shown) < len(values):
        told = t("{n} sur {total}", n=t.number(len(shown)), total=t.number(len(values)))
        advice = t("Les autres se trouvent par la recherche « Où ? ».")
        nodes.append(html.P(f"{told}. {advice}", className="hint"))
    if not shown:
        nodes.append(html.P(t(group.without), className="hint"))
    heading: list[Node] = [html.Span(t(group.title), className="group-title")]
    if chosen:
        count = t.plural("{n} choix", "{n} choix", len(chosen))
        heading.append(html.Span(count, className="badge badge-strong"))
    heading.append(icon("chevron-down"))
    return html.Details(
        [
            html.Summary(heading),
            html.Fieldset([html.Legend(hidden(t(group.title))), *nodes], className="options"),
        ],
        open=group.opened or bool(chosen),
        className="filter-group",
        **named({"data-group": group.name}),
    )


def _option(name: str, named_value: tuple[FacetValue, str], checked: bool, t: Texts) -> Tickbox:  # noqa: FBT001 — whether the box is ticked is what the option is about
    value, words = named_value
    mark: list[Node] = [symbol(Kind(value.value))] if name == "kind" else []
    count = t.plural("{n} organisation", "{n} organisations", value.count)
    told = t.number(value.count)
    if value.unknown:
        more = t.number(value.unknown)
        told = t("{n} + {more} ?", n=told, more=more)
        count += t(", et {more} dont l’activité n’est pas renseignée", more=more)
    label = html.Span(
        [
            *mark,
            html.Span(words, className="option-name"),
            html.Span(told, className="count", **named({"aria-hidden": "true"})),
            hidden(f" ({count})"),
        ],
        className="option-label",
    )
    return Tickbox(
        label,
        checked,
        {"data-filter": name, "data-value": value.value},
        "option" if value.count or value.unknown or checked else "option is-zero",
    )


def legend(facets: Facets, selection: Selection, t: Texts) -> list[Node]:
    """The map legend: one switch per kind, and what a hollow symbol means."""
    chosen = selection.chosen("kind")
    switches = [
        html.Li(_switch(value, value.value in chosen, t)) for value in facets.get("kind", ())
    ]
    return [
        html.Ul(switches, className="legend-kinds"),
        html.Div(
            [
                _note(symbol(Kind.ESS_ACTOR), t("à l’adresse")),
                _note(symbol(Kind.ESS_ACTOR, precise=False), t("à la commune")),
                _note(
                    html.Span(className="legend-donut", **named({"aria-hidden": "true"})),
                    t("plusieurs organisations, par type"),
                ),
            ],
            className="legend-notes",
        ),
    ]


def _note(mark: Node, words: str) -> html.Span:
    return html.Span([mark, words], className="legend-note")


def _switch(value: FacetValue, pressed: bool, t: Texts) -> html.Button:  # noqa: FBT001 — whether the switch is pressed is what it shows
    return html.Button(
        [
            symbol(Kind(value.value)),
            html.Span(t(value.name), className="option-name"),
            html.Span(t.number(value.count), className="count"),
        ],
        className="legend-switch",
        type="button",
        **named(
            {
                "aria-pressed": "true" if pressed else "false",
                "data-filter": "kind",
                "data-value": value.value,
            }
        ),
    )
