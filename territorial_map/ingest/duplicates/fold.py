"""Folding the records of every table: merged when sure, marked when unsure, else kept apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.text import fold
from territorial_map.ingest.duplicates.core_names import core_name
from territorial_map.ingest.duplicates.likeness import Compared, Likeness, likeness
from territorial_map.ingest.duplicates.merge import merged
from territorial_map.ingest.tables import SourceTable


@dataclass(frozen=True, slots=True)
class Record:
    """An organisation as one row of one table tells it."""

    table: SourceTable
    organisation: Organisation


@dataclass(frozen=True, slots=True)
class Folded:
    """Organisations sorted by id, and how many rows of each file were merged into another's."""

    organisations: tuple[Organisation, ...]
    merged: dict[str, int]
    perhaps: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Survivor:
    compared: Compared
    files: set[str] = field(default_factory=set)


class _Folding:
    """Survivors so far, found by SIRET and by commune."""

    def __init__(self) -> None:
        self.survivors: dict[str, _Survivor] = {}
        self.merged: dict[str, int] = defaultdict(int)
        self.perhaps: set[tuple[str, str]] = set()
        self._by_siret: dict[str, list[str]] = defaultdict(list)
        self._by_commune: dict[str, list[str]] = defaultdict(list)

    def add(self, record: Record) -> None:
        """Merge a record into the survivor it surely is, else keep it and mark the unsure."""
        compared = _compared(record.organisation)
        sure: list[tuple[_Survivor, Likeness]] = []
        unsure: list[str] = []
        for survivor in self._candidates(record.organisation):
            found = _found(survivor, record, compared)
            if found is Likeness.PERHAPS:
                unsure.append(survivor.compared.organisation.id)
            elif found is not None:
                sure.append((survivor, found))
        if sure and _is_one_person(sure):
            survivor, found = min(
                sure, key=lambda pair: (pair[1].value, pair[0].compared.organisation.id)
            )
            self._merge(survivor, record, found)
            return
        self._keep(record, compared)
        unsure += [survivor.compared.organisation.id for survivor, _ in sure]
        self.perhaps |= {(other, record.organisation.id) for other in unsure}

    def _candidates(self, organisation: Organisation) -> list[_Survivor]:
        ids = [
            *self._by_siret.get(organisation.siret or "", ()),
            *self._by_commune.get(organisation.place.commune_code or "", ()),
        ]
        return [self.survivors[identity] for identity in dict.fromkeys(ids)]

    def _keep(self, record: Record, compared: Compared) -> None:
        organisation = record.organisation
        self.survivors[organisation.id] = _Survivor(compared, {record.table.file})
        self._index(organisation)

    def _index(self, organisation: Organisation) -> None:
        if organisation.siret:
            self._by_siret[organisation.siret].append(organisation.id)
        if organisation.place.commune_code:
            self._by_commune[organisation.place.commune_code].append(organisation.id)

    def _merge(self, survivor: _Survivor, record: Record, found: Likeness) -> None:
        first = survivor.compared.organisation
        whole = merged(first, record.organisation, found.label)
        survivor.compared = Compared(whole, survivor.compared.core)
        survivor.files.add(record.table.file)
        self.merged[record.table.file] += 1
        if (whole.siret, whole.place.commune_code) != (first.siret, first.place.commune_code):
            self._index(whole)


def fold_duplicates(records: Iterable[Record], likely: Sequence[tuple[str, str]] = ()) -> Folded:
    """Fold records, given in the order of trust of their tables.

    Two ids of one register are never merged. Rows of a compiled list may be one organisation:
    they are marked, and merged only when one page names the same member twice over. ``likely``
    adds pairs of ids, of either side's sources, to be marked « perhaps the same ».
    """
    folding = _Folding()
    for record in records:
        folding.add(record)
    answers = {
        mention.id: identity
        for identity, survivor in folding.survivors.items()
        for mention in survivor.compared.organisation.sources
    }
    pairs = {
        _ordered(answers[one], answers[other])
        for one, other in (*folding.perhaps, *likely)
        if answers[one] != answers[other]
    }
    return Folded(_marked(folding, pairs), dict(folding.merged), tuple(sorted(pairs)))


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _found(survivor: _Survivor, record: Record, compared: Compared) -> Likeness | None:
    """The likeness that counts: inside one table, only what its nature allows."""
    found = likeness(survivor.compared, compared)
    if found is None or record.table.file not in survivor.files:
        return found
    if record.table.is_register:
        return None
    one, other = survivor.compared.organisation, record.organisation
    if _same_member(one, other):
        return found
    return Likeness.PERHAPS if _listed_twice(one, other) else None


def _listed_twice(one: Organisation, other: Organisation) -> bool:
    """True when one list may name a place twice: same SIREN or website, never a name alone."""
    same_siren = one.siren is not None and one.siren == other.siren
    return same_siren or (one.website is not None and one.website == other.website)


def _same_member(one: Organisation, other: Organisation) -> bool:
    """True for one name at one commune, tied to PTCEs on both sides."""
    tied = bool(one.memberships and other.memberships)
    return tied and fold(one.source_name) == fold(other.source_name)


def _is_one_person(sure: list[tuple[_Survivor, Likeness]]) -> bool:
    """True for one candidate, or several sites of one SIREN: the person is surely the same."""
    sirens = {survivor.compared.organisation.siren for survivor, _ in sure}
    return len(sure) == 1 or (len(sirens) == 1 and None not in sirens)


def _compared(organisation: Organisation) -> Compared:
    commune = organisation.place.commune or ""
    return Compared(organisation, core_name(organisation.source_name, commune))


def _marked(folding: _Folding, pairs: set[tuple[str, str]]) -> tuple[Organisation, ...]:
    doubts: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        doubts[one].add(other)
        doubts[other].add(one)
    return tuple(
        replace(survivor.compared.organisation, perhaps_same=tuple(sorted(doubts[identity])))
        for identity, survivor in sorted(folding.survivors.items())
    )
