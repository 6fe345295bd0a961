"""The portrait of a territory as one document: coverage first, then figures, then where."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from dash import html

from territorial_map.domain.commune_groups import CommuneGroup, GroupLevel
from territorial_map.domain.selection import Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import query_of
from territorial_map.services.portrait import TerritoryPortrait
from territorial_map.services.portrait.alike import CHOSEN
from territorial_map.services.portrait.choropleth import (
    EVERYBODY,
    MappedFigure,
    choropleth_of,
    has_classes,
)
from territorial_map.services.portrait.words import level_in_words, what_it_is
from territorial_map.services.portrait.zones import zones_around
from territorial_map.services.territory_note.together import HereTogether
from territorial_map.web.base.addresses import PORTRAITS, asking, in_language, territory_path
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.alike import alike_parts
from territorial_map.web.pages.portrait.choropleth import choropleth_parts
from territorial_map.web.pages.portrait.cooperation import cooperation_part, leads_link
from territorial_map.web.pages.portrait.covered import coverage_part
from territorial_map.web.pages.portrait.figures import figures_part
from territorial_map.web.pages.portrait.gaps import gaps_parts
from territorial_map.web.pages.portrait.making import MAKING
from territorial_map.web.pages.portrait.my_groups import keep_button
from territorial_map.web.pages.portrait.reach import reach_parts
from territorial_map.web.pages.portrait.whereabouts import whereabouts_parts
from territorial_map.web.pages.portrait.wording import (
    Part,
    list_address,
    portrait_link,
)

_TAKEN = ("xlsx", "docx", "pdf")


@dataclass(frozen=True, slots=True)
class PortraitChoices:
    """What an address chooses to see: the figure of the map, and whether leads are.

    ``notice`` is what was wrong in it.
    """

    mapped: MappedFigure = EVERYBODY
    notice: str = ""
    leads: bool = False


PLAIN_PORTRAIT = PortraitChoices()


def portrait_document(
    portrait: TerritoryPortrait,
    more: HereTogether,
    edition: OpenEdition,
    t: Texts,
    chosen: PortraitChoices = PLAIN_PORTRAIT,
) -> list[Node]:
    """The whole content of a portrait's address, with what the address chooses to see."""
    inside = {one.territory.code: one.organisations for one in portrait.inside.territories}
    known = inside if chosen.mapped == EVERYBODY else None
    drawn = choropleth_of(edition, portrait.place, chosen.mapped, known)
    shown = [
        coverage_part(portrait, t),
        *alike_parts(portrait, t, chosen.notice),
        figures_part(portrait, t),
        *choropleth_parts(portrait, drawn, chosen.mapped, t),
        *whereabouts_parts(portrait, t),
        *gaps_parts(portrait, t),
        *reach_parts(portrait, t),
        cooperation_part(portrait, more, t),
    ]
    older = _older(portrait, edition, t)
    return [
        _breadcrumb(portrait, t),
        html.Div([_title(portrait, edition, t), _ways(portrait, t)], className="portrait-top"),
        html.P(older, className="coverage-note") if older else None,
        _contents(shown, t),
        *(html.Section([html.H3(one.title), *one.content], id=one.anchor) for one in shown),
    ]


def _older(portrait: TerritoryPortrait, edition: OpenEdition, t: Texts) -> str:
    """What an older edition has not computed, in one sentence; blank where it has all."""
    lacks = []
    if not isinstance(portrait.place.territory, CommuneGroup):
        lacks += [t("les territoires semblables")] if portrait.alike is None else []
        lacks += [t("ce qui semble manquer")] if portrait.gaps is None else []
    lacks += [] if has_classes(edition) else [t("la carte par chiffre")]
    if not lacks:
        return ""
    return t(
        "Édition écrite avant que ces parties soient calculées, elles viendront avec la suivante : "
        "{parts}.",
        parts=", ".join(lacks),
    )


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
    zones = zones_around(edition, place.territory)
    return html.Div(
        [
            html.H2(place.territory.name),
            html.P(told, className="hint"),
            html.P(_zones(zones, t)) if zones else None,
        ]
    )


