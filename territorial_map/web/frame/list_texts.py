"""Words of the lists kept in the browser; a pair is the form for one, then for several."""

from territorial_map.web.base.texts import Texts

ClientWords = dict[str, str | list[str]]


def list_texts(t: Texts) -> ClientWords:
    """What every page needs: the window that adds to a list, and what the store tells."""
    return {
        "title": t("Ajouter à une liste"),
        "close": t("Fermer"),
        "reading": t("Chargement…"),
        "organisations": [_one_organisation(t), t("{n} organisations")],
        "selection": [
            t("La sélection affichée : {n} organisation"),
            t("La sélection affichée : {n} organisations"),
        ],
        "howMany": t("Combien, dans l’ordre de la liste ?"),
        "nOfN": t("{n} sur {total}"),
        "capped": t("Une liste a {most} lignes au plus : les premières sont proposées."),
        "nothing": t("Aucune organisation à ajouter."),
        "alreadyInside": [t("déjà dans la liste"), t("toutes déjà dans la liste")],
        "someInside": [t("{n} sur {total} déjà dans la liste")] * 2,
        "newList": t("Nouvelle liste"),
        "create": t("Créer et ajouter"),
        "defaultName": t("Liste {n}"),
        "addedTo": [
            t("{n} organisation ajoutée à « {name} »."),
            t("{n} organisations ajoutées à « {name} »."),
        ],
        "already": [t("{n} y était déjà."), t("{n} y étaient déjà.")],
        "noRoom": [
            t("{n} n’a pas trouvé de place : une liste a {most} lignes au plus."),
            t("{n} n’ont pas trouvé de place : une liste a {most} lignes au plus."),
        ],
        "groupName": t("Groupement PTCE"),
        "groupKept": t("Le groupe est gardé dans la liste « {name} »."),
        "groupMoved": t("Votre groupe PTCE est maintenant une liste : « {name} »."),
        "stepGroup": t("membres de « {name} »"),
        "stepAdd": t("ajout à « {name} »"),
        "stepCreate": t("création de « {name} »"),
        "kept": [
            t("Ajouté à Ma liste, {n} organisation."),
            t("Ajouté à Ma liste, {n} organisations."),
        ],
        "taken": [
            t("Retiré de Ma liste, {n} organisation."),
            t("Retiré de Ma liste, {n} organisations."),
        ],
        "stepTake": t("retrait de « {name} »"),
        "seeLists": t("Voir mes listes"),
        "offline": t("Le serveur ne répond pas. Vos listes sont intactes ; réessayez."),
        "full": t(
            "Ce navigateur n’a pas pu garder ce changement : sa place est pleine ou interdite. "
            "Rien n’est perdu, rien n’a changé. Enregistrez vos listes en fichiers JSON, puis "
            "supprimez-en une."
        ),
        "moved": t("Un autre onglet a changé cette liste depuis : rien n’a été annulé."),
        "unreadable": t(
            "Les listes de ce navigateur sont illisibles. Elles ont été mises de côté sans être "
            "effacées ; une liste enregistrée en fichier JSON peut être importée."
        ),
    }


def _one_organisation(t: Texts) -> str:
    """The form for one, which the catalogue holds with the form for several: figure left out."""
    return t.plural("{n} organisation", "{n} organisations", 1).replace("1", "{n}")
