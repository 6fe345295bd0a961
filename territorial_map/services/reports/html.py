"""A report as one self-contained page, ready to print."""

from html import escape

from territorial_map.domain.content_policy import policy_meta
from territorial_map.services.reports.report import (
    Block,
    Bullets,
    Grid,
    Prose,
    ReportDocument,
    ReportHeading,
    Tone,
)

_STYLE = """
body { font: 11pt/1.4 "Source Sans 3", system-ui, sans-serif; color: #16212f; margin: 2rem auto;
  max-width: 52rem; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 1.6rem; }
h3 { font-size: 1rem; margin: 1rem 0 0.2rem; } p { margin: 0.3rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.9em; }
th, td { border-bottom: 1px solid #b4c0cf; padding: 0.3rem 0.5rem 0.3rem 0; text-align: left;
  vertical-align: top; }
blockquote { margin: 0.2rem 0; padding-left: 0.8rem; border-left: 3px solid #b4c0cf; }
.note { color: #47566b; font-size: 0.9em; }
h2, h3 { break-after: avoid; } tr, blockquote { break-inside: avoid; }
@media print { body { margin: 0; font-size: 9.5pt; } }
"""
_TICK_BOX = "\u2610"


def report_html(report: ReportDocument) -> bytes:
    """The page, UTF-8; it runs nothing and loads nothing."""
    title = escape(report.title)
    body = [
        f"<h1>{title}</h1>",
        f'<p class="note">{escape(report.summary)}</p>',
        f'<p class="note"><a href="{escape(report.link)}">{escape(report.link)}</a></p>',
        *map(_block, report.blocks),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{report.language}"><head><meta charset="utf-8">'
        f"{policy_meta()}<title>{title}</title><style>{_STYLE}</style></head>"
        f"<body>{''.join(body)}</body></html>"
    ).encode()


def _block(block: Block) -> str:
    match block:
        case ReportHeading(text, level):
            return f"<h{level + 1}>{escape(text)}</h{level + 1}>"
        case Prose():
            return _prose(block)
        case Bullets(items):
            return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"
        case Grid():
            return _grid(block)


def _prose(prose: Prose) -> str:
    lead = f"<strong>{escape(prose.lead)}</strong> " if prose.lead else ""
    text = f"{lead}{escape(prose.text)}"
    if prose.tone is Tone.QUOTE:
        return f"<blockquote>{text}</blockquote>"
    return f'<p class="note">{text}</p>' if prose.tone is Tone.NOTE else f"<p>{text}</p>"


def _grid(grid: Grid) -> str:
    headings = (*grid.headings, *([grid.tick] if grid.tick else []))
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    tick = f"<td>{_TICK_BOX}</td>" if grid.tick else ""
    lines = (
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + f"{tick}</tr>"
        for row in grid.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
