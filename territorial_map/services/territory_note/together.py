"""What a portrait tells of cooperation beside poles: leads, bridges, elements, practices."""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass

from territorial_map.domain.commune_groups import AnyTerritory, CommuneGroup
from territorial_map.domain.errors import Unavailable
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.ledger.dismissals import Said
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.territory_leads import TerritoryAsked, leads_within
from territorial_map.services.portrait import TerritoryPortrait
from territorial_map.services.territory_note.cooperation import (
    PoleElement,
    PracticeHere,
    diverse,
    elements_of,
    practices_of,
)
from territorial_map.services.texts import Texts

_MOST_AROUND = 150
_BRIDGES = 5
_BEYOND_KM = 30.0


@dataclass(frozen=True, slots=True)
class HereTogether:
    """Ten leads and those across the border (none where they were not asked), elements, practices.

    ``compared`` says that leads were asked for and found in time.
    """

    leads: tuple[Lead, ...]
    bridges: tuple[Lead, ...]
    compared: bool
    elements: tuple[PoleElement, ...]
    practices: tuple[tuple[str, PracticeHere], ...]


def together_in(
    edition: OpenEdition,
    portrait: TerritoryPortrait,
    dismissals: Collection[Said],
    t: Texts,
    *,
    comparing: bool = True,
) -> HereTogether:
    """What the page of a territory tells of cooperation; without leads where not ``comparing``.

    Leads that take more than their time are left to their own page.
    """
    territory, selection = portrait.place.territory, portrait.place.selection
    leads: tuple[Lead, ...] = ()
    bridges: tuple[Lead, ...] = ()
    compared = False
    if comparing:
        with suppress(Unavailable):
            leads = diverse(leads_within(edition, TerritoryAsked(selection), dismissals).leads)
            bridges = bridges_of(edition, territory, dismissals)
            compared = True
    practices = practices_of(edition, territory)
    return HereTogether(
        leads,
        bridges,
        compared,
        elements_of(edition, selection),
        tuple((edition.names.practice(one.id, t), one) for one in practices),
    )


def bridges_of(
    edition: OpenEdition, territory: AnyTerritory, dismissals: Collection[Said]
) -> tuple[Lead, ...]:
    """The first leads between somebody here and somebody beyond the border, or of unknown place.

    Within ``_BEYOND_KM`` of the inner point of an EPCI or a commune, of the largest of a group: a
    wider territory has no neighbourhood that one point tells. None where too many would be
    compared.
    """
    lies_in = _lying_in(territory)
    if lies_in is None or territory.point is None:
        return ()
    around = Selection.of({}, around=Around(territory.point, _BEYOND_KM))
    if edition.totals(edition.resolve(around))[0] > _MOST_AROUND:
        return ()
    found = leads_within(edition, TerritoryAsked(around), dismissals)
    across = [lead for lead in found.leads if lies_in(lead.main.a) is not lies_in(lead.main.b)]
    return diverse(across, _BRIDGES)


def _lying_in(territory: AnyTerritory) -> Callable[[Facts], bool] | None:
    """Whether somebody is in a territory; ``None`` for one that is too wide."""
    if isinstance(territory, CommuneGroup):
        return lambda facts: facts.commune_code in territory.codes
    if territory.level is TerritoryLevel.EPCI:
        return lambda facts: facts.epci_code == territory.code
    if territory.level is TerritoryLevel.COMMUNE:
        return lambda facts: facts.commune_code == territory.code
    return None
