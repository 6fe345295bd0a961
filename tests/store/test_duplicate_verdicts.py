"""The file of verdicts: what is kept is read back; a bad line is named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.duplicate_verdicts import (
    DuplicateDecision,
    DuplicateVerdict,
    decision_of,
)
from territorial_map.domain.errors import SourceError
from territorial_map.store.duplicate_verdicts import VerdictFile, read_decisions

HEADER = "one_id,other_id,verdict,decided_on\n"
IDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=9)


@given(st.lists(IDS, min_size=2, max_size=2, unique=True), st.sampled_from(list(DuplicateVerdict)))
def test_a_decision_does_not_depend_on_the_order_of_its_ids(
    ids: list[str], verdict: DuplicateVerdict
) -> None:
    one, other = ids

    assert decision_of(one, other, verdict.value, "2026-11-22") == decision_of(
        other, one, verdict.value, "2026-11-22"
    )


def test_what_is_kept_is_read_back_sorted_and_can_be_taken_back(tmp_path: Path) -> None:
    file = VerdictFile(tmp_path / "v.csv")
    later = DuplicateDecision("siae:1", "space:1", DuplicateVerdict.SAME, "2026-11-22")
    first = DuplicateDecision("ess:1", 'space:"2"', DuplicateVerdict.DIFFERENT, "2026-11-21")

    file.keep(later)
    file.keep(first)

    assert file.decisions() == (first, later)
    assert file.take_back(later.pair)
    assert not file.take_back(later.pair)
    assert file.decisions() == (first,)
    assert [path.name for path in tmp_path.iterdir()] == ["v.csv"]


def test_a_new_verdict_on_a_pair_replaces_the_old_one(tmp_path: Path) -> None:
    file = VerdictFile(tmp_path / "v.csv")
    file.keep(DuplicateDecision("a", "b", DuplicateVerdict.SAME, "2026-11-21"))

    file.keep(DuplicateDecision("a", "b", DuplicateVerdict.DIFFERENT, "2026-11-22"))

    assert [d.verdict for d in file.decisions()] == [DuplicateVerdict.DIFFERENT]


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.csv") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "ligne 1"),
        ("id,other\n", "ligne 1"),
        (HEADER + "a,b,same\n", "ligne 2 : 3 cellule"),
        (HEADER + "a,a,same,2026-11-22\n", "ligne 2"),
        (HEADER + "a,b,maybe,2026-11-22\n", "ligne 2"),
        (HEADER + "a,b,same,31/02/2026\n", "ligne 2"),
        (HEADER + "a,b,same,2026-11-22\nb,a,different,2026-11-22\n", "ligne 3"),
        (HEADER + 'a,"b,same,2026-11-22\n', "guillemets"),
    ],
)
def test_a_bad_file_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "v.csv"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SourceError, match=told):
        read_decisions(path)


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "v.csv"
    path.write_bytes(HEADER.encode() + b"\xe9,b,same,2026-11-22\n")

    with pytest.raises(SourceError, match="UTF-8"):
        read_decisions(path)


def test_a_folder_that_cannot_be_written_is_told_with_its_setting(tmp_path: Path) -> None:
    file = VerdictFile(tmp_path / "no folder" / "v.csv")

    with pytest.raises(SourceError, match="TERRITORIAL_MAP_VERDICTS"):
        file.keep(DuplicateDecision("a", "b", DuplicateVerdict.SAME, "2026-11-22"))
