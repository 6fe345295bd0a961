"""The edition served, what changed since another, and what an export would hold."""

from collections.abc import Mapping
from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import Count, EditionId, IsoDate
from territorial_map.domain.changes import EditionChange
from territorial_map.domain.edition import Edition, Remark, SourceCount
from territorial_map.domain.edition_list import ShelvedEdition
from territorial_map.services.editions.comparing import ChangeCounts
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.catalogue import FORMATS


class ReportTotals(TypedDict):
    """Rows of the sources; read = kept + merged + rejected, always."""

    read: Count
    kept: Count
    merged: Count
    rejected: Count


class EditionAnswer(TypedDict):
    """An edition and its report: totals, then source by source, then what was noticed."""

    id: EditionId
    built_on: IsoDate
    content_hash: str
    report: ReportTotals
    sources: tuple[SourceCount, ...]
    remarks: tuple[Remark, ...]


class EditionMention(TypedDict):
    """An earlier edition that the current one is compared with."""

    id: str
    built_on: str


_From = TypedDict("_From", {"from": EditionMention | None})


class ChangesAnswer(_From):
    """The changes of a selection; ``counts`` has ``organisations``, then each nature's.

    Without an earlier edition ``from`` is null, nothing is listed, and ``detail`` says so.
    """

    edition: EditionId
    total: Count
    items: tuple[EditionChange, ...]
    counts: NotRequired[dict[str, Count]]
    limit: NotRequired[Count]
    offset: NotRequired[Count]
    detail: NotRequired[str]


class ExportColumn(TypedDict):
    """A column that may be chosen; one that ``always`` stands cannot be left out."""

    key: str
    heading: str
    always: bool


class ExportLines(TypedDict):
    """What one kind of rows gives; ``found`` is how many there were before a cut."""

    rows: Count
    found: Count | None
    columns: list[ExportColumn]


class ExportAbout(TypedDict):
    """What an export would hold; ``most_rows`` is the limit of each format, null for none."""

    title: str
    query: str
    edition: EditionId
    notes: tuple[str, ...]
    per: dict[RowsPer, ExportLines]
    most_rows: Annotated[
        dict[str, Count | None],
        Field(json_schema_extra={"propertyNames": {"enum": list(FORMATS)}}),
    ]


def edition_answer(edition: Edition) -> EditionAnswer:
    """An edition and its report."""
    report = edition.report
    return {
        "id": edition.id,
        "built_on": edition.built_on,
        "content_hash": edition.content_hash,
        "report": {
            "read": report.read,
            "kept": report.kept,
            "merged": report.merged,
            "rejected": report.rejected,
        },
        "sources": report.sources,
        "remarks": report.remarks,
    }


def edition_mention(edition: ShelvedEdition | None) -> EditionMention | None:
    """An earlier edition, where there is one."""
    return {"id": edition.id, "built_on": edition.built_on} if edition else None


def counts_answer(counts: ChangeCounts) -> dict[str, int]:
    """How many organisations changed, and how many per nature."""
    return {"organisations": counts.total} | {n.value: count for n, count in counts.by_nature}


def export_about(tables: Mapping[RowsPer, ExportTable]) -> ExportAbout:
    """What the tables of one export would hold, by kind of rows."""
    first = next(iter(tables.values())).about
    return {
        "title": first.title,
        "query": first.query,
        "edition": first.edition.id,
        "notes": first.notes,
        "per": {rows: _lines(table) for rows, table in tables.items()},
        "most_rows": {code: chosen.most_rows for code, chosen in FORMATS.items()},
    }


def _lines(table: ExportTable) -> ExportLines:
    return {
        "rows": table.about.rows,
        "found": table.about.found,
        "columns": [
            {"key": c.key, "heading": c.heading, "always": c.key in table.always_kept}
            for c in table.columns
        ],
    }
