"""The page « Doublons » of operator mode: two sheets side by side, one decision each."""

import json

from dash import html

from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import Device, Kind, LegalForm
from territorial_map.services.duplicates.side_by_side import ComparedField, FieldAgreement
from territorial_map.web.base.answers import Visit
from territorial_map.web.base.html import painted
from territorial_map.web.base.marks import Node, named, page_link
from territorial_map.web.base.opening import opening
from territorial_map.web.base.page_spec import Screen
from territorial_map.web.base.texts import Texts


def layout(visit: Visit) -> Screen:
    """The whole page; ``assets/modules/pages/duplicates`` draws the pairs."""
    return Screen(document(visit))


def document(visit: Visit) -> list[Node]:
    """What the page is for, then a place for the pairs; closed to all but operators."""
    t = visit.t
    closed = t(
        "Cette page est réservée au mode opérateur : il faut le secret de qui tient cet annuaire."
    )
    content: list[Node] = [
        *opening(visit.heading),
        html.P("", className="twins-said", role="status"),
        html.Div(
            [html.P(closed), html.P(page_link(t("Ouvrir le mode opérateur"), "/operateur"))],
            className="twins-closed",
            hidden=True,
        ),
        html.Div(className="twins-room", hidden=True),
    ]
    words = json.dumps(duplicate_texts(t), ensure_ascii=False)
    return [html.Div(painted(content), className="twins", **named({"data-words": words}))]


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
        "fields": _labels(ComparedField, t),
        "agreements": _labels(FieldAgreement, t),
        "values": {t_.label: t(t_.label) for terms in (Kind, Device, LegalForm) for t_ in terms},
    }


def _labels(terms: type[Term], t: Texts) -> dict[str, str]:
    return {code: t(label) for code, label in terms.labels().items()}
