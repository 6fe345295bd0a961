"""Costly answers in a process of their own: the same, within a time, and ended with who asks."""

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from pathlib import Path

import psutil
import pytest

from territorial_map.domain.errors import BadParameter, NotFound, TooMany, Unavailable
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.costly_process import CostlyProcess, Opening
from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.knowledge.loading import load_knowledge
from territorial_map.services.partner_lists.leads import find_leads
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.services.partnerships.group_partnerships import partnerships_inside
from territorial_map.services.partnerships.network import Wanted, network_around, network_within
from territorial_map.services.partnerships.partners import (
    groups_in,
    groups_of,
    partners_of,
    strongest_in,
)
from territorial_map.settings import data_folder
from tests.known import KNOWLEDGE
from tests.services.costly_questions import (
    Plain,
    fall,
    mistaken,
    number_of_process,
    open_plain,
    refuse_to_open,
    sleep_s,
)

DROME = Selection.of({"department": ["26"]})
PURCHASING = PoolingCategory.PURCHASING
DEADLINE_S = 150
REREAD = partial(load_knowledge, data_folder("data"), data_folder("assets"))


@pytest.fixture
def process() -> Iterator[CostlyProcess]:
    made = CostlyProcess(Opening(open_plain, ()), seconds=10)
    made.is_ready()
    made.settle(DEADLINE_S)
    yield made
    made.close()


@pytest.fixture(scope="module")
def both(small_editions: Path) -> Iterator[tuple[OpenEdition, OpenEdition]]:
    """The edition that computes here, and the one that asks elsewhere."""
    here = Directory(small_editions, KNOWLEDGE)
    elsewhere = Directory(small_editions, KNOWLEDGE, REREAD)
    elsewhere.begin()
    edition = elsewhere.current()
    assert edition.elsewhere is not None
    edition.elsewhere.is_ready()
    edition.elsewhere.settle(DEADLINE_S)
    yield here.current(), edition
    elsewhere.end()


def by_value(told: object) -> object:
    """What an answer holds: rules that came with it from another process are equal by value."""
    if is_dataclass(told):
        return {field.name: by_value(getattr(told, field.name)) for field in fields(told)}
    if isinstance(told, tuple):
        return [by_value(each) for each in told]
    return dict(told) if isinstance(told, Mapping) else told


def test_answers_are_the_same_from_another_process(
    both: tuple[OpenEdition, OpenEdition], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, elsewhere = both
    assert elsewhere.elsewhere is not None
    assert elsewhere.elsewhere.pid not in {None, os.getpid()}
    monkeypatch.setattr(elsewhere.costly, "limited", None)  # nothing is computed here
    one = partners_of(here, strongest_in(here, DROME).found[0].a.id).centre.id
    asked = PartnersAsked(organisation=one)
    named = tuple(facts.id for facts in network_within(here, DROME, Wanted()).nodes[:8])

    told = [
        (
            strongest_in(edition, DROME),
            partners_of(edition, one),
            groups_in(edition, DROME, PURCHASING),
            groups_of(edition, one, PURCHASING),
            network_within(edition, DROME, Wanted()),
            network_around(edition, one, Wanted()),
            find_leads(edition, asked),
            partnerships_inside(edition, named),
        )
        for edition in both
    ]

    assert told[0][0].found
    assert told[0][4].nodes
    assert by_value(told[0]) == by_value(told[1])


def test_a_question_is_answered_here_until_the_process_is_ready(small_editions: Path) -> None:
    directory = Directory(small_editions, KNOWLEDGE, REREAD)
    directory.begin()
    try:
        told = strongest_in(directory.current(), DROME)
    finally:
        directory.end()

    assert told.found
    assert directory.current().elsewhere is None


def test_in_service_the_process_is_waited_for_rather_than_done_without(
    small_editions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    directory = Directory(small_editions, KNOWLEDGE, REREAD, ahead=True)
    directory.warm()
    directory.begin()
    edition = directory.current()
    try:
        assert edition.elsewhere is not None
        monkeypatch.setattr(edition.costly, "limited", None)  # nothing is computed here
        told = strongest_in(edition, DROME)
        asked = edition.elsewhere.pid
    finally:
        directory.end()

    assert told.found
    assert asked not in {None, os.getpid()}


def test_what_takes_too_long_is_ended_and_the_next_is_answered() -> None:
    process = CostlyProcess(Opening(open_plain, ()), seconds=0.5)
    process.is_ready()
    process.settle(DEADLINE_S)
    first = process.ask(number_of_process)
    begun = time.monotonic()

    with pytest.raises(Unavailable, match="précisez-la"):
        process.ask(sleep_s, 600)

    assert time.monotonic() - begun < DEADLINE_S
    assert not psutil.pid_exists(first)
    assert process.ask(number_of_process) != first
    process.close()


def test_a_process_that_falls_is_told_and_started_again(process: CostlyProcess) -> None:
    first = process.ask(number_of_process)

    with pytest.raises(Unavailable, match="réessayez"):
        process.ask(fall)

    assert process.ask(number_of_process) != first


@pytest.mark.parametrize("kind", ["parameter", "none", "many"])
def test_mistakes_come_back_whole(process: CostlyProcess, kind: str) -> None:
    with pytest.raises((BadParameter, NotFound, TooMany)) as here:
        mistaken(Plain(), kind)
    with pytest.raises(type(here.value)) as there:
        process.ask(mistaken, kind)

    assert str(there.value) == str(here.value)
    assert vars(there.value) == vars(here.value)


def test_the_process_gives_way_and_ends_with_who_asks(process: CostlyProcess) -> None:
    pid = process.ask(number_of_process)
    kindness = psutil.Process(pid).nice()

    process.close()

    assert kindness > psutil.Process().nice()
    assert not psutil.pid_exists(pid)
    assert not process.is_ready()
    with pytest.raises(Unavailable):
        process.ask(number_of_process)


def test_where_no_process_can_be_opened_it_is_told_and_never_asked(
    caplog: pytest.LogCaptureFixture,
) -> None:
    process = CostlyProcess(Opening(refuse_to_open, ()), seconds=5)
    before = process.is_ready()
    process.settle(DEADLINE_S)

    assert not before
    assert not process.is_ready()
    assert "computed in this process" in caplog.text
    process.close()
