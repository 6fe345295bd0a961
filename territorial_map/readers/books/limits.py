"""What a workbook may hold, and what has been counted of it so far."""

from dataclasses import dataclass

from territorial_map.domain.errors import SourceTooLarge
from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.writing import number


@dataclass(frozen=True, slots=True)
class BookLimits:
    """The most that is read: bytes once inflated, sheets, columns, cells and characters laid out.

    ``cells`` are those of rows that hold something, counted to the last one of each; ``text`` is
    counted for every cell, so that a string that a thousand cells share counts a thousand times.
    """

    inflated: int = 512 * 2**20  # a sheet of a million rows and twenty columns holds some 300 MiB
    sheets: int = 500
    columns: int = 16_384
    cells: int = 100_000_000
    text: int = 4 * 2**30


class Budget:
    """Counts what a workbook takes, and refuses what is beyond its limits."""

    def __init__(self, name: str, limits: BookLimits) -> None:
        self.name = name
        self.limits = limits
        self._inflated = self._cells = self._text = 0

    def counted(self) -> tuple[int, int, int]:
        """What was counted so far: for ``count_again_from``."""
        return self._inflated, self._cells, self._text

    def count_again_from(self, counted: tuple[int, int, int]) -> None:
        """Forget what was counted since: rows that were only looked at are read anew."""
        self._inflated, self._cells, self._text = counted

    def inflate(self, size: int) -> None:
        """Count bytes out of the archive.

        Raises:
            SourceTooLarge: beyond the limit, as are the other counts.
        """
        self._inflated += size
        self.check_inflated(self._inflated)

    def check_inflated(self, size: int) -> None:
        """Look at a number of bytes, as an archive announces it."""
        if size > self.limits.inflated:
            raise SourceTooLarge(
                f"{self.name} : ce classeur dépasse {self.limits.inflated >> 20} Mio une fois "
                "décompressé : il n’est pas lu. Enregistrez-le en CSV."
            )

    def sheets(self, count: int) -> None:
        """Count the sheets of a workbook."""
        if count > self.limits.sheets:
            raise self._too_much(f"a plus de {_shown(self.limits.sheets)} feuilles")

    def column(self, number: int) -> None:
        """Look at the number of a column, from 1."""
        if number > self.limits.columns:
            raise self._too_much(
                f"a des cellules au-delà de sa {_shown(self.limits.columns)}ᵉ colonne"
            )

    def row(self, width: int, text: int) -> None:
        """Count a row that holds something: cells to its last one, characters of all of them."""
        self._cells += width
        self._text += text
        if self._cells > self.limits.cells:
            raise self._too_much(f"s’étend sur plus de {_shown(self.limits.cells)} cellules")
        self.characters(0)

    def characters(self, count: int) -> None:
        """Count characters that are kept."""
        self._text += count
        if self._text > self.limits.text:
            raise self._too_much(f"contient plus de {_shown(self.limits.text)} caractères")

    def _too_much(self, problem: str) -> SourceTooLarge:
        return SourceTooLarge(
            f"{self.name} : ce classeur {problem} : il n’est pas lu. Copiez les lignes et les "
            "colonnes utiles dans une feuille neuve et recommencez."
        )


def _shown(limit: int) -> str:
    return number(limit, Language.FRENCH)
