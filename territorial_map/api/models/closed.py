"""One value of a closed list, in a parameter or in a body: refused with what is accepted."""

from collections.abc import Callable

from territorial_map.domain.errors import BadParameter


def choice(parameter: str, value: str, allowed: tuple[str, ...]) -> str:
    """The value, when it is one of those allowed.

    Raises:
        BadParameter: it is not.
    """
    if value not in allowed:
        raise BadParameter(parameter, value, "valeur inconnue.", allowed)
    return value


def one_of(name: str, allowed: tuple[str, ...]) -> Callable[[object], str]:
    """Reads one value of a closed list."""
    return lambda value: choice(name, value if isinstance(value, str) else "", allowed)
