"""From the table ``record`` to what is one organisation: exact keys, likeness, verdicts."""

from collections.abc import Collection
from dataclasses import dataclass

import duckdb

from territorial_map.domain.duplicate_verdicts import DuplicateDecision, DuplicateVerdict
from territorial_map.domain.errors import SourceError
from territorial_map.ingest.duplicates.blocking import block
from territorial_map.ingest.duplicates.clusters import DuplicateCluster, Node, grouped, is_set_apart
from territorial_map.ingest.duplicates.likeness import likely_links
from territorial_map.ingest.duplicates.links import Link, LinkRule

# One SIRET; and whether something else agrees, as far as both tell: the commune, or a telling word
# of the names. A number alone was often copied from the line above, or is that of the seat.
_EXACT = """
SELECT l.id, r.id,
    coalesce(l.commune_code = r.commune_code, true)
    OR len(l.tokens) = 0 OR len(r.tokens) = 0 OR list_has_any(l.tokens, r.tokens) AS agrees
FROM candidate
JOIN record l ON l.position = candidate.l JOIN record r ON r.position = candidate.r
WHERE l.siret = r.siret
  AND (len(l.devices) = 0 OR len(r.devices) = 0 OR list_has_any(l.devices, r.devices))
ORDER BY ALL
"""
# A GEIQ is one association: two campaigns that tell its SIREN tell of it, wherever its seat moved.
# Its branches, that have a manager, are other establishments.
_GEIQ = """
WITH seat AS (
    SELECT siren, register, min(id) AS id, min(position) AS position FROM record
    WHERE list_contains(devices, 'geiq') AND siren IS NOT NULL AND register IS NOT NULL
      AND manager_id IS NULL
    GROUP BY ALL HAVING count(*) = 1
)
SELECT l.id, r.id FROM seat l JOIN seat r ON l.siren = r.siren AND l.position < r.position
WHERE l.register <> r.register ORDER BY ALL
"""
# A member whose commune no page tells: a name alone settles nothing, so these are never sure.
_IN_DEPARTMENT = """
WITH member AS (
    SELECT m.*, pole.department_code AS near
    FROM record m LEFT JOIN record pole ON pole.id = m.pole_id
    WHERE m.pole_id IS NOT NULL AND m.commune_code IS NULL AND NOT m.is_pole AND len(m.core) >= 5
)
SELECT o.id, member.id FROM member JOIN record o ON o.bare_core = member.bare_core
WHERE o.id <> member.id AND NOT o.is_pole
  AND ((o.pole_id IS NOT NULL AND o.commune_code IS NULL) OR o.department_code = member.near)
ORDER BY ALL
"""
_NODES = """
SELECT id, position, register, siren, siret, devices FROM record WHERE id IN (SELECT unnest(?))
"""


@dataclass(frozen=True, slots=True)
class Linked:
    """Groups of ids that are one organisation each, and pairs of ids left « to review ».

    An id stands in one group at most; both ids of a doubt are first ids (of a group, or alone), in
    alphabetical order; doubts are sorted, the likeliest first.
    """

    groups: tuple[DuplicateCluster, ...]
    doubts: tuple[Link, ...]


def link(
    connection: duckdb.DuckDBPyConnection, decisions: Collection[DuplicateDecision] = ()
) -> Linked:
    """Link the records of the table ``record`` (see ``record_table``).

    The same rows and decisions give the same answer on any machine. A decision on ids that are
    not there is left for later builds. Memory holds the links, not the records.

    Raises:
        SourceError: someone said that two ids of one register are the same.
    """
    block(connection)
    found = [*_exact(connection), *likely_links(connection), *_of_geiq(connection)]
    found += _in_department(connection)
    connection.execute("DROP TABLE candidate")
    known = _known(connection, decisions)
    decided = {d.pair: d.verdict for d in known}
    links = [k for k in found if (min(k.one, k.other), max(k.one, k.other)) not in decided]
    links += [
        Link(d.one, d.other, LinkRule.DECIDED) for d in known if d.verdict is DuplicateVerdict.SAME
    ]
    return _linked(
        connection, links, {p for p, v in decided.items() if v is DuplicateVerdict.DIFFERENT}
    )


