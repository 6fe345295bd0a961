"""The page « Rapprocher ma liste »: a place that ``assets/modules/pages/match`` fills."""

import json

from dash import html

from territorial_map.domain.cells import Doubt
from territorial_map.domain.matching.terms import Likelihood, MatchVerdict, Warned, Why
from territorial_map.domain.naf import NafNomenclature
from territorial_map.services.matching.result_file import Added
from territorial_map.web.base.answers import Visit
from territorial_map.web.base.marks import Node, named
from territorial_map.web.base.opening import opening
from territorial_map.web.base.page_spec import Screen
from territorial_map.web.base.texts import Texts

Words = dict[str, object]


def layout(visit: Visit) -> Screen:
    """The whole page."""
    t = visit.t
    words = json.dumps(match_texts(t), ensure_ascii=False)
    privacy = t("Le fichier est lu en mémoire et n’est pas conservé.")
    live = {"role": "status", "aria-live": "polite"}
    content: list[Node] = [
        *opening(visit.heading),
        html.P(html.Strong(privacy), className="match-privacy"),
        html.Div(id="match-words", hidden=True, **named({"data-words": words})),
        html.Div(id="match-live", className="visually-hidden", **named(live)),
        html.Div(id="match-root"),
    ]
    return Screen(content, style="match")


def match_texts(t: Texts) -> Words:
    """Every word that the page draws; a pair is the form for one, then for several."""
    return {
        **_intake(t),
        **_results(t),
        **_adds(t),
        "report": _report(t),
        "fields": {
            "name": t("Nom"),
            "acronym": t("Sigle"),
            "siret": t("SIRET"),
            "siren": t("SIREN"),
            "finess": t("FINESS"),
            "rna": t("RNA"),
            "id": t("Identifiant de l’annuaire"),
            "postcode": t("Code postal"),
            "commune": t("Ville"),
            "commune_code": t("Code commune (INSEE)"),
            "department_code": t("Département"),
            "region": t("Région"),
            "country": t("Pays"),
            "lat": t("Latitude"),
            "lon": t("Longitude"),
            "address": t("Adresse"),
            "phone": t("Téléphone"),
        },
        "verdicts": {verdict.value: t(verdict.label) for verdict in MatchVerdict},
        "likelihoods": {word.value: t(word.label) for word in Likelihood},
        "why": {why.value: t(why.label) for why in Why},
        "doubts": {doubt.value: t(doubt.label) for doubt in Doubt},
        "warned": {warned.value: t(warned.label) for warned in Warned},
        "nomenclatures": {naf.value: t(naf.label) for naf in NafNomenclature},
        "headings": {added.value: t(added.label) for added in Added},
    }


def _intake(t: Texts) -> Words:
    return {
        "drop": t("Déposez une liste ici, ou choisissez-la :"),
        "limits": t(
            "10 Mio et 20 000 lignes au plus. CSV, classeur, GeoJSON, KML, GPX ou GeoPackage ; les "
            "formules d’un classeur donnent le résultat de leur dernier calcul."
        ),
        "paste": t("Ou coller des lignes"),
        "pasteLabel": t("Lignes collées : un nom par ligne, ou un tableau avec son en-tête"),
        "readPasted": t("Rapprocher ces lignes"),
        "pasted": t("lignes collées"),
        "reading": t("Lecture de {name}…"),
        "matching": t("{n} lignes rapprochées sur {total}"),
        "waiting": t("La suite reprendra d’elle-même."),
        "cancel": t("Arrêter"),
        "stopped": t("Arrêté : les {n} premières lignes sont rapprochées."),
        "done": [t("{n} ligne rapprochée."), t("{n} lignes rapprochées.")],
        "nothingYet": t("Rien n’est encore rapproché."),
        "sheet": t("Feuille du classeur"),
        "sheetAbout": t("{n} feuilles contiennent des lignes ; une seule est lue à la fois."),
        "columns": t("Colonnes comprises"),
        "columnsAbout": t("Corrigez si une colonne a été mal comprise : la liste est relue."),
        "noColumn": t("aucune"),
        "whichName": t("Dites quelle colonne est le nom, le SIRET ou le SIREN."),
    }


