"""What organisations owe to one another, settled on narrow columns: persons, duplicates, PTCEs.

SQL says which organisations something touches; only those are loaded, a few thousand at a time,
and changed by the same functions as an organisation held in memory would be.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from territorial_map.domain.duplicate_verdicts import DuplicateDecision
from territorial_map.domain.organisation import Organisation, SectorClaim
from territorial_map.domain.vocabulary import Kind, LegalFamily
from territorial_map.ingest.companies import CompanyAnswer, with_company
from territorial_map.ingest.declared import DeclaredRow, with_declared
from territorial_map.ingest.duplicates import DuplicateCluster, Linked, core_name, link, merged
from territorial_map.ingest.journal import Journal, RemarkCode
from territorial_map.ingest.page_trades import with_page_trades
from territorial_map.ingest.poles import with_coordinators
from territorial_map.ingest.records_on_disk import RecordsOnDisk, Spot
from territorial_map.ingest.row_context import several
from territorial_map.ingest.status import share_legal_persons, share_managers, with_trades_of

_BATCH = 5_000

# An organisation without SIREN, and one site of its manager's, where all tell the same SIREN.
_SIRENS = """
CREATE TEMP TABLE sibling AS
SELECT line.position, line.id, teller.id AS teller, teller.siren
FROM line JOIN (
    SELECT manager_id, min(id) AS id, min(siren) AS siren FROM (
        SELECT manager_id, id, siren FROM line WHERE manager_id <> ''
        UNION ALL SELECT id, id, siren FROM line  -- the manager itself, where a table lists it
    )
    WHERE siren IS NOT NULL
    GROUP BY manager_id HAVING count(DISTINCT siren) = 1
) teller USING (manager_id)
WHERE line.siren IS NULL
"""
_TAKE_SIREN = (
    """
UPDATE line SET siren = sibling.siren FROM sibling WHERE line.position = sibling.position
""",
    """
UPDATE record SET siren = sibling.siren, public_siren = left(sibling.siren, 1) IN ('1', '2')
FROM sibling WHERE record.position = sibling.position
""",
)
# An organisation without legal form, and the first site of its SIREN that tells it.
_FORMS = f"""
CREATE TEMP TABLE form AS
SELECT line.position, line.id, teller.id AS teller
FROM line JOIN (
    SELECT siren, min(id) AS id FROM line
    WHERE siren <> '' AND legal_family <> '{LegalFamily.UNKNOWN.value}'
    GROUP BY siren HAVING count(DISTINCT legal_form) = 1
) teller USING (siren)
WHERE line.legal_family = '{LegalFamily.UNKNOWN.value}'
"""  # noqa: S608 - a code of ours
_SPOTS = """
SELECT id, position, part, start, length, whole FROM line WHERE id IN (SELECT unnest(?)) ORDER BY id
"""
_SITES_OF = "SELECT id FROM line WHERE siren IN (SELECT unnest(?)) ORDER BY id"
_POLES = f"SELECT id FROM line WHERE kind = '{Kind.PTCE.value}'"  # noqa: S608 - a code of ours
_CARRIERS = """
SELECT line.id FROM line JOIN record USING (position)
WHERE NOT record.is_pole AND record.bare_core IN (SELECT unnest(?))
"""


# A site whose trade nothing tells, and a site of its person whose NAF code tells one; only where
# all the codes agree, and the person has few sites: of a large one, a site says nothing of another.
_TRADES = """
CREATE TEMP TABLE trade AS
SELECT line.position, line.id, teller.id AS teller
FROM line JOIN (
    SELECT siren, min(id) FILTER (WHERE naf_trades <> '') AS id FROM line WHERE siren <> ''
    GROUP BY siren
    HAVING count(DISTINCT naf_trades) FILTER (WHERE naf_trades <> '') = 1 AND count(*) <= 5
) teller USING (siren)
WHERE NOT line.has_trade
"""


@dataclass(frozen=True, slots=True)
class Settled:
    """How many rows of each file were merged, and by id those that may be the same.

    ``kept_ids`` gives, for an id that was merged, the one that stays.
    """

    merged: dict[str, int]
    doubts: dict[str, tuple[str, ...]]
    kept_ids: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Organisations by id, with their positions."""

    rows: dict[str, Organisation]
    positions: dict[str, int]


