"""One source: find its files, fetch what is new, check it, make its table beside the old one."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.refresh import FileSeen, SourceOutcome, SourceRefresh
from territorial_map.ingest.progress import Progress, silent
from territorial_map.refresh.check import check, sniff
from territorial_map.refresh.download import Fetched, check_room, fetch
from territorial_map.refresh.looking import look
from territorial_map.refresh.pages import fetch_pages
from territorial_map.refresh.plan import Access, PlannedSource, WantedFile
from territorial_map.refresh.resolve import Resolved, resolve
from territorial_map.refresh.staging import Staged, TablePlace, staged
from territorial_map.refresh.tables import rows_of, vintage_in_place
from territorial_map.refresh.web import Web
from territorial_map.store.refresh_files import Held, Taken

_TRIES = 3  # for a file that is replaced while it comes


@dataclass(frozen=True, slots=True)
class Bench:
    """What taking a source needs: the web, places, what is in place, tokens by setting."""

    web: Web
    place: TablePlace
    downloads: Path
    taken: Mapping[str, Taken]
    held: Mapping[str, Held]
    tokens: Mapping[str, str]
    progress: Progress = silent


@dataclass(frozen=True, slots=True)
class Prepared:
    """What became of a source, and its new table when there is one."""

    told: SourceRefresh
    staged: Staged | None = None
    taken: Taken | None = None


def take(source: PlannedSource, bench: Bench, *, dry_run: bool = False) -> Prepared:
    """Prepare the new table of a source, or say why there is none.

    Raises:
        SourceError: it cannot be had, or is not what it should be; what is in place stays.
    """
    start = standing(source, bench)
    if source.access is Access.BY_HAND:
        return Prepared(replace(start, outcome=SourceOutcome.BY_HAND, why=by_hand(source)))
    if source.access is Access.TOKEN and not bench.tokens.get(source.token):
        why = f"Sans {source.token}, elle n’est pas lue. Demandez {source.ask} ({source.page})."
        return Prepared(replace(start, outcome=SourceOutcome.NO_TOKEN, why=why))
    if any(wanted.page_rows for wanted in source.files):
        return _take_pages(source, bench, start, dry_run=dry_run)
    found = tuple(resolve(wanted, bench.web) for wanted in source.files)
    notes = _notes(source, found)
    start = replace(start, notes=notes, files=tuple(map(_seen, found)))
    if dry_run:
        lines = tuple(line for one in found for line in look(one, bench.web))
        return Prepared(replace(start, outcome=SourceOutcome.SEEN, notes=(*notes, *lines)))
    waiting = _waiting(source, found, bench)
    if waiting:
        why = f"La même version attend déjà d’être acceptée : édition {waiting}."
        return Prepared(replace(start, outcome=SourceOutcome.HELD, why=why))
    return _take_files(source, bench, start, found)


def standing(source: PlannedSource, bench: Bench) -> SourceRefresh:
    """A source as it stands before anything is asked of it."""
    table = bench.place.in_place(source)
    known = bench.taken.get(source.code)
    rows = rows_of(table)
    return SourceRefresh(
        source.code,
        source.title,
        SourceOutcome.UNCHANGED,
        vintage=known.vintage
        if known and rows is not None
        else vintage_in_place(table, bench.place.today),
        rhythm_days=source.rhythm_days,
        alarm_days=source.alarm_days,
        rows=rows,
        rows_before=rows,
    )


def by_hand(source: PlannedSource) -> str:
    """Where a person finds a source that no program may fetch, what to ask, where to put it."""
    return f"{source.page} : demandez {source.ask}. Ensuite : {source.place}."


def _take_files(
    source: PlannedSource, bench: Bench, start: SourceRefresh, found: tuple[Resolved, ...]
) -> Prepared:
    folder = bench.downloads / source.code
    folder.mkdir(parents=True, exist_ok=True)
    check_room(folder, sum(one.most_likely_size for one in found), 2**62)
    known = _known(source, bench)
    fetched = [_fetched(one, n, bench, folder, known) for n, one in enumerate(found)]
    if all(one.path is None for one, _, _ in fetched):
        return Prepared(start)
    whole = [
        one if one[0].path is not None else _fetched(found[n], n, bench, folder, ())
        for n, one in enumerate(fetched)
    ]
    paths = [one.path for one, _, _ in whole if one.path is not None]
    files = tuple(seen for _, seen, _ in whole)
    notes = (*start.notes, *(note for _, _, told in whole for note in told))
    _check_month(source, [one.resolved for one, _, _ in whole])
    told_date = max((one.resolved.dated or one.resolved.last_modified for one, _, _ in whole))
    table = staged(source, paths, bench.place, told_date, progress=bench.progress)
    shutil.rmtree(folder, ignore_errors=True)
    return _prepared(replace(start, notes=notes), table, files, bench)


def _prepared(
    start: SourceRefresh, table: Staged, files: tuple[FileSeen, ...], bench: Bench
) -> Prepared:
    told = replace(
        start,
        outcome=SourceOutcome.UPDATED,
        vintage=table.vintage,
        rows=table.rows,
        rows_before=table.rows_before,
        files=files,
        notes=(*start.notes, *table.notes),
    )
    day = bench.place.today.isoformat()
    taken = Taken(table.table, table.vintage, table.rows, day, files, layer=table.layer)
    return Prepared(told, table, taken)


def _fetched(
    resolved: Resolved, number: int, bench: Bench, folder: Path, known: tuple[FileSeen, ...]
) -> tuple[Fetched, FileSeen, tuple[str, ...]]:
    """A file that has come and was checked, or none when it is the one in place."""
    before = known[number] if number < len(known) else None
    again = _Again(resolved, bench.web)
    if before is not None and _is_told_the_same(resolved, before):
        return Fetched(resolved, None), before, ()
    for _ in range(_TRIES):
        one = fetch(bench.web, again, folder / str(number), before, progress=bench.progress)
        if one.path is None:
            return one, before or _seen(resolved), ()
        bench.progress(f"Contrôle : {one.resolved.name}", 0, 1)
        try:
            checked = check(one, again.anew)
        except SourceError:
            one.path.unlink(missing_ok=True)
            raise
        bench.progress(f"Contrôle : {one.resolved.name}", 1, 1)
        if checked is not None and before is not None and checked.sha256 == before.sha256:
            one.path.unlink(missing_ok=True)  # a host that gives nothing to ask it by
            return replace(one, path=None), before, ()
        if checked is not None:
            seen = replace(
                _seen(one.resolved),
                size=one.size,
                sha256=checked.sha256,
                etag=one.etag,
                http_date=one.http_date,
            )
            return one, seen, (*_resumed(one), *checked.notes)
        one.path.unlink(missing_ok=True)
    raise SourceError(f"{resolved.name} : remplacé {_TRIES} fois pendant sa lecture. Relancez.")


class _Again:
    """Resolves a file, the first time from what is known already."""

    def __init__(self, resolved: Resolved, web: Web) -> None:
        self._first: Resolved | None = resolved
        self._wanted = resolved.wanted
        self._web = web

    def __call__(self) -> Resolved:
        """The file as it was found, then as the catalogue tells it now."""
        first, self._first = self._first, None
        return first or self.anew()

    def anew(self) -> Resolved:
        """The file as the catalogue tells it now."""
        return resolve(self._wanted, self._web)


def _resumed(one: Fetched) -> tuple[str, ...]:
    if not one.resumed:
        return ()
    return (f"{one.resolved.name} : repris après {one.resumed} octets.",)


def _known(source: PlannedSource, bench: Bench) -> tuple[FileSeen, ...]:
    """The files in place, if their table still is."""
    known = bench.taken.get(source.code)
    if known is None or not bench.place.in_place(source).is_file():
        return ()
    return known.files


def _is_told_the_same(resolved: Resolved, before: FileSeen) -> bool:
    """Whether the catalogue tells the same file, for hosts that give nothing to ask them by."""
    if before.etag or before.http_date or not resolved.last_modified:
        return False
    return (resolved.address, resolved.last_modified) == (before.address, before.last_modified)


def _seen(resolved: Resolved) -> FileSeen:
    return FileSeen(
        resolved.name,
        resolved.title,
        resolved.resource,
        resolved.address,
        resolved.last_modified,
        resolved.size,
    )


def _waiting(source: PlannedSource, found: tuple[Resolved, ...], bench: Bench) -> str:
    """The edition held back that has these very files, if one has; accepting takes them anew."""
    if bench.place.accept:
        return ""
    told = [(one.address, one.last_modified) for one in found]
    for edition_id, held in bench.held.items():
        mine = held.taken.get(source.code)
        if mine and [(file.address, file.last_modified) for file in mine.files] == told:
            return edition_id
    return ""


def _notes(source: PlannedSource, found: tuple[Resolved, ...]) -> tuple[str, ...]:
    notes = [note for one in found for note in one.notes]
    for licence in sorted({one.licence for one in found} - {"", *source.licences}):
        if source.licences:
            known = ", ".join(source.licences)
            notes.append(f"Licence au catalogue : « {licence} » ; attendue : {known}. À vérifier.")
    return tuple(dict.fromkeys(notes))


def _check_month(source: PlannedSource, found: list[Resolved]) -> None:
    months = {one.dated[:7] for one in found}
    if source.same_month and len(months) > 1:
        told = " et ".join(f"« {one.title} »" for one in found)
        raise SourceError(f"{told} ne sont pas du même mois : attendez que les deux soient là.")


def _take_pages(
    source: PlannedSource, bench: Bench, start: SourceRefresh, *, dry_run: bool
) -> Prepared:
    wanted: WantedFile = source.files[0]
    headers = {"Authorization": f"Bearer {bench.tokens[source.token]}"} if source.token else {}
    if dry_run:
        lines = look(Resolved(wanted, wanted.address, wanted.role), bench.web, headers)
        return Prepared(replace(start, outcome=SourceOutcome.SEEN, notes=lines))
    folder = bench.downloads / source.code
    shutil.rmtree(folder, ignore_errors=True)
    paths = fetch_pages(bench.web, wanted, folder, headers, progress=bench.progress)
    for path in paths:
        sniff(path, wanted.shapes)
    table = staged(source, paths, bench.place, bench.place.today.isoformat())
    shutil.rmtree(folder, ignore_errors=True)
    seen = (FileSeen(wanted.role, address=wanted.address),)
    return _prepared(start, table, seen, bench)
