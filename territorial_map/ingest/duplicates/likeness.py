"""Whether two records of different tables are one organisation.

Sure: same SIRET and compatible devices; or same commune and near-same name, with no SIREN or
SIRET that says otherwise. Unsure: alike, but not enough, or one person's two establishments.
"""

from dataclasses import dataclass

from rapidfuzz import fuzz

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import Kind

SURE = 92.0  # token sort ratio of core names: a letter or two in twenty
UNSURE = 84.0
_SHORTEST = 4  # letters of a core name that can identify anything
_BEGINNING = 6  # letters of a beginning that may be the whole name
_CUT = 26  # registers cut names; a long enough beginning is the same name


class Likeness(Term):
    """How alike two records are; the label is the rule, in French."""

    SAME_SIRET = "same_siret", "Même SIRET et dispositifs compatibles."
    SAME_NAME = "same_name", "Même commune et même nom, à peu de lettres près."
    PERHAPS = "perhaps", "Ressemblance insuffisante pour conclure."

    @property
    def is_sure(self) -> bool:
        """True when the two are surely one."""
        return self is not Likeness.PERHAPS


@dataclass(frozen=True, slots=True)
class Compared:
    """An organisation with its core name, computed once."""

    organisation: Organisation
    core: str


def likeness(a: Compared, b: Compared) -> Likeness | None:
    """How alike two records are, ``None`` when they are two; symmetric."""
    one, other = a.organisation, b.organisation
    if Kind.PTCE in {one.kind, other.kind} or _devices_differ(one, other):
        return None
    if one.siret is not None and one.siret == other.siret:
        return Likeness.SAME_SIRET
    if one.siren and other.siren and one.siren != other.siren:
        return None
    if one.place.commune_code is None or one.place.commune_code != other.place.commune_code:
        return None
    return _by_name(a, b)


def _by_name(a: Compared, b: Compared) -> Likeness | None:
    score = _score(a.core, b.core)
    one, other = a.organisation, b.organisation
    same_person = one.siren is not None and one.siren == other.siren
    two_sites = bool(one.siret and other.siret)
    if score >= SURE and not two_sites:
        return Likeness.SAME_NAME
    alike = score >= UNSURE or _begins_alike(a.core, b.core) or _same_website(one, other)
    return Likeness.PERHAPS if alike or (same_person and not two_sites) else None


def _begins_alike(a: str, b: str) -> bool:
    """True when one name is the first words of the other (« Baluchon, à table citoyens »)."""
    shorter, longer = sorted((a, b), key=len)
    return len(shorter) >= _BEGINNING and longer.startswith(f"{shorter} ")


def _same_website(one: Organisation, other: Organisation) -> bool:
    return one.website is not None and one.website == other.website


def _score(a: str, b: str) -> float:
    if _numbers(a) != _numbers(b):
        return 0.0  # « Rennes 1 » and « Rennes 2 » are two
    if min(len(a), len(b)) < _SHORTEST:
        return 100.0 if a == b and a else 0.0
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) >= _CUT and longer.startswith(shorter):
        return 100.0
    return fuzz.token_sort_ratio(a, b)


def _numbers(core: str) -> list[str]:
    return [word for word in core.split() if word.isdigit()]


def _devices_differ(one: Organisation, other: Organisation) -> bool:
    """True when both hold devices and share none: two sites, even of one person."""
    return bool(one.devices and other.devices and not set(one.devices) & set(other.devices))
