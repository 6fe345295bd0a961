"""PDF: a tagged A4 document (PDF/UA-1) set by Typst, with fonts that travel with the project."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from territorial_map.services.export.about import PRODUCT
from territorial_map.services.export.cells import printable
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.embedded_rows import trace_of
from territorial_map.services.export_formats.printed.document import (
    DocumentEntry,
    DocumentGroup,
    Printed,
    printed,
)
from territorial_map.services.export_formats.printed.place_map import map_svg, map_words
from territorial_map.services.export_formats.printed.words import (
    dated,
    facts_on_paper,
    words_on_paper,
)
from territorial_map.services.paper.links import shown_link
from territorial_map.services.paper.typesetting import qr_code, set_pdf

TRACE_NAME = "liste.json"


def pdf_chunks(table: ExportTable) -> Iterator[bytes]:
    """The document; it is made whole, its lines being at most a few thousand."""
    document = printed(table)
    ground = table.survey([mark.point for mark in document.marks])
    drawing = map_svg(ground, document.marks, table)
    words = map_words(ground, document.marks, table.about.t) if drawing else None
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


def _content(document: Printed, words: str | None, *, has_qr: bool) -> dict[str, Any]:
    about, t = document.about, document.about.t
    return {
        "language": t.language.value,
        "words": words_on_paper(t),
        "product": t(PRODUCT),
        "title": printable(about.title) or t(PRODUCT),  # PDF/UA refuses an empty heading
        "query": printable(about.query),
        "counts": document.counts,
        "edition": about.edition.id,
        "built_on": about.edition.built_on,
        "dated": dated(document),
        "link": about.link,
        "link_shown": printable(shown_link(about.link)),
        "qr": has_qr,
        "map": words,
        "headings": document.headings,
        "shares": document.shares,
        "groups": [_group(group) for group in document.groups],
        "footnotes": [printable(note) for note in document.footnotes],
        "facts": [(name, printable(value)) for name, value in facts_on_paper(document)],
        "sources": [printable(source) for source in about.sources],
        "notes": [printable(note) for note in about.all_notes],
    }


def _group(group: DocumentGroup) -> dict[str, Any]:
    return {
        "heading": printable(group.heading),
        "notes": [printable(note) for note in group.notes],
        "entries": [_entry(entry) for entry in group.entries],
    }


def _entry(entry: DocumentEntry) -> dict[str, Any]:
    return {
        "name": printable(entry.name),
        "proof": printable(entry.proof),
        "identity": [printable(text) for text in entry.identity],
        "why": [printable(text) for text in entry.why],
        "where": [printable(text) for text in entry.where],
        "contact": [printable(text) for text in entry.contact],
    }
