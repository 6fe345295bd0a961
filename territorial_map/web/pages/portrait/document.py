"""The portrait of a territory as one document: coverage first, then figures, then where."""

from dash import html

from territorial_map.domain.selection import Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import query_of
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.portrait import TerritoryPortrait
from territorial_map.web.base.addresses import PORTRAITS, in_language
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.cooperation import cooperation_part, leads_link
from territorial_map.web.pages.portrait.covered import coverage_part
from territorial_map.web.pages.portrait.figures import figures_part
from territorial_map.web.pages.portrait.reach import reach_parts
from territorial_map.web.pages.portrait.whereabouts import whereabouts_parts
from territorial_map.web.pages.portrait.wording import (
    Part,
    list_address,
    portrait_link,
    what_it_is,
)

_TAKEN = ("xlsx", "docx", "pdf")


def portrait_document(portrait: TerritoryPortrait, edition: OpenEdition, t: Texts) -> list[Node]:
    """The whole content of a portrait's address."""
    shown = [
        coverage_part(portrait, t),
        figures_part(portrait, t),
        *whereabouts_parts(portrait, t),
        *reach_parts(portrait, t),
        cooperation_part(portrait, t),
    ]
    return [
        _breadcrumb(portrait, t),
        html.Div([_title(portrait, edition, t), _ways(portrait, t)], className="portrait-top"),
        _contents(shown, t),
        *(html.Section([html.H3(one.title), *one.content], id=one.anchor) for one in shown),
    ]


def _breadcrumb(portrait: TerritoryPortrait, t: Texts) -> html.Nav:
    start = html.A(t("Territoires"), href=in_language(PORTRAITS, t.language))
    steps = [start, *(portrait_link(one, t) for one in reversed(portrait.place.wider))]
    here = html.Li(portrait.place.territory.name, **named({"aria-current": "page"}))
    return html.Nav(
        html.Ol([*(html.Li(step) for step in steps), here]),
        className="breadcrumb",
        **named({"aria-label": t("Fil d’Ariane")}),
    )


def _title(portrait: TerritoryPortrait, edition: OpenEdition, t: Texts) -> html.Div:
    place = portrait.place
    told = t(
        "{what} · {cog} · édition du {date}",
        cog=edition.cog,
        what=what_it_is(place.territory, place.communes, t),
        date=t.date(edition.edition.built_on),
    )
    return html.Div([html.H2(place.territory.name), html.P(told, className="hint")])


def _ways(portrait: TerritoryPortrait, t: Texts) -> html.Div:
    """The map first; then the leads, and the list to take away."""
    selection = portrait.place.selection
    to_map = html.A(
        [icon("map"), t("Voir la carte")],
        href=_on_the_map(selection, t),
        className="button button-strong",
    )
    taken = [
        html.A(
            [icon("download"), t(FORMATS[ending].name)],
            href=_export(ending, selection, t),
            className="button",
        )
        for ending in _TAKEN
        if portrait.organisations
    ]
    label = named({"aria-label": t("La liste des organisations, à emporter")})
    return html.Div(
        [
            to_map,
            leads_link(portrait.place.territory, t, "button"),
            html.Div(taken, className="portrait-files", role="group", **label),
        ],
        className="portrait-ways",
    )


def _on_the_map(selection: Selection, t: Texts) -> str:
    return f"{list_address(selection, t)}&view=map"


def _export(ending: str, selection: Selection, t: Texts) -> str:
    return in_language(f"/api/v1/export.{ending}?{query_of(selection)}", t.language)


def _contents(parts: list[Part], t: Texts) -> html.Nav:
    """Links to the parts of the page."""
    items = [html.Li(html.A(one.title, href=f"#{one.anchor}")) for one in parts]
    return html.Nav(
        html.Ul(items), className="portrait-contents", **named({"aria-label": t("Dans cette page")})
    )