def _report(t: Texts) -> Words:
    return {
        "title": t("Ce que la lecture n’a pas pris tel quel"),
        "all": t("Toutes les cellules ont été comprises."),
        "emails": [
            t("{n} adresse électronique écartée : elle n’est ni publiée ni conservée."),
            t("{n} adresses électroniques écartées : elles ne sont ni publiées ni conservées."),
        ],
        "mobiles": [
            t("{n} téléphone mobile écarté : il n’est ni publié ni conservé."),
            t("{n} téléphones mobiles écartés : ils ne sont ni publiés ni conservés."),
        ],
        "persons": t("Colonnes de personnes, jamais lues : {columns}."),
        "apart": [t("{n} ligne mise à part : {reason}"), t("{n} lignes mises à part : {reason}")],
        "column": t("Colonne « {column} »"),
        "times": [t("{n} cellule"), t("{n} cellules")],
        "example": t("ligne {n} « {value} »"),
        "examples": t("Exemples : {examples}."),
        "unknown": t("Colonnes non comprises"),
        "unknownAbout": t(
            "Si l’une d’elles compte, dites ce qu’elle contient : la liste est relue."
        ),
        "holds": t("« {column} » contient…"),
        "holdsNothing": t("rien d’utile ici"),
    }


def _results(t: Texts) -> Words:
    return {
        "results": t("Résultat"),
        "filter": t("Lignes à montrer"),
        "filters": {
            "all": t("Toutes"),
            MatchVerdict.FOUND.value: t("Trouvées"),
            MatchVerdict.AMBIGUOUS.value: t("À choisir"),
            MatchVerdict.UNKNOWN.value: t("Inconnues"),
        },
        "nOfN": t("{n} sur {total}"),
        "more": t("Montrer plus de lignes"),
        "line": t("Ligne {n}"),
        "emptyFilter": t("Aucune ligne de cette sorte."),
        "candidates": t("Candidats de l’annuaire"),
        "choose": t("Choisir"),
        "none": t("Aucune de celles-ci"),
        "unlikelyToo": t("Montrer aussi les candidats peu probables"),
        "whichCommune": t("Communes que cette ville peut désigner :"),
        "notChosen": t("à choisir"),
        "notThis": t("Ce n’est pas elle"),
        "reconsider": t("Revenir sur ce choix"),
        "yourChoice": t("Votre choix."),
        "yourNone": t("Vous avez dit : aucune de celles-ci."),
        "earlier": t("Votre choix d’un envoi précédent."),
        "reused": [
            t("{n} choix d’un envoi précédent a été repris."),
            t("{n} choix d’envois précédents ont été repris."),
        ],
        "addToList": [
            t("Ajouter {n} organisation à une liste"),
            t("Ajouter {n} organisations à une liste"),
        ],
        "download": t("Résultat (CSV)"),
        "fileName": t("rapprochement.csv"),
        "listName": t("Rapprochée : {name}"),
    }


def _adds(t: Texts) -> Words:
    return {
        "adds": t("Ce que l’annuaire ajoute"),
        "addsAbout": [
            t("Pour {n} organisation trouvée ou choisie."),
            t("Pour {n} organisations trouvées ou choisies."),
        ],
        "practices": t("Bonnes pratiques qui les concernent"),
        "practicesNone": t("Aucune bonne pratique ne leur est reliée."),
        "concerned": t("{n} sur {total}"),
        "partnerships": t("Partenariats possibles entre elles"),
        "partnershipsAbout": t("Cherchés entre les {n} premières. Des pistes, à vérifier."),
        "partnershipsNone": t("Aucune piste entre elles d’après nos sources."),
        "existing": t("Déjà en lien"),
        "apart": t("à {distance} à vol d’oiseau"),
        "ptce": t("Examiner ce groupe au regard des textes sur les PTCE"),
        "ptceFirst": t("(les {n} premières)"),
        "addsWaiting": t("Recherche de ce que l’annuaire ajoute…"),
        "addsFailed": t("Ce que l’annuaire ajoute n’a pas pu être lu. Le reste est intact."),
        "retry": t("Réessayer"),
    }
