"""Importing and checking: the two things that can be done with an official file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.progress import Progress, silent
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.import_run import ImportReport, accepted_rows, vintage_of
from territorial_map.ingest.sources.importer import Choices, Importer
from territorial_map.ingest.sources.writing import refuse_nothing, table_writer


def import_files(
    importer: Importer,
    files: Sequence[Path],
    into: Path,
    choices: Choices = Choices(),  # noqa: B008 - frozen
    *,
    progress: Progress = silent,
) -> ImportReport:
    """Read official files and write ``into/<table>.csv`` with its sidecar.

    A table is replaced by a newer extract of its register, or version of its list, which holds most
    of the same; by another list only when ``choices`` say so. Rejected rows are written where
    ``choices`` say, if they do.

    A failure or an interruption leaves the folder as it was.

    Raises:
        SourceError: a file that cannot be read as what it claims to be, no date of extract,
            nothing to import, or another list of the same name.
    """
    vintage = vintage_of(importer, files, choices)
    if not vintage:
        raise SourceError(
            f"{files[0].name} ne dit pas de quand il date : donnez la date de l’extraction, "
            "par exemple --as-of 2026-11-01."
        )
    choices = replace(choices, beside=choices.beside or into)
    with table_writer(into, importer.about.table, choices.rejects) as writer:
        intake = Intake(keep=writer.reject, progress=progress)
        report = ImportReport(importer.about, tuple(files), vintage, intake)
        writer.write(accepted_rows(importer, choices, report))
        refuse_nothing(report)
        if not choices.replace:
            report.replaced = writer.check_other(is_register=importer.about.is_register)
        writer.publish(report)
    return report


def check_files(
    importer: Importer,
    files: Sequence[Path],
    choices: Choices = Choices(),  # noqa: B008 - frozen
    *,
    progress: Progress = silent,
) -> ImportReport:
    """Read official files and write nothing.

    Raises:
        SourceError: a file that cannot be read as what it claims to be.
    """
    intake = Intake(progress=progress)
    vintage = vintage_of(importer, files, choices)
    report = ImportReport(importer.about, tuple(files), vintage, intake)
    for _ in accepted_rows(importer, choices, report):
        continue
    return report
