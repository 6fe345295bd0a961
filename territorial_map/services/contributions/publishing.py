"""What was accepted goes to the folder of sources, for the next build."""

from pathlib import Path

from territorial_map.domain.contributions.accepted import accepted_among
from territorial_map.ledger.contributions import ContributionBook
from territorial_map.store.accepted_contributions import CONTRIBUTIONS_FILE, write_accepted


def publish_accepted(book: ContributionBook, sources: Path) -> int | None:
    """Write what stands accepted beside the sources; how many, or ``None`` where nothing changes.

    A ledger that never received anything leaves the file that a folder came with.

    Raises:
        Unavailable: the ledger does not answer: an edition without it would forget withdrawals.
        OSError: the file cannot be written.
    """
    proposals = book.proposals()
    if not proposals:
        return None
    accepted = accepted_among(proposals)
    write_accepted(sources / CONTRIBUTIONS_FILE, accepted)
    return len(accepted)
