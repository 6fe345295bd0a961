"""The file of verdicts on duplicates: it travels with the sources and is read by every build.

One line per pair, ``one_id, other_id, verdict, decided_on``, UTF-8, sorted: a diff shows what was
decided. No name of who decided.
"""

import csv
import os
from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from territorial_map.domain.duplicate_verdicts import DuplicateDecision, decision_of
from territorial_map.domain.errors import BadParameter, SourceError

VERDICTS_FILE = "duplicates.verdicts.csv"
COLUMNS = ("one_id", "other_id", "verdict", "decided_on")


def read_decisions(path: Path) -> tuple[DuplicateDecision, ...]:
    """The decisions of a file, sorted; none when there is no file.

    Raises:
        SourceError: another header, a line that is not a decision, or two verdicts on one pair.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError:
        raise SourceError(
            f"{path.name} : le fichier n’est pas en UTF-8. Enregistrez-le ainsi."
        ) from None
    reader = csv.reader(text.splitlines(), strict=True)
    found: dict[tuple[str, str], DuplicateDecision] = {}
    try:
        if tuple(next(reader, ())) != COLUMNS:
            raise SourceError(
                f"{path.name}, ligne 1 : les colonnes attendues sont {', '.join(COLUMNS)}."
            )
        for cells in reader:
            decision = _decision(path, reader.line_num, cells)
            if found.setdefault(decision.pair, decision).verdict is not decision.verdict:
                raise SourceError(
                    f"{path.name}, ligne {reader.line_num} : la paire « {decision.one} » et "
                    f"« {decision.other} » a déjà l’autre verdict plus haut. Gardez une des lignes."
                )
    except csv.Error as error:
        raise SourceError(
            f"{path.name}, ligne {reader.line_num} : guillemets mal placés ({error})."
        ) from error
    return tuple(sorted(found.values()))


def _decision(path: Path, line: int, cells: list[str]) -> DuplicateDecision:
    if len(cells) != len(COLUMNS):
        raise SourceError(
            f"{path.name}, ligne {line} : {len(cells)} cellule(s) au lieu de {len(COLUMNS)} "
            f"({', '.join(COLUMNS)})."
        )
    one, other, verdict, decided_on = (cell.strip() for cell in cells)
    try:
        return decision_of(one, other, verdict, decided_on)
    except BadParameter as error:
        raise SourceError(f"{path.name}, ligne {line} : {error}") from error


class VerdictFile:
    """The verdicts of one file, to be read and added to; safe between threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()

    def decisions(self) -> tuple[DuplicateDecision, ...]:
        """Every decision.

        Raises:
            SourceError: see ``read_decisions``.
        """
        return read_decisions(self.path)

    def keep(self, decision: DuplicateDecision) -> None:
        """Keep a decision, in place of any on the same pair.

        Raises:
            SourceError: the file cannot be read, or cannot be written.
        """
        with self._lock:
            others = [d for d in self.decisions() if d.pair != decision.pair]
            self._write([*others, decision])

    def take_back(self, pair: tuple[str, str]) -> bool:
        """Forget the decision on a pair, its ids in order; False when there was none.

        Raises:
            SourceError: the same.
        """
        with self._lock:
            known = self.decisions()
            kept = [decision for decision in known if decision.pair != pair]
            if len(kept) == len(known):
                return False
            self._write(kept)
            return True

    def _write(self, decisions: Iterable[DuplicateDecision]) -> None:
        partial = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        try:
            with partial.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(COLUMNS)
                writer.writerows(
                    [d.one, d.other, d.verdict.value, d.decided_on] for d in sorted(decisions)
                )
            partial.replace(self.path)
        except OSError as error:
            raise SourceError(
                f"{self.path} : le fichier des verdicts ne peut pas être écrit "
                f"({error.strerror}). Vérifiez le réglage TERRITORIAL_MAP_VERDICTS."
            ) from error
        finally:
            partial.unlink(missing_ok=True)
