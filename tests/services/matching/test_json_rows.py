"""A list sent as JSON: what is read of it, and each way of not being one."""

import orjson
import pytest

from territorial_map.domain.errors import BadParameter, SourceTooLarge
from territorial_map.domain.matching.list_row import FIELDS
from territorial_map.services.matching.apart import json_rows
from territorial_map.services.matching.apart.json_rows import MOST_LINE, rows_of
from territorial_map.services.matching.column_choices import check_choice, parse_choices
from territorial_map.services.matching.list_files import MOST_COLUMNS, check_columns

ROWS = [{"nom": "Atelier synthétique", "n": 3}, {"ville": "Romans", "nom": None}]


def read(**told: object) -> list[tuple[int, tuple[str, ...]]]:
    given = rows_of(orjson.dumps({"rows": ROWS} | told))
    return [(line.line, tuple(line.cells)) for line in given.lines]


def refused(**told: object) -> BadParameter:
    with pytest.raises(BadParameter) as caught:
        rows_of(orjson.dumps({"rows": ROWS} | told))
    return caught.value


def test_columns_are_every_key_in_the_order_they_come_and_what_is_not_told_is_blank() -> None:
    given = rows_of(orjson.dumps({"rows": ROWS}))

    assert tuple(given.columns) == ("nom", "n", "ville")
    assert read() == [
        (1, ("Atelier synthétique", "3", "")),
        (2, ("", "", "Romans")),
    ]


def test_rows_may_bear_the_numbers_of_their_lines() -> None:
    assert [line for line, _ in read(lines=[7, MOST_LINE])] == [7, MOST_LINE]


@pytest.mark.parametrize(
    "lines", [[1], [1, 2, 3], "12", None, [0, 1], [1, MOST_LINE + 1], [1, True], [1, 2.0], [1, "2"]]
)
def test_numbers_of_lines_that_are_none_are_refused(lines: object) -> None:
    assert refused(lines=lines).parameter == "lines"


@pytest.mark.parametrize("columns", [[], "name=nom", {"name": 3}, {"name": None}])
def test_a_choice_of_columns_that_is_none_is_refused_with_the_fields(columns: object) -> None:
    error = refused(columns=columns)

    assert error.parameter == "columns"
    assert error.allowed == FIELDS


def test_a_column_that_is_chosen_is_read_as_its_field() -> None:
    given = rows_of(
        orjson.dumps({"rows": [{"qui": "Atelier", "x": ""}], "columns": {"name": "qui"}})
    )

    assert given.understood["name"] == "qui"


@pytest.mark.parametrize("rows", [[], None, {}, "x", [1], [["nom"]], [{"nom": []}], [{"nom": {}}]])
def test_rows_that_are_none_are_refused(rows: object) -> None:
    assert refused(rows=rows).parameter == "rows"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"3", b'"rows"'])
def test_a_body_that_is_no_list_is_refused(body: bytes) -> None:
    with pytest.raises(BadParameter):
        rows_of(body)


def test_a_value_that_is_false_is_blank_and_true_is_told() -> None:
    given = rows_of(orjson.dumps({"rows": [{"nom": "A", "esus": True, "geiq": False}]}))

    assert [tuple(line.cells) for line in given.lines] == [("A", "True", "")]


def test_as_many_columns_as_a_list_may_have_are_read_and_not_one_more() -> None:
    row: dict[str, str] = {"nom": "A"} | {f"c{n}": "" for n in range(MOST_COLUMNS - 1)}

    assert len(rows_of(orjson.dumps({"rows": [row]})).columns) == MOST_COLUMNS
    assert refused(rows=[row, {"de trop": ""}]).parameter == "colonnes"


def test_as_many_rows_as_a_list_may_have_are_read_and_not_one_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(json_rows, "MOST_ROWS", 2)

    assert len(read()) == 2
    with pytest.raises(SourceTooLarge, match="3 lignes, et 2 au plus"):
        read(rows=[*ROWS, {}])


def test_choices_are_read_with_their_spaces_and_an_equals_sign_in_a_column() -> None:
    told = parse_choices(" name = Raison = sociale ,, city=Ville,siret=")

    assert told == {"name": "Raison = sociale", "commune": "Ville", "siret": ""}


def test_a_choice_without_its_equals_sign_is_refused_by_what_is_written() -> None:
    with pytest.raises(BadParameter) as caught:
        parse_choices("name=Nom, ville")

    assert (caught.value.parameter, caught.value.value, caught.value.allowed) == (
        "columns",
        "ville",
        FIELDS,
    )
    assert "un champ et sa colonne" in str(caught.value)


def test_a_list_of_too_many_columns_is_refused_with_how_many_it_has_and_may_have() -> None:
    with pytest.raises(BadParameter, match="200 colonnes au plus") as caught:
        check_columns([f"c{n}" for n in range(201)])

    check_columns([f"c{n}" for n in range(200)])
    assert (caught.value.parameter, caught.value.value) == ("colonnes", "201")


@pytest.mark.parametrize(
    ("field", "column", "name"),
    [
        ("colour", "Nom", "columns"),
        ("name", "Raison", "columns, name"),
        ("name", "Nom du dirigeant", "columns, name"),
        ("acronym", "Nom du dirigeant", "columns, acronym"),
    ],
)
def test_a_field_or_a_column_that_cannot_be_chosen_is_refused(
    field: str, column: str, name: str
) -> None:
    with pytest.raises(BadParameter) as caught:
        check_choice(field, column, ("Nom", "Ville", "Nom du dirigeant"))

    assert caught.value.parameter == name


def test_a_column_of_the_file_or_none_at_all_may_be_chosen() -> None:
    for column in ("Ville", ""):
        check_choice("commune", column, ("Nom", "Ville"))


def test_numbers_of_lines_are_asked_for_one_a_row() -> None:
    assert refused(lines=[1]).problem == "2 numéros de ligne sont attendus."


def test_a_field_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadParameter) as caught:
        check_choice("raison", "Nom", ("Nom",))

    assert (caught.value.value, caught.value.allowed) == ("raison", FIELDS)
    assert caught.value.problem == "champ inconnu."