def settle(
    on_disk: RecordsOnDisk, journal: Journal, decisions: Collection[DuplicateDecision] = ()
) -> Settled:
    """Complete legal persons, merge duplicates, tie coordinators; what is merged leaves ``line``.

    ``decisions`` are what people said of pairs of ids.
    """
    siblings = _shared_sirens(on_disk, journal)
    tellers = _shared_forms(on_disk, journal)
    linked = link(on_disk.connection, decisions)
    files = _files(on_disk, linked)
    _change(on_disk, linked, siblings, tellers)
    gone = [identity for group in linked.groups for identity in group.ids[1:]]
    on_disk.connection.execute("DELETE FROM line WHERE id IN (SELECT unnest(?))", [gone])
    doubts: dict[str, set[str]] = defaultdict(set)
    for one, other in sorted((doubt.one, doubt.other) for doubt in linked.doubts):
        journal.note(RemarkCode.PERHAPS_SAME, f"{one} / {other}")
        doubts[one].add(other)
        doubts[other].add(one)
    _share_trades(on_disk, journal)
    _tie_coordinators(on_disk)
    return Settled(
        dict(Counter(files[identity] for identity in gone)),
        {identity: tuple(sorted(others)) for identity, others in doubts.items()},
        {identity: group.ids[0] for group in linked.groups for identity in group.ids[1:]},
    )


def _shared_sirens(on_disk: RecordsOnDisk, journal: Journal) -> dict[str, str]:
    """SIRENs taken from a manager's other sites: by id, the site that tells it."""
    on_disk.connection.execute(_SIRENS)
    for statement in _TAKE_SIREN:
        on_disk.connection.execute(statement)
    return _told(on_disk, "sibling", journal, RemarkCode.SIREN_SHARED)


def _shared_forms(on_disk: RecordsOnDisk, journal: Journal) -> dict[str, str]:
    """Legal forms taken from another site of the person: by id, the site that tells it."""
    on_disk.connection.execute(_FORMS)
    return _told(on_disk, "form", journal, RemarkCode.FORM_SHARED)


def _told(
    on_disk: RecordsOnDisk, table: str, journal: Journal, remark: RemarkCode
) -> dict[str, str]:
    statement = f"SELECT id, teller FROM {table} ORDER BY position"  # noqa: S608 - a name of ours
    told = dict(on_disk.connection.execute(statement).fetchall())
    on_disk.connection.execute(f"DROP TABLE {table}")
    for identity in told:
        journal.note(remark, identity)
    return told


def _files(on_disk: RecordsOnDisk, linked: Linked) -> dict[str, str]:
    ids = [identity for group in linked.groups for identity in group.ids]
    statement = "SELECT id, file FROM line WHERE id IN (SELECT unnest(?))"
    return dict(on_disk.connection.execute(statement, [ids]).fetchall())


def _change(
    on_disk: RecordsOnDisk, linked: Linked, siblings: dict[str, str], tellers: dict[str, str]
) -> None:
    """Complete and merge what is touched, a batch at a time, from the records as they were read."""
    grouped = {identity for group in linked.groups for identity in group.ids}
    alone = (DuplicateCluster((i,), ()) for i in {**siblings, **tellers} if i not in grouped)
    units = iter([*linked.groups, *alone])
    changes: list[tuple[int, Organisation]] = []
    while batch := list(islice(units, _BATCH)):
        loaded = load(on_disk, _needed(batch, siblings, tellers))
        for group in batch:
            whole, *others = (_completed(i, loaded, siblings, tellers) for i in group.ids)
            for other, rule in zip(others, group.rules, strict=True):
                whole = merged(whole, other, rule)
            changes.append((loaded.positions[group.ids[0]], whole))
        if len(changes) >= _BATCH:
            on_disk.change(changes)
            changes = []
    on_disk.change(changes)


def _needed(
    units: Iterable[DuplicateCluster], siblings: dict[str, str], tellers: dict[str, str]
) -> Iterator[str]:
    for unit in units:
        for identity in unit.ids:
            teller = tellers.get(identity)
            for each in (identity, teller, siblings.get(identity), siblings.get(teller or "")):
                if each is not None:
                    yield each


