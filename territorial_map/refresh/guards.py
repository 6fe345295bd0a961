"""What changed from the edition served to a new one, by source and territory, beside its limits."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from territorial_map.domain.errors import EditionError
from territorial_map.domain.geo import EARTH_RADIUS_KM
from territorial_map.domain.refresh import GuardTrip, Measure
from territorial_map.refresh.plan import GuardLimits
from territorial_map.store.databases import database

_FAR_KM = 0.5
# What is looked at for losses: its name for the reader, and when an organisation has it.
FIELDS: tuple[tuple[str, str], ...] = (
    ("téléphone", "{side}.phone IS NOT NULL"),
    ("site web", "{side}.website IS NOT NULL"),
    ("adresse", "{side}.address IS NOT NULL"),
    ("position", "{side}.lon IS NOT NULL"),
    ("SIRET", "{side}.siret IS NOT NULL"),
    ("secteur", "len({side}.sector) > 0"),
)


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of the organisations of a source, in all (blank territory) or in one.

    ``rows`` of the older edition, of which ``gone``; of those still there, ``placed`` had and have
    a point and ``moved`` it far; ``renamed``; by field, how many ``had`` it and ``lost`` it.
    """

    source: str
    territory: str
    rows: int
    gone: int
    placed: int
    moved: int
    renamed: int
    had: tuple[int, ...]
    lost: tuple[int, ...]


def trips(changed: Iterable[Changed], limits: GuardLimits) -> tuple[GuardTrip, ...]:
    """Every share beyond its limit, those of whole sources first, the largest first."""
    found = [trip for one in changed for trip in _trips(one, limits)]
    return tuple(sorted(found, key=lambda trip: (bool(trip.territory), -trip.share, trip.source)))


def _trips(one: Changed, limits: GuardLimits) -> Iterator[GuardTrip]:
    allowed: Mapping[Measure, float] = limits.territory if one.territory else limits.whole
    there = one.rows - one.gone
    plain = (
        (Measure.GONE, one.gone, one.rows, ""),
        (Measure.MOVED, one.moved, one.placed, ""),
        (Measure.RENAMED, one.renamed, there, ""),
    )
    fields = (
        (Measure.LOST, lost, had, name)
        for (name, _), had, lost in zip(FIELDS, one.had, one.lost, strict=True)
    )
    for measure, count, of, field in (*plain, *fields):
        limit = allowed.get(measure, 1.0)
        if of >= limits.least_rows and count / of > limit:
            yield GuardTrip(one.source, one.territory, measure, count, of, limit, field)


def changed_between(folder: Path, older: str, newer: str) -> tuple[Changed, ...]:
    """Every source of the older edition, in all and by département.

    An organisation that joined another one is still there; one whose source no longer tells it is
    gone for that source.

    Raises:
        EditionError: an edition that cannot be compared.
    """
    try:
        with database(memory_limit="1GB") as connection:
            for name, edition_id in (("older", older), ("newer", newer)):
                quoted = str(folder / f"{edition_id}.duckdb").replace("'", "''")
                connection.execute(f"ATTACH '{quoted}' AS {name} (READ_ONLY)")
            rows = connection.execute(_STATEMENT).fetchall()
    except duckdb.Error as error:
        raise EditionError(
            f"Les éditions « {older} » et « {newer} » ne se comparent pas ({error})."
        ) from error
    half = len(FIELDS)
    return tuple(
        Changed(
            row[0],
            row[1],
            rows=row[2],
            gone=row[3],
            placed=row[4],
            moved=row[5],
            renamed=row[6],
            had=tuple(row[7 : 7 + half]),
            lost=tuple(row[7 + half :]),
        )
        for row in rows
    )


_KM = (
    f"{2 * EARTH_RADIUS_KM} * asin(least(1, sqrt(pow(sin(radians(b.lat - a.lat) / 2), 2) "
    "+ cos(radians(a.lat)) * cos(radians(b.lat)) * pow(sin(radians(b.lon - a.lon) / 2), 2))))"
)
_PER_FIELD = ", ".join(
    f"count(*) FILTER (there AND had_{n}) AS had_{n}" for n in range(len(FIELDS))
)
_LOST_FIELD = ", ".join(
    f"count(*) FILTER (there AND had_{n} AND NOT has_{n}) AS lost_{n}" for n in range(len(FIELDS))
)
_FLAGS = ", ".join(
    f"coalesce({condition.format(side=side)}, false) AS {verb}_{n}"
    for n, (_, condition) in enumerate(FIELDS)
    for side, verb in (("a", "had"), ("b", "has"))
)
_STATEMENT = f"""
WITH pairs AS (
    SELECT a.source AS sources, coalesce(a.department_name, '') AS department,
        b.source AS now_sources, b.id IS NOT NULL AS answered,
        a.lon IS NOT NULL AND b.lon IS NOT NULL AS placed, {_KM} AS km,
        a.sort_name IS DISTINCT FROM b.sort_name AND a.id = b.id AS renamed, {_FLAGS}
    FROM older.organisations AS a
    LEFT JOIN newer.aliases AS answers ON answers.alias = a.id
    LEFT JOIN newer.organisations AS b ON b.id = answers.id
), told AS (
    SELECT unnest(sources) AS source, * EXCLUDE (sources) FROM pairs
), judged AS (
    SELECT *, answered AND list_contains(now_sources, source) AS there FROM told
), counted AS (
    SELECT source, CASE WHEN grouping(department) = 1 THEN '' ELSE department END AS territory,
        grouping(department) AS whole, count(*) AS rows, count(*) FILTER (NOT there) AS gone,
        count(*) FILTER (there AND placed) AS placed,
        count(*) FILTER (there AND placed AND km > {_FAR_KM}) AS moved,
        count(*) FILTER (there AND renamed) AS renamed, {_PER_FIELD}, {_LOST_FIELD}
    FROM judged GROUP BY GROUPING SETS ((source), (source, department))
)
SELECT * EXCLUDE (whole) FROM counted WHERE whole = 1 OR territory <> ''
ORDER BY source, whole DESC, territory
"""  # noqa: S608 - names and numbers of our own
