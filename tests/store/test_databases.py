"""Long statements tell where they are, and nothing else reaches the terminal."""

import pytest

from territorial_map.store.databases import database, watched

ROWS = "CREATE TABLE lines AS SELECT range AS line FROM range(3000000)"
SLOW = "SELECT count(*) FROM lines WHERE md5(md5(md5(line::VARCHAR))) < '8'"


def test_a_statement_is_told_to_its_end_and_never_drawn(capfd: pytest.CaptureFixture[str]) -> None:
    told: list[float] = []

    with database(threads=1) as connection:
        connection.execute(ROWS)
        with watched(connection, told.append):
            connection.execute(SLOW)

    assert any(0 < share < 1 for share in told)
    assert told == sorted(told)
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
