"""The changes between two editions as files: CSV, JSON and a page of HTML, written as they come."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

import orjson

from territorial_map.domain.changes import EditionChange, FieldChange
from territorial_map.domain.content_policy import policy_meta
from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.term import Term
from territorial_map.services.editions.comparing import ChangeCounts
from territorial_map.services.export.cells import neutral

HEADINGS = (
    "Changement",
    "Identifiant",
    "Nom",
    "Type",
    "Commune",
    "Département",
    "Champ",
    "Avant",
    "Après",
    "Autre fiche",
    "Édition de départ",
    "Édition d’arrivée",
)
_BATCH = 500


class ChangeFormat(Term):
    """The files that changes are written to."""

    CSV = "csv", "CSV"
    JSON = "json", "JSON"
    HTML = "html", "HTML"

    @property
    def media_type(self) -> str:
        """The media type of the file."""
        return {"csv": "text/csv; charset=utf-8", "json": "application/json"}.get(
            self.value, "text/html; charset=utf-8"
        )


@dataclass(frozen=True, slots=True)
class ChangeList:
    """Changes to write: the two editions, the selection in words, counts, and the changes."""

    older: str
    newer: str
    query: str
    counts: ChangeCounts
    changes: Iterable[EditionChange]

    def written_as(self, chosen: ChangeFormat) -> Iterator[bytes]:
        """The file as chunks of bytes."""
        writers = {
            ChangeFormat.CSV: self._csv,
            ChangeFormat.JSON: self._json,
            ChangeFormat.HTML: self._html,
        }
        return (chunk.encode() for chunk in writers[chosen]())

    def _csv(self) -> Iterator[str]:
        buffer = io.StringIO()
        writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_NONNUMERIC)
        writer.writerow(HEADINGS)
        yield "\ufeff"
        for n, change in enumerate(self.changes, start=1):
            for row in _rows(change):
                writer.writerow([neutral(cell) for cell in (*row, self.older, self.newer)])
            if n % _BATCH == 0:
                yield _taken(buffer)
        yield _taken(buffer)

    def _json(self) -> Iterator[str]:
        head = {
            "from": self.older,
            "to": self.newer,
            "query": self.query,
            "counts": _counts(self.counts),
        }
        yield orjson.dumps(head).decode()[:-1] + ',"changes":['
        for n, change in enumerate(self.changes):
            yield ("," if n else "") + orjson.dumps(change).decode()
        yield "]}\n"

    def _html(self) -> Iterator[str]:
        title = f"Ce qui a changé de l’édition {self.older} à l’édition {self.newer}"
        head = {"title": escape(title), "query": escape(self.query)}
        yield _HTML_HEAD.format(policy=policy_meta(), **head)
        items = (f"<li>{escape(n.label)} : {count}</li>" for n, count in self.counts.by_nature)
        yield f"<ul>{''.join(items)}</ul><table><thead><tr>"
        yield "".join(f'<th scope="col">{escape(heading)}</th>' for heading in HEADINGS[:-2])
        yield "</tr></thead><tbody>"
        for change in self.changes:
            for row in _rows(change):
                cells = "".join(f"<td>{escape(cell)}</td>" for cell in row)
                yield f"<tr>{cells}</tr>\n"
        yield "</tbody></table></body></html>\n"


def _counts(counts: ChangeCounts) -> dict[str, int]:
    """How many organisations changed, and how many per nature."""
    return {"organisations": counts.total} | {n.value: count for n, count in counts.by_nature}


def _rows(change: EditionChange) -> Iterator[list[str]]:
    """One row per changed field; one row for an organisation new, gone, joined or parted."""
    start = [change.id, change.name, BY_NAME["kind"].label_of(change.kind)]
    start += [change.commune or "", change.department or ""]
    other = f"{change.other_name} ({change.other_id})" if change.other_id else ""
    if not change.fields:
        natures = " ; ".join(nature.label for nature in change.natures)
        yield [natures, *start, "", "", "", other]
    for field in change.fields:
        yield [field.nature.label, *start, field.label, *both_in_words(field), other]


def both_in_words(field: FieldChange) -> tuple[str, str]:
    """The values before and after, each as one text; empty when unknown."""
    return " ; ".join(field.old), " ; ".join(field.new)


def summary(counts: ChangeCounts) -> list[str]:
    """The counts in French, one line per nature."""
    return [f"{nature.label} : {count}" for nature, count in counts.by_nature]


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


_HTML_HEAD = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8">{policy}<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ font: 16px/1.45 system-ui, sans-serif; margin: 2rem; color: #1d2433; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ text-align: left; vertical-align: top; padding: .3rem .6rem;
  border-bottom: 1px solid #d4d8e0; }}
</style></head><body><h1>{title}</h1><p>{query}</p>"""
