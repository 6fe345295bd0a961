"""What a user types, or a directory entry tells, about one organisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.practices.terms import Audience, PracticeCriterion, Scope, Trait
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    LegalForm,
    PlaceType,
    Sector,
    SizeBand,
)

ONE_OF: dict[str, type[Term]] = {
    "kind": Kind,
    "legal_form": LegalForm,
    "size_band": SizeBand,
    "scope": Scope,
}
SEVERAL_OF: dict[str, type[Term]] = {
    "devices": Device,
    "place_types": PlaceType,
    "sectors": Sector,
    "audiences": Audience,
    "traits": Trait,
}
MOST_COMMUNE = 100
PROFILE_KEYS: tuple[str, ...] = (
    "kind",
    "legal_form",
    "devices",
    "place_types",
    "sectors",
    "size_band",
    "scope",
    "audiences",
    "traits",
    "commune",
)


@dataclass(frozen=True, slots=True)
class PracticeProfile:
    """Facts on one organisation; None means not known, an empty tuple means none.

    ``partial`` names the lists that hold only what is certain: a value missing from them is
    unknown, not false.
    """

    kind: Kind | None = None
    legal_form: LegalForm | None = None
    devices: tuple[Device, ...] | None = None
    place_types: tuple[PlaceType, ...] | None = None
    sectors: tuple[Sector, ...] | None = None
    size_band: SizeBand | None = None
    scope: Scope | None = None
    audiences: tuple[Audience, ...] | None = None
    traits: tuple[Trait, ...] | None = None
    commune: str | None = None
    partial: frozenset[PracticeCriterion] = frozenset()

    def terms(self, criterion: PracticeCriterion) -> tuple[Term, ...] | None:
        """What the profile says on a criterion, None when it says nothing (or ``unknown``)."""
        value = _READ[criterion](self)
        if value is None or value in (SizeBand.UNKNOWN, LegalForm.UNKNOWN):
            return None
        return value if isinstance(value, tuple) else (value,)


_READ = {
    PracticeCriterion.KIND: lambda profile: profile.kind,
    PracticeCriterion.LEGAL_FORM: lambda profile: profile.legal_form,
    PracticeCriterion.DEVICES: lambda profile: profile.devices,
    PracticeCriterion.PLACE_TYPES: lambda profile: profile.place_types,
    PracticeCriterion.SECTORS: lambda profile: profile.sectors,
    PracticeCriterion.SIZE_BAND: lambda profile: profile.size_band,
    PracticeCriterion.SCOPE: lambda profile: profile.scope,
    PracticeCriterion.AUDIENCES: lambda profile: profile.audiences,
    PracticeCriterion.TRAITS: lambda profile: profile.traits,
}


def parse_profile(answers: Mapping[str, object]) -> PracticeProfile:
    """Read a profile from a JSON object, every key optional.

    Raises BadParameter for an unknown key or value; the message lists the allowed ones.
    """
    for key in answers:
        if key not in PROFILE_KEYS:
            raise BadParameter("profile", str(key), "clé inconnue.", PROFILE_KEYS)
    one = {key: _one(key, answers[key]) for key in ONE_OF if key in answers}
    many = {key: _many(key, answers[key]) for key in SEVERAL_OF if key in answers}
    commune = _commune(answers["commune"]) if "commune" in answers else None
    return PracticeProfile(
        kind=cast("Kind | None", one.get("kind")),
        legal_form=cast("LegalForm | None", one.get("legal_form")),
        size_band=cast("SizeBand | None", one.get("size_band")),
        scope=cast("Scope | None", one.get("scope")),
        devices=cast("tuple[Device, ...] | None", many.get("devices")),
        place_types=cast("tuple[PlaceType, ...] | None", many.get("place_types")),
        sectors=cast("tuple[Sector, ...] | None", many.get("sectors")),
        audiences=cast("tuple[Audience, ...] | None", many.get("audiences")),
        traits=cast("tuple[Trait, ...] | None", many.get("traits")),
        commune=commune,
    )


def _one(key: str, value: object) -> Term:
    terms = ONE_OF[key]
    if not isinstance(value, str) or value not in terms.codes():
        raise BadParameter(key, str(value), "valeur inconnue.", terms.codes())
    return terms(value)


def _many(key: str, values: object) -> tuple[Term, ...]:
    terms = SEVERAL_OF[key]
    if not isinstance(values, list | tuple):
        raise BadParameter(key, str(values), "une liste est attendue.", terms.codes())
    for value in values:
        if not isinstance(value, str) or value not in terms.codes():
            raise BadParameter(key, str(value), "valeur inconnue.", terms.codes())
    return tuple(dict.fromkeys(terms(value) for value in values))


def _commune(value: object) -> str:
    if not isinstance(value, str) or not 0 < len(value.strip()) <= MOST_COMMUNE:
        problem = f"un code ou un nom de commune, de {MOST_COMMUNE} caractères au plus."
        raise BadParameter("commune", str(value)[:MOST_COMMUNE], problem)
    return value.strip()
