"""The sheet of one organisation, put together from an open edition."""

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Selection
from territorial_map.domain.sheet import Sheet, SheetTie
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.explore.open_edition import OpenEdition

SHOWN = 50
NEAREST = 8


def sheet_of(edition: OpenEdition, any_id: str) -> Sheet:
    """Everything a panel shows of one organisation.

    Raises:
        NotFound: no organisation of the edition answers to the id.
    """
    organisation = edition.organisation(any_id)
    sites, n_sites = _others(edition, organisation, "siren", organisation.siren)
    managed, n_managed = _others(edition, organisation, "manager", organisation.manager_id)
    point = organisation.place.point
    return Sheet(
        organisation,
        sites=sites,
        n_sites=n_sites,
        same_manager=managed,
        n_same_manager=n_managed,
        nearest=edition.nearest(point, organisation.person_key, NEAREST) if point else (),
        members=_members(edition, organisation),
        poles=edition.listed_by_ids(tuple(m.ptce_id for m in organisation.memberships)),
        perhaps_same=edition.listed_by_ids(organisation.perhaps_same),
    )


def _others(
    edition: OpenEdition, organisation: Organisation, name: str, value: str | None
) -> tuple[tuple[Listed, ...], int]:
    if value is None:
        return (), 0
    page = edition.page(Selection.of({BY_NAME[name].name: [value]}), Order.TERRITORY, SHOWN + 1)
    others = tuple(item for item in page.items if item.id != organisation.id)
    return others[:SHOWN], page.total - 1


def _members(edition: OpenEdition, organisation: Organisation) -> tuple[SheetTie, ...]:
    if organisation.kind is not Kind.PTCE:
        return ()
    tied = Selection.of({"member_of": [organisation.id]})
    members = {member.id: member for member in edition.organisations(tied)}
    lines = edition.listed_by_ids(tuple(members))
    return tuple(
        SheetTie(line, m.role, m.confidence, m.source_url)
        for line in lines
        for m in members[line.id].memberships
        if m.ptce_id == organisation.id
    )
