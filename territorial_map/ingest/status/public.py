"""Public bodies: who they are, and which territorial partner each one is."""

import re

from territorial_map.domain.identifiers import is_public_siren
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import PartnerType
from territorial_map.ingest.status.clues import Clues

# The State's bodies begin with 11 to 19; 10 was never theirs: it does not tell (to establish).
_NOT_TELLING = "10"

# Public establishments whose SIREN begins with another digit than 1 or 2.
_NAMED_PUBLIC: dict[str, str] = {
    "662043116": "l’Office national des forêts est un établissement public de l’État",
    "824228142": "l’Afpa est un établissement public de l’État depuis 2017",
}

_BY_NAME: tuple[tuple[re.Pattern[str], PartnerType], ...] = (
    (
        re.compile(r"\b(?:ccas|cias|c c a s)\b|\b(?:ctre|centre|cte) \w* ?\w* ?action social"),
        PartnerType.CCAS,
    ),
    (re.compile(r"\b(?:chambre|cci\d*|cma)\b"), PartnerType.CHAMBER),
    (
        re.compile(r"\b(?:lycee|lyc|college|eplefpa|cfppa|legta|enilv|greta|cfa)\b"),
        PartnerType.TRAINING,
    ),
    (re.compile(r"\buniversite\b"), PartnerType.HIGHER_EDUCATION),
    (
        re.compile(
            r"\b(?:communautes?|metropole|eurometropole|agglo|agglomeration|petr|syndicat|synd"
            r"|sivom|smictom|simoly|sima|parc naturel|pnr)\b|\bcom(?:munes?)? de com|\bcom com\b"
            r"|\bcom agglo\b|^c[ac]\b|^grand annecy\b"
        ),
        PartnerType.GROUPING,
    ),
    (
        re.compile(
            r"^(?:commune|com|mairie|ville|departement|conseil dep\w*|region|conseil regional"
            r"|collectivite)\b"
        ),
        PartnerType.LOCAL_AUTHORITY,
    ),
)

# INSEE gives local public bodies SIRENs by family: 21 communes, 22 départements, 23 régions,
# 24 and 25 groupings and syndicats, 19 schools, 26 to 28 local public establishments.
_BY_PREFIX: dict[str, PartnerType] = {
    "21": PartnerType.LOCAL_AUTHORITY,
    "22": PartnerType.LOCAL_AUTHORITY,
    "23": PartnerType.LOCAL_AUTHORITY,
    "24": PartnerType.GROUPING,
    "25": PartnerType.GROUPING,
    "19": PartnerType.TRAINING,
}


def is_public_body(clues: Clues) -> bool:
    """True for a public-law person: SIREN in 11 to 29, or one of those known by name."""
    if clues.siren is None:
        return False
    if clues.siren in _NAMED_PUBLIC:
        return True
    return is_public_siren(clues.siren) and not siren_does_not_tell(clues.siren)


_SERVICES = re.compile(
    r"\bccas\b|\bcias\b|centre (?:inter)?communal d action sociale|^mairie\b|^ville de\b"
    r"|\bmunicipal|\bcyber ?(?:case|base|espaces?)\b|\bepn\b|^espace numerique\b|\bmediatheque\b"
)


def looks_public(clues: Clues) -> bool:
    """True for a name that public services bear more often than associations do."""
    return "assoc" not in clues.folded and _SERVICES.search(clues.folded) is not None


def siren_does_not_tell(siren: str) -> bool:
    """True for a SIREN in 10, a series that says neither public nor private."""
    return siren.startswith(_NOT_TELLING)


def public_reason(clues: Clues) -> str:
    """Why it is a public body, as the beginning of a French sentence."""
    named = _NAMED_PUBLIC.get(clues.siren or "")
    if named:
        return f"Personne publique : {named}"
    first = (clues.siren or "")[:1]
    return f"Personne publique : son SIREN commence par {first} (Insee)"


def public_partner_type(clues: Clues) -> PartnerType:
    """Which territorial partner a public body is: its name, else the family of its SIREN."""
    for pattern, partner_type in _BY_NAME:
        if pattern.search(clues.folded):
            return partner_type
    if clues.commune and clues.folded == fold(clues.commune):
        return PartnerType.LOCAL_AUTHORITY
    return _BY_PREFIX.get((clues.siren or "")[:2], PartnerType.OTHER)
