"""How a text file is written: its encoding, its separator and its header line, detected."""

import codecs
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from territorial_map.readers.records import plain_cells

SEPARATORS = (";", ",", "\t", "|")
ONE_COLUMN = "\x1f"  # in no text: a list of a single column is not parted
_LINES = 40
_HEADERS = 10  # lines among which a header is looked for
_SEVERAL = 2  # names of columns that make a header
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_SNIFFED = 8_000  # characters; sniffing is slow
_STRAY_PER_LETTER = 4
_CANDIDATES = ["cp1252", "iso8859_15", "mac_roman", "cp850"]  # the last: « CSV (MS-DOS) »
_FRENCH = re.compile("[éèêëàâäçùûüôöîïœæ’‘«»“”°€–—…²\u00a0·•]|(?<![a-zà-ÿ])[ÉÈÊËÀÂÇÙÛÔÎÏŒÆ]")
_MOSTLY = 0.9  # of the letters beyond ASCII
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

Known = Callable[[str], bool]


def nothing_known(_: str) -> bool:
    """For readers that know no name of a column."""
    return False


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is written; ``header_line`` is numbered from 1, ``sheet`` is of a workbook.

    ``wrapped`` says that each line stands whole in quotes.
    """

    encoding: str = ""
    separator: str = ""
    header_line: int = 1
    sheet: str = ""
    wrapped: bool = False


def detect_encoding(sample: bytes) -> str:
    """The encoding of a sample: by its mark, else UTF-8 if it can be, else the likeliest.

    >>> detect_encoding("Régie".encode()), detect_encoding("Régie".encode("utf-16"))
    ('utf-8', 'utf-16')
    """
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    if sample[1:200:2].count(0) > len(sample[1:200:2]) // 2:
        return "utf-16-le"
    if sample[0:200:2].count(0) > len(sample[0:200:2]) // 2:
        return "utf-16-be"
    if _mostly_utf_8(sample):
        return "utf-8"
    french = max(_CANDIDATES, key=lambda name: _french_share(sample, name))
    if _french_share(sample, french) > _MOSTLY:
        return french
    import charset_normalizer  # noqa: PLC0415 - slow to load, for the few files that are not UTF-8

    best = charset_normalizer.from_bytes(sample, cp_isolation=_CANDIDATES).best()
    return best.encoding if best else "cp1252"


def _french_share(sample: bytes, encoding: str) -> float:
    """The share of French letters and marks among those beyond ASCII, read in an encoding."""
    text = sample.decode(encoding, errors="replace")
    beyond = sum(letter > "\x7f" for letter in text)
    return len(_FRENCH.findall(text)) / beyond if beyond else 0.0


def are_wrapped(sample: str) -> bool:
    """True when every line is one quoted cell that holds a whole record: « "A;B" »."""
    lines = [line for line in sample.splitlines() if line.strip()][:_LINES]
    if not lines or not all(line.strip()[:1] == line.strip()[-1:] == '"' for line in lines):
        return False
    inside = [unwrapped(line) for line in lines]
    alone = all(
        len(plain_cells(line, separator)) == 1 for line in lines for separator in SEPARATORS
    )
    return alone and any(_steadiness(inside, separator) > 0.6 for separator in SEPARATORS)


def unwrapped(line: str) -> str:
    """A line without the quotes around it, those doubled inside made single; its end kept."""
    bare = line.rstrip("\r\n")
    end = line[len(bare) :]
    bare = bare.strip()
    if len(bare) < 2 or not bare[0] == bare[-1] == '"':
        return line
    return bare[1:-1].replace('""', '"') + end


def _mostly_utf_8(sample: bytes) -> bool:
    """True when accents are UTF-8, a few stray bytes apart: by chance other text never looks so."""
    text = sample.decode("utf-8", errors="surrogateescape")
    stray = sum("\udc80" <= letter <= "\udcff" for letter in text)
    letters = sum(letter > "\x7f" for letter in text) - stray
    return stray <= _STRAY_PER_LETTER * letters


def detect_separator(sample: str, known: Known = nothing_known) -> str:
    """The separator of a sample of whole lines; ``ONE_COLUMN`` where nothing parts them.

    ``known`` says which names of columns a reader knows. A comma inside numbers parts nothing
    (« 7,75E+13 »), nor does one that the header lacks.
    """
    lines = [line for line in sample.splitlines() if line.strip()][:_LINES]
    usable = _usable(lines, known)
    best = max(usable, key=lambda separator: _steadiness(lines, separator), default="")
    steady = bool(best) and _steadiness(lines, best) > 0.6
    if not best or ((best == "," or not steady) and _is_one_column(lines, usable, known)):
        return ONE_COLUMN
    if steady:
        return best
    import clevercsv  # noqa: PLC0415 - slow to load, for the few files whose lines differ

    try:
        found = clevercsv.Sniffer().sniff("\n".join(lines)[:_SNIFFED], delimiters=usable)
    except clevercsv.Error:
        found = None
    return (found.delimiter if found else "") or best


def _usable(lines: Sequence[str], known: Known) -> list[str]:
    """The separators that may part lines: those that show most names of columns, if any do."""
    there = [each for each in SEPARATORS if any(each in line for line in lines)]
    if all("," not in _DECIMAL.sub("", line) for line in lines):
        there = [each for each in there if each != ","]
    names = {each: _most_known(lines, each, known) for each in there}
    most = max(names.values(), default=0)
    return [each for each in there if most < _SEVERAL or names[each] == most]


def _most_known(lines: Sequence[str], separator: str, known: Known) -> int:
    """How many names of columns the richest of the first lines shows, once parted."""
    return max(sum(map(known, plain_cells(line, separator))) for line in lines[:_HEADERS])


def _is_one_column(lines: Sequence[str], separators: Sequence[str], known: Known) -> bool:
    """True when the first line is a whole header, which the commas of other lines do not part."""
    alone = [all(len(plain_cells(line, each)) == 1 for each in separators) for line in lines]
    if not alone[0] or any(_most_known(lines, each, known) >= _SEVERAL for each in separators):
        return False
    return known(lines[0].strip().strip('"')) or sum(alone) > len(lines) / 2


def _steadiness(lines: Sequence[str], separator: str) -> float:
    """Share of the lines that have the commonest number of cells, when that is two or more."""
    counts = Counter(len(plain_cells(line, separator)) for line in lines)
    if not counts:
        return 0.0
    number, times = max(counts.items(), key=lambda pair: (pair[0] > 1, pair[1], pair[0]))
    return times / len(lines) + min(number, 50) / 1000 if number > 1 else 0.0
