"""Operators' decisions are kept once, found again, and can be taken back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Ledger, dismissal_of

PREMISES = PoolingCategory.PREMISES_AND_LAND


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'ledger.sqlite'}"


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    opened = Ledger(address)
    yield opened
    opened.close()


def test_a_dismissal_is_the_same_from_either_side(ledger: Ledger) -> None:
    first = ledger.dismiss(dismissal_of("synthetic:1", "synthetic:2", PREMISES))
    again = ledger.dismiss(dismissal_of("synthetic:2", "synthetic:1", PREMISES))

    assert (first, again) == (True, False)
    assert len(ledger.dismissals()) == 1


def test_a_dismissal_outlives_the_process(ledger: Ledger, address: str) -> None:
    kept = dismissal_of("synthetic:1", "synthetic:2", PREMISES)
    ledger.dismiss(kept)
    reopened = Ledger(address)

    found = reopened.dismissals()
    reopened.close()

    assert found == (kept,)


def test_a_dismissal_can_be_taken_back(ledger: Ledger) -> None:
    kept = dismissal_of("synthetic:1", "synthetic:2", PREMISES)
    ledger.dismiss(kept)

    assert ledger.restore(kept)
    assert not ledger.restore(kept)
    assert ledger.dismissals() == ()


def test_a_pair_is_two_organisations() -> None:
    with pytest.raises(BadParameter, match="deux organisations différentes"):
        dismissal_of("synthetic:1", "synthetic:1", PREMISES)


def test_each_decision_says_when_it_was_taken(ledger: Ledger) -> None:
    before = datetime.now(tz=UTC)
    kept = dismissal_of("synthetic:1", "synthetic:2", PREMISES)
    ledger.dismiss(kept)

    (decision,) = ledger.decisions()

    assert decision.dismissal == kept
    assert before.date() <= decision.decided_at.date() <= datetime.now(tz=UTC).date()
