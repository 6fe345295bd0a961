"""Building an edition: assemble the directory, then write it in one step."""

from collections.abc import Callable, Sequence
from pathlib import Path

from territorial_map.domain.edition import Edition
from territorial_map.domain.organisation import Organisation
from territorial_map.ingest.assemble import Assembled, assemble
from territorial_map.ingest.progress import Progress, silent
from territorial_map.store.writer import write_edition

__all__ = ["Assembled", "assemble", "build_edition"]

Enrich = Callable[[Sequence[Organisation]], Sequence[Organisation]]


def build_edition(
    sources: Path,
    reference: Path,
    out: Path,
    *,
    built_on: str,
    enrich: Enrich = tuple,
    progress: Progress = silent,
) -> Edition:
    """Build a new edition and make it the current one; a failure leaves the previous one.

    ``sources`` holds the tables, ``reference`` the territories, ``out`` the editions;
    ``built_on`` is the ISO date to write. ``enrich`` adds to the organisations, in their order,
    what follows from all of them together (practices). Rejected rows are listed beside the edition.

    Raises:
        SourceError: a table that cannot be read as what it claims to be, or none at all.
    """
    assembled = assemble(sources, reference, progress=progress)
    organisations = enrich(assembled.organisations)
    progress("Écriture", 0, 1)
    edition = write_edition(
        organisations, assembled.shapes, assembled.report, out, built_on=built_on
    )
    progress("Écriture", 1, 1)
    return edition
