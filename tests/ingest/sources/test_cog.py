"""The COG of a year over the territories in place; the changes are synthetic."""

import csv
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import shapely

from territorial_map.domain.errors import SourceError
from territorial_map.domain.vocabulary import Located
from territorial_map.ingest.sources import layer_importer_for
from territorial_map.ingest.sources.cog import COG
from territorial_map.ingest.sources.cog.reading import read
from territorial_map.ingest.territories import load_territories
from territorial_map.places import PlaceCells, place_of
from territorial_map.places.vintages import vintage_told
from territorial_map.store.overlaid_folders import overlaid
from tests.small_cog import (
    COMMUNE_COLUMNS,
    EVENT_COLUMNS,
    TERRITORIES,
    Commune,
    cog_zip,
    communes_of,
    few_territories,
    next_year,
    table,
)


@pytest.fixture(scope="module")
def present(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return few_territories(tmp_path_factory.mktemp("present"), ["01"])


@pytest.fixture
def archive(present: Path, tmp_path: Path) -> Path:
    path = tmp_path / "cog_ensemble_2027_csv.zip"
    path.write_bytes(cog_zip(*next_year(communes_of(present)), "2027"))
    return path


def rows_of(folder: Path) -> dict[str, dict[str, object]]:
    return {row["code"]: row for row in pq.read_table(folder / "communes.parquet").to_pylist()}


def test_the_cog_of_a_year_joins_renames_and_re_establishes(
    present: Path, archive: Path, tmp_path: Path
) -> None:
    before = rows_of(present)
    update = COG.read([archive], present, "")
    update.write(tmp_path)
    after = rows_of(tmp_path)
    told = "\n".join(update.lines)

    assert before.keys() - after.keys() == {"01002"}
    assert after.keys() - before.keys() == {"01999"}
    assert after["01004"]["name"] == "Ambérieu-la-Synthétique"
    joined = after["01001"]
    assert joined["population"] == 860 + int(str(before["01002"]["population"]))
    assert joined["former_codes"] == ["01002"]
    assert joined["epci_code"] is None
    whole = shapely.from_wkb([before[code]["geometry"] for code in ("01001", "01002")])
    assert shapely.from_wkb(joined["geometry"]).area == pytest.approx(shapely.area(whole).sum())
    assert (after["01999"]["geometry"], after["01999"]["population"]) == (None, None)
    for what in ("réunies", "renommées", "rétablies", "sans EPCI"):
        assert f"{what}" in told
    assert vintage_told(tmp_path / "communes.parquet") == "2027"


def test_the_layers_of_the_product_say_the_year_of_the_cog_of_their_codes() -> None:
    names = ("regions", "departments", "epci", "communes", "screen/communes")
    lines = (TERRITORIES / "cog_events.csv").read_text(encoding="utf-8").splitlines()
    events = csv.DictReader(lines)
    latest = max(event["date_eff"] for event in events)[:4]

    assert {vintage_told(TERRITORIES / f"{name}.parquet") for name in names} == {latest}


def test_a_layer_that_tells_no_year_gives_none(present: Path, tmp_path: Path) -> None:
    bare = pq.read_table(present / "communes.parquet").replace_schema_metadata(None)
    pq.write_table(bare, tmp_path / "communes.parquet")

    assert vintage_told(tmp_path / "communes.parquet") == ""


def test_territories_of_the_new_year_place_rows(
    present: Path, archive: Path, tmp_path: Path
) -> None:
    COG.read([archive], present, "").write(tmp_path)

    with overlaid(present, tmp_path) as folder:
        reference = load_territories(folder)
        gone = place_of(PlaceCells(commune_code="01002"), reference.reader)
        reborn = place_of(PlaceCells(commune_code="01999"), reference.reader)
        pointed = place_of(PlaceCells(commune_code="01999", lon=5.3, lat=46.1), reference.reader)
        shapes = {shape.territory.code: shape for shape in reference.shapes()}

    assert gone.commune_code == "01001"
    assert (reborn.commune, reborn.point) == ("Commune-Rétablie-Synthétique", None)
    assert (reborn.located, pointed.located) == (Located.COMMUNE, Located.ADDRESS)
    assert shapes["01999"].outline is None
    assert shapes["01001"].outline is not None


def test_the_cog_in_place_changes_nothing(present: Path, tmp_path: Path) -> None:
    path = tmp_path / "v_commune_2026.csv"
    rows = [each.cells() for each in communes_of(present)]
    path.write_text(table(COMMUNE_COLUMNS, rows), encoding="utf-8")

    COG.read([path], present, "").write(tmp_path)

    assert rows_of(tmp_path) == rows_of(present)
    events = (tmp_path / "cog_events.csv").read_text(encoding="utf-8").splitlines()
    assert set(events) == set((present / "cog_events.csv").read_text("utf-8").splitlines())


def test_importing_twice_is_importing_once(present: Path, archive: Path, tmp_path: Path) -> None:
    COG.read([archive], present, "").write(tmp_path)
    once = rows_of(tmp_path)

    with overlaid(present, tmp_path) as folder:
        again = COG.read([archive], folder, "")
    again.write(tmp_path)

    assert rows_of(tmp_path) == once


def test_an_archive_and_bare_tables_are_recognised(archive: Path, tmp_path: Path) -> None:
    bare = tmp_path / "v_commune_2027.csv"
    bare.write_text(table(COMMUNE_COLUMNS, []) + "COM,01001,84,01,,,0,X,X,X,,\r\n", "utf-8")

    assert layer_importer_for("auto", [archive]) is COG
    assert layer_importer_for("auto", [bare]) is COG
    assert layer_importer_for("cog", [archive]) is COG


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_other_encodings_and_separators_are_read(
    present: Path, tmp_path: Path, encoding: str, separator: str
) -> None:
    communes, events = next_year(communes_of(present))
    files = [tmp_path / "v_commune_2027.csv", tmp_path / "v_mvt_commune_2027.csv"]
    rows = [each.cells() for each in communes]
    told = (
        table(COMMUNE_COLUMNS, rows, separator),
        table(EVENT_COLUMNS, events, separator),
    )
    for path, text in zip(files, told, strict=True):
        path.write_bytes(text.encode(encoding))

    update = read(files, present, "")

    assert update.tables["communes.parquet"]["code"].to_pylist()[0] == "01001"
    assert "Ambérieu-la-Synthétique" in update.tables["communes.parquet"]["name"].to_pylist()


def bare(folder: Path, communes: list[Commune], name: str = "v_commune_2027.csv") -> Path:
    path = folder / name
    path.write_text(table(COMMUNE_COLUMNS, [each.cells() for each in communes]), "utf-8")
    return path


def test_changes_without_their_events_are_refused(present: Path, tmp_path: Path) -> None:
    communes, _ = next_year(communes_of(present))

    with pytest.raises(SourceError, match="01002") as caught:
        COG.read([bare(tmp_path, communes)], present, "")
    assert "v_mvt_commune" in str(caught.value)


def test_a_cut_list_of_communes_is_refused(present: Path, tmp_path: Path) -> None:
    communes = communes_of(present)

    with pytest.raises(SourceError, match="événements n’expliquent pas"):
        COG.read([bare(tmp_path, communes[:100])], present, "")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda all_of: [Commune("75056", "Paris", "99", "11"), *all_of], "départements nouveaux"),
        (lambda all_of: [all_of[0], *all_of], "deux fois"),
        (lambda all_of: [Commune("1A", "X", "01", "84"), *all_of], "ligne 2.*code d’une commune"),
        (lambda all_of: [Commune("01998", "", "01", "84"), *all_of], "ligne 2.*nommée"),
        (lambda _: [], "v_commune_2027.csv"),
    ],
)
def test_what_is_no_table_of_communes_is_told(
    present: Path, tmp_path: Path, change: object, sentence: str
) -> None:
    communes = change(communes_of(present))  # type: ignore[operator] # a lambda above

    with pytest.raises(SourceError, match=sentence) as caught:
        COG.read([bare(tmp_path, communes)], present, "")
    assert 20 < len(str(caught.value)) < 400


