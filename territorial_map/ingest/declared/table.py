"""A table of needs and offers that organisations of other tables declare, row by row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from territorial_map.domain.cells import read_date, without_titled_persons
from territorial_map.domain.declared import MOST_WORDS, Declared
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ingest.declared.wishes import categories_in
from territorial_map.ingest.french_typography import quoted
from territorial_map.ingest.journal import Journal, RemarkCode
from territorial_map.ingest.row_context import plain
from territorial_map.ingest.tables import SourceTable
from territorial_map.readers import Row, read_table

_NEED, _OFFER = "need", "offer"


@dataclass(frozen=True, slots=True)
class DeclaredRow:
    """What one row declares of one organisation."""

    row: Row
    declared: Declared

    @property
    def organisation(self) -> str:
        """The id of the organisation."""
        return self.row.values["id"].strip()

    @property
    def is_need(self) -> bool:
        """True for what is looked for, false for what can be shared."""
        return self.row.values["side"].strip() == _NEED


def read_declared(
    path: Path, table: SourceTable, journal: Journal
) -> tuple[int, list[DeclaredRow]]:
    """How many rows a table has, and those that can be used; the others are in the journal.

    Raises:
        SourceError: the table cannot be read as what it is.
    """
    rows = list(read_table(path, required=table.columns).rows)
    return len(rows), list(_usable(rows, table, journal))


def _usable(rows: Iterable[Row], table: SourceTable, journal: Journal) -> Iterator[DeclaredRow]:
    for row in rows:
        cleaned = without_titled_persons(plain(row.values["words"]))
        words = cleaned.text.strip()
        wrong = _wrong(row, words)
        if wrong is not None:
            journal.reject(table.file, row, *wrong)
            continue
        if cleaned.found:
            journal.note(RemarkCode.CONTACT_IN_WORDS, row.values["id"])
        declared = _declared(row, words)
        if not declared.categories:
            journal.note(RemarkCode.WORDS_WITHOUT_CATEGORY, f"{row.values['id']} : {words}")
        yield DeclaredRow(row, declared)


def _declared(row: Row, words: str) -> Declared:
    cells = row.values
    told = cells["category"].strip()
    return Declared(
        words,
        (PoolingCategory(told),) if told else categories_in(words),
        plain(cells["source"]),
        read_date(cells["told_on"]).iso,
        read_date(cells["until"]).iso or None,
        cells["source_url"].strip() or None,
    )


def _wrong(row: Row, words: str) -> tuple[str, str] | None:
    """The column that cannot be used, and why."""
    cells = {column: cell.strip() for column, cell in row.values.items()}
    category, until, page = cells["category"], cells["until"], cells["source_url"]
    checks = (
        ("side", cells["side"] in {_NEED, _OFFER}, "Ni « need » (besoin) ni « offer » (offre)."),
        (
            "category",
            not category or category in PoolingCategory.codes(),
            f"{quoted(category)} n’est pas une catégorie de mutualisation.",
        ),
        ("words", bool(words), "Rien n’est dit."),
        ("words", len(words) <= MOST_WORDS, f"Plus de {MOST_WORDS} caractères."),
        ("source", bool(cells["source"]), "La source n’est pas dite."),
        ("told_on", bool(read_date(cells["told_on"]).iso), "La date manque ou ne se lit pas."),
        ("until", not until or bool(read_date(until).iso), "La date de fin ne se lit pas."),
        (
            "source_url",
            not page or page.startswith(("http://", "https://")),
            "Ce n’est pas une adresse.",
        ),
    )
    return next(((column, reason) for column, right, reason in checks if not right), None)


def with_declared(organisation: Organisation, rows: Iterable[DeclaredRow]) -> Organisation:
    """The organisation with what a table says it declares, after what its own rows say."""
    told: dict[bool, list[Declared]] = defaultdict(list)
    for each in rows:
        told[each.is_need].append(each.declared)
    return replace(
        organisation,
        needs=tuple(dict.fromkeys((*organisation.needs, *told[True]))),
        offers=tuple(dict.fromkeys((*organisation.offers, *told[False]))),
    )
