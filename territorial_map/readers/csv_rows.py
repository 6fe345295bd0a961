"""Comma separated files, read strictly: UTF-8, whole lines, closed quotes, no NUL byte."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from territorial_map.domain.errors import SourceError

_OTHER_UNICODE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def read_csv_records(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The line where each record begins, and its cells; the header is the first record.

    Blank lines are passed over. The file is read line by line, so that memory stays constant.

    Raises:
        SourceError: not UTF-8, a NUL byte, a quote left open, or a last line without its end.
    """
    with path.open("rb") as file:
        _check_end(path, file)
        reader = csv.reader(_lines(path, file), strict=True)
        begins = 1
        try:
            for cells in reader:
                if cells:
                    yield begins, cells
                begins = reader.line_num + 1
        except csv.Error as error:
            raise SourceError(
                f"{path.name}, ligne {begins} : guillemet ouvert et jamais refermé, ou mal placé "
                f"({error}). Corrigez les guillemets de cette ligne ou téléchargez le fichier de "
                "nouveau."
            ) from error


def _check_end(path: Path, file: BinaryIO) -> None:
    """A file that ends within a line was cut, whatever the number of its columns."""
    size = file.seek(0, 2)
    if size:
        file.seek(size - 1)
        if file.read(1) not in {b"\n", b"\r", b"\0"}:
            file.seek(0)
            last = sum(1 for _ in file)
            raise SourceError(
                f"{path.name}, ligne {last} : le fichier s’arrête au milieu de cette ligne. "
                "Téléchargez-le de nouveau ; s’il est complet, ajoutez un retour à la ligne à la "
                "fin."
            )
    file.seek(0)


def _lines(path: Path, file: BinaryIO) -> Iterator[str]:
    """Decoded lines with their line ends; the byte order mark is dropped."""
    header: list[str] = []
    for number, raw in enumerate(file, 1):
        if number == 1 and raw.startswith(_OTHER_UNICODE):
            raise _wrong_encoding(path, number, "")
        if b"\0" in raw:
            raise SourceError(
                f"{path.name}, ligne {number}{_column_of(raw, raw.index(0), header)} : octet nul "
                "dans le texte. Le fichier est abîmé ou n’est pas du CSV : téléchargez-le de "
                "nouveau."
            )
        try:
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise _wrong_encoding(path, number, _column_of(raw, error.start, header)) from error
        header = header or line.rstrip("\r\n").split(",")
        yield line


def _wrong_encoding(path: Path, line: int, column: str) -> SourceError:
    return SourceError(
        f"{path.name}, ligne {line}{column} : le texte n’est pas en UTF-8. "
        "Enregistrez le fichier en UTF-8 puis recommencez."
    )


def _column_of(raw: bytes, position: int, header: list[str]) -> str:
    """Words naming the column where a byte of the line lies, when the header tells it."""
    before = raw[:position].decode("utf-8", errors="replace")
    index = len(next(csv.reader([before + "·"]))) - 1
    return f", colonne {header[index]}" if index < len(header) else ""
