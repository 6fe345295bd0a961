"""The legal status of an organisation, from the strongest evidence a row holds.

Order: public body, INSEE's legal category, words of the name, the device that the law reserves
to a form, the family that the source files it under; else to establish. Source: law 2014-856,
article 1.
"""

import re
from functools import lru_cache

from territorial_map.domain.cells.legal_categories import legal_category
from territorial_map.domain.naf import naf_in_words
from territorial_map.domain.organisation import Status
from territorial_map.domain.vocabulary import EssStatus, LegalFamily, LegalForm
from territorial_map.ingest.french_typography import ESS_LAW, quoted, sentence_start
from territorial_map.ingest.status.clues import Clues
from territorial_map.ingest.status.declared import with_declaration
from territorial_map.ingest.status.names import form_in_name
from territorial_map.ingest.status.public import (
    is_public_body,
    looks_public,
    public_reason,
    siren_does_not_tell,
)

_STATUTORY: dict[LegalFamily, str] = {
    LegalFamily.ASSOCIATION: "Les associations",
    LegalFamily.COOPERATIVE: "Les coopératives",
    LegalFamily.MUTUAL: "Les mutuelles",
    LegalFamily.FOUNDATION: "Les fondations",
}
_CO_OWNERS = re.compile(r"\bsynd(?:icat)?\b.*\bcopropri|\bassociation syndicale\b")
_BANK_NAF = "6419Z"

_DEVICE_IS_NO_FORM: dict[str, str] = {
    "geiq": (
        "Un GEIQ est un groupement d’employeurs labellisé, association ou coopérative (code du "
        "travail, L1253-1 et suivants) : la source ne dit pas laquelle."
    ),
    "aci": "Un chantier d’insertion (ACI) est un dispositif, pas une forme juridique",
    "ei": "Une entreprise d’insertion (EI) est un dispositif, pas une forme juridique",
    "etti": "Une entreprise de travail temporaire d’insertion est un dispositif, pas une forme "
    "juridique",
    "eiti": "Une EITI est un dispositif, pas une forme juridique",
    "esat": "Un ESAT est un établissement, pas une forme juridique",
    "ea": "Une entreprise adaptée est un agrément, pas une forme juridique",
    "eatt": "Une entreprise adaptée est un agrément, pas une forme juridique",
    "esus": "L’agrément ESUS est réservé aux entreprises de l’ESS (code du travail, L3332-17-1) et "
    "n’est pas une forme juridique",
    "tiers_lieu": "Un tiers-lieu n’est pas de l’ESS par lui-même",
    "coworking": "Un espace de coworking n’est pas de l’ESS par lui-même",
    "fablab": "Un fablab n’est pas de l’ESS par lui-même",
}


def status_of(clues: Clues) -> Status:
    """Form, family and ESS status, each with its French sentence; unknown is said as such."""
    if is_public_body(clues):
        return _public(clues)
    if _CO_OWNERS.search(clues.folded):
        return _co_owners(clues)
    found = _by_legal_category(clues) or _by_name(clues) or _by_device(clues)
    found = found or _by_told_form(clues) or _by_family(clues)
    return with_declaration(clues, found)


@lru_cache(maxsize=1_024)  # few words of names and few categories serve a whole register
def status_of_form(form: LegalForm, evidence: str) -> Status:
    """The status that a form gives, with the evidence of the form."""
    family = form.family
    if form is LegalForm.ENDOWMENT_FUND:
        return Status(
            ess_evidence=(
                f"Un fonds de dotation relève de l’ESS sous conditions : à établir ({ESS_LAW})."
            ),
            legal_form=form,
            legal_form_evidence=evidence,
            legal_family=family,
        )
    if family in _STATUTORY:
        return Status(EssStatus.STATUTORY, statutory_reason(family), form, evidence, family)
    return Status(
        ess_evidence=(
            "Une société commerciale n’est de l’ESS que si elle remplit les conditions de "
            f"l’article 1er, II, 2° ({ESS_LAW.split(',', maxsplit=1)[0]}) : aucune source ne le "
            "montre."
        ),
        legal_form=form,
        legal_form_evidence=evidence,
        legal_family=family,
    )


def statutory_reason(family: LegalFamily) -> str:
    """The sentence that makes a family ESS by its statutes."""
    return f"{_STATUTORY[family]} relèvent de l’ESS par leur statut ({ESS_LAW}, II, 1°)."


def _public(clues: Clues) -> Status:
    is_gip = re.search(r"\bgip\b", clues.folded) is not None
    reason = public_reason(clues)
    form = LegalForm.GIP if is_gip else LegalForm.PUBLIC
    told = f"{reason} ; son nom dit {quoted('GIP')}." if is_gip else f"{reason}."
    law = f"{reason} ; seules des personnes de droit privé relèvent de l’ESS ({ESS_LAW})."
    return Status(EssStatus.OUTSIDE_PUBLIC, law, form, told, LegalFamily.PUBLIC)


