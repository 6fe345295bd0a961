"""Which pairs of records are worth comparing: they share a commune and a word, or a SIREN.

Pairs inside one register are never formed: files are joined with the files after them, a compiled
list with itself. A register of a million rows beside short lists gives pairs by the thousand.
"""

import duckdb

_KEYS = """
SELECT position, file_rank, register, unnest(list_filter(
    [
        'siret ' || siret,
        'siren ' || siren,
        'phone ' || commune_code || phone,
        'site ' || commune_code || website,
        'street ' || commune_code || street,
        'start ' || commune_code || left(replace(core, ' ', ''), 4)
    ] || list_transform(tokens, lambda token: commune_code || ' ' || token),
    lambda key: key IS NOT NULL
)) AS key
FROM record WHERE NOT is_pole
"""
_BLOCKS = "CREATE OR REPLACE TEMP TABLE block AS " + _KEYS
# The longest register: of its keys only those that another file holds can make a pair.
_LONGEST = """
SELECT file_rank FROM record GROUP BY 1 HAVING bool_and(register IS NOT NULL)
ORDER BY count(*) DESC, 1 LIMIT 1
"""
_OTHERS = _BLOCKS + " AND file_rank <> $rank"
_MET = f"INSERT INTO block FROM ({_KEYS} AND file_rank = $rank) met SEMI JOIN block USING (key)"
_NO_PAIR = "CREATE OR REPLACE TEMP TABLE candidate(l BIGINT, r BIGINT)"
_JOIN = """
INSERT INTO candidate
SELECT DISTINCT l.position, r.position
FROM block l JOIN block r ON l.key = r.key
WHERE l.file_rank = $rank AND {others}
  AND (l.register IS NULL OR r.register IS NULL OR l.register <> r.register)
"""
_AMONG_OTHERS = _JOIN.format(others="r.file_rank > $rank")
_INSIDE = _JOIN.format(others="r.file_rank = $rank AND l.position < r.position")

_OF_ONE_REGISTER = """
INSERT INTO candidate
SELECT DISTINCT l.position, r.position
FROM block l JOIN block r ON l.key = r.key AND l.register = r.register AND l.position < r.position
"""


def block(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill the table ``candidate(l, r)`` with positions, ``l < r``, each pair once."""
    longest = connection.execute(_LONGEST).fetchone()
    rank = {"rank": longest[0] if longest else -1}
    connection.execute(_OTHERS, rank)
    connection.execute(_MET, rank)
    connection.execute(_NO_PAIR)
    files = connection.execute(
        "SELECT file_rank, bool_or(register IS NULL) FROM record GROUP BY 1 ORDER BY 1"
    ).fetchall()
    for rank, is_compiled in files:
        connection.execute(_AMONG_OTHERS, {"rank": rank})
        if is_compiled:
            connection.execute(_INSIDE, {"rank": rank})
    connection.execute("DROP TABLE block")


def block_inside_registers(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill ``candidate`` with pairs that are two organisations for sure: what training needs."""
    connection.execute(_BLOCKS)
    connection.execute(_NO_PAIR)
    connection.execute(_OF_ONE_REGISTER)
    connection.execute("DROP TABLE block")
