"""Serving an edition that a refresh held back, once somebody has looked at it."""

from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from territorial_map.domain.errors import NotFound
from territorial_map.domain.refresh import SourceOutcome
from territorial_map.refresh.clock import instant_now
from territorial_map.refresh.edition_step import candidate, fingerprint, layers_in, serve
from territorial_map.refresh.plan import GuardLimits
from territorial_map.refresh.staging import Staged
from territorial_map.refresh.wishes import Busy
from territorial_map.refresh.workshop import Workshop
from territorial_map.store import refresh_files
from territorial_map.store.edition_files import remove_edition
from territorial_map.store.refresh_files import Held, Taken

_NOTHING_IS_BEYOND = GuardLimits({}, {}, 1)


def accept_held(workshop: Workshop, wanted: str) -> str:
    """Serve an edition that is held back, its tables in place; the id of the one served.

    It is built again where tables have changed since it was built.

    Raises:
        NotFound: no edition held back has this id, or begins so; or there are several.
        SourceError: it cannot be built again.
        Busy: a refresh is under way.
    """
    waiting = refresh_files.held(workshop.editions)
    found = [edition_id for edition_id in waiting if edition_id.startswith(wanted)]
    if len(found) != 1:
        known = ", ".join(waiting) or "aucune"
        raise NotFound(f"« {wanted} » ne désigne pas une édition retenue. Retenues : {known}.")
    folder = refresh_files.refresh_folder(workshop.editions)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / ".lock", timeout=0):
            return _accept(workshop, found[0], waiting[found[0]])
    except Timeout as error:
        raise Busy("Un rafraîchissement est en cours dans ce dossier.") from error


def _accept(workshop: Workshop, edition_id: str, held: Held) -> str:
    editions = workshop.editions
    folder = refresh_files.held_folder(editions, edition_id)
    tables = [_held_table(folder, one) for one in held.taken.values()]
    same = fingerprint(workshop, tables) == held.fingerprint
    if same and (editions / f"{edition_id}.duckdb").is_file():
        served = edition_id
    else:
        served = candidate(workshop, tables, _NOTHING_IS_BEYOND).edition.id
    serve(workshop, served, tables)
    refresh_files.keep_taken(editions, refresh_files.taken(editions) | held.taken)
    _keep_report(workshop, edition_id, served, held)
    refresh_files.forget_held(editions, edition_id)
    if served != edition_id:
        remove_edition(editions, edition_id)
    return served


def _held_table(folder: Path, one: Taken) -> Staged:
    home = layers_in(folder) if one.layer else folder
    return Staged(home, one.table, "", one.vintage, one.rows, None, layer=one.layer)


def _keep_report(workshop: Workshop, edition_id: str, served: str, held: Held) -> None:
    """Put down in the history that somebody accepted, so that nothing goes on telling it waits."""
    report = refresh_files.report_of(workshop.editions, edition_id)
    if report is None:
        return
    accepted = tuple(
        replace(one, outcome=SourceOutcome.UPDATED, why="Acceptée après avoir été retenue.")
        for one in report.sources
        if one.code in held.taken
    )
    told = replace(
        report,
        began_at=instant_now(),
        ended_at=instant_now(),
        sources=accepted,
        edition=served,
        held="",
        changes=(),
        notes=("Édition retenue, puis acceptée.",),
        exit_code=0,
    )
    refresh_files.keep_report(workshop.editions, told)
