"""Former names and codes of communes, from INSEE's events since 1943."""

import csv
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from sys import intern
from typing import NamedTuple

from territorial_map.domain.city_labels import passing_city_key

EVENTS = "cog_events.csv"
# INSEE's columns, in lower case: what an event is, then the commune before and after it.
EVENT_COLUMNS = (
    *("mod", "date_eff"),
    *("typecom_av", "com_av", "tncc_av", "ncc_av", "nccenr_av", "libelle_av"),
    *("typecom_ap", "com_ap", "tncc_ap", "ncc_ap", "nccenr_ap", "libelle_ap"),
)
_RENAMED, _REESTABLISHED = "10", "21"
# INSEE gave Saint-Barthélemy and Saint-Martin no event when they left Guadeloupe (2007).
_LEFT_GUADELOUPE = {"97123": "97701", "97127": "97801"}


class Event(NamedTuple):
    """A change of one commune (``before``, with its name) into one (``after``, of a kind)."""

    kind: str
    date: str
    before: str
    name: str
    kind_after: str
    after: str

    @property
    def is_re_establishment(self) -> bool:
        """Whether it makes a commune of what was a part of another."""
        return self.kind == _REESTABLISHED and self.kind_after == "COM"


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a commune had, or had the commune that it took over.

    ``renamed`` says that it is the same commune under another name, or the one that gave its code
    to what it was merged into (« Évry »).
    """

    name: str
    code: str
    now: tuple[str, ...]
    renamed: bool = False


class FormerCommunes:
    """What former codes and names of communes are today; ``current`` are today's codes."""

    def __init__(self, events: Iterable[Event], current: Collection[str]) -> None:
        self._after: dict[str, list[Event]] = defaultdict(list)
        every = tuple(events)
        for event in every:
            if event.before and event.after and event.kind_after == "COM":
                self._after[event.before].append(event)
        self._current = frozenset(current)
        self._now: dict[str, tuple[str, ...]] = {}
        self.names = self._names(every)

    def now(self, code: str) -> tuple[str, ...]:
        """Today's communes of a code: itself, the one that took it over, or those it became."""
        if code not in self._now:
            self._now[code] = self._follow(code, frozenset())
        return self._now[code]

    def codes(self) -> Iterator[str]:
        """Every former code."""
        yield from (*_LEFT_GUADELOUPE, *(code for code in self._after if code not in self._current))

    def _follow(self, code: str, met: frozenset[str]) -> tuple[str, ...]:
        if code in self._current:
            return (code,)
        if code in _LEFT_GUADELOUPE:
            return (_LEFT_GUADELOUPE[code],)
        events = self._after.get(code, ())
        if not events or code in met:
            return ()
        last = max(event.date for event in events)
        after = {event.after for event in events if event.date == last}
        found = {now for each in after for now in self._follow(each, met | {code})}
        return tuple(sorted(found))

    def _names(self, events: Iterable[Event]) -> tuple[FormerName, ...]:
        split: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        last: dict[tuple[str, str], Event] = {}
        for event in events:
            key = event.name, event.before
            if all(key) and (key not in last or event.date >= last[key].date):
                last[key] = event
            if event.is_re_establishment:
                split[(*key, event.date)].add(event.after)
        found = []
        for (name, code), event in sorted(last.items()):
            parts = split.get((name, code, event.date), {code})
            now = tuple(sorted({each for part in parts for each in self.now(part)}))
            if now:
                same = event.kind == _RENAMED or now == (code,)
                found.append(FormerName(name, code, now, same))
        return tuple(found)


def former_keys(
    names: Iterable[FormerName], current: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Folded former names, each with a code of today; ``current`` are today's folded names by code.

    A commune that still has the name is left out.
    """
    for each in names:
        key = passing_city_key(each.name)
        yield from ((key, code) for code in each.now if current.get(code) != key)


def event_of(cells: Sequence[str]) -> Event:
    """The event of a row of ``EVENT_COLUMNS``."""
    return Event(cells[0], cells[1], cells[3], cells[7], cells[8], cells[9])


@cache
def read_events(folder: Path) -> tuple[Event, ...]:
    """The events of ``data/territories``; none where the file is absent."""
    return tuple(map(event_of, read_event_rows(folder)))


def read_event_rows(folder: Path) -> tuple[tuple[str, ...], ...]:
    """The same as rows of ``EVENT_COLUMNS``."""
    path = folder / EVENTS
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple(tuple(intern(row[name]) for name in EVENT_COLUMNS) for row in rows)
