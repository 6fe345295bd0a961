"""What was accepted of organisations, given to the records of a build; who left is forgotten."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from territorial_map.domain.contributions.accepted import AcceptedContribution
from territorial_map.ingest.contributions import CentreOf, with_contributions
from territorial_map.ingest.cross_references import load
from territorial_map.ingest.records_on_disk import RecordsOnDisk

_TIED = """
SELECT line.id FROM line JOIN record USING (position)
WHERE record.pole_id IN (SELECT unnest(?)) AND NOT record.is_pole
"""


def forget_poles(on_disk: RecordsOnDisk, gone: Collection[str]) -> None:
    """Take off the ties to PTCEs that left the directory, before records are merged."""
    if not gone:
        return
    found = on_disk.connection.execute(_TIED, [sorted(gone)]).fetchall()
    loaded = load(on_disk, (identity for (identity,) in found))
    on_disk.change(
        (
            loaded.positions[identity],
            replace(row, memberships=tuple(m for m in row.memberships if m.ptce_id not in gone)),
        )
        for identity, row in loaded.rows.items()
    )


def add_contributions(
    on_disk: RecordsOnDisk,
    accepted: Iterable[AcceptedContribution],
    kept_ids: Mapping[str, str],
    centre: CentreOf,
) -> frozenset[str]:
    """Give organisations what was accepted of them; the ids that no organisation answers to."""
    of_kept: dict[str, list[AcceptedContribution]] = defaultdict(list)
    for one in accepted:
        told = one.contribution.organisation
        of_kept[kept_ids.get(told, told)].append(one)
    loaded = load(on_disk, of_kept)
    on_disk.change(
        (loaded.positions[identity], with_contributions(row, of_kept[identity], centre))
        for identity, row in loaded.rows.items()
    )
    gone = of_kept.keys() - loaded.rows.keys()
    return frozenset(one.contribution.organisation for i in gone for one in of_kept[i])
