"""Pages of the practices: the catalogue, one practice, the form; their answers come after."""

import dash_mantine_components as dmc
from dash import html

from territorial_map.domain.practices.catalogue import PracticeCatalogue, ResourceRecord
from territorial_map.services.practices.browsing import Heading
from territorial_map.web.base.addresses import PROFILE
from territorial_map.web.base.answers import Visit
from territorial_map.web.base.marks import Node, icon, named, page_link
from territorial_map.web.base.opening import opening
from territorial_map.web.base.page_spec import Screen
from territorial_map.web.base.practices.wording import address_of, title_of
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.waiting import practices_place, skeleton
from territorial_map.web.pages.practices import ids as own
from territorial_map.web.pages.practices.form import profile_form
from territorial_map.web.pages.practices.one import heading_nodes, neighbours
from territorial_map.web.pages.practices.place_box import place_box

_STYLE = "document practices"


def catalogue_screen(visit: Visit) -> Screen:
    """Browse the guide: search box, choices, and the list to be filled."""
    t = visit.t
    search = dmc.TextInput(
        id=own.PRACTICES_TEXT,
        label=t("Chercher une pratique"),
        placeholder=t("Jeunes élus, achats locaux, mutualiser…"),
        leftSection=icon("search"),
        debounce=300,
        className="practices-search",
        inputProps={"type": "search", "autoComplete": "off"},
    )
    invitation = page_link(
        [icon("users"), t("Quelles pratiques pour nous ?")],
        address_of(PROFILE, t),
        class_name="button button-strong",
    )
    content = [
        html.Div(opening(visit.heading), className="practices-opening"),
        html.Div([search, invitation], className="practices-tools"),
        html.Div(skeleton(8), id=own.PRACTICES_FOUND, className="practices-found"),
    ]
    return Screen(content, style=_STYLE)


def practice_screen(heading: Heading, catalogue: PracticeCatalogue, t: Texts) -> Screen:
    """One heading; a practice has a place box and room for who stands near."""
    content = heading_nodes(heading, catalogue, t)
    if not isinstance(heading, ResourceRecord):
        content.append(_near(t))
    content.append(neighbours(heading, catalogue, t))
    return Screen(content, title=title_of(heading, t), style=_STYLE)


def profile_screen(visit: Visit) -> Screen:
    """The form beside its answer."""
    t = visit.t
    to_answer = html.A(
        t("Voir les pistes"),
        href=f"#{own.PROFILE_ANSWER}",
        className="button button-strong to-answer",
    )
    content = [
        html.Div(opening(visit.heading), className="practices-opening"),
        html.Div(
            [
                html.Div([profile_form(t), to_answer], className="profile-asked"),
                html.Div(
                    skeleton(5),
                    id=own.PROFILE_ANSWER,
                    className="practices-answer",
                    tabIndex=-1,
                ),
            ],
            className="profile-columns",
        ),
    ]
    return Screen(content, style=_STYLE)


def parts(visit: Visit) -> list[Node]:
    """Every part of the three pages that callbacks name, and the section of the panel."""
    catalogue = visit.site.knowledge.practices.catalogue
    return [
        catalogue_screen(visit).content,
        practice_screen(catalogue.practices[0], catalogue, visit.t).content,
        profile_screen(visit).content,
        practices_place("", visit.t),
    ]


def _near(t: Texts) -> html.Section:
    explained = t(
        "Déduit par nos règles de ce que disent les sources ; personne ne l’a déclaré, "
        "sauf mention contraire. À confirmer en appelant."
    )
    return html.Section(
        [
            html.H3(t("Qui, près de chez vous"), id="near-title"),
            html.P(explained, className="hint"),
            place_box(own.PRACTICE_PLACE, t("Autour de quelle commune ?"), t),
            html.Div(skeleton(4), id=own.PRACTICE_STANDING, className="practice-standing"),
        ],
        className="practice-near",
        **named({"aria-labelledby": "near-title"}),
    )
