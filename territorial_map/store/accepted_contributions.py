"""The file of accepted contributions: it stands among the sources and is read by every build.

It is written from the ledger before a build, whole or not at all: what was accepted is safe in the
ledger, whatever befalls the file. One line each, UTF-8, in the order of the decisions; no reason,
no one's name.
"""

import csv
import io
import os
from collections.abc import Iterable
from pathlib import Path

from territorial_map.domain.contributions.accepted import AcceptedContribution
from territorial_map.domain.contributions.contribution import Contribution
from territorial_map.domain.contributions.terms import ContributionKind, CorrectedField, Teller
from territorial_map.domain.errors import SourceError
from territorial_map.domain.vocabulary import PoolingCategory

CONTRIBUTIONS_FILE = "contributions.csv"
COLUMNS = (
    "proposal",
    "kind",
    "organisation",
    "teller",
    "field",
    "value",
    "pooling",
    "until",
    "other",
    "before",
    "told_on",
    "reviewed_on",
)


def read_accepted(path: Path) -> tuple[AcceptedContribution, ...]:
    """The contributions of a file, in its order; none when there is no file.

    Raises:
        SourceError: another header, or a line that is no accepted contribution.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError:
        raise SourceError(f"{path.name} : le fichier n’est pas en UTF-8.") from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        if tuple(next(reader, ())) != COLUMNS:
            raise SourceError(
                f"{path.name}, ligne 1 : les colonnes attendues sont {', '.join(COLUMNS)}."
            )
        return tuple(_accepted(path, reader.line_num, cells) for cells in reader)
    except csv.Error as error:
        raise SourceError(
            f"{path.name}, ligne {reader.line_num} : guillemets mal placés ({error})."
        ) from error


def write_accepted(path: Path, accepted: Iterable[AcceptedContribution]) -> None:
    """Write the file, whole or not at all; one that would not change is left as it is.

    Raises:
        OSError: it cannot be written.
    """
    told = io.StringIO(newline="")
    writer = csv.writer(told, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_cells, accepted))
    content = told.getvalue().encode()
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _cells(one: AcceptedContribution) -> tuple[str, ...]:
    said = one.contribution
    return (
        one.proposal,
        said.kind.value,
        said.organisation,
        said.teller.value,
        said.field.value if said.field else "",
        said.value,
        said.pooling.value if said.pooling else "",
        said.until,
        said.other,
        one.before,
        one.told_on,
        one.reviewed_on,
    )


def _accepted(path: Path, line: int, cells: list[str]) -> AcceptedContribution:
    try:
        told = dict(zip(COLUMNS, cells, strict=True))
        said = Contribution(
            ContributionKind(told["kind"]),
            told["organisation"],
            Teller(told["teller"]),
            CorrectedField(told["field"]) if told["field"] else None,
            told["value"],
            PoolingCategory(told["pooling"]) if told["pooling"] else None,
            told["until"],
            told["other"],
        )
        return AcceptedContribution(
            told["proposal"], said, told["told_on"], told["reviewed_on"], told["before"]
        )
    except ValueError as error:
        raise SourceError(
            f"{path.name}, ligne {line} : ce n’est pas une contribution acceptée ({error})."
        ) from error
