"""Candidates of a batch of rows: by their numbers, and by the telling words of their names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from sqlalchemy import Connection

from territorial_map.domain.matching.list_row import Given
from territorial_map.domain.matching.terms import Why
from territorial_map.domain.text import fold, words
from territorial_map.queries import matching
from territorial_map.queries.schema import AnyRow
from territorial_map.services.matching.named_towns import NamedPlace
from territorial_map.services.matching.names import ReadName, rarity_of
from territorial_map.services.matching.places import RowPlace

_WORDS_SOUGHT = 6  # of a row: the rarest
_COMMON = 2_000  # organisations: a commoner word is sought in the row's departments only
_NEAR = 0.8  # of the weight of a word told without a typing error
_SCALE = 8.0
_LONG_ENOUGH = 5  # letters of a word to which an article may be glued
_MOST_COMMUNES = 5  # that a row may mean, for its letters to tell something there
_MOST_NAMESAKES = 5  # that a row without a place may choose among
_LETTERS = re.compile(r"[a-z0-9]{3,8}")


@dataclass(frozen=True, slots=True)
class AskedRows:
    """A row with what was read of it: its name, where its cells say it is, where its name does.

    ``town`` holds the words of the only commune that the cells tell.
    """

    given: Given
    name: ReadName
    where: RowPlace
    named: NamedPlace | None = None
    town: frozenset[str] = frozenset()

    @property
    def town_words(self) -> frozenset[str]:
        """The words of the town that is told, in a cell or behind the name."""
        return self.town if self.named is None else self.named.words

    @property
    def sought(self) -> RowPlace:
        """Where its organisation is sought first."""
        return self.where if self.named is None else self.named.where


@dataclass(slots=True)
class Batch:
    """What the directory holds for a batch: candidates by row, their rows, counts of words.

    ``numbers`` are, by row and id, the kinds of number by which the row designates the id;
    ``reached`` are the pairs of row and id that share a phone or an address in a commune, or a
    whole name where the row tells no place.
    """

    ids: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    numbers: dict[tuple[int, str], set[Why]] = field(default_factory=lambda: defaultdict(set))
    reached: set[tuple[int, str]] = field(default_factory=set)
    rows: dict[str, AnyRow] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def find(connection: Connection, asked: Sequence[AskedRows], total: int) -> Batch:
    """Candidates of every row of a batch; ``total`` is the number of organisations."""
    batch = Batch()
    _by_numbers(connection, asked, batch)
    _by_alias(connection, asked, batch)
    _by_contact(connection, asked, batch)
    _by_whole_name(connection, asked, batch)
    _count_words(connection, asked, batch)
    sought = list(_sought(connection, asked, batch, total))
    if sought:
        for row, any_id in connection.execute(matching.with_words(sought)):
            batch.ids[row].add(any_id)
    letters = list(_initials(asked))
    if letters:
        for row, any_id in connection.execute(matching.with_initials(letters)):
            batch.ids[row].add(any_id)
    ids = sorted(set().union(*batch.ids.values()))
    if ids:
        found = connection.execute(matching.candidates(ids)).fetchall()
        batch.rows = {row.id: row for row in found}
        _count(connection, {w for r in found for w in words(f"{r.name} {r.acronym or ''}")}, batch)
    return batch


def _by_numbers(connection: Connection, asked: Sequence[AskedRows], batch: Batch) -> None:
    sirets = _index((a.given.siret, *a.given.near_sirets) for a in asked)
    sirens = _index((a.given.siren, *a.given.near_sirens) for a in asked)
    finess = _index((a.given.finess,) for a in asked)
    statement = matching.with_numbers(sorted(sirets), sorted(sirens), sorted(finess))
    for found in connection.execute(statement):
        for n in {*sirets.get(found.siret, ()), *sirens.get(found.siren, ())}:
            batch.ids[n].add(found.id)
            if found.siret is not None and asked[n].given.siret == found.siret:
                batch.numbers[n, found.id].add(Why.SIRET)
        for n in finess.get(found.finess, ()):
            batch.ids[n].add(found.id)
            batch.numbers[n, found.id].add(Why.FINESS)


def _by_alias(connection: Connection, asked: Sequence[AskedRows], batch: Batch) -> None:
    """By the ids an organisation answers to, its merged ones included, and the numbers in them."""
    own = _index((a.given.id,) for a in asked)
    kinds = (
        (Why.SIRET, _index((a.given.siret,) for a in asked)),
        (Why.FINESS, _index((a.given.finess,) for a in asked)),
        (Why.RNA, _index((a.given.rna,) for a in asked)),
    )
    ends = sorted(set().union(*(index for _, index in kinds)))
    if not own and not ends:
        return
    for alias, end, any_id in connection.execute(matching.answering_to(sorted(own), ends)):
        for n in own.get(alias, ()):
            batch.ids[n].add(any_id)
            batch.numbers[n, any_id].add(Why.ID)
        for kind, index in kinds:
            for n in index.get(end, ()):
                batch.ids[n].add(any_id)
                batch.numbers[n, any_id].add(kind)


def _by_contact(connection: Connection, asked: Sequence[AskedRows], batch: Batch) -> None:
    """Rows that tell no name but a kind (« ESAT »): by the same phone or address in the commune."""
    bare = [n for n, each in enumerate(asked) if not each.name.words and _few(each)]
    phones = _index((a.given.phone if n in bare else "",) for n, a in enumerate(asked))
    addresses = _index((fold(a.given.address) if n in bare else "",) for n, a in enumerate(asked))
    held: list[tuple[list[int], AnyRow]] = []
    if phones:
        found = connection.execute(matching.with_phones(sorted(phones)))
        held += [(phones[row.phone], row) for row in found]
    if addresses:
        told = set().union(*addresses.values())
        communes = sorted({code for n in told for code in asked[n].where.communes})
        found = connection.execute(matching.with_address(communes))
        held += [(addresses.get(fold(row.address), []), row) for row in found]
    for rows, row in held:
        for n in rows:
            if row.commune in asked[n].where.communes:
                batch.ids[n].add(row.id)
                batch.reached.add((n, row.id))


def _by_whole_name(connection: Connection, asked: Sequence[AskedRows], batch: Batch) -> None:
    """Rows that tell no place: by a name of two words or more, common as they are."""
    names = _index((fold(a.given.name) if _only_named(a) else "",) for a in asked)
    held: dict[str, list[str]] = defaultdict(list)
    for any_id, name in connection.execute(matching.with_names(sorted(names))) if names else ():
        held[name].append(any_id)
    for name, ids in held.items():
        if len(ids) <= _MOST_NAMESAKES:
            for n in names[name]:
                batch.ids[n].update(ids)
                batch.reached.update((n, any_id) for any_id in ids)


def _only_named(asked: AskedRows) -> bool:
    placed = asked.where.communes or asked.where.departments
    return bool(asked.name.words) and " " in asked.given.name.strip() and not placed


def _few(asked: AskedRows) -> bool:
    return 0 < len(asked.where.communes) <= _MOST_COMMUNES


def _index(values: Iterable[tuple[str | None, ...]]) -> dict[str, list[int]]:
    """The rows that tell each value."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, told in enumerate(values):
        for value in told:
            if value:
                found[value].append(n)
    return found


