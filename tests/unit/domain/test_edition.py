"""What a build read is what it kept, merged and rejected: nothing is lost between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.edition import EditionReport, SourceCount

FEW = st.integers(0, 99)
COUNTS = st.builds(
    lambda kept, merged, rejected: SourceCount(
        "s.csv",
        "Table synthétique",
        "2026",
        "CC0",
        kept + merged + rejected,
        kept,
        merged,
        rejected,
    ),
    FEW,
    FEW,
    FEW,
)


@given(st.lists(COUNTS, max_size=4))
def test_a_report_adds_its_sources_up(counts: list[SourceCount]) -> None:
    report = EditionReport(tuple(counts))

    assert report.read == report.kept + report.merged + report.rejected
    assert report.kept == sum(one.kept for one in counts)
    assert report.merged == sum(one.merged for one in counts)
    assert report.rejected == sum(one.rejected for one in counts)


@pytest.mark.parametrize("read", [5, 7])
def test_a_source_that_loses_or_invents_a_row_is_refused(read: int) -> None:
    with pytest.raises(ValueError, match=r"s\.csv: . read"):
        SourceCount("s.csv", "Table synthétique", "2026", "CC0", read, 1, 2, 3)
