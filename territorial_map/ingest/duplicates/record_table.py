"""The table that the linkage reads: one row per record, whatever fills it.

``create_record_table`` makes it, ``record_row`` tells one row, ``fill`` writes rows in batches: a
build may fill it while it streams. Columns beside those of the source are prepared here, once:

``position``  order of trust, 0 first (the order of the tables, then of their rows)
``file_rank`` number of the file, in that order
``register``  the register whose id this is (``finess``); null in a compiled list
``authority`` true for a local authority or one of its groupings
``core``      what is left of the name without the words any name may carry
``bare_core`` the same, the commune's name left on
``spelling``  the same, words sorted
``tokens``    its distinct words of three letters or more
``numbers``   its words that are numbers (« Rennes 1 », « Rennes 2 »)
``street``    the address, folded
``precise``   true when the point is that of the address
``manager_id`` the managing legal entity, of which it is one establishment
``pole_id``   the first PTCE that names it as a member
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import duckdb
import pyarrow as pa

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import Kind, Located, PartnerType
from territorial_map.ingest.duplicates.core_names import own_words, without_commune
from territorial_map.ingest.tables import SourceTable

_BATCH = 50_000
_TEXT = pa.string()
COLUMNS = pa.schema(
    [
        ("position", pa.int64()),
        ("id", _TEXT),
        ("file", _TEXT),
        ("file_rank", pa.int32()),
        ("register", _TEXT),
        ("is_pole", pa.bool_()),
        ("devices", pa.list_(_TEXT)),
        ("siren", _TEXT),
        ("siret", _TEXT),
        ("authority", pa.bool_()),
        ("public_siren", pa.bool_()),
        ("name", _TEXT),
        ("core", _TEXT),
        ("bare_core", _TEXT),
        ("spelling", _TEXT),
        ("tokens", pa.list_(_TEXT)),
        ("numbers", _TEXT),
        ("acronym", _TEXT),
        ("commune_code", _TEXT),
        ("department_code", _TEXT),
        ("street", _TEXT),
        ("lon", pa.float64()),
        ("lat", pa.float64()),
        ("precise", pa.bool_()),
        ("website", _TEXT),
        ("phone", _TEXT),
        ("manager_id", _TEXT),
        ("pole_id", _TEXT),
    ]
)
_SITE = re.compile(r"^https?://(www\.)?|/+$")

_AUTHORITIES = frozenset((PartnerType.LOCAL_AUTHORITY, PartnerType.GROUPING, PartnerType.CCAS))

RecordRow = tuple[object, ...]


def create_record_table(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the empty table ``record``, in place of any."""
    connection.register("record_columns", COLUMNS.empty_table())
    connection.execute("CREATE OR REPLACE TABLE record AS FROM record_columns")
    connection.unregister("record_columns")


def register_of(identity: str, table: SourceTable) -> str | None:
    """The register whose id it is: two ids of one are two organisations, whatever their files.

    >>> from territorial_map.ingest.tables import TABLES
    >>> table = {one.file: one for one in TABLES}
    >>> register_of("siae:aci:40037861800013", table["insertion_enterprises.csv"])
    'siae'
    >>> register_of("space:0001", table["cooperation_spaces.csv"]) is None
    True
    """
    return identity.split(":", 1)[0] if table.is_register else None


def record_row(
    position: int, file_rank: int, table: SourceTable, organisation: Organisation
) -> RecordRow:
    """The row of one record, in the order of ``COLUMNS``."""
    o, place = organisation, organisation.place
    carried = place.department_code  # « Rebom 56 »
    own = own_words(o.source_name)
    kept = without_commune(own, place.commune or "")
    kept = [word for word in kept if word != carried] or kept
    tokens = sorted(kept)
    return (
        position,
        o.id,
        table.file,
        file_rank,
        register_of(o.id, table),
        o.kind is Kind.PTCE,
        [device.value for device in o.devices],
        o.siren,
        o.siret,
        o.partner_type in _AUTHORITIES,
        o.is_public if o.siren else None,
        fold(o.source_name),
        " ".join(kept),
        " ".join(own),
        " ".join(tokens),
        sorted({token for token in tokens if len(token) > 2}),
        " ".join(word for word in kept if word.isdigit()),
        fold(o.acronym) if o.acronym else None,
        place.commune_code,
        place.department_code,
        (fold(place.address) if place.address else "") or None,
        place.point.lon if place.point else None,
        place.point.lat if place.point else None,
        place.located is Located.ADDRESS,
        _SITE.sub("", o.website.lower()) if o.website else None,
        o.phone,
        o.manager_id,
        o.memberships[0].ptce_id if o.memberships else None,
    )


def record_rows(records: Iterable[tuple[SourceTable, Organisation]]) -> Iterator[RecordRow]:
    """The rows of records given in the order of trust."""
    ranks: dict[str, int] = {}
    for position, (table, organisation) in enumerate(records):
        rank = ranks.setdefault(table.file, len(ranks))
        yield record_row(position, rank, table, organisation)


def fill(connection: duckdb.DuckDBPyConnection, rows: Iterable[RecordRow]) -> None:
    """Add rows to the table ``record``, a batch at a time."""
    remaining = iter(rows)
    while batch := list(islice(remaining, _BATCH)):
        connection.register("record_batch", records_table(batch))
        connection.execute("INSERT INTO record SELECT * FROM record_batch")
        connection.unregister("record_batch")


def records_table(rows: Sequence[RecordRow]) -> pa.Table:
    """Rows of the table ``record`` as an Arrow table."""
    columns = zip(*rows, strict=True) if rows else ((),) * len(COLUMNS)
    arrays = [pa.array(c, f.type) for c, f in zip(columns, COLUMNS, strict=True)]
    return pa.table(arrays, schema=COLUMNS)
