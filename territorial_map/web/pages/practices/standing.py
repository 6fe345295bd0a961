"""Who stands for a practice near a place: roles with counts, a list, a map, exports."""

from collections.abc import Mapping
from dataclasses import replace

from dash import html

from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.selection import Around
from territorial_map.domain.vocabulary import Located
from territorial_map.web.base.export_links import selection_export
from territorial_map.web.base.list_buttons import keep_toggle
from territorial_map.web.base.marks import Node, badge, icon, named, page_link, symbol
from territorial_map.web.base.practices.wording import practice_address, title_of
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import place_in_words, precision_in_words, what_it_is
from territorial_map.web.pages.practices.standing_map import standing_map
from territorial_map.web.pages.practices.standpoint import (
    SeenStanding,
    Standpoint,
    directory_address,
)

RADII_KM = (10.0, 20.0, 30.0, 50.0, 100.0)
AT_ONCE = 12


def standing_view(standpoint: Standpoint, seen: SeenStanding, t: Texts) -> list[Node]:
    """Roles, radius, list and map, exports."""
    around = standpoint.around
    nodes: list[Node] = [_roles(standpoint, seen.counts, t)]
    if around is None:
        advice = t("Choisissez une commune pour voir qui est près de chez vous.")
        nodes.append(html.P([icon("map-pin"), html.Span(advice)], className="callout"))
        return [*nodes, _ways(standpoint, seen, t)]
    nodes += [_radius(standpoint, around, seen.place_name, t), _count(seen, t)]
    if seen.page.total:
        listed = [_line(item, standpoint, t) for item in seen.page.items[:AT_ONCE]]
        rest = [_line(item, standpoint, t) for item in seen.page.items[AT_ONCE:]]
        nodes.append(
            html.Div(
                [
                    html.Div([html.Ul(listed, className="standing-lines"), *_rest(rest, t)]),
                    standing_map(standpoint, seen, around, t),
                ],
                className="standing-columns",
            )
        )
    return [*nodes, _ways(standpoint, seen, t)]


def _roles(standpoint: Standpoint, counts: Mapping[Role, int], t: Texts) -> html.Ul:
    words = {
        Role.EMBODIES: t("Qui l’incarne"),
        Role.PARTNER_FOR: t("Qui peut être partenaire"),
        Role.COULD_ADOPT: t("Qui pourrait l’adopter"),
        Role.DECLARED: t("Qui la déclare"),
    }
    items = []
    for role, name in words.items():
        if role is Role.DECLARED and not counts.get(role):
            continue  # no source holds declarations yet: nothing to offer
        current = {"aria-current": "true"} if role in standpoint.roles else {}
        link = html.A(
            [html.Span(name), html.Span(t.number(counts.get(role, 0)), className="count")],
            href=practice_address(
                standpoint.practice_id, t, replace(standpoint, roles=(role,)).pairs
            ),
            className="role-choice",
            **named({"data-nav": "1", **current}),
        )
        items.append(html.Li(link))
    return html.Ul(items, className="role-choices", **named({"aria-label": t("Rôle")}))


def _radius(standpoint: Standpoint, around: Around, place_name: str, t: Texts) -> html.Div:
    steps = [_step(standpoint, around, km, t) for km in sorted({*RADII_KM, around.radius_km})]
    name = place_name or t("le point choisi")
    unit = html.Span("km", className="unit")
    label = {"aria-label": t("Rayon, en kilomètres à vol d’oiseau")}
    return html.Div(
        [
            html.P([icon("map-pin"), t("Autour de {place}", place=name)], className="place-name"),
            html.Div([*steps, unit], className="radii", role="group", **named(label)),
        ],
        className="practice-radius",
    )


def _step(standpoint: Standpoint, around: Around, km: float, t: Texts) -> html.A:
    moved = replace(standpoint, around=Around(around.point, km))
    current = {"aria-current": "true"} if km == around.radius_km else {}
    return html.A(
        f"{km:g}",
        href=practice_address(standpoint.practice_id, t, moved.pairs),
        className="radius",
        **named({"data-nav": "1", **current}),
    )


def _count(seen: SeenStanding, t: Texts) -> html.P:
    if not seen.page.total:
        words = t(
            "Aucune organisation connue de nos sources dans ce rayon : élargissez-le. "
            "Les registres sont incomplets, cela ne prouve pas qu’il n’y en a pas."
        )
    else:
        words = t.plural("{n} organisation", "{n} organisations", seen.page.total)
    return html.P(words, className="result-count", role="status")


def _line(item: Listed, standpoint: Standpoint, t: Texts) -> html.Li:
    told: list[Node] = [what_it_is(item, t), " · ", place_in_words(item, t)]
    if item.distance_km is not None:
        told += [" ", badge(t("à {distance}", distance=t.distance(item.distance_km)))]
    remark = precision_in_words(item.located, t)
    if remark:
        told += [" ", html.Span(remark, className="line-remark")]
    attributes = {}
    if item.point is not None:
        attributes = {"data-lon": str(item.point.lon), "data-lat": str(item.point.lat)}
    link = page_link(item.name, directory_address(standpoint, t, item.id), class_name="line-link")
    return html.Li(
        [
            symbol(item.kind, precise=item.located is Located.ADDRESS),
            html.Div(
                [html.Div(link, className="line-name"), html.Div(told, className="line-where")],
                className="line-body",
            ),
            keep_toggle(item.id, item.name, t),
        ],
        className="line",
        **named(attributes),
    )


def _rest(lines: list[html.Li], t: Texts) -> list[Node]:
    if not lines:
        return []
    words = t.plural("{n} autre", "{n} autres", len(lines))
    heading = html.Summary([words, icon("chevron-down")])
    return [html.Details([heading, html.Ul(lines, className="standing-lines")], className="more")]


def _ways(standpoint: Standpoint, seen: SeenStanding, t: Texts) -> html.Div:
    order = Order.DISTANCE if standpoint.around is not None else Order.NAME
    state = PageState(selection=standpoint.selection, order=order)
    title = title_of(seen.practice, t)
    exports = [selection_export(state, t)] if seen.page.total else []
    opened = page_link(
        [icon("map"), t("Ouvrir dans l’annuaire")],
        directory_address(standpoint, t),
        label=t("Ouvrir dans l’annuaire : {practice}", practice=title),
        class_name="button button-strong button-small",
    )
    return html.Div([opened, *exports], className="practice-ways")
