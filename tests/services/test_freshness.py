"""How fresh sources are on a day, by what refreshes left."""

from datetime import date
from pathlib import Path

from territorial_map.domain.refresh import Freshness, SourceOutcome, freshness_of
from territorial_map.services.freshness import sources_state
from territorial_map.store.refresh_files import keep_report, refresh_folder
from tests.refresh.reports import refresh_report

DAY = date(2026, 11, 28)


def test_without_a_refresh_nothing_is_told(tmp_path: Path) -> None:
    state = sources_state(tmp_path, DAY)

    assert (state.sources, state.last_run, state.warnings) == ((), "", ())


def test_the_last_run_that_asked_for_a_source_counts(tmp_path: Path) -> None:
    keep_report(tmp_path, refresh_report("2026-11-20", "2026-11-21"))
    keep_report(tmp_path, refresh_report("2026-11-27", "2026-11-28"))

    state = sources_state(tmp_path, DAY)

    assert [(one.asked_on, one.told.vintage) for one in state.sources] == [
        ("2026-11-28", "2026-11-27")
    ]
    assert state.warnings == ()


def test_an_age_is_an_alarm_the_day_after_its_limit() -> None:
    assert freshness_of("2026-11-14", 14, DAY) is Freshness.ON_TIME
    assert freshness_of("2026-11-13", 14, DAY) is Freshness.STOPPED
    assert freshness_of("", 14, DAY) is Freshness.UNKNOWN


def test_a_failure_is_told_with_its_day(tmp_path: Path) -> None:
    keep_report(tmp_path, refresh_report("2026-11-27", outcome=SourceOutcome.FAILED))

    (warning,) = sources_state(tmp_path, DAY).warnings

    assert "en échec" in warning
    assert "2026-11-28" in warning


def test_a_source_that_people_bring_in_is_never_stopped(tmp_path: Path) -> None:
    keep_report(tmp_path, refresh_report("2009-01-01", outcome=SourceOutcome.BY_HAND))

    assert sources_state(tmp_path, DAY).warnings == ()


def test_refreshes_that_ended_are_told(tmp_path: Path) -> None:
    keep_report(tmp_path, refresh_report("2026-09-01", "2026-09-01"))

    warnings = sources_state(tmp_path, DAY).warnings

    assert any("Aucun rafraîchissement depuis le 2026-09-01" in one for one in warnings)


def test_a_report_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    keep_report(tmp_path, refresh_report("2026-11-27"))
    (refresh_folder(tmp_path) / "runs" / "2026-11-29T0000.json").write_text("{", encoding="utf-8")

    assert sources_state(tmp_path, DAY).last_run == "2026-11-28"
