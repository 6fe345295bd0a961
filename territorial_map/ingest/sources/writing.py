"""The table of an import, its sidecar and its rejected rows: all three, or nothing."""

import csv
import filecmp
import os
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from territorial_map.domain.edition import Rejection
from territorial_map.domain.errors import SourceError
from territorial_map.ingest.sources.about import LayoutKnown
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.import_run import ImportReport
from territorial_map.ingest.sources.list_versions import Replaced, checked_version
from territorial_map.ingest.tables import IMPORTED_COLUMNS

REJECTION_COLUMNS = ("fichier", "ligne", "colonne", "valeur", "motif", "cellules de la ligne")
_LEAST_KEPT = 0.5  # of the ids in place: a newer extract of a register keeps more
_LARGE, _SAMPLED = 50 << 20, 32  # bytes of a table whose ids are looked at one in so many
_MAY_HOLD_CONTACTS = (
    "Lignes rejetées, telles quelles : ce fichier peut contenir des coordonnées de personnes. "
    "Il n’est la source d’aucune édition : corrigez la liste, puis effacez-le."
)


class TableWriter:
    """Writes beside the final files under passing names; ``publish`` puts them in place.

    Rejected rows are written only where ``rejects`` says, as they stand.
    """

    def __init__(self, folder: Path, table: str, rejects: Path | None) -> None:
        self.table = folder / table
        self.sidecar = self.table.with_suffix(".toml")
        self.rejects = rejects
        finals = (self.table, self.sidecar, *([rejects] if rejects else []))
        self._partial = {path: path.with_name(f".{path.name}.{os.getpid()}") for path in finals}
        self._rejects: TextIO | None = None
        if rejects is not None:
            self._rejects = self._partial[rejects].open("w", encoding="utf-8-sig", newline="")
            self._rejected = csv.writer(self._rejects, delimiter=";")
            self._rejected.writerow([_MAY_HOLD_CONTACTS])
            self._rejected.writerow(REJECTION_COLUMNS)

    def reject(self, rejection: Rejection, cells: tuple[str, ...]) -> None:
        """Write one rejected row down, with all its cells."""
        if self._rejects is not None:
            r = rejection
            self._rejected.writerow([r.file, r.line, r.column, r.value, r.reason, *cells])

    def write(self, rows: Iterable[tuple[str, ...]]) -> None:
        """Write the rows of the table, their cells in the order of its columns."""
        with self._partial[self.table].open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(IMPORTED_COLUMNS)
            table.writerows(rows)

    def check_other(self, *, is_register: bool) -> Replaced | None:
        """Look at the table that stands there already, if there is one: the version replaced.

        Raises:
            SourceError: it is another list or a later version of this one; of a register, it holds
                others for the most part.
        """
        written = self._partial[self.table]
        if not self.table.exists() or filecmp.cmp(self.table, written, shallow=False):
            return None
        if is_register:
            self._check_extract(written)
        else:
            return checked_version(self.table, written)
        return None

    def _check_extract(self, written: Path) -> None:
        """Look whether most of the ids in place are in the newer extract: two régions have none."""
        every = _SAMPLED if self.table.stat().st_size > _LARGE else 1
        before, after = _ids_of(self.table, every), _ids_of(written, every)
        if len(before & after) >= _LEAST_KEPT * len(before):
            return
        raise SourceError(
            f"{self.table.name} existe déjà et tient d’autres organisations : ce fichier n’en "
            f"contient que {len(before & after) * every} sur {len(before) * every}. Rien n’a été "
            "écrit. Est-ce l’extrait d’un autre territoire ? Pour garder les deux, importez-le "
            "comme une liste (generic) ; pour remplacer l’autre, --replace."
        )

    def publish(self, report: ImportReport) -> None:
        """Put the table, its sidecar and its rejected rows in place; the table comes last."""
        self._close()
        self._partial[self.sidecar].write_text(sidecar_text(report), encoding="utf-8")
        for path in (self.rejects, self.sidecar, self.table):
            if path is not None:
                self._partial[path].replace(path)

    def discard(self) -> None:
        """Remove whatever was not put in place."""
        self._close()
        for partial in self._partial.values():
            partial.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._rejects is not None:
            self._rejects.close()


