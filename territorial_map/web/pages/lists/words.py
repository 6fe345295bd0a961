"""Words of the page « Mes listes », drawn by the browser; a pair is for one, then several."""

from typing import Any

from territorial_map.web.base.base_maps import outlines_credit
from territorial_map.web.base.texts import Texts

LEAD = (
    "Vos partenaires à contacter, avec vos notes. Ces listes restent dans ce navigateur : "
    "pas de compte, et le serveur n’en reçoit que les identifiants, pour vous donner les "
    "faits du jour. Enregistrez-les en fichiers pour ne pas les perdre."
)


def list_page_texts(cog: str, t: Texts, *, contributing: bool = False) -> dict[str, Any]:
    """Everything the page shows that is no fact of an organisation.

    ``complete`` is blank where the host takes no contributions.
    """
    return {
        "complete": t("Compléter après mes appels") if contributing else "",
        "completeSome": t("Les {n} premières fiches de la liste, sur {total}."),
        **_screens(t),
        **_lines(t),
        **_order(t),
        **_tools(t),
        **_links(t),
        **_files(t),
        **_steps(t),
        **_map(cog, t),
    }


def _screens(t: Texts) -> dict[str, Any]:
    return {
        "title": t("Mes listes"),
        "lead": t(LEAD),
        "none": t("Aucune liste pour l’instant."),
        "noneHow": t(
            "Ouvrez une fiche, une sélection, un réseau ou un groupe, puis « Ajouter à une liste »."
        ),
        "openMap": t("Ouvrir la carte et l’annuaire"),
        "newList": t("Nouvelle liste"),
        "created": t("créée le {date}"),
        "backToAll": t("Toutes mes listes"),
        "missing": t("Liste absente de ce navigateur"),
        "missingAbout": t(
            "Cette adresse mène à une liste gardée dans un autre navigateur, ou supprimée. Pour "
            "transmettre une liste, utilisez « Partager par un lien » ou un fichier."
        ),
        "emptyList": t(
            "Liste vide. Ajoutez des organisations depuis la carte, une fiche ou Réseau."
        ),
        "shown": t("{n} sur {total} affichées"),
        "more": t("Afficher plus"),
        "again": t("Réessayer"),
        "rename": t("Renommer"),
        "newName": t("Nouveau nom de la liste"),
        "save": t("Enregistrer"),
        "duplicate": t("Dupliquer"),
        "remove1": t("Supprimer"),
        "deleted": t("Liste « {name} » supprimée."),
        "asPole": t("Examiner comme PTCE"),
        "asPoleSome": t("Un groupe a {n} membres au plus : les {n} premiers sur {total}."),
        "exportAll": t("Exporter"),
    }


def _lines(t: Texts) -> dict[str, Any]:
    return {
        "linesLabel": t("Organisations de la liste"),
        "noSectors": t("Activités non renseignées"),
        "noPhone": t("téléphone non renseigné"),
        "away": t("à {distance} à vol d’oiseau"),
        "factsOf": t("Faits de l’édition du {date}. Notes, statuts et dates sont les vôtres."),
        "statuses": {
            "to_contact": t("À contacter"),
            "contacted": t("Contacté"),
            "interested": t("Intéressé"),
            "no": t("Non"),
        },
        "noStatus": t("Sans statut"),
        "status": t("Statut"),
        "checkedOn": t("Vérifié le"),
        "checkedThen": t("Vérifié le {date}"),
        "today": t("Aujourd’hui"),
        "note": t("Note"),
        "remove": t("Retirer de la liste"),
        "removed": t("{name} est retiré de la liste."),
        "gone": t("n’est plus dans l’annuaire"),
        "goneSince": t(
            "N’est plus dans l’édition du {date} : fermée, ou retirée par ses sources. Le nom est "
            "celui que la liste a gardé ; vérifiez avant de l’écarter."
        ),
        "merged": t("« {old} » est fusionnée avec « {name} »."),
        "alreadyHere": t("Elle est déjà dans cette liste."),
        "renamed": t("Ancien nom : « {old} »."),
        "ended": t("Terminée, d’après ses sources : {why}."),
        "update": t("Mettre la ligne à jour"),
    }


def _order(t: Texts) -> dict[str, Any]:
    return {
        "move": t("Déplacer"),
        "up": t("Monter"),
        "down": t("Descendre"),
        "keys": t(
            "Entrée ou Espace pour saisir la ligne, flèches pour la déplacer, Entrée pour la "
            "poser, Échap pour annuler."
        ),
        "taken": t(
            "{name}, saisie en position {n} sur {total}. Flèches pour déplacer, Entrée pour poser, "
            "Échap pour annuler."
        ),
        "moved": t("{name}, position {n} sur {total}."),
        "dropped": t("{name}, posée en position {n} sur {total}."),
        "moveCancelled": t("Déplacement annulé."),
        "notMovable": t("Pour déplacer des lignes, choisissez « Mon ordre » et tous les statuts."),
        "keepOrder": t("Garder cet ordre"),
    }


def _tools(t: Texts) -> dict[str, Any]:
    return {
        "sort": t("Trier par"),
        "sorts": {
            "mine": t("Mon ordre"),
            "name": t("Nom"),
            "commune": t("Commune"),
            "distance": t("Distance"),
            "status": t("Statut"),
        },
        "filter": t("Statut"),
        "allStatuses": t("Tous les statuts"),
        "origin": t("Distances depuis"),
        "originHint": t("Commune, ou organisation de la liste"),
        "originIs": t("Distances à vol d’oiseau depuis {name}."),
        "originUnknown": t("Aucun lieu de ce nom : essayez le nom d’une commune."),
        "originNeeded": t("Dites d’où compter les distances."),
    }


