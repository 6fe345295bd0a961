"""« Même groupe », « pas le même »: the last word of a pair stands, and can be taken back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Ledger, dismissal_of
from territorial_map.ledger.group_words import GroupDecision, GroupSaid, group_word_of

SAME = group_word_of("synthetic:2", "synthetic:1", GroupSaid.SAME)
APART = group_word_of("synthetic:1", "synthetic:2", GroupSaid.APART)


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'ledger.sqlite'}"


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    opened = Ledger(address)
    yield opened
    opened.close()


def test_the_last_word_of_a_pair_stands(ledger: Ledger) -> None:
    told = [ledger.say_group(word, " pourquoi ") for word in (SAME, SAME, APART)]

    (decision,) = ledger.group_decisions()
    assert told == [True, False, True]
    assert (decision.word, decision.reason) == (APART, "pourquoi")
    assert decision.decided_at.tzname() == "UTC"


def test_only_the_word_that_stands_is_taken_back(ledger: Ledger) -> None:
    ledger.say_group(APART)

    assert not ledger.unsay_group(SAME)
    assert ledger.unsay_group(APART)
    assert ledger.group_decisions() == ()


def test_what_is_said_holds_dismissals_and_words_and_outlives_the_process(
    ledger: Ledger, address: str
) -> None:
    dismissal = dismissal_of("synthetic:1", "synthetic:3", PoolingCategory.TRAINING)
    ledger.dismiss(dismissal)
    ledger.say_group(SAME)
    reopened = Ledger(address)

    said = reopened.said()
    reopened.close()

    assert said == {dismissal, SAME}
    assert ledger.dismissals() == (dismissal,)


def test_a_word_of_a_backup_never_takes_the_place_of_one_that_stands(ledger: Ledger) -> None:
    then = datetime(2026, 1, 31, 12, tzinfo=UTC)

    assert ledger.take_up_group(GroupDecision(SAME, then))
    assert not ledger.take_up_group(GroupDecision(APART, then))
    assert [d.word for d in ledger.group_decisions()] == [SAME]


def test_a_pair_is_two_organisations() -> None:
    with pytest.raises(BadParameter, match="deux organisations différentes"):
        group_word_of("synthetic:1", "synthetic:1", GroupSaid.SAME)