def _co_owners(clues: Clues) -> Status:
    filed = f" ; {clues.register} le range en catégorie {clues.legal_category}"
    return Status(
        ess_evidence=(
            "Son nom est celui d’un syndicat de copropriété ou d’une association syndicale de "
            f"propriétaires, qui n’est pas une association de la loi de 1901"
            f"{filed if clues.legal_category else ''} : à établir."
        ),
        legal_form_evidence="Le nom contredit la catégorie du registre : non tranché.",
    )


def _by_legal_category(clues: Clues) -> Status | None:
    category = legal_category(clues.legal_category)
    if category is None:
        return None
    form, evidence = category.form, f"Catégorie juridique Insee {category.code} : {category.label}."
    named = form_in_name(clues)
    if form.family is LegalFamily.COOPERATIVE and named and named.form in _NAMED_COOPERATIVES:
        form = named.form
        evidence += f" Son nom dit {quoted(named.words)}."
    elif form is LegalForm.OTHER_COOP and clues.naf == _BANK_NAF:
        form = LegalForm.BANK_COOP
        evidence += f" Son code NAF {naf_in_words(clues.naf)} est celui des banques."
    if form.family is LegalFamily.PUBLIC:
        return Status(
            EssStatus.OUTSIDE_PUBLIC,
            f"Personne publique, d’après sa catégorie juridique {category.code} : hors ESS "
            f"({ESS_LAW}).",
            form,
            evidence,
            LegalFamily.PUBLIC,
        )
    return status_of_form(form, evidence)


# A SCIC or a CAE has no legal category of its own: only its name tells.
_NAMED_COOPERATIVES = frozenset({LegalForm.SCIC, LegalForm.CAE})


def _by_name(clues: Clues) -> Status | None:
    named = form_in_name(clues)
    if named is None:
        return None
    return status_of_form(named.form, f"Son nom dit {quoted(named.words)}.")


def _by_device(clues: Clues) -> Status | None:
    if clues.category != "ai":
        return None
    return status_of_form(
        LegalForm.ASSOCIATION,
        "Une association intermédiaire (AI) est une association (code du travail, L5132-7).",
    )


def _by_told_form(clues: Clues) -> Status | None:
    """The form that a row tells in words; in a list that is no register it stays to be shown."""
    form = next((each for each in LegalForm if each.value == clues.legal_form), LegalForm.UNKNOWN)
    if form is LegalForm.UNKNOWN:
        return None
    said = f"{sentence_start(clues.register)} la dit : {form.label}."
    if clues.from_register and form.family in _STATUTORY:
        return status_of_form(form, said)
    if form.family in _STATUTORY and form is not LegalForm.ENDOWMENT_FUND:
        law = f"{statutory_reason(form.family)} "
    else:
        law = ""
    return Status(
        ess_evidence=f"{law}Seule cette source le dit : à vérifier au répertoire Sirene.",
        legal_form=form,
        legal_form_evidence=said,
        legal_family=form.family,
    )


def _by_family(clues: Clues) -> Status:
    try:
        family = LegalFamily(clues.legal_family or LegalFamily.UNKNOWN)
    except ValueError:
        family = LegalFamily.UNKNOWN
    if family in _STATUTORY and not clues.family_told:
        return _supposed(clues, family)
    if family in _STATUTORY:
        return Status(
            EssStatus.STATUTORY,
            statutory_reason(family),
            _FORM_OF_FAMILY.get(family, LegalForm.UNKNOWN),
            f"{sentence_start(clues.register)} la range parmi : {family.label.lower()}.",
            family,
        )
    return Status(ess_evidence=_why_unknown(clues), legal_form_evidence="")


def _supposed(clues: Clues, family: LegalFamily) -> Status:
    """A family that no register tells: kept as a hint, and nothing of the law follows from it."""
    if looks_public(clues):
        return Status(
            ess_evidence=(
                f"{sentence_start(clues.register)} la donne parmi : {family.label.lower()} ; son "
                "nom est celui d’un service public : à établir."
            )
        )
    return Status(
        ess_evidence=(
            f"{statutory_reason(family)} Mais rien ne montre encore que c’en est une : à vérifier "
            "au répertoire Sirene."
        ),
        legal_form=_FORM_OF_FAMILY.get(family, LegalForm.UNKNOWN),
        legal_form_evidence=(
            f"Indice faible : d’après son nom ou le type que donne {clues.register}, pas d’après "
            "le répertoire Sirene."
        ),
        legal_family=family,
    )


_FORM_OF_FAMILY: dict[LegalFamily, LegalForm] = {
    LegalFamily.ASSOCIATION: LegalForm.ASSOCIATION,
    LegalFamily.FOUNDATION: LegalForm.FOUNDATION,
    LegalFamily.MUTUAL: LegalForm.MUTUAL,
}


def _why_unknown(clues: Clues) -> str:
    if clues.siren and siren_does_not_tell(clues.siren):
        return (
            "Son SIREN commence par 10, série qui ne dit ni personne publique ni personne "
            "privée : à établir."
        )
    told = _DEVICE_IS_NO_FORM.get(clues.category)
    if told is None:
        return "Aucune source ne dit sa forme juridique : à établir."
    if told.endswith("."):
        return told
    return f"{told} ; ni son nom ni son SIREN ne disent sa forme juridique."
