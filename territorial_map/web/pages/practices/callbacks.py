"""The pages of practices: the catalogue browsed, who is near, and the answer to a profile."""

from collections.abc import Mapping

from dash import Input, Output, no_update

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.listing import Order, Page
from territorial_map.domain.practices.catalogue import Practice
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.selection import Around
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import parameters_of, selection_from_query
from territorial_map.services.practices.browsing import standing_counts
from territorial_map.services.practices.concerned_practices import (
    practices_for_profile,
    standing_for,
)
from territorial_map.services.practices.profile_query import profile_from_query
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import PRACTICES, PROFILE
from territorial_map.web.base.finding import communes_named, complete
from territorial_map.web.base.html import painted
from territorial_map.web.base.marks import Node
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.state import MOST_SHOWN, texts_of
from territorial_map.web.pages.practices import ids as own
from territorial_map.web.pages.practices.browsing import catalogue_view
from territorial_map.web.pages.practices.headings import heading_at
from territorial_map.web.pages.practices.profile import (
    blank_answer,
    commune_chip,
    is_blank,
    profile_answer,
)
from territorial_map.web.pages.practices.standing import standing_view
from territorial_map.web.pages.practices.standpoint import SeenStanding, Standpoint, roles_shown

Address = Mapping[str, str] | None
Parameters = dict[str, list[str]]
_FORM = (
    (own.PROFILE_KIND, "value"),
    (own.PROFILE_LEGAL_FORM, "value"),
    (own.PROFILE_SIZE, "value"),
    (own.PROFILE_SCOPE, "value"),
    (own.PROFILE_DEVICES, "value"),
    (own.PROFILE_PLACE_TYPES, "value"),
    (own.PROFILE_SECTORS, "value"),
    (own.PROFILE_AUDIENCES, "value"),
    (own.PROFILE_TRAITS, "value"),
)


def register(registry: Registry, site: Site) -> None:
    """Register the three pages' answers, and their controls' way to and from the address."""
    directory = site.directory
    address = Input(ids.DOCUMENT_STATE, "data")

    @registry.on(Output(own.PRACTICES_FOUND, "children"), address)
    def browse_practices(shown: Address) -> Node:
        found = catalogue_of(shown, directory.current())
        return found if found is no_update else painted(found)

    @registry.on(Output(own.PRACTICE_STANDING, "children"), address)
    def stand_near(shown: Address) -> Node:
        return standing_of(shown, directory.current())

    @registry.on(
        Output(own.PROFILE_ANSWER, "children"),
        Output(own.PROFILE_COMMUNE_CHOSEN, "children"),
        address,
    )
    def answer_profile(shown: Address) -> tuple[Node, Node]:
        return answer_of(shown, directory.current())

    for box in (own.PRACTICE_PLACE, own.PROFILE_COMMUNE):
        complete(registry, directory, box, communes_named)
    registry.client("typePractice", Input(own.PRACTICES_TEXT, "value"), prevent_initial_call=True)
    registry.client("fillPractice", Output(own.PRACTICES_TEXT, "value"), address)
    registry.client(
        "pickPracticePlace", Input(own.PRACTICE_PLACE, "value"), prevent_initial_call=True
    )
    registry.client(
        "pickProfilePlace", Input(own.PROFILE_COMMUNE, "value"), prevent_initial_call=True
    )
    registry.client("fillProfile", *(Output(*each) for each in _FORM), address)
    registry.client("tellProfile", *(Input(*each) for each in _FORM), prevent_initial_call=True)


def parameters_at(shown: Address, *paths: str) -> tuple[str, Parameters] | None:
    """The path and parameters of the document, when it is one of the paths."""
    if not shown or shown["path"] not in paths:
        return None
    return shown["path"], parameters_of(shown["search"])


def catalogue_of(shown: Address, edition: OpenEdition) -> Node:
    """The catalogue as the address browses it."""
    asked = parameters_at(shown, PRACTICES)
    if asked is None:
        return no_update
    _, parameters = asked
    library = edition.knowledge.practices
    return catalogue_view(parameters, library, standing_counts(edition), texts_of(parameters))


def standing_of(shown: Address, edition: OpenEdition) -> Node:
    """Who stands for the practice of the address, around its place."""
    heading = heading_at(shown["path"], edition.names.practices) if shown else None
    if not shown or not isinstance(heading, Practice):
        return no_update
    parameters = parameters_of(shown["search"])
    practice_id = heading.id
    around = _around(parameters)
    counts = _counts(practice_id, around, edition)
    national = standing_counts(edition).get(practice_id, {})
    roles = roles_shown(_roles_asked(parameters), national)
    place = (parameters.get("place") or [""])[-1] or None
    standpoint = Standpoint(practice_id, roles, around, place)
    page = _page(standpoint, edition)
    seen = SeenStanding(
        heading,
        counts,
        _commune_name((place or "").removeprefix("commune:"), edition),
        page,
        edition.cog,
    )
    return standing_view(standpoint, seen, texts_of(parameters))


def _roles_asked(parameters: Parameters) -> list[str]:
    asked = parameters.get("role", [])
    for role in asked:
        if role not in Role.codes():
            raise BadParameter("role", role, "valeur inconnue.", Role.codes())
    return asked


def _around(parameters: Parameters) -> Around | None:
    circle: Parameters = {
        name: parameters[name] for name in ("near", "radius_km") if name in parameters
    }
    return selection_from_query(circle).around


def _counts(practice_id: str, around: Around | None, edition: OpenEdition) -> dict[Role, int]:
    return {role: edition.totals(standing_for(practice_id, around, (role,)))[0] for role in Role}


def _page(standpoint: Standpoint, edition: OpenEdition) -> Page:
    order = Order.NAME if standpoint.around is None else Order.DISTANCE
    most = 1 if standpoint.around is None else MOST_SHOWN
    return edition.page(standpoint.selection, order, most)


def _commune_name(code: str, edition: OpenEdition) -> str:
    commune = edition.gazetteer.get(TerritoryLevel.COMMUNE, code) if code else None
    return commune.name if commune is not None else ""


def answer_of(shown: Address, edition: OpenEdition) -> tuple[Node, Node]:
    """The answer to the profile of the address, and its commune as a chip."""
    asked = parameters_at(shown, PROFILE)
    if asked is None:
        return no_update, no_update
    _, parameters = asked
    t = texts_of(parameters)
    profile = profile_from_query(parameters)
    chip = commune_chip(_named(profile.commune, edition), t)
    if is_blank(profile):
        return blank_answer(t), chip
    library = edition.knowledge.practices
    concerned = practices_for_profile(edition, library, profile)
    around = _around_commune(profile.commune, edition)
    answer = profile_answer(concerned, library, lambda code: _named(code, edition), around, t)
    return answer, chip


def _named(commune: str | None, edition: OpenEdition) -> str:
    return _commune_name(commune or "", edition) or (commune or "")


def _around_commune(commune: str | None, edition: OpenEdition) -> tuple[tuple[str, str], ...]:
    found = edition.gazetteer.communes(commune) if commune else ()
    if len(found) != 1 or found[0].point is None:
        return ()
    point = found[0].point
    return (
        ("near", f"{point.lon:.5f},{point.lat:.5f}"),
        ("radius_km", "30"),
        ("place", f"commune:{found[0].code}"),
    )
