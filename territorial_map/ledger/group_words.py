"""« Même groupe », « pas le même »: what somebody who knows a pair says of it, for all."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    DateTime,
    MetaData,
    Row,
    String,
    Table,
    delete,
    insert,
    select,
)

from territorial_map.domain.pairs import check_in_order, in_order
from territorial_map.domain.term import Term
from territorial_map.ledger.database import Database, in_utc

_words = Table(
    "group_words",
    MetaData(),
    Column("a_id", String, primary_key=True),
    Column("b_id", String, primary_key=True),
    Column("said", String, nullable=False),
    Column("decided_at", DateTime(timezone=True), nullable=False),
    Column("reason", String, nullable=False),
)


class GroupSaid(Term):
    """What is said of a pair."""

    SAME = "same_group", "Même groupe"
    APART = "not_same_group", "Pas le même groupe"


@dataclass(frozen=True, slots=True, order=True)
class GroupWord:
    """A pair, in alphabetical order of ids, and whether the two are of one group."""

    a_id: str
    b_id: str
    said: GroupSaid

    def __post_init__(self) -> None:
        check_in_order(self.a_id, self.b_id)

    @property
    def pair(self) -> tuple[str, str]:
        """The ids, in order."""
        return self.a_id, self.b_id


@dataclass(frozen=True, slots=True)
class GroupDecision:
    """A word, when an operator gave it (UTC), and why: empty when no reason was told."""

    word: GroupWord
    decided_at: datetime
    reason: str = ""


def group_word_of(one: str, other: str, said: GroupSaid) -> GroupWord:
    """What is said of a pair given in any order.

    Raises:
        BadParameter: the two ids are the same, or one is empty.
    """
    return GroupWord(*in_order(one, other), said)


class GroupWords:
    """The words of one database; the last one given of a pair stands."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, decision: GroupDecision) -> bool:
        """Keep a word in the place of an earlier one of its pair; False when it stood already.

        Raises:
            Unavailable: the ledger does not answer; nothing was kept.
        """
        word = decision.word
        with self._database.writing() as connection:
            if _said_of(connection, word.pair) is word.said:
                return False
            _forget(connection, word.pair)
            values = {
                "a_id": word.a_id,
                "b_id": word.b_id,
                "said": word.said.value,
                "decided_at": decision.decided_at.astimezone(UTC),
                "reason": decision.reason,
            }
            connection.execute(insert(_words).values(**values))
        return True

    def take_up(self, decision: GroupDecision) -> bool:
        """Keep a word of a backup; False when its pair has one.

        Raises:
            Unavailable: the ledger does not answer; nothing was kept.
        """
        with self._database.reading() as connection:
            known = _said_of(connection, decision.word.pair)
        return known is None and self.keep(decision)

    def forget(self, word: GroupWord) -> bool:
        """Take a word back; False when it does not stand.

        Raises:
            Unavailable: the ledger does not answer; nothing was taken back.
        """
        with self._database.writing() as connection:
            stands = _said_of(connection, word.pair) is word.said
            return stands and _forget(connection, word.pair)

    def decisions(self) -> tuple[GroupDecision, ...]:
        """Every word with its time and reason, the latest first.

        Raises:
            Unavailable: the ledger does not answer.
        """
        order = (_words.c.decided_at.desc(), _words.c.a_id, _words.c.b_id)
        with self._database.reading() as connection:
            rows = connection.execute(select(_words).order_by(*order)).fetchall()
        return tuple(map(_decision, rows))


def _said_of(connection: Connection, pair: tuple[str, str]) -> GroupSaid | None:
    told = connection.execute(select(_words.c.said).where(_is(pair))).scalar()
    return None if told is None else GroupSaid(told)


def _forget(connection: Connection, pair: tuple[str, str]) -> bool:
    return bool(connection.execute(delete(_words).where(_is(pair))).rowcount)


def _is(pair: tuple[str, str]) -> Any:  # noqa: ANN401 - SQLAlchemy's conditions share no type
    return (_words.c.a_id == pair[0]) & (_words.c.b_id == pair[1])


def _decision(row: Row[Any]) -> GroupDecision:
    word = GroupWord(row.a_id, row.b_id, GroupSaid(row.said))
    return GroupDecision(word, in_utc(row.decided_at), row.reason)
