"""Other people's tables: layout detected, bad lines said one by one, memory bounded."""

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.errors import SourceError
from territorial_map.readers import Flaw, Layout, Row, open_table
from territorial_map.readers.text_file import MAX_LINE

LINES = "siret;nom;commune\n1;Régie synthétique;Évry\n2;Atelier synthétique;Nîmes\n"
cells = st.text(st.characters(exclude_characters="\0\r\n", exclude_categories=["Cs"]), max_size=9)


def read(path: Path, layout: Layout | None = None) -> tuple[list[Row], list[Flaw]]:
    with open_table(path, layout=layout) as table:
        items = list(table.rows)
    return (
        [item for item in items if isinstance(item, Row)],
        [item for item in items if isinstance(item, Flaw)],
    )


def written(folder: Path, content: bytes | str, name: str = "liste.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_encoding_and_separator_are_found(encoding: str, separator: str, tmp_path: Path) -> None:
    path = written(tmp_path, LINES.replace(";", separator).encode(encoding))

    rows, flaws = read(path)

    assert [row.values["nom"] for row in rows] == ["Régie synthétique", "Atelier synthétique"]
    assert [row.line for row in rows] == [2, 3]
    assert flaws == []


@given(table=st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=8))
def test_every_record_is_a_row_or_a_flaw(
    table: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = "a;b;c\n" + "".join(";".join(row) + "\n" for row in table)
    path = written(tmp_path_factory.mktemp("any"), text)

    rows, flaws = read(path, Layout("utf-8", ";"))

    spanned = sum(cell.count("\n") for row in rows for cell in row.values.values())
    assert len(rows) + spanned + len(flaws) == len(table)


def test_a_quote_that_swallows_records_is_left_out_alone(tmp_path: Path) -> None:
    rows, flaws = read(written(tmp_path, 'a;b;c\n1;"deux\n;trois\n4;cinq;six\n7;"huit;neuf\n'))

    assert [(row.line, row.values["b"]) for row in rows] == [(4, "cinq")]
    assert [(flaw.line, flaw.kind.value) for flaw in flaws] == [
        (2, "open_quote"),
        (3, "too_short"),
        (5, "open_quote"),
    ]


def test_a_cell_of_several_lines_stays_one_under_a_title_and_between_quotes(tmp_path: Path) -> None:
    lines = 'Liste synthétique\n"siret";"nom";"commune"\n"1";"deux\nlignes";"Lens"\n'

    with open_table(
        written(tmp_path, lines), layout=Layout("utf-8", ";", header_line=0), known="nom".__eq__
    ) as table:
        rows = list(table.rows)

    assert [row.values["nom"] for row in rows if isinstance(row, Row)] == ["deux\nlignes"]
    assert len(rows) == 1


def test_a_cell_of_several_lines_stays_one_whatever_its_breaks(tmp_path: Path) -> None:
    rows, flaws = read(written(tmp_path, 'a;b;c\n1;"deux\nlignes\u2028et demie";3\n4;\x0b;6\n'))

    assert flaws == []
    assert [row.values["b"] for row in rows] == ["deux\nlignes\u2028et demie", "\x0b"]


@given(content=st.binary(max_size=300))
def test_any_bytes_end_in_rows_or_one_sentence(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = written(tmp_path_factory.mktemp("bytes"), content)

    refused = ""
    read_at_all = 0
    try:
        rows, flaws = read(path)
        read_at_all = len(rows) + len(flaws)
    except SourceError as error:
        refused = str(error)

    assert read_at_all or refused.startswith("liste.csv")


def test_windows_1252_inside_utf_8_is_read_and_counted(tmp_path: Path) -> None:
    content = LINES.encode() + "3;Ressourcerie mêlée;Orléans\n".encode("cp1252")

    with open_table(written(tmp_path, content)) as table:
        names = [row.values["nom"] for row in table.rows if isinstance(row, Row)]
        repaired = table.text.repaired if table.text else 0

    assert names[-1] == "Ressourcerie mêlée"
    assert repaired == 1


@pytest.mark.parametrize(
    ("lines", "kind", "kept"),
    [
        ('3;"Ouverte;Lens\n4;Suite;Lille\n', "open_quote", 3),
        ("3;Coupée", "too_short", 2),
        ("3;Trop;longue;ligne\n", "too_long", 2),
        ("siret;nom;commune\n3;Suite;Lens\n", "header_again", 3),
        ("3;Nul\0le;Lens\n4;Suite;Lens\n", "nul_byte", 3),
        (f"3;{'x' * 2**20};Lens\n4;Suite;Lens\n", "endless", 3),
    ],
)
def test_a_bad_line_is_said_and_the_next_ones_are_read(
    lines: str, kind: str, kept: int, tmp_path: Path
) -> None:
    rows, flaws = read(written(tmp_path, LINES + lines))

    assert [flaw.kind.value for flaw in flaws] == [kind]
    assert flaws[0].line == 4
    assert len(rows) == kept


def test_a_cell_may_span_lines(tmp_path: Path) -> None:
    rows, _ = read(written(tmp_path, LINES + '3;"Deux\nlignes";Lens\n4;Suite;Lens\n'))

    assert [(row.line, row.values["nom"]) for row in rows[2:]] == [
        (4, "Deux\nlignes"),
        (6, "Suite"),
    ]


def test_an_unbalanced_quote_in_the_header_costs_no_column(tmp_path: Path) -> None:
    path = written(
        tmp_path, '"Raison sociale"|"Code Postal|"Ville"\n"Synthétique"|"26100"|"Romans"\n'
    )

    rows, _ = read(path)

    assert rows[0].values == {
        "Raison sociale": "Synthétique",
        "Code Postal": "26100",
        "Ville": "Romans",
    }


def test_the_header_below_a_title_is_found_by_known_names(tmp_path: Path) -> None:
    path = written(tmp_path, "Liste 2026;;\n;;\nsiret;nom;commune\n1;Une;Lens\n")

    with open_table(path, known=lambda name: name in {"siret", "nom"}) as table:
        layout, rows = table.layout, list(table.rows)

    assert layout.header_line == 3
    assert len(rows) == 1


def test_a_column_named_twice_is_numbered(tmp_path: Path) -> None:
    with open_table(written(tmp_path, "nom;nom\nun;deux\n")) as table:
        assert table.columns == ("nom", "nom (2)")
        assert table.renamed == ("nom",)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("vide.csv", b"", "le fichier est vide"),
        ("vide.csv", b"\n\n", "le fichier est vide"),
        ("tete.csv", b"siret;nom\n", "n’a que sa ligne d’en-tête"),
        ("liste.doc", b"x", "format « .doc » inconnu"),
        ("liste.xlsx", b"ceci n'est pas un classeur", "ne peut pas"),
        ("liste.ods", b"PK\x03\x04coup", "ne peut pas"),
        ("liste.geojson", b'{"features": [', "coup"),
        ("liste.geojson", b'{"type": "Feature"}', "collection GeoJSON"),
        ("liste.csv.gz", b"\x1f\x8b\x08coup", "archive ab"),
        ("liste.zip", b"PK\x05\x06" + bytes(18), "0 fichiers"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_one_sentence(
    name: str, content: bytes, sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(SourceError) as caught:
        read(written(tmp_path, content, name))

    assert sentence in str(caught.value)


def _zipped(content: bytes, name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [(".zip", lambda content: _zipped(content, "liste.csv")), (".csv.gz", gzip.compress)],
)
def test_a_compressed_table_is_read_in_place(
    suffix: str, pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    rows, _ = read(written(tmp_path, pack(LINES.encode()), f"liste{suffix}"))

    assert len(rows) == 2


def test_compression_bombs_are_not_opened(tmp_path: Path) -> None:
    zeros = bytes(2**29 + 1)
    text = written(tmp_path, _zipped(zeros, "liste.csv"), "bombe.zip")
    book = written(tmp_path, _zipped(zeros, "xl/worksheets/sheet1.xml"), "bombe.xlsx")

    for path in (text, book):
        with pytest.raises(SourceError, match=r"démesuré|décompressé"):
            read(path)


def test_a_workbook_keeps_codes_as_text(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["siret", "nom"])  # type: ignore[union-attr] # a new workbook has a sheet
    book.active.append([80746931700018, "Synthétique"])  # type: ignore[union-attr] # the same
    book.save(tmp_path / "liste.xlsx")

    rows, _ = read(tmp_path / "liste.xlsx")

    assert rows[0].values == {"siret": "80746931700018", "nom": "Synthétique"}


def test_points_of_geojson_are_columns(tmp_path: Path) -> None:
    content = (
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"Une",'
        '"tags":["a","b"]},"geometry":{"type":"Point","coordinates":[5.05,45.04]}}]}'
    )

    rows, _ = read(written(tmp_path, content, "carte.geojson"))

    assert rows[0].values == {"nom": "Une", "tags": "a;b", "longitude": "5.05", "latitude": "45.04"}


def test_an_endless_line_is_not_held_in_memory(tmp_path: Path) -> None:
    path = written(tmp_path, "a;b\n" + "x" * (MAX_LINE * 3))

    _, flaws = read(path, Layout("utf-8", ";"))

    assert [flaw.kind.value for flaw in flaws] == ["endless"]
    assert len(flaws[0].value) < 100
