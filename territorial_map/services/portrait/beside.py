"""What alike territories have of each thing counted: their middle, and how a territory stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from territorial_map.domain.alike import RateStanding
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.queries.portrait import counts_in, stored_counts
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.alike import AlikeTerritories
from territorial_map.services.portrait.held import held_of

COUNTED = ("kind", "device", "sector")
# A middle of fewer territories says nothing of most of them.
LEAST_COVERED = 5
# Fewer organisations than these make no rate: one more or one less would change everything.
LEAST_FOR_A_RATE = 5
PEOPLE = 10_000
_MOST = 0.8


@dataclass(frozen=True, slots=True)
class AlikeFigure:
    """One thing counted in each alike territory, ``None`` where no source covers it there.

    ``median_count`` and ``median_rate`` are the middle of those that are covered, ``None`` under
    ``LEAST_COVERED`` of them; ``standing`` is ``None`` where there is nothing to compare.
    """

    counts: tuple[int | None, ...]
    rates: tuple[float | None, ...]
    median_count: float | None
    median_rate: float | None
    standing: RateStanding | None

    @property
    def covered(self) -> int:
        """In how many of them a source covers it."""
        return sum(count is not None for count in self.counts)


class AlikeCounts:
    """The counts of the alike territories of a portrait, and what sources cover in each."""

    def __init__(self, edition: OpenEdition, alike: AlikeTerritories) -> None:
        self._territories = [one.territory for one in alike.territories]
        self._counts = _counts(edition, self._territories)
        self._covering = _counts(edition, list(_holding(edition, self._territories)))

    def figure(
        self, dimension: str, value: str, here: int | None, people: int | None
    ) -> AlikeFigure:
        """One value of a filter (none: all organisations), beside what is known here."""
        counts = tuple(self._count(one, dimension, value) for one in self._territories)
        told = list(zip(counts, self._territories, strict=True))
        rates = tuple(_rate(count, territory.population) for count, territory in told)
        known, compared = _known(counts), _known(rates)
        enough = len(compared) >= LEAST_COVERED
        middle = median(compared) if enough else None
        return AlikeFigure(
            counts,
            rates,
            median(known) if enough else None,
            middle,
            None if middle is None else standing_of(here, people, compared, middle),
        )

    def _count(self, territory: Territory, dimension: str, value: str) -> int | None:
        count = self._counts.get((territory.code, dimension, value), 0)
        if count or territory.level is TerritoryLevel.REGION:
            return count or None
        holding = territory.department_code or territory.code
        return 0 if (holding, dimension, value) in self._covering else None


def _counts(
    edition: OpenEdition, territories: Sequence[Territory]
) -> Mapping[tuple[str, str, str], int]:
    if not territories:
        return {}
    codes, level = {one.code for one in territories}, territories[0].level
    known = held_of(edition).counted
    statement = stored_counts(level, codes) if known else counts_in(level, codes, COUNTED)
    with edition.file.connect() as connection:
        rows = connection.execute(statement).fetchall()
    return {(row.code, row.dimension, row.value): row.organisations for row in rows}


def _holding(edition: OpenEdition, territories: Sequence[Territory]) -> Iterator[Territory]:
    """The départements that hold the territories: what is known there is covered in them."""
    codes = {one.department_code or one.code for one in territories}
    found = (edition.gazetteer.get(TerritoryLevel.DEPARTMENT, code) for code in sorted(codes))
    return (one for one in found if one is not None)


def _known(values: Sequence[float | None]) -> list[float]:
    return [value for value in values if value is not None]


def _rate(count: int | None, people: int | None) -> float | None:
    return None if count is None or not people else count * PEOPLE / people


def standing_of(
    here: int | None, people: int | None, others: Sequence[float], middle: float
) -> RateStanding | None:
    """How a count stands to the rates of others, whose middle is ``middle``.

    Where both it and what the middle would make here are small, nothing can be said.

    >>> standing_of(12, 10_000, [1, 2, 3, 4, 5], 3), standing_of(2, 10_000, [1, 2, 3, 4, 5], 3)
    (<RateStanding.MORE: 'more'>, <RateStanding.FEW: 'few'>)
    >>> standing_of(0, 90_000, [1, 2, 3, 4, 5], 3), standing_of(None, 90_000, [1, 2], 1) is None
    (<RateStanding.LESS: 'less'>, True)
    """
    rate = _rate(here, people)
    if here is None or rate is None or not people:
        return None
    if max(here, middle * people / PEOPLE) < LEAST_FOR_A_RATE:
        return RateStanding.FEW
    if sum(other < rate for other in others) >= _MOST * len(others):
        return RateStanding.MORE
    if sum(other > rate for other in others) >= _MOST * len(others):
        return RateStanding.LESS
    return RateStanding.MIDDLE
