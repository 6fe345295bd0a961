"""Which codes each criterion accepts."""

from territorial_map.domain.practices.terms import Audience, Criterion, Scope, Trait
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    LegalFamily,
    LegalForm,
    PlaceType,
    Sector,
    SizeBand,
)

_CODES: dict[Criterion, tuple[str, ...]] = {
    Criterion.KIND: Kind.codes(),
    Criterion.LEGAL_FORM: LegalForm.codes(),
    Criterion.DEVICES: Device.codes(),
    Criterion.PLACE_TYPES: PlaceType.codes(),
    Criterion.SECTORS: Sector.codes(),
    Criterion.SIZE_BAND: SizeBand.codes(),
    Criterion.SCOPE: Scope.codes(),
    Criterion.AUDIENCES: Audience.codes(),
    Criterion.TRAITS: Trait.codes(),
}


def codes_of(criterion: Criterion) -> tuple[str, ...]:
    """The codes a rule may use; legal forms accept families too, territorial criteria none."""
    codes = _CODES.get(criterion, ())
    if criterion is Criterion.LEGAL_FORM:
        return tuple(dict.fromkeys([*codes, *LegalFamily.codes()]))
    return codes


def codes_told(criterion: Criterion) -> tuple[str, ...]:
    """The codes that need a phrase: what a profile can hold, or ``near`` for the territory."""
    return _CODES.get(criterion, ("near",))
