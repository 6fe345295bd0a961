"""A true fact never lowers, on rows of real organisations: whatever is told, and told beside it."""

from dataclasses import dataclass

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from benchmarks.matching_labels import read_labels
from territorial_map.domain.listing import Listed
from territorial_map.domain.matching.list_row import Given, given_row
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.matching.matcher import compared_rows
from tests.known import KNOWLEDGE

pytestmark = pytest.mark.edition
Cells = dict[str, str]
FACTS = ("department_code", "department_name", "town", "cedex", "postcode", "phone")
NAMES = {
    label.given.line: (label.cells["name"], label.from_id)
    for split in ("tuning", "held_out")
    for label in read_labels(split)
    if label.cells["name"]
}


def told(fact: str, item: Listed) -> Cells:
    """The cells in which somebody tells a fact of an organisation, blank where it is not known."""
    department, town = item.department_code or "", item.commune or ""
    if not department or not town:
        return {"phone": item.phone or ""} if fact == "phone" else {}
    number = (item.postcode or department).zfill(2)[: 3 if department.startswith("97") else 2]
    return {
        "department_code": {"department_code": department},
        "department_name": {"department_code": item.department or ""},
        "town": {"commune": town},
        "cedex": {"commune": f"{town.upper()} CEDEX 9", "postcode": f"{number:9<4}9"},
        "postcode": {"commune": town, "postcode": item.postcode or ""},
        "phone": {"phone": item.phone or ""},
    }[fact]


def likely(edition: OpenEdition, identity: str, *rows: Cells) -> list[float]:
    """The probability of an organisation in each of some rows, before any refusal."""
    read: list[Given] = [given_row(n, cells) for n, cells in enumerate(rows, 2)]
    found = []
    for _, candidates in compared_rows(edition, read):
        scores = KNOWLEDGE.matching.probabilities([each.agreement for each in candidates])
        by_id = dict(zip((each.id for each in candidates), scores, strict=True))
        found.append(by_id.get(identity, 0.0))
    return found


@dataclass(frozen=True, slots=True, repr=False)
class RealRows:
    """Names as somebody typed them and the real organisations that they are of, by labelled row."""

    edition: OpenEdition
    by_row: dict[int, tuple[str, Listed]]

    def __repr__(self) -> str:
        """Short: it stands in what a failing law reports."""
        return f"RealRows({len(self.by_row)})"


@pytest.fixture(scope="module")
def real_rows(real_edition: OpenEdition) -> RealRows:
    """The labelled rows that tell a name, with the organisations of the edition."""
    ids = tuple(sorted({identity for _, identity in NAMES.values()}))
    known = {item.id: item for item in real_edition.listed_by_ids(ids)}
    rows = {n: (name, known[i]) for n, (name, i) in NAMES.items() if i in known}
    assert len(rows) > 1_000
    return RealRows(real_edition, rows)


ROWS = st.sampled_from(sorted(NAMES))
SOME_FACTS = st.sets(st.sampled_from(FACTS), max_size=2)


@given(row=ROWS, beside=SOME_FACTS, fact=st.sampled_from(FACTS))
@example(row=min(NAMES), beside=set(), fact="department_code")
@settings(max_examples=150)
def test_telling_a_true_fact_of_a_real_row_never_gives_a_lower_probability(
    real_rows: RealRows,
    row: int,
    beside: set[str],
    fact: str,
) -> None:
    assume(row in real_rows.by_row)
    name, item = real_rows.by_row[row]
    cells = {"name": name}
    for known in sorted(beside):
        cells |= told(known, item)

    more = told(fact, item)
    assume(not cells.keys() & more.keys())  # a cell filled otherwise is another fact, not one more

    before, after = likely(real_rows.edition, item.id, cells, cells | more)

    assert after >= before - 1e-9


@given(row=ROWS, other=ROWS, fact=st.sampled_from(FACTS))
@settings(max_examples=150)
def test_telling_a_wrong_fact_of_a_real_row_lowers_its_probability(
    real_rows: RealRows,
    row: int,
    other: int,
    fact: str,
) -> None:
    assume({row, other} <= real_rows.by_row.keys())
    (name, item), (_, wrong) = real_rows.by_row[row], real_rows.by_row[other]
    assume(item.department_code and wrong.department_code not in {None, item.department_code})
    assume(wrong.commune != item.commune)
    cells = told(fact, wrong)
    assume(any(cells.values()) and (fact != "phone" or (item.phone and item.phone != wrong.phone)))

    before, after = likely(real_rows.edition, item.id, {"name": name}, {"name": name} | cells)

    assert after < before or before < 1e-9
