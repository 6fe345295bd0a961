"""The legal family of an organisation: no criterion, but rules of claims and obstacles read it."""

from dataclasses import replace

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.pooling.criteria.criterion import Learning
from territorial_map.domain.pooling.english_names import FAMILIES
from territorial_map.domain.pooling.facts import PoolingProfile
from territorial_map.domain.vocabulary import LegalFamily, LegalForm

_FAMILIES = tuple(family for family in LegalFamily if family is not LegalFamily.UNKNOWN)


def _unknown(profile: PoolingProfile) -> tuple[str, ...]:
    told = profile.legal_family is not LegalFamily.UNKNOWN
    return () if told or profile.legal_form is not LegalForm.UNKNOWN else _FAMILIES


def _told(profile: PoolingProfile, value: str) -> PoolingProfile:
    return replace(profile, legal_family=LegalFamily(value))


def _if_learned(name: str, value: str) -> Sentence:
    family = LegalFamily(value)
    return Sentence(
        f"Si {name} est de la famille «{NBSP}{family.label}{NBSP}»",
        f"If {name} is of the family “{FAMILIES[family]}”",
    )


LEGAL_FAMILY = Learning(
    "legal_family", Sentence("le statut juridique", "the legal form"), _unknown, _told, _if_learned
)