def _exact(connection: duckdb.DuckDBPyConnection) -> list[Link]:
    return [
        Link(a, b, LinkRule.SAME_SIRET)
        if agrees
        else Link(a, b, LinkRule.SIRET_ALONE, 0.5, sure=False)
        for a, b, agrees in connection.execute(_EXACT).fetchall()
    ]


def _of_geiq(connection: duckdb.DuckDBPyConnection) -> list[Link]:
    return [Link(a, b, LinkRule.SAME_GEIQ) for a, b in connection.execute(_GEIQ).fetchall()]


def _in_department(connection: duckdb.DuckDBPyConnection) -> list[Link]:
    pairs = connection.execute(_IN_DEPARTMENT).fetchall()
    return [Link(a, b, LinkRule.NAME_IN_DEPARTMENT, 0.5, sure=False) for a, b in pairs]


def _known(
    connection: duckdb.DuckDBPyConnection, decisions: Collection[DuplicateDecision]
) -> list[DuplicateDecision]:
    """The decisions both of whose ids are among the records, in order."""
    asked = sorted({identity for d in decisions for identity in d.pair})
    rows = connection.execute(_NODES, [asked]).fetchall() if asked else []
    registers = {row[0]: row[2] for row in rows}
    _check_registers([d for d in decisions if d.verdict is DuplicateVerdict.SAME], registers)
    return sorted(d for d in decisions if set(d.pair) <= set(registers))


def _check_registers(
    decisions: Collection[DuplicateDecision], registers: dict[str, str | None]
) -> None:
    for decision in sorted(decisions):
        first, second = (registers.get(identity) for identity in decision.pair)
        if first is not None and first == second:
            raise SourceError(
                f"Verdicts sur les doublons : « {decision.one} » et « {decision.other} » sont deux "
                "identifiants du même registre, donc deux organisations. Retirez cette ligne."
            )


def _linked(
    connection: duckdb.DuckDBPyConnection, links: list[Link], apart: set[tuple[str, str]]
) -> Linked:
    ids = sorted({identity for k in links for identity in (k.one, k.other)})
    rows = connection.execute(_NODES, [ids]).fetchall() if ids else []
    nodes = {row[0]: Node(row[1], row[2], row[3], row[4], frozenset(row[5])) for row in rows}
    groups, refused = grouped([k for k in links if k.sure], nodes, apart)
    ids_of = {identity: group.ids for group in groups for identity in group.ids}
    unsure = [*(k for k in links if not k.sure), *refused]
    return Linked(groups, _doubts(unsure, ids_of, nodes, apart))


def _doubts(
    links: list[Link],
    ids_of: dict[str, tuple[str, ...]],
    nodes: dict[str, Node],
    apart: set[tuple[str, str]],
) -> tuple[Link, ...]:
    """Unsure links between first ids, each pair once, without those that are settled."""
    doubts: dict[tuple[str, str], Link] = {}
    for k in sorted(links, key=lambda k: (-k.probability, k.one, k.other)):
        one, other = ids_of.get(k.one, (k.one,)), ids_of.get(k.other, (k.other,))
        if one != other and not _is_settled(one, other, nodes, apart):
            pair = (min(one[0], other[0]), max(one[0], other[0]))
            doubts.setdefault(pair, Link(*pair, k.rule, k.probability, sure=False))
    return tuple(doubts.values())


def _is_settled(
    one: tuple[str, ...],
    other: tuple[str, ...],
    nodes: dict[str, Node],
    apart: set[tuple[str, str]],
) -> bool:
    """True for two ids of one register, a verdict, or a site beside a group of the same SIREN."""
    first, second = [nodes[i] for i in one], [nodes[i] for i in other]
    if {n.register for n in first} & {n.register for n in second} - {None}:
        return True
    if is_set_apart(one, other, apart):
        return True
    sirens = [{n.siren for n in nodes} - {None} for nodes in (first, second)]
    return len(one) + len(other) > 2 and bool(sirens[0]) and sirens[0] == sirens[1]
