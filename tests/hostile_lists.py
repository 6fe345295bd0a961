"""Small files made to bring down whoever reads them, for tests and benchmarks."""

import io
import zipfile
from collections.abc import Callable

import orjson

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
FIRST_ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c></row>'


def workbook(rows: str, *, sheet: str = "xl/worksheets/sheet1.xml", strings: str = "") -> bytes:
    """An XLSX of one sheet with these rows, by hand; ``strings`` are its shared ones."""
    target = sheet.removeprefix("xl/")
    related = f'<Relationship Id="r1" Type="{_RELATIONS}/worksheet" Target="{target}"/>'
    parts = {
        "xl/workbook.xml": (
            f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_RELATIONS}">'
            '<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        sheet: f'<worksheet xmlns="{_SPREADSHEET}"><sheetData>{rows}</sheetData></worksheet>',
    }
    if strings:
        kind = f"{_RELATIONS}/sharedStrings"
        related += f'<Relationship Id="r2" Type="{kind}" Target="sharedStrings.xml"/>'
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_SPREADSHEET}">{strings}</sst>'
    parts["xl/_rels/workbook.xml.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}">{related}</Relationships>'
    )
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


def _corner(cell: str) -> str:
    return f"{FIRST_ROW}<row>{cell}<v>1</v></c></row>"


def _shared_string() -> bytes:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 1_500))
    return workbook(FIRST_ROW + cells, strings=f"<si><t>{'x' * 5_000_000}</t></si>")


def _wide_rows() -> bytes:
    rows = "".join(f'<row r="{n}"><c r="ALK{n}"><v>1</v></c></row>' for n in range(2, 10_000))
    return workbook(FIRST_ROW + rows)


def _many_cells() -> bytes:
    row = "<row>" + "<c><v>1</v></c>" * 190 + "</row>"
    return workbook(FIRST_ROW + row * 60_000)


def _many_strings() -> bytes:
    return workbook(FIRST_ROW, strings="<si><t>a</t></si>" * 20_000_000)


def _inflating() -> bytes:
    return workbook(FIRST_ROW + " " * (600 * 2**20))


def _entities() -> bytes:
    laughs = "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' if n else '<!ENTITY a0 "ha">' for n in range(12)
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", f"<!DOCTYPE w [{laughs}]><workbook>&a11;</workbook>")
    return content.getvalue()


def _many_keys() -> bytes:
    rows = [{f"colonne {n} {m}": "a" for m in range(3)} for n in range(19_000)]
    return orjson.dumps({"rows": rows})


# By name: the file's, its content, and the statuses that may answer it.
ATTACKS: dict[str, tuple[str, Callable[[], bytes], frozenset[int]]] = {
    "corner, single quotes": (
        "a.xlsx",
        lambda: workbook(_corner("<c r='CVU200000'>")),
        frozenset({413, 422}),
    ),
    "corner": ("a.xlsx", lambda: workbook(_corner('<c r="CVU20000">')), frozenset({413, 422})),
    "corner, spaces around =": (
        "a.xlsx",
        lambda: workbook(_corner('<c r = "CVU200000">')),
        frozenset({413, 422}),
    ),
    "corner, lower case": (
        "a.xlsx",
        lambda: workbook(_corner('<c r="cvu200000">')),
        frozenset({413, 422}),
    ),
    "last corner": (
        "a.xlsx",
        lambda: workbook(_corner('<c r="XFD1048576">')),
        frozenset({413, 422}),
    ),
    "no such column": (
        "a.xlsx",
        lambda: workbook(_corner('<c r="ZZZZZZ1">')),
        frozenset({413, 422}),
    ),
    "corner, another path": (
        "a.xlsx",
        lambda: workbook(_corner('<c r="CVU200000">'), sheet="xl/ailleurs/feuille.xml"),
        frozenset({413, 422}),
    ),
    "corner, outside xl": (
        "a.xlsx",
        lambda: workbook(_corner('<c r="CVU200000">'), sheet="/onglets/a.bin"),
        frozenset({413, 422}),
    ),
    "one shared string 1,498 times": ("a.xlsx", _shared_string, frozenset({413})),
    "wide rows": ("a.xlsx", _wide_rows, frozenset({413})),
    "eleven million cells": ("a.xlsx", _many_cells, frozenset({413})),
    "twenty million strings": ("a.xlsx", _many_strings, frozenset({413})),
    "600 MiB of spaces": ("a.xlsx", _inflating, frozenset({413})),
    "entities": ("a.xlsx", _entities, frozenset({422})),
    "57,000 distinct keys": ("rows.json", _many_keys, frozenset({422})),
    "nested JSON": ("rows.json", lambda: b"[" * 5_000_000, frozenset({422})),
}
