"""A refresh from end to end: each source on its own, then one edition of all that passed."""

import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from filelock import FileLock, Timeout

from territorial_map.domain.errors import BadParameter, EditionError, UserError
from territorial_map.domain.machine_faults import sentence_of
from territorial_map.domain.refresh import (
    Freshness,
    RefreshReport,
    SourceOutcome,
    SourceRefresh,
)
from territorial_map.refresh.clock import instant_now
from territorial_map.refresh.edition_step import TOGETHER
from territorial_map.refresh.plan import Plan, PlannedSource
from territorial_map.refresh.publishing import Published, publish
from territorial_map.refresh.staging import TablePlace, check_writable
from territorial_map.refresh.tables import is_layer, table_of
from territorial_map.refresh.taking import Bench, Prepared, standing, take
from territorial_map.refresh.web import Web
from territorial_map.refresh.wishes import Busy, Ending, Wishes
from territorial_map.refresh.workshop import Workshop
from territorial_map.store import refresh_files
from territorial_map.store.pointers import current_id

_STAGING = ".staging-"
_LOG = logging.getLogger(__name__)


def refresh(
    plan: Plan, web: Web, workshop: Workshop, tokens: Mapping[str, str], wishes: Wishes
) -> RefreshReport:
    """Refresh the sources asked for; the report is kept, but for a dry run.

    Raises:
        BadParameter: a source that the plan does not know.
        SourceError: tables cannot be put in place.
        Busy: another refresh is under way.
    """
    if workshop.packaged_sources is not None:
        workshop.sources.mkdir(parents=True, exist_ok=True)
    check_writable(workshop.sources)
    with workshop.tables() as present:
        chosen = _chosen(plan, present, wishes.codes)
    if any(map(is_layer, chosen)) and workshop.packaged_reference is not None:
        workshop.reference.mkdir(parents=True, exist_ok=True)
        check_writable(workshop.reference)
    folder = refresh_files.refresh_folder(workshop.editions)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / ".lock", timeout=0):
            return _run(chosen, _Setting(plan, web, workshop, tokens, wishes))
    except Timeout as error:
        raise Busy("Un autre rafraîchissement est en cours dans ce dossier.") from error


@dataclass(frozen=True, slots=True)
class _Setting:
    plan: Plan
    web: Web
    workshop: Workshop
    tokens: Mapping[str, str]
    wishes: Wishes


def _run(chosen: Sequence[PlannedSource], setting: _Setting) -> RefreshReport:
    workshop, wishes = setting.workshop, setting.wishes
    began = instant_now()
    folder = refresh_files.refresh_folder(workshop.editions)
    today = datetime.fromisoformat(began).date()
    _sweep(workshop)
    with (
        workshop.tables() as present,
        workshop.territories() as reference,
        TemporaryDirectory(prefix=_STAGING, dir=folder) as staging,
    ):
        bench = Bench(
            setting.web,
            TablePlace(present, reference, Path(staging), today, wishes.accept),
            folder / "downloads",
            refresh_files.taken(workshop.editions),
            refresh_files.held(workshop.editions),
            setting.tokens,
            workshop.progress,
        )
        prepared = [_taken_apart(source, bench, dry_run=wishes.dry_run) for source in chosen]
        published = Published(tuple(one.told for one in prepared))
        trouble = ""
        if not wishes.dry_run:
            try:
                published = publish(
                    prepared,
                    workshop,
                    setting.plan.guards,
                    build=wishes.build,
                    accept=wishes.accept,
                )
            except (UserError, OSError) as error:
                why = sentence_of(error, named=False) if isinstance(error, OSError) else error
                trouble = f"L’édition n’a pas pu être construite : {why}"
                published = Published(tuple(map(_not_served, prepared)))
    report = RefreshReport(
        began,
        instant_now(),
        version("territorial-map"),
        published.sources,
        _served(workshop.editions),
        published.held,
        wishes.dry_run,
        published.built,
        published.changes,
        (*published.notes, *_not_asked(setting.plan, chosen, wishes)),
        trouble,
    )
    report = replace(report, exit_code=int(_ending(report)))
    if not wishes.dry_run:
        refresh_files.keep_report(workshop.editions, report)
    return report


def _sweep(workshop: Workshop) -> None:
    """Clear away what a run that was killed left: this one holds the lock."""
    folder = refresh_files.refresh_folder(workshop.editions)
    for left in (*folder.glob(f"{_STAGING}*"), *workshop.editions.glob(f"{TOGETHER}*")):
        rmtree(left, ignore_errors=True)


def _taken_apart(source: PlannedSource, bench: Bench, *, dry_run: bool) -> Prepared:
    """One source, whose failure is told and stops no other."""
    try:
        return take(source, bench, dry_run=dry_run)
    except UserError as error:
        why = str(error)
    except OSError as error:  # its words without its path, which pages would show
        why = sentence_of(error, named=False)
    except Exception as error:  # noqa: BLE001 - whatever one source does, the others are refreshed
        _LOG.warning("source %s", source.code, exc_info=True)
        why = f"Erreur inattendue ({type(error).__name__} : {error})."
    told = replace(standing(source, bench), outcome=SourceOutcome.FAILED, why=why)
    return Prepared(told)


def _not_served(one: Prepared) -> SourceRefresh:
    """A source whose new table did not get into an edition."""
    if one.staged is None:
        return one.told
    why = "Elle est bonne, et l’édition n’a pas pu être construite : la table en place reste."
    return replace(one.told, outcome=SourceOutcome.FAILED, why=why, rows=one.staged.rows_before)


def _chosen(plan: Plan, sources: Path, codes: tuple[str, ...]) -> tuple[PlannedSource, ...]:
    known = {source.code: source for source in plan.sources}
    for code in codes:
        if code not in known:
            raise BadParameter("SOURCE", code, "source inconnue.", tuple(known))
    if codes:
        return tuple(known[code] for code in dict.fromkeys(codes))
    return tuple(
        source
        for source in plan.sources
        if source.by_default or (not is_layer(source) and (sources / table_of(source)).is_file())
    )


def _not_asked(plan: Plan, chosen: Sequence[PlannedSource], wishes: Wishes) -> tuple[str, ...]:
    if wishes.codes:
        return ()
    others = [source.code for source in plan.sources if source not in chosen]
    if not others:
        return ()
    return (f"Non demandées, et plus lourdes : {', '.join(others)} (nommez-les pour les prendre).",)


def _ending(report: RefreshReport) -> Ending:
    outcomes = {source.outcome for source in report.sources}
    asked = outcomes - {SourceOutcome.BY_HAND, SourceOutcome.NO_TOKEN}
    if report.trouble or asked == {SourceOutcome.FAILED}:
        return Ending.NOTHING
    if report.held or SourceOutcome.HELD in outcomes:
        return Ending.HELD
    if SourceOutcome.FAILED in outcomes:
        return Ending.PARTLY
    day = datetime.fromisoformat(report.began_at).date()
    followed = [s for s in report.sources if s.outcome not in _FOLLOWED_BY_NOBODY]
    if any(source.freshness(day) is Freshness.STOPPED for source in followed):
        return Ending.STOPPED
    return Ending.WELL


_FOLLOWED_BY_NOBODY = frozenset({SourceOutcome.BY_HAND, SourceOutcome.NO_TOKEN, SourceOutcome.SEEN})


def _served(editions: Path) -> str:
    with suppress(EditionError):
        return current_id(editions) or ""
    return ""
