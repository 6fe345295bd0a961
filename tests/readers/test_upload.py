"""Files in memory: read as files on disk are, and bounded before they are laid out."""

import zipfile
from io import BytesIO

import pytest

from territorial_map.domain.errors import SourceTooLarge
from territorial_map.readers import BookLimits, Row, Upload, open_table

_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="A">'
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)
_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"
_CELL = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
_EMPTY_ROWS = (
    '<table:table-row table:number-rows-repeated="1048570">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)
LIMITS = BookLimits(inflated=2**24, cells=1_000_000, columns=1_000)


def ods(*rows: str) -> Upload:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", _HEAD + "".join(rows) + _TAIL)
    return Upload("liste.ods", content.getvalue())


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def test_empty_rows_to_the_end_of_an_ods_sheet_cost_nothing() -> None:
    other = _CELL.replace("x<", "y<")
    upload = ods(row(_CELL, _CELL), row(other, _CELL), _EMPTY_ROWS)

    with open_table(upload, limits=LIMITS) as table:
        rows = [each for each in table.rows if isinstance(each, Row)]

    assert len(rows) == 1


def test_a_cell_in_the_last_corner_of_an_ods_sheet_is_refused() -> None:
    far = '<table:table-cell table:number-columns-repeated="16000"/>'
    upload = ods(row(_CELL), row(_CELL), _EMPTY_ROWS, row(far, _CELL))

    with pytest.raises(SourceTooLarge, match="cellules"), open_table(upload, limits=LIMITS):
        pass


def test_an_upload_never_shows_its_content() -> None:
    assert "secret" not in repr(Upload("liste.csv", b"secret"))
