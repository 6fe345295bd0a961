"""Two organisations field by field: what agrees, what differs, what only one tells."""

from dataclasses import dataclass

from territorial_map.domain.naf import naf_in_words
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.term import Term
from territorial_map.domain.text import fold


class FieldAgreement(Term):
    """How two values of one field stand to each other."""

    SAME = "same", "identique"
    CLOSE = "close", "même texte, écrit autrement"
    DIFFERENT = "different", "différent"
    ONE_ONLY = "one_only", "connu d’un seul côté"
    OWN = "own", "propre à chaque fiche"


class ComparedField(Term):
    """What is compared, in the order shown."""

    NAME = "name", "Nom dans la source"
    ACRONYM = "acronym", "Sigle"
    KIND = "kind", "Type"
    DEVICES = "devices", "Dispositifs"
    LEGAL_FORM = "legal_form", "Forme juridique"
    SIREN = "siren", "SIREN"
    SIRET = "siret", "SIRET"
    FINESS = "finess", "Numéro Finess"
    NAF = "naf", "Code NAF"
    ADDRESS = "address", "Adresse"
    POSTCODE = "postcode", "Code postal"
    COMMUNE = "commune", "Commune"
    PHONE = "phone", "Téléphone"
    WEBSITE = "website", "Site internet"
    POLES = "poles", "PTCE qui la citent"
    SOURCE = "source", "Source"
    ID = "id", "Identifiant"


_OWN = (ComparedField.SOURCE, ComparedField.ID)


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One field of two organisations; an empty text is « not known »."""

    field: ComparedField
    one: str
    other: str
    agreement: FieldAgreement


def side_by_side(one: Organisation, other: Organisation) -> tuple[ComparedLine, ...]:
    """The fields that at least one of the two tells."""
    told, others = _told(one), _told(other)
    return tuple(
        ComparedLine(
            field, told[field], others[field], _agreement(field, told[field], others[field])
        )
        for field in told
        if told[field] or others[field]
    )


def _agreement(field: ComparedField, one: str, other: str) -> FieldAgreement:
    if field in _OWN:
        return FieldAgreement.OWN
    if not one or not other:
        return FieldAgreement.ONE_ONLY
    if one == other:
        return FieldAgreement.SAME
    return FieldAgreement.CLOSE if fold(one) == fold(other) else FieldAgreement.DIFFERENT


def _told(organisation: Organisation) -> dict[ComparedField, str]:
    o, place, field = organisation, organisation.place, ComparedField
    return {
        field.NAME: o.source_name,
        field.ACRONYM: o.acronym or "",
        field.KIND: o.kind.label,
        field.DEVICES: ", ".join(device.label for device in o.devices),
        field.LEGAL_FORM: o.status.legal_form.label if o.status.legal_form_evidence else "",
        field.SIREN: o.siren or "",
        field.SIRET: o.siret or "",
        field.FINESS: o.finess or "",
        field.NAF: naf_in_words(o.naf) or "",
        field.ADDRESS: place.address or "",
        field.POSTCODE: place.postcode or "",
        field.COMMUNE: place.commune or "",
        field.PHONE: o.phone or "",
        field.WEBSITE: o.website or "",
        field.POLES: ", ".join(tie.ptce_name for tie in o.memberships),
        field.SOURCE: " ; ".join(f"{m.source} ({m.vintage})" for m in o.sources),
        field.ID: " ; ".join(mention.id for mention in o.sources),
    }
