"""The top of the panel: name, kind, links to share and close, and what to beware of."""

from dash import html

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.quality import is_fresh
from territorial_map.domain.sheet import Sheet
from territorial_map.domain.vocabulary import Kind, Located
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import in_language, organisation_path
from territorial_map.web.base.list_buttons import add_to_list
from territorial_map.web.base.marks import Node, badge, icon, named, page_link, symbol
from territorial_map.web.base.partnerships.card import group_toggle
from territorial_map.web.base.state import search_of
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import what_it_is
from territorial_map.web.pages.organisation.context import Context, neighbour


def heading(sheet: Sheet, context: Context) -> html.Header:
    """Name and kind, then the ways to share and to close."""
    organisation, t = sheet.organisation, context.t
    return html.Header(
        [
            html.Div(
                [
                    page_link(
                        [icon("x"), html.Span(t("Fermer"), className="visually-hidden")],
                        search_of(context.state.opening(None)),
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
    """Kind, name and what it is; the name takes the focus where it has an id."""
    precise = organisation.place.located is Located.ADDRESS
    name: list[Node] = [organisation.name]
    if organisation.acronym:
        name += [" ", badge(organisation.acronym, "quiet")]
    kind: list[Node] = [symbol(organisation.kind, precise=precise), t(organisation.kind.label)]
    return [
        html.Div(kind, className="panel-kind"),
        html.H2(name, id=name_id, tabIndex=-1) if name_id else html.H2(name),
        html.P(what_it_is(organisation, t), className="panel-what"),
    ]


def _actions(organisation: Organisation, context: Context) -> html.Div:
    t = context.t
    short = organisation_path(organisation.id, organisation.name)
    address = in_language(short, context.state.language)
    buttons: list[Node] = [
        html.Button(
            [icon("link"), html.Span(t("Copier le lien"), className="copy-label")],
            type="button",
            className="button button-small",
            **named({"data-copy-address": address, "data-copied": t("Lien copié")}),
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
    buttons.append(add_to_list(organisation.id, organisation.name, t))
    buttons.append(group_toggle(organisation.id, organisation.name, t))
    return html.Div(buttons, className="panel-actions")


def warnings(sheet: Sheet, context: Context) -> list[Node]:
    """What a reader must know before relying on the sheet."""
    t, organisation = context.t, sheet.organisation
    notes: list[Node] = []
    if organisation.kind is Kind.PTCE:
        notes += _pole_warnings(organisation, context)
    elif not is_fresh(organisation.source.vintage, context.built_on):
        date = t.date(organisation.source.vintage)
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
            date=t.date(organisation.source.vintage),
        )
    return [_warning(sentence)]


def _warning(words: Node) -> html.Div:
    return html.Div([icon("triangle-alert"), html.Div(words)], className="callout callout-warn")
