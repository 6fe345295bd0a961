"""Changes beyond limits: an edition is held back, waits, and is accepted with its tables."""

import pytest

from territorial_map.domain.errors import NotFound
from territorial_map.domain.refresh import (
    GuardTrip,
    Measure,
    RefreshReport,
    SourceOutcome,
)
from territorial_map.refresh.accepting import accept_held
from territorial_map.services.editions.edition_folder import baseline, find_edition
from territorial_map.store import refresh_files
from territorial_map.store.edition_files import shelved_editions
from territorial_map.store.pointers import current_id
from tests.refresh.conftest import Refresher
from tests.refresh.official_host import HostedFile, OfficialHost
from tests.refresh.refreshed import TABLE, kept_of, told_by
from tests.refresh.synthetic_files import (
    SITES,
    changed,
    feed,
    publish_feed,
    rna_zip,
    write_plan,
)


@pytest.mark.parametrize(
    ("sites", "measure", "field"),
    [
        (SITES[:45], Measure.GONE, ""),
        (changed(*range(1, 25), shift=0.02), Measure.MOVED, ""),
        (changed(*range(1, 25), name="ESAT RENOMME SYNTHETIQUE"), Measure.RENAMED, ""),
        (changed(*range(1, 25), phone=""), Measure.LOST, "téléphone"),
    ],
)
def test_changes_beyond_limits_are_built_and_not_served(
    run: Refresher,
    host: OfficialHost,
    served: RefreshReport,
    sites: tuple[object, ...],
    measure: Measure,
    field: str,
) -> None:
    publish_feed(host, feed(sites, "2026-11-28"), "20261128")  # type: ignore[arg-type] # sites
    before = (run.sources / TABLE).read_bytes()

    report = run("finess")
    trips = report.sources[0].trips

    assert (report.exit_code, report.edition) == (4, served.edition)
    assert current_id(run.editions) == served.edition
    assert (run.sources / TABLE).read_bytes() == before
    assert (trips[0].measure, trips[0].field, trips[0].source) == (measure, field, "FINESS")
    assert report.held in told_by(report)
    assert f"editions diff {served.edition} {report.held}" in told_by(report)
    assert f"editions accept {report.held}" in told_by(report)


def test_changes_within_limits_are_served(
    run: Refresher, host: OfficialHost, served: RefreshReport
) -> None:
    sites = changed(1, 2, 3, name="ESAT RENOMME SYNTHETIQUE", phone="")
    publish_feed(host, feed(sites[:58], "2026-11-28"), "20261128")

    report = run("finess")

    assert (report.exit_code, report.held) == (0, "")
    assert report.edition != served.edition
    assert dict(report.changes)["gone"] == 2
    assert dict(report.changes)["renamed"] == 3


@pytest.mark.usefixtures("served")
def test_one_territory_can_hold_an_edition_back(run: Refresher, host: OfficialHost) -> None:
    drome = tuple(site.number for site in SITES if site.number % 3 == 1)
    sites = changed(*drome[:14], name="ESAT RENOMME SYNTHETIQUE")
    plan = write_plan(host, run.folder).read_text(encoding="utf-8")
    assert "renamed = 0.20" in plan

    publish_feed(host, feed(sites, "2026-11-28"), "20261128")
    trips = run("finess").sources[0].trips

    assert {(t.territory, t.count, t.of) for t in trips} == {("", 14, 60), ("Drôme", 14, 20)}


@pytest.mark.usefixtures("served")
def test_an_edition_held_back_is_accepted_with_its_tables(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host, feed(SITES[:45], "2026-11-28"), "20261128")
    report = run("finess")

    accepted = accept_held(run.workshop, report.held)
    after = run("finess")

    assert accepted == report.held
    assert current_id(run.editions) == report.held
    assert len((run.sources / TABLE).read_text(encoding="utf-8").splitlines()) == 46
    assert refresh_files.held(run.editions) == {}
    assert refresh_files.reports(run.editions)[1].sources[0].why.startswith("Acceptée")
    assert after.sources[0].outcome is SourceOutcome.UNCHANGED
    assert after.exit_code == 0


@pytest.mark.usefixtures("served")
def test_the_same_version_waits_without_being_fetched_again(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host, feed(SITES[:45], "2026-11-28"), "20261128")
    first = run("finess")
    count = sum("static" in each.path for each in host.requests)

    second = run("finess")

    assert second.exit_code == 4
    assert second.sources[0].outcome is SourceOutcome.HELD
    assert first.held in second.sources[0].why
    assert sum("static" in each.path for each in host.requests) == count


@pytest.mark.usefixtures("served")
def test_a_newer_version_takes_the_place_of_the_one_held_back(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host, feed(SITES[:45], "2026-11-28"), "20261128")
    first = run("finess")
    publish_feed(host, feed(SITES, "2026-11-29"), "20261129")

    second = run("finess")

    assert (second.exit_code, second.held) == (0, "")
    assert first.held not in {e.id for e in shelved_editions(run.editions)}
    assert refresh_files.held(run.editions) == {}


@pytest.mark.usefixtures("served")
def test_accepting_at_once_serves_and_says_so(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host, feed(SITES[:45], "2026-11-28"), "20261128")

    report = run("finess", accept=True)

    assert (report.exit_code, report.held) == (0, "")
    assert kept_of(run.editions, report.edition) == {TABLE: 45}
    assert any("acceptés (--accept)" in note for note in report.notes)


def test_an_edition_held_back_is_never_what_changes_are_told_from(
    run: Refresher, host: OfficialHost, served: RefreshReport
) -> None:
    publish_feed(host, feed(SITES[:45], "2026-11-28"), "20261128")
    held = run("finess").held
    host.publish("rna", "/rna_waldec_20261101.zip", HostedFile(rna_zip()))

    report = run("rna")
    older = baseline(run.editions, report.edition)

    assert report.held == ""
    assert find_edition(run.editions, held).held
    assert older is not None
    assert older.id == served.edition


@pytest.mark.usefixtures("served")
def test_a_doubtful_source_holds_itself_back_and_no_other(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host, feed(SITES[:45], "2026-11-28"), "20261128")
    host.publish("rna", "/rna_waldec_20261101.zip", HostedFile(rna_zip()))

    report = run("finess", "rna")
    outcomes = {one.code: one.outcome for one in report.sources}
    kept = kept_of(run.editions, report.edition)
    accepted = accept_held(run.workshop, report.held)

    assert report.exit_code == 4
    assert outcomes == {"finess": SourceOutcome.HELD, "rna": SourceOutcome.UPDATED}
    assert (kept[TABLE], kept["rna.csv"]) == (60, 30)
    assert accepted == report.held
    assert kept_of(run.editions, accepted) == {TABLE: 45, "rna.csv": 30}


@pytest.mark.usefixtures("served")
def test_accepting_after_other_tables_changed_builds_again(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host, feed(SITES[:45], "2026-11-28"), "20261128")
    held = run("finess").held
    host.publish("rna", "/rna_waldec_20261101.zip", HostedFile(rna_zip()))
    run("rna")

    accepted = accept_held(run.workshop, held)

    assert accepted != held
    assert kept_of(run.editions, accepted) == {TABLE: 45, "rna.csv": 30}


def test_only_an_edition_held_back_can_be_accepted(run: Refresher, served: RefreshReport) -> None:
    with pytest.raises(NotFound, match="ne désigne pas une édition retenue"):
        accept_held(run.workshop, served.edition)


def test_a_share_is_told_with_its_limit() -> None:
    trip = GuardTrip("FINESS", "Drôme", Measure.GONE, 12, 20, 0.4)

    assert trip.share == 0.6
