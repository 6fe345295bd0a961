"""What a territory seems to lack beside those most like it, as it was computed with the edition."""

from collections.abc import Sequence
from dataclasses import dataclass

from territorial_map.domain.commune_groups import AnyTerritory, CommuneGroup
from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.gaps import COMPARED_DEVICES
from territorial_map.domain.listing import Listed
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import Territory
from territorial_map.queries.portrait import gaps_in
from territorial_map.queries.schema import AnyRow, territory_gaps
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.held import held_of
from territorial_map.services.portrait.place import selection_of


@dataclass(frozen=True, slots=True)
class NearestOutside:
    """The nearest organisation of a kind outside a territory, from its inner point."""

    id: str
    name: str
    place: str
    km: float


@dataclass(frozen=True, slots=True)
class Gap:
    """A thing (a value of a filter) that ``present`` of ``compared`` alike territories have.

    ``known`` here, ``low`` to ``high`` expected at their rate; ``chance`` is that of so few.
    ``beyond_chance`` gaps are held, together, to one rate of false ones; of the others chance may
    be the whole reason. ``behind`` is the selection whose list ``known`` is the length of.
    """

    dimension: str
    value: str
    label: str
    known: int
    compared: int
    present: int
    expected: float
    low: int
    high: int
    chance: float
    beyond_chance: bool
    nearest: NearestOutside | None
    behind: Selection


def gaps_of(edition: OpenEdition, territory: AnyTerritory) -> tuple[Gap, ...] | None:
    """The gaps of a territory, those that chance explains least first.

    ``None`` for a group of communes, and for an edition that was written before gaps were computed.
    """
    if isinstance(territory, CommuneGroup) or not held_of(edition).has(territory_gaps):
        return None
    with edition.file.connect() as connection:
        rows = connection.execute(gaps_in(territory.level, territory.code)).fetchall()
    near = _nearest(edition, rows)
    return tuple(_gap(territory, row, near) for row in rows)


def _nearest(edition: OpenEdition, rows: Sequence[AnyRow]) -> dict[str, Listed]:
    ids = tuple(sorted({row.nearest_id for row in rows if row.nearest_id}))
    return {one.id: one for one in edition.listed_by_ids(ids)}


def _gap(territory: Territory, row: AnyRow, near: dict[str, Listed]) -> Gap:
    found = near.get(row.nearest_id)
    outside = None
    if found is not None:
        place = found.commune or found.department or ""
        outside = NearestOutside(found.id, found.name, place, row.nearest_km)
    return Gap(
        row.dimension,
        row.value,
        BY_NAME[row.dimension].label_of(row.value),
        row.known,
        row.compared,
        row.present,
        row.expected,
        row.low,
        row.high,
        row.chance,
        row.beyond_chance,
        outside,
        _behind(territory, row),
    )


def _behind(territory: Territory, row: AnyRow) -> Selection:
    """Trades are compared among the organisations that hold a device, of any kind."""
    selection = selection_of(territory).choosing(row.dimension, [row.value])
    if row.dimension != "sector":
        return selection
    return selection.choosing("device", [device.value for device in COMPARED_DEVICES])
