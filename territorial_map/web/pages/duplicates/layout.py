"""The page « Doublons » of operator mode: two sheets side by side, one decision each."""

from territorial_map.domain.vocabulary import Device, Kind, LegalForm
from territorial_map.services.duplicates.side_by_side import ComparedField, FieldAgreement
from territorial_map.web.base.answers import Visit
from territorial_map.web.base.marks import Node
from territorial_map.web.base.operator_room import labels_of, operator_room
from territorial_map.web.base.page_spec import Screen
from territorial_map.web.base.texts import Texts


def layout(visit: Visit) -> Screen:
    """The whole page; ``assets/modules/pages/duplicates`` draws the pairs."""
    return Screen(document(visit))


def document(visit: Visit) -> list[Node]:
    """What the page is for, then a place for the pairs."""
    return operator_room(visit, "twins", duplicate_texts(visit.t))


def duplicate_texts(t: Texts) -> dict[str, object]:
    """Every word that the browser draws."""
    return {
        "question": t("« {a} » et « {b} » : une seule organisation ?"),
        "left": t("Reste à décider : {n}."),
        "field": t("Champ"),
        "agreement": t("Accord"),
        "unknown": t("non renseigné"),
        "sheet": t("Ouvrir la fiche (nouvel onglet)"),
        "same": t("Même organisation"),
        "different": t("Différentes"),
        "later": t("Plus tard"),
        "undo": t("Annuler la dernière décision"),
        "takeBack": t("Reprendre la décision"),
        "keptSame": t("Gardé : même organisation. La prochaine édition n’en fera qu’une fiche."),
        "keptDifferent": t("Gardé : organisations différentes. La question ne sera plus posée."),
        "setLater": t("Mise de côté : elle sera proposée de nouveau."),
        "undone": t("Décision annulée."),
        "done": t("Rien d’autre à décider dans cette édition."),
        "doneLater": t("Vous avez tout vu. Mises de côté : {n}."),
        "again": t("Revoir celles mises de côté"),
        "decided": t("Déjà décidées : {n}"),
        "keys": t("Raccourcis clavier : S, D, L, et U pour annuler"),
        "lost": t("Le serveur ne répond pas : rien n’a été changé."),
        "fields": labels_of(ComparedField, t),
        "agreements": labels_of(FieldAgreement, t),
        "values": {t_.label: t(t_.label) for terms in (Kind, Device, LegalForm) for t_ in terms},
    }
