"""Columns that somebody chooses for the fields of a list, where their names do not suffice."""

from collections.abc import Sequence

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.matching.list_row import FIELDS
from territorial_map.readers.person_columns import persons_among


def parse_choices(text: str) -> dict[str, str]:
    """Columns chosen as ``name=Raison sociale,commune=Ville``; ``city`` reads as ``commune``.

    Raises:
        BadParameter: a part without its equals sign.

    >>> parse_choices("name=Raison sociale, city=Ville")
    {'name': 'Raison sociale', 'commune': 'Ville'}
    """
    choices = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, equals, column = part.partition("=")
        if not equals:
            problem = "un champ et sa colonne sont attendus : name=Raison sociale."
            raise BadParameter("columns", part, problem, FIELDS)
        name = name.strip()
        choices["commune" if name == "city" else name] = column.strip()
    return choices


def check_choice(name: str, column: str, columns: Sequence[str]) -> None:
    """Look at a choice.

    Raises:
        BadParameter: an unknown field or column, or a name looked for among persons.
    """
    if name not in FIELDS:
        raise BadParameter("columns", name, "champ inconnu.", FIELDS)
    if column and column not in columns:
        problem = "le fichier n’a pas cette colonne."
        raise BadParameter(f"columns, {name}", column, problem, columns[:12])
    if name in {"name", "acronym"} and column in persons_among(columns):
        problem = "cette colonne est celle de personnes : elle n’est jamais le nom d’organisations."
        raise BadParameter(f"columns, {name}", column, problem)
