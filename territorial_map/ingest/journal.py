"""What a build rejects and what it settles, written down as it goes."""

from collections import defaultdict

from territorial_map.domain.edition import Rejection, Remark
from territorial_map.domain.term import Term
from territorial_map.readers import Row

_EXAMPLES = 5


class RemarkCode(Term):
    """What a build notices and settles; the label is its sentence in the closing report."""

    TABLE_ABSENT = "table_absent", "Table absente du dossier : l’édition est faite sans elle."
    SIREN_REFUSED = "siren_refused", "SIREN écarté : sa clé de contrôle est fausse."
    SIRET_REFUSED = "siret_refused", "SIRET écarté : sa clé de contrôle est fausse."
    SIREN_CONTRADICTS = (
        "siren_contradicts",
        "SIREN écarté : ce n’est pas celui du SIRET de la même ligne.",
    )
    FINESS_REFUSED = "finess_refused", "Numéro Finess écarté : il n’a pas neuf caractères."
    MOBILE_DROPPED = (
        "mobile_dropped",
        "Téléphone mobile écarté : il peut être celui d’une personne.",
    )
    PHONE_REFUSED = "phone_refused", "Téléphone écarté : ce n’est pas un numéro à dix chiffres."
    WEBSITE_REFUSED = "website_refused", "Adresse de site écartée : illisible."
    NAME_CORRECTED = "name_corrected", "Nom corrigé, avec la règle écrite dans la fiche."
    SIREN_SHARED = (
        "siren_shared",
        "SIREN lu sur un autre établissement du même gestionnaire (Finess).",
    )
    FORM_SHARED = (
        "form_shared",
        "Forme juridique lue sur une autre fiche de la même personne (même SIREN).",
    )
    PERHAPS_SAME = "perhaps_same", "Organisation peut-être déjà présente : à vérifier."
    WITHOUT_COMMUNE = "without_commune", "Organisation sans commune : la raison est dans sa fiche."


class Journal:
    """The rejections and remarks of one build; grows while it runs."""

    def __init__(self) -> None:
        self.rejections: list[Rejection] = []
        self._examples: dict[tuple[str, str], list[str]] = defaultdict(list)

    def reject(self, file: str, row: Row, column: str, reason: str, *, hide: bool = False) -> None:
        """Leave a row out and say where and why; ``hide`` keeps a person's name out of the file."""
        value = "(non reproduit)" if hide else row.values.get(column, "")
        self.rejections.append(Rejection(file, row.line, column, value, reason))

    def note(self, remark: Term, example: str) -> None:
        """Count something noticed and settled; the first examples are kept."""
        self._examples[remark.value, remark.label].append(example)

    def remarks(self) -> tuple[Remark, ...]:
        """Every remark with its count, by code."""
        return tuple(
            Remark(code, sentence, len(examples), tuple(examples[:_EXAMPLES]))
            for (code, sentence), examples in sorted(self._examples.items())
        )

    def rejected(self, file: str) -> int:
        """How many rows of a file were left out."""
        return sum(rejection.file == file for rejection in self.rejections)