def _zones(zones: Sequence[CommuneGroup], t: Texts) -> list[Node]:
    """« Dans : zone d’emploi Valence · bassin de vie Valence », each its portrait."""
    told: list[Node] = [t("Dans : ")]
    for rank, zone in enumerate(zones):
        words = f"{level_in_words(zone.level, t).lower()} {zone.name}"
        href = in_language(territory_path(zone), t.language)
        told += [" · "] * bool(rank) + [html.A(words, href=href)]
    return told


def _ways(portrait: TerritoryPortrait, t: Texts) -> html.Div:
    """The map first; then the leads, and the list to take away."""
    selection = portrait.place.selection
    to_map = html.A(
        [icon("map"), t("Voir la carte")],
        href=_on_the_map(selection, t),
        className="button button-strong",
    )
    note = [
        html.A(
            [icon("download"), words],
            href=_file(portrait, "note", ending, t),
            className="button",
            rel="nofollow",
        )
        for ending, words in (
            ("docx", t("La note (DOCX)")),
            ("pdf", t("La note (PDF)")),
            ("xlsx", t("Les tableaux (XLSX)")),
        )
    ]
    taken: list[Node] = [
        html.A(
            [icon("download"), t("La liste ({format})", format=ending.upper())],
            href=_export(ending, selection, t),
            className="button button-small",
        )
        for ending in _TAKEN
        if portrait.organisations
    ]
    taken.append(
        html.A(
            [icon("download"), t("Fiche de relecture, à corriger à la main")],
            href=_file(portrait, "review-sheet", "docx", t),
            className="button button-small",
            rel="nofollow",
        )
    )
    place = portrait.place.territory
    if place.level is GroupLevel.GROUP:
        words: list[Node] = [icon("list"), t("Modifier le groupe")]
        address = asking(territory_path(place), f"{MAKING}=1")
        href = in_language(address, t.language)
        taken.append(html.A(words, href=href, className="button button-small"))
    if isinstance(place, CommuneGroup) and place.level is GroupLevel.GROUP:
        taken.append(keep_button(place, t))
    note_label = named({"aria-label": t("La note du territoire, à modifier")})
    label = named({"aria-label": t("La liste des organisations, à emporter")})
    return html.Div(
        [
            to_map,
            leads_link(portrait.place.territory, t, "button"),
            html.Div(note, className="portrait-files", role="group", **note_label),
            html.Div(taken, className="portrait-files", role="group", **label),
        ],
        className="portrait-ways",
    )


def _on_the_map(selection: Selection, t: Texts) -> str:
    return f"{list_address(selection, t)}&view=map"


def _export(ending: str, selection: Selection, t: Texts) -> str:
    return in_language(f"/api/v1/export.{ending}?{query_of(selection)}", t.language)


def _file(portrait: TerritoryPortrait, name: str, ending: str, t: Texts) -> str:
    """A file of the territory, beside those that were chosen to compare it with."""
    territory, alike = portrait.place.territory, portrait.alike
    path = f"/api/v1/territories/{territory.level.value}/{territory.code}/{name}.{ending}"
    pairs = [(CHOSEN, ",".join(alike.codes))] if alike and alike.chosen else []
    pairs += [("name", territory.name)] if territory.level is GroupLevel.GROUP else []
    return in_language(asking(path, urlencode(pairs, safe=",")), t.language)


def _contents(parts: list[Part], t: Texts) -> html.Nav:
    """Links to the parts of the page."""
    items = [html.Li(html.A(one.title, href=f"#{one.anchor}")) for one in parts]
    return html.Nav(
        html.Ul(items), className="portrait-contents", **named({"aria-label": t("Dans cette page")})
    )
