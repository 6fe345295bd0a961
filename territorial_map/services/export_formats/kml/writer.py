"""KML 2.2 (OGC 07-147r2): one placemark per line, its fields typed in a schema."""

from collections.abc import Iterator
from itertools import islice

from territorial_map.domain.vocabulary import Kind
from territorial_map.services.export.cells import Cell, Column, xml_text
from territorial_map.services.export.table import ExportLine, ExportTable

_BATCH = 200
_SCHEMA = "organisation"


def kml_chunks(table: ExportTable) -> Iterator[bytes]:
    """The document, some placemarks at a time; a line without a point keeps its fields."""
    yield _beginning(table).encode()
    lines = table.lines()
    while batch := list(islice(lines, _BATCH)):
        yield "".join(_placemark(line, table.columns) for line in batch).encode()
    yield b"</Document></kml>\n"


def _beginning(table: ExportTable) -> str:
    about = table.about
    colon = about.t(" : ")
    told = "\n".join(
        f"{name}{colon}{value}" if value is not None else name for name, value in about.lines()
    )
    fields = "".join(
        f'<SimpleField name="{column.field}" type="{"double" if column.numeric else "string"}">'
        f"<displayName>{xml_text(column.heading)}</displayName></SimpleField>"
        for column in table.columns
    )
    carried = "".join(
        f'<Data name="{name}"><value>{xml_text(str(value))}</value></Data>'
        for name, value in about.as_json().items()
        if not isinstance(value, list)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        f"<name>{xml_text(about.title)}</name><description>{xml_text(told)}</description>"
        f"{''.join(_style(kind, table.symbols[kind].colour) for kind in Kind)}"
        f'<Schema name="{_SCHEMA}" id="{_SCHEMA}">{fields}</Schema>'
        f"<ExtendedData>{carried}</ExtendedData>\n"
    )


def _style(kind: Kind, colour: str) -> str:
    red, green, blue = (colour[n : n + 2] for n in (1, 3, 5))
    return (
        f'<Style id="{kind.value}"><IconStyle><color>ff{blue}{green}{red}</color>'
        f"<scale>0.9</scale></IconStyle></Style>"
    )


def _placemark(line: ExportLine, columns: tuple[Column, ...]) -> str:
    by_key = {column.key: cell for column, cell in zip(columns, line.cells, strict=True)}
    fields = "".join(
        f'<SimpleData name="{column.field}">{xml_text(str(cell))}</SimpleData>'
        for column, cell in zip(columns, line.cells, strict=True)
        if cell not in {None, ""}
    )
    style = f"<styleUrl>#{line.kind.value}</styleUrl>" if line.kind else ""
    point = line.point
    place = (
        f"<Point><coordinates>{point.lon!r},{point.lat!r}</coordinates></Point>" if point else ""
    )
    return (
        f"<Placemark><name>{_name(by_key['name'])}</name>{style}"
        f'<ExtendedData><SchemaData schemaUrl="#{_SCHEMA}">{fields}</SchemaData></ExtendedData>'
        f"{place}</Placemark>\n"
    )


def _name(cell: Cell) -> str:
    return xml_text(str(cell or ""))
