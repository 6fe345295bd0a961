"""Cells on legal forms, as lists write them: words, codes, devices and agreements beside."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.cells import FormCell, read_form
from territorial_map.domain.vocabulary import Device, LegalForm

with (Path(__file__).parent / "forms.csv").open(encoding="utf-8", newline="") as _file:
    WRITTEN = list(csv.DictReader(_file))


def expected(row: dict[str, str]) -> FormCell | None:
    if not row["form"]:
        return None
    devices = tuple(Device(each) for each in row["devices"].split())
    return FormCell(LegalForm(row["form"]), devices, bool(row["esus"]), row["category"])


@pytest.mark.parametrize("row", WRITTEN, ids=[row["cell"] for row in WRITTEN])
def test_a_cell_on_forms_tells_what_its_words_say(row: dict[str, str]) -> None:
    assert read_form(row["cell"]) == expected(row)


@given(
    st.sampled_from(WRITTEN),
    st.sampled_from((str.upper, str.lower, str.title, lambda told: f" {told}\u00a0")),
    st.sampled_from((" ", "  ", "\u00a0", "\u202f")),
)
def test_case_and_spaces_change_nothing(row: dict[str, str], cased: object, space: str) -> None:
    assert callable(cased)
    written = space.join(cased(row["cell"]).split())

    assert read_form(written) == expected(row)


@given(st.text(max_size=40))
def test_any_text_is_read_or_not_known(text: str) -> None:
    read = read_form(text)

    assert read is None or read.form is not None
