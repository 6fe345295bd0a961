"""The names of our sources in the reader's language.

A proper name (« FINESS », « data·inclusion ») stays as it is in every language.
"""

from functools import cache

from territorial_map.domain.language.languages import Language
from territorial_map.services.texts import Texts

SOURCE_NAMES = (
    "ANCT, Fabriques de territoire",
    "ANCT, Manufactures de proximité",
    "CRESS de Guyane / Sirene",
    "Carte des fablabs de Bretagne (G. Rouan)",
    "Conseillers numériques (ANCT), permanences",
    "Conseillers numériques (ANCT), structures accueillantes",
    "Haute-Vienne, acteurs du numérique",
    "Hinaura, médiation numérique en Auvergne-Rhône-Alpes",
    "Label GEIQ (FFGEIQ), jeu de test public des emplois de l’inclusion",
    "Listes publiques d’espaces de travail partagés",
    "Membres nommés sur les pages des PTCE",
    "Métiers d’ESAT et d’EA lus sur des pages publiques",
    "Pages publiques",
    "Pages publiques sur les PTCE",
    "Plateforme de l’inclusion",
    "Postes adultes-relais (ANCT)",
    "Recensement des fablabs, mobilisation COVID-19 (co-demos)",
    "Région Sud, lieux d’inclusion numérique",
    "TERNUM Bourgogne-Franche-Comté (médiation numérique)",
    "Tiers-lieux, fablabs et espaces de coworking labellisés ou recensés",
)
"""Those that are words and not names."""


def source_in_words(told: str, t: Texts) -> str:
    """The sources of a row (« A + B, via C »), each in the language; French as the row writes it.

    >>> source_in_words("Pages publiques + FINESS", Texts(Language.ENGLISH))
    'Public pages + FINESS'
    """
    return told if t.language is Language.FRENCH else _told_in(told, t.language)


@cache
def _told_in(told: str, language: Language) -> str:
    t = Texts(language)
    parts = [part.partition(", via ") for part in told.split(" + ")]
    return " + ".join(
        t.label(name.strip().replace("'", "’")) + joint + passed for name, joint, passed in parts
    )
