"""A fault in a practice file is told with its file and its line."""

from pathlib import Path

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.services.knowledge.loading import load_practice_library
from territorial_map.settings import data_folder
from tests.changed_files import copied, with_change


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(data_folder("data") / "practices", tmp_path)


@pytest.mark.parametrize(
    ("name", "before", "after", "says"),
    [
        ("rules.toml", "scop = 1, cae = 0.85", "scoop = 1, cae = 0.85", "scoop"),
        ("rules.toml", "audiences = { residents = 1,", "audiences = { residents = 3,", "0..1"),
        ("rules.toml", "[p02]\nnever", "[p02]\nnerver", "nerver"),
        ("rules.toml", "scope = 0.8", "scope = -1", "scope"),
        ("rules.toml", 'role = "embodies"', 'role = "does"', "embodies"),
        ("p09.toml", 'legal_forms = ["scop"]', 'legal_forms = ["scoop"]', "scoop"),
        ("p05.toml", 'id = "p05b"', 'idd = "p05b"', "idd"),
        ("p09.toml", "themes = [1]", "themes = [9]", "thèmes admis"),
        ("p51.toml", 'record = "resource"', 'record = "book"', "resource"),
        ("phrases.toml", "cuma = {", "cumma = {", "cumma"),
    ],
)
def test_a_fault_is_told_with_its_line(
    folder: Path, name: str, before: str, after: str, says: str
) -> None:
    line = with_change(folder / name, before, after) + before.count("\n")

    with pytest.raises(SourceError) as caught:
        load_practice_library(folder)

    assert str(caught.value).startswith(f"{name}, ligne {line}, «")
    assert says in str(caught.value)


def test_a_missing_record_is_told(folder: Path) -> None:
    (folder / "p30.toml").unlink()

    with pytest.raises(SourceError, match=r"p30\.toml"):
        load_practice_library(folder)


def test_broken_toml_is_told(folder: Path) -> None:
    (folder / "themes.toml").write_text("[[theme]\n", encoding="utf-8")

    with pytest.raises(SourceError, match="TOML invalide"):
        load_practice_library(folder)


def test_a_practice_without_rule_is_told(folder: Path) -> None:
    with_change(folder / "rules.toml", "[p02]\n", "[p02.traits]\nmembers = 1\n[p99]\n")

    with pytest.raises(SourceError, match="p99"):
        load_practice_library(folder)
