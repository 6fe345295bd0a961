"""From new tables to the edition served: guarded, and without those that must be looked at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from territorial_map.domain.refresh import GuardTrip, SourceOutcome, SourceRefresh
from territorial_map.refresh.edition_step import (
    BuiltEdition,
    candidate,
    fingerprint,
    hold,
    serve,
)
from territorial_map.refresh.plan import GuardLimits
from territorial_map.refresh.staging import Staged, put_in_place
from territorial_map.refresh.taking import Prepared
from territorial_map.refresh.workshop import Workshop
from territorial_map.store import refresh_files
from territorial_map.store.edition_files import remove_edition
from territorial_map.store.pointers import current_id
from territorial_map.store.refresh_files import Held, Taken


@dataclass(frozen=True, slots=True)
class Published:
    """What became of the sources, the edition held back if one is, and what changed."""

    sources: tuple[SourceRefresh, ...]
    held: str = ""
    built: bool = False
    changes: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class New:
    """A source with a new table."""

    prepared: Prepared
    table: Staged
    taken: Taken

    @property
    def code(self) -> str:
        """The code of the source."""
        return self.prepared.told.code


def publish(
    prepared: Sequence[Prepared],
    workshop: Workshop,
    limits: GuardLimits,
    *,
    build: bool,
    accept: bool,
) -> Published:
    """Build an edition of the new tables and serve it, if nothing is beyond its limits.

    What is beyond holds back its sources alone: the others are served in an edition of their own.

    Raises:
        SourceError: the edition cannot be built; tables and edition stay as they were.
    """
    new = [New(p, p.staged, p.taken) for p in prepared if p.staged and p.taken]
    taken = refresh_files.taken(workshop.editions)
    told = tuple(one.told for one in prepared)
    if not build:
        for one in new:
            put_in_place(one.table, workshop)
        _remember(workshop, new, taken, built=False)
        return Published(told)
    if not new and all(one.built for one in taken.values()):
        return Published(told)
    whole = candidate(workshop, [one.table for one in new], limits)
    if not whole.trips or accept:
        _serve(workshop, whole, new, taken)
        notes = (*whole.notes, *_accepted(whole.trips))
        return Published(told, "", built=True, changes=whole.changes, notes=notes)
    return _held_back(workshop, limits, whole, new, told)


def _held_back(
    workshop: Workshop,
    limits: GuardLimits,
    whole: BuiltEdition,
    new: Sequence[New],
    told: tuple[SourceRefresh, ...],
) -> Published:
    names = {trip.source for trip in whole.trips}
    doubtful = [one for one in new if one.table.source_name in names] or list(new)
    passing = [one for one in new if one not in doubtful]
    edition_id = whole.edition.id
    _drop_older(workshop, doubtful, keep=edition_id)
    _hold(workshop, edition_id, doubtful, new)
    changes, notes = whole.changes, whole.notes
    if passing:
        rest = candidate(workshop, [one.table for one in passing], limits)
        if rest.trips:
            _hold(workshop, edition_id, new, new)
            doubtful = list(new)
            remove_edition(workshop.editions, rest.edition.id)
        else:
            _serve(workshop, rest, passing, refresh_files.taken(workshop.editions))
            changes, notes = rest.changes, rest.notes
    names_of = {one.code: one.table.source_name for one in doubtful}
    return Published(
        tuple(
            _as_held(one, names_of[one.code], whole) if one.code in names_of else one
            for one in told
        ),
        edition_id,
        built=True,
        changes=changes,
        notes=notes,
    )


def _serve(
    workshop: Workshop, one: BuiltEdition, new: Sequence[New], taken: dict[str, Taken]
) -> None:
    serve(workshop, one.edition.id, [each.table for each in new])
    _remember(workshop, new, {code: replace(t, built=True) for code, t in taken.items()})
    refresh_files.forget_held(workshop.editions, one.edition.id)
    _drop_older(workshop, new, keep="")


def _remember(
    workshop: Workshop, new: Sequence[New], taken: dict[str, Taken], *, built: bool = True
) -> None:
    told = {one.code: replace(one.taken, built=built) for one in new}
    refresh_files.keep_taken(workshop.editions, taken | told)


def _hold(workshop: Workshop, edition_id: str, doubtful: Sequence[New], new: Sequence[New]) -> None:
    hold(workshop, edition_id, [one.table for one in doubtful])
    whole = fingerprint(workshop, [one.table for one in new])
    told = Held({one.code: one.taken for one in doubtful}, whole)
    refresh_files.mark_held(workshop.editions, edition_id, told)


def _drop_older(workshop: Workshop, new: Sequence[New], *, keep: str) -> None:
    """Remove the editions held back for tables that newer ones replace."""
    codes = {one.code for one in new}
    for edition_id, held in refresh_files.held(workshop.editions).items():
        if edition_id != keep and set(held.taken) <= codes:
            refresh_files.forget_held(workshop.editions, edition_id)
            if edition_id != current_id(workshop.editions):
                remove_edition(workshop.editions, edition_id)


def _as_held(one: SourceRefresh, name: str, whole: BuiltEdition) -> SourceRefresh:
    """A source held back, with what is beyond its limits; with all of it where none is its own."""
    own = tuple(trip for trip in whole.trips if trip.source == name)
    trips = own or whole.trips
    return replace(
        one,
        outcome=SourceOutcome.HELD,
        why=f"Au-delà des limites : l’édition {whole.edition.id} est construite, et pas servie.",
        trips=trips,
    )


def _accepted(trips: Sequence[GuardTrip]) -> tuple[str, ...]:
    if not trips:
        return ()
    return (f"{len(trips)} dépassements de limites, acceptés (--accept).",)
