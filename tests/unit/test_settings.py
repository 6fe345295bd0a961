"""What is written stands in one folder, and each part of it can be moved."""

from pathlib import Path

import pytest

from territorial_map.domain.errors import BadParameter
from territorial_map.settings import Settings, data_folder, settings_from


def test_one_setting_moves_all_that_is_written() -> None:
    chosen = settings_from({"TERRITORIAL_MAP_HOME": "/var/lib/synthetic"})

    assert chosen.editions == Path("/var/lib/synthetic/editions")
    assert chosen.sources == Path("/var/lib/synthetic/sources")
    assert chosen.territories == Path("/var/lib/synthetic/territories")
    assert chosen.verdicts == Path("/var/lib/synthetic/sources/duplicates.verdicts.csv")
    assert chosen.ledger == "sqlite:////var/lib/synthetic/ledger.sqlite"


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("editions", "/elsewhere", Path("/elsewhere")),
        ("ledger", "postgresql://synthetic", "postgresql://synthetic"),
        ("verdicts", "/elsewhere/v.csv", Path("/elsewhere/v.csv")),
    ],
)
def test_a_setting_of_its_own_stands_above_it(name: str, value: str, kept: object) -> None:
    told = {"TERRITORIAL_MAP_HOME": "/home", f"TERRITORIAL_MAP_{name.upper()}": value}

    assert getattr(settings_from(told), name) == kept


def test_a_source_tree_writes_where_it_did() -> None:
    chosen = settings_from({})

    assert chosen == Settings()
    assert chosen.sources == data_folder("data") / "sources"
    assert chosen.territories == data_folder("data") / "territories"
    assert chosen.editions == Path("editions")


def test_contributions_are_taken_only_where_somebody_can_read_them() -> None:
    secret = {"TERRITORIAL_MAP_OPERATOR_SECRET": "synthetic secret of tests"}
    asked = {"TERRITORIAL_MAP_CONTRIBUTIONS": "on"}

    assert settings_from({}).contributions == "off"
    assert settings_from(secret | asked).contributions == "on"
    with pytest.raises(BadParameter, match="TERRITORIAL_MAP_OPERATOR_SECRET"):
        settings_from(asked)
    with pytest.raises(BadParameter, match="valeur inconnue"):
        settings_from(secret | {"TERRITORIAL_MAP_CONTRIBUTIONS": "perhaps"})
