"""Columns that hold persons, told by their names and by those of their neighbours."""

import re
from collections.abc import Sequence

from territorial_map.domain.errors import SourceError
from territorial_map.domain.text import fold, words

_ADDRESSES = frozenset(
    {"courriel", "email", "emails", "mail", "mails", "mel", "prenom", "prenoms", "mobile"}
    | {"portable", "gsm", "firstname", "lastname", "surname", "civilite"}
)
_PERSONS = frozenset(
    words(
        "contact contacts directeur directrice dirigeant dirigeante dirigeants gerant gerante "
        "interlocuteur interlocutrice naissance president presidente referent referente "
        "referents responsable responsables animateur animatrice coordinateur coordinatrice "
        "coordonnateur coordonnatrice tresorier tresoriere secretaire representant representante "
        "mandataire administrateur administratrice participant participante salarie salariee "
        "signataire presidence benevole correspondant correspondante delegue deleguee maire elu "
        "elue"
    )
)
_PERSONAL = re.compile(
    r"\bpersonne (?:ressource|contact|referente|physique|a contacter)\b"
    r"|\bchargee? (?:de|d) (?:mission|projet|developpement|relation|suivi|accompagnement)"
)
_AT_A_SITE = re.compile(r"\b(?:de|du|sur) site\b")  # « Responsable de site »
# « Nom du contact » is a person, « Site du contact » may be the organisation's.
_NOT_A_PERSON = frozenset(
    words(
        "site website web url siret siren adresse telephone tel phone type nombre nb effectif "
        "denomination sociale identifiant"
    )
)
_ORGANISATIONS = frozenset(
    words("structure organisme organisation association entreprise societe etablissement esat")
)
_LEGAL_PERSON = re.compile(r"\bpersonnes? morales?\b")
# Beside one of these, « Nom » is a person's.
_MARKS = frozenset(
    {"prenom", "prenoms", "prenom s", "prenom usuel", "first name", "firstname", "given name"}
    | {"forename", "civilite", "civ", "civilites", "gender", "genre", "titre de civilite"}
)
_BARE_NAMES = frozenset(
    {"nom", "noms", "name", "nom de famille", "nom usuel", "nom d usage", "nom patronymique"}
    | {"last name", "lastname", "surname", "family name", "nom complet", "full name", "nom usage"}
)
_FIRST = re.compile(r"\bprenoms?\b")  # « Prénom adhérent » makes « Nom adhérent » a person's
_BOTH = re.compile(r"\b(?:nom|name)s?\b.*\bprenoms?\b|\bprenoms?\b.*\bnom\b")
_SPLIT = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Ý])")


def is_personal_name(column: str) -> bool:
    """True when the name of a column says that it holds persons or their addresses.

    >>> [is_personal_name(c) for c in ("Courriel du contact", "Nom du président", "Ville")]
    [True, True, False]
    """
    folded = fold(_SPLIT.sub(" ", column))
    said = set(folded.split())
    if said & _ADDRESSES or {"e", "mail"} <= said or {"first", "name"} <= said:
        return True
    if _LEGAL_PERSON.search(folded) or (folded.split()[:1] and folded.split()[0] in _ORGANISATIONS):
        return False
    if _PERSONAL.search(folded):
        return True
    if _AT_A_SITE.search(folded) and folded.split()[0] in _PERSONS:
        return True
    return bool(said & _PERSONS) and not said & _NOT_A_PERSON


def persons_among(columns: Sequence[str]) -> frozenset[str]:
    """The columns of persons, « Nom » among them where « Prénom » or « Civilité » stands beside.

    >>> sorted(persons_among(["Nom", "Prénom", "Structure"]))
    ['Nom', 'Prénom']
    """
    plain = {column: _bare(column) for column in columns}
    marked = bool(_MARKS & set(plain.values()))
    beside = {_FIRST.sub("nom", each) for each in plain.values() if _FIRST.search(each)}
    return frozenset(
        column
        for column in columns
        if is_personal_name(column)
        or (marked and plain[column] in _BARE_NAMES)
        or plain[column] in beside
    )


def refuse_persons(name: str, columns: Sequence[str], *, telling: bool) -> None:
    """Refuse a list of persons: ``telling`` says that another column names an organisation.

    Raises:
        SourceError: columns of persons, and nothing that names an organisation.
    """
    named = [c for c in columns if c in persons_among(columns) and _names_someone(c)]
    if telling or not named:
        return
    shown = ", ".join(f"« {column} »" for column in named[:4])
    raise SourceError(
        f"{name} : cette liste est celle de personnes ({shown}), aucune colonne ne nomme une "
        "organisation. Les personnes ne sont ni lues ni publiées : ajoutez une colonne "
        "« Structure » ou « SIRET »."
    )


def _names_someone(column: str) -> bool:
    bare = _bare(column)
    if bare in _MARKS | _BARE_NAMES or _BOTH.search(bare) or _FIRST.search(bare):
        return True
    return bool(set(words(bare)) & _PERSONS)


def _bare(column: str) -> str:
    return fold(_SPLIT.sub(" ", re.sub(r"[(\[].*?[)\]]", " ", column)))
