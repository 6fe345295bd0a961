"""Stored rows, made in two steps: what an organisation tells by itself, then what follows from all.

A build makes the first step while it reads, packs it on disk, and completes it at its end: ids that
may be the same, practices, and the number of the profile. ``completed`` gives what ``stored_row``
gives of the organisation that has them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Self

import orjson

from territorial_map.domain.dimensions import BY_NAME, DIMENSIONS
from territorial_map.domain.geo import mercator_key
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.coding import profile_code
from territorial_map.domain.pooling.facts import profile_of
from territorial_map.domain.practices.tags import PracticeTag
from territorial_map.domain.quality import quality_of
from territorial_map.domain.text import fold
from territorial_map.queries import schema
from territorial_map.store.records import record_of

PROFILE, RECORD = schema.organisations.c.profile.name, schema.organisations.c.record.name
COLUMNS = tuple(c.name for c in schema.organisations.columns if c.name not in {PROFILE, RECORD})
"""The columns of ``StoredRow.values``, in their order."""

_PRACTICE = COLUMNS.index(BY_NAME["practice"].name)
_ordered = itemgetter(*COLUMNS)
_ONE = tuple((d.name, d.values) for d in DIMENSIONS if not d.many and d.dated is None)
_MANY = tuple((d.name, d.values) for d in DIMENSIONS if d.many and d.dated is None)


@dataclass(frozen=True, slots=True)
class Practices:
    """The tags of an organisation as they are stored: in the column, and in the record (JSON)."""

    column: tuple[str, ...] = ()
    text: str = "[]"

    @classmethod
    def of(cls, tags: tuple[PracticeTag, ...]) -> Self:
        """Those of some tags."""
        column = (v for t in tags for v in (t.practice_id, f"{t.practice_id}:{t.role.value}"))
        return cls(tuple(column), orjson.dumps(tags).decode())


@dataclass(frozen=True, slots=True)
class StoredRow:
    """The columns of one organisation but its record and profile number; then these.

    ``profile`` is the code of its profile, ``aliases`` every id it answers to.
    """

    values: tuple[Any, ...]
    record: str
    profile: str
    aliases: tuple[str, ...]

    def packed(self) -> bytes:
        """The row as bytes, its record left out: it lies beside."""
        return orjson.dumps((self.values, self.profile, self.aliases))

    @classmethod
    def unpacked(cls, packed: bytes, record: str) -> Self:
        """The row of ``packed``."""
        values, profile, aliases = orjson.loads(packed)
        return cls(tuple(values), record, profile, tuple(aliases))

    def completed(self, perhaps_same: tuple[str, ...], practices: Practices) -> "StoredRow":
        """The row of the same organisation with what follows from the others.

        Raises:
            ValueError: the row has some already.
        """
        values, record = self.values, self.record
        if perhaps_same:
            record = _filled(record, "perhaps_same", orjson.dumps(perhaps_same).decode())
        if practices.column:
            record = _filled(record, "practices", practices.text)
            values = (*values[:_PRACTICE], practices.column, *values[_PRACTICE + 1 :])
        return StoredRow(values, record, self.profile, self.aliases)


def _filled(record: str, key: str, value: str) -> str:
    """A record whose empty list of that key is filled.

    Keys of a record are its own, and quotes inside its texts are escaped: the first match is it.
    """
    before, found, after = record.partition(f'"{key}":[]')
    if not found:
        raise ValueError(f"the record already tells {key}: {record[:80]}…")
    return f'{before}"{key}":{value}{after}'


def stored_row(organisation: Organisation, built_on: str) -> StoredRow:
    """The row of an organisation, its quality measured on an ISO date (that of the edition)."""
    return StoredRow(
        _ordered(_columns(organisation, built_on)),
        record_of(organisation),
        profile_code(profile_of(organisation)),
        tuple(mention.id for mention in organisation.sources),
    )


def _columns(organisation: Organisation, built_on: str) -> dict[str, Any]:
    """The columns of an organisation, by name."""
    quality = quality_of(organisation, built_on)
    place, source = organisation.place, organisation.source
    point = place.point
    tile = mercator_key(point) if point else (None, None)
    row: dict[str, Any] = {name: next(iter(values(organisation)), None) for name, values in _ONE}
    row |= {name: values(organisation) for name, values in _MANY}
    return row | {
        "id": organisation.id,
        "name": organisation.name,
        "sort_name": fold(organisation.name),
        "acronym": organisation.acronym,
        "size": organisation.size.value,
        "finess": organisation.finess,
        "address": place.address,
        "postcode": place.postcode,
        "commune_name": place.commune,
        "epci_name": place.epci,
        "department_name": place.department,
        "region_name": place.region,
        "lon": point.lon if point else None,
        "lat": point.lat if point else None,
        "tile_x": tile[0],
        "tile_y": tile[1],
        "website": organisation.website,
        "phone": organisation.phone,
        "source": source.source,
        "vintage": source.vintage,
        "licence": source.licence,
        "quality": quality.level.value,
        "missing": [criterion.value for criterion in quality.missing],
        "criteria_met": quality.met,
        "criteria_applied": quality.applied,
        "person_key": organisation.person_key,
        "words": sorted(organisation.search_words),
    }


def by_column(rows: Iterable[StoredRow]) -> dict[str, tuple[Any, ...]]:
    """The values of rows, column by column, their records as the last one."""
    kept = list(rows)
    columns = zip(*(row.values for row in kept), strict=True) if kept else ((),) * len(COLUMNS)
    told = dict(zip(COLUMNS, columns, strict=True))
    return told | {RECORD: tuple(row.record for row in kept)}
