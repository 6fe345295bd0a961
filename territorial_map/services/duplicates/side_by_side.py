"""Two organisations field by field: what agrees, what differs, what only one tells."""

from dataclasses import dataclass

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.term import Term
from territorial_map.domain.text import fold


class Agreement(Term):
    """How two values of one field stand to each other."""

    SAME = "same", "identique"
    CLOSE = "close", "même texte, écrit autrement"
    DIFFERENT = "different", "différent"
    ONE_ONLY = "one_only", "connu d’un seul côté"
    OWN = "own", "propre à chaque fiche"


_OWN = ("Source", "Identifiant")


@dataclass(frozen=True, slots=True)
class Line:
    """One field of two organisations; an empty text is « not known »."""

    field: str
    one: str
    other: str
    agreement: Agreement


def side_by_side(one: Organisation, other: Organisation) -> tuple[Line, ...]:
    """The fields that at least one of the two tells; ``field`` is its French label."""
    told, others = _told(one), _told(other)
    return tuple(
        Line(field, told[field], others[field], _agreement(field, told[field], others[field]))
        for field in told
        if told[field] or others[field]
    )


def _agreement(field: str, one: str, other: str) -> Agreement:
    if field in _OWN:
        return Agreement.OWN
    if not one or not other:
        return Agreement.ONE_ONLY
    if one == other:
        return Agreement.SAME
    return Agreement.CLOSE if fold(one) == fold(other) else Agreement.DIFFERENT


def _told(organisation: Organisation) -> dict[str, str]:
    o, place = organisation, organisation.place
    return {
        "Nom dans la source": o.source_name,
        "Sigle": o.acronym or "",
        "Type": o.kind.label,
        "Dispositifs": ", ".join(device.label for device in o.devices),
        "Forme juridique": o.status.legal_form.label if o.status.legal_form_evidence else "",
        "SIREN": o.siren or "",
        "SIRET": o.siret or "",
        "Numéro Finess": o.finess or "",
        "Code NAF": o.naf or "",
        "Adresse": place.address or "",
        "Code postal": place.postcode or "",
        "Commune": place.commune or "",
        "Téléphone": o.phone or "",
        "Site internet": o.website or "",
        "PTCE qui la citent": ", ".join(tie.ptce_name for tie in o.memberships),
        "Source": " ; ".join(f"{m.source} ({m.vintage})" for m in o.sources),
        "Identifiant": " ; ".join(mention.id for mention in o.sources),
    }
