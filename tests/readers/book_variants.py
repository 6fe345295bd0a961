"""One synthetic list as the programs of the world write it: workbooks rewritten part by part."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from html import escape

import xlsxwriter
from odfdo import Cell, Document, Row, Table

SIRET = "80746931700018"
HEADER = ["Nom", "SIRET", "Code postal", "Ville", "Téléphone", "Date de création"]
LIST = [
    ["A synthétique", SIRET, "01560", "Vernoux", "04 74 47 04 70", "2019-03-12"],
    ["Bé synthétique", "", "42000", "Saint-Etienne", "", ""],
    ["Atelier <d’Été> & Cie", "", "97400", "Saint-Denis", "", "2021-12-01"],
]
SHEET = "xl/worksheets/sheet1.xml"
Parts = dict[str, str]


def xlsx(*, date_1904: bool = False) -> bytes:
    """The list with shared strings, and dates as days."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Adhérents")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, HEADER)
        for n, row in enumerate(LIST, 1):
            sheet.write_row(n, 0, row[:-1])
            if row[-1]:
                sheet.write_datetime(n, 5, date.fromisoformat(row[-1]), day)

    return made(fill, date_1904=date_1904, strings_to_numbers=False)


def made(fill: Callable[[xlsxwriter.Workbook], None], **options: bool) -> bytes:
    """A workbook of xlsxwriter."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, options)
    fill(book)
    book.close()
    return content.getvalue()


def rewritten(content: bytes, change: Callable[[Parts], Parts]) -> bytes:
    """The same archive after a change of its parts, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in change(parts).items():
            archive.writestr(name, part)
    return packed.getvalue()


def moved(names: Mapping[str, str], targets: Mapping[str, str]) -> Callable[[Parts], Parts]:
    """Parts under other names, and what points to them written so."""

    def change(parts: Parts) -> Parts:
        told = {names.get(name, name): part for name, part in parts.items()}
        for old, new in targets.items():
            told |= {name: part.replace(old, new) for name, part in told.items() if _points(name)}
        return told

    return change


def _points(name: str) -> bool:
    return name.endswith(".rels") or name == "[Content_Types].xml"


def each_part(change: Callable[[str], str], *names: str) -> Callable[[Parts], Parts]:
    """The parts of these names, or every XML part, changed."""
    return lambda parts: {
        name: change(part) if (name in names if names else name.endswith(".xml")) else part
        for name, part in parts.items()
    }


def inlined(parts: Parts) -> Parts:
    """Shared strings written in their cells, in runs and with a phonetic reading."""
    shared = re.findall(r"<si>(.*?)</si>", parts.pop("xl/sharedStrings.xml"), re.DOTALL)

    def inline(found: re.Match[str]) -> str:
        text = shared[int(found[2])].replace("<t>", "<r><t>").replace("</t>", "</t></r>")
        return f'<c {found[1]} t="inlineStr"><is>{text}<rPh sb="0" eb="1"><t>x</t></rPh></is></c>'

    cells = r'<c ([^>]*?) ?t="s"><v>(\d+)</v></c>'
    return parts | {SHEET: re.sub(cells, inline, parts[SHEET])}


def without_references(parts: Parts) -> Parts:
    """Rows and cells that do not say where they are, each in its turn."""

    def row(found: re.Match[str]) -> str:
        cells = {c[1]: c[0] for c in re.finditer(r'<c r="([A-Z])\d+".*?(?:/>|</c>)', found[0])}
        laid = "".join(cells.get(letter, "<c/>") for letter in "ABCDEF")
        return "<row>" + re.sub(r' r="[A-Z]+\d+"', "", laid) + "</row>"

    return parts | {SHEET: re.sub(r"<row .*?</row>", row, parts[SHEET], flags=re.DOTALL)}


def prefixed(xml: str) -> str:
    """Elements of the main namespace under a prefix, as some libraries write them."""
    if 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' not in xml:
        return xml
    xml = re.sub(r"<(/?)(?=[a-zA-Z])(?!\w+:)", r"<\1x:", xml)
    return xml.replace("xmlns=", "xmlns:x=", 1)


def strict(parts: Parts) -> Parts:
    """« Classeur Excel Strict Open XML » : other namespaces, dates in ISO form."""
    told = each_part(
        lambda xml: xml.replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
    )(parts)
    told = {
        name: part.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/",
        )
        for name, part in told.items()
    }
    sheet = told[SHEET]
    for days, day in ((43536, "2019-03-12"), (44531, "2021-12-01")):
        sheet = re.sub(
            rf'(<c r="F\d" s="\d+")><v>{days}</v>', rf'\1 t="d"><v>{day}T00:00:00</v>', sheet
        )
    return told | {SHEET: sheet}


def ods() -> bytes:
    """The list as an ODS."""
    document = Document("spreadsheet")
    table = Table("Adhérents")
    for n, row in enumerate([HEADER, *LIST]):
        laid = Row()
        for place, cell in enumerate(row):
            is_day = bool(n and cell) and place == len(row) - 1
            laid.append_cell(Cell(date.fromisoformat(cell) if is_day else cell or None))
        table.append_row(laid)
    document.body.clear()
    document.body.append(table)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def text(separator: str, encoding: str) -> bytes:
    """The list as a text file."""
    rows = (
        separator.join(f'"{c}"' if separator in c else c for c in row) for row in [HEADER, *LIST]
    )
    return ("\r\n".join(rows) + "\r\n").encode(encoding)


def web_page(encoding: str = "utf-8") -> bytes:
    """The list as many portals export « Excel »: a table of a web page."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n"
        for row in [HEADER, *LIST]
    )
    head = "<html><head><title>Export</title><style>td{color:red}</style></head>"
    return f"{head}<body><h1>Adhérents</h1><table>{rows}</table></body></html>".encode(encoding)
