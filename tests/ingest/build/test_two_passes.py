"""One edition, however the rows are cut and shared out; nothing left behind."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from territorial_map.domain.edition import Edition
from territorial_map.domain.errors import SourceError
from territorial_map.domain.selection import Selection
from territorial_map.domain.trades import Precision, ReadIn, Trades, TradeTable, TradeWord
from territorial_map.domain.vocabulary import Sector
from territorial_map.ingest import final_pass, reading_pass
from territorial_map.ingest.build import build_edition
from territorial_map.ingest.tables import ORGANISATION_COLUMNS
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.practices.linking import PracticeTagger
from territorial_map.store.editions import EditionFile
from tests.known import KNOWLEDGE

SIAE, FINESS = "insertion_enterprises.csv", "sheltered_suppliers.csv"
PLACES = (("26100", "ROMANS SUR ISERE"), ("26000", "VALENCE"), ("97300", "CAYENNE"), ("", ""))
Build = Callable[..., Edition]


def row(number: int, **cells: str) -> dict[str, str]:
    postcode, city = PLACES[number % len(PLACES)]
    return {
        "id": f"siae:aci:{number % 37:03d}",  # some ids come back
        "kind": "ess_actor",
        "category": "aci" if number % 5 else "unheard of",
        "name": f"ASSOC SYNTHETIQUE {number}" if number % 11 else " ",
        "postcode": postcode,
        "commune": city,
        "siren": "775544083" if number % 3 else "123456789",
        "phone": "0612345678" if number % 4 else "",
        "source": "Table synthétique",
        "vintage": f"2026-0{1 + number % 3}",
        "licence": "CC0",
    } | cells


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    sheltered = [
        row(number, id=f"finess:{number}", category="esat", manager_id="m", finess="")
        for number in range(20)
    ]
    for file, rows in ((FINESS, sheltered), (SIAE, [row(number) for number in range(90)])):
        with (folder / file).open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, ORGANISATION_COLUMNS, restval="")
            writer.writeheader()
            writer.writerows(rows)
    return folder


@pytest.fixture
def build(sources: Path, territory_folder: Path, tmp_path: Path) -> Build:
    def built(out: str, processes: int = 1, trades: Trades = KNOWLEDGE.trades) -> Edition:
        return build_edition(
            sources,
            territory_folder,
            tmp_path / out,
            built_on="2026-11-22",
            trades=trades,
            tagging=PracticeTagger(KNOWLEDGE.practices),
            processes=processes,
        )

    return built


def test_where_rows_are_cut_changes_nothing(
    build: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = build("whole")
    monkeypatch.setattr(reading_pass, "_CHUNK", 7)
    monkeypatch.setattr(final_pass, "_PART", 5)

    cut = build("cut")

    assert cut == whole
    rejected = [
        (tmp_path / out / f"{whole.id}.rejets.csv").read_bytes() for out in ("whole", "cut")
    ]
    assert rejected[0] == rejected[1]


@pytest.mark.edition
def test_how_many_processes_share_the_work_changes_nothing(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_pass, "_CHUNK", 7)

    assert build("apart", processes=2) == build("here")


@pytest.mark.edition
def test_builds_of_two_tables_of_trades_stand_side_by_side(
    build: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The word « synthétique » tells a trade by one table only, here and in processes apart."""
    word = TradeWord(
        "synthetique", "fr", (Sector.TEXTILE,), ReadIn.NAME, True, (), Precision.SURE
    )
    trades = Trades(TradeTable([*KNOWLEDGE.trades.words.words, word]), KNOWLEDGE.trades.codes)
    monkeypatch.setattr(reading_pass, "_CHUNK", 7)

    here, apart = build("here", trades=trades), build("apart", processes=2, trades=trades)
    ours = build("ours")

    assert apart == here
    assert _sectors(tmp_path / "ours", ours.id) == set()
    assert _sectors(tmp_path / "here", here.id) == {Sector.TEXTILE}


def _sectors(folder: Path, edition: str) -> set[Sector]:
    file = EditionFile(folder, edition)
    organisations = list(OpenEdition(file, KNOWLEDGE).organisations(Selection.of({})))
    file.close()

    assert organisations
    return {claim.sector for organisation in organisations for claim in organisation.sectors}



def test_every_row_is_kept_merged_or_rejected(build: Build) -> None:
    sources = build("counted").report.sources

    assert len(sources) == 2
    for source in sources:
        assert source.read == source.kept + source.merged + source.rejected
        assert source.rejected > 0


def test_an_id_met_twice_is_rejected_with_its_line_whatever_the_chunk(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_pass, "_CHUNK", 1)

    rejections = build("one by one").report.rejections

    again = [r for r in rejections if "déjà" in r.reason]
    assert again
    assert all(r.file == SIAE and r.line > 38 and r.column == "id" for r in again)


def test_nothing_passing_is_left_by_a_build_that_ends_or_fails(
    build: Build, sources: Path, tmp_path: Path
) -> None:
    edition = build("out")
    with (sources / SIAE).open("a", encoding="utf-8") as handle:
        handle.write('x,"guillemet ouvert\n')

    with pytest.raises(SourceError):
        build("out")

    left = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert left == [f"{edition.id}.duckdb", f"{edition.id}.rejets.csv", "current"]
