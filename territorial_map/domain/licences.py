"""Under which licence a source gives its facts, and who says so.

A licence that a repository states is that of the repository: it is never called the producer's.
What was noted « from memory », and facts taken from pages, are not stated.
"""

from functools import lru_cache

from territorial_map.domain.term import Term


class LicenceBasis(Term):
    """Who states the licence."""

    PRODUCER = "producer", "Indiquée par le producteur"
    REPOSITORY = "repository", "Indiquée par le dépôt, pas par le producteur"
    NOT_STATED = "not_stated", "Non précisée"


class Licence(Term):
    """The licences that sources have, each with who states it."""

    LO = "lo", "Licence Ouverte"
    ODBL = "odbl", "ODbL"
    CC_BY = "cc-by", "CC BY"
    CC_BY_SA = "cc-by-sa", "CC BY-SA"
    CC0 = "cc0", "CC0"
    OTHER = "other", "Autre licence, indiquée par le producteur"
    LO_REPOSITORY = "lo-repository", "Licence Ouverte, d’après le dépôt"
    CC_BY_REPOSITORY = "cc-by-repository", "CC BY, d’après le dépôt"
    MIT_REPOSITORY = "mit-repository", "MIT, d’après le dépôt"
    OTHER_REPOSITORY = "other-repository", "Autre licence, d’après le dépôt"
    NOT_STATED = "not_stated", "Licence non précisée"

    @property
    def basis(self) -> LicenceBasis:
        """Who states it."""
        if self is Licence.NOT_STATED:
            return LicenceBasis.NOT_STATED
        return LicenceBasis.REPOSITORY if "repository" in self.value else LicenceBasis.PRODUCER

    @property
    def asks_attribution(self) -> bool:
        """True where whoever reuses must name the source (LO article 2, CC BY, ODbL)."""
        return self not in {Licence.CC0, Licence.NOT_STATED}


FROM_REPOSITORY = "d’après le dépôt"
NOT_STATED = "non précisée"
# How our tables tell licences, and how the product says them.
_TOLD: dict[str, str] = {
    "": NOT_STATED,
    "facts": f"{NOT_STATED} (faits publics)",
    "public register (facts)": f"{NOT_STATED} (registre public)",
    "facts (repository AGPL-3.0, data licence not stated)": f"{NOT_STATED} (jeu de test public)",
    "Licence Ouverte 2.0 (regional open data, from memory); repository MIT": (
        f"{NOT_STATED} (données ouvertes régionales, licence non vérifiée)"
    ),
    "Licence Ouverte 2.0 (repository); volunteers' sheet": (
        f"Licence Ouverte 2.0, {FROM_REPOSITORY} (fiche de bénévoles)"
    ),
    "CC BY (repository README)": f"CC BY, {FROM_REPOSITORY}",
    "MIT (repository)": f"MIT, {FROM_REPOSITORY}",
}
LICENCES_IN_WORDS = tuple(dict.fromkeys(_TOLD.values()))
# In the order in which they are looked for: « CC BY-SA » holds « CC BY ».
_BEGINNINGS: tuple[tuple[str, Licence, Licence], ...] = (
    ("licence ouverte", Licence.LO, Licence.LO_REPOSITORY),
    ("open licence", Licence.LO, Licence.LO_REPOSITORY),
    ("etalab", Licence.LO, Licence.LO_REPOSITORY),
    ("odbl", Licence.ODBL, Licence.OTHER_REPOSITORY),
    ("open database", Licence.ODBL, Licence.OTHER_REPOSITORY),
    ("cc by-sa", Licence.CC_BY_SA, Licence.OTHER_REPOSITORY),
    ("cc-by-sa", Licence.CC_BY_SA, Licence.OTHER_REPOSITORY),
    ("cc by", Licence.CC_BY, Licence.CC_BY_REPOSITORY),
    ("cc-by", Licence.CC_BY, Licence.CC_BY_REPOSITORY),
    ("cc0", Licence.CC0, Licence.OTHER_REPOSITORY),
    ("mit", Licence.OTHER, Licence.MIT_REPOSITORY),
)


def licence_in_words(told: str) -> str:
    """A licence of a table as the product says it; one that it does not know stays as told.

    >>> licence_in_words("MIT (repository)"), licence_in_words("facts")
    ('MIT, d’après le dépôt', 'non précisée (faits publics)')
    """
    return _TOLD.get(told, told)


@lru_cache(maxsize=256)
def licence_of(words: str) -> Licence:
    """The licence that words tell, in the product's words or in a source's.

    >>> licence_of("Licence Ouverte 2.0").basis.value, licence_of("from memory: ODbL").value
    ('producer', 'not_stated')
    """
    said = licence_in_words(words).strip()
    lower = said.lower()
    if not said or lower.startswith((NOT_STATED, "facts", "unknown")) or "from memory" in lower:
        return Licence.NOT_STATED
    told_by_repository = FROM_REPOSITORY in said or "repository" in lower
    for beginning, producer, repository in _BEGINNINGS:
        if lower.startswith(beginning):
            return repository if told_by_repository else producer
    return Licence.OTHER_REPOSITORY if told_by_repository else Licence.OTHER
