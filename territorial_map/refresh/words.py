"""A refresh in French lines: what became of each source, of the edition, and what to do next."""

from collections.abc import Iterator
from datetime import date

from territorial_map.domain.changes import Nature
from territorial_map.domain.refresh import (
    Freshness,
    GuardTrip,
    RefreshReport,
    SourceOutcome,
    SourceRefresh,
)

_MOST_TRIPS = 12
_SIGNS = {
    SourceOutcome.UPDATED: "✓",
    SourceOutcome.UNCHANGED: "=",
    SourceOutcome.HELD: "!",
    SourceOutcome.FAILED: "✗",
    SourceOutcome.NO_TOKEN: "–",
    SourceOutcome.BY_HAND: "–",
    SourceOutcome.SEEN: "?",
}


def lines_of(report: RefreshReport) -> tuple[str, ...]:
    """The whole report."""
    day = date.fromisoformat(report.began_at[:10])
    return (
        *(line for source in report.sources for line in source_lines(source, day)),
        *edition_lines(report),
        *report.notes,
    )


def source_lines(source: SourceRefresh, day: date) -> Iterator[str]:
    """What became of one source."""
    yield f"{_SIGNS[source.outcome]} {source.title} ({source.code}) : {source.outcome.label}"
    if source.why:
        yield f"    {source.why}"
    facts = [f"millésime {source.vintage}" if source.vintage else "millésime inconnu"]
    if source.rows is not None:
        before = source.rows_before
        change = f", {before} avant" if before is not None and before != source.rows else ""
        facts.append(f"{source.rows} lignes{change}")
    if source.rhythm_days:
        facts.append(f"rythme attendu : {source.rhythm_days} j")
    yield f"    {' ; '.join(facts)}"
    if _is_followed(source) and source.freshness(day) is Freshness.STOPPED:
        yield f"    {stopped(source)}"
    for note in source.notes:
        yield f"    – {note}"
    for trip in source.trips[:_MOST_TRIPS]:
        yield f"    ! {trip_in_words(trip)}"
    if len(source.trips) > _MOST_TRIPS:
        yield f"    ! et {len(source.trips) - _MOST_TRIPS} autres, dans le rapport (--format json)"


def stopped(source: SourceRefresh) -> str:
    """That a source has perhaps stopped, and why one thinks so."""
    return (
        f"Source arrêtée ? Ses données les plus récentes sont du {source.vintage}, une plus "
        f"récente est attendue tous les {source.rhythm_days} jours (alerte après "
        f"{source.alarm_days})."
    )


def trip_in_words(trip: GuardTrip) -> str:
    """A share beyond its limit, in a sentence."""
    where = f", {trip.territory}" if trip.territory else ""
    field = f" ({trip.field})" if trip.field else ""
    return (
        f"{trip.source}{where} : {trip.measure.label}{field} {trip.count} sur {trip.of}, soit "
        f"{100 * trip.share:.0f} % ({100 * trip.limit:.0f} % au plus)"
    )


def edition_lines(report: RefreshReport) -> Iterator[str]:
    """What became of the edition, and what to do where it is held back."""
    if report.trouble:
        yield report.trouble
    if report.dry_run:
        yield "Rien n’a été pris ni écrit (--dry-run)."
    elif report.built and report.edition != report.held:
        labels = {nature.value: nature.label for nature in Nature}
        told = [f"{labels[code].lower()} {count}" for code, count in report.changes if count]
        yield f"Édition servie : {report.edition}. Changements : {' ; '.join(told) or 'aucun'}."
    elif report.edition:
        yield f"Édition servie : {report.edition}, inchangée."
    if report.held:
        older = report.edition or "current"
        yield f"Édition retenue, construite et pas servie : {report.held}."
        yield f"    Regarder : territorial-map editions diff {older} {report.held}"
        yield f"    Accepter : territorial-map editions accept {report.held}"


def history_line(report: RefreshReport) -> str:
    """A run in one line."""
    counts = dict.fromkeys(SourceOutcome, 0)
    for source in report.sources:
        counts[source.outcome] += 1
    told = [f"{count} {outcome.label}" for outcome, count in counts.items() if count]
    failed = [s.code for s in report.sources if s.outcome is SourceOutcome.FAILED]
    more = f" ; en échec : {', '.join(failed)}" if failed else ""
    held = f" ; retenue : {report.held}" if report.held else ""
    return (
        f"{report.began_at} · code {report.exit_code} · édition {report.edition or 'aucune'}{held}"
        f" · {' ; '.join(told)}{more}"
    )


def _is_followed(source: SourceRefresh) -> bool:
    return source.outcome not in {SourceOutcome.BY_HAND, SourceOutcome.NO_TOKEN}
