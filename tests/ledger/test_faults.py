"""A ledger that is locked, spoiled or away stops no reader, and loses nothing acknowledged."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from territorial_map.domain.errors import BadParameter, Unavailable
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger import database
from territorial_map.ledger.dismissals import Dismissal, Ledger, dismissal_of
from territorial_map.ledger.migrating import NEWEST, SCRIPTS, version_of
from tests.postgresql import Cluster, cluster

PREMISES = PoolingCategory.PREMISES_AND_LAND
KEPT = dismissal_of("synthetic:1", "synthetic:2", PREMISES)
PATIENCE_S = 120
OF_VERSION_0_1 = """
CREATE TABLE dismissals (
    a_id VARCHAR NOT NULL, b_id VARCHAR NOT NULL, pooling VARCHAR NOT NULL,
    decided_at DATETIME NOT NULL, PRIMARY KEY (a_id, b_id, pooling)
)
"""


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask a database that failed again at once, and have what was read forgotten at once."""
    monkeypatch.setattr(database, "_LEAVE_ALONE_S", 0.0)
    monkeypatch.setattr("territorial_map.ledger.dismissals._READ_EVERY_S", 0.0)


@pytest.fixture
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("postgresql")) as made:
        yield made


def version_at(address: str) -> str | None:
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    version = version_of(engine)
    engine.dispose()
    return version


def pair(number: int) -> Dismissal:
    return dismissal_of("synthetic:a", f"synthetic:b{number:05}", PREMISES)


def test_a_locked_ledger_serves_readers_what_it_last_told_and_refuses_writers(
    tmp_path: Path,
) -> None:
    path = tmp_path / "ledger.sqlite"
    ledger = Ledger(f"sqlite:///{path}")
    ledger.dismiss(KEPT)
    ledger.dismissals()
    holder = sqlite3.connect(path)
    holder.execute("BEGIN EXCLUSIVE")

    read = ledger.dismissals()
    away = ledger.is_away
    with pytest.raises(Unavailable) as refused:
        ledger.dismiss(pair(1))
    holder.close()
    after = ledger.dismissals()

    assert read == (KEPT,)
    assert away
    assert refused.value.retry_after_s > 0
    assert after == (KEPT,)
    assert not ledger.is_away


@pytest.mark.parametrize(
    "content", [b"not a database, " * 99, b"SQLite format 3\x00" + b"\xff" * 99]
)
def test_a_spoiled_ledger_stops_no_reader_and_is_not_overwritten(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(content)
    ledger = Ledger(f"sqlite:///{path}")

    read = ledger.dismissals()
    with pytest.raises(Unavailable):
        ledger.dismiss(KEPT)

    assert read == ()
    assert ledger.is_away
    assert path.read_bytes() == content


def test_a_ledger_whose_folder_is_missing_stops_no_reader(tmp_path: Path) -> None:
    ledger = Ledger(f"sqlite:///{tmp_path / 'absent' / 'ledger.sqlite'}")

    assert ledger.dismissals() == ()
    assert ledger.is_away


@pytest.mark.parametrize(
    "address", ["no address", "unheard-of://x", "sqlite:///a?b=%zz&timeout=x:"]
)
def test_an_address_of_no_database_is_refused_at_once(address: str) -> None:
    with pytest.raises(BadParameter, match="TERRITORIAL_MAP_LEDGER") as refused:
        Ledger(address).decisions()

    assert address not in str(refused.value), "an address may hold a password"


def test_what_went_wrong_is_told_once_and_without_the_statement(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"not a database, " * 99)
    ledger = Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}")

    for _ in range(5):
        ledger.dismissals()

    (told,) = caplog.messages
    assert "not a database" in told
    assert "SELECT" not in told
    assert str(tmp_path) not in told


def test_a_ledger_of_version_0_1_keeps_its_decisions(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with sqlite3.connect(path) as old:
        old.execute(OF_VERSION_0_1)
        row = (KEPT.a_id, KEPT.b_id, KEPT.pooling.value, "2026-01-31 12:00:00.000000")
        old.execute("INSERT INTO dismissals VALUES (?, ?, ?, ?)", row)
    old.close()
    ledger = Ledger(f"sqlite:///{path}")

    ledger.dismiss(pair(1), "trop loin")

    assert [(d.dismissal, d.reason) for d in ledger.decisions()] == [
        (pair(1), "trop loin"),
        (KEPT, ""),
    ]
    assert {d.decided_at.tzname() for d in ledger.decisions()} == {"UTC"}


def test_the_program_writes_the_version_of_the_last_migration() -> None:
    assert ScriptDirectory(str(SCRIPTS)).get_current_head() == NEWEST


def test_several_processes_may_migrate_at_once(tmp_path: Path, postgresql: Cluster) -> None:
    addresses = [f"sqlite:///{tmp_path / 'ledger.sqlite'}", postgresql.address]
    program = "import sys; from territorial_map.ledger.dismissals import Ledger;"
    program += "print(len(Ledger(sys.argv[1]).decisions()))"
    command = [sys.executable, "-c", program]

    asked = [
        subprocess.Popen([*command, address], stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own command
        for address in addresses * 3
    ]
    told = [process.communicate(timeout=PATIENCE_S)[0].strip() for process in asked]

    assert told == ["0"] * len(asked)
    assert [version_at(address) for address in addresses] == [NEWEST] * 2


def test_postgresql_keeps_what_it_acknowledged_when_it_fails_in_mid_write(
    postgresql: Cluster,
) -> None:
    ledger = Ledger(postgresql.address)
    ledger.dismiss(KEPT, "déjà ensemble")
    acknowledged: list[Dismissal] = [KEPT]
    refused = threading.Event()

    def write() -> None:
        for number in range(100_000):
            try:
                ledger.dismiss(pair(number))
            except Unavailable:
                refused.set()
                return
            acknowledged.append(pair(number))

    writer = threading.Thread(target=write)
    writer.start()
    while len(acknowledged) < 20:
        writer.join(0.01)
    postgresql.stop()
    writer.join(60)
    while_away = ledger.dismissals()
    was_away = ledger.is_away
    postgresql.start()
    found = set(ledger.dismissals())

    assert refused.is_set()
    assert was_away
    assert set(while_away) <= set(acknowledged) | {pair(len(acknowledged) - 1)}
    assert set(acknowledged) <= found
    assert len(found) <= len(acknowledged) + 1, "the one under way may have been kept"
    assert not ledger.is_away
    ledger.close()
