"""XLSX: typed columns, frozen heading, filters, and a sheet « À propos »; sent while read.

xlsxwriter makes the workbook around the list (styles, widths, « À propos »); the rows are poured
into its sheets one by one, so that neither memory nor disk holds them. A text is written as a text,
which no program calculates: « =1+1 » stays as it is.
"""

import io
import math
import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from territorial_map.services.export.about import ABOUT_HEADING
from territorial_map.services.export.cells import Cell, xml_text
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.zip_stream import ZipStream

MAX_ROWS = 1_048_576  # of a sheet, its heading included (ECMA-376)
MAX_CELL = 32_767  # characters of a cell (the same)
_BATCH = 200
_SAMPLE = re.compile(r'<row r="2".*?</row>', re.DOTALL)
_STYLE = re.compile(r'<c r="[AB]2" s="(\d+)"')
_DIMENSION = re.compile(r'<dimension ref="[^"]*"/>')
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")


def xlsx_chunks(table: ExportTable, max_rows: int = MAX_ROWS) -> Iterator[bytes]:
    """The workbook: the list, in a second sheet past the limit, then « À propos »."""
    per_sheet = max_rows - 1
    sizes = [
        min(per_sheet, table.about.rows - n * per_sheet)
        for n in range(max(1, math.ceil(table.about.rows / per_sheet)))
    ]
    frame = zipfile.ZipFile(io.BytesIO(_frame(table, sizes)))
    rows = table.rows()
    out = ZipStream()
    for name in frame.namelist():
        sheet = _SHEET.fullmatch(name)
        if sheet is None or int(sheet[1]) > len(sizes):
            out.add(name, frame.read(name))
        else:
            size = sizes[int(sheet[1]) - 1]
            parts = _sheet_parts(frame.read(name).decode(), islice(rows, size), size)
            yield from out.pour(name, parts, size)
        yield out.taken()
    yield out.end()


def _sheet_parts(xml: str, rows: Iterator[list[Cell]], size: int) -> Iterator[str]:
    """The sheet's XML: its beginning, the rows where a sample row stood, its end."""
    sample = _SAMPLE.search(xml)
    if sample is None:
        raise AssertionError("the sheet has no sample row to replace")
    text_style, number_style = _STYLE.findall(sample[0])
    styles = (f' s="{text_style}"', f' s="{number_style}"')
    ends_at = f":{_last_column(xml)}{size + 1}"
    yield _DIMENSION.sub(f'<dimension ref="A1{ends_at}"/>', xml[: sample.start()])
    letters: list[str] = []
    at = 1
    while batch := list(islice(rows, _BATCH)):
        letters = letters or [xl_col_to_name(n) for n in range(len(batch[0]))]
        yield "".join(_row(at + n, row, letters, styles) for n, row in enumerate(batch, start=1))
        at += len(batch)
    yield xml[sample.end() :]


def _last_column(xml: str) -> str:
    found = re.search(r'<autoFilter ref="A1:([A-Z]+)\d+"', xml)
    return found[1] if found else "A"


def _row(at: int, row: list[Cell], letters: list[str], styles: tuple[str, str]) -> str:
    texts, numbers = styles
    parts = [f'<row r="{at}">']
    for letter, cell in zip(letters, row, strict=True):
        if cell is None or cell == "":
            continue
        if isinstance(cell, str):
            shown = xml_text(cell[:MAX_CELL])
            parts.append(
                f'<c r="{letter}{at}"{texts} t="inlineStr"><is>'
                f'<t xml:space="preserve">{shown}</t></is></c>'
            )
        else:
            style = "" if isinstance(cell, int) else numbers
            parts.append(f'<c r="{letter}{at}"{style}><v>{cell!r}</v></c>')
    parts.append("</row>")
    return "".join(parts)


def _frame(table: ExportTable, sizes: list[int]) -> bytes:
    """The workbook with one sample row per list sheet: a text, then a number."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as workbook:
        workbook.set_properties({"title": table.about.title, "comments": table.about.link})
        texts = workbook.add_format({"num_format": "@"})
        numbers = workbook.add_format({"num_format": "0.0####"})
        heading = workbook.add_format({"bold": True, "bg_color": "#E7EEF0", "bottom": 1})
        for part, size in enumerate(sizes, start=1):
            name = table.sheet_name if part == 1 else f"{table.sheet_name} {part}"
            sheet = workbook.add_worksheet(name)
            for index, column in enumerate(table.columns):
                sheet.set_column(index, index, column.width)
                sheet.write_string(0, index, column.heading, heading)
            sheet.write_string(1, 0, "x", texts)
            sheet.write_number(1, 1, 0, numbers)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, max(1, size), len(table.columns) - 1)
        _write_about(workbook, table)
    return buffer.getvalue()


def _write_about(workbook: Any, table: ExportTable) -> None:  # noqa: ANN401 - untyped library
    sheet = workbook.add_worksheet(table.about.t(ABOUT_HEADING))
    bold = workbook.add_format({"bold": True, "valign": "top"})
    wrapped = workbook.add_format({"text_wrap": True, "align": "left"})
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 90)
    for at, (name, value) in enumerate(table.about.lines()):
        sheet.write_string(at, 0, name, bold)
        if isinstance(value, str):
            sheet.write_string(at, 1, value, wrapped)
        elif value is not None:
            sheet.write_number(at, 1, value, wrapped)
