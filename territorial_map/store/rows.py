"""Stored rows, made in two steps: what an organisation tells by itself, then what follows from all.

A build makes the first step while it reads, packs it on disk, and completes it at its end: ids that
may be the same, and practices. ``completed`` gives what ``stored_row`` gives of the organisation
that has them.
"""

import marshal
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

import orjson

from territorial_map.domain.dimensions import BY_NAME, DIMENSIONS
from territorial_map.domain.geo import mercator_key
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.practices.tags import PracticeTag, filter_values
from territorial_map.domain.quality import quality_of
from territorial_map.domain.text import fold
from territorial_map.queries import schema
from territorial_map.store.records import declared_text, record_of

PROFILE, RECORD = schema.organisations.c.profile.name, schema.organisations.c.record.name
_ONE = tuple(d for d in DIMENSIONS if not d.many and d.dated is None)
_MANY = tuple(d for d in DIMENSIONS if d.many and d.dated is None)
COLUMNS = (
    *(dimension.name for dimension in (*_ONE, *_MANY)),
    *("id", "name", "sort_name", "acronym", "size", "finess", "naf", "address", "postcode"),
    *("commune_name", "epci_name", "department_name", "region_name", "lon", "lat"),
    *(
        "tile_x",
        "tile_y",
        "website",
        "phone",
        "source_name",
        "vintage",
        "licence_told",
        "quality",
        "missing",
    ),
    *("criteria_met", "criteria_applied", "person_key", "words"),
    *("needs", "offers"),
)
"""The columns of ``StoredRow.values``, in their order: all but ``RECORD`` and ``PROFILE``."""

_PRACTICE = COLUMNS.index(BY_NAME["practice"].name)


@dataclass(frozen=True, slots=True)
class Practices:
    """The tags of an organisation as they are stored: in the column, and in the record (JSON)."""

    column: tuple[str, ...] = ()
    text: bytes = b"[]"

    @classmethod
    def of(cls, tags: tuple[PracticeTag, ...]) -> Self:
        """Those of some tags."""
        return cls(filter_values(tags), orjson.dumps(tags))


class StoredRow(NamedTuple):
    """The columns of one organisation but its record and profile; its record as UTF-8.

    ``aliases`` is every id it answers to.
    """

    values: tuple[Any, ...]
    record: bytes
    aliases: tuple[str, ...]

    def packed(self) -> bytes:
        """The row as bytes for this build alone, its record left out: it lies beside."""
        return marshal.dumps((self.values, self.aliases))

    @classmethod
    def unpacked(cls, packed: bytes, record: bytes) -> Self:
        """The row of ``packed``."""
        values, aliases = marshal.loads(packed)  # noqa: S302 - packed by this build, in a folder of its own
        return cls(values, record, aliases)

    def completed(self, perhaps_same: tuple[str, ...], practices: Practices) -> "StoredRow":
        """The row of the same organisation with what follows from the others.

        Raises:
            ValueError: the row has some already.
        """
        values, record = self.values, self.record
        if perhaps_same:
            record = _filled(record, b"perhaps_same", orjson.dumps(perhaps_same))
        if practices.column:
            record = _filled(record, b"practices", practices.text)
            values = (*values[:_PRACTICE], practices.column, *values[_PRACTICE + 1 :])
        return StoredRow(values, record, self.aliases)


def _filled(record: bytes, key: bytes, value: bytes) -> bytes:
    """A record whose empty list of that key is filled.

    Keys of a record are its own, and quotes inside its texts are escaped: the first match is it.
    """
    before, found, after = record.partition(b'"%b":[]' % key)
    if not found:
        raise ValueError(f"the record already tells {key.decode()}: {record[:80].decode()}…")
    return b'%b"%b":%b%b' % (before, key, value, after)


def stored_row(organisation: Organisation, built_on: str) -> StoredRow:
    """The row of an organisation, its quality measured on an ISO date (that of the edition)."""
    return StoredRow(
        _values(organisation, built_on),
        record_of(organisation),
        tuple([mention.id for mention in organisation.sources]),
    )


def _values(organisation: Organisation, built_on: str) -> tuple[Any, ...]:
    """The values of an organisation, in the order of ``COLUMNS``."""
    quality = quality_of(organisation, built_on)
    place, source = organisation.place, organisation.source
    point = place.point
    tile = mercator_key(point) if point else (None, None)
    return (
        *[found[0] if (found := one.values(organisation)) else None for one in _ONE],
        *[many.values(organisation) for many in _MANY],
        organisation.id,
        organisation.name,
        fold(organisation.name),
        organisation.acronym,
        organisation.size.value,
        organisation.finess,
        organisation.naf,
        place.address,
        place.postcode,
        place.commune,
        place.epci,
        place.department,
        place.region,
        point.lon if point else None,
        point.lat if point else None,
        *tile,
        organisation.website,
        organisation.phone,
        source.source,
        source.vintage,
        source.licence,
        quality.level.value,
        [criterion.value for criterion in quality.missing],
        quality.met,
        quality.applied,
        organisation.person_key,
        sorted(organisation.search_words),
        declared_text(organisation.needs),
        declared_text(organisation.offers),
    )


NumberedRow = tuple[StoredRow, int]
"""A row, and the number of its profile in the edition."""


def by_column(rows: Sequence[NumberedRow]) -> dict[str, Sequence[Any]]:
    """The values of rows, one at least, column by column."""
    columns = zip(*[row.values for row, _ in rows], strict=True)
    told: dict[str, Sequence[Any]] = dict(zip(COLUMNS, columns, strict=True))
    return told | {RECORD: [row.record for row, _ in rows], PROFILE: [number for _, number in rows]}
