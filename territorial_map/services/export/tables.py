"""One table to export: its rows, streamed, and what it says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from territorial_map.domain.edition import Edition
from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.term import Term
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import query_of
from territorial_map.services.export.columns import (
    COLUMNS,
    N_SITES_HEADING,
    SITES_HEADING,
    Cell,
    rows_by_person,
    rows_by_site,
)
from territorial_map.services.export.in_words import selection_in_words


class ExportFormat(Term):
    """The file formats of a list."""

    CSV = "csv", "CSV (séparateur point-virgule)", "text/csv; charset=utf-8"
    XLSX = (
        "xlsx",
        "Classeur XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    )

    @property
    def media_type(self) -> str:
        """The media type of the file."""
        return self.description


class RowsPer(Term):
    """What one row stands for."""

    SITE = "site", "Une ligne par site"
    PERSON = "person", "Une ligne par personne morale, ses sites repliés"


@dataclass(frozen=True, slots=True)
class About:
    """What an export says of itself, so that it can be checked later."""

    query: str
    link: str
    edition: Edition
    total: int
    unlocated: int
    rows_per: RowsPer
    order: Order


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table ready to be written: headings, lazily read rows and its « À propos »."""

    source: OpenEdition
    selection: Selection
    about: About

    @property
    def headings(self) -> list[str]:
        """The French headings."""
        folded = [N_SITES_HEADING, SITES_HEADING]
        return [c.heading for c in COLUMNS] + (folded if self._by_person else [])

    @property
    def _by_person(self) -> bool:
        return self.about.rows_per is RowsPer.PERSON

    def rows(self) -> Iterator[list[Cell]]:
        """The rows, in bounded memory."""
        lines: Iterator[Listed] = self.source.stream(
            self.selection, self.about.order, by_person=self._by_person
        )
        return rows_by_person(lines) if self._by_person else rows_by_site(lines)

    def file_name(self, chosen: ExportFormat) -> str:
        """A name that says what and of which edition."""
        return f"cooperation-territoriale_{self.about.edition.id}.{chosen.value}"

    def written_as(self, chosen: ExportFormat) -> Iterator[bytes]:
        """The file as chunks of bytes."""
        if chosen is ExportFormat.CSV:
            from territorial_map.services.export.csv_file import csv_chunks  # noqa: PLC0415

            return csv_chunks(self)
        from territorial_map.services.export.xlsx_file import xlsx_chunks  # noqa: PLC0415 - loaded on use

        return xlsx_chunks(self)


def export_table(
    edition: OpenEdition, selection: Selection, order: Order, rows_per: RowsPer, public_url: str
) -> ExportTable:
    """The table of a selection with its query in words and as a link."""
    total, unlocated = edition.totals(edition.resolve(selection))
    query = query_of(selection)
    link = f"{public_url}/?{query}" if query else f"{public_url}/"
    words = selection_in_words(selection, edition.gazetteer.name_of)
    about = About(words, link, edition.edition, total, unlocated, rows_per, order)
    return ExportTable(edition, selection, about)
