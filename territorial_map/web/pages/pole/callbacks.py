"""The page « Constituer un PTCE »: from the ids of the address to the check beside them."""

from dash import Input, Output

from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.ledger.dismissals import Said
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
from territorial_map.web.pages.pole.matrix import matrix_view
from territorial_map.web.pages.pole.members import member_list, pooling_inside
from territorial_map.web.pages.pole.starting import group_at
from territorial_map.web.pages.pole.state import GroupState

Filled = tuple[list[Node], list[Node], list[Node], str]


def register(registry: Registry, site: Site) -> None:
    """Register the page and the search for members."""
    directory, ledger = site.directory, site.ledger

    @registry.on(
        Output(own.POLE_MEMBERS, "children"),
        Output(own.POLE_CHECK, "children"),
        Output(own.POLE_INSIDE, "children"),
        Output(own.POLE_EXPORT, "className"),
        Input(ids.DOCUMENT_STATE, "data"),
        Input(ids.DISMISSED, "data"),
        costly=True,
    )
    def show_group(document: dict[str, str] | None, dismissed: object) -> Filled:
        state = group_at(search_at(document, POLE), directory.current())
        dismissals = dismissals_kept(dismissed, ledger.said())
        studied = studied_of(state, directory.current(), dismissals)
        telling = telling_of(state, directory.knowledge.pooling)
        covered = covered_around(studied, directory.current())
        members, check, inside, shown = group_view(studied, telling, state, covered)
        return [painted(members)], [painted(check)], [painted(inside)] if inside else [], shown

    registry.client("openGroup", Input(ids.DOCUMENT_STATE, "data"))
    registry.client("pickMember", Input(own.POLE_SEARCH, "value"), prevent_initial_call=True)
    complete(registry, directory, own.POLE_SEARCH, organisations_named)


def studied_of(
    state: GroupState, edition: OpenEdition, dismissals: frozenset[Said] = frozenset()
) -> StudiedGroup:
    """The group of an address, studied with the texts of law."""
    return study_group(
        edition,
        state.ids,
        dismissals,
        complete=state.complete,
        law=edition.knowledge.law,
        pole=state.pole,
    )


def group_view(
    studied: StudiedGroup,
    telling: Telling,
    state: GroupState,
    covered: TerritoryCoverage | None = None,
) -> Filled:
    """Members, the check, what they could pool, and whether there is anything to export.

    ``covered`` is what our sources cover around the group, where they show no lead inside it.
    """
    t = Texts(state.language)
    members = member_list(studied, state, t)
    if studied.answer is None or studied.inside is None:
        return members, [], [], "pole-export is-empty"
    check = check_blocks(studied.answer, t, noting=True)
    asked = {one.id: studied.ids_of(one)[0] for one in studied.members}
    pooled = [
        *matrix_view(studied.matrix, telling, asked.get),
        *pooling_inside(studied.inside, telling, covered),
    ]
    return members, check, pooled, "pole-export"


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
