"""« Pas pertinent »: pairs an operator took off the proposals for all; labels to learn from.

SQLite by default, PostgreSQL by setting: the address is SQLAlchemy's.
"""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, DateTime, MetaData, Row, String, Table, delete, insert, select
from sqlalchemy.exc import IntegrityError

from territorial_map.domain.errors import Unavailable
from territorial_map.domain.pairs import check_in_order, in_order
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.contributions import ContributionBook
from territorial_map.ledger.database import Database, in_utc
from territorial_map.ledger.group_words import GroupDecision, GroupWord, GroupWords

MOST_REASON = 500
"""Characters of the reason of a decision, at most."""

_READ_EVERY_S = 1.0
_dismissals = Table(
    "dismissals",
    MetaData(),
    Column("a_id", String, primary_key=True),
    Column("b_id", String, primary_key=True),
    Column("pooling", String, primary_key=True),
    Column("decided_at", DateTime(timezone=True), nullable=False),
    Column("reason", String, nullable=False),
)


@dataclass(frozen=True, slots=True, order=True)
class Dismissal:
    """A pair, in alphabetical order of ids, that is not relevant for one pooling category."""

    a_id: str
    b_id: str
    pooling: PoolingCategory

    def __post_init__(self) -> None:
        check_in_order(self.a_id, self.b_id)


Said = Dismissal | GroupWord
"""What a person says of a pair: not relevant for a category, of one group, or not."""


@dataclass(frozen=True, slots=True)
class DismissalDecision:
    """A dismissal, when an operator took it (UTC), and why: empty when no reason was told."""

    dismissal: Dismissal
    decided_at: datetime
    reason: str = ""


def dismissal_of(one: str, other: str, pooling: PoolingCategory) -> Dismissal:
    """The dismissal of a pair given in any order.

    Raises:
        BadParameter: the two ids are the same, or one is empty.
    """
    return Dismissal(*in_order(one, other), pooling)


class Ledger:
    """What operators say of pairs, at one address; opened, and its tables made, on first use."""

    def __init__(self, address: str) -> None:
        """Read the address.

        Raises:
            BadParameter: it is no address of a database.
        """
        self._database = Database(address)
        self._groups = GroupWords(self._database)
        self._known: tuple[tuple[Dismissal, ...], tuple[GroupWord, ...]] = (), ()
        self._read_at = -_READ_EVERY_S
        self.contributions = ContributionBook(self._database)

    @property
    def is_away(self) -> bool:
        """True while the database does not answer: operators' latest decisions are not known."""
        return self._database.is_away

    def dismiss(self, dismissal: Dismissal, reason: str = "") -> bool:
        """Keep a dismissal and why; False when it was already kept.

        Raises:
            Unavailable: the ledger does not answer; nothing was kept.
        """
        return self.take_up(DismissalDecision(dismissal, datetime.now(tz=UTC), reason))

    def take_up(self, decision: DismissalDecision) -> bool:
        """Keep a decision taken before, of a backup, with its time; False when its pair has one.

        Raises:
            Unavailable: the ledger does not answer; nothing was kept.
        """
        values = {
            "a_id": decision.dismissal.a_id,
            "b_id": decision.dismissal.b_id,
            "pooling": decision.dismissal.pooling.value,
            "decided_at": decision.decided_at.astimezone(UTC),
            "reason": decision.reason.strip()[:MOST_REASON],
        }
        try:
            with self._database.writing() as connection:
                connection.execute(insert(_dismissals).values(**values))
        except IntegrityError:
            return False
        self._read_at = -_READ_EVERY_S
        return True

    def restore(self, dismissal: Dismissal) -> bool:
        """Take a dismissal back; False when there was none.

        Raises:
            Unavailable: the ledger does not answer; nothing was taken back.
        """
        condition = (
            (_dismissals.c.a_id == dismissal.a_id)
            & (_dismissals.c.b_id == dismissal.b_id)
            & (_dismissals.c.pooling == dismissal.pooling.value)
        )
        with self._database.writing() as connection:
            taken = connection.execute(delete(_dismissals).where(condition)).rowcount
        self._read_at = -_READ_EVERY_S
        return bool(taken)

    def dismissals(self) -> tuple[Dismissal, ...]:
        """Every dismissal, in order, at most a second old.

        While the ledger is away, those that were last read (``is_away`` says so): what operators
        decided must not stop what everyone reads.
        """
        return self._fresh()[0]

    def said(self) -> frozenset[Said]:
        """Every dismissal and every word on groups, as fresh as ``dismissals``."""
        dismissals, words = self._fresh()
        return frozenset((*dismissals, *words))

    def _fresh(self) -> tuple[tuple[Dismissal, ...], tuple[GroupWord, ...]]:
        if time.monotonic() - self._read_at < _READ_EVERY_S:
            return self._known
        try:
            dismissals = tuple(sorted(decision.dismissal for decision in self.decisions()))
            words = tuple(sorted(decision.word for decision in self.group_decisions()))
        except Unavailable:
            return self._known
        self._known = dismissals, words
        self._read_at = time.monotonic()
        return self._known

    def say_group(self, word: GroupWord, reason: str = "") -> bool:
        """Keep what is said of a pair, the last word stands; False when it stood already.

        Raises:
            Unavailable: the ledger does not answer; nothing was kept.
        """
        told = reason.strip()[:MOST_REASON]
        kept = self._groups.keep(GroupDecision(word, datetime.now(tz=UTC), told))
        self._read_at = -_READ_EVERY_S
        return kept

    def take_up_group(self, decision: GroupDecision) -> bool:
        """Keep a word given before, of a backup, with its time; False when its pair has one.

        Raises:
            Unavailable: the ledger does not answer; nothing was kept.
        """
        kept = self._groups.take_up(decision)
        self._read_at = -_READ_EVERY_S
        return kept

    def unsay_group(self, word: GroupWord) -> bool:
        """Take back what is said of a pair; False when it does not stand.

        Raises:
            Unavailable: the ledger does not answer; nothing was taken back.
        """
        taken = self._groups.forget(word)
        self._read_at = -_READ_EVERY_S
        return taken

    def group_decisions(self) -> tuple[GroupDecision, ...]:
        """Every word on groups with its time and reason, the latest first.

        Raises:
            Unavailable: the ledger does not answer.
        """
        return self._groups.decisions()

    def decisions(self) -> tuple[DismissalDecision, ...]:
        """Every dismissal with its time and reason, the latest first.

        Raises:
            Unavailable: the ledger does not answer.
        """
        latest = _dismissals.c.decided_at.desc()
        order = (latest, _dismissals.c.a_id, _dismissals.c.b_id, _dismissals.c.pooling)
        with self._database.reading() as connection:
            rows = connection.execute(select(_dismissals).order_by(*order)).fetchall()
        return tuple(_decision(row) for row in rows)

    def close(self) -> None:
        """Give the connections back."""
        self._database.close()


def _decision(row: Row[Any]) -> DismissalDecision:
    dismissal = Dismissal(row.a_id, row.b_id, PoolingCategory(row.pooling))
    return DismissalDecision(dismissal, in_utc(row.decided_at), row.reason)
