"""Words that client-side code shows, written into the page in its language."""

import json

from dash import html

from territorial_map.domain.language.writing import script_rules
from territorial_map.domain.vocabulary import Kind
from territorial_map.web.base.base_maps import BASE_MAPS, attribution
from territorial_map.web.base.marks import named
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.zonings import zoning_words
from territorial_map.web.frame.export_words import export_words
from territorial_map.web.frame.list_texts import list_texts

CLIENT_TEXTS = "client-texts"


def client_texts(cog: str, t: Texts) -> html.Div:
    """A hidden element that carries them as JSON; ``{n}`` is filled in by the browser."""
    words = {
        "organisations": t("{n} organisations"),
        "here": t("{n} dans cette vue"),
        "hereToCall": t("{n} dans cette vue, et {unknown} à appeler"),
        "toCall": t("Activité non renseignée, à appeler"),
        "nobodyHere": t("0 dans cette vue : non connu de nos sources, pas forcément absent"),
        "nOfN": t("{n} sur {total}"),
        "zoomIn": t("Activer pour zoomer."),
        "samePoint": t("Activer pour les lister."),
        "approximate": t("position à la commune"),
        "loading": t("Chargement…"),
        "mapFailed": t("La carte n’a pas pu être mise à jour. Déplacez-la pour réessayer."),
        "locateFailed": t("Votre position n’a pas pu être trouvée."),
        "lost": t(
            "Le serveur ne répond pas. Ce que vous voyez reste affiché ; réessayez dans un instant."
        ),
        "busy": t("Le service est très demandé : réessayez dans {n} s."),
        "again": t("Réessayer"),
        "upgraded": t("Ce site vient d’être mis à jour : rechargez la page pour continuer."),
        "undo": t("Annuler"),
        "close": t("Fermer ce message"),
        "backToSheet": t("Revenir à la fiche"),
        "operator": t("Mode opérateur"),
        "operatorDismissed": t("Piste écartée pour tous les visiteurs."),
        "operatorSaid": t("Gardé pour tous les visiteurs."),
        "operatorShut": t("Mode opérateur fermé : le secret n’est pas accepté. Rien n’a changé."),
        "operatorFailed": t("Le serveur n’a pas gardé cette décision : rien n’a changé."),
        "added": t("{name} est dans le groupe."),
        "taken": t("{name} est retiré du groupe."),
        "writing": script_rules(t.language),
        "lists": list_texts(t),
        "export": export_words(t),
        "zonings": zoning_words(t),
        "kinds": {kind.value: t(kind.label) for kind in Kind},
        "bases": {
            base.name: {"url": base.url, "attribution": attribution(base, cog, t)}
            for base in BASE_MAPS
        },
    }
    carried = json.dumps(words, ensure_ascii=False)
    return html.Div(id=CLIENT_TEXTS, hidden=True, **named({"data-texts": carried}))
