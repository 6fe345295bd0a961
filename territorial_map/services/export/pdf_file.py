"""PDF: a tagged A4 document (PDF/UA-1) set by Typst, with fonts that travel with the project."""

import json
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from territorial_map.services.export.about import CLOSING_NOTE, PRODUCT
from territorial_map.services.export.cells import number, printable
from territorial_map.services.export.document import NO_GROUP, Entry, Group, Printed, printed
from territorial_map.services.export.place_map import map_svg, map_words
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export.trace import trace_of
from territorial_map.services.export.typesetting import qr_code, set_pdf

_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre"),
    *("octobre", "novembre", "décembre"),
)
_MAX_LINK_SHOWN = 600
TRACE_NAME = "liste.json"


def pdf_chunks(table: ExportTable) -> Iterator[bytes]:
    """The document; it is made whole, its lines being at most a few thousand."""
    document = printed(table)
    ground = table.survey([mark.point for mark in document.marks])
    drawing = map_svg(ground, document.marks, table.origin)
    words = map_words(ground, document.marks) if drawing else None
    trace = trace_of(table.about, table.columns, document.rows)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.joinpath(TRACE_NAME).write_bytes(trace)
        if drawing:
            root.joinpath("map.svg").write_text(drawing, encoding="utf-8")
        qr = qr_code(table.about.link, "svg")
        if qr is not None:
            root.joinpath("qr.svg").write_bytes(qr)
        content = _content(document, words, has_qr=qr is not None)
        root.joinpath("list.json").write_text(json.dumps(content), encoding="utf-8")
        made = set_pdf("document.typ", root, table.about.edition.built_on)
    yield made


def french_date(iso: str) -> str:
    """A date in words.

    >>> french_date("2026-11-01")
    '1er novembre 2026'
    """
    day = date.fromisoformat(iso)
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"


def shown_link(link: str) -> str:
    """The link as text on paper; a very long one is cut, the code and the link itself are whole."""
    return link if len(link) <= _MAX_LINK_SHOWN else f"{link[:_MAX_LINK_SHOWN]}…"


def facts_on_paper(document: Printed) -> list[tuple[str, str]]:
    """The « À propos » without what the page says elsewhere."""
    elsewhere = {"Liste", "Lien de la requête"}
    return [
        (name, number(value) if isinstance(value, int | float) else str(value))
        for name, value in document.about.facts()
        if name not in elsewhere and value is not None
    ]


def _content(document: Printed, words: str | None, *, has_qr: bool) -> dict[str, Any]:
    about = document.about
    return {
        "product": PRODUCT,
        "title": printable(about.title) or PRODUCT,  # PDF/UA refuses an empty heading
        "query": printable(about.query),
        "counts": document.counts,
        "edition": about.edition.id,
        "built_on": about.edition.built_on,
        "built_words": french_date(about.edition.built_on),
        "sorted_by": f"Tri : {about.sorted_by.lower()}.",
        "link": about.link,
        "link_shown": printable(shown_link(about.link)),
        "qr": has_qr,
        "map": words,
        "headings": document.headings,
        "shares": document.shares,
        "groups": [_group(group) for group in document.groups],
        "facts": [(name, printable(value)) for name, value in facts_on_paper(document)],
        "sources": [printable(source) for source in about.sources],
        "notes": [printable(note) for note in (*about.notes, CLOSING_NOTE)],
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "heading": printable(group.heading) or NO_GROUP,
        "notes": [printable(note) for note in group.notes],
        "entries": [_entry(entry) for entry in group.entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "name": printable(entry.name),
        "proof": printable(entry.proof),
        "identity": [printable(text) for text in entry.identity],
        "why": [printable(text) for text in entry.why],
        "where": [printable(text) for text in entry.where],
        "contact": [printable(text) for text in entry.contact],
    }
