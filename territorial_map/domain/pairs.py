"""A pair of organisations: two different ids, in alphabetical order."""

from territorial_map.domain.errors import BadParameter


def check_in_order(one: str, other: str) -> None:
    """Refuse what is no pair in order.

    Raises:
        ValueError: an id is empty, both are the same, or the first comes after the second.
    """
    if not one or one >= other:
        raise ValueError(f"a pair is two different ids in order: {one}, {other}")


def in_order(
    one: str, other: str, problem: str = "deux organisations différentes."
) -> tuple[str, str]:
    """Two ids given in any order, in theirs.

    Raises:
        BadParameter: the two are the same, or one is empty; ``problem`` says what is expected.
    """
    if not one or not other or one == other:
        raise BadParameter("ids", f"{one}, {other}", problem)
    return min(one, other), max(one, other)
