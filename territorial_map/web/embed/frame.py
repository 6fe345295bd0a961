"""The framed page: plain HTML with its list and filters, a small script for its map."""

import json
from html import escape
from urllib.parse import urlencode

from territorial_map.domain.vocabulary import Kind
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import query_of, query_pairs
from territorial_map.services.script_modules import ScriptModules
from territorial_map.web.base.addresses import in_language, list_path, sheet_address
from territorial_map.web.base.base_maps import BASE_MAPS, attribution
from territorial_map.web.base.chips import active_filters, selection_in_words
from territorial_map.web.base.listing import count_in_words
from territorial_map.web.base.script import module_script
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import PRODUCT, selection_title
from territorial_map.web.embed.colours import readable, soft
from territorial_map.web.embed.state import (
    PATH,
    PLACED,
    TERRITORY,
    TEXT,
    EmbedState,
    Panel,
    embed_from_search,
    place_pairs,
)
from territorial_map.web.plain.lines import LINES, filter_fields, organisation_lines, turning
from territorial_map.web.plain.markup import hidden_fields, link, tagged, text_field
from territorial_map.web.plain.search import WHERE

_SHEETS = (
    "/assets/css/00-base.css",
    "/assets/css/10-symbols.css",
    "/assets/css/40-filters.css",
    "/assets/css/50-list.css",
    "/embed/leaflet.css",
    "/assets/css/60-map.css",
    "/assets/css/91-plain.css",
    "/assets/embed/frame.css",
)
_LEAFLET = "/embed/leaflet.js"
_MODULE = "modules/pages/embed/frame.mjs"
NEW_TAB = "_blank"


def frame_title(state: EmbedState, edition: OpenEdition) -> str:
    """What the frame shows, in one line."""
    t = Texts(state.page.language)
    total = edition.totals(edition.resolve(state.page.selection))[0]
    return selection_title(state.page, total, edition.names, t) or t(PRODUCT)


def frame_page(state: EmbedState, edition: OpenEdition, script: ScriptModules) -> str:
    """The whole document."""
    t = Texts(state.page.language)
    title = escape(frame_title(state, edition))
    accent = readable(state.accent)
    colours = f"--accent:#{accent};--brand:#{accent};--accent-soft:#{soft(accent)}"
    sheets = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in _SHEETS)
    scripts = f'<script src="{_LEAFLET}" defer></script>{module_script(script, _MODULE)}'
    shown = " ".join(f"shows-{panel.value}" for panel in state.panels)
    language = state.page.language.value
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="UTF-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{title}</title>{sheets}'
        f"<style>:root{{{colours}}}</style>{scripts}</head>"
        f'<body class="embed is-{state.height.value} {shown}" data-texts="{escape(texts(t))}">'
        f'<header><h1>{title}</h1></header><main class="embed-panels">'
        f"{_form(state, edition, t)}{_map(state, t)}{_list(state, edition, t)}</main>"
        f"{_foot(state, edition, t)}</body></html>"
    )


def _form(state: EmbedState, edition: OpenEdition, t: Texts) -> str:
    """The filters that are open; locked ones go along unseen, and are told in the title."""
    if Panel.FILTERS not in state.panels:
        return ""
    selection = state.page.selection
    offered = state.offered
    shown = {*offered, *((TEXT,) if state.offers(TEXT) else ())}
    kept = [(name, value) for name, value in query_pairs(selection) if name not in shown]
    kept += place_pairs(state)
    fields = []
    if state.offers(TEXT):
        hint = t("Nom, sigle, ESAT, SIRET…")
        fields.append(text_field(TEXT, t("Quoi ?"), selection.text, hint))
    if state.offers(TERRITORY):
        hint = t("Commune, code postal, EPCI, département, région")
        fields.append(text_field(WHERE, t("Où ?"), "", hint))
    _, facets = edition.facets(selection)
    fields += filter_fields(facets, selection, offered, edition.names.practices, t)
    if not fields:
        return ""
    folded = escape(t("Filtres"))
    button = tagged("button", t("Chercher"), "button button-strong button-small")
    clear = ""
    opened = _without_open(state)
    if opened.address() != state.address():
        clear = link(t("Tout effacer"), opened.address(), **{"class": "button button-small"})
    return (
        f'<details class="embed-filters"><summary>{folded}</summary>'
        f'<form class="embed-form" action="{PATH}" method="get" role="search">'
        f"{hidden_fields([*kept, *state.settings()])}{''.join(fields)}"
        f'<p class="embed-actions">{button}{clear}</p></form></details>'
    )


