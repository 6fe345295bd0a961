"""A link: two records that are one organisation, surely or perhaps, and the rule that says so."""

from dataclasses import dataclass

from territorial_map.domain.term import Term


class LinkRule(Term):
    """Why two records are linked; the label is the rule as a sheet tells it. Strongest first."""

    DECIDED = "decided", "Même organisation, vérifié par une personne."
    SAME_SIRET = "same_siret", "Même SIRET et dispositifs compatibles."
    SAME_GEIQ = (
        "same_geiq",
        "Même GEIQ : même SIREN, siège donné par deux campagnes ; la plus récente l’emporte.",
    )
    LIKENESS = (
        "likeness",
        "Nom, lieu et coordonnées assez semblables pour conclure (modèle de rapprochement).",
    )
    SIRET_ALONE = "siret_alone", "Même SIRET, mais ni le nom ni la commune ne s’accordent."
    NAME_IN_DEPARTMENT = "name_in_department", "Même nom, dans le département du PTCE."

    @property
    def is_above_numbers(self) -> bool:
        """True where two SIRETs may be one organisation: someone said so, or its seat moved."""
        return self in {LinkRule.DECIDED, LinkRule.SAME_GEIQ}

    @property
    def order(self) -> int:
        """0 for the strongest."""
        return list(LinkRule).index(self)


@dataclass(frozen=True, slots=True)
class Link:
    """Two ids, the first of the more trusted table; ``probability`` in [0, 1], 1 for exact keys."""

    one: str
    other: str
    rule: LinkRule
    probability: float = 1.0
    sure: bool = True
