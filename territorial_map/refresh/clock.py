"""The time as reports tell it."""

from datetime import UTC, datetime


def instant_now() -> str:
    """The ISO instant, in UTC, to the millisecond: two runs have two."""
    return datetime.now(tz=UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
