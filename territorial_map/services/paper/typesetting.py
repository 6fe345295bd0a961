"""What documents need of Typst and segno: fonts, tagged PDF, pictures and QR codes."""

import io
import tempfile
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

import segno
import typst

HERE = Path(__file__).parent


@lru_cache(1)
def fonts() -> typst.Fonts:
    """The fonts of the project and those inside Typst: a document looks the same everywhere."""
    return typst.Fonts(include_system_fonts=False, font_paths=[HERE / "fonts"])


def set_pdf(template: str, folder: Path, built_on: str) -> bytes:
    """The tagged PDF/UA-1 document of a template and of what ``folder`` holds for it.

    ``built_on`` is the ISO day that the document carries: the same content gives the same bytes.
    """
    for name in (template, "house.typ"):
        folder.joinpath(name).write_bytes(HERE.joinpath(name).read_bytes())
    made = typst.compile(
        folder / template,
        root=folder,
        font_paths=fonts(),
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(date.fromisoformat(built_on), datetime.min.time(), tzinfo=UTC),
    )
    return bytes(made)


def png_of(drawing: str, ppi: int = 200) -> bytes:
    """An SVG drawing as a PNG picture of the same size on paper."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.typ"
        page.write_text(
            '#set page(width: auto, height: auto, margin: 0pt)\n#image("map.svg")', encoding="utf-8"
        )
        page.with_name("map.svg").write_text(drawing, encoding="utf-8")
        return bytes(
            typst.compile(page, root=page.parent, font_paths=fonts(), format="png", ppi=ppi)
        )


def qr_code(link: str, kind: str) -> bytes | None:
    """The link as a QR code, SVG or PNG; ``None`` when it is too long for one (ISO/IEC 18004)."""
    try:
        code = segno.make_qr(link, error="l", boost_error=True)
    except segno.DataOverflowError:
        return None
    buffer = io.BytesIO()
    code.save(buffer, kind=kind, border=2, scale=1 if kind == "svg" else 8)
    return buffer.getvalue()
