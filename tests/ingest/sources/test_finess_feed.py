"""FINESS's JSON feed: streamed, open sites only, the right address, points in either system."""

import gzip
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.sources import Choices, check_files, importer_for
from tests.ingest.sources.runs import RunImport

FEED = "finess-structures-synthetic.json"
Write = Callable[[str, bytes | str], Path]


def site(number: str = "980000001", **changed: object) -> dict[str, Any]:
    """A synthetic open ESAT in Bourg-en-Bresse, in the spelling of the feed."""
    general = {
        "numFinessEge": number,
        "nomEgeLong": "ESAT SYNTHETIQUE",
        "dateOuverture": "2001-02-03",
    }
    address = {
        "usageAdresse": "03",
        "numeroVoie": "1",
        "typeVoie": "RUE",
        "libelleVoie": "FICTIVE",
        "codePostal": "01000",
        "cogCommune": "01053",
        "ligneAcheminement": "01000 BOURG EN BRESSE",
        "coordonneesGeographique": {
            "coordonneeX": "5.2256",
            "coordonneeY": "46.2052",
            "cleInInteropBAN": "01053_0001_00001",
        },
    }
    whole = {
        "informationsGeneralesEGE": general,
        "categorieentiteGeographiqueExercice": "246",
        "etatObjet": "A",
        "adresse": [address],
        "contact": [{"telecom": {"telephone": "0474000000", "courriel": "x@example.org"}}],
    }
    return whole | changed


def feed(*sites: dict[str, Any]) -> str:
    person = {
        "informationsGeneralesPMEJ": {"numFinessPm": "980000009", "siren": "775544083"},
        "ege": list(sites),
    }
    return json.dumps(
        {"schemaVersion": "1", "generatedAt": "2026-11-27T02:16:25Z", "pmej": [person]}
    )


def test_the_real_layout_gives_rows_of_ours(run_import: RunImport, write: Write) -> None:
    path = write(FEED, feed(site()))
    _, rows = run_import("finess", path)
    cells = rows["finess:980000001"].values

    assert check_files(importer_for("finess", [path]), [path]).vintage == "2026-11-27"
    assert (cells["category"], cells["siren"], cells["manager_id"]) == (
        "esat",
        "775544083",
        "finess-ej:980000009",
    )
    assert (cells["postcode"], cells["commune"], cells["commune_code"]) == (
        "01000",
        "BOURG EN BRESSE",
        "01053",
    )
    assert (cells["address"], cells["phone"].replace(" ", "")) == ("1 RUE FICTIVE", "0474000000")
    assert "example.org" not in " ".join(cells.values())


def test_the_spelling_of_the_schema_is_read_too(run_import: RunImport, write: Write) -> None:
    told = site()
    told["informationsGeneralesEge"] = told.pop("informationsGeneralesEGE")
    told.pop("categorieentiteGeographiqueExercice")
    told["categorieEntiteGeographiqueExercice"] = {"code": "247", "system": "TRE_R397"}

    _, rows = run_import("finess", write(FEED, feed(told)))

    assert rows["finess:980000001"].values["category"] == "ea"


@pytest.mark.parametrize(
    "closed",
    [
        {"etatObjet": "I"},
        {
            "informationsGeneralesEGE": {
                "numFinessEge": "980000002",
                "nomEgeLong": "FERME",
                "dateFermeture": "2020-01-01",
            }
        },
    ],
)
def test_closed_sites_stay_out(write: Write, closed: dict[str, Any]) -> None:
    paths = [write(FEED, feed(site(), site("980000002", **closed)))]

    intake = check_files(importer_for("finess", paths), paths).intake

    assert {reason.value: n for reason, n in intake.left_out.items()} == {"closed": 1}
    assert intake.kept == 1


def test_its_own_address_is_taken_among_several(run_import: RunImport, write: Write) -> None:
    told = site()
    own = told["adresse"][0]
    other = own | {"usageAdresse": "01", "libelleVoie": "DU SIEGE", "codePostal": "75001"}
    told["adresse"] = [other, own]

    _, rows = run_import("finess", write(FEED, feed(told)))

    assert rows["finess:980000001"].values["address"] == "1 RUE FICTIVE"