def test_an_older_or_undated_cog_is_refused(present: Path, tmp_path: Path) -> None:
    communes = communes_of(present)
    older = bare(tmp_path, communes, "v_commune_2023.csv")
    undated = bare(tmp_path, communes, "communes.csv")

    with pytest.raises(SourceError, match="plus ancien"):
        COG.read([older], present, "")
    with pytest.raises(SourceError, match="quelle année"):
        COG.read([undated], present, "")
    with pytest.raises(SourceError, match="deux tables des communes"):
        COG.read([older, undated], present, "")


def test_renamed_columns_are_told(present: Path, tmp_path: Path) -> None:
    path = bare(tmp_path, communes_of(present))
    path.write_text(path.read_text("utf-8").replace('"COM",', '"CODE_COM",', 1), "utf-8")

    with pytest.raises(SourceError, match="TYPECOM, COM, REG, DEP, LIBELLE"):
        COG.read([path], present, "")


def test_columns_in_another_order_and_more_of_them_are_read(present: Path, tmp_path: Path) -> None:
    path = tmp_path / "v_commune_2027.csv"
    rows = [["x", c.name, c.code, c.department, c.region, "COM"] for c in communes_of(present)]
    path.write_text(table("NOUVELLE,LIBELLE,COM,DEP,REG,TYPECOM", rows), "utf-8")

    update = read([path], present, "")

    assert len(update.tables["communes.parquet"]) == len(rows)


def test_a_failed_write_leaves_the_tables_in_place(
    present: Path, archive: Path, tmp_path: Path
) -> None:
    (tmp_path / "screen").write_text("a file where a folder should be")

    with pytest.raises(OSError, match="screen"):
        COG.read([archive], present, "").write(tmp_path)

    assert not (tmp_path / "communes.parquet").exists()
    assert not list(tmp_path.glob("*.partial"))
