"""What an edition tells of the field that a contribution is about."""

from territorial_map.domain.contributions.contribution import Contribution
from territorial_map.domain.contributions.terms import ContributionKind, CorrectedField
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.vocabulary import Sector, SizeBand


def field_told(organisation: Organisation, field: CorrectedField) -> str:
    """The value of a field as it is read (French for closed lists); empty where it is unknown."""
    if field is CorrectedField.TRADE:
        return ", ".join(sector.label for sector in _trades(organisation))
    if field is CorrectedField.SIZE:
        known = organisation.size is not SizeBand.UNKNOWN
        return organisation.size.label if known else ""
    told = {
        CorrectedField.PHONE: organisation.phone,
        CorrectedField.WEBSITE: organisation.website,
        CorrectedField.ADDRESS: organisation.place.address,
    }
    return told[field] or ""


def told_before(organisation: Organisation, said: Contribution) -> str:
    """What the edition tells, of what a contribution is about."""
    if said.field is not None:
        return field_told(organisation, said.field)
    if said.kind.is_declared:
        several = organisation.needs if said.kind is ContributionKind.NEED else organisation.offers
        return " ; ".join(one.words for one in several if said.pooling in one.categories)
    if said.kind is ContributionKind.CONFIRMATION:
        return organisation.verified_on or ""
    if said.kind.takes_away:
        own = [f"siret:{organisation.siret}"] if organisation.siret else []
        return " ".join([*(mention.id for mention in organisation.sources), *own])
    return ""


def is_told_already(organisation: Organisation, said: Contribution) -> bool:
    """True for a value that the edition tells."""
    if said.field is CorrectedField.TRADE:
        return said.value in _trades(organisation)
    if said.field is CorrectedField.SIZE:
        return said.value == organisation.size.value
    return said.field is not None and field_told(organisation, said.field) == said.value


def _trades(organisation: Organisation) -> tuple[Sector, ...]:
    return tuple(s for s in organisation.fields if s is not Sector.WORK_INTEGRATION)
