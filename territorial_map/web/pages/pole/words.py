"""Words of the page « Constituer un PTCE » that the browser shows."""

from territorial_map.services.ptce.matrix import SaidOfPooling, said_in_words
from territorial_map.web.base.texts import Texts


def pole_texts(t: Texts) -> dict[str, str | dict[str, str]]:
    """Which list the group is, where it can start from, and what members answered."""
    return {
        "said": {said.value: said_in_words(said, t) for said in SaidOfPooling},
        "dossier": t("Dossier PTCE"),
        "making": t("Le dossier se prépare…"),
        "noted": t("noté par vous"),
        "answerOf": t("{name} : {on}"),
        "why": t("D’après nos sources et nos règles : {why}."),
        "asked": t("Ce que le membre a répondu"),
        "notAsked": t("pas encore demandé"),
        "save": t("Noter la réponse"),
        "answered": t("Réponse notée pour {name}."),
        "stepAnswer": t("réponse de {name} ({on})"),
        "stepProof": t("preuve « {name} »"),
        "list": t("Ce groupe est la liste"),
        "noList": t(
            "Ce groupe vient d’un lien ou d’un pôle : il n’est dans aucune de vos listes. Il en "
            "devient une si vous le changez."
        ),
        "keep": t("Garder comme liste"),
        "start": t("Partir de"),
        "lists": t("Une de mes listes ({n})"),
        "pole": t("Un pôle existant"),
        "file": t("Un fichier (CSV, tableur)"),
        "fileRead": t("Lecture de {name}…"),
        "fileFound": t(
            "Lignes de {name} : {lines}. Organisations reconnues à coup sûr : {n}. Les autres "
            "lignes restent à rapprocher une à une."
        ),
        "fileNone": t(
            "Lignes de {name} : {lines}. Aucune organisation n’est reconnue à coup sûr : elles "
            "restent à rapprocher une à une."
        ),
        "matching": t("Un fichier, ligne à ligne"),
        "blank": t("Une page blanche"),
    }
