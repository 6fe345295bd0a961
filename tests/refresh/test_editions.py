"""From official files to the edition served: built, guarded, held back, accepted, told."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from territorial_map.cli import main
from territorial_map.domain.errors import NotFound
from territorial_map.domain.refresh import (
    Freshness,
    GuardTrip,
    Measure,
    RefreshReport,
    SourceOutcome,
)
from territorial_map.refresh.accepting import accept_held
from territorial_map.refresh.words import lines_of
from territorial_map.services.editions.edition_folder import baseline, find_edition
from territorial_map.store import refresh_files
from territorial_map.store.edition_files import shelved_editions
from territorial_map.store.editions import EditionFile
from territorial_map.store.pointers import current_id
from tests.refresh.conftest import Refresher
from tests.refresh.official_host import HostedFile, OfficialHost, web_page
from tests.refresh.synthetic_files import (
    SITES,
    changed,
    feed,
    publish_feed,
    rna_zip,
    write_plan,
)
from tests.small_cog import TERRITORIES

TABLE = "sheltered_suppliers.csv"


def ended(arguments: list[str]) -> int:
    with pytest.raises(SystemExit) as ending:
        main(arguments)
    return int(ending.value.code or 0)


def kept_of(editions: Path, edition_id: str) -> dict[str, int]:
    file = EditionFile(editions, edition_id)
    file.close()
    return {source.file: source.kept for source in file.edition.report.sources}


def told_by(report: RefreshReport) -> str:
    return "\n".join(lines_of(report))


def test_new_files_become_an_edition_that_is_served_with_its_report(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host)

    report = run("finess")
    beside = json.loads((run.editions / f"{report.edition}.refresh.json").read_bytes())

    assert (report.exit_code, report.trouble, report.held) == (0, "", "")
    assert current_id(run.editions) == report.edition
    assert kept_of(run.editions, report.edition) == {TABLE: 60}
    assert beside["sources"][0]["outcome"] == "updated"
    assert beside["sources"][0]["vintage"] == "2026-11-27"
    assert refresh_files.reports(run.editions) == (report,)


def test_nothing_new_builds_nothing(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    first = run("finess")

    second = run("finess")

    assert [e.id for e in shelved_editions(run.editions)] == [first.edition]
    assert not second.built
    assert second.sources[0].outcome is SourceOutcome.UNCHANGED
    assert "inchangée" in told_by(second)


def test_tables_that_no_edition_holds_yet_are_built_by_the_next_run(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host)
    first = run("finess", build=False)

    second = run("finess")

    assert (first.edition, first.built) == ("", False)
    assert second.sources[0].outcome is SourceOutcome.UNCHANGED
    assert kept_of(run.editions, second.edition) == {TABLE: 60}


@pytest.fixture
def served(run: Refresher, host: OfficialHost) -> RefreshReport:
    publish_feed(host)
    return run("finess")


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


def test_the_edition_says_which_source_is_stale_and_why(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    bad = HostedFile(b"PK")
    bad.faults = [web_page]
    host.publish("rna", "/rna_waldec_20261101.zip", bad)

    report = run("finess", "rna")
    beside = json.loads((run.editions / f"{report.edition}.refresh.json").read_bytes())
    stale = next(one for one in beside["sources"] if one["code"] == "rna")

    assert report.exit_code == 3
    assert stale["outcome"] == "failed"
    assert "page web" in stale["why"]


def test_a_build_that_fails_leaves_tables_and_edition_as_they_were(
    run: Refresher, host: OfficialHost, served: RefreshReport
) -> None:
    publish_feed(host, feed(SITES, "2026-11-28"), "20261128")
    before = (run.sources / TABLE).read_bytes()
    (run.sources / "broken.toml").write_text("=", encoding="utf-8")

    report = run("finess")

    assert report.exit_code == 1
    assert "n’a pas pu être construite" in report.trouble
    assert report.sources[0].outcome is SourceOutcome.FAILED
    assert current_id(run.editions) == served.edition
    assert (run.sources / TABLE).read_bytes() == before


def test_unchanged_is_not_fresh(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host, feed(SITES, "2026-05-04"))
    run("finess")

    report = run("finess")

    assert report.sources[0].outcome is SourceOutcome.UNCHANGED
    assert report.sources[0].freshness(date(2026, 11, 28)) is Freshness.STOPPED
    assert report.exit_code == 5
    assert "Source arrêtée ?" in told_by(report)
    assert "2026-05-04" in told_by(report)


def test_the_command_runs_from_files_to_edition_and_tells_it(
    run: Refresher,
    host: OfficialHost,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    publish_feed(host, feed(SITES, date.today().isoformat()))  # noqa: TID251,DTZ011 - as fresh as can be
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(run.editions))
    plan = str(write_plan(host, run.folder))
    asked = ["refresh", "--plan", plan, "--sources", str(run.sources)]

    code = ended(asked)
    out = capsys.readouterr().out
    again = ended([*asked, "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    history = ended(["refresh", "--history"])
    lines = capsys.readouterr().out.splitlines()

    shown = ended(["editions", "show"])
    content = capsys.readouterr().out
    informed = ended(["info", "--format", "json"])
    refreshed = json.loads(capsys.readouterr().out)["refresh"]

    assert (code, again, history, shown, informed) == (0, 0, 0, 0, 0)
    assert "✓ FINESS d’essai (finess) : nouvelle version prise" in content
    assert refreshed["sources"][0]["code"] == "finess"
    assert "✓ FINESS d’essai (finess) : nouvelle version prise" in out
    assert "– EA2 d’essai (ea2) : à télécharger à la main" in out
    assert "Non demandées, et plus lourdes : rna" in out
    assert told["sources"][0]["outcome"] == "unchanged"
    assert [line.split(" · ")[1] for line in lines] == ["code 0", "code 0"]


@pytest.mark.usefixtures("served")
def test_the_command_accepts_an_edition_held_back(
    run: Refresher,
    host: OfficialHost,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    publish_feed(host, feed(SITES[:45], "2026-11-28"), "20261128")
    held = replace(run, territories=TERRITORIES)("finess").held  # those that the command reads
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(run.editions))

    listed = ended(["editions", "list"])
    lines = capsys.readouterr().out
    code = ended(["editions", "accept", held, "--sources", str(run.sources)])

    assert (listed, code) == (0, 0)
    assert f"{held} · 45 organisations" in lines
    assert "retenue" in lines
    assert current_id(run.editions) == held


def test_an_unknown_source_and_a_missing_folder_are_told(
    run: Refresher,
    host: OfficialHost,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(run.editions))
    plan = str(write_plan(host, run.folder))

    unknown = ended(["refresh", "siren", "--plan", plan])
    first = capsys.readouterr().err
    missing = ended(["refresh", "--plan", plan, "--sources", str(run.folder / "nowhere")])
    second = capsys.readouterr().err

    assert (unknown, missing) == (2, 2)
    assert "source inconnue" in first
    assert "n’existe pas" in second


def test_two_refreshes_of_one_folder_do_not_run_at_once(
    run: Refresher,
    host: OfficialHost,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from filelock import FileLock  # noqa: PLC0415 - what holds the folder

    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(run.editions))
    folder = refresh_files.refresh_folder(run.editions)
    folder.mkdir(parents=True)
    plan = str(write_plan(host, run.folder))
    with FileLock(folder / ".lock"):
        code = ended(["refresh", "--plan", plan, "--sources", str(run.sources)])

    assert code == 6
    assert "en cours" in capsys.readouterr().err


def test_a_share_is_told_with_its_limit() -> None:
    trip = GuardTrip("FINESS", "Drôme", Measure.GONE, 12, 20, 0.4)

    assert trip.share == 0.6


def test_tables_that_came_with_the_product_are_read_and_left_alone(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host)
    run.one()
    packaged = run.sources.rename(run.folder / "packaged")
    before = (packaged / TABLE).read_bytes()
    publish_feed(host, feed(SITES[:58], "2026-11-28"), "20261128")

    report = run("finess", packaged=packaged)
    again = run("finess", packaged=packaged)

    assert report.sources[0].rows_before == 60
    assert (packaged / TABLE).read_bytes() == before
    assert {path.name for path in run.sources.iterdir()} == {TABLE, "sheltered_suppliers.toml"}
    assert kept_of(run.editions, report.edition) == {TABLE: 58}
    assert again.sources[0].outcome is SourceOutcome.UNCHANGED
