"""Why nobody is proposed: what we know, what it does not prove, what to do."""

from territorial_map.domain.language.sentence import Sentence, say
from territorial_map.domain.term import Term


class WhyEmpty(Term):
    """Why a list of leads is empty."""

    ENDED = "ended", "Pôle terminé"
    NO_POSITION = "no_position", "Position non renseignée"
    NO_TIE = "no_tie", "Aucun lien connu"
    DISMISSED = "dismissed", "Pistes écartées"
    FILTERED = "filtered", "Filtres"
    NOBODY = "nobody", "Personne de connu"

    @property
    def sentence(self) -> Sentence:
        """The reason in words."""
        return _TOLD[self]


_TOLD = {
    WhyEmpty.ENDED: say(
        "Ce PTCE est annoncé comme terminé : aucune piste n’est proposée.",
        "This PTCE is said to have ended: no lead is proposed.",
    ),
    WhyEmpty.NO_POSITION: say(
        "La position de cette organisation n’est pas renseignée : aucune distance ne peut être "
        "dite, donc aucune piste.",
        "The position of this organisation is not known: no distance can be told, so no lead.",
    ),
    WhyEmpty.NO_TIE: say(
        "Nos sources ne montrent aucun lien de cette sorte. Cela ne veut pas dire qu’il n’y en a "
        "pas : demandez à l’organisation.",
        "Our sources show no tie of this sort. It does not mean that there is none: ask the "
        "organisation.",
    ),
    WhyEmpty.DISMISSED: say(
        "Toutes les pistes connues ont été écartées.", "Every known lead has been set aside."
    ),
    WhyEmpty.FILTERED: say(
        "Personne de connu de nos sources ne répond à tous ces choix à cette distance : ôtez un "
        "filtre, élargissez le rayon ou choisissez d’autres coopérations. Cela ne veut pas dire "
        "qu’il n’y a personne.",
        "Nobody known from our sources meets all these choices at this distance: take a filter "
        "off, widen the radius or choose other cooperations. It does not mean that there is "
        "nobody.",
    ),
    WhyEmpty.NOBODY: say(
        "Personne de connu de nos sources à cette distance : élargissez le rayon. Cela ne veut "
        "pas dire qu’il n’y a personne.",
        "Nobody known from our sources at this distance: widen the radius. It does not mean that "
        "there is nobody.",
    ),
}
