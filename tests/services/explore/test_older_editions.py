"""Who an id was that no organisation answers to now: the latest older edition tells."""

import shutil
from pathlib import Path

import pytest

from territorial_map.services.explore import older_editions
from territorial_map.services.explore.older_editions import Archive
from tests.two_editions import TwoEditions

GONE = "synthetic:lieu"


def test_who_is_gone_is_told_with_the_day_of_the_edition_that_knew_it(two: TwoEditions) -> None:
    found = Archive(two.folder).last_known(GONE, two.newer)

    assert found is not None
    organisation, day = found
    assert (organisation.id, day) == (GONE, "2026-10-22")
    assert organisation.name == "Tiers-lieu L’Œuvre synthétique"


def test_the_current_edition_is_not_asked_and_nobody_is_invented(two: TwoEditions) -> None:
    archive = Archive(two.folder)

    assert archive.last_known("synthetic:new", two.newer) is None
    assert archive.last_known("synthetic:never", two.newer) is None


def test_of_several_editions_that_knew_it_the_latest_tells(two: TwoEditions) -> None:
    found = Archive(two.folder).last_known("synthetic:ptce", "another")

    assert found is not None
    assert (found[0].name, found[1]) == ("Pôle synthétique", "2026-11-22")


def test_only_the_latest_editions_are_looked_into(
    two: TwoEditions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(older_editions, "_MOST_EDITIONS", 1)

    assert Archive(two.folder).last_known(GONE, "another") is None
    assert Archive(two.folder).last_known(GONE, two.newer) is not None


def test_an_edition_that_cannot_be_read_is_passed_over_whenever_it_is_asked(
    two: TwoEditions, tmp_path: Path
) -> None:
    folder = tmp_path / "editions"
    shutil.copytree(two.folder, folder)
    (folder / f"{two.newer}.duckdb").write_bytes(b"not an edition")
    archive = Archive(folder)

    for _ in range(2):
        found = archive.last_known(GONE, "another")
        assert found is not None
        assert found[1] == "2026-10-22"
