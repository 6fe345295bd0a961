"""« Pas pertinent »: pairs an operator took off the proposals for all; labels to learn from.

SQLite by default, PostgreSQL by setting: the address is SQLAlchemy's.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import (
    Column,
    DateTime,
    MetaData,
    String,
    Table,
    create_engine,
    delete,
    insert,
    select,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.vocabulary import PoolingCategory

_metadata = MetaData()
_dismissals = Table(
    "dismissals",
    _metadata,
    Column("a_id", String, primary_key=True),
    Column("b_id", String, primary_key=True),
    Column("pooling", String, primary_key=True),
    Column("decided_at", DateTime(timezone=True), nullable=False),
)


@dataclass(frozen=True, slots=True, order=True)
class Dismissal:
    """A pair, in alphabetical order of ids, that is not relevant for one pooling category."""

    a_id: str
    b_id: str
    pooling: PoolingCategory

    def __post_init__(self) -> None:
        if not self.a_id or self.a_id >= self.b_id:
            raise ValueError(f"a pair is two different ids in order: {self.a_id}, {self.b_id}")


@dataclass(frozen=True, slots=True)
class DismissalDecision:
    """A dismissal, and when an operator took it (UTC)."""

    dismissal: Dismissal
    decided_at: datetime


def dismissal_of(one: str, other: str, pooling: PoolingCategory) -> Dismissal:
    """The dismissal of a pair given in any order.

    Raises:
        BadParameter: the two ids are the same, or one is empty.
    """
    if not one or not other or one == other:
        raise BadParameter("ids", f"{one}, {other}", "deux organisations différentes.")
    return Dismissal(min(one, other), max(one, other), pooling)


class Ledger:
    """The dismissals of one address; its table is made on first use."""

    def __init__(self, address: str) -> None:
        """Open the ledger.

        Raises:
            BadParameter: the address cannot be opened.
        """
        try:
            self._engine = create_engine(make_url(address))
            _metadata.create_all(self._engine)
        except (ArgumentError, SQLAlchemyError, ImportError) as error:
            problem = f"registre des décisions inaccessible ({type(error).__name__})."
            raise BadParameter("TERRITORIAL_MAP_LEDGER", address, problem) from error

    def dismiss(self, dismissal: Dismissal) -> bool:
        """Keep a dismissal; False when it was already kept."""
        values = {
            "a_id": dismissal.a_id,
            "b_id": dismissal.b_id,
            "pooling": dismissal.pooling.value,
            "decided_at": datetime.now(tz=UTC),
        }
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(_dismissals).values(**values))
        except IntegrityError:
            return False
        return True

    def restore(self, dismissal: Dismissal) -> bool:
        """Take a dismissal back; False when there was none."""
        condition = (
            (_dismissals.c.a_id == dismissal.a_id)
            & (_dismissals.c.b_id == dismissal.b_id)
            & (_dismissals.c.pooling == dismissal.pooling.value)
        )
        with self._engine.begin() as connection:
            return bool(connection.execute(delete(_dismissals).where(condition)).rowcount)

    def dismissals(self) -> tuple[Dismissal, ...]:
        """Every dismissal, in order."""
        return tuple(sorted(decision.dismissal for decision in self.decisions()))

    def decisions(self) -> tuple[DismissalDecision, ...]:
        """Every dismissal with its time, the latest first."""
        latest = _dismissals.c.decided_at.desc()
        order = (latest, _dismissals.c.a_id, _dismissals.c.b_id, _dismissals.c.pooling)
        with self._engine.connect() as connection:
            rows = connection.execute(select(_dismissals).order_by(*order)).fetchall()
        return tuple(
            DismissalDecision(Dismissal(r.a_id, r.b_id, PoolingCategory(r.pooling)), r.decided_at)
            for r in rows
        )

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()
