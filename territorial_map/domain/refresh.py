"""A refresh from official files: what became of each source, and how fresh it is."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from territorial_map.domain.term import Term

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![-\d])")


class SourceOutcome(Term):
    """What a refresh made of a source."""

    UPDATED = "updated", "nouvelle version prise"
    UNCHANGED = "unchanged", "inchangée"
    HELD = "held", "retenue : à accepter"
    FAILED = "failed", "en échec : la table en place reste"
    NO_TOKEN = "no_token", "sautée : pas de jeton"
    BY_HAND = "by_hand", "à télécharger à la main"
    SEEN = "seen", "vue, rien n’a été pris"


class Freshness(Term):
    """How the age of a source's newest data stands beside the rhythm that is expected of it."""

    ON_TIME = "on_time", "dans son rythme"
    STOPPED = "stopped", "source arrêtée ?"
    UNKNOWN = "unknown", "de date inconnue"


class Measure(Term):
    """What may change between two editions to a degree that somebody must look at."""

    GONE = "gone", "lignes disparues"
    MOVED = "moved", "positions déplacées de plus de 500 m"
    RENAMED = "renamed", "noms changés"
    LOST = "lost", "champs perdus"


@dataclass(frozen=True, slots=True)
class GuardTrip:
    """A share beyond its limit: of a source, in the whole edition or in one territory.

    ``territory`` is the name of a département, blank for the whole; ``field`` the one that was
    lost; ``count`` of ``of`` rows changed so.
    """

    source: str
    territory: str
    measure: Measure
    count: int
    of: int
    limit: float
    field: str = ""

    @property
    def share(self) -> float:
        """The share, 0 to 1."""
        return self.count / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file as its publisher tells it and as it came; ``None`` and blank where nobody tells.

    ``validators`` are the ETag and the date that its host gives for it.
    """

    name: str
    title: str = ""
    resource: str = ""
    address: str = ""
    last_modified: str = ""
    size: int | None = None
    sha256: str = ""
    etag: str = ""
    http_date: str = ""


@dataclass(frozen=True, slots=True)
class SourceRefresh:
    """What a refresh made of one source.

    ``sources`` are the names that its rows bear in an edition. ``why`` is a sentence, blank where
    there is nothing to say; ``vintage`` an ISO date, or its beginning; ``rhythm_days`` how often
    a newer one is expected, ``alarm_days`` the age past which the source has perhaps stopped;
    ``rows`` and ``rows_before`` those of its table now and before (``None`` = no table).
    """

    code: str
    title: str
    outcome: SourceOutcome
    why: str = ""
    vintage: str = ""
    rhythm_days: int = 0
    alarm_days: int = 0
    rows: int | None = None
    rows_before: int | None = None
    files: tuple[FileSeen, ...] = ()
    notes: tuple[str, ...] = ()
    trips: tuple[GuardTrip, ...] = ()

    def freshness(self, on: date) -> Freshness:
        """How fresh its data are on a day: « inchangée » is not fresh."""
        return freshness_of(self.vintage, self.alarm_days, on)


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """One run of the command, as it is kept beside the edition and in the history.

    ``began_at`` and ``ended_at`` are ISO instants (UTC). ``edition`` is the one served at the end,
    ``held`` one that was built and is not served; both may be blank. ``changes`` counts what
    changed from the edition served before, by nature. ``trouble`` says what stopped the run
    itself.
    """

    began_at: str
    ended_at: str
    version: str
    sources: tuple[SourceRefresh, ...]
    edition: str = ""
    held: str = ""
    dry_run: bool = False
    built: bool = False
    changes: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    trouble: str = ""
    exit_code: int = 0


def day_of(vintage: str) -> date | None:
    """The last day that a vintage may mean; ``None`` where it tells none.

    >>> day_of("2026-11-27"), day_of("2026-02"), day_of("2009-2025"), day_of("")
    (datetime.date(2026, 11, 27), datetime.date(2026, 2, 28), None, None)
    """
    found = _DAY.fullmatch(vintage)
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            return date(year, month, day)
        following = date(year + 1, 1, 1) if month in {0, 12} else date(year, month + 1, 1)
    except ValueError:
        return None
    return following - timedelta(days=1)


def freshness_of(vintage: str, alarm_days: int, on: date) -> Freshness:
    """How a vintage stands on a day.

    >>> freshness_of("2026-05-04", 14, date(2026, 11, 28)).value
    'stopped'
    """
    day = day_of(vintage)
    if day is None or not alarm_days:
        return Freshness.UNKNOWN
    return Freshness.STOPPED if (on - day).days > alarm_days else Freshness.ON_TIME
