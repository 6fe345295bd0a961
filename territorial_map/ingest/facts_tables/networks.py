"""Names of the networks that tables tell by their codes (data·inclusion, « réseaux porteurs »)."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _names() -> dict[str, str]:
    text = files(__package__).joinpath("networks.toml").read_text(encoding="utf-8")
    return {str(code): str(name) for code, name in tomllib.loads(text)["names"].items()}


def network_name(code: str) -> str:
    """A network's name, its code as told where it is not known.

    >>> network_name("coorace"), network_name("reseau-nouveau")
    ('Fédération COORACE', 'reseau-nouveau')
    """
    return _names().get(code, code)
