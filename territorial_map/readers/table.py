"""The one door to table files: the format is told by the file's extension."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from territorial_map.domain.errors import SourceError
from territorial_map.readers.csv_rows import read_csv_records


class Row(NamedTuple):
    """One record: the line of the file where it begins (the header is line 1) and its cells.

    ``beyond`` are cells after the last column, of somebody else's table.
    """

    line: int
    values: Mapping[str, str]
    beyond: tuple[str, ...] = ()


# A record is the line where it begins and its cells; the first one is the header.
Records = Iterator[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Table:
    """A table file: its columns in order, and its records, which can be read once."""

    columns: tuple[str, ...]
    records: Records

    @property
    def rows(self) -> Iterator[Row]:
        """The records, their cells by column."""
        for line, cells in self.records:
            yield Row(line, dict(zip(self.columns, cells, strict=True)))


_FORMATS: dict[str, Callable[[Path], Records]] = {".csv": read_csv_records}


def read_table(path: Path, *, required: Sequence[str] = ()) -> Table:
    """Open a table file and check its header; every row has exactly the header's columns.

    Raises:
        SourceError: the file is absent, empty, of an unknown format, wrongly encoded, cut, has
            no row, or lacks a column of ``required``; rows are checked as they are read.
    """
    records = _records(path)
    header = next(records, None)
    if header is None:
        raise SourceError(f"{path.name} : le fichier est vide. Téléchargez-le de nouveau.")
    columns = _checked_columns(path, header[1], required)
    first = next(records, None)
    if first is None:
        raise SourceError(
            f"{path.name} : le fichier n’a que sa ligne d’en-tête, aucune ligne de contenu. "
            "Téléchargez-le de nouveau."
        )
    return Table(columns, _checked(path, columns, chain([first], records)))


def _records(path: Path) -> Records:
    """The records of a file, header first, by the reader of its format."""
    reader = _FORMATS.get(path.suffix.lower())
    if reader is None:
        raise SourceError(
            f"{path.name} : format « {path.suffix} » inconnu. "
            f"Formats lus : {', '.join(sorted(_FORMATS))}."
        )
    if not path.is_file():
        raise SourceError(f"{path.name} : fichier introuvable dans {path.parent}.")
    return reader(path)


def _checked_columns(path: Path, header: list[str], required: Sequence[str]) -> tuple[str, ...]:
    """The column names, when they are distinct and none that is required is missing."""
    columns = tuple(name.strip() for name in header)
    missing = [name for name in required if name not in columns]
    if missing:
        raise SourceError(
            f"{path.name}, ligne 1 : {_named('colonne absente', 'colonnes absentes', missing)}. "
            f"{_named('Colonne trouvée', 'Colonnes trouvées', columns)}. Vérifiez que c’est le "
            "bon fichier et que ses colonnes sont séparées par des virgules."
        )
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if twice:
        raise SourceError(
            f"{path.name}, ligne 1 : {_named('colonne en double', 'colonnes en double', twice)}. "
            "Gardez un seul exemplaire de chaque colonne."
        )
    return columns


def _named(one: str, several: str, names: Sequence[str]) -> str:
    """A count word and the quoted names, cut after ten."""
    shown = ", ".join(f"« {name} »" for name in names[:10])
    rest = f" et {len(names) - 10} autres" if len(names) > 10 else ""
    return f"{one if len(names) == 1 else several} : {shown}{rest}"


def _checked(path: Path, columns: tuple[str, ...], records: Records) -> Records:
    """Records as they are read, when they have as many cells as there are columns."""
    for line, cells in records:
        if len(cells) != len(columns):
            raise _wrong_width(path, columns, line, cells)
        yield line, cells


def _wrong_width(path: Path, columns: tuple[str, ...], line: int, cells: list[str]) -> SourceError:
    if len(cells) < len(columns):
        return SourceError(
            f"{path.name}, ligne {line}, colonne {columns[len(cells)]} : la ligne s’arrête là, "
            f"à {len(cells)} colonnes au lieu de {len(columns)}. Le fichier est sans doute coupé : "
            "téléchargez-le de nouveau ou complétez la ligne."
        )
    return SourceError(
        f"{path.name}, ligne {line}, après la colonne {columns[-1]} : {len(cells)} colonnes "
        f"au lieu de {len(columns)}. Mettez entre guillemets les textes qui contiennent une "
        "virgule."
    )
