"""The header of a table: below a title, on one row or on two."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from territorial_map.domain.text import fold
from territorial_map.readers.person_columns import is_personal_name

Known = Callable[[str], bool]
Cells = Sequence[str]
_LONG = 60  # characters: no name of a column is longer


@dataclass(frozen=True, slots=True)
class Header:
    """The rows from ``first`` to ``last``, by their index, and the cells that they make."""

    first: int
    last: int
    cells: tuple[str, ...]


def find_header(rows: Sequence[Cells], known: Known) -> Header:
    """The header among the first rows: most known names, else the first row of usual width.

    Lines above it (a title, a service line) are no header. Two rows are read together where the
    second fills columns that the first groups or leaves blank.
    """
    scores = [_known_in(row, known) for row in rows]
    if not scores or max(scores) == 0:
        index = _first_usual(rows)
        return Header(index, index, tuple(rows[index]) if rows else ())
    best = scores.index(max(scores))
    for first in (best, best - 1):
        if 0 <= first < len(rows) - 1:
            made = _of_two(rows[first], rows[first + 1], known)
            if made is not None:
                return Header(first, first + 1, made)
    return Header(best, best, tuple(rows[best]))


def _first_usual(rows: Sequence[Cells]) -> int:
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    usual = max(Counter(n for n in filled if n).items(), key=itemgetter(1), default=(0, 0))[0]
    return next((i for i, n in enumerate(filled) if n >= usual), 0)


def _known_in(row: Cells, known: Known) -> int:
    return len({fold(cell) for cell in row if cell.strip() and known(cell)})


def _of_two(above: Cells, below: Cells, known: Known) -> tuple[str, ...] | None:
    """The cells of two rows that make one header, else ``None``."""
    width = max(len(above), len(below))
    upper, lower = _padded(above, width), _padded(below, width)
    lower = ["" if fold(low) == fold(up) else low for up, low in zip(upper, lower, strict=True)]
    if sum(map(bool, upper)) < 2 or not any(lower) or not all(map(_may_be_name, lower)):
        return None
    groups = _groups(upper, lower)
    alone = any(
        up and low and known(up) and not grouped
        for up, low, grouped in zip(upper, lower, _spanning(upper, lower), strict=True)
    )
    made = _named(upper, lower, groups)
    gained = _known_in(made, known) - max(_known_in(upper, known), _known_in(lower, known))
    return None if alone or gained < 0 or not (gained or _begins_groups(upper, lower)) else made


def _padded(row: Cells, width: int) -> list[str]:
    return [" ".join(cell.split()) for cell in row] + [""] * (width - len(row))


def _may_be_name(cell: str) -> bool:
    digits = sum(map(str.isdigit, cell))
    return len(cell) <= _LONG and digits <= len(cell) // 2 and "@" not in cell


def _groups(upper: Cells, lower: Cells) -> list[str]:
    """Above each filled cell of the lower row, the group that it belongs to."""
    groups, current = [], ""
    for up, low in zip(upper, lower, strict=True):
        current = up or current
        groups.append(current if low else "")
    return groups


def _spanning(upper: Cells, lower: Cells) -> list[bool]:
    """Whether each upper cell spans several columns: blank ones follow it, filled below."""
    spans = []
    for place, up in enumerate(upper):
        after = place + 1
        spans.append(bool(up) and after < len(upper) and not upper[after] and bool(lower[after]))
    return spans


def _begins_groups(upper: Cells, lower: Cells) -> bool:
    """True when the upper row groups columns of a lower row that is a whole header."""
    return any(_spanning(upper, lower)) and all(
        low for up, low in zip(upper, lower, strict=True) if up
    )


def _named(upper: Cells, lower: Cells, groups: Cells) -> tuple[str, ...]:
    """The name of each column: its own, with that of its group where it needs it."""
    own = [low or up for up, low in zip(upper, lower, strict=True)]
    times = Counter(map(fold, own))
    return tuple(
        f"{group} – {name}"
        if group and group != name and (times[fold(name)] > 1 or is_personal_name(group))
        else name
        for name, group in zip(own, groups, strict=True)
    )
