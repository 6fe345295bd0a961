"""TOML files of rules and texts: read into pydantic models, a fault told with its file and line."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from pydantic_core import ErrorDetails

from territorial_map.domain.errors import SourceError
from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.language.writing import NBSP

T = TypeVar("T")
Place = tuple[str | int, ...]

_TABLE = re.compile(r"(\[\[?)\s*([\w.-]+)\s*\]\]?")
_KEY = re.compile(r"([\w.-]+)\s*=")
_UNKNOWN = {"extra_forbidden", "unexpected_keyword_argument"}
_LONG = ('"""', "'''")
_QUOTED = re.compile(r"'([^']*)'")


class FileTable(BaseModel):
    """A table of a file of ours: no key that nothing reads, a misspelt one must be seen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _holder(model: type) -> type[BaseModel]:
    """A model of one field: pydantic then checks dataclasses as strictly as tables of a file."""
    return create_model("Told", __base__=FileTable, held=(model, ...))


@dataclass(frozen=True, slots=True)
class TomlDocument:
    """A TOML file: its tables, and on which line (from 1) each of its keys stands."""

    path: Path
    tables: Mapping[str, Any]
    lines: tuple[str, ...]
    marks: Mapping[Place, int]

    def as_model(self, model: type[T], at: Place = ()) -> T:
        """The file, or what stands at a place of it, as a model or as a dataclass.

        Raises:
            SourceError: the first thing that the model refuses, with its line.
        """
        told: Any = self.tables
        for step in at:
            told = told[step]
        try:
            checked = _holder(model).model_validate({"held": told})
        except ValidationError as error:
            faults = error.errors()
            fault = min(faults, key=_unknown_keys_first)
            place = at + tuple(step for step in fault["loc"][1:] if step != "[key]")
            problem = _problem(fault) + _lacking(fault, faults)
            raise self.error(place, problem, fault["input"]) from error
        held: T = dict(checked)["held"]
        return held

    def error(self, place: Place, problem: str, value: object = None) -> SourceError:
        """The error for a problem at a place, or on the line below it that tells ``value``."""
        key = ".".join(step for step in place if isinstance(step, str))
        named = f", «{NBSP}{key}{NBSP}»" if key else ""
        line = self.line_of(place, value)
        return SourceError(f"{self.path.name}, ligne {line}{named}{NBSP}: {problem}")

    def check_codes(self, codes: Collection[str], allowed: Collection[str], place: Place) -> None:
        """Refuse a code that is not allowed at a place.

        Raises:
            SourceError: with the codes that are.
        """
        for code in codes:
            if code not in allowed:
                raise self.error((*place, code), not_allowed(code, allowed), code)

    def line_of(self, place: Place, value: object = None) -> int:
        """The line of a place; of what holds it, when it has none of its own."""
        while place and place not in self.marks:
            place = place[:-1]
        first = self.marks.get(place, 1)
        if isinstance(value, str):
            after = min((n for n in self.marks.values() if n > first), default=len(self.lines) + 1)
            for number in range(first, after):
                if f'"{value}"' in self.lines[number - 1]:
                    return number
        return first


def read_toml(path: Path) -> TomlDocument:
    """Read one file.

    Raises:
        SourceError: it is missing, unreadable or not TOML.
    """
    try:
        content = path.read_text(encoding="utf-8")
        tables = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"{path.name}{NBSP}: TOML invalide, {error}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path.name}{NBSP}: fichier absent ou illisible.") from error
    lines = tuple(content.splitlines())
    marks: dict[Place, int] = {}
    for place, number in _marks(lines):
        for length in range(1, len(place) + 1):
            marks.setdefault(place[:length], number)
    return TomlDocument(path, tables, lines, marks)


def not_allowed(value: object, allowed: Collection[str]) -> str:
    """The sentence about a value that is none of those allowed."""
    return f"«{NBSP}{value}{NBSP}» n’est pas admis. Valeurs{NBSP}: {', '.join(allowed)}."


def _marks(lines: tuple[str, ...]) -> Iterator[tuple[Place, int]]:
    """The place of every table and key, with its line, in the order of the file."""
    table: Place = ()
    counts: dict[Place, int] = {}
    inside = ""
    for number, line in enumerate(lines, 1):
        if inside:
            inside = "" if inside in line else inside
            continue
        told = line.strip()
        if found := _TABLE.match(told):
            table = _place_of(found[2], counts, several=found[1] == "[[")
            yield table, number
        elif found := _KEY.match(told):
            yield (*table, *found[1].split(".")), number
            inside = next((mark for mark in _LONG if told.count(mark) == 1), "")


def _place_of(name: str, counts: dict[Place, int], *, several: bool) -> Place:
    """The place of a table header; arrays of tables are numbered from 0."""
    place: Place = ()
    *above, last = name.split(".")
    for step in above:
        place = (*place, step)
        if place in counts:
            place = (*place, counts[place])
    place = (*place, last)
    if several:
        counts[place] = counts.get(place, -1) + 1
        place = (*place, counts[place])
    return place


def _unknown_keys_first(fault: ErrorDetails) -> int:
    """A misspelt key is also a missing one: the first is what there is to mend."""
    return 0 if fault["type"] in _UNKNOWN else 1


def _lacking(fault: ErrorDetails, faults: list[ErrorDetails]) -> str:
    """What is missing beside an unknown key: probably what it was meant to be."""
    beside = fault["loc"][:-1]
    lacking = [
        str(each["loc"][-1])
        for each in faults
        if fault["type"] in _UNKNOWN and each["type"] == "missing" and each["loc"][:-1] == beside
    ]
    return f" Clés qui manquent{NBSP}: {', '.join(lacking)}." if lacking else ""


def _problem(fault: ErrorDetails) -> str:
    """What pydantic refuses, in a sentence."""
    kind = fault["type"]
    if kind == "value_error":
        return f"{fault['ctx']['error']}."
    if kind == "dataclass_type" and fault["ctx"]["class_name"] == Sentence.__name__:
        return "les textes fr et en sont attendus."
    if kind == "string_pattern_mismatch":
        return f"un texte de la forme {fault['ctx']['pattern']} est attendu."
    if kind in {"enum", "literal_error"}:
        return not_allowed(fault["input"], _QUOTED.findall(fault["ctx"]["expected"]))
    return next((told for word, told in _SENTENCES if word in kind), f"{fault['msg']}.")


# By a word of pydantic's name of the fault; the first that is found.
_SENTENCES = (
    ("extra", "clé inconnue."),
    ("unexpected", "clé inconnue."),
    ("missing", "clé manquante."),
    ("tuple", "une liste de valeurs est attendue."),
    ("list", "une liste de valeurs est attendue."),
    ("too_short", "un texte ou une liste qui ne soit pas vide est attendu."),
    ("greater", "un nombre plus grand est attendu."),
    ("less", "un nombre plus petit est attendu."),
    ("int", "un nombre entier est attendu."),
    ("float", "un nombre est attendu."),
    ("bool", "true ou false est attendu."),
    ("date", "une date est attendue (2026-11-28)."),
    ("string", "un texte est attendu."),
    ("dict", "une table est attendue."),
    ("model", "une table est attendue."),
    ("dataclass", "une table est attendue."),
)
