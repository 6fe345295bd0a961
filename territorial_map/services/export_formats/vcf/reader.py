"""Exports as vCard, read back: the group card tells the list, the others its organisations."""

import re
from collections import defaultdict
from pathlib import Path

from territorial_map.services.export.cells import Cell
from territorial_map.services.export.table import TRADE_GROUP
from territorial_map.services.export_formats.read_file import ReadFile

_PARTS = re.compile(r"(?<!\\)(?:\\\\)*;")
_KEYS = {
    "X-ORGANISATION-ID": "id",
    "FN": "name",
    "NICKNAME": "acronym",
    "TEL": "phone",
    "URL": "website",
    "X-SIRET": "siret",
    "X-SIREN": "siren",
    "X-TRADE-GROUP": TRADE_GROUP.key,
}
_ADDRESS = ("address", "commune", "region", "postcode")


def read_cards(path: Path) -> ReadFile:
    """A vCard file.

    Raises:
        SourceError: the file has no group card of ours.
    """
    text = path.read_text(encoding="utf-8", errors="replace")
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    rows: list[dict[str, Cell]] = []
    about: dict[str, str] = {}
    for card in re.findall(r"BEGIN:VCARD\r?\n(.*?)END:VCARD", unfolded, flags=re.DOTALL):
        found = _properties(card)
        if found["KIND"] == "group":
            about = found
        else:
            rows.append(_row(found))
    columns = about.get("X-COLUMNS", "").split(",")
    named = ({k: c for k, c in row.items() if columns == [""] or k in columns} for row in rows)
    return ReadFile(about.get("SOURCE"), about.get("X-EDITION"), named)


def _properties(card: str) -> dict[str, str]:
    found: dict[str, str] = defaultdict(str)
    for line in card.splitlines():
        name, _, value = line.partition(":")
        found[name.partition(";")[0].upper()] = value
    return found


def _row(found: dict[str, str]) -> dict[str, Cell]:
    row: dict[str, Cell] = {key: _text(found[name]) for name, key in _KEYS.items()}
    parts = _split(found["ADR"]) if found["ADR"] else []
    for n, key in enumerate(_ADDRESS):
        row[key] = _text(parts[n + 2]) if len(parts) > n + 2 else ""
    return row


def _split(value: str) -> list[str]:
    """The components of a structured value: at semicolons that no backslash precedes."""
    parts, start = [], 0
    for cut in _PARTS.finditer(value):
        parts.append(value[start : cut.end() - 1])
        start = cut.end()
    return [*parts, value[start:]]


def _text(value: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)
