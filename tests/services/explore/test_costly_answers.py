"""Costly answers: made once however many ask, bounded, ended when their time is over."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from sqlalchemy import text

from territorial_map.domain.errors import Unavailable
from territorial_map.services.explore.costly_answers import CostlyAnswers
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.store.time_limit import within

DEADLINE_S = 60
ENDLESS = text("SELECT count(*) FROM range(100000000000) a, range(100000000000) b")


def _endless(edition: OpenEdition) -> object:
    with edition.file.connect() as connection:
        return connection.execute(ENDLESS).scalar()


def test_what_many_ask_at_once_is_made_once() -> None:
    answers, made, all_asking = CostlyAnswers(), [], threading.Barrier(8)

    def make() -> int:
        made.append(1)
        time.sleep(0.05)
        return 42

    def ask(_: int) -> int:
        all_asking.wait(DEADLINE_S)
        return answers.answer("question", make)

    with ThreadPoolExecutor(8) as threads:
        told = list(threads.map(ask, range(8)))

    assert told == [42] * 8
    assert made == [1]


def test_memory_is_bounded_and_keeps_what_was_asked_last() -> None:
    answers = CostlyAnswers(most=3)
    for n in range(10):
        answers.answer(n, partial(int, n))
        answers.answer(0, lambda: 0)

    again = answers.answer(0, lambda: 1)

    assert len(answers) == 3
    assert again == 0


def test_a_failure_is_told_and_not_remembered() -> None:
    answers = CostlyAnswers()

    def fail() -> int:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        answers.answer("question", fail)

    assert answers.answer("question", lambda: 7) == 7


def test_a_statement_that_never_ends_is_interrupted(small_edition: OpenEdition) -> None:
    answers = CostlyAnswers(seconds=0.2)

    begun = time.monotonic()
    with pytest.raises(Unavailable, match="précisez-la"):
        answers.answer("question", lambda: answers.limited(lambda: _endless(small_edition)))

    assert time.monotonic() - begun < DEADLINE_S
    assert answers.answer("another", lambda: 1) == 1


def test_a_connection_is_refused_once_time_is_over(small_edition: OpenEdition) -> None:
    with within(DEADLINE_S) as work:
        work.stop()
        with pytest.raises(Unavailable), small_edition.file.connect():
            pytest.fail("a connection was given")


def test_other_statements_go_on_while_one_is_interrupted(small_edition: OpenEdition) -> None:
    with small_edition.file.connect() as other:
        with pytest.raises(Unavailable), within(0.1):
            _endless(small_edition)
        told = other.execute(text("SELECT 1")).scalar()

    assert told == 1
