"""Reading a file as people make them."""

from territorial_map.readers import Flaw, ForeignTable, Row, Upload, open_table
from territorial_map.readers.column_names import is_known


def read(name: str, content: bytes | str) -> tuple[ForeignTable, list[Row | Flaw]]:
    raw = content.encode() if isinstance(content, str) else content
    with open_table(Upload(name, raw), known=is_known, forgiving=True) as table:
        return table, list(table.rows)


def cells(item: Row | Flaw) -> list[str]:
    return list(item.values.values()) if isinstance(item, Row) else [item.kind.value]
