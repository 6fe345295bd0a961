"""What a named member is: kind, partner type and status, from its type and its name.

The page's type is where it starts; words of the name correct the doubtful ones (a public
developer filed as a local authority, a foundation as another ESS body).
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from territorial_map.domain.organisation import Status
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    Kind,
    LegalFamily,
    LegalForm,
    PartnerType,
)
from territorial_map.ingest.french_typography import ESS_LAW
from territorial_map.ingest.status import Clues, devices_of, status_of
from territorial_map.ingest.status.assess import status_of_form, statutory_reason

_FILED: dict[str, tuple[Kind, PartnerType | None]] = {
    "ess_association": (Kind.ESS_ACTOR, None),
    "ess_cooperative": (Kind.ESS_ACTOR, None),
    "ess_other": (Kind.ESS_ACTOR, None),
    "enterprise": (Kind.TERRITORIAL_PARTNER, PartnerType.ENTERPRISE),
    "local_authority": (Kind.TERRITORIAL_PARTNER, PartnerType.OTHER),
    "research": (Kind.TERRITORIAL_PARTNER, PartnerType.RESEARCH),
    "training": (Kind.TERRITORIAL_PARTNER, PartnerType.TRAINING),
    "other": (Kind.TERRITORIAL_PARTNER, PartnerType.OTHER),
}
MEMBER_TYPES = frozenset(_FILED)

_BRACKETED_DEVICES: tuple[tuple[str, Device], ...] = (
    ("(entreprise adaptée)", Device.EA),
    ("entreprise d'insertion)", Device.EI),
    ("(organisme de formation)", Device.TRAINING_BODY),
)


@dataclass(frozen=True, slots=True)
class NamedMember:
    """An entry of ``member_types.toml``."""

    pattern: re.Pattern[str]
    unless: tuple[str, ...]
    partner_type: PartnerType
    public: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class MemberNature:
    """What a member is, with the evidence inside its status."""

    kind: Kind
    partner_type: PartnerType | None
    status: Status
    devices: tuple[Device, ...]
    note: str | None = None


@cache
def _named() -> tuple[NamedMember, ...]:
    text = files(__package__).joinpath("member_types.toml").read_text(encoding="utf-8")
    return tuple(
        NamedMember(
            pattern=re.compile("|".join(entry["words"])),
            unless=tuple(entry.get("unless", ())),
            partner_type=PartnerType(entry["partner_type"]),
            public=entry.get("public", False),
            note=entry.get("note"),
        )
        for entry in tomllib.loads(text)["member"]
    )


def nature_of(name: str, member_type: str) -> MemberNature:
    """The nature of a member that a page names under a type of ``MEMBER_TYPES``."""
    named = _entry(name)
    if named is not None and named.public and member_type.startswith("ess_"):
        named = None  # « Communauté Emmaüs » is no EPCI
    kind, partner_type = _FILED[member_type]
    devices = _devices(name)
    if named is None:
        return MemberNature(kind, partner_type, _status(name, member_type), devices)
    status = _public_status(name) if named.public else _status(name, member_type)
    return MemberNature(Kind.TERRITORIAL_PARTNER, named.partner_type, status, devices, named.note)


def _entry(name: str) -> NamedMember | None:
    folded = f"{fold(name)} "
    for entry in _named():
        if entry.pattern.search(folded) or entry.pattern.search(folded.strip()):
            return None if any(words in folded for words in entry.unless) else entry
    return None


def _devices(name: str) -> tuple[Device, ...]:
    bracketed = [device for words, device in _BRACKETED_DEVICES if words in name]
    return tuple(dict.fromkeys([*bracketed, *devices_of(Clues(name))]))


def _public_status(name: str) -> Status:
    why = f"Personne publique, d’après son nom ({name})"
    return Status(
        EssStatus.OUTSIDE_PUBLIC,
        f"{why} ; seules des personnes de droit privé relèvent de l’ESS ({ESS_LAW}).",
        LegalForm.PUBLIC,
        f"{why}.",
        LegalFamily.PUBLIC,
    )


def _status(name: str, member_type: str) -> Status:
    """The form that the name tells, else what the page's type tells."""
    by_name = status_of(Clues(name))
    if by_name.legal_family is not LegalFamily.UNKNOWN:
        return by_name
    if member_type == "ess_association":
        return status_of_form(
            LegalForm.ASSOCIATION, "La page qui cite le PTCE la range parmi les associations."
        )
    if member_type == "ess_cooperative":
        return Status(
            EssStatus.STATUTORY,
            statutory_reason(LegalFamily.COOPERATIVE),
            LegalForm.UNKNOWN,
            "La page qui cite le PTCE la range parmi les coopératives, sans dire laquelle.",
            LegalFamily.COOPERATIVE,
        )
    return Status(ess_evidence=_WHY_UNKNOWN.get(member_type, _NO_FORM))


_NO_FORM = "La page qui cite le PTCE ne dit pas sa forme juridique : à établir."
_WHY_UNKNOWN: dict[str, str] = {
    "ess_other": (
        "La page qui cite le PTCE la dit de l’ESS sans en dire la forme juridique : à établir."
    ),
    "enterprise": (
        "La page qui cite le PTCE la dit entreprise, sans mention de l’ESS ni forme juridique : "
        "à établir."
    ),
}
