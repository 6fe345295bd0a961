"""Columns of any table matched to fields by their names, in French and English."""

from collections.abc import Sequence

from territorial_map.domain.text import fold, words
from territorial_map.readers.name_table import meanings_of, names_of

_FILE = __package__, "column_names.toml"

_ADDRESSES = frozenset({"courriel", "email", "mail", "mel", "prenom", "mobile", "portable", "gsm"})
_PERSONS = frozenset(
    {
        "civilite",
        "contact",
        "contacts",
        "directeur",
        "directrice",
        "dirigeant",
        "dirigeante",
        "dirigeants",
        "firstname",
        "gerant",
        "gerante",
        "interlocuteur",
        "lastname",
        "naissance",
        "president",
        "presidente",
        "prenoms",
        "referent",
        "referente",
        "responsable",
        "surname",
    }
)
# « Nom du contact » is a person, « Site du contact » may be the organisation's.
_NOT_A_PERSON = frozenset(
    {"site", "website", "web", "url", "siret", "siren", "adresse", "telephone", "type", "nombre"}
)


def field_names() -> dict[str, list[str]]:
    """By field of the schema, the folded names of its columns; the first one wins."""
    return names_of(*_FILE)


def is_known(column: str) -> bool:
    """True when the name of a column tells its field."""
    return fold(column) in meanings_of(*_FILE)


def is_personal_name(column: str) -> bool:
    """True when the name of a column says that it holds persons or their addresses.

    >>> [is_personal_name(c) for c in ("Courriel du contact", "Nom du président", "Ville")]
    [True, True, False]
    """
    said = set(words(column))
    if said & _ADDRESSES or {"e", "mail"} <= said:
        return True
    return bool(said & _PERSONS) and not said & _NOT_A_PERSON


def matched(columns: Sequence[str]) -> dict[str, str]:
    """For each field found, its column: the best name when several columns would do.

    >>> matched(["Raison sociale", "N° SIRET", "Ville", "E-mail"])
    {'name': 'Raison sociale', 'siret': 'N° SIRET', 'commune': 'Ville'}
    """
    found: dict[str, tuple[int, str]] = {}
    for column in columns:
        field = meanings_of(*_FILE).get(fold(column))
        if field is None or is_personal_name(column):
            continue
        rank = field_names()[field].index(fold(column))
        if field not in found or rank < found[field][0]:
            found[field] = rank, column
    return {field: column for field, (_, column) in found.items()}
