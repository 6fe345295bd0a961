"""Names corrected by hand, each with its rule, from ``corrections.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# What our tables hold where their source gives a person's name.
REMOVED_NAME = "Nom de personne retiré"


@dataclass(frozen=True, slots=True)
class NameCorrection:
    """The name to show instead of the source's, and the French sentence that says why."""

    name: str
    rule: str


@cache
def name_corrections() -> dict[str, NameCorrection]:
    """Corrections by id."""
    text = files(__package__).joinpath("corrections.toml").read_text(encoding="utf-8")
    return {
        entry["id"]: NameCorrection(entry["name"], entry["rule"])
        for entry in tomllib.loads(text)["name"]
    }
