"""Members whose commune no page tells: who in the directory may be one of them.

A name alone settles nothing without a commune, so these pairs are only marked « perhaps the
same »: same core name, and in the PTCE's département.
"""

from collections import defaultdict
from collections.abc import Sequence

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.vocabulary import Kind
from territorial_map.ingest.duplicates import core_name

_SHORTEST = 5  # letters of a core name that is not everybody's


def likely_members(organisations: Sequence[Organisation]) -> list[tuple[str, str]]:
    """Pairs of ids, the member's second."""
    poles = {row.id: row for row in organisations if row.kind is Kind.PTCE}
    by_core: dict[str, list[Organisation]] = defaultdict(list)
    for row in organisations:
        if row.kind is not Kind.PTCE:
            by_core[core_name(row.source_name)].append(row)
    return [
        (other.id, member.id)
        for member in organisations
        if member.memberships and member.place.commune_code is None
        for other in by_core[core_name(member.source_name)]
        if other.id != member.id and _may_be(member, other, poles)
    ]


def _may_be(member: Organisation, other: Organisation, poles: dict[str, Organisation]) -> bool:
    if len(core_name(member.source_name)) < _SHORTEST:
        return False
    if other.memberships and other.place.commune_code is None:
        return True
    pole = poles[member.memberships[0].ptce_id]
    return other.place.department_code == pole.place.department_code
