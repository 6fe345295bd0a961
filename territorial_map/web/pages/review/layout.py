"""The page « À relire » of operator mode: a proposal beside what the edition tells."""

from territorial_map.domain.contributions.terms import (
    ContributionRisk,
    CorrectedField,
    ProposalState,
    ReviewOutcome,
    Teller,
)
from territorial_map.domain.vocabulary import PoolingCategory, Sector, SizeBand
from territorial_map.web.base.answers import Visit
from territorial_map.web.base.marks import Node
from territorial_map.web.base.operator_room import labels_of, operator_room
from territorial_map.web.base.page_spec import Screen
from territorial_map.web.base.texts import Texts


def layout(visit: Visit) -> Screen:
    """The whole page; ``assets/modules/pages/review`` draws the proposals."""
    return Screen(document(visit))


def document(visit: Visit) -> list[Node]:
    """What the page is for, then a place for the proposals."""
    return operator_room(visit, "review", review_texts(visit.t))


def review_texts(t: Texts) -> dict[str, object]:
    """Every word that the browser draws."""
    return {
        "states": labels_of(ProposalState, t),
        "outcomes": labels_of(ReviewOutcome, t),
        "fields": labels_of(CorrectedField, t),
        "risks": labels_of(ContributionRisk, t),
        "tellers": labels_of(Teller, t),
        "values": {t_.label: t(t_.label) for terms in (Sector, SizeBand) for t_ in terms},
        "poolings": labels_of(PoolingCategory, t),
        "left": t("{state} : {n}"),
        "which": t("Propositions, par état"),
        "now": t("Aujourd’hui"),
        "proposed": t("Proposé"),
        "unknown": t("non renseigné"),
        "until": t("jusqu’au {date}"),
        "risk": t("Risque : {risk}"),
        "told": t("Dit le {date} · {teller}"),
        "reason": t("Pourquoi : {words}"),
        "source": t("Source : {words}"),
        "sources": t("Sources de la fiche : {words}"),
        "gone": t("Cette fiche n’est plus dans l’édition."),
        "sheet": t("Ouvrir la fiche (nouvel onglet)"),
        "other": t("Autre fiche : {name}"),
        "value": t("Valeur à publier"),
        "sentence": t("Motif (gardé au journal)"),
        "accept": t("Accepter"),
        "refuse": t("Refuser, avec motif"),
        "ask": t("Demander une précision"),
        "later": t("Suivante"),
        "undo": t("Annuler cette décision"),
        "undoLast": t("Annuler la dernière décision"),
        "needed": t("Dites pourquoi en une phrase : c’est ce que le journal garde."),
        "done": t("Gardé : {outcome}."),
        "none": t("Aucune proposition dans cet état."),
        "keys": t("Raccourcis clavier : A, R, D, S, et U pour annuler"),
        "lost": t("Le serveur ne répond pas : rien n’a été changé."),
    }
