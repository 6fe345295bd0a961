"""Rows matched to an edition, a batch at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from territorial_map.domain.matching.agreement import MatchWeights, RowAgreement
from territorial_map.domain.matching.list_row import Given
from territorial_map.domain.matching.terms import (
    WORTH_CHOOSING,
    NumberLevel,
    PhoneLevel,
    PlaceLevel,
    Why,
)
from territorial_map.domain.matching.verdict import Candidate, MatchDecision, decide
from territorial_map.domain.selection import Selection
from territorial_map.places import PlaceReader
from territorial_map.queries.schema import AnyRow
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.matching.candidates import AskedRows, Batch, find
from territorial_map.services.matching.named_towns import place_in_name
from territorial_map.services.matching.names import (
    DEVICES,
    Rarity,
    ReadName,
    compare,
    names_town,
    rarity_of,
    read_name,
)
from territorial_map.services.matching.places import area_words, row_place, town_words

BATCH = 1_000


@dataclass(frozen=True, slots=True)
class _Compared:
    """An organisation as it is compared: its row, its name, the words of its town and its head.

    ``areas`` are the names of its département and région.
    """

    row: AnyRow
    name: ReadName
    town: frozenset[str]
    town_head: tuple[str, ...]
    areas: tuple[tuple[str, ...], ...]


def _compared(row: AnyRow, places: PlaceReader) -> _Compared:
    town, name = town_words(row.commune_name or ""), read_name(row.name)
    areas = area_words(row.department, places)
    known = name.devices or frozenset(row.device or ()) & DEVICES
    return _Compared(row, replace(name, devices=known), frozenset(town.all), town.head, areas)


def match_rows(
    edition: OpenEdition,
    rows: Sequence[Given],
    weights: MatchWeights,
    least: float = WORTH_CHOOSING,
) -> Iterator[MatchDecision]:
    """One decision per row, in order, with the candidates that are at least so likely."""
    for compared in compared_rows(edition, rows):
        yield decide(compared[0], compared[1], weights, least)


def compared_rows(
    edition: OpenEdition, rows: Sequence[Given]
) -> Iterator[tuple[Given, list[Candidate]]]:
    """Each row with its candidates compared, before any weight: what weights are fitted on."""
    total, _ = edition.totals(Selection.of({}))
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        asked = [_asked(each, edition.places) for each in batch]
        with edition.file.connect() as connection:
            found = find(connection, asked, total)
        read = {any_id: _compared(row, edition.places) for any_id, row in found.rows.items()}
        for n, each in enumerate(asked):
            ids = sorted(found.ids[n] & found.rows.keys())
            designated = _designated(n, ids, found)
            candidates = [
                _candidate(
                    each,
                    read[any_id],
                    frozenset(found.numbers.get((n, any_id), ())),
                    partial(_rarity, found, total),
                    same=any_id in designated,
                    reached=(n, any_id) in found.reached,
                )
                for any_id in ids
            ]
            yield each.given, candidates


def _asked(given: Given, places: PlaceReader) -> AskedRows:
    where = row_place(given, places)
    named = place_in_name(given.name, where, places) if given.name else None
    only = next(iter(where.communes)) if len(where.communes) == 1 else ""
    commune = places.index.commune(only)
    town = frozenset(town_words(commune.name).all) if commune else frozenset()
    return AskedRows(given, read_name(given.name or given.acronym), where, named, town)


def _designated(n: int, ids: Sequence[str], batch: Batch) -> frozenset[str]:
    """The ids that every known number of the row tells, else those that any does.

    A SIRET that two organisations share says less than the id that tells them apart.
    """
    told = {any_id: batch.numbers[n, any_id] for any_id in ids if (n, any_id) in batch.numbers}
    kinds = {kind for each in told.values() for kind in each}
    return frozenset(any_id for any_id in told if told[any_id] == kinds) or frozenset(told)


def _candidate(
    asked: AskedRows,
    other: _Compared,
    numbers: frozenset[Why],
    rarity: Rarity,
    *,
    same: bool,
    reached: bool,
) -> Candidate:
    row, name = other.row, other.name
    told = bool(asked.name.words or asked.given.acronym)
    acronyms = asked.given.acronym, row.acronym or ""
    mine, place = _told_of(asked, other)
    there = place in {PlaceLevel.COMMUNE, PlaceLevel.AMONG}
    town = other.town | (asked.town_words if there else frozenset())
    agreement = RowAgreement(
        number=NumberLevel.SAME if same else number_level(asked.given, row.siren, row.siret),
        place=place,
        name=compare(mine, name, rarity, acronyms, town, other.areas) if told else None,
        same_postcode=bool(asked.where.postcode) and asked.where.postcode == row.postcode,
        phone=phone_level(asked.given.phone, row.phone),
        town_named=names_town(asked.name, other.town_head, name),
    )
    return Candidate(row.id, row.siren, agreement, numbers, reached=reached)


def _told_of(asked: AskedRows, other: _Compared) -> tuple[ReadName, PlaceLevel]:
    """The name of a row and how its place agrees, as they are read of one organisation.

    A place behind the name is a place where it is the organisation's, else some of the name's own
    words where the organisation bears them, and a sign that parts it makes it a place for all.
    """
    commune, department = other.row.commune, other.row.department
    level, named, own = asked.where.level(commune, department), asked.named, set(other.name.words)
    if named is None:
        in_name = level is PlaceLevel.DEPARTMENT and asked.town and asked.town <= own
        return asked.name, PlaceLevel.AMONG if in_name else level
    there = named.where.level(commune, department)
    if there in {PlaceLevel.COMMUNE, PlaceLevel.AMONG, PlaceLevel.WITHIN}:
        return named.name, there
    if named.words == set(other.town_head) and level is not PlaceLevel.ELSEWHERE:
        sure = asked.where.departments  # which « Vernoux », the cells tell
        return named.name, PlaceLevel.COMMUNE if sure else PlaceLevel.AMONG
    if named.words <= own:
        return asked.name, PlaceLevel.AMONG if there is PlaceLevel.DEPARTMENT else level
    if named.apart:
        return named.name, there
    within = level is PlaceLevel.UNTOLD and there is PlaceLevel.DEPARTMENT
    return asked.name, PlaceLevel.WITHIN if within else level


def phone_level(told: str, known: str | None) -> PhoneLevel:
    """How the landlines agree, both by pairs of digits."""
    if not told or not known:
        return PhoneLevel.UNTOLD
    return PhoneLevel.SAME if told == known else PhoneLevel.DIFFERS


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
