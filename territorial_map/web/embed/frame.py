"""The framed page: plain HTML with its list and filters, a small script for its map."""

import json
from html import escape
from urllib.parse import urlencode

from dash import html

from territorial_map.domain.language.writing import script_rules
from territorial_map.domain.trade_question import TradeCounts
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.coverage.words import known_here
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import query_of, query_pairs
from territorial_map.services.explore.trade_counts import facets_with_unknown, trade_counts
from territorial_map.services.export.licence_notes import licence_notes
from territorial_map.services.export.licences_held import attributions_held, licences_held
from territorial_map.services.script_modules import ScriptModules
from territorial_map.web.base.addresses import SOURCES, in_language, list_path, sheet_address
from territorial_map.web.base.base_maps import BASE_MAPS, attribution
from territorial_map.web.base.chips import active_filters, selection_in_words
from territorial_map.web.base.covered import covered_lines
from territorial_map.web.base.html import to_html
from territorial_map.web.base.legend import legend_note, legend_notes
from territorial_map.web.base.marks import Node, named, symbol
from territorial_map.web.base.noticed import notice_of
from territorial_map.web.base.organisation_line import Way, organisation_line
from territorial_map.web.base.script import module_script
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import PRODUCT, selection_title
from territorial_map.web.base.to_call import ListWays, told_list
from territorial_map.web.embed.colours import (
    dark_soft,
    readable,
    readable_in_the_dark,
    soft,
)
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
from territorial_map.web.plain.filters import filter_fields
from territorial_map.web.plain.forms import form, hidden_fields, submit
from territorial_map.web.plain.paging import LINES, called_on, turning
from territorial_map.web.plain.search import what_box, where_box

_SHEETS = (
    "/assets/css/00-base.css",
    "/assets/css/01-colours.css",
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


def frame_title(state: EmbedState, edition: OpenEdition) -> str:
    """What the frame shows, in one line."""
    t = Texts(state.page.language)
    total = edition.totals(edition.resolve(state.page.selection))[0]
    return selection_title(state.page, total, edition.names, t) or t(PRODUCT)


def frame_page(state: EmbedState, edition: OpenEdition, script: ScriptModules) -> str:
    """The whole document."""
    t = Texts(state.page.language)
    title = escape(frame_title(state, edition))
    colours = _colours(state.accent)
    sheets = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in _SHEETS)
    scripts = f'<script src="{_LEAFLET}" defer></script>{module_script(script, _MODULE)}'
    words = escape(texts(edition.cog, t))
    shown = " ".join(f"shows-{panel.value}" for panel in state.panels)
    language = state.page.language.value
    body = [
        html.Header([html.H1(frame_title(state, edition)), _notice(state, edition, t)]),
        html.Main(
            [_form(state, edition, t), _map(state, edition, t), _list(state, edition, t)],
            className="embed-panels",
        ),
        _foot(state, edition, t),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="UTF-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{title}</title>{sheets}'
        f"<style>{colours}</style>{scripts}</head>"
        f'<body class="embed is-{state.height.value} {shown}" data-texts="{words}">'
        f"{to_html(body)}</body></html>"
    )


def _notice(state: EmbedState, edition: OpenEdition, t: Texts) -> html.P | None:
    """What of the address was put right or left out, in words."""
    told = notice_of(state.page.noticed, edition.places, t)
    return html.P(told, className="result-notice", role="status") if told else None


def _colours(chosen: str) -> str:
    """The colour that the host chose, as far as it can be read, on white and in the dark."""
    accent, light = readable(chosen), readable_in_the_dark(chosen)
    names = ("--accent", "--accent-strong", "--brand-ink")
    day = "".join(f"{name}:#{accent};" for name in names)
    night = "".join(f"{name}:#{light};" for name in names)
    day += f"--accent-soft:#{soft(accent)}"
    night += f"--accent-soft:#{dark_soft(chosen)}"
    return f":root{{{day}}}@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}"


def _form(state: EmbedState, edition: OpenEdition, t: Texts) -> html.Details | None:
    """The filters that are open; locked ones go along unseen, and are told in the title."""
    if Panel.FILTERS not in state.panels:
        return None
    selection = state.page.selection
    offered = state.offered
    shown = {*offered, *((TEXT,) if state.offers(TEXT) else ())}
    kept = [(name, value) for name, value in query_pairs(selection) if name not in shown]
    kept += place_pairs(state)
    fields: list[Node] = []
    if state.offers(TEXT):
        fields.append(what_box(selection.text, t))
    if state.offers(TERRITORY):
        fields.append(where_box(t))
    _, facets = facets_with_unknown(edition, selection)
    fields += filter_fields(facets, selection, offered, edition.names.practices, t)
    if not fields:
        return None
    actions: list[Node] = [submit(t("Chercher"), "button button-strong button-small")]
    opened = _without_open(state)
    if opened.address() != state.address():
        cleared = opened.address()
        actions.append(html.A(t("Tout effacer"), href=cleared, className="button button-small"))
    inside = [
        *hidden_fields([*kept, *state.settings()]),
        *fields,
        html.P(actions, className="embed-actions"),
    ]
    return html.Details(
        [html.Summary(t("Filtres")), form(PATH, inside, "embed-form", searches=True)],
        className="embed-filters",
    )


def _without_open(state: EmbedState) -> EmbedState:
    """The frame without what its reader may change."""
    taken = {*state.offered, *((TEXT,) if state.offers(TEXT) else ())}
    if state.offers(TERRITORY):
        taken |= set(PLACED)
    pairs = [*query_pairs(state.page.selection), *place_pairs(state)]
    left = [(name, value) for name, value in pairs if name not in taken]
    return embed_from_search(urlencode([*left, *state.settings()]))


