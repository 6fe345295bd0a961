"""From a directory entry to a profile: only what is certain, and what was inferred said so."""

from dataclasses import dataclass

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.rules import RuleBook
from territorial_map.domain.practices.terms import Audience, PracticeCriterion, Trait
from territorial_map.domain.vocabulary import Device, LegalForm, SizeBand

_SHELTERED = frozenset({Device.ESAT, Device.EA, Device.EATT})
_EMPLOYERS = frozenset({Device.GEIQ, Device.EMPLOYERS_GROUP})
_FARMERS = frozenset({LegalForm.CUMA, LegalForm.AGRICULTURAL_COOP, LegalForm.MARITIME_COOP})


@dataclass(frozen=True, slots=True)
class Inference:
    """A value that the source does not state, and the rule that gives it."""

    criterion: PracticeCriterion
    value: str
    rule: Sentence


@dataclass(frozen=True, slots=True)
class OrganisationProfile:
    """A profile, and which of its values were inferred."""

    profile: PracticeProfile
    inferred: tuple[Inference, ...]


def profile_of(
    organisation: Organisation, rules: RuleBook, site_count: int = 1
) -> OrganisationProfile:
    """The profile of an organisation whose legal person has ``site_count`` sites.

    A blank of the directory stays not known, never « none »; audiences and traits hold only what
    a device, a legal form, a headcount or the sites make certain.
    """
    form = organisation.status.legal_form
    inferred = (*_audiences(organisation), *_traits(organisation, rules, site_count))
    audiences = _values(inferred, PracticeCriterion.AUDIENCES)
    traits = _values(inferred, PracticeCriterion.TRAITS)
    profile = PracticeProfile(
        kind=organisation.kind,
        legal_form=None if form is LegalForm.UNKNOWN else form,
        devices=organisation.devices or None,
        place_types=organisation.place_types or None,
        sectors=organisation.fields or None,
        size_band=None if organisation.size is SizeBand.UNKNOWN else organisation.size,
        audiences=tuple(Audience(value) for value in audiences) or None,
        traits=tuple(Trait(value) for value in traits) or None,
        commune=organisation.place.commune_code,
        partial=frozenset(
            {PracticeCriterion.AUDIENCES, PracticeCriterion.TRAITS, PracticeCriterion.DEVICES}
        ),
    )
    return OrganisationProfile(profile, inferred)


def _values(inferred: tuple[Inference, ...], criterion: PracticeCriterion) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.value for each in inferred if each.criterion is criterion))


def _audiences(organisation: Organisation) -> list[Inference]:
    found = []
    devices = frozenset(organisation.devices)
    if devices & _SHELTERED:
        found.append((Audience.DISABLED, _SHELTERED_WORK))
    if any(device.is_siae for device in devices):
        found.append((Audience.JOBSEEKERS, _WORK_INTEGRATION))
    if organisation.status.legal_form in _FARMERS:
        found.append((Audience.FARMERS_FISHERS, _FARM_COOPERATIVE))
    return [
        Inference(PracticeCriterion.AUDIENCES, audience.value, rule) for audience, rule in found
    ]


def _traits(organisation: Organisation, rules: RuleBook, site_count: int) -> list[Inference]:
    found: list[tuple[Trait, Sentence]] = [
        (trait, _LEGAL_FORM)
        for trait in rules.implied_traits.get(organisation.status.legal_form, ())
    ]
    if site_count > 1:
        found.append((Trait.MULTI_SITE, _SITES))
    if organisation.size not in {SizeBand.UNKNOWN, SizeBand.NONE}:
        found.append((Trait.EMPLOYEES, _HEADCOUNT))
    if frozenset(organisation.devices) & _EMPLOYERS:
        found.append((Trait.MEMBERS, _EMPLOYERS_GROUP))
    return [Inference(PracticeCriterion.TRAITS, trait.value, rule) for trait, rule in found]


_SHELTERED_WORK = Sentence(
    "Un ESAT ou une entreprise adaptée emploie ou accompagne des personnes handicapées.",
    "An ESAT or an adapted company employs or supports disabled people.",
)
_WORK_INTEGRATION = Sentence(
    "Une structure d’insertion par l’activité économique accueille des demandeurs d’emploi.",
    "A work-integration structure takes on jobseekers.",
)
_FARM_COOPERATIVE = Sentence(
    "Les membres d’une CUMA, d’une coopérative agricole ou maritime sont agriculteurs ou pêcheurs.",
    "The members of a farm-machinery, agricultural or maritime cooperative farm or fish.",
)
_LEGAL_FORM = Sentence(
    "La forme juridique l’implique (règle du fichier rules.toml).",
    "The legal form implies it (rule of the file rules.toml).",
)
_SITES = Sentence(
    "La personne morale (même SIREN) a plusieurs sites dans l’annuaire.",
    "The legal person (same SIREN) has several sites in the directory.",
)
_HEADCOUNT = Sentence(
    "La tranche d’effectif de la source compte au moins un salarié.",
    "The headcount band of the source has at least one employee.",
)
_EMPLOYERS_GROUP = Sentence(
    "Un groupement d’employeurs a des entreprises adhérentes.",
    "An employers’ group has member enterprises.",
)
