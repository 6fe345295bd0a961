"""The possible basis for a reserved contract when buying from a local supplier."""

from dataclasses import dataclass

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.pooling.facts import PoolingProfile
from territorial_map.domain.vocabulary import Device

_PROTECTED = frozenset({Device.ESAT, Device.EA})
_UNTIL = Sentence(
    f"EITI{NBSP}: une expérimentation jusqu’au 22{NBSP}décembre{NBSP}2026, à vérifier à la date du "
    "marché.",
    "EITI: an experiment until 22 December 2026, to be checked on the date of the contract.",
)


@dataclass(frozen=True, slots=True)
class ReservedBasis:
    """Articles of the code de la commande publique that may found a reserved contract."""

    articles: tuple[str, ...]
    sentence: Sentence


def reserved_basis(supplier: PoolingProfile) -> ReservedBasis | None:
    """Which article may found a reserved contract with this supplier; never says « éligible ».

    L2113-12 for an ESAT or an adapted company, L2113-13 for the structures of code du travail
    L5132-4 (a GEIQ is not one); ``None`` when no device of the supplier calls for it.
    """
    articles = []
    if _PROTECTED & supplier.devices:
        articles.append("L2113-12")
    if any(device.is_siae for device in supplier.devices):
        articles.append("L2113-13")
    if not articles:
        return None
    experiment = {device for device in supplier.devices if device.is_siae} == {Device.EITI}
    named = " et ".join(articles), " and ".join(articles)
    basis = ReservedBasis(
        tuple(articles),
        Sentence(
            f"Marché réservé{NBSP}: éligibilité potentielle, à vérifier (code de la commande "
            f"publique, {named[0]}{NBSP}; au moins 50{NBSP}% de travailleurs concernés, R2113-7), "
            "si l’acheteur relève de ce code.",
            "Reserved contract: potential eligibility, to be checked (code de la commande "
            f"publique, {named[1]}; at least 50% of the workers concerned, R2113-7), if the buyer "
            "is bound by that code.",
        ),
    )
    if not experiment:
        return basis
    return ReservedBasis(basis.articles, basis.sentence.then(_UNTIL))
