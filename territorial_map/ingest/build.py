"""Building an edition: draft the directory on disk, then write it in one step."""

from pathlib import Path

from territorial_map.domain.edition import Edition
from territorial_map.domain.link_basis import Tagging
from territorial_map.domain.trades import Trades
from territorial_map.ingest.assemble import Assembled, assemble, drafted, present_tables
from territorial_map.ingest.chunk_workers import available_cores, seldom_collecting
from territorial_map.ingest.progress import Progress, silent
from territorial_map.ingest.surveys import survey_of
from territorial_map.ingest.territories import load_territories
from territorial_map.store.writer import write_parts

__all__ = ["Assembled", "assemble", "build_edition"]

# Below some 50,000 rows, starting other processes costs more than it saves.
_WORTH_SHARING = 16 * 2**20


def build_edition(
    sources: Path,
    reference: Path,
    out: Path,
    *,
    built_on: str,
    trades: Trades,
    tagging: Tagging | None = None,
    processes: int | None = None,
    progress: Progress = silent,
    serve: bool = True,
) -> Edition:
    """Build a new edition and make it the current one; a failure leaves the previous one.

    Without ``serve`` it lies in the folder, and the current one stays.

    ``sources`` holds the tables, ``reference`` the territories, ``out`` the editions;
    ``built_on`` is the ISO date to write. ``trades`` tell the sectors of each organisation, and
    ``tagging`` its practices. Rejected rows are listed beside the edition. Large tables are read
    by as many ``processes`` as there are cores, unless told; the edition is the same whatever
    their number.

    Raises:
        SourceError: a table that cannot be read as what it claims to be, or none at all.
    """
    size = sum((sources / table.file).stat().st_size for table in present_tables(sources))
    if processes is None:
        processes = available_cores() if size >= _WORTH_SHARING else 1
    with seldom_collecting():
        progress("Territoires", 0, 1)
        territories = load_territories(reference)
        progress("Territoires", 1, 1)
        with drafted(
            sources,
            territories,
            trades,
            out,
            built_on=built_on,
            processes=processes,
            progress=progress,
        ) as draft:
            shapes = territories.shapes()
            last = draft.final_pass(tagging)
            return write_parts(
                last.parts(processes, progress),
                last.profiles,
                shapes,
                draft.report,
                out,
                built_on=built_on,
                tell=lambda share: progress("Rangement", round(share * 100), 100),
                survey=survey_of(reference),
                serve=serve,
            )
