"""A report as PDF: tagged (PDF/UA-1), set by Typst like the printed list."""

import json
import tempfile
from pathlib import Path
from typing import Any

from territorial_map.services.export.about import PRODUCT
from territorial_map.services.export.cells import printable
from territorial_map.services.paper.links import shown_link
from territorial_map.services.paper.typesetting import qr_code, set_pdf
from territorial_map.services.reports.report import (
    Block,
    Bullets,
    Grid,
    Prose,
    ReportDocument,
    ReportHeading,
)


def report_pdf(report: ReportDocument) -> bytes:
    """The document; the same report gives the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        qr = qr_code(report.link, "svg")
        if qr is not None:
            root.joinpath("qr.svg").write_bytes(qr)
        content = _content(report, has_qr=qr is not None)
        root.joinpath("report.json").write_text(json.dumps(content), encoding="utf-8")
        return set_pdf("report.typ", root, report.built_on)


def _content(report: ReportDocument, *, has_qr: bool) -> dict[str, Any]:
    edition, page, _, code = report.words
    return {
        "product": PRODUCT,
        "title": printable(report.title) or PRODUCT,  # PDF/UA refuses an empty heading
        "query": printable(report.summary),
        "edition": report.edition,
        "built_on": report.built_on,
        "link": report.link,
        "link_shown": printable(shown_link(report.link)),
        "qr": has_qr,
        "language": report.language,
        "words": {"edition": edition, "page": page, "code": code},
        "blocks": [_block(block) for block in report.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case ReportHeading(text, level):
            return {"kind": "heading", "text": printable(text) or "—", "level": level}
        case Prose(text, tone, lead):
            prose = {"text": printable(text), "tone": tone.value, "lead": printable(lead)}
            return {"kind": "prose"} | prose
        case Bullets(items):
            return {"kind": "bullets", "items": [printable(item) for item in items]}
        case Grid(headings, rows, shares, tick):
            return {
                "kind": "grid",
                "headings": [printable(heading) for heading in headings],
                "rows": [[printable(cell) for cell in row] for row in rows],
                "shares": shares,
                "tick": printable(tick),
            }
