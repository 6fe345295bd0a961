"""Territories refreshed like lists: found, checked, read over those in place, built, guarded."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from territorial_map.domain.refresh import GuardTrip, Measure, SourceOutcome
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.places.vintages import vintage_told
from territorial_map.refresh import edition_step
from territorial_map.refresh import run as run_of_refresh
from territorial_map.refresh.accepting import accept_held
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.store.editions import EditionFile
from tests.ingest.sources.test_insee_zonings import workbook
from tests.known import KNOWLEDGE
from tests.refresh.conftest import Refresher
from tests.refresh.official_host import Fault, HostedFile, OfficialHost, status, web_page
from tests.refresh.synthetic_files import COG_PATH, SITES, ZONES_PATH, feed, publish_feed
from tests.small_cog import Commune, cog_zip, communes_of, next_year

QUARTERS = Path(__file__).parents[1] / "fixtures" / "qpv-2024-synthetic.geojson"


@pytest.fixture
def cog(
    host: OfficialHost, few_territories: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[HostedFile]:
    """The COG of 2027, on a day of 2027: before, a file of that year is refused."""
    with monkeypatch.context() as clock:
        clock.setattr(run_of_refresh, "instant_now", lambda: "2027-03-01T04:00:00.000Z")
        yield published_cog(host, few_territories)


def published_cog(host: OfficialHost, few_territories: Path) -> HostedFile:
    """The COG of the year after the one in place, at its address."""
    content = cog_zip(*next_year(communes_of(few_territories)), "2027")
    host.files[COG_PATH] = HostedFile(content, "application/zip")
    return host.files[COG_PATH]


def publish_quarters(host: OfficialHost, *, packed: bool) -> None:
    content, name = QUARTERS.read_bytes(), "qp2024.geojson"
    if packed:
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w") as archive:
            archive.writestr("GEOJSON/QP2024_France_Hexagonale_Outre_Mer_WGS84.geojson", content)
            archive.writestr("GEOJSON/QP2024_France_Hexagonale_Outre_Mer_LB93.geojson", content)
        content, name = whole.getvalue(), "qp2024.zip"
    host.publish("qpv", f"/static/{name}", HostedFile(content))


def publish_zones(host: OfficialHost, folder: Path, communes: list[str]) -> None:
    book = workbook(folder, communes=communes)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.write(book, book.name)
    host.files[ZONES_PATH] = HostedFile(whole.getvalue(), "application/zip")


def test_the_cog_of_the_year_becomes_the_communes(run: Refresher, cog: HostedFile) -> None:
    told = run.one("cog")

    own = run.folder / "territories"
    assert (told.outcome, told.why, told.vintage) == (SourceOutcome.UPDATED, "", "2027")
    assert told.rows == told.rows_before == len(communes_of(own))
    assert any("rétablies" in note for note in told.notes)
    assert vintage_told(own / "communes.parquet") == "2027"
    codes = pq.read_table(own / "communes.parquet")["code"].to_pylist()
    assert ("01002" in codes, "01999" in codes) == (False, True)
    assert sorted(p.relative_to(own).as_posix() for p in own.rglob("*") if p.is_file()) == [
        "cog_events.csv",
        "communes.parquet",
        "screen/communes.parquet",
    ]
    assert run.one("cog").outcome is SourceOutcome.UNCHANGED
    assert cog.content


def test_a_cog_of_a_year_to_come_is_refused(
    run: Refresher,
    host: OfficialHost,
    few_territories: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    published_cog(host, few_territories)
    monkeypatch.setattr(run_of_refresh, "instant_now", lambda: "2026-11-28T04:00:00.000Z")

    told = run.one("cog")

    assert told.outcome is SourceOutcome.FAILED
    assert "Le fichier se dit du 2027, et nous sommes le 2026-11-28" in told.why
    assert not (run.folder / "territories" / "communes.parquet").exists()


@pytest.mark.parametrize("packed", [True, False])
def test_priority_neighbourhoods_come_packed_or_bare(
    run: Refresher, host: OfficialHost, *, packed: bool
) -> None:
    publish_quarters(host, packed=packed)

    told = run.one("qpv")

    assert (told.outcome, told.vintage) == (SourceOutcome.UPDATED, "2024")
    assert told.rows == 4
    assert (run.folder / "territories" / "zonings" / "qpv.parquet").is_file()
    assert run.one("qpv").outcome is SourceOutcome.UNCHANGED


def test_a_zoning_of_the_year_is_taken_for_the_communes_in_place(
    run: Refresher, host: OfficialHost, few_territories: Path, tmp_path: Path
) -> None:
    communes = [each.code for each in communes_of(few_territories)]
    publish_zones(host, tmp_path, communes)

    told = run.one("employment-zones")

    assert (told.outcome, told.vintage, told.rows) == (SourceOutcome.UPDATED, "2026", 3)


def test_a_zoning_of_other_communes_leaves_the_one_in_place(
    run: Refresher, host: OfficialHost, few_territories: Path, tmp_path: Path
) -> None:
    communes = [each.code for each in communes_of(few_territories)]
    publish_zones(host, tmp_path, communes)
    run.one("employment-zones")
    layer = run.folder / "territories" / "zonings" / "employment_zone.parquet"
    before = layer.read_bytes()
    publish_zones(host, tmp_path, communes[:200])

    told = run.one("employment-zones")

    assert told.outcome is SourceOutcome.FAILED
    assert "autre année" in told.why
    assert layer.read_bytes() == before


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (web_page, "une page web"),
        (status(404), "404"),
        (status(403), "403"),
    ],
)
def test_an_address_of_last_year_is_told(
    run: Refresher, cog: HostedFile, fault: Fault, sentence: str
) -> None:
    cog.faults = [fault] * 9

    told = run.one("cog")

    assert told.outcome is SourceOutcome.FAILED
    assert sentence in told.why
    assert not (run.folder / "territories" / "communes.parquet").exists()


def test_a_cut_cog_is_refused(run: Refresher, cog: HostedFile, few_territories: Path) -> None:
    _, events = next_year(communes_of(few_territories))
    cog.content = cog_zip(communes_of(few_territories)[:600], events[:1], "2027")

    told = run.one("cog")

    assert told.outcome is SourceOutcome.FAILED
    assert "n’expliquent pas" in told.why


def test_an_edition_is_built_of_new_territories(
    run: Refresher, host: OfficialHost, cog: HostedFile
) -> None:
    publish_feed(host)
    first = run("finess")
    with opened(run.editions, first.edition) as edition:
        before = edition.cog
    reborn = Commune("01999", "Commune-Rétablie-Synthétique", "01", "84")

    report = run("cog")

    assert before == "COG 2026"
    with opened(run.editions, report.edition) as edition:
        assert edition.cog == edition.places.cog == edition.gazetteer.cog == "COG 2027"
        found = edition.territory(TerritoryLevel.COMMUNE, reborn.code)
        joined = edition.territory(TerritoryLevel.COMMUNE, "01002")
    assert cog.content
    assert report.built
    assert (found.territory.name, found.outline) == (reborn.name, None)
    assert joined.territory.code == "01001"


def test_neighbourhoods_are_told_of_organisations_by_the_next_edition(
    run: Refresher, host: OfficialHost
) -> None:
    inside = replace(SITES[0], shift=0.01)  # Valence, 4.9024 E
    publish_feed(host, feed((inside, *SITES[1:])))
    run("finess")
    publish_quarters(host, packed=True)

    report = run("qpv")

    with opened(run.editions, report.edition) as edition:
        told = {
            zoning.code: organisation.name
            for organisation in edition.organisations(Selection.of({}))
            for zoning in organisation.zonings
        }
    assert told == {"QN02602M": "ESAT Synthetique 1"}


def test_territories_held_back_with_a_list_wait_and_are_accepted(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host)
    run("finess")
    publish_quarters(host, packed=False)
    publish_feed(host, feed(SITES[:40], "2026-11-28"), "20261128")
    own = run.folder / "territories" / "zonings" / "qpv.parquet"

    report = run("finess", "qpv")

    assert [source.outcome for source in report.sources] == [
        SourceOutcome.HELD,
        SourceOutcome.UPDATED,
    ]
    assert own.is_file()
    assert run("qpv").sources[0].outcome is SourceOutcome.UNCHANGED


def test_a_cog_that_makes_too_much_change_is_held_and_its_tables_wait(
    run: Refresher, host: OfficialHost, cog: HostedFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_feed(host)
    run("finess")
    trip = GuardTrip("FINESS", "", Measure.MOVED, 40, 60, 0.2)
    monkeypatch.setattr(edition_step, "trips", lambda *_: (trip,))
    own = run.folder / "territories" / "communes.parquet"

    report = run("cog")

    assert (report.sources[0].outcome, own.exists()) == (SourceOutcome.HELD, False)
    monkeypatch.undo()
    served = accept_held(run.workshop, report.held)
    assert served == report.held
    assert vintage_told(own) == "2027"
    assert run.one("cog").outcome is SourceOutcome.UNCHANGED
    assert cog.content


@contextmanager
def opened(folder: Path, edition_id: str) -> Iterator[OpenEdition]:
    with closing(EditionFile(folder, edition_id)) as file:
        yield OpenEdition(file, KNOWLEDGE)
