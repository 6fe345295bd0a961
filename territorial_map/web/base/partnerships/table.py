"""Possible partnerships as rows of a table."""

from dash import html

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import Partnership
from territorial_map.domain.pooling.reasons import reasons_of
from territorial_map.web.base.list_buttons import add_all_to_list
from territorial_map.web.base.marks import Node, hidden, icon, named, symbol
from territorial_map.web.base.partnerships.card import (
    Telling,
    basis_note,
    dismiss_button,
    more_reasons,
    same_group_button,
)


def scrolled(table: html.Table, label: str) -> html.Div:
    """A long table in a frame that the keyboard can scroll."""
    return html.Div(
        table,
        className="network-rows",
        role="region",
        tabIndex=0,
        **named({"aria-label": label}),
    )


def found_row(found: Partnership, telling: Telling) -> html.Tr:
    """One possible partnership as a row."""
    reasons = reasons_of(found, telling.rulebook)
    why: list[Node] = [
        html.P(telling.say(reasons.fit)),
        html.P([html.Strong(telling.t("À demander :")), " ", telling.say(reasons.ask)]),
        basis_note(found, telling),
        more_reasons(found, reasons, telling),
        html.Div(
            [
                add_all_to_list((found.a.id, found.b.id), telling.t),
                dismiss_button((found,), telling.t),
                same_group_button(found.a, found.b, telling.t),
            ],
            className="partner-actions",
        ),
    ]
    heading: list[Node] = [telling.t("Lire"), hidden(f" : {found.a.name}, {found.b.name}")]
    folded = html.Details(
        [html.Summary([*heading, icon("chevron-down")]), html.Div(why, className="row-why")],
        className="more",
    )
    return html.Tr(
        [
            html.Th(row_end(found.a, telling), scope="row"),
            html.Td(row_end(found.b, telling)),
            html.Td(telling.category(found.category)),
            html.Td(telling.tier_badge(found.tier)),
            html.Td(telling.distance(found)),
            html.Td(folded),
        ]
    )


def row_end(facts: Facts, telling: Telling) -> html.Span:
    """An end of a pair: its symbol and its name."""
    return html.Span([symbol(facts.profile.kind), telling.name(facts)], className="row-end")
