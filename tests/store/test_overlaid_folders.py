"""One's own tables over the packaged ones: by name, with their sidecars, nothing written."""

from pathlib import Path

from territorial_map.store.overlaid_folders import overlaid


def folder_of(place: Path, **files: str) -> Path:
    place.mkdir()
    for name, text in files.items():
        (place / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return place


def told_by(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_a_table_of_ones_own_takes_the_place_of_the_packaged_one(tmp_path: Path) -> None:
    packaged = folder_of(tmp_path / "p", a_csv="packaged", a_toml="packaged", b_csv="packaged")
    own = folder_of(tmp_path / "o", a_csv="own", c_csv="own", c_toml="own")
    (own / ".a.csv.17").write_text("half", encoding="utf-8")

    with overlaid(packaged, own) as both:
        told = told_by(both)

    assert told == {"a.csv": "own", "b.csv": "packaged", "c.csv": "own", "c.toml": "own"}
    assert not both.exists()
    assert set(told_by(packaged).values()) == {"packaged"}
    assert len(list(own.iterdir())) == 4


def test_without_tables_of_ones_own_the_packaged_ones_are_read_in_place(tmp_path: Path) -> None:
    packaged = folder_of(tmp_path / "p", a_csv="packaged")

    with overlaid(packaged, tmp_path / "absent") as alone, overlaid(packaged, packaged) as same:
        assert alone == same == packaged


def test_folders_inside_are_read_as_one_too(tmp_path: Path) -> None:
    packaged = folder_of(tmp_path / "p", communes_parquet="packaged")
    folder_of(packaged / "zonings", a_parquet="packaged", b_parquet="packaged")
    own = folder_of(tmp_path / "o")
    folder_of(own / "zonings", a_parquet="own")

    with overlaid(packaged, own) as both:
        zonings, (communes,) = told_by(both / "zonings"), both.glob("*.parquet")
        read = communes.read_text(encoding="utf-8")

    assert zonings == {"a.parquet": "own", "b.parquet": "packaged"}
    assert read == "packaged"
