"""Pages beside the main screen as plain HTML, and what each is called."""

from html import escape
from urllib.parse import parse_qs

from territorial_map.domain.errors import NotFound
from territorial_map.domain.practices.catalogue import ResourceRecord
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.quality_report import quality_report
from territorial_map.services.knowledge.shared import project_library
from territorial_map.services.practices.browsing import browsing_from_query, standing_counts
from territorial_map.web.base.addresses import in_language, list_path, organisation_path
from territorial_map.web.base.chips import active_filters, selection_in_words
from territorial_map.web.base.html import to_html
from territorial_map.web.base.practices.wording import said
from territorial_map.web.base.state import PageState, state_from_search
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import Heading, cut, product_description
from territorial_map.web.frame.header import MORE, PAGES
from territorial_map.web.pages.network.state import PATH as NETWORK
from territorial_map.web.pages.pole.state import PATH as POLE
from territorial_map.web.pages.practices.browsing import catalogue_view
from territorial_map.web.pages.practices.one import heading_nodes, neighbours
from territorial_map.web.pages.practices.titles import (
    BROWSE,
    HEADINGS,
    PROFILE,
    practices_title,
)
from territorial_map.web.pages.sources.views import sources_document
from territorial_map.web.plain.group import group_html, group_title
from territorial_map.web.plain.markup import link, tagged

SOURCES = "/sources"


def document_heading(path: str, search: str, edition: OpenEdition, t: Texts) -> Heading:
    """The title and description of a page beside the main screen; a later page has no title."""
    if path in HEADINGS:
        heading = HEADINGS[path]
        text = heading.what if isinstance(heading, ResourceRecord) else heading.point
        return Heading(practices_title(path, t), cut(said(text, t)))
    told = _named(t).get(path)
    if told is None:
        words = {address: name for address, _, name in (*PAGES, *MORE)}.get(path, "")
        return Heading(t(words), product_description(t))
    if path == NETWORK:
        return Heading(_network_title(search, edition, t), told.description)
    if path == POLE:
        return Heading(group_title(search, edition, t), told.description)
    return told


def _named(t: Texts) -> dict[str, Heading]:
    return {
        SOURCES: Heading(
            t("Sources et licences"),
            t("Les tables de l’édition, leurs millésimes, leurs licences et leurs limites."),
        ),
        NETWORK: Heading(t("Réseau"), _network_lead(t)),
        POLE: Heading(t("Constituer un PTCE"), _group_lead(t)),
        BROWSE: Heading(t("Bonnes pratiques"), _practices_lead(t)),
        PROFILE: Heading(
            t("Quelles pratiques pour nous ?"),
            t(
                "Dites en une minute qui vous êtes : chaque réponse affine la liste. Rien n’est "
                "obligatoire, rien n’est gardé : vos réponses sont dans l’adresse de cette page."
            ),
        ),
    }


def document_html(path: str, search: str, edition: OpenEdition, t: Texts) -> str:
    """The content of a page beside the main screen."""
    if path == SOURCES:
        return to_html(sources_document(edition.edition, quality_report(edition), t))
    if path in HEADINGS:
        catalogue = project_library().catalogue
        heading = HEADINGS[path]
        told = [*heading_nodes(heading, catalogue, t), neighbours(heading, catalogue, t)]
        more = "" if isinstance(heading, ResourceRecord) else _standing(heading.id, edition, t)
        return to_html(told) + more
    if path == BROWSE:
        return _catalogue(search, edition, t)
    named = document_heading(path, search, edition, t)
    title = f"<h2>{escape(named.title)}</h2>" if named.title else ""
    needs = t("Cette page se dessine dans le navigateur : elle a besoin de JavaScript.")
    parts = [title, f'<p class="lead">{escape(named.description)}</p>']
    if path == POLE:
        group = group_html(search, edition, t)
        parts.append(group)
        needs = _group_needs(t) if group else needs
    if path == NETWORK:
        parts.append(_network_content(search, edition, t))
    parts.append(f"<p>{escape(needs)}</p>")
    home = link(t("Ouvrir la carte et l’annuaire"), in_language("/", t.language))
    return "".join((*parts, f"<p>{home}</p>"))


def _practices_lead(t: Texts) -> str:
    return t(
        "Les 52 rubriques du guide des bonnes pratiques de l’ESS (article 3 de la loi du "
        "31 juillet 2014) : ce qui a été fait, ce qu’il faut, et qui est près de vous."
    )


def _network_lead(t: Texts) -> str:
    return t(
        "Qui pourrait coopérer avec qui, autour d’une organisation ou dans un territoire. Chaque "
        "lien est une piste à vérifier, jamais un classement."
    )


def _group_lead(t: Texts) -> str:
    return t(
        "Réunissez des membres et voyez, texte en main, ce qui est établi d’après nos sources, ce "
        "qui est à déclarer, et qui pourrait compléter. Ce n’est ni un label ni un avis juridique."
    )


def _group_needs(t: Texts) -> str:
    return t("Chercher un membre par son nom et emporter l’examen en fichier demandent JavaScript.")


def _catalogue(search: str, edition: OpenEdition, t: Texts) -> str:
    library = project_library()
    browsing = browsing_from_query(parse_qs(search, max_num_fields=100), library)
    view = to_html(catalogue_view(browsing, library, standing_counts(edition), t))
    title = tagged("h2", t("Bonnes pratiques"))
    return title + tagged("p", _practices_lead(t), "lead") + view


def _standing(practice_id: str, edition: OpenEdition, t: Texts) -> str:
    """The way to the organisations that the practice concerns."""
    state = state_from_search(f"practice={practice_id}")
    href = in_language(list_path(state, edition.gazetteer), t.language)
    way = link(t("Voir les organisations concernées"), href)
    return f"<p>{way}</p>"


def _network_title(search: str, edition: OpenEdition, t: Texts) -> str:
    state = state_from_search(search)
    if state.organisation is not None:
        name = _name_of(state.organisation, edition)
        return t("Réseau autour de {name}", name=name) if name else t("Réseau")
    if state.selection.is_empty:
        return t("Réseau")
    active = active_filters(state, edition.gazetteer.name_of, t)
    return t("Réseau : {where}", where=selection_in_words(active, t))


def _network_content(search: str, edition: OpenEdition, t: Texts) -> str:
    """Where the same links are told in words: the organisation's page, or the territory's list."""
    state = state_from_search(search)
    if state.organisation is not None:
        name = _name_of(state.organisation, edition)
        address = in_language(organisation_path(state.organisation, name), t.language)
        return f"<p>{link(name, address)}</p>" if name else ""
    if state.selection.is_empty:
        return ""
    words = t("Voir la liste de ces organisations")
    fresh = PageState(state.selection, place=state.place)
    return f"<p>{link(words, in_language(list_path(fresh, edition.gazetteer), t.language))}</p>"


def _name_of(any_id: str, edition: OpenEdition) -> str:
    try:
        return edition.organisation(any_id).name
    except NotFound:
        return ""
