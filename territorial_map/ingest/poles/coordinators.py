"""Who carries a PTCE, found among the organisations of the directory."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from territorial_map.domain.organisation import Membership, Organisation
from territorial_map.domain.vocabulary import Kind
from territorial_map.ingest.duplicates.core_names import core_name
from territorial_map.ingest.row_context import several

COORDINATOR = "coordinator"


def with_coordinators(organisations: Iterable[Organisation]) -> list[Organisation]:
    """The same organisations, the coordinator of each PTCE tied to it when it is found.

    Found: a named member of that PTCE with the coordinator's name, else the only organisation
    of the PTCE's commune with that name. Nobody is tied on a likeness.
    """
    rows = list(organisations)
    by_core: dict[str, list[int]] = defaultdict(list)
    for position, row in enumerate(rows):
        if row.kind is not Kind.PTCE:
            by_core[core_name(row.source_name)].append(position)
    for pole in [row for row in rows if row.pole is not None]:
        for name in several(pole.pole.coordinator or "" if pole.pole else ""):
            found = _found([(p, rows[p]) for p in by_core.get(core_name(name), ())], pole)
            if found is not None:
                rows[found] = _tied(rows[found], pole)
    return rows


def _found(candidates: list[tuple[int, Organisation]], pole: Organisation) -> int | None:
    members = [p for p, row in candidates if any(m.ptce_id == pole.id for m in row.memberships)]
    if members:
        return members[0]
    code = pole.place.commune_code
    there = [p for p, row in candidates if code is not None and row.place.commune_code == code]
    return there[0] if len(there) == 1 else None


def _tied(row: Organisation, pole: Organisation) -> Organisation:
    if any(membership.ptce_id == pole.id for membership in row.memberships):
        ties = tuple(
            replace(tie, role=COORDINATOR) if tie.ptce_id == pole.id else tie
            for tie in row.memberships
        )
        return replace(row, memberships=ties)
    facts = pole.pole
    url = facts.source_urls[0] if facts and facts.source_urls else ""
    confidence = facts.confidence if facts else "seen"
    tie = Membership(pole.id, pole.name, url, confidence, COORDINATOR)
    return replace(row, memberships=(*row.memberships, tie))
