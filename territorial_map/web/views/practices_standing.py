"""Who stands for a practice near a place: roles with counts, a list, a map, exports."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import dash_leaflet as dl
from dash import html

from territorial_map.domain.listing import Listed, Order, Page
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.vocabulary import Located
from territorial_map.services.practices.concerned import STANDING, standing_for
from territorial_map.web import ids
from territorial_map.web.base_maps import BASE_MAPS, attribution
from territorial_map.web.texts import Texts
from territorial_map.web.url_state import PageState, search_of
from territorial_map.web.views.export_links import export_address
from territorial_map.web.views.marks import Node, badge, icon, named, page_link, symbol
from territorial_map.web.views.practices_wording import practice_address, practice_title
from territorial_map.web.views.wording import place_in_words, precision_in_words, what_it_is

RADII_KM = (10.0, 20.0, 30.0, 50.0, 100.0)
AT_ONCE = 12
_METRES_PER_PIXEL = 156_543.0
_NARROWEST_PX = 340
_MAX_ZOOM = 18


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A practice seen from a place: ``roles`` are those shown, ``place`` is ``commune:26281``."""

    practice_id: str
    roles: tuple[Role, ...]
    around: Around | None = None
    place: str | None = None

    @property
    def selection(self) -> Selection:
        """The same organisations as a selection of the directory."""
        return standing_for(self.practice_id, self.around, self.roles)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of its address."""
        pairs = [("role", role.value) for role in self.roles]
        if self.around is not None:
            point = self.around.point
            pairs.append(("near", f"{point.lon:g},{point.lat:g}"))
            pairs.append(("radius_km", f"{self.around.radius_km:g}"))
        return pairs + ([("place", self.place)] if self.place else [])


@dataclass(frozen=True, slots=True)
class Seen:
    """What the directory answers: counts by role around the place, its name, and who is there."""

    counts: Mapping[Role, int]
    place_name: str
    page: Page


def roles_shown(asked: Sequence[str], counts: Mapping[Role, int]) -> tuple[Role, ...]:
    """The roles asked for; else those one can go and see, or, when nobody is, possible adopters."""
    roles = tuple(role for role in Role if role.value in asked)
    if roles:
        return roles
    return tuple(role for role in STANDING if counts.get(role)) or (Role.COULD_ADOPT,)


def standing_view(standpoint: Standpoint, seen: Seen, t: Texts) -> list[Node]:
    """Roles, radius, list and map, exports."""
    around = standpoint.around
    nodes: list[Node] = [_roles(standpoint, seen.counts, t)]
    if around is None:
        advice = t("Choisissez une commune pour voir qui est près de chez vous.")
        nodes.append(html.P([icon("map-pin"), html.Span(advice)], className="callout"))
        return [*nodes, _ways(standpoint, seen.page, t)]
    nodes += [_radius(standpoint, around, seen.place_name, t), _count(seen, t)]
    if seen.page.total:
        listed = [_line(item, standpoint, t) for item in seen.page.items[:AT_ONCE]]
        rest = [_line(item, standpoint, t) for item in seen.page.items[AT_ONCE:]]
        nodes.append(
            html.Div(
                [
                    html.Div([html.Ul(listed, className="standing-lines"), *_rest(rest, t)]),
                    _map(standpoint, seen.page, around, t),
                ],
                className="standing-columns",
            )
        )
    return [*nodes, _ways(standpoint, seen.page, t)]


def directory_address(standpoint: Standpoint, t: Texts, organisation: str | None = None) -> str:
    """The directory on the same selection, one of them open or none."""
    state = PageState(
        selection=standpoint.selection,
        language=t.language,
        place=standpoint.place,
        organisation=organisation,
    )
    return "/" + search_of(state)


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


def _count(seen: Seen, t: Texts) -> html.P:
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


def features_of(page: Page, standpoint: Standpoint, t: Texts) -> dict[str, Any]:
    """The listed organisations that have a point, as GeoJSON; each carries where it leads."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [item.point.lon, item.point.lat]},
            "properties": {
                "id": item.id,
                "kind": item.kind.value,
                "name": item.name,
                "precise": item.located is Located.ADDRESS,
                "address": directory_address(standpoint, t, item.id),
            },
        }
        for item in page.items
        if item.point is not None
    ]
    return {"type": "FeatureCollection", "features": features}


def zoom_for(around: Around) -> int:
    """The closest zoom at which the whole circle stands on a phone's map.

    A pixel of web-mercator tiles is 156,543 m wide at zoom 0 on the equator.
    """
    widest = _METRES_PER_PIXEL * math.cos(math.radians(around.point.lat)) * _NARROWEST_PX
    return max(3, min(_MAX_ZOOM, math.floor(math.log2(widest / (2000 * around.radius_km)))))


def _map(standpoint: Standpoint, page: Page, around: Around, t: Texts) -> html.Section:
    base = BASE_MAPS[0]
    looked_at = f"{around.point.lon:g},{around.point.lat:g},{around.radius_km:g}"
    circle = {"color": "#12355b", "weight": 2, "fillOpacity": 0.04, "dashArray": "6 6"}
    drawn = dl.Map(
        [
            dl.TileLayer(url=base.url, attribution=attribution(base, t), maxZoom=_MAX_ZOOM),
            dl.Circle(
                center=[around.point.lat, around.point.lon],
                radius=around.radius_km * 1000,
                interactive=False,
                pathOptions=circle,
            ),
            dl.GeoJSON(
                data=features_of(page, standpoint, t),
                pointToLayer={"variable": "territorialMap.layers.practicePoint"},
            ),
            dl.ZoomControl(zoomInTitle=t("Zoomer"), zoomOutTitle=t("Dézoomer")),
            dl.ScaleControl(position="bottomleft", imperial=False),
            dl.AttributionControl(position="bottomright", prefix=False),
        ],
        id=ids.PRACTICE_MAP,
        center=[around.point.lat, around.point.lon],
        zoom=zoom_for(around),
        attributionControl=False,
        zoomControl=False,
        scrollWheelZoom=False,
        maxZoom=_MAX_ZOOM,
        className="leaflet-map",
    )
    told = t.plural("{n} sur la carte", "{n} sur la carte", len(page.items) - page.unlocated)
    label = {"aria-label": t("Carte des organisations ; la liste dit les mêmes choses")}
    return html.Section(
        # A map looks where it is told to when it is made: another place makes another map.
        [html.Div(drawn, key=looked_at), html.P(told, className="hint")],
        className="practice-map",
        **named(label),
    )


def _ways(standpoint: Standpoint, page: Page, t: Texts) -> html.Div:
    order = Order.DISTANCE if standpoint.around is not None else Order.NAME
    state = PageState(selection=standpoint.selection, order=order)
    title = practice_title(standpoint.practice_id, t)
    exports = [
        html.A(
            [icon("download"), t("Exporter en {format}", format=name)],
            href=export_address(state, extension, "site"),
            download="",
            className="button button-small",
        )
        for extension, name in (("xlsx", "XLSX"), ("csv", "CSV"))
        if page.total
    ]
    opened = page_link(
        [icon("map"), t("Ouvrir dans l’annuaire")],
        directory_address(standpoint, t),
        label=t("Ouvrir dans l’annuaire : {practice}", practice=title),
        class_name="button button-strong button-small",
    )
    return html.Div([opened, *exports], className="practice-ways")
