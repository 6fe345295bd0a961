"""Pages of features read from an edition: organisations by the directory's filters, territories."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import shapely
from sqlalchemy import select

from territorial_map.domain.errors import NotFound
from territorial_map.domain.geo import Window
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel, TerritoryShape
from territorial_map.queries import features as statements
from territorial_map.queries.schema import AnyRow, Rows
from territorial_map.queries.schema import territories as t
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.territory_rows import shape_of
from territorial_map.store.records import organisation_of

Windows = Sequence[Window]


@dataclass(frozen=True, slots=True)
class OrganisationsRead:
    """A page of organisations, and how many there are in all."""

    found: tuple[Organisation, ...]
    matched: int


@dataclass(frozen=True, slots=True)
class TerritoriesRead:
    """A page of territories with their outlines, and how many there are in all."""

    found: tuple[TerritoryShape, ...]
    matched: int


def read_organisations(
    edition: OpenEdition, selection: Selection, windows: Windows, limit: int, offset: int
) -> OrganisationsRead:
    """The organisations of a selection whose point is in one of the windows, by id.

    Without windows, those without a point are there too.
    """
    resolved = edition.resolve(selection)
    ((matched,),) = _rows(edition, statements.organisation_count(resolved, windows))
    asked = statements.organisation_records(resolved, windows, limit, offset)
    found = tuple(organisation_of(row[0]) for row in _rows(edition, asked))
    return OrganisationsRead(found, matched)


def read_territories(
    edition: OpenEdition,
    level: TerritoryLevel,
    chosen: Mapping[str, Sequence[str]],
    windows: Windows,
    page: tuple[int, int],
) -> TerritoriesRead:
    """The territories of a level whose outline meets one of the windows, by code.

    ``page`` is how many at most, and how many to pass.
    """
    limit, offset = page
    boxes = [shapely.box(w.west, w.south, w.east, w.north) for w in windows]
    rows = _rows(edition, statements.territory_codes(level, chosen, windows))
    codes = [row[0] for row in rows if row.inside or _meets(row[2], boxes)]
    asked = statements.territory_rows(level, codes[offset : offset + limit])
    return TerritoriesRead(tuple(map(shape_of, _rows(edition, asked))), len(codes))


def read_territory(edition: OpenEdition, level: TerritoryLevel, code: str) -> TerritoryShape:
    """One territory by its very code.

    Raises:
        NotFound: the code is none of this level's.
    """
    rows = _rows(edition, select(t).where(t.c.level == level.value, t.c.code == code))
    if not rows:
        raise NotFound(f"Aucun territoire « {code} » au niveau « {level.label} » ({edition.cog}).")
    return shape_of(rows[0])


def extent_of(edition: OpenEdition, level: TerritoryLevel | None) -> Window | None:
    """The window of a collection: of a level, or of the organisations."""
    make = (
        statements.organisation_extent
        if level is None
        else partial(statements.territory_extent, level)
    )
    (sides,) = _rows(edition, make())
    return None if sides[0] is None else Window(*sides)


def _meets(outline: str | None, boxes: Sequence[shapely.Polygon]) -> bool:
    if outline is None:
        return False
    shape = shapely.from_geojson(outline)
    return any(shapely.intersects(shape, box) for box in boxes)


def _rows(edition: OpenEdition, statement: Rows) -> list[AnyRow]:
    with edition.file.connect() as connection:
        return list(connection.execute(statement).fetchall())
