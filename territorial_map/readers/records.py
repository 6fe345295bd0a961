"""Records of separated text: quotes understood, and never trusted to swallow a file."""

import csv
import io
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Sequence

from territorial_map.readers.text_file import MAX_LINE
from territorial_map.readers.unreadable_lines import Flaw, FlawKind

Record = tuple[int, list[str]]
_MOST_LINES = 40  # of one quoted cell; a quote still open then was never meant to open
_SHOWN = 60


def split_records(
    lines: Iterable[tuple[int, str] | Flaw],
    separator: str,
    *,
    quoted: bool = True,
    usual: int | None = None,
) -> Iterator[Record | Flaw]:
    """Cells of each record with the line where it begins; blank lines are passed over.

    ``quoted`` is false for layouts whose quotes are plain characters (FINESS). A record may span
    lines inside quotes. A quote that is not closed within ``_MOST_LINES`` lines, or that only makes
    a record of an unusual number of cells out of several lines that hold separators, was never
    meant to open: its own line is a flaw, and reading goes on at the next one. Usual are ``usual``,
    the number of the last record on one line, and that of most of them.
    """
    told = usual
    widths: Counter[int] = Counter()
    waiting: deque[tuple[int, str] | Flaw] = deque()
    source = iter(lines)
    while True:
        item = waiting.popleft() if waiting else next(source, None)
        if item is None:
            return
        if isinstance(item, Flaw):
            yield item
            continue
        line, text = item
        if not text.strip("\r\n"):
            continue
        plain = not quoted or '"' not in text
        cells = text.rstrip("\r\n").split(separator) if plain else parse_record(text, separator)
        if cells is None:
            accepted = {told, usual, *(width for width, _ in widths.most_common(1))} - {None}
            yield _spanning_record((line, text), separator, accepted, waiting, source)
        else:
            usual = len(cells)
            widths[usual] += 1
            yield line, cells


def _spanning_record(
    begun: tuple[int, str],
    separator: str,
    usual: Collection[int | None],
    waiting: deque[tuple[int, str] | Flaw],
    source: Iterator[tuple[int, str] | Flaw],
) -> Record | Flaw:
    """A record whose first line leaves a quote open; lines read ahead in vain are given back."""
    ahead: list[tuple[int, str] | Flaw] = []
    line, whole = begun
    while len(ahead) < _MOST_LINES and len(whole) < MAX_LINE:
        following = waiting.popleft() if waiting else next(source, None)
        if following is None:
            break
        ahead.append(following)
        if isinstance(following, Flaw):
            break
        whole += following[1]
        cells = parse_record(whole, separator)
        if cells is not None:
            if not usual or len(cells) in usual or _is_text(whole, separator):
                return line, cells
            break
    waiting.extendleft(reversed(ahead))
    text = begun[1].rstrip("\r\n")
    return Flaw(line, FlawKind.OPEN_QUOTE, value=text[:_SHOWN], cells=(text,))


def _is_text(record: str, separator: str) -> bool:
    """True when quotes are well placed and no cell of several lines holds separators.

    Whole records may be inside a cell that does.
    """
    try:
        cells = next(_reader(record, separator))
    except csv.Error:
        return False
    return not any(separator in cell for cell in cells if "\n" in cell or "\r" in cell)


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    lines = io.StringIO(text, newline="")  # cut at line ends alone, not at other breaks
    spaced = f'{separator} "' in text  # a space before a quote is none of the cell
    return csv.reader(lines, delimiter=separator, strict=True, skipinitialspace=spaced)


def spanning(
    begun: tuple[int, str], following: Sequence[tuple[int, str] | Flaw], separator: str
) -> tuple[Record, list[tuple[int, str] | Flaw]] | None:
    """A header whose cells break their lines, and the lines after it; ``None`` where it is none."""
    whole = begun[1]
    for n, item in enumerate(following, 1):
        if isinstance(item, Flaw):
            return None
        whole += item[1]
        cells = parse_record(whole, separator)
        if cells is not None and len(cells) > 1:
            return (begun[0], [" ".join(cell.split()) for cell in cells]), list(following[n:])
    return None


def parse_record(text: str, separator: str) -> list[str] | None:
    """The cells of a record, or ``None`` when a quote is still open at its end.

    A quote misplaced in a cell is a character like others: the record is split at its separators
    and the quotes around cells go.
    """
    try:
        cells = next(_reader(text, separator))
    except csv.Error as error:
        if "unexpected end" in str(error):
            return None
        return [cell.strip('"') for cell in text.rstrip("\r\n").split(separator)]
    return cells


def plain_cells(text: str, separator: str) -> list[str]:
    """The cells of a header line, quotes off even where they are not balanced."""
    cells = parse_record(text, separator)
    if cells is None:
        cells = text.rstrip("\r\n").split(separator)
    return [cell.strip().strip('"').strip() for cell in cells]
