"""A list whose sheet goes to row 767,461 and is nearly all empty: read, and matched.

The synthetic twin of a member list that was published so: every row is there and formatted, 6,868
hold something. Beside it, in the same run, calamine lays the same sheet out. Each is measured in a
process of its own; what matches is the command, as anybody runs it. Memory is in MB (10**6 bytes).
"""

import tempfile
import zipfile
from pathlib import Path

from benchmarks.measure import peak_memory
from tests.hostile_lists import workbook

ROWS, FILLED, COLUMNS = 767_461, 6_868, 5
_LETTERS = "ABCDE"
_MOST_SECONDS, _MOST_MB = 15, 250
_MB_IN_MIB = 2**20 / 10**6


def sparse_workbook() -> bytes:
    """An XLSX of ``ROWS`` rows of ``COLUMNS`` formatted cells, one row of 112 filled."""
    empty = [f'<c r="{letter}%d" s="0"/>' for letter in _LETTERS]
    head = "".join(
        f'<c r="{letter}1" t="inlineStr"><is><t>{name}</t></is></c>'
        for letter, name in zip(_LETTERS, ("Nom", "SIREN", "Commune", "Code postal"), strict=False)
    )
    pieces = [f'<row r="1">{head}</row>']
    every = ROWS // FILLED
    for n in range(2, ROWS + 1):
        cells = "".join(cell % n for cell in empty)
        if n % every == 0 and n // every <= FILLED:
            told = (f"Association synthétique {n}", f"{n:09d}", "Cayenne", "97300")
            cells = "".join(
                f'<c r="{letter}{n}" t="inlineStr"><is><t>{text}</t></is></c>'
                for letter, text in zip(_LETTERS, told, strict=False)
            ) + "".join(cell % n for cell in empty[4:])
        pieces.append(f'<row r="{n}">{cells}</row>')
    return workbook("".join(pieces))


_READ = """
from pathlib import Path
import sys
from territorial_map.readers import Upload
from territorial_map.services.matching.list_files import read_list
print(len(read_list(Upload("liste.xlsx", Path(sys.argv[1]).read_bytes())).lines))
"""
_BASELINE = """
import sys, python_calamine
sheet = python_calamine.load_workbook(sys.argv[1]).get_sheet_by_index(0)
print(sum(any(row) for row in sheet.to_python(skip_empty_area=False)) - 1)
"""


def run(editions: Path) -> None:
    """Write the sheet, and measure each reading of it; matching is against the current edition."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "liste.xlsx"
        path.write_bytes(sparse_workbook())
        inflated = zipfile.ZipFile(path).getinfo("xl/worksheets/sheet1.xml").file_size
        print(f"{ROWS} rows, {FILLED} filled; {inflated >> 20} MiB of XML")
        out = str(Path(folder) / "liste.rapprochee.csv")
        match = ["-m", "territorial_map.cli", "match", str(path), "-o", out]
        for name, arguments in (
            ("calamine lays it out (baseline)", ["-c", _BASELINE, str(path)]),
            ("read as a stream", ["-c", _READ, str(path)]),
            ("territorial-map match", match),
        ):
            seconds, mib, code = peak_memory(arguments, {"TERRITORIAL_MAP_EDITIONS": str(editions)})
            megabytes = mib * _MB_IN_MIB
            failed = "" if code == 0 else "FAILED"
            print(f"  {name:34} {seconds:6.1f} s  {megabytes:6.0f} MB  {failed}")
        within = code == 0 and seconds <= _MOST_SECONDS and megabytes <= _MOST_MB
    print(f"  {'within' if within else 'BEYOND'} {_MOST_SECONDS} s and {_MOST_MB} MB")
