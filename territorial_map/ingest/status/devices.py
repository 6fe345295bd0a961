"""Devices and kinds of place, from the table's category and from the words of the name."""

import re

from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import Device, PlaceType
from territorial_map.ingest.french_typography import quoted
from territorial_map.ingest.status.clues import Clues

_BY_CATEGORY: dict[str, tuple[Device, ...]] = {
    "esat": (Device.ESAT,),
    "ea": (Device.EA,),
    "eatt": (Device.EATT,),
    "aci": (Device.ACI,),
    "ei": (Device.EI,),
    "ai": (Device.AI,),
    "etti": (Device.ETTI,),
    "eiti": (Device.EITI,),
    # An employers' group with a label, never a SIAE (code du travail, L1253-1 and L5132-4).
    "geiq": (Device.GEIQ, Device.EMPLOYERS_GROUP),
    "training": (Device.TRAINING_BODY,),
}
_NAMED_GEIQ = re.compile(r"\bgeiq\b")

_BY_NAME: tuple[tuple[re.Pattern[str], tuple[Device, ...]], ...] = (
    (
        re.compile(r"\bregies? (?:de |des |de nos |inter )?(?:quartiers?|territoires?)\b"),
        (Device.REGIE_QUARTIER,),
    ),
    (
        re.compile(r"\b(?:entreprise a but d emploi|tzcld|territoires? zero chomeurs?)\b"),
        (Device.TZCLD,),
    ),
    (re.compile(r"\b(?:groupement|gpt) d? ?employeurs?\b"), (Device.EMPLOYERS_GROUP,)),
    (
        re.compile(r"\b(?:entreprise adaptee de travail temporaire|eatt)\b"),
        (Device.EATT,),
    ),
    (
        re.compile(r"\b(?:organisme de formation|cfppa|greta|afpa)\b"),
        (Device.TRAINING_BODY,),
    ),
)
# One of these words stands in any name that tells a device: most names are not read further.
_BEGINNING_A_DEVICE = frozenset(
    {
        *("geiq", "regie", "regies", "entreprise", "tzcld", "territoire", "territoires"),
        *("groupement", "gpt", "eatt", "organisme", "cfppa", "greta", "afpa"),
    }
)
# « Préfiguration » says that the régie is not there yet.
_NOT_YET = re.compile(r"\bpref(?:ig|iguration)?\b")

_PLACES: dict[str, PlaceType] = {
    "tiers_lieu": PlaceType.TIERS_LIEU,
    "coworking": PlaceType.COWORKING,
    "fablab": PlaceType.FABLAB,
}
_PLACES_BY_NAME: tuple[tuple[re.Pattern[str], PlaceType], ...] = (
    (re.compile(r"\bpepiniere d entreprises?\b|^pepiniere\b"), PlaceType.PEPINIERE),
    (re.compile(r"\bcouveuse\b"), PlaceType.COUVEUSE),
    (re.compile(r"\bincubateur\b"), PlaceType.INCUBATOR),
    (re.compile(r"\bcentre d affaires\b"), PlaceType.BUSINESS_CENTRE),
    (
        re.compile(r"\bmaison de l (?:ess|economie (?:sociale et )?solidaire)\b"),
        PlaceType.ESS_HOUSE,
    ),
    (re.compile(r"\bmaison des associations\b"), PlaceType.ASSOCIATIONS_HOUSE),
    (re.compile(r"\bcoworking\b|\bcowork\b"), PlaceType.COWORKING),
    (re.compile(r"\bfab ?lab\b"), PlaceType.FABLAB),
    (re.compile(r"\btiers lieux?\b"), PlaceType.TIERS_LIEU),
)

_OLD_LABEL = re.compile(
    r"\b(?:ateliers?|atel) prot(?:eges?)?\b|\btravail protege\b|^(?:ap|a p(?! [a-z]\b))\b"
)


def devices_of(clues: Clues) -> tuple[Device, ...]:
    """Devices that the register or the name tells, the register's first; never a legal form."""
    found = list(_BY_CATEGORY.get(clues.category, ()))
    if _BEGINNING_A_DEVICE.isdisjoint(clues.folded.split()):
        return tuple(found)
    if not _NOT_YET.search(clues.folded):
        for pattern, devices in _BY_NAME:
            if pattern.search(clues.folded):
                found += devices
    if _NAMED_GEIQ.search(clues.folded) and not any(device.is_siae for device in found):
        found += _BY_CATEGORY["geiq"]
    return tuple(dict.fromkeys(found))


def place_types_of(clues: Clues) -> tuple[PlaceType, ...]:
    """Kinds of a cooperation space; a « pépinière » filed as tiers-lieu is a pépinière."""
    filed = _PLACES.get(clues.category)
    if filed is None:
        return ()
    named = [place for pattern, place in _PLACES_BY_NAME if pattern.search(clues.folded)]
    if PlaceType.PEPINIERE in named and PlaceType.TIERS_LIEU not in named:
        return tuple(dict.fromkeys(named))
    return tuple(dict.fromkeys([filed, *named]))


def old_label_note(name: str, category: str) -> str | None:
    """A note where an « entreprise adaptée » still has its name of before 2005.

    Law 2005-102 of 11 February 2005 turned the « ateliers protégés » into entreprises adaptées,
    part of the ordinary labour market.
    """
    if category != "ea" or not _OLD_LABEL.search(fold(name)):
        return None
    return (
        f"Nom au registre : ancien libellé {quoted('atelier protégé')}, d’avant 2005 ; "
        "c’est aujourd’hui une entreprise adaptée, du marché du travail ordinaire."
    )
