"""A profile that practices are asked for: how it is told, and how it may be asked."""

from typing import Any, NotRequired, cast

from typing_extensions import TypedDict

from territorial_map.domain.practices.profile import (
    MOST_COMMUNE,
    ONE_OF,
    SEVERAL_OF,
    PracticeProfile,
)
from territorial_map.domain.practices.terms import Audience, Scope, Trait
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    LegalForm,
    PlaceType,
    Sector,
    SizeBand,
)

MOST_PROFILES = 200
# What is one value is told before what may be several.
_TOLD = ("kind", "legal_form", "size_band", "scope", "commune")
_TOLD_IN_LISTS = ("devices", "place_types", "sectors", "audiences", "traits")


class ProfileTold(TypedDict):
    """What a profile says; what it does not say is left out."""

    kind: NotRequired[Kind]
    legal_form: NotRequired[LegalForm]
    devices: NotRequired[tuple[Device, ...]]
    place_types: NotRequired[tuple[PlaceType, ...]]
    sectors: NotRequired[tuple[Sector, ...]]
    size_band: NotRequired[SizeBand]
    scope: NotRequired[Scope]
    audiences: NotRequired[tuple[Audience, ...]]
    traits: NotRequired[tuple[Trait, ...]]
    commune: NotRequired[str]


def _profile_schema() -> dict[str, Any]:
    one = {key: {"type": "string", "enum": list(terms.codes())} for key, terms in ONE_OF.items()}
    several = {
        key: {"type": "array", "items": {"type": "string", "enum": list(terms.codes())}}
        for key, terms in SEVERAL_OF.items()
    }
    commune = {
        "type": "string",
        "minLength": 1,
        "maxLength": MOST_COMMUNE,
        "format": "commune",
        "description": "Code INSEE, ou nom entier s’il est seul de ce nom.",
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": one | several | {"commune": commune},
    }


PROFILE_SCHEMA: dict[str, Any] = _profile_schema()
PROFILES_SCHEMA: dict[str, Any] = {
    "anyOf": [
        PROFILE_SCHEMA,
        {
            "type": "array",
            "items": PROFILE_SCHEMA,
            "description": f"{MOST_PROFILES} profils au plus par demande (413).",
        },
    ]
}


def profile_told(profile: PracticeProfile) -> ProfileTold:
    """What a profile says, as one would type it."""
    values = {name: getattr(profile, name) for name in (*_TOLD, *_TOLD_IN_LISTS)}
    return cast("ProfileTold", {name: told for name, told in values.items() if told is not None})