def _own_words(asked: AskedRows) -> dict[str, None]:
    return dict.fromkeys(chain(asked.name.words, words(asked.given.acronym)))


def _bare(word: str) -> str:
    """A word without the article that may be glued to it (« LARCHE »), else nothing."""
    return word[1:] if word[0] in "ld" and len(word) >= _LONG_ENOUGH else ""


def _count_words(connection: Connection, asked: Sequence[AskedRows], batch: Batch) -> None:
    told = {word for each in asked for word in _own_words(each)}
    _count(connection, (told | set(map(_bare, told))) - {""}, batch)


def _count(connection: Connection, wanted: set[str], batch: Batch) -> None:
    missing = sorted(wanted - batch.counts.keys())
    if missing:
        batch.counts.update((w, n) for w, n in connection.execute(matching.word_counts(missing)))


def _sought(
    connection: Connection, asked: Sequence[AskedRows], batch: Batch, total: int
) -> Iterator[matching.AskedWord]:
    """The words to look for, a misspelt one by the directory's words near it."""
    unknown = sorted(
        {
            word
            for each in asked
            for word in _own_words(each)
            if word not in batch.counts and len(word) >= 4 and not word.isdigit()
        }
    )
    near = _near(connection, unknown)
    for n, each in enumerate(asked):
        forms: list[tuple[float, str, int]] = []
        for word in _own_words(each):
            if word in batch.counts:
                forms.append((rarity_of(batch.counts[word], total), word, batch.counts[word]))
            bare = _bare(word)
            glued = [(bare, batch.counts[bare])] if bare in batch.counts else []
            for other, count in dict.fromkeys((*near.get(word, ()), *glued)):
                forms.append((_NEAR * rarity_of(count, total), other, count))
        forms.sort(reverse=True)
        departments, communes = _piped(each.sought.departments), _piped(each.sought.communes)
        for weight, word, count in forms[: _WORDS_SOUGHT + 4]:
            everywhere = count <= _COMMON
            if everywhere or departments:
                yield matching.AskedWord(
                    n, word, weight * _SCALE, departments, communes, everywhere
                )


def _near(connection: Connection, unknown: Sequence[str]) -> Mapping[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    if unknown:
        for asked, word, count in connection.execute(matching.near_words(unknown)):
            found[asked].append((word, count))
    return found


def _initials(asked: Sequence[AskedRows]) -> Iterator[matching.AskedInitials]:
    """Rows whose name is one short word, or that tell an acronym, with where they say they are."""
    for n, each in enumerate(asked):
        communes = each.where.communes
        only = each.name.words if len(each.name.words) == 1 else ()
        told = {fold(each.given.acronym).replace(" ", ""), *only}
        for letters in sorted(told):
            if len(communes) <= _MOST_COMMUNES and _LETTERS.fullmatch(letters):
                for commune in sorted(communes):
                    yield matching.AskedInitials(n, letters, commune)


def _piped(codes: Iterable[str]) -> str:
    listed = "|".join(sorted(codes))
    return f"|{listed}|" if listed else ""
