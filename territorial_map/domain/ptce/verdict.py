"""Verdicts, and the codes of what is judged: elements of article 9, conditions of the décret."""

from territorial_map.domain.term import Term


class ClauseVerdict(Term):
    """What can be said of an element; codes are part of the public answer."""

    ESTABLISHED = "established", "Établi"
    NOT_ESTABLISHED = "not_established", "Non établi d’après nos sources"
    TO_DECLARE = "to_declare", "À déclarer"
    NOT_MET = "not_met", "Non rempli d’après la liste déclarée complète"

    @property
    def label_en(self) -> str:
        """The label in English."""
        return _VERDICT_EN[self]


_VERDICT_EN = {
    ClauseVerdict.ESTABLISHED: "Established",
    ClauseVerdict.NOT_ESTABLISHED: "Not established from our sources",
    ClauseVerdict.TO_DECLARE: "To declare",
    ClauseVerdict.NOT_MET: "Not met by the list declared complete",
}


class ChecklistState(Term):
    """What is left to do about a clause: a verdict, or what the authors alone can confirm."""

    ESTABLISHED = "established", "Établi"
    TO_CONFIRM = "to_confirm", "À confirmer"
    TO_DECLARE = "to_declare", "À déclarer"
    NOT_ESTABLISHED = "not_established", "Non établi d’après nos sources"
    NOT_MET = "not_met", "Non rempli d’après la liste déclarée complète"

    @property
    def label_en(self) -> str:
        """The label in English."""
        if self is ChecklistState.TO_CONFIRM:
            return "To confirm"
        return ClauseVerdict(self.value).label_en


class ElementCode(Term):
    """Elements of article 9, I, of law 2014-856."""

    ESS_ENTERPRISES = "ess_enterprises", "Entreprises de l’ESS"
    OTHER_ENTERPRISES = "other_enterprises", "Autres entreprises"
    LINKS = "links", "Liens"
    TERRITORY = "territory", "Territoire"
    STRATEGY = "strategy", "Stratégie"
    INNOVATION = "innovation", "Innovation"
    SUSTAINABLE_DEVELOPMENT = "sustainable_development", "Développement local durable"


class ConditionCode(Term):
    """Conditions to answer a State call: décret 2015-431, article 3."""

    PRIVATE_LAW = "private_law", "Droit privé"
    THREE_PERSONS = "three_persons", "Trois personnes morales"
    ONE_ESS = "one_ess", "Une entreprise de l’ESS"
    ONE_NON_ESS = "one_non_ess", "Une entreprise hors ESS"
    ONE_OTHER = "one_other", "Une autre personne"
    PROJECT = "project", "Projet"
    NO_EARLIER_SUPPORT = "no_earlier_support", "Pas de soutien antérieur"
