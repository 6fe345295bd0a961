"""What a build rejects and what it settles, written down as it goes."""

from collections import Counter, defaultdict
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Entries:
    """What one row left in a journal: ``notes`` are (code, sentence, example)."""

    rejections: tuple[Rejection, ...] = ()
    notes: tuple[tuple[str, str, str], ...] = ()


class Journal:
    """The rejections and remarks of one build; memory does not grow with the remarks."""

    def __init__(self) -> None:
        self.rejections: list[Rejection] = []
        self._rejected: Counter[str] = Counter()
        self._counts: Counter[tuple[str, str]] = Counter()
        self._examples: dict[tuple[str, str], list[str]] = defaultdict(list)

    def reject(self, file: str, row: Row, column: str, reason: str, *, hide: bool = False) -> None:
        """Leave a row out and say where and why; ``hide`` keeps a person's name out of the file."""
        value = "(non reproduit)" if hide else row.values.get(column, "")
        self.add_rejection(Rejection(file, row.line, column, value, reason))

    def add_rejection(self, rejection: Rejection) -> None:
        """Leave a row out."""
        self.rejections.append(rejection)
        self._rejected[rejection.file] += 1

    def note(self, remark: Term, example: str) -> None:
        """Count something noticed and settled; the first examples are kept."""
        self.add_note(remark.value, remark.label, example)

    def add_note(self, code: str, sentence: str, example: str) -> None:
        """Count something noticed and settled."""
        self._counts[code, sentence] += 1
        examples = self._examples[code, sentence]
        if len(examples) < _EXAMPLES:
            examples.append(example)

    def add(self, entries: Entries) -> None:
        """Take over what a row left in another journal."""
        for rejection in entries.rejections:
            self.add_rejection(rejection)
        for code, sentence, example in entries.notes:
            self.add_note(code, sentence, example)

    def remarks(self) -> tuple[Remark, ...]:
        """Every remark with its count, by code."""
        return tuple(
            Remark(code, sentence, count, tuple(self._examples[code, sentence]))
            for (code, sentence), count in sorted(self._counts.items())
        )

    def rejected(self, file: str) -> int:
        """How many rows of a file were left out."""
        return self._rejected[file]


class RowJournal(Journal):
    """A journal that is emptied after each row: what a row leaves goes where the row goes."""

    def __init__(self) -> None:
        super().__init__()
        self._notes: list[tuple[str, str, str]] = []

    def add_note(self, code: str, sentence: str, example: str) -> None:
        """Keep a remark of the row."""
        self._notes.append((code, sentence, example))

    def take(self) -> Entries | None:
        """What the row left, if anything."""
        if not self._notes and not self.rejections:
            return None
        entries = Entries(tuple(self.rejections), tuple(self._notes))
        self.rejections.clear()
        self._notes.clear()
        return entries
