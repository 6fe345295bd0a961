"""How alike two candidate records are, by the trained model, unless something forbids it."""

import duckdb
import pyarrow as pa

from territorial_map.ingest.duplicates.comparing import scored, trained_settings
from territorial_map.ingest.duplicates.links import Link, LinkRule

SURE = 0.9  # merged from here on
REVIEW = 0.2  # to review from here on
# Never alike: another legal person, other devices, an authority and a private body, two communes.
ALLOWED = """
(l.siren IS NULL OR r.siren IS NULL OR l.siren = r.siren)
AND (len(l.devices) = 0 OR len(r.devices) = 0 OR list_has_any(l.devices, r.devices))
AND NOT coalesce(l.authority AND NOT r.public_siren OR r.authority AND NOT l.public_siren, false)
AND (l.commune_code IS NULL OR r.commune_code IS NULL OR l.commune_code = r.commune_code)
"""
# Two SIRETs of one person are two establishments, or one that moved: never more than « to review ».
# One list names a place twice when more than the name says so; two addresses of it are two places.
_PAIRS = """
CREATE OR REPLACE TEMP TABLE likely AS
SELECT candidate.l, candidate.r, l.id AS one, r.id AS other,
       l.siret IS NOT NULL AND r.siret IS NOT NULL AS two_sites,
       coalesce(l.siren = r.siren, false) AND NOT two_sites AS one_person,
       coalesce(l.website = r.website, false) OR one_person
           OR coalesce(l.pole_id IS NOT NULL AND r.pole_id IS NOT NULL AND l.name = r.name, false)
           AS told,
       l.file = r.file AND NOT (told OR coalesce(l.street = r.street, false)) AS only_named,
       coalesce(l.street <> r.street, false) AS two_streets
FROM candidate JOIN record l ON l.position = candidate.l JOIN record r ON r.position = candidate.r
WHERE (l.siret IS NULL OR r.siret IS NULL OR l.siret <> r.siret) AND
"""
_FOUND = """
SELECT one, other, probability,
       probability >= $sure AND NOT (two_sites OR only_named)
FROM likely JOIN score USING (l, r)
WHERE (probability >= if(two_sites, $sure, $review) OR one_person)
  AND NOT (only_named AND two_streets)
ORDER BY l, r
"""
_RECORDS = """
SELECT * FROM record WHERE position IN (SELECT l FROM {pairs} UNION SELECT r FROM {pairs})
"""


def compared(connection: duckdb.DuckDBPyConnection, pairs: str) -> pa.Table:
    """The records that a table of pairs ``l, r`` names."""
    return connection.execute(_RECORDS.format(pairs=pairs)).to_arrow_table()


def likely_links(connection: duckdb.DuckDBPyConnection) -> list[Link]:
    """Links by likeness between the pairs of the table ``candidate``, sure and « to review »."""
    connection.execute(_PAIRS + ALLOWED)
    pairs = connection.execute("SELECT l, r FROM likely ORDER BY ALL").to_arrow_table()
    if not pairs.num_rows:
        return []
    connection.register("score", scored(compared(connection, "likely"), pairs, trained_settings()))
    found = connection.execute(_FOUND, {"sure": SURE, "review": REVIEW}).fetchall()
    connection.unregister("score")
    connection.execute("DROP TABLE likely")
    return [Link(one, other, LinkRule.LIKENESS, p, sure=sure) for one, other, p, sure in found]