def _without_open(state: EmbedState) -> EmbedState:
    """The frame without what its reader may change."""
    taken = {*state.offered, *((TEXT,) if state.offers(TEXT) else ())}
    if state.offers(TERRITORY):
        taken |= set(PLACED)
    pairs = [*query_pairs(state.page.selection), *place_pairs(state)]
    left = [(name, value) for name, value in pairs if name not in taken]
    return embed_from_search(urlencode([*left, *state.settings()]))


def _map(state: EmbedState, t: Texts) -> str:
    if Panel.MAP not in state.panels:
        return ""
    around = state.page.selection.around
    circle = ""
    if around is not None:
        circle = f"{around.point.lat},{around.point.lon},{around.radius_km}"
    label = escape(t("Carte des organisations ; la liste dit les mêmes choses"))
    wake = escape(t("Activer la carte"))
    needs = t("La carte se dessine avec JavaScript ; la liste dit les mêmes choses.")
    return (
        f'<section class="embed-map" aria-label="{label}">'
        f'<div id="embed-map" data-query="{escape(query_of(state.page.selection))}" '
        f'data-circle="{circle}"></div>'
        f'<button type="button" class="embed-wake" aria-pressed="false" hidden>{wake}</button>'
        f'<p class="embed-hint" aria-hidden="true"></p>'
        f'<p class="visually-hidden" id="embed-status" role="status"></p>'
        f"<noscript>{tagged('p', needs, 'hint')}</noscript></section>"
    )


def _list(state: EmbedState, edition: OpenEdition, t: Texts) -> str:
    page = edition.page(
        state.page.selection, state.page.sorted_by, LINES, (state.number - 1) * LINES
    )
    count = f'<p class="result-count" role="status">{escape(count_in_words(page, t))}</p>'
    if Panel.LIST not in state.panels:
        return f'<div class="embed-count" id="embed-list">{count}</div>'
    lines = organisation_lines(page.items, sheet_address(t), t, NEW_TAB)
    empty = escape(t("Aucune organisation ne répond à tous ces filtres."))
    content = f'<ul class="lines">{lines}</ul>' if lines else f"<p>{empty}</p>"
    label = escape(t("Liste des organisations"))
    return (
        f'<section class="embed-list" id="embed-list" aria-label="{label}" tabindex="0">{count}'
        f"{content}{turning(page, state.number, state.address, t)}</section>"
    )


def _foot(state: EmbedState, edition: OpenEdition, t: Texts) -> str:
    """Where it comes from: the same selection on our site, the edition and its sources."""
    own = in_language(list_path(state.page, edition.gazetteer), t.language)
    words = t("Voir sur {product}", product=t(PRODUCT))
    opening = {"target": NEW_TAB, "rel": "noopener"}
    told = t("Édition du {date}", date=t.date(edition.edition.built_on))
    sources = link(t("Sources et licences"), in_language("/sources", t.language), **opening)
    active = active_filters(state.page, edition.names, t)
    return (
        f'<footer class="embed-foot"><p>{link(words, own, **opening)}</p>'
        f'<p class="hint"><span class="embed-query">{escape(selection_in_words(active, t))}</span>'
        f" · {escape(told)} · {sources}</p></footer>"
    )


def texts(t: Texts) -> str:
    """Words of the map's script, in the language of the frame."""
    words = {
        "organisations": t("{n} organisations"),
        "zoomIn": t("Activer pour zoomer."),
        "samePoint": t("Activer pour les lister."),
        "approximate": t("position à la commune"),
        "failed": t("La carte n’a pas pu être mise à jour. Déplacez-la pour réessayer."),
        "here": t("{n} dans cette vue"),
        "wake": t("Activer la carte"),
        "sleep": t("Rendre le défilement à la page"),
        "wheel": t("Ctrl + molette pour zoomer, ou un clic pour activer la carte"),
        "zoomInButton": t("Zoomer"),
        "zoomOutButton": t("Dézoomer"),
        "close": t("Fermer"),
        "kinds": {kind.value: t(kind.label) for kind in Kind},
        "base": {"url": BASE_MAPS[0].url, "attribution": attribution(BASE_MAPS[0], t)},
    }
    return json.dumps(words, ensure_ascii=False)
