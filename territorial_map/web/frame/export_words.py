"""The words of the export dialog, which the browser draws, in the language of the page."""

from typing import Any

from territorial_map.domain.listing import Order
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.web.base.texts import Texts

ROWS = (
    ("site", "Une ligne par établissement"),
    ("person", "Une ligne par personne morale"),
)


def export_words(t: Texts) -> dict[str, Any]:
    """Every word of the dialog; the browser fills what is in braces."""
    return {
        "formats": [
            {"code": chosen.code, "name": t(chosen.name), "what": t(chosen.purpose)}
            for chosen in FORMATS.values()
        ],
        "rowsChoices": [{"code": code, "name": t(name)} for code, name in ROWS],
        "sorts": [{"code": order.value, "name": t(order.label)} for order in Order],
        "title": t("Exporter : {title}"),
        "close": t("Fermer"),
        "format": t("Format"),
        "also": t("La même liste dans d’autres formats aussi"),
        "rows": t("Lignes"),
        "sort": t("Trier par"),
        "columns": t("Colonnes"),
        "columnsHint": t(
            "Cochez celles à garder ; déplacez-les en les tirant, par les flèches, ou par Alt et "
            "une flèche du clavier."
        ),
        "always": t("toujours gardée"),
        "keepAll": t("Tout garder"),
        "firstOrder": t("Ordre d’origine"),
        "up": t("Monter : {column}"),
        "down": t("Descendre : {column}"),
        "moved": t("{column} : place {n} sur {total}"),
        "lines": t("Lignes du fichier : {n}"),
        "nOfN": t("Lignes du fichier : {n} sur {total}"),
        "most": t("{n} lignes au plus"),
        "tooLong": t(
            "Cette liste a {n} lignes et ce format en tient {most} au plus. Choisissez le classeur "
            "XLSX, ou restreignez la liste."
        ),
        "takeXlsx": t("Choisir XLSX"),
        "print": t("Imprimer la liste affichée"),
        "stop": t("Arrêter l’export"),
        "download": t("Télécharger"),
        "waiting": t("Préparation de l’export…"),
        "failed": t("L’export n’a pas pu être préparé"),
        "preparing": t("Le fichier se prépare…"),
        "progress": t("Avancement de l’export"),
        "came": t("{size} reçus"),
        "cameLines": t("{size} reçus, {n} lignes sur {total}"),
        "kilobytes": t("{n} ko"),
        "megabytes": t("{n} Mo"),
        "ready": t("Fichier prêt : {name} ({size})."),
        "cancelled": t("Export arrêté. Vos choix sont gardés."),
    }
