"""From files to an edition that is served, or to nothing new; a failure leaves all as it was."""

import json
from datetime import date

from territorial_map.domain.refresh import (
    Freshness,
    RefreshReport,
    SourceOutcome,
)
from territorial_map.store import refresh_files
from territorial_map.store.edition_files import shelved_editions
from territorial_map.store.pointers import current_id
from tests.refresh.conftest import Refresher
from tests.refresh.official_host import HostedFile, OfficialHost, web_page
from tests.refresh.refreshed import TABLE, kept_of, told_by
from tests.refresh.synthetic_files import (
    SITES,
    feed,
    publish_feed,
)


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
