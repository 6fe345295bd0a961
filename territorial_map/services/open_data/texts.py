"""The texts that travel with the files, in French, ready to copy."""

from collections.abc import Iterable

from territorial_map.domain.edition import Edition
from territorial_map.domain.licences import LicenceBasis, licence_of
from territorial_map.services.export.about import PRODUCT
from territorial_map.services.export.licence_notes import attributions
from territorial_map.services.open_data.columns import COLUMNS
from territorial_map.services.open_data.descriptor import Written
from territorial_map.services.open_data.leaving import Leaving
from territorial_map.services.texts import Texts

_T = Texts()


def attribution_text(edition: Edition, *, everything: bool) -> str:
    """What whoever reuses the files copies beside them."""
    lines = [f"{PRODUCT}, édition {edition.id} ({_T.date(edition.built_on)}).", ""]
    lines += attributions(edition.report.sources)
    cog = edition.report.cog_named
    lines.append(
        f"Codes et noms des territoires : INSEE, Code officiel géographique ({cog}) ; DGCL."
    )
    if everything:
        lines += ["", "Sources dont la licence n’est pas précisée, à vérifier avant de republier :"]
        lines += [f"{name}." for name in _unstated(edition)]
    return "\n".join((*lines, ""))


def _unstated(edition: Edition) -> list[str]:
    return [
        one.name
        for one in edition.report.sources
        if any(
            licence_of(words).basis is LicenceBasis.NOT_STATED for words in one.licence.split(" ; ")
        )
    ]


def left_out_words(leaving: Leaving) -> str:
    """How many rows and facts stay behind, in a sentence; empty where everything leaves."""
    if leaving.everything:
        return ""
    rows, facts = _T.number(leaving.kept_back), _T.number(leaving.facts_taken_out)
    return _T.typeset(
        f"{rows} organisations sont laissées de côté : la licence d’au moins une de leurs sources "
        f"n’est pas précisée. {facts} activités sont retirées : elles viennent de pages publiques "
        "ou d’un autre site de la personne morale, sans licence précisée. Elles se lisent dans "
        "l’annuaire."
    )


def readme_text(edition: Edition, files: Iterable[Written], leaving: Leaving) -> str:
    """The file that one reads first."""
    lines = [
        f"# {PRODUCT} : données ouvertes",
        "",
        f"Édition {edition.id}, construite le {_T.date(edition.built_on)}.",
        "",
        left_out_words(leaving)
        or "Toutes les organisations y sont, même celles dont une source ne précise pas de "
        "licence : à vérifier auprès d’elle avant de republier.",
        "",
        "## Fichiers",
        "",
    ]
    for one in files:
        licences = " ; ".join(
            f"{licence.label} ({_T.number(n)})" for licence, n in one.by_licence.items()
        )
        lines += [f"- `{one.path}` : {one.description} {_T.number(one.rows)} lignes. {licences}."]
    lines += [
        "- `datapackage.json` : description des fichiers (Data Package).",
        "- `dcat.jsonld` : fiche pour les catalogues de données (DCAT-AP).",
        "- `ATTRIBUTION.txt` : le texte à recopier là où vous réutilisez ces données.",
        "- `SHA256SUMS` : empreintes, à vérifier par `sha256sum --check SHA256SUMS`.",
        "",
        "## À savoir",
        "",
        "- Une cellule vide dit qu’aucune source ne renseigne ; jamais zéro.",
        "- « located » dit si le point est à l’adresse ou au centre de la commune.",
        "- Les millésimes sont anciens : une organisation peut avoir fermé depuis.",
        "- Aucun nom, courriel ou mobile de personne.",
        "- Dans le CSV, une apostrophe précède un texte qu’un tableur lirait comme une formule.",
        "",
        "## Colonnes des organisations",
        "",
        "| colonne | titre | description |",
        "|---|---|---|",
        *(f"| `{c.key}` | {c.title.fr} | {c.description.fr} |" for c in COLUMNS),
        "",
    ]
    return "\n".join(lines)
