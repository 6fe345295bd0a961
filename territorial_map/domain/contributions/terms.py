"""Closed lists of contributions: what can be said, of which field, by whom, and what becomes."""

from territorial_map.domain.term import Term


class ContributionRisk(Term):
    """How much harm a wrong acceptance does."""

    LOW = "low", "Faible"
    MIDDLE = "middle", "Moyen"
    HIGH = "high", "Élevé"


class ContributionKind(Term):
    """What can be said of an organisation."""

    CONFIRMATION = "confirmation", "Toujours exact"
    FIELD = "field", "Champ à corriger ou à compléter"
    NEED = "need", "Besoin déclaré"
    OFFER = "offer", "Offre déclarée"
    CLOSED = "closed", "Fermeture"
    SAME = "same", "La même qu’une autre fiche"
    DIFFERENT = "different", "Pas la même qu’une autre fiche"
    WITHDRAWAL = "withdrawal", "Retrait de la fiche"

    @property
    def risk(self) -> ContributionRisk:
        """A page that goes or swallows another is worse than a wrong field."""
        if self in {ContributionKind.CLOSED, ContributionKind.SAME, ContributionKind.WITHDRAWAL}:
            return ContributionRisk.HIGH
        if self is ContributionKind.CONFIRMATION:
            return ContributionRisk.LOW
        return ContributionRisk.MIDDLE

    @property
    def is_declared(self) -> bool:
        """True for a need or an offer."""
        return self in {ContributionKind.NEED, ContributionKind.OFFER}

    @property
    def takes_away(self) -> bool:
        """True for what has a page leave the directory."""
        return self in {ContributionKind.CLOSED, ContributionKind.WITHDRAWAL}

    @property
    def is_of_pair(self) -> bool:
        """True for what is said of two organisations."""
        return self in {ContributionKind.SAME, ContributionKind.DIFFERENT}


class CorrectedField(Term):
    """The fields that can be corrected or completed."""

    PHONE = "phone", "Téléphone"
    WEBSITE = "website", "Site web"
    TRADE = "trade", "Activité"
    ADDRESS = "address", "Adresse dans la commune"
    SIZE = "size", "Effectif"


class Teller(Term):
    """Who says it, as they say themselves: never checked here."""

    ORGANISATION = "organisation", "J’y travaille ou j’en suis membre"
    PARTNER = "partner", "Je travaille avec elle"
    VISITOR = "visitor", "Autre"


class ReviewOutcome(Term):
    """What a reviewer decides."""

    ACCEPTED = "accepted", "Acceptée"
    REFUSED = "refused", "Refusée"
    ASKED = "asked", "Précision demandée"
    UNDONE = "undone", "Décision annulée"


class ProposalState(Term):
    """Where a proposal stands."""

    WAITING = "waiting", "À relire"
    ASKED = "asked", "Précision demandée"
    ACCEPTED = "accepted", "Acceptée"
    REFUSED = "refused", "Refusée"

    @property
    def is_open(self) -> bool:
        """True while it can be decided."""
        return self in {ProposalState.WAITING, ProposalState.ASKED}
