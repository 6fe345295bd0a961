"""Reports of refreshes of a synthetic register."""

from territorial_map.domain.refresh import RefreshReport, SourceOutcome, SourceRefresh


def refresh_report(
    vintage: str,
    day: str = "2026-11-28",
    outcome: SourceOutcome = SourceOutcome.UNCHANGED,
    why: str = "",
) -> RefreshReport:
    """A run of a day, that found a daily register of a vintage."""
    source = SourceRefresh(
        "synthetic",
        "Registre synthétique",
        outcome,
        why,
        vintage=vintage,
        rhythm_days=1,
        alarm_days=14,
        rows=60,
        rows_before=60,
    )
    return RefreshReport(f"{day}T04:17:00Z", f"{day}T04:18:00Z", "0", (source,))
