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
    NAF_REFUSED = "naf_refused", "Code NAF écarté : il n’en a pas la forme (88.10C)."
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
    TRADE_SHARED = (
        "trade_shared",
        "Métier lu dans le code NAF d’un autre site de la même personne (même SIREN).",
    )
    PERHAPS_SAME = "perhaps_same", "Organisation peut-être déjà présente : à vérifier."
    CONTACT_IN_WORDS = (
        "contact_in_words",
        "Adresse électronique, mobile ou nom d’une personne écarté d’un besoin ou d’une offre.",
    )
    WORDS_WITHOUT_CATEGORY = (
        "words_without_category",
        "Besoin ou offre dont les mots ne disent aucune catégorie : gardés tels quels.",
    )
    WITHOUT_COMMUNE = "without_commune", "Organisation sans commune : la raison est dans sa fiche."


@dataclass(frozen=True, slots=True)
class Entries:
    """What the rows of a chunk left in a journal, by their rank in it.

    ``notes`` has, for each (code, sentence), the (rank, example) of every row, in their order.
    """

    rejections: dict[int, list[Rejection]]
    notes: dict[tuple[str, str], list[tuple[int, str]]]


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
        self.add_notes(code, sentence, [example])

    def add_notes(self, code: str, sentence: str, examples: list[str]) -> None:
        """Count something noticed and settled once for each example."""
        self._counts[code, sentence] += len(examples)
        kept = self._examples[code, sentence]
        kept += examples[: _EXAMPLES - len(kept)]

    def remarks(self) -> tuple[Remark, ...]:
        """Every remark with its count, by code."""
        return tuple(
            Remark(code, sentence, count, tuple(self._examples[code, sentence]))
            for (code, sentence), count in sorted(self._counts.items())
        )

    def rejected(self, file: str) -> int:
        """How many rows of a file were left out."""
        return self._rejected[file]


class ChunkJournal(Journal):
    """A journal that goes where the rows of a chunk go; ``rank`` is that of the row being read."""

    def __init__(self) -> None:
        super().__init__()
        self.rank = 0
        self._left = Entries(defaultdict(list), defaultdict(list))

    def add_rejection(self, rejection: Rejection) -> None:
        """Keep a rejection of the row."""
        self._left.rejections[self.rank].append(rejection)

    def add_note(self, code: str, sentence: str, example: str) -> None:
        """Keep a remark of the row."""
        self._left.notes[code, sentence].append((self.rank, example))

    def take(self) -> Entries:
        """What the rows left; the journal is empty again."""
        left, self._left = self._left, Entries(defaultdict(list), defaultdict(list))
        return Entries(dict(left.rejections), dict(left.notes))
