"""A table file is read whole and exactly, or refused with one sentence."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.errors import SourceError
from territorial_map.readers import read_table

SOURCES = Path(__file__).parents[2] / "data" / "sources"
REAL_TABLES = sorted(set(SOURCES.glob("*.csv")) - set(SOURCES.glob("*.verdicts.csv")))

cells = st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]), max_size=12)


def refusal(path: Path, *required: str) -> str:
    with pytest.raises(SourceError) as caught:
        list(read_table(path, required=required).rows)
    return str(caught.value)


def written(folder: Path, content: bytes) -> Path:
    path = folder / "organisations.csv"
    path.write_bytes(content)
    return path


@given(rows=st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=8))
def test_what_is_written_is_read_back(
    rows: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["id", "name", "siret"], *rows])
    path = written(tmp_path_factory.mktemp("table"), text.getvalue().encode())

    table = read_table(path, required=["id", "siret"])

    assert table.columns == ("id", "name", "siret")
    assert [list(row.values.values()) for row in table.rows] == rows


@given(cut=st.integers(min_value=1))
def test_a_file_cut_within_a_line_never_passes_for_whole(
    cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = b'id,name\n1,"Les Tracols"\n2,Archer\n'
    kept = whole[: cut % len(whole)]
    path = written(tmp_path_factory.mktemp("cut"), kept)

    try:
        rows = list(read_table(path).rows)
    except SourceError:
        rows = []

    assert not rows or kept.endswith(b"\n")


@pytest.mark.parametrize("path", REAL_TABLES, ids=lambda path: path.stem)
def test_the_source_tables_are_read_to_the_last_line(path: Path) -> None:
    rows = list(read_table(path, required=["source_url"] if "ptce" in path.name else ["id"]).rows)

    with path.open(encoding="utf-8", newline="") as file:
        assert [dict(row.values) for row in rows] == list(csv.DictReader(file))


def test_a_row_knows_the_line_where_it_begins(tmp_path: Path) -> None:
    path = written(tmp_path, b'id,name\n1,"two\nlines"\n\n2,one\n')

    lines = [row.line for row in read_table(path).rows]

    assert lines == [2, 5]


def test_the_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xef\xbb\xbfid,name\r\n1,Archer\r\n")

    assert read_table(path).columns == ("id", "name")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "le fichier est vide"),
        (b"id,name\n", "n’a que sa ligne d’en-tête"),
        (b"id,nom\n1,Archer\n", "ligne 1 : colonne absente : « name »"),
        (b"id;name\n1;Archer\n", "séparées par des virgules"),
        (b"id,name,id\n1,Archer,1\n", "colonne en double : « id »"),
        (b"id,name\n1,R\xe9gie\n", "ligne 2, colonne name : le texte n’est pas en UTF-8"),
        ("id,name\n1,Régie\n".encode("utf-16"), "ligne 1 : le texte n’est pas en UTF-8"),
        (b"id,name\n1,Ar\0cher\n", "ligne 2, colonne name : octet nul"),
        (b"id,name\n1,Archer\n2\n", "ligne 3, colonne name : la ligne s’arrête là"),
        (b"id,name\n1,Archer\n2,Tra", "ligne 3 : le fichier s’arrête au milieu"),
        (b"id,name\n1,Archer, Romans\n", "ligne 2, après la colonne name : 3 colonnes"),
        (b'id,name\n1,"Archer\n2,Tracols\n', "ligne 2 : guillemet ouvert"),
    ],
)
def test_a_damaged_file_is_refused_with_one_sentence(
    content: bytes, sentence: str, tmp_path: Path
) -> None:
    message = refusal(written(tmp_path, content), "name")

    assert message.startswith("organisations.csv")
    assert sentence in message


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    assert "absent.csv : fichier introuvable" in refusal(tmp_path / "absent.csv")


def test_an_unknown_format_is_refused_with_those_that_are_read(tmp_path: Path) -> None:
    assert "Formats lus : .csv" in refusal(tmp_path / "organisations.doc")
