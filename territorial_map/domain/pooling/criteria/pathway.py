"""The direction of an integration pathway: usual practice, not law, and the reason says so.

AI, ACI → EI, ETTI → GEIQ, employers, training; steps may be skipped. Apart, ESAT → EA, EATT →
ordinary employers. Towards an adapted company only a person whose disability is recognised (RQTH).
An EITI is an experiment, no step; a GEIQ is one towards its own trade only. Two bodies at one step
are peers, never each other's next step.
"""

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.pooling.criteria.criterion import PoolingCriterion
from territorial_map.domain.pooling.facts import Facts, PoolingProfile
from territorial_map.domain.pooling.rulebook import CategoryFrame, Rulebook
from territorial_map.domain.vocabulary import Device, PartnerType, PoolingCategory

CODE = "pathway"
_ENTRY, _COMPANY, _QUALIFYING = 1, 2, 3
_STEPS = {
    Device.AI: _ENTRY,
    Device.ACI: _ENTRY,
    Device.TZCLD: _ENTRY,
    Device.REGIE_QUARTIER: _ENTRY,
    Device.EI: _COMPANY,
    Device.ETTI: _COMPANY,
    Device.GEIQ: _QUALIFYING,
    Device.TRAINING_BODY: _QUALIFYING,
}
_ADAPTED = frozenset({Device.EA, Device.EATT})
_EMPLOYERS = frozenset({PartnerType.ENTERPRISE, PartnerType.BUSINESS_CLUB})
_BESIDE = frozenset({PartnerType.TRAINING, PartnerType.CCAS})
_OWN = PoolingCategory.INSERTION_PATHWAYS
_IF_RECOGNISED = 0.5  # a step for some of the persons only

_USUAL = Sentence(
    "étape suivante d’un parcours, selon l’usage.", "next step of a pathway, by usual practice."
)
_RQTH = Sentence(
    "si la personne a une RQTH, à vérifier.",
    "if the person’s disability is recognised (RQTH), to be checked.",
)
_OTHER_TRADE = Sentence(
    f"GEIQ d’un autre métier{NBSP}: pas une étape suivante, sauf s’il dit le contraire.",
    "GEIQ of another trade: no next step, unless it says otherwise.",
)


def parted_by_trade(a: PoolingProfile, b: PoolingProfile, rulebook: Rulebook) -> bool:
    """True for a GEIQ and a body of another known trade: it places people with its own members."""
    return (
        (Device.GEIQ in a.devices) is not (Device.GEIQ in b.devices)
        and rulebook.sectors.unlike(a.sectors, b.sectors)
        and not (_declares(a) or _declares(b))
    )


def step_towards(origin: PoolingProfile, target: PoolingProfile) -> float | None:
    """How far the second may be a next step for people of the first, in [0, 1]; ``None`` = not."""
    if Device.ESAT in origin.devices and (_ADAPTED & target.devices or _employs(target)):
        return 1.0
    if _ADAPTED & origin.devices and _employs(target):
        return 1.0
    steps = [_STEPS[device] for device in origin.devices if device in _STEPS]
    if not steps:
        return None
    beyond = [_STEPS[device] for device in target.devices if device in _STEPS]
    if max(beyond, default=0) > min(steps) or _employs(target) or _accompanies(target):
        return 1.0
    return _IF_RECOGNISED if _ADAPTED & target.devices else None


def _employs(profile: PoolingProfile) -> bool:
    return profile.partner_type in _EMPLOYERS


def _accompanies(profile: PoolingProfile) -> bool:
    return profile.partner_type in _BESIDE


def _declares(profile: PoolingProfile) -> bool:
    return bool(profile.says) or _OWN in profile.needs | profile.resources


def _value(a: PoolingProfile, b: PoolingProfile, _: CategoryFrame, __: Rulebook) -> float:
    if _declares(a) or _declares(b):  # what is declared needs no device to tell it
        return 1.0
    ways = step_towards(a, b), step_towards(b, a)
    return max((way for way in ways if way is not None), default=0.0)


def _reason(a: Facts, b: Facts, frame: CategoryFrame, rulebook: Rulebook) -> Sentence | None:
    value = _value(a.profile, b.profile, frame, rulebook)
    if _declares(a.profile) or _declares(b.profile) or not value:
        return None
    if parted_by_trade(a.profile, b.profile, rulebook):
        return _OTHER_TRADE
    return _USUAL if value == 1 else _RQTH


PATHWAY = PoolingCriterion(
    code=CODE,
    label=Sentence("Étapes de parcours", "Steps of a pathway"),
    weight=lambda frame: frame.weight_of(CODE),
    least=lambda _: 0.0,
    value=_value,
    reason=_reason,
    lesson=None,
    by_declaration=lambda _: True,
)
