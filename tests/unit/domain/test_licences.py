"""A licence is the producer's only where the producer states it."""

import csv
from pathlib import Path

import pytest

from territorial_map.domain.licences import Licence, LicenceBasis, licence_in_words, licence_of

SOURCES = Path(__file__).parents[3] / "data" / "sources"


@pytest.mark.parametrize(
    ("told", "licence", "basis"),
    [
        ("Licence Ouverte 2.0", Licence.LO, LicenceBasis.PRODUCER),
        ("Open Licence (Etalab)", Licence.LO, LicenceBasis.PRODUCER),
        ("ODbL 1.0", Licence.ODBL, LicenceBasis.PRODUCER),
        ("CC BY 4.0", Licence.CC_BY, LicenceBasis.PRODUCER),
        ("CC BY-SA 4.0", Licence.CC_BY_SA, LicenceBasis.PRODUCER),
        ("CC0", Licence.CC0, LicenceBasis.PRODUCER),
        ("GNU FDL", Licence.OTHER, LicenceBasis.PRODUCER),
        ("MIT (repository)", Licence.MIT_REPOSITORY, LicenceBasis.REPOSITORY),
        ("CC BY (repository README)", Licence.CC_BY_REPOSITORY, LicenceBasis.REPOSITORY),
        ("Licence Ouverte 2.0 (repository)", Licence.LO_REPOSITORY, LicenceBasis.REPOSITORY),
        ("ODbL (repository)", Licence.OTHER_REPOSITORY, LicenceBasis.REPOSITORY),
        ("", Licence.NOT_STATED, LicenceBasis.NOT_STATED),
        ("facts", Licence.NOT_STATED, LicenceBasis.NOT_STATED),
        ("public register (facts)", Licence.NOT_STATED, LicenceBasis.NOT_STATED),
        ("Licence Ouverte 2.0 (from memory)", Licence.NOT_STATED, LicenceBasis.NOT_STATED),
    ],
)
def test_who_states_a_licence(told: str, licence: Licence, basis: LicenceBasis) -> None:
    assert licence_of(told) is licence
    assert licence.basis is basis


def test_every_licence_of_the_tables_is_read_alike_before_and_after_it_is_put_in_words() -> None:
    told = {row["licence"] for path in SOURCES.glob("*.csv") for row in _rows(path)}

    assert len(told) >= 8
    assert [one for one in told if licence_of(one) is not licence_of(licence_in_words(one))] == []
    assert [
        one for one in told if licence_of(one) in {Licence.OTHER, Licence.OTHER_REPOSITORY}
    ] == []


def test_an_attribution_is_asked_for_whatever_keeps_its_author() -> None:
    asked = {licence for licence in Licence if licence.asks_attribution}

    assert asked == set(Licence) - {Licence.CC0, Licence.NOT_STATED}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if "licence" in row]
