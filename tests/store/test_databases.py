"""Long statements tell where they are, and nothing else reaches the terminal."""

import pytest

from territorial_map.store.databases import database, watched

SLOW = "SELECT count(*) FROM range(300000) a, range(300) b WHERE (a.range + b.range) % 7 = 0"


def test_a_statement_is_told_to_its_end_and_never_drawn(capfd: pytest.CaptureFixture[str]) -> None:
    told: list[float] = []

    with database(threads=1) as connection, watched(connection, told.append):
        connection.execute("SET progress_bar_time = 0")
        connection.execute(SLOW)

    assert told == sorted(told)
    assert all(0 <= share <= 1 for share in told)
    assert told[-1] == 1
    assert capfd.readouterr() == ("", "")


def test_a_failing_statement_stops_being_watched() -> None:
    told: list[float] = []

    with (
        database() as connection,
        pytest.raises(RuntimeError, match="stopped"),
        watched(connection, told.append),
    ):
        raise RuntimeError("stopped")

    assert 1 not in told
