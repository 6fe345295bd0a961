"""Nothing of what comes with the product tells who a person is or how to reach them.

Addresses are left aside (« rue du Docteur Roux »), and so is what is named in ``NAMED_AFTER``.
The patterns are the test's own: it would say nothing of those by which the product cleans.
"""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import phonenumbers
import pytest
from phonenumbers import PhoneNumberType

from territorial_map.settings import data_folder
from tests.browser.conftest import default_edition
from tests.once import folder_of_the_run, made_once

DATA = data_folder("data")
READ_AS_TEXT = {".csv", ".toml", ".md", ".py", ".typ", ".json", ".geojson", ".topojson"}
# Organisations that bear the name of a person, each with its reason.
NAMED_AFTER = {
    # An ESAT of FINESS: this is the establishment's registered name, and the only one it has.
    "docteur jean claude gauthe",
    # FINESS 280504838, an ESAT: its registered name, by which a public page of its trades tells it.
    "mme de fontanges",
}
_EMAIL = re.compile(r"[\w.+'’-]+\s?@\s?[\w-]+\.\w+")
_TITLED = re.compile(
    r"(?<![\w’'.-])(?:M\.|MM\.|Mr\b\.?|MR\b\.?|Me\b|M(?i:me|mes|lle|onsieur|adame|ademoiselle)\b\.?"
    r"|[MD](?i:a[iî]tre|octeur)\b|D[rR]\b\.?|P[rR]\b\.?|P(?i:rofesseur)\b)"
    r"[ \u00a0\u202f]+[A-ZÀ-Ý][\w'’-]*(?:[ \u00a0\u202f]+[A-ZÀ-Ý][\w'’-]*){0,3}"
)
# What begins as a number does, at home or abroad: a bare SIREN does not, nor a list of postcodes.
_NUMBER = re.compile(r"(?<!\d)(?:\+|0)[^\d,|]{0,3}\d(?:[^\d,|]{0,3}\d){7}")
_REGIONS = ("FR", "GP", "GF", "MQ", "RE", "YT")  # those where a number begins with 0
_OF_A_PERSON = {
    PhoneNumberType.MOBILE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE,
    PhoneNumberType.PERSONAL_NUMBER,
    PhoneNumberType.PAGER,
}


def personal(text: str, *, address: bool = False) -> list[str]:
    """What a text tells of persons: e-mail addresses, mobile numbers, titled names."""
    found = _EMAIL.findall(text) + (_mobiles(text) if _NUMBER.search(text) else [])
    titled = [] if address else [match[0] for match in _TITLED.finditer(text)]
    return found + [name for name in titled if name.lower() not in NAMED_AFTER]


def _mobiles(text: str) -> list[str]:
    return [
        match.raw_string
        for region in _REGIONS
        for match in phonenumbers.PhoneNumberMatcher(text, region)
        if phonenumbers.number_type(match.number) in _OF_A_PERSON
    ]


def cells(path: Path) -> Iterator[tuple[str, bool]]:
    """The texts of a file, and whether each is an address."""
    if path.suffix == ".parquet":
        yield from _columns(duckdb.connect(), f"read_parquet('{path}')")
    elif path.suffix == ".csv":
        apart = ";" if path.name.endswith(".rejets.csv") else ","
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter=apart):
                yield from ((text, name == "address") for name, text in row.items() if text)
    else:
        yield from ((line, False) for line in path.read_text("utf-8").splitlines())


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> Iterator[tuple[str, bool]]:
    """The distinct texts of a table; a column of JSON is looked at leaf by leaf."""
    for name, kind, *_ in connection.execute(f"DESCRIBE FROM {table}").fetchall():
        if "VARCHAR" not in kind:
            continue
        texts = connection.sql(f"FROM {table}").project(f'"{name}"::VARCHAR').distinct()
        for (text,) in texts.fetchall():
            if text is None:
                continue
            if name == "record":
                yield from leaves(json.loads(text))
            else:
                yield text, name == "address"


def leaves(value: object, name: str = "") -> Iterator[tuple[str, bool]]:
    """The texts of a JSON value, and whether each is told as an address."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, name)
    elif isinstance(value, str):
        yield value, name == "address"


def told_of_persons(texts: Iterator[tuple[str, bool]]) -> list[str]:
    return [found for text, address in set(texts) for found in personal(text, address=address)]


@pytest.mark.parametrize(
    "text",
    [
        "écrire à ada.exemple@exemple.fr",
        "06 12 34 56 78",
        "tél. 0690.30.12.34",
        "+262 639 01 23 45",
        "+687 75 12 34",
        "Mme Ada Exemple",
        "MONSIEUR EXEMPLE",
        "contact : Me Exemple",
        "Dr. Exemple",
        "suivi par M. A. Exemple",
    ],
)
def test_what_tells_of_a_person_is_seen(text: str) -> None:
    assert personal(text)


@pytest.mark.parametrize(
    "text", ["01 40 20 53 17", "+33 5 94 29 00 00", "421097924", "42109792400045", "ME2S Drôme"]
)
def test_what_tells_of_an_organisation_is_left(text: str) -> None:
    assert personal(text) == []


def test_an_address_may_be_named_after_a_person() -> None:
    assert personal("5 rue du Docteur Roux", address=True) == []
    assert personal("5 rue du Docteur Roux, 06 12 34 56 78", address=True) == ["06 12 34 56 78"]


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sorted(DATA.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    ],
    ids=lambda path: str(path.relative_to(DATA)),
)
def test_no_file_of_data_tells_of_a_person(path: Path) -> None:
    assert path.suffix in READ_AS_TEXT | {".parquet"}
    assert told_of_persons(cells(path)) == []


@pytest.mark.edition
def test_the_default_edition_tells_of_no_person(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> None:
    run = folder_of_the_run(tmp_path_factory, worker_id)
    folder = made_once(run / "default-editions", default_edition)
    edition = (folder / "current").read_text("utf-8").strip()
    found: list[str] = []

    with duckdb.connect(folder / f"{edition}.duckdb", read_only=True) as connection:
        tables = [name for (name,) in connection.execute("SHOW TABLES").fetchall()]
        for table in tables:
            found += told_of_persons(_columns(connection, f'"{table}"'))
    for rejected in folder.glob("*.rejets.csv"):
        found += told_of_persons(cells(rejected))

    assert "organisations" in tables
    assert found == []
