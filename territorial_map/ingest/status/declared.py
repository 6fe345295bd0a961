"""Companies that a register declares of the ESS, or that hold the ESUS agreement."""

from territorial_map.domain.organisation import Status
from territorial_map.domain.vocabulary import EssStatus, LegalFamily, LegalForm
from territorial_map.ingest.french_typography import ESS_LAW, sentence_start
from territorial_map.ingest.status.clues import Clues


def with_declaration(clues: Clues, found: Status) -> Status:
    """The status, where a declaration settles what the legal form leaves open.

    Cooperatives, mutuals, foundations and associations are ESS by statute whatever is declared.
    Sources: law 2014-856, article 1, II, 2° ; code du travail, L3332-17-1 (ESUS).
    """
    if clues.category == "commercial_ess" and _is_open(found):
        return Status(
            EssStatus.COMMERCIAL_COMPANY,
            f"{sentence_start(clues.register)} la déclare de l’ESS ({ESS_LAW}, II, 2°).",
            LegalForm.COMMERCIAL_ESS,
            found.legal_form_evidence or "Société, d’après la source.",
            LegalFamily.COMMERCIAL,
        )
    only_words = clues.legal_form and not clues.from_register  # « SAS agréée ESUS » in a list
    if clues.category == "esus" and not only_words and found.legal_family is LegalFamily.COMMERCIAL:
        return Status(
            EssStatus.COMMERCIAL_COMPANY,
            "Agrément ESUS, réservé aux entreprises de l’ESS (code du travail, L3332-17-1) ; il "
            "est daté : à vérifier.",
            LegalForm.COMMERCIAL_ESS,
            found.legal_form_evidence,
            LegalFamily.COMMERCIAL,
        )
    return found


def _is_open(found: Status) -> bool:
    return found.legal_family in {LegalFamily.COMMERCIAL, LegalFamily.UNKNOWN}