def _ids_of(table: Path, every: int) -> set[str]:
    """The ids of a table, or one in ``every`` by their print, the same ones in any table."""
    with table.open(encoding="utf-8", newline="") as file:
        ids = (row.get("id") or "" for row in csv.DictReader(file))
        return {one for one in ids if every == 1 or zlib.crc32(one.encode()) % every == 0}


@contextmanager
def table_writer(folder: Path, table: str, rejects: Path | None = None) -> Iterator[TableWriter]:
    """A writer that leaves nothing behind when the import stops half-way.

    Raises:
        SourceError: rejected rows would go among the sources.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if rejects is not None and rejects.resolve().parent == folder.resolve():
        raise SourceError(
            f"{rejects.name} : les lignes rejetées peuvent contenir des coordonnées de personnes ; "
            "elles ne vont pas dans le dossier des sources. Nommez un fichier ailleurs."
        )
    writer = TableWriter(folder, table, rejects)
    try:
        yield writer
    finally:
        writer.discard()


def sidecar_text(report: ImportReport) -> str:
    """What the build needs to know of an imported table, and what its import counted.

    Nothing in it depends on when or where the import ran: importing twice changes nothing.
    """
    about, intake = report.about, report.intake
    head: dict[str, Any] = {
        "table": about.table,
        "importer": about.code,
        "name": about.title,
        "register": about.register,
        "is_register": about.is_register,
        "publisher": about.publisher,
        "page": about.page,
        "licence": about.licence,
        "vintage": report.vintage,
        "layout": about.layout.value,
        "files": [path.name for path in report.files],
    }
    counts = {
        "read": intake.read,
        "kept": intake.kept,
        "rejected": intake.rejected.total(),
        "left_out": intake.left_out.total(),
    }
    lines = ["# Written by « territorial-map import »; the build reads it.", *_toml(head)]
    if about.layout is LayoutKnown.PARTLY:
        lines.insert(1, "# Unconfirmed: the layout of this source was seen only in part.")
    for title, section in (
        ("counts", counts),
        ("left_out", _sorted(intake.left_out)),
        ("noted", _sorted(intake.noted)),
        ("personal_columns_dropped", dict(sorted(intake.dropped_columns.items()))),
        ("cells_not_understood", _by_doubt(intake)),
    ):
        if section:
            lines += ["", f"[{title}]", *_toml(section)]
    return "\n".join(lines) + "\n"


def _by_doubt(intake: Intake) -> dict[str, int]:
    found: Counter[str] = Counter()
    for (_, doubt), count in intake.doubts.counts.items():
        found[doubt.value] += count
    return dict(sorted(found.items()))


def _sorted(counter: Any) -> dict[str, int]:  # noqa: ANN401 - a Counter of any Term
    return {term.value: count for term, count in sorted(counter.items())}


def _toml(values: dict[str, Any]) -> list[str]:
    return [f"{_key(key)} = {toml_value(value)}" for key, value in values.items()]


def _key(key: str) -> str:
    return key if key.replace("_", "").isalnum() and key.isascii() else toml_value(key)


def toml_value(value: object) -> str:
    """A TOML value: text, whole number, truth or list of them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    plain = "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in escaped)
    return f'"{plain}"'


def refuse_nothing(report: ImportReport) -> None:
    """Stop before an empty table takes the place of a full one.

    Raises:
        SourceError: no row was kept.
    """
    intake = report.intake
    if intake.kept:
        return
    counters: tuple[Any, ...] = (intake.rejected, intake.left_out)
    why = [f"{kind.label} ({count})" for counter in counters for kind, count in counter.items()]
    names = ", ".join(path.name for path in report.files)
    raise SourceError(
        f"{names} : aucune ligne à importer parmi {intake.read} lues. {' '.join(why)} "
        "Rien n’a été écrit."
    )