def _links(t: Texts) -> dict[str, Any]:
    return {
        "share": t("Partager par un lien"),
        "shareAbout": t(
            "Le lien contient la liste elle-même, après le signe # : le serveur ne la reçoit "
            "jamais. Toute personne qui a le lien peut la lire, et en faire une copie."
        ),
        "withNotes": t("Inclure mes notes et mes dates de vérification"),
        "link": t("Lien de la liste"),
        "copyLink": t("Copier le lien"),
        "linkCopied": t("Lien copié"),
        "linkByHand": t("Copiez avec Ctrl+C"),
        "linkLength": t("{n} caractères."),
        "linkPlain": t("Ce navigateur ne sait pas compresser : le lien est plus long."),
        "linkLong": t(
            "Ce lien est très long : des messageries le couperont. Le fichier JSON est plus sûr."
        ),
        "linkTrouble": t("Ce lien ne donne pas de liste"),
        "linkBroken": t(
            "Le lien est incomplet ou abîmé : il a sans doute été coupé en le copiant. Demandez-le "
            "de nouveau, ou demandez le fichier JSON de la liste."
        ),
        "linkNewer": t(
            "Ce lien vient d’une version plus récente de ce site. Rechargez la page et réessayez."
        ),
        "linkNoStream": t(
            "Ce navigateur est trop ancien pour lire ce lien. Ouvrez-le dans un navigateur à jour, "
            "ou demandez le fichier JSON de la liste."
        ),
        "sharedTitle": t("Liste ouverte depuis un lien, en lecture seule."),
        "sharedAbout": t(
            "Elle n’est pas gardée dans ce navigateur. Copiez-la pour l’annoter et la modifier."
        ),
        "sharedName": t("Liste partagée"),
        "copyToMine": t("Copier dans mes listes"),
    }


def _files(t: Texts) -> dict[str, Any]:
    return {
        "files": t("Fichiers"),
        "saveCsv": t("Tableau CSV, avec mes notes"),
        "saveJson": t("Fichier JSON, pour sauvegarder ou transmettre"),
        "jsonFile": t("Fichier JSON"),
        "saveAll": t("Tout enregistrer (JSON)"),
        "print": t("Imprimer, avec cases à cocher"),
        "import": t("Reprendre des listes enregistrées (fichier JSON)"),
        "imported": [
            t("{n} liste importée de {file}."),
            t("{n} listes importées de {file}."),
        ],
        "fileTooLarge": t("{file} est trop gros pour être une liste de ce site (20 Mo au plus)."),
        "fileNotList": t(
            "{file} n’est pas une liste enregistrée par ce site : un fichier JSON de « Mes "
            "listes » est attendu. Rien n’a changé."
        ),
        "fileNewer": t(
            "{file} vient d’une version plus récente de ce site. Rechargez la page et réessayez."
        ),
        "columns": [
            t("Ordre"),
            t("Nom"),
            t("Ce que c’est"),
            t("Activités"),
            t("Adresse"),
            t("Code postal"),
            t("Commune"),
            t("Département"),
            t("Téléphone"),
            t("Site web"),
            t("SIRET"),
            t("Distance (km, à vol d’oiseau)"),
            t("Statut"),
            t("Vérifié le"),
            t("Note"),
            t("Source"),
            t("Millésime"),
            t("Identifiant"),
            t("Fiche"),
        ],
        "printColumns": [
            "☐",
            t("N°"),
            t("Organisation"),
            t("Adresse"),
            t("Téléphone"),
            t("Statut"),
            t("Vérifié le, par"),
            t("Note"),
            t("Source"),
        ],
        "printAbout": t(
            "{n} sur {total} organisations, imprimées le {date}. Faits de l’édition du {edition}."
        ),
    }


def _steps(t: Texts) -> dict[str, Any]:
    return {
        "undo": t("Annuler"),
        "redo": t("Rétablir"),
        "undone": t("Annulé : {step}."),
        "redone": t("Rétabli : {step}."),
        "nothingToUndo": t("Rien à annuler."),
        "nothingToRedo": t("Rien à rétablir."),
        "stepMove": t("déplacement de {name}"),
        "stepOrder": t("ordre de la liste"),
        "stepWrite": t("suivi de {name}"),
        "stepRemove": t("retrait de {name}"),
        "stepUpdate": t("mise à jour de {name}"),
        "stepRename": t("nom « {name} »"),
        "stepDelete": t("suppression de « {name} »"),
        "stepDuplicate": t("copie de « {name} »"),
        "stepCopy": t("copie de « {name} »"),
        "stepImport": t("import de {file}"),
    }


def _map(cog: str, t: Texts) -> dict[str, Any]:
    return {
        "map": t("Carte de la liste"),
        "mapOf": [
            t("Carte de {n} organisation ; la liste dit la même chose."),
            t("Carte de {n} organisations ; la liste dit la même chose."),
        ],
        "notOnMap": [
            t("{n} sans position connue, absente de la carte."),
            t("{n} sans position connue, absentes de la carte."),
        ],
        "mapCredit": outlines_credit(cog, t),
        "mapFailed": t("La carte n’a pas pu être dessinée ; la liste est entière."),
    }