def _completed(
    identity: str, loaded: Loaded, siblings: dict[str, str], tellers: dict[str, str]
) -> Organisation:
    """An organisation with what other sites of its person tell."""
    row = _with_siren(identity, loaded, siblings)
    if identity not in tellers:
        return row
    return share_legal_persons([row, _with_siren(tellers[identity], loaded, siblings)])[0]


def _with_siren(identity: str, loaded: Loaded, siblings: dict[str, str]) -> Organisation:
    row = loaded.rows[identity]
    if identity not in siblings:
        return row
    return share_managers([row, loaded.rows[siblings[identity]]])[0]


def _share_trades(on_disk: RecordsOnDisk, journal: Journal) -> None:
    """Tell what another site of the person is known to do by its NAF code, as such."""
    on_disk.connection.execute(_TRADES)
    tellers = _told(on_disk, "trade", journal, RemarkCode.TRADE_SHARED)
    loaded = load(on_disk, (*tellers, *tellers.values()))
    on_disk.change(
        (loaded.positions[identity], with_trades_of(loaded.rows[identity], loaded.rows[teller]))
        for identity, teller in tellers.items()
    )


def add_page_trades(
    on_disk: RecordsOnDisk, claims: Mapping[str, tuple[SectorClaim, ...]]
) -> frozenset[str]:
    """Give organisations what pages tell of them; the ids that no organisation has as its own."""
    loaded = load(on_disk, claims)
    on_disk.change(
        (loaded.positions[identity], with_page_trades(row, claims[identity]))
        for identity, row in loaded.rows.items()
    )
    return frozenset(claims.keys() - loaded.rows.keys())


def add_declared(
    on_disk: RecordsOnDisk, rows: Iterable[DeclaredRow], kept_ids: Mapping[str, str]
) -> frozenset[str]:
    """Give organisations what they declare; the ids that no organisation answers to."""
    told: dict[str, list[DeclaredRow]] = defaultdict(list)
    for each in rows:
        told[each.organisation].append(each)
    of_kept: dict[str, list[DeclaredRow]] = defaultdict(list)
    for identity, given in told.items():
        of_kept[kept_ids.get(identity, identity)] += given
    loaded = load(on_disk, of_kept)
    on_disk.change(
        (loaded.positions[identity], with_declared(row, of_kept[identity]))
        for identity, row in loaded.rows.items()
    )
    gone = of_kept.keys() - loaded.rows.keys()
    return frozenset(i for i in told if kept_ids.get(i, i) in gone)


def add_company_answers(on_disk: RecordsOnDisk, answers: Mapping[str, CompanyAnswer]) -> None:
    """Give every site of a legal person what was answered of it, where no source tells it."""
    sirens = sorted(answers)
    for begun in range(0, len(sirens), _BATCH):
        asked = sirens[begun : begun + _BATCH]
        found = on_disk.connection.execute(_SITES_OF, [asked]).fetchall()
        loaded = load(on_disk, (identity for (identity,) in found))
        on_disk.change(
            (loaded.positions[identity], with_company(row, answers[row.siren]))
            for identity, row in loaded.rows.items()
            if row.siren is not None and row.siren in answers
        )


def load(on_disk: RecordsOnDisk, ids: Iterable[str]) -> Loaded:
    """The organisations of some ids, where there are any."""
    found = on_disk.connection.execute(_SPOTS, [sorted(set(ids))]).fetchall()
    return Loaded(
        {identity: on_disk.records.read(Spot(*spot)) for identity, _, *spot in found},
        {identity: position for identity, position, *_ in found},
    )


def _tie_coordinators(on_disk: RecordsOnDisk) -> None:
    poles = load(on_disk, (row[0] for row in on_disk.connection.execute(_POLES).fetchall()))
    told = [each.pole.coordinator or "" for each in poles.rows.values() if each.pole is not None]
    names = {core_name(name) for names in told for name in several(names)}
    carriers = on_disk.connection.execute(_CARRIERS, [sorted(names)]).fetchall() if names else []
    loaded = load(on_disk, (*poles.rows, *(row[0] for row in carriers)))
    before = list(loaded.rows.values())
    on_disk.change(
        (loaded.positions[after.id], after)
        for row, after in zip(before, with_coordinators(before), strict=True)
        if after is not row
    )
