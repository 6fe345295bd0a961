"""The top of the panel: name, kind, links to share and close, and what to beware of."""

from typing import Any

from dash import html

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.quality import is_fresh
from territorial_map.domain.sheet import Sheet
from territorial_map.domain.vocabulary import Kind, Located
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import HOME, in_language, organisation_path
from territorial_map.web.base.french import in_french
from territorial_map.web.base.list_buttons import keep_toggle
from territorial_map.web.base.marks import Node, badge, icon, named, page_link, symbol
from territorial_map.web.base.state import search_of
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import what_it_is
from territorial_map.web.pages.organisation.context import Context, neighbour
from territorial_map.web.pages.organisation.described import titled


def heading(sheet: Sheet, context: Context) -> html.Header:
    """Name and kind, then the ways to share and to close."""
    organisation, t = sheet.organisation, context.t
    return html.Header(
        [
            html.Div(
                [
                    page_link(
                        [icon("x"), html.Span(t("Fermer"), className="visually-hidden")],
                        HOME + search_of(context.state.opening(None)),
                        class_name="panel-close",
                    ),
                    *identity(organisation, t, f"{ids.PANEL}-name"),
                ]
            ),
            _actions(organisation, context),
        ],
        className="panel-heading",
    )


def identity(organisation: Organisation, t: Texts, name_id: str = "") -> list[Node]:
    """Symbol, name, what it is and where; the name takes the focus where it has an id."""
    place = organisation.place
    precise = place.located is Located.ADDRESS
    name: list[Node] = [symbol(organisation.kind, precise=precise), organisation.name]
    if organisation.acronym:
        name += [" ", badge(organisation.acronym, "quiet")]
    where = ", ".join(part for part in (place.commune, place.department) if part)
    told = " · ".join(part for part in (what_it_is(organisation, t), where or place.region) if part)
    focus: dict[str, Any] = {"id": name_id, "tabIndex": -1} if name_id else {}
    focus |= named({"data-sheet-title": titled(organisation)}) if name_id else {}
    return [
        html.H2(name, **(focus | in_french(t))),
        html.P(told, className="panel-what"),
    ]


def _actions(organisation: Organisation, context: Context) -> html.Div:
    t = context.t
    short = organisation_path(organisation.id, organisation.name)
    address = in_language(short, context.state.language)
    share = {
        "data-share": organisation.name,
        "data-copy-address": address,
        "data-copied": t("Lien copié"),
    }
    buttons: list[Node] = [
        html.Button(
            [icon("link"), html.Span(t("Partager"), className="copy-label")],
            type="button",
            className="button button-small",
            **named(share),
        )
    ]
    if organisation.place.point is not None:
        buttons.append(
            html.Button(
                [icon("map-pin"), t("Voir sur la carte")],
                type="button",
                className="button button-small",
                **named(
                    {
                        "data-fly-lon": str(organisation.place.point.lon),
                        "data-fly-lat": str(organisation.place.point.lat),
                    }
                ),
            )
        )
    buttons.insert(0, keep_toggle(organisation.id, organisation.name, t))
    return html.Div(buttons, className="panel-actions")


def warnings(sheet: Sheet, context: Context) -> list[Node]:
    """What a reader must know before relying on the sheet."""
    t, organisation = context.t, sheet.organisation
    notes: list[Node] = []
    if organisation.kind is Kind.PTCE:
        notes += _pole_warnings(organisation, context)
    elif not is_fresh(organisation.source.vintage, context.built_on):
        date = told_date(organisation.source.vintage, t)
        words = t("Information de {date} : l’organisation peut avoir fermé depuis.", date=date)
        notes.append(_warning(words))
    if sheet.perhaps_same:
        others = [neighbour(item, context) for item in sheet.perhaps_same]
        title = t("Peut-être la même organisation que :")
        notes.append(_warning([title, html.Ul(others, className="neighbours")]))
    return notes


def _pole_warnings(organisation: Organisation, context: Context) -> list[Node]:
    t, pole = context.t, organisation.pole
    if pole is not None and pole.ended:
        return [_warning(t("Pôle terminé, d’après ses sources : {status}.", status=pole.ended))]
    if is_fresh(organisation.source.vintage, context.built_on):
        return []
    if pole is not None and pole.year:
        sentence = t(
            "Activité à confirmer : la dernière date que nous connaissons de ce pôle est {year}, "
            "celle de sa création ou de sa labellisation.",
            year=pole.year,
        )
    else:
        sentence = t(
            "Activité à confirmer : ses sources sont du millésime {date}, sans date qui lui soit "
            "propre.",
            date=t.date_in_words(organisation.source.vintage),
        )
    return [_warning(sentence)]


def told_date(iso: str, t: Texts) -> str:
    """A date as what follows « de » or « from »: « le 8 janvier 2021 », « décembre 2020 »."""
    told = t.date_in_words(iso)
    return t("le {day}", day=told) if len(iso) == len("2021-01-08") and told != iso else told


def _warning(words: Node) -> html.Div:
    return html.Div([icon("triangle-alert"), html.Div(words)], className="callout callout-warn")
