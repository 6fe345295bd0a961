"""What refreshes leave beside editions: the report of each run, what was taken, what is held back.

In the folder of editions: ``refresh/runs/<instant>.json``, one per run; ``refresh/taken.json``, the
files that the tables in place come from; ``<edition>.refresh.json``, the report of the run that
built an edition; ``<edition>.held.json``, the mark of one that is not to be served yet, its tables
in ``refresh/held/<edition>/``.
"""

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from pydantic import TypeAdapter, ValidationError

from territorial_map.domain.refresh import FileSeen, RefreshReport, SourceRefresh

_MOST_RUNS = 400
_LOOKED_BACK = 60
_REPORT = TypeAdapter(RefreshReport)


@dataclass(frozen=True, slots=True)
class Taken:
    """What the table of a source in place comes from; ``built`` once an edition holds it.

    ``day`` is the ISO day it was taken on; ``layer`` the files it wrote among the territories.
    """

    table: str
    vintage: str
    rows: int
    day: str
    files: tuple[FileSeen, ...]
    built: bool = True
    layer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """An edition held back: what its new tables come from, by code of source.

    ``fingerprint`` is that of all the tables it was built from (``fingerprint_of``).
    """

    taken: dict[str, Taken]
    fingerprint: str


_TAKEN = TypeAdapter(dict[str, Taken])
_HELD = TypeAdapter(Held)


def refresh_folder(editions: Path) -> Path:
    """Where refreshes work."""
    return editions / "refresh"


def held_folder(editions: Path, edition_id: str) -> Path:
    """Where the tables of an edition that is held back are."""
    return refresh_folder(editions) / "held" / edition_id


def keep_report(editions: Path, report: RefreshReport) -> Path:
    """Write the report of a run in the history, and beside the editions that it built."""
    runs = refresh_folder(editions) / "runs"
    runs.mkdir(parents=True, exist_ok=True)
    told = _REPORT.dump_json(report, indent=1)
    path = runs / f"{report.began_at.replace(':', '')}.json"
    _write(path, told)
    for edition_id in {report.edition, report.held} - {""} if report.built else ():
        _write(editions / f"{edition_id}.refresh.json", told)
    for old in sorted(runs.glob("*.json"))[:-_MOST_RUNS]:
        old.unlink(missing_ok=True)
    return path


def reports(editions: Path, most: int = _MOST_RUNS) -> tuple[RefreshReport, ...]:
    """The last runs, the newest first; a report that cannot be read is left out."""
    found = []
    for path in sorted((refresh_folder(editions) / "runs").glob("*.json"), reverse=True)[:most]:
        with suppress(ValidationError, OSError):
            found.append(_REPORT.validate_json(path.read_bytes()))
    return tuple(found)


def report_of(editions: Path, edition_id: str) -> RefreshReport | None:
    """The report of the run that built an edition, if a refresh did."""
    try:
        return _REPORT.validate_json((editions / f"{edition_id}.refresh.json").read_bytes())
    except (OSError, ValidationError):
        return None


def last_known(
    editions: Path,
) -> tuple[RefreshReport | None, tuple[tuple[str, SourceRefresh], ...]]:
    """The last run, and for each source, by code, when it was last asked for and what was told."""
    runs = reports(editions, _LOOKED_BACK)
    known: dict[str, tuple[str, SourceRefresh]] = {}
    for report in runs:
        for source in report.sources:
            known.setdefault(source.code, (report.began_at, source))
    return (runs[0] if runs else None), tuple(known[code] for code in sorted(known))


def taken(editions: Path) -> dict[str, Taken]:
    """What is in place, by code of source; nothing where that cannot be read: it is taken again."""
    try:
        return _TAKEN.validate_json((refresh_folder(editions) / "taken.json").read_bytes())
    except (OSError, ValidationError):
        return {}


def keep_taken(editions: Path, told: Mapping[str, Taken]) -> None:
    """Remember what is in place."""
    folder = refresh_folder(editions)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "taken.json", _TAKEN.dump_json(dict(told), indent=1))


def mark_held(editions: Path, edition_id: str, told: Held) -> None:
    """Say that an edition is not to be served yet."""
    _write(editions / f"{edition_id}.held.json", _HELD.dump_json(told, indent=1))


def held(editions: Path) -> dict[str, Held]:
    """The editions held back, by id, the oldest first."""
    found = {}
    for path in sorted(editions.glob("*.held.json")):
        with suppress(ValidationError, OSError):
            found[path.name.removesuffix(".held.json")] = _HELD.validate_json(path.read_bytes())
    return found


def forget_held(editions: Path, edition_id: str) -> None:
    """Say that an edition may be served, and drop its tables, which are in place."""
    (editions / f"{edition_id}.held.json").unlink(missing_ok=True)
    rmtree(held_folder(editions, edition_id), ignore_errors=True)


def fingerprint_of(tables: Mapping[str, Path]) -> str:
    """What tells a set of tables, by name, from any other."""
    digest = hashlib.sha256()
    for name in sorted(tables):
        digest.update(f"{name}\0{hashlib.sha256(tables[name].read_bytes()).hexdigest()}".encode())
    return digest.hexdigest()


def is_held(editions: Path, edition_id: str) -> bool:
    """Whether an edition is held back."""
    return (editions / f"{edition_id}.held.json").exists()


def _write(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(path)
