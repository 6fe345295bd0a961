"""vCard 4.0 (RFC 6350): one card per organisation, ``KIND:org``, never a person.

The first card, ``KIND:group``, is the list itself: it carries the query, the edition and the
sources, and names its members.
"""

import re
from collections.abc import Iterator
from uuid import NAMESPACE_URL, UUID, uuid5

from territorial_map.services.export.about import PRODUCT
from territorial_map.services.export.cells import Cell
from territorial_map.services.export.columns import UNKNOWN_ACTIVITY
from territorial_map.services.export.table import TRADE_GROUP, ExportLine, ExportTable

_FOLD_OCTETS = 75
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BATCH = 200
_NAMESPACE = uuid5(NAMESPACE_URL, "territorial-map:organisation")


def vcard_chunks(table: ExportTable) -> Iterator[bytes]:
    """The group card, then one card per line, some at a time."""
    keys = [column.key for column in table.columns]
    identity = table.index_of("id") or 0
    yield _card(_about_card(table)).removesuffix(b"END:VCARD\r\n")
    for line in table.lines():
        yield fold_line(f"MEMBER:{uid_of(str(line.cells[identity])).urn}")
    yield b"END:VCARD\r\n"
    cards: list[bytes] = []
    for line in table.lines():
        cards.append(_card(_properties(line, keys, table)))
        if len(cards) == _BATCH:
            yield b"".join(cards)
            cards.clear()
    yield b"".join(cards)


def uid_of(identity: str) -> UUID:
    """The card's identifier: always the same for one organisation, in every edition."""
    return uuid5(_NAMESPACE, identity)


def escaped(value: Cell) -> str:
    r"""A text value (RFC 6350 §3.4): backslash, comma, semicolon and line break escaped.

    >>> escaped("A; B, C\\")
    'A\\; B\\, C\\\\'
    """
    text = _CONTROL.sub("", str(value)).replace("\r\n", "\n").replace("\r", "\n")
    for character, kept in (("\\", "\\\\"), ("\n", "\\n"), (",", "\\,"), (";", "\\;")):
        text = text.replace(character, kept)
    return text


def fold_line(text: str) -> bytes:
    """A content line cut at 75 octets, never inside a character (RFC 6350 §3.2)."""
    parts: list[bytes] = []
    current = b""
    for character in text:
        octets = character.encode()
        if len(current) + len(octets) > _FOLD_OCTETS:
            parts.append(current)
            current = b" "
        current += octets
    return b"\r\n".join([*parts, current]) + b"\r\n"


def _card(properties: list[str]) -> bytes:
    lines = ["BEGIN:VCARD", "VERSION:4.0", *properties, "END:VCARD"]
    return b"".join(map(fold_line, lines))


def _about_card(table: ExportTable) -> list[str]:
    about = table.about
    colon = about.t(" : ")
    told = "\n".join(f"{name}{colon}{value}" for name, value in about.lines() if value is not None)
    return [
        "KIND:group",
        f"UID:{uuid5(_NAMESPACE, f'{about.link} {about.edition.id}').urn}",
        f"PRODID:{escaped(PRODUCT)}",
        f"FN:{escaped(about.t('Liste') + colon + about.title)}",
        f"NOTE:{escaped(told)}",
        f"SOURCE:{_uri(about.link)}",
        f"X-QUERY:{escaped(about.query)}",
        f"X-EDITION:{escaped(about.edition.id)}",
        f"X-ROWS-PER:{about.rows_per.value}",
        f"X-COLUMNS:{','.join(column.key for column in table.columns)}",
    ]


def _properties(line: ExportLine, keys: list[str], table: ExportTable) -> list[str]:
    found = dict(zip(keys, line.cells, strict=True))
    name = escaped(found["name"])
    properties = ["KIND:org", f"UID:{uid_of(str(found['id'])).urn}", f"FN:{name}", f"ORG:{name}"]
    for key, prefix in (
        ("acronym", "NICKNAME"),
        ("phone", "TEL;VALUE=text;TYPE=work"),
        ("siret", "X-SIRET"),
        ("siren", "X-SIREN"),
        ("id", "X-ORGANISATION-ID"),
        (TRADE_GROUP.key, "X-TRADE-GROUP"),
    ):
        if found.get(key):
            properties.append(f"{prefix}:{escaped(found[key])}")
    if found.get("website"):
        properties.append(f"URL:{_uri(str(found['website']))}")
    properties += _address(found)
    if line.point is not None:
        properties.append(f"GEO:geo:{line.point.lat!r},{line.point.lon!r}")
    told_of = [str(found.get(key) or "").split(" ; ") for key in ("kind", "devices", "sectors")]
    categories = [
        c for cs in told_of for c in cs if c and c != table.about.t.label(UNKNOWN_ACTIVITY)
    ]
    properties.append(f"CATEGORIES:{','.join(map(escaped, categories))}")
    first = (TRADE_GROUP.key, "pooling", "tier", "status")
    told = "".join(f"{found[key]}. " for key in first if found.get(key))
    t = table.about.t
    source, vintage = found.get("source") or "—", found.get("vintage") or "—"
    told += t("Source : {source}, {vintage}.", source=source, vintage=vintage)
    told += t(" Édition {id}. {query}", id=table.about.edition.id, query=table.about.query)
    return [*properties, f"NOTE:{escaped(told)}", f"SOURCE:{_uri(table.about.link)}"]


def _address(found: dict[str, Cell]) -> list[str]:
    parts = [found.get(key) for key in ("address", "commune", "region", "postcode")]
    if not any(parts):
        return []
    return [f"ADR;TYPE=work:;;{';'.join(escaped(p or '') for p in parts)};France"]


def _uri(address: str) -> str:
    """A URI value takes no escape, and no blank or line break."""
    return re.sub(r"\s", "%20", _CONTROL.sub("", address))
