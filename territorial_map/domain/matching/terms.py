"""The closed lists of matching: verdicts, why, and how a row and an organisation agree."""

from territorial_map.domain.cells import Doubt
from territorial_map.domain.term import Term


class MatchVerdict(Term):
    """What is said of a row."""

    FOUND = "found", "Trouvée"
    AMBIGUOUS = "ambiguous", "À choisir"
    UNKNOWN = "unknown", "Inconnue"


class Why(Term):
    """Why, as a French sentence; the first ones find, the next ones leave the choice."""

    ID = "id", "Identifiant de l’annuaire."
    SIRET = "siret", "Même SIRET."
    SIRET_AND_NAME = "siret_and_name", "Même SIRET, et le nom concorde."
    FINESS = "finess", "Même numéro FINESS."
    RNA = "rna", "Même numéro RNA."
    ONLY_SITE = "only_site", "Même SIREN : le seul site que nous connaissons de cette personne."
    SITE_THERE = "site_there", "Même SIREN : le site que nous connaissons à cet endroit."
    NAME_AND_PLACE = "name_and_place", "Le nom et le lieu concordent."
    NAME = "name", "Le nom concorde ; aucun autre ne lui ressemble autant."
    NUMBERS_DISAGREE = (
        "numbers_disagree",
        "Les numéros de la ligne désignent des organisations différentes.",
    )
    NAME_ELSEWHERE = (
        "name_elsewhere",
        "Le numéro désigne une organisation, le nom en désigne une autre.",
    )
    NAME_UNLIKE = (
        "name_unlike",
        "Le numéro est connu, mais le nom ne ressemble pas à celui de l’annuaire.",
    )
    PLACE_UNLIKE = (
        "place_unlike",
        "Le numéro est connu, mais le lieu n’est pas celui de l’annuaire.",
    )
    SHARED_NUMBER = "shared_number", "Plusieurs organisations de l’annuaire portent ce numéro."
    SEVERAL_SITES = "several_sites", "Cette personne a plusieurs sites : lequel est-ce ?"
    OTHER_SITE = "other_site", "La personne est connue, mais pas le site de cette ligne."
    OTHER_NUMBER = (
        "other_number",
        "Le nom ressemble, mais le numéro de la ligne n’est pas celui de l’annuaire.",
    )
    SEVERAL_ALIKE = "several_alike", "Plusieurs organisations ressemblent à cette ligne."
    NOT_SURE = "not_sure", "La ressemblance ne suffit pas pour conclure."
    NOT_KNOWN = "not_known", "Non connue de nos sources."
    NOTHING_TOLD = "nothing_told", "La ligne ne dit ni nom ni numéro."
    FURNITURE = (
        "furniture",
        "Ligne de titre, de total ou de note : ce n’est pas une organisation.",
    )
    UNREADABLE = "unreadable", "La ligne n’a pas autant de cellules que l’en-tête a de colonnes."


class Warned(Term):
    """What is doubtful in the cells of a row, whatever the verdict: some of ``Doubt``."""

    SIRET_WRONG = Doubt.SIRET_WRONG.value, Doubt.SIRET_WRONG.label
    SIRET_TRUNCATED = Doubt.SIRET_TRUNCATED.value, Doubt.SIRET_TRUNCATED.label
    SIRET_SEVERAL = Doubt.SIRET_SEVERAL.value, Doubt.SIRET_SEVERAL.label
    SIREN_WRONG = Doubt.SIREN_WRONG.value, Doubt.SIREN_WRONG.label
    SIREN_SEVERAL = Doubt.SIREN_SEVERAL.value, Doubt.SIREN_SEVERAL.label
    FINESS_WRONG = Doubt.FINESS_WRONG.value, Doubt.FINESS_WRONG.label
    RNA_WRONG = Doubt.RNA_WRONG.value, Doubt.RNA_WRONG.label
    PERSON = Doubt.PERSON.value, Doubt.PERSON.label


class NumberLevel(Term):
    """How the numbers of a row and of an organisation agree, the strongest agreement first."""

    SAME = "same", "même identifiant, SIRET, FINESS ou RNA"
    NEAR = "near", "SIRET ou SIREN à un chiffre près"
    SIREN = "siren", "même SIREN"
    OTHER_SITE = "other_site", "même SIREN, autre SIRET"
    NONE = "none", "rien à comparer"
    DIFFERS = "differs", "autre SIREN"


class PlaceLevel(Term):
    """How the places of a row and of an organisation agree, the strongest agreement first.

    The order is a law: no weight of a level is above that of a level before it, so that a true fact
    never lowers a probability and a wrong one does (ADR 15 tells the one case of another
    organisation of the very commune that bears every word of the row).
    """

    COMMUNE = "commune", "même commune"
    AMONG = "among", "l’une des communes possibles"
    WITHIN = "within", "même département, commune non dite"
    UNTOLD = "untold", "lieu non dit"
    DEPARTMENT = "department", "autre commune du département"
    ELSEWHERE = "elsewhere", "ailleurs"


class PhoneLevel(Term):
    """How the landlines of a row and of an organisation agree; one may not be told."""

    SAME = "same", "même téléphone"
    UNTOLD = "untold", "téléphone non dit"
    DIFFERS = "differs", "autre téléphone"


class Likelihood(Term):
    """A probability as a word: what is shown of a score, the likeliest first."""

    VERY_LIKELY = "very_likely", "très probable"
    LIKELY = "likely", "probable"
    POSSIBLE = "possible", "possible"
    UNLIKELY = "unlikely", "peu probable"


WORTH_CHOOSING = 0.1  # a candidate under it is not offered unless it is asked for


def likelihood_of(score: float) -> Likelihood:
    """The word of a probability in [0, 1].

    >>> likelihood_of(0.97).label, likelihood_of(0.6).label, likelihood_of(0.04).label
    ('très probable', 'probable', 'peu probable')
    """
    if score >= 0.88:
        return Likelihood.VERY_LIKELY
    if score >= 0.5:
        return Likelihood.LIKELY
    return Likelihood.POSSIBLE if score >= WORTH_CHOOSING else Likelihood.UNLIKELY
