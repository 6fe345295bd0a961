"""Columns of any table matched to fields by their names, in French and English."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from territorial_map.domain.text import fold, words
from territorial_map.readers.column_wordings import asked_for, shorter_wordings
from territorial_map.readers.name_table import meanings_of, names_of
from territorial_map.readers.person_columns import persons_among

# Any of these makes a row tell something that can be found.
TELLING = ("name", "acronym", "siret", "siren", "finess", "rna", "id")
_FILE = __package__, "column_names.toml"
_CAMEL = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Ý])")
_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_SEVERAL = re.compile(r"\s*(?:/|\||\bou\b)\s*", re.IGNORECASE)
_REQUIRED = re.compile(
    r"\b(?:obligatoires?|requis|facultati(?:f|ve)s?|optionnel(?:le)?s?|required|optional|mandatory)\b"
)
# Whose the cell is: « Ville du siège », « Nom de l’adhérent », « libelleCommuneEtablissement ».
_OWNERS = (
    "structure organisme organisation association entreprise societe etablissement etab esat ea "
    "siege fournisseur partenaire adherent adherente membre prestataire beneficiaire porteur "
    "acteur client cooperative unite legale personne morale employeur tiers lieu siae site lieu "
    "fiche projet candidat laureat titulaire attributaire exposant gestionnaire supplier company "
    "vendor partner member ets asso personnes morales juridique porteuse laureate groupement"
)
_OWNER = f"(?:{'|'.join(_OWNERS.split())})s?"
_OF_OWNER = re.compile(
    rf"(?: (?:de la|de l|du|des|de|d|au|a la|of the|of))? {_OWNER}(?: {_OWNER})*(?: principale?)?$"
)
_BY_OWNER = re.compile(rf"^{_OWNER}(?: {_OWNER})* ")
_WORDED = 1_000.0  # worse than any name that stands in the table
_RANK = re.compile(r"(?: n)? (?:0?1|un|principale?)$")
# Names that fill a blank name: never those that may be something else than an organisation's.
_VAGUE = frozenset({"libelle", "title", "titre", "label", "intitule", "lieu", "site", "code"})


def field_names() -> dict[str, list[str]]:
    """By field of the schema, the folded names of its columns; the first one wins."""
    return names_of(*_FILE)


def is_known(column: str) -> bool:
    """True when the name of a column tells its field."""
    return field_of(column) is not None


def field_of(column: str) -> str | None:
    """The field that the name of a column tells.

    >>> field_of("libelleCommuneEtablissement"), field_of("Nom de l’adhérent *"), field_of("Note")
    ('commune', 'name', None)
    """
    found = _found(column)
    return found[0] if found else None


def matched(columns: Sequence[str]) -> dict[str, str]:
    """For each field found, its column: the best name when several columns would do.

    >>> matched(["Raison sociale", "N° SIRET", "Ville", "E-mail"])
    {'name': 'Raison sociale', 'siret': 'N° SIRET', 'commune': 'Ville'}
    """
    return {field: several[0] for field, several in candidates(columns).items()}


def candidates(columns: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each field found, the columns that tell it, the best name first; persons' are left out.

    >>> candidates(["rs", "rslongue", "Nom", "Prénom"])
    {'name': ('rs', 'rslongue')}
    """
    persons = persons_among(columns)
    ranked: dict[str, list[tuple[float, int, str]]] = {}
    for place, column in enumerate(columns):
        found = None if column in persons else _found(column)
        if found:
            ranked.setdefault(found[0], []).append((found[1], place, column))
    return {field: tuple(c for _, _, c in sorted(several)) for field, several in ranked.items()}


def fallbacks(columns: Sequence[str]) -> tuple[str, ...]:
    """The columns that fill a blank name, the best first, without the first one of all.

    >>> fallbacks(["denominationUniteLegale", "enseigne1Etablissement", "Ville"])
    ('enseigne1Etablissement',)
    """
    several = candidates(columns).get("name", ())[1:]
    return tuple(column for column in several if fold(column) not in _VAGUE)


@lru_cache(maxsize=4_096)
def _found(column: str) -> tuple[str, float] | None:
    """The field of a column, and how good its name is: 0 the best."""
    meanings = meanings_of(*_FILE)
    for distance, key in enumerate(_keys(column)):
        field = meanings.get(key)
        if field is not None:
            return field, field_names()[field].index(key) + distance / 100
    field = _worded_field(_without_marks(column))
    return (field, _WORDED) if field else None


def _worded_field(plain: str) -> str | None:
    """The field of a name with other words around it: a survey's question, a tool's prefix."""
    asked = asked_for(plain)
    field = _field_of_key(asked)
    if field is not None:
        return field
    for wording, fields in shorter_wordings(asked):
        field = _field_of_key(wording)
        if field in fields:
            return field
    return None


def _keys(column: str) -> Iterator[str]:
    """The names under which a column may be known, the most particular first."""
    yield fold(column)
    split = fold(_CAMEL.sub(" ", column))
    yield split
    plain = _without_marks(column)
    yield plain
    yield from _shorter(plain)
    parts = [_without_marks(part) for part in _SEVERAL.split(_BRACKETS.sub(" ", column)) if part]
    if len(parts) > 1:
        told = {_field_of_key(part) for part in parts}
        if len(told - {None}) == 1 and parts:
            yield next(part for part in parts if _field_of_key(part))


def _without_marks(column: str) -> str:
    bare = fold(_CAMEL.sub(" ", _BRACKETS.sub(" ", column)).replace("*", " "))
    return " ".join(_REQUIRED.sub(" ", bare).split())


def _shorter(plain: str) -> Iterator[str]:
    """Without whose it is, its rank, its plurals."""
    ranked = _RANK.sub("", plain)
    yield ranked
    owned = _OF_OWNER.sub("", ranked)
    if owned and owned != ranked:
        yield owned
        yield _singular(owned)
    yield _singular(ranked)
    begun = _BY_OWNER.sub("", plain)
    if begun != plain:
        yield begun
        yield _singular(begun)


def _field_of_key(key: str) -> str | None:
    meanings = meanings_of(*_FILE)
    return next((meanings[k] for k in (key, *_shorter(key)) if k in meanings), None)


def _singular(text: str) -> str:
    return " ".join(word.removesuffix("s") if len(word) > 3 else word for word in words(text))
