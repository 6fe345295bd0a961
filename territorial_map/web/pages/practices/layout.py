"""Pages of the practices: the catalogue, one practice, the form; their answers come after."""

import dash_mantine_components as dmc
from dash import html

from territorial_map.domain.practices.catalogue import PracticeCatalogue, ResourceRecord
from territorial_map.services.knowledge.shared import project_library
from territorial_map.services.practices.browsing import Heading
from territorial_map.web.base import ids
from territorial_map.web.base.marks import Node, icon, named, page_link
from territorial_map.web.base.practices.wording import address_of, title_of
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.page import framed_page
from territorial_map.web.pages.explore.filters import skeleton
from territorial_map.web.pages.practices.form import profile_form
from territorial_map.web.pages.practices.one import heading_nodes, neighbours
from territorial_map.web.pages.practices.panel import waiting_section
from territorial_map.web.pages.practices.place_box import place_box
from territorial_map.web.pages.practices.titles import BROWSE, PROFILE


def catalogue_page(t: Texts) -> list[Node]:
    """Browse the guide: search box, choices, and the list to be filled."""
    search = dmc.TextInput(
        id=ids.PRACTICES_TEXT,
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
    lead = t(
        "Les 52 rubriques du guide des bonnes pratiques de l’ESS (article 3 de la loi du "
        "31 juillet 2014) : ce qui a été fait, ce qu’il faut, et qui est près de vous."
    )
    content = [
        html.Div(
            [html.H2(t("Bonnes pratiques")), html.P(lead, className="lead")],
            className="practices-opening",
        ),
        html.Div([search, invitation], className="practices-tools"),
        html.Div(skeleton(8), id=ids.PRACTICES_FOUND, className="practices-found"),
    ]
    return _page(t, content, t("Bonnes pratiques"))


def practice_page(heading: Heading, catalogue: PracticeCatalogue, t: Texts) -> list[Node]:
    """One heading; a practice has a place box and room for who stands near."""
    content = heading_nodes(heading, catalogue, t)
    if not isinstance(heading, ResourceRecord):
        content.append(_near(t))
    content.append(neighbours(heading, catalogue, t))
    return _page(t, content, title_of(heading, t))


def profile_page(t: Texts) -> list[Node]:
    """The form beside its answer."""
    lead = t(
        "Dites en une minute qui vous êtes : chaque réponse affine la liste. Rien n’est "
        "obligatoire, rien n’est gardé : vos réponses sont dans l’adresse de cette page."
    )
    to_answer = html.A(
        t("Voir les pistes"),
        href=f"#{ids.PROFILE_ANSWER}",
        className="button button-strong to-answer",
    )
    content = [
        html.Div(
            [html.H2(t("Quelles pratiques pour nous ?")), html.P(lead, className="lead")],
            className="practices-opening",
        ),
        html.Div(
            [
                html.Div([profile_form(t), to_answer], className="profile-asked"),
                html.Div(
                    skeleton(5),
                    id=ids.PROFILE_ANSWER,
                    className="practices-answer",
                    tabIndex=-1,
                ),
            ],
            className="profile-columns",
        ),
    ]
    return _page(t, content, t("Quelles pratiques pour nous ?"))


def practices_parts(t: Texts) -> list[Node]:
    """Every part that callbacks name, for Dash to check them."""
    catalogue = project_library().catalogue
    return [
        *catalogue_page(t),
        *practice_page(catalogue.practices[0], catalogue, t),
        *profile_page(t),
        waiting_section("", t),
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
            place_box(ids.PRACTICE_PLACE, t("Autour de quelle commune ?"), t),
            html.Div(skeleton(4), id=ids.PRACTICE_STANDING, className="practice-standing"),
        ],
        className="practice-near",
        **named({"aria-labelledby": "near-title"}),
    )


def _page(t: Texts, content: Node, title: str) -> list[Node]:
    return framed_page(content, t, title=title, here=BROWSE, style="document practices")