@pytest.mark.parametrize(
    ("told", "commune", "expected"),
    [
        ({"coordonneeX": "5.2256", "coordonneeY": "46.2052"}, "01053", (5.2256, 46.2052)),
        ({"coordonneeX": "5,2256", "coordonneeY": "46,2052"}, "01053", (5.2256, 46.2052)),
        (
            {
                "coordonneeX": "871500",
                "coordonneeY": "6570000",
                "directionLongitude": "5.2256",
                "directionLatitude": "46.2052",
            },
            "01053",
            (5.2256, 46.2052),
        ),
        ({"coordonneeX": "861206.7", "coordonneeY": "6599267.3"}, "01433", (5.1013, 46.4741)),
        (
            {"directionLongitude": "861206.7", "directionLatitude": "6599267.3"},
            "01433",
            (5.1013, 46.4741),
        ),
        ({"coordonneeX": "55.4504", "coordonneeY": "-20.8789"}, "97411", (55.4504, -20.8789)),
        ({"coordonneeX": "338864", "coordonneeY": "7690613"}, "97411", (55.4506, -20.8790)),
    ],
)
def test_a_point_is_read_in_the_system_that_its_size_tells(
    run_import: RunImport,
    write: Write,
    told: dict[str, str],
    commune: str,
    expected: tuple[float, float],
) -> None:
    one = site()
    one["adresse"][0] |= {"coordonneesGeographique": told, "cogCommune": commune}

    _, rows = run_import("finess", write(FEED, feed(one)))
    cells = rows["finess:980000001"].values

    assert float(cells["lon"]) == pytest.approx(expected[0], abs=0.002)
    assert float(cells["lat"]) == pytest.approx(expected[1], abs=0.002)
    assert cells["geo_precision"] == "address"


def test_the_centre_of_a_commune_is_told_as_such(run_import: RunImport, write: Write) -> None:
    one = site()
    one["adresse"][0]["coordonneesGeographique"]["cleInInteropBAN"] = "01053"

    _, rows = run_import("finess", write(FEED, feed(one)))
    cells = rows["finess:980000001"].values

    assert (cells["lat"], cells["lon"], cells["geo_precision"]) == ("", "", "commune")


def test_a_feed_without_esat_nor_ea_stops_with_one_sentence(write: Write) -> None:
    told = site(categorieentiteGeographiqueExercice="500")
    paths = [write(FEED, feed(told, told))]

    with pytest.raises(SourceError, match=r"ni ESAT .* parmi 2 établissements"):
        check_files(importer_for("finess", paths), paths)

    chosen = check_files(importer_for("finess", paths), paths, Choices(categories=("500",)))
    assert chosen.by_category == {"other": 1}


@pytest.mark.parametrize("cut", [lambda text: text[:-40], lambda _: '{"pmej": [{"ege": [}]}'])
def test_a_cut_feed_is_refused(write: Write, cut: Callable[[str], str]) -> None:
    paths = [write(FEED, cut(feed(site())))]

    with pytest.raises(SourceError, match="coupé ou abîmé"):
        check_files(importer_for("finess", paths), paths)


def test_a_cut_archive_is_refused(write: Write) -> None:
    packed = gzip.compress(feed(*(site(f"98{n:07}") for n in range(300))).encode())
    paths = [write(f"{FEED}.gz", packed[: len(packed) // 2])]

    with pytest.raises(SourceError, match=r"abîmée ou incomplète|coupé ou abîmé"):
        check_files(importer_for("finess", paths), paths)


def test_a_wrong_number_is_rejected_with_its_rank(write: Write) -> None:
    paths = [write(FEED, feed(site("12345"), site()))]

    intake = check_files(importer_for("finess", paths), paths).intake

    assert (intake.kept, intake.rejected.total()) == (1, 1)


def test_auto_recognises_the_feed_without_reading_it_whole(write: Write) -> None:
    paths = [write(f"{FEED}.gz", gzip.compress(feed(site()).encode()))]

    assert importer_for("auto", paths).about.code == "finess"


def test_memory_does_not_grow_with_the_feed(write: Write) -> None:
    def peak(count: int) -> int:
        other = site(categorieentiteGeographiqueExercice="500")
        persons = [json.loads(feed(site(f"98{n:07}"), other))["pmej"][0] for n in range(count)]
        path = write(f"{count}.json", json.dumps({"generatedAt": "2026-11-27", "pmej": persons}))
        importer = importer_for("finess", [path])
        del persons
        tracemalloc.start()
        for _ in importer.rows([path], Choices(), check_files(importer, [path]).intake):
            pass
        told = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return told

    assert peak(2_000) < 2 * peak(200)


def test_an_old_extract_in_utf_8_keeps_its_accents(run_import: RunImport, write: Write) -> None:
    fixture = Path(__file__).parents[2] / "fixtures" / "finess-reconstructed-extract-2021.csv"
    text = fixture.read_text(encoding="iso-8859-1")

    _, latin = run_import("finess", fixture)
    _, unicode8 = run_import("finess", write("finess-utf8.csv", text.encode()))

    assert any(not row.values["name"].isascii() for row in latin.values()) or "é" in text
    assert {i: r.values["name"] for i, r in unicode8.items()} == {
        i: r.values["name"] for i, r in latin.items()
    }
