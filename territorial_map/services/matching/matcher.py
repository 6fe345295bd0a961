"""Rows matched to an edition, a batch at a time."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from territorial_map.domain.matching.agreement import Agreement, Weights
from territorial_map.domain.matching.given import Given
from territorial_map.domain.matching.terms import NumberLevel
from territorial_map.domain.matching.verdict import Candidate, Decision, decide
from territorial_map.domain.selection import Selection
from territorial_map.queries.schema import AnyRow
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.matching.finding import Asked, Batch, find
from territorial_map.services.matching.names import ReadName, compare, rarity_of, read_name
from territorial_map.services.matching.places import place_index

BATCH = 500


def match_rows(edition: OpenEdition, rows: Sequence[Given], weights: Weights) -> Iterator[Decision]:
    """One decision per row, in order."""
    for compared in compared_rows(edition, rows):
        yield decide(compared[0], compared[1], weights)


def compared_rows(
    edition: OpenEdition, rows: Sequence[Given]
) -> Iterator[tuple[Given, list[Candidate]]]:
    """Each row with its candidates compared, before any weight: what weights are fitted on."""
    places = place_index(edition)
    total, _ = edition.totals(Selection.of({}))
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        asked = [Asked(g, read_name(g.name or g.acronym), places.whereabouts(g)) for g in batch]
        with edition.file.connect() as connection:
            found = find(connection, asked, total)
        read = {any_id: read_name(row.name) for any_id, row in found.rows.items()}
        for n, each in enumerate(asked):
            yield (
                each.given,
                [
                    _candidate(n, each, found, read[any_id], total, found.rows[any_id])
                    for any_id in sorted(found.ids[n] & found.rows.keys())
                ],
            )


def _candidate(
    n: int, asked: Asked, batch: Batch, name: ReadName, total: int, row: AnyRow
) -> Candidate:
    numbers = frozenset(batch.numbers.get((n, row.id), ()))
    rarity = partial(_rarity, batch, total)
    told = bool(asked.name.words or asked.given.acronym)
    agreement = Agreement(
        number=NumberLevel.SAME if numbers else number_level(asked.given, row.siren, row.siret),
        place=asked.where.level(row.commune, row.department),
        name=compare(asked.name, asked.given.acronym, name, row.acronym or "", rarity)
        if told
        else None,
        same_postcode=bool(asked.where.postcode) and asked.where.postcode == row.postcode,
    )
    return Candidate(row.id, row.siren, agreement, numbers)


def _rarity(batch: Batch, total: int, word: str) -> float:
    return rarity_of(batch.counts.get(word), total)


def number_level(given: Given, siren: str | None, siret: str | None) -> NumberLevel:
    """How the numbers agree when none designates the organisation outright."""
    if siret in given.near_sirets or siren in given.near_sirens:
        return NumberLevel.NEAR
    if given.siren is None or siren is None:
        return NumberLevel.NONE
    if given.siren != siren:
        return NumberLevel.DIFFERS
    return NumberLevel.OTHER_SITE if given.siret and siret else NumberLevel.SIREN
