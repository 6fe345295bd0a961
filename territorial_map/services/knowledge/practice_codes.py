"""Which codes each criterion accepts."""

from territorial_map.domain.practices.terms import Audience, PracticeCriterion, Scope, Trait
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    LegalFamily,
    LegalForm,
    PlaceType,
    Sector,
    SizeBand,
)

_CODES: dict[PracticeCriterion, tuple[str, ...]] = {
    PracticeCriterion.KIND: Kind.codes(),
    PracticeCriterion.LEGAL_FORM: LegalForm.codes(),
    PracticeCriterion.DEVICES: Device.codes(),
    PracticeCriterion.PLACE_TYPES: PlaceType.codes(),
    PracticeCriterion.SECTORS: Sector.codes(),
    PracticeCriterion.SIZE_BAND: SizeBand.codes(),
    PracticeCriterion.SCOPE: Scope.codes(),
    PracticeCriterion.AUDIENCES: Audience.codes(),
    PracticeCriterion.TRAITS: Trait.codes(),
}


def codes_of(criterion: PracticeCriterion) -> tuple[str, ...]:
    """The codes a rule may use; legal forms accept families too, territorial criteria none."""
    codes = _CODES.get(criterion, ())
    if criterion is PracticeCriterion.LEGAL_FORM:
        return tuple(dict.fromkeys([*codes, *LegalFamily.codes()]))
    return codes


def codes_told(criterion: PracticeCriterion) -> tuple[str, ...]:
    """The codes that need a phrase: what a profile can hold, or ``near`` for the territory."""
    return _CODES.get(criterion, ("near",))
