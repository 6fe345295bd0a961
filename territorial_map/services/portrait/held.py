"""What portraits ask of an edition again and again, read once and held as long as it is open."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Table

from territorial_map.domain.commune_groups import AnyTerritory, CommuneGroup
from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.vocabulary import Kind
from territorial_map.queries.portrait import first_ids, table_names
from territorial_map.queries.schema import territory_counts
from territorial_map.services.explore.open_edition import OpenEdition

# Poles are some hundreds in the whole country.
_MOST_POLES = 5_000
_Place = tuple[TerritoryLevel, TerritoryLevel, str]


@dataclass(frozen=True, slots=True)
class HeldEdition:
    """The tables of an edition, ``counted`` if its counts were computed with it; its poles by name.

    ``inside`` are the territories of a level whose place is in another one.
    """

    tables: frozenset[str]
    counted: bool
    inside: dict[_Place, tuple[Territory, ...]]
    everyone: int
    poles: tuple[Listed, ...]

    def has(self, *tables: Table) -> bool:
        """Whether the edition has some tables: none before it was written with them."""
        return self.tables.issuperset(one.name for one in tables)

    def lying_in(self, level: TerritoryLevel, whole: AnyTerritory) -> tuple[Territory, ...]:
        """The territories of a level inside another one; of a group of communes, these alone."""
        if isinstance(whole, CommuneGroup):
            return whole.communes if level is TerritoryLevel.COMMUNE else ()
        return self.inside.get((level, whole.level, whole.code), ())


_held: WeakKeyDictionary[OpenEdition, HeldEdition] = WeakKeyDictionary()
_lock = Lock()


def held_of(edition: OpenEdition) -> HeldEdition:
    """What is held of an edition, read when first asked."""
    with _lock:
        found = _held.get(edition)
        if found is None:
            found = _held[edition] = _read(edition)
    return found


def first_lines(
    edition: OpenEdition, within: Selection, selections: Sequence[Selection], most: int
) -> tuple[tuple[Listed, ...], ...]:
    """The first organisations of each selection by name, all lying ``within`` one."""
    if not selections:
        return ()
    with edition.file.connect() as connection:
        (told,) = connection.execute(first_ids(within, selections, most)).fetchall()
    ids = tuple(tuple(found or ()) for found in told)
    wanted = tuple(sorted({each for found in ids for each in found}))
    lines = {one.id: one for one in edition.listed_by_ids(wanted)}
    return tuple(tuple(lines[each] for each in found) for found in ids)


def _read(edition: OpenEdition) -> HeldEdition:
    with edition.file.connect() as connection:
        tables = frozenset(connection.scalars(table_names()))
        counted = territory_counts.name in tables and bool(
            connection.execute(territory_counts.select().limit(1)).first()
        )
    gazetteer = edition.gazetteer
    everyone = sum(one.population or 0 for one in gazetteer.of_level(TerritoryLevel.REGION))
    poles = edition.page(Selection.of({"kind": [Kind.PTCE.value]}), Order.NAME, _MOST_POLES)
    return HeldEdition(tables, counted, _inside(edition), everyone, poles.items)


def _inside(edition: OpenEdition) -> dict[_Place, tuple[Territory, ...]]:
    found: defaultdict[_Place, list[Territory]] = defaultdict(list)
    for level in TerritoryLevel:
        for one in edition.gazetteer.of_level(level):
            for wider in TerritoryLevel:
                code = None if wider is TerritoryLevel.COMMUNE else _code(one, wider)
                if code and wider is not level:
                    found[level, wider, code].append(one)
    return {place: tuple(inside) for place, inside in found.items()}


def _code(one: Territory, wider: TerritoryLevel) -> str | None:
    codes = {
        TerritoryLevel.REGION: one.region_code,
        TerritoryLevel.DEPARTMENT: one.department_code,
        TerritoryLevel.EPCI: one.epci_code,
    }
    return codes[wider]
