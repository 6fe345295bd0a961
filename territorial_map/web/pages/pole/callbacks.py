"""The page « Constituer un PTCE »: from the ids of the address to the check beside them."""

from dash import Input, Output, State

from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.ledger.dismissals import Dismissal
from territorial_map.services.coverage import TerritoryCoverage, coverage_near
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.ptce.nearby_roles import middle_of
from territorial_map.services.ptce.study import StudiedGroup, study_group
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import POLE
from territorial_map.web.base.finding import complete, organisations_named
from territorial_map.web.base.html import painted
from territorial_map.web.base.marks import Node
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.partnerships.dismissed import dismissals_kept
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.state import PageState, search_at, search_of
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.pole import ids as own
from territorial_map.web.pages.pole.check import check_blocks
from territorial_map.web.pages.pole.file import group_file
from territorial_map.web.pages.pole.members import member_list, pooling_inside
from territorial_map.web.pages.pole.report import ReportAbout
from territorial_map.web.pages.pole.state import (
    GroupState,
    address_of_group,
    group_from_search,
    kept_group,
)

Filled = tuple[list[Node], list[Node], list[Node], str]
Saved = dict[str, str | bool]
FILES = (
    (own.POLE_AS_PDF, "pdf"),
    (own.POLE_AS_DOCX, "docx"),
    (own.POLE_AS_HTML, "html"),
    (own.POLE_AS_CSV, "csv"),
)


def register(registry: Registry, site: Site) -> None:
    """Register the page, the search for members, and the files to take away."""
    directory, ledger, public_url = site.directory, site.ledger, site.public_url

    @registry.on(
        Output(own.POLE_MEMBERS, "children"),
        Output(own.POLE_CHECK, "children"),
        Output(own.POLE_INSIDE, "children"),
        Output(own.POLE_EXPORT, "className"),
        Input(ids.DOCUMENT_STATE, "data"),
        Input(ids.GROUP, "data"),
        Input(ids.DISMISSED, "data"),
        costly=True,
    )
    def show_group(document: dict[str, str] | None, kept: object, dismissed: object) -> Filled:
        state = group_from_search(search_at(document, POLE))
        dismissals = dismissals_kept(dismissed, ledger.dismissals())
        studied = studied_of(state, directory.current(), dismissals)
        telling = telling_of(state, directory.knowledge.pooling)
        covered = covered_around(studied, directory.current())
        members, check, inside, shown = group_view(
            studied, telling, state, kept_group(kept), covered
        )
        return [painted(members)], [painted(check)], [painted(inside)] if inside else [], shown

    registry.client("openGroup", Input(ids.DOCUMENT_STATE, "data"))
    registry.client("pickMember", Input(own.POLE_SEARCH, "value"), prevent_initial_call=True)
    complete(registry, directory, own.POLE_SEARCH, organisations_named)

    def register_file(button: str, extension: str) -> None:
        @registry.on(
            Output(own.POLE_FILE, "data", allow_duplicate=True),
            Input(button, "n_clicks"),
            State(ids.DOCUMENT_STATE, "data"),
            prevent_initial_call=True,
            costly=True,
        )
        def take_away(clicks: int, document: dict[str, str] | None) -> Saved | None:
            state = group_from_search(search_at(document, POLE))
            return file_of(state, directory.current(), extension, public_url) if clicks else None

    for button, extension in FILES:
        register_file(button, extension)


def studied_of(
    state: GroupState, edition: OpenEdition, dismissals: frozenset[Dismissal] = frozenset()
) -> StudiedGroup:
    """The group of an address, studied with the texts of law."""
    return study_group(
        edition, state.ids, dismissals, complete=state.complete, law=edition.knowledge.law
    )


def group_view(
    studied: StudiedGroup,
    telling: Telling,
    state: GroupState,
    kept: tuple[str, ...],
    covered: TerritoryCoverage | None = None,
) -> Filled:
    """Members, the check, what they could pool, and whether there is anything to export.

    ``covered`` is what our sources cover around the group, where they show no lead inside it.
    """
    t = Texts(state.language)
    members = member_list(studied, state, kept, t)
    if studied.answer is None or studied.inside is None:
        return members, [], [], "pole-export is-empty"
    check = check_blocks(studied.answer, t)
    return members, check, pooling_inside(studied.inside, telling, covered), "pole-export"


def covered_around(studied: StudiedGroup, edition: OpenEdition) -> TerritoryCoverage | None:
    """What our sources cover around the middle of a group in which they show no lead."""
    if studied.inside is None or studied.inside.found:
        return None
    middle = middle_of([member.place.point for member in studied.members if member.place.point])
    return coverage_near(edition, middle) if middle else None


def telling_of(state: GroupState, rules: Rulebook) -> Telling:
    """How partnerships inside the group are told; names open sheets over the map."""

    def address_of(any_id: str) -> str:
        return "/" + search_of(PageState(organisation=any_id, language=state.language))

    return Telling(rules, Texts(state.language), address_of)


def file_of(state: GroupState, edition: OpenEdition, extension: str, public_url: str) -> Saved:
    """The group as a file for the browser to save: ``csv`` of members, or a document."""
    about = ReportAbout(edition.edition, public_url + address_of_group(state))
    return group_file(
        studied_of(state, edition), about, telling_of(state, edition.knowledge.pooling), extension
    )
