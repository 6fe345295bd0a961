"""Filter groups with live counts, and the legend of the map that filters too."""

from collections.abc import Sequence

from dash import html

from territorial_map.domain.listing import FacetValue
from territorial_map.domain.practices.catalogue import PracticeCatalogue
from territorial_map.domain.selection import Selection
from territorial_map.domain.trade_question import TradeCounts
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.explore.names import PRACTICE
from territorial_map.web.base.facets import GROUPS, Facets, Group, shown_values, value_name
from territorial_map.web.base.html import Tickbox
from territorial_map.web.base.legend import legend_lines, legend_notes
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
        _option(group, (value, value_name(group.name, value, guide, t)), value.value in chosen, t)
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


def _option(group: Group, named_value: tuple[FacetValue, str], checked: bool, t: Texts) -> Tickbox:  # noqa: FBT001 — whether the box is ticked is what the option is about
    value, words = named_value
    mark: list[Node] = [symbol(Kind(value.value))] if group.name == "kind" else []
    told, count = _beside(value, *(_counted if group.ours else _known)(value, t), t)
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
        {"data-filter": group.name, "data-value": value.value},
        "option" if value.count or value.unknown or checked else "option is-zero",
    )


def _beside(value: FacetValue, told: str, count: str, t: Texts) -> tuple[str, str]:
    """A count as shown and as read out, with how many are to be called."""
    if not value.unknown:
        return told, count
    more = t.number(value.unknown)
    also = t(", et {more} dont l’activité n’est pas renseignée", more=more)
    return t("{n} + {more} ?", n=told, more=more), count + also


def _counted(value: FacetValue, t: Texts) -> tuple[str, str]:
    """A count as shown and as read out."""
    words = t.plural("{n} organisation", "{n} organisations", value.count)
    return t.number(value.count), words


def _known(value: FacetValue, t: Texts) -> tuple[str, str]:
    """The same of what sources tell: that ours know none of them is no zero."""
    return _counted(value, t) if value.count else ("—", t("aucune connue de nos sources"))


def legend(
    facets: Facets, selection: Selection, trades: TradeCounts | None, t: Texts
) -> list[Node]:
    """The map legend: one switch per kind, what a hollow symbol means, and who is to be called."""
    chosen = selection.chosen("kind")
    switches = [
        html.Li(_switch(value, value.value in chosen, t)) for value in facets.get("kind", ())
    ]
    return [
        html.Ul(switches, className="legend-kinds"),
        legend_notes(trades, t),
        legend_lines(t),
    ]


def _switch(value: FacetValue, pressed: bool, t: Texts) -> html.Button:  # noqa: FBT001 — whether the switch is pressed is what it shows
    told, count = _beside(value, *_known(value, t), t)
    return html.Button(
        [
            symbol(Kind(value.value)),
            html.Span(t(value.name), className="option-name"),
            html.Span(told, className="count", **named({"aria-hidden": "true"})),
            hidden(f" ({count})"),
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