def _map(state: EmbedState, edition: OpenEdition, t: Texts) -> html.Section | None:
    if Panel.MAP not in state.panels:
        return None
    around = state.page.selection.around
    circle = ""
    if around is not None:
        circle = f"{around.point.lat},{around.point.lon},{around.radius_km}"
    drawn = {"data-query": query_of(state.page.selection), "data-circle": circle}
    needs = t("La carte se dessine avec JavaScript ; la liste dit les mêmes choses.")
    return html.Section(
        [
            html.Div(id="embed-map", **named(drawn)),
            html.Button(
                t("Activer la carte"),
                type="button",
                className="embed-wake",
                hidden=True,
                **named({"aria-pressed": "false"}),
            ),
            html.P(className="embed-hint", **named({"aria-hidden": "true"})),
            html.P(id="embed-status", className="visually-hidden", role="status"),
            html.Noscript(html.P(needs, className="hint")),
            _legend(trade_counts(edition, state.page.selection), t),
        ],
        className="embed-map",
        **named({"aria-label": t("Carte des organisations ; la liste dit les mêmes choses")}),
    )


def _legend(trades: TradeCounts | None, t: Texts) -> html.Div:
    kinds = [html.Li(legend_note(symbol(kind), t(kind.label))) for kind in Kind]
    told = [html.Ul(kinds, className="legend-kinds"), legend_notes(trades, t)]
    return html.Div(told, className="embed-legend")


def _list(state: EmbedState, edition: OpenEdition, t: Texts) -> Node:
    page = edition.page(
        state.page.selection, state.page.sorted_by, LINES, (state.number - 1) * LINES
    )
    way = Way(sheet_address(t), new_tab=True)

    def empty() -> html.Li:
        known = known_here(edition, state.page.selection, t)
        told = [
            html.P(t("Aucune organisation ne répond à tous ces filtres.")),
            html.P(t("Cela veut dire : non connue de nos sources, pas forcément absente.")),
        ]
        return html.Li([*told, *covered_lines(known, t)], className="empty")

    painted = ListWays(
        lambda item, more: organisation_line(item, way, t, buttons=more),
        empty,
        called_on(state.number, page.total),
    )
    told = told_list(edition, state.page, page, painted, t)
    count = html.P(told.count, className="result-count", role="status")
    if Panel.LIST not in state.panels:
        return html.Div(count, className="embed-count", id="embed-list")
    return html.Section(
        [
            count,
            html.Ul(told.lines, className="lines"),
            turning(page, state.number, state.address, t, told.unknown),
        ],
        id="embed-list",
        className="embed-list",
        tabIndex=0,
        **named({"aria-label": t("Liste des organisations")}),
    )


def _foot(state: EmbedState, edition: OpenEdition, t: Texts) -> html.Footer:
    """Where it comes from: the same selection on our site, the edition and its sources."""

    def outside(words: str, href: str) -> html.A:
        return html.A(words, href=href, target="_blank", rel="noopener")

    own = in_language(list_path(state.page, edition.gazetteer), t.language)
    told = t("Édition du {date}", date=t.date(edition.edition.built_on))
    active = active_filters(state.page, edition.names, t)
    return html.Footer(
        [
            html.P(outside(t("Voir sur {product}", product=t(PRODUCT)), own)),
            html.P(
                [
                    html.Span(selection_in_words(active, t), className="embed-query"),
                    f" · {told} · ",
                    outside(t("Sources et couverture"), in_language(SOURCES, t.language)),
                ],
                className="hint",
            ),
            *_licences(state, edition, t),
        ],
        className="embed-foot",
    )


def _licences(state: EmbedState, edition: OpenEdition, t: Texts) -> list[Node]:
    """The licences of what is shown, with a warning, and the sources to name."""
    resolved = edition.resolve(state.page.selection)
    notes: list[Node] = [
        html.P(note, className="hint")
        for note in licence_notes(licences_held(edition, resolved), t)
    ]
    named_here = attributions_held(edition, resolved)
    if not named_here:
        return notes
    lines = html.Ul([html.Li(text, lang="fr") for text in named_here], className="hint")
    return [*notes, html.Details([html.Summary(t("Sources à citer")), lines])]


def texts(cog: str, t: Texts) -> str:
    """Words of the map's script, in the language of the frame."""
    words = {
        "organisations": t("{n} organisations"),
        "zoomIn": t("Activer pour zoomer."),
        "samePoint": t("Activer pour les lister."),
        "approximate": t("position à la commune"),
        "failed": t("La carte n’a pas pu être mise à jour. Déplacez-la pour réessayer."),
        "here": t("{n} dans cette vue"),
        "hereToCall": t("{n} dans cette vue, et {unknown} à appeler"),
        "toCall": t("Activité non renseignée, à appeler"),
        "nobodyHere": t("0 dans cette vue : non connu de nos sources, pas forcément absent"),
        "wake": t("Activer la carte"),
        "sleep": t("Rendre le défilement à la page"),
        "wheel": t("Ctrl + molette pour zoomer, ou un clic pour activer la carte"),
        "zoomInButton": t("Zoomer"),
        "zoomOutButton": t("Dézoomer"),
        "close": t("Fermer"),
        "writing": script_rules(t.language),
        "kinds": {kind.value: t(kind.label) for kind in Kind},
        "base": {"url": BASE_MAPS[0].url, "attribution": attribution(BASE_MAPS[0], cog, t)},
    }
    return json.dumps(words, ensure_ascii=False)
