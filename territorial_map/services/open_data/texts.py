"""The texts that travel with the files, in French, ready to copy."""

from collections.abc import Iterable, Sequence

from territorial_map.domain.edition import Edition
from territorial_map.domain.organisation import Organisation
from territorial_map.services.export.about import PRODUCT
from territorial_map.services.export.licences_held import attributions_of, unstated_of
from territorial_map.services.open_data.columns import COLUMNS
from territorial_map.services.open_data.descriptor import Written
from territorial_map.services.open_data.leaving import Leaving
from territorial_map.services.texts import Texts

_T = Texts()


def attribution_text(edition: Edition, rows: Sequence[Organisation], *, everything: bool) -> str:
    """What whoever reuses the files copies beside them; ``rows`` are the organisations in them."""
    lines = [f"{PRODUCT}, édition {edition.id} ({_T.date(edition.built_on)}).", ""]
    lines += attributions_of(rows)
    cog = edition.report.cog_named
    lines.append(f"Codes et noms des territoires\u00a0: INSEE ({cog}), DGCL, La Poste.")
    if everything:
        lines += ["", "Sources dont la licence n’est pas précisée, à vérifier avant de republier :"]
        lines += unstated_of(rows)
    return "\n".join((*lines, ""))


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
