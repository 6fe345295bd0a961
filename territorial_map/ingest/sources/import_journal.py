"""The journal of one import: what was read, rejected, left out and put right."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from territorial_map.domain.cells import without_contacts
from territorial_map.domain.edition import Rejection
from territorial_map.domain.term import Term
from territorial_map.ingest.progress import Progress, silent
from territorial_map.readers import Flaw
from territorial_map.readers.understood import ColumnDoubts

_EXAMPLES = 5
_EVERY = 2_000

Keep = Callable[[Rejection, tuple[str, ...]], None]


class Shared(Protocol):
    """An open file."""

    @property
    def share(self) -> float | None:
        """How much of it has been read, 0 to 1, when that can be told."""


@dataclass(frozen=True, slots=True)
class ProblemExample:
    """Where something was found: line of the file and value, nothing personal in it."""

    line: int
    value: str = ""


class SheetRead(NamedTuple):
    """The sheet of a workbook that was read, and the others that show rows."""

    file: str
    sheet: str
    others: tuple[str, ...]


def _forget(_: Rejection, __: tuple[str, ...]) -> None:
    return


class Intake:
    """Grows while files are read; memory does not grow with the number of problems.

    ``keep`` receives each rejected row as it is met, with its cells (``row`` is the current one).
    ``doubts`` are those of a free layout, by column; ``sheets`` are those of workbooks of several.
    ``read`` counts records, and ``read = kept + rejected + left out`` at the end.
    """

    def __init__(self, *, keep: Keep = _forget, progress: Progress = silent) -> None:
        self.read = 0
        self.kept = 0
        self.rejected: Counter[Term] = Counter()
        self.left_out: Counter[Term] = Counter()
        self.noted: Counter[Term] = Counter()
        self.examples: defaultdict[Term, list[ProblemExample]] = defaultdict(list)
        self.dropped_columns: Counter[str] = Counter()
        self.matched_columns: dict[str, str] = {}
        self.doubts = ColumnDoubts()
        self.sheets: list[SheetRead] = []
        self.row: tuple[str, ...] = ()
        self.file = ""
        self._before = 0
        self._keep = keep
        self._progress = progress

    def count(self, file: Shared | None = None) -> None:
        """Count one record read; the share of its file tells how many rows are to come."""
        self.read += 1
        if file is not None and self.read % _EVERY == 0 and (share := file.share):
            rows = self.read - self._before
            self._progress(f"Lecture : {self.file}", rows, round(rows / share))

    def tell_share(self, share: float) -> None:
        """Tell how much of a statement on the current file is done, where it counts no rows."""
        self._progress(f"Filtrage : {self.file}", round(share * 100), 100)

    def done(self) -> None:
        """Say that the current file is read to its end."""
        rows = self.read - self._before
        self._progress(f"Lecture : {self.file}", rows, rows)
        self._before = self.read

    def reject(self, kind: Term, line: int, column: str = "", value: str = "") -> None:
        """Leave a row out as unusable, with where and why."""
        shown = without_persons(value)
        self._remember(self.rejected, kind, line, shown)
        self._keep(Rejection(self.file, line, column, shown, kind.label), self.row)

    def reject_flaw(self, flaw: Flaw) -> None:
        """Leave out a line that is no record; it counts as read."""
        self.read += 1
        self.row = flaw.cells
        self.reject(flaw.kind, flaw.line, flaw.column, flaw.value)

    def leave_out(self, kind: Term, line: int = 0, count: int = 1) -> None:
        """Count rows that are sound and not for the directory."""
        self.left_out[kind] += count
        if line and len(self.examples[kind]) < _EXAMPLES:
            self.examples[kind].append(ProblemExample(line))

    def note(self, kind: Term, line: int = 0, value: str = "") -> None:
        """Count something put right."""
        self._remember(self.noted, kind, line, without_persons(value))

    def _remember(self, counter: "Counter[Term]", kind: Term, line: int, value: str) -> None:
        counter[kind] += 1
        if len(self.examples[kind]) < _EXAMPLES:
            self.examples[kind].append(ProblemExample(line, value))


def without_persons(value: str) -> str:
    """A value to show, cut at 80 characters, without e-mail addresses nor mobile numbers.

    >>> without_persons("écrire à jeanne@exemple.fr ou 06 12 34 56 78")
    'écrire à (non reproduit) ou (non reproduit)'
    """
    return without_contacts(value, instead="(non reproduit)", titled=True).text[:80]
