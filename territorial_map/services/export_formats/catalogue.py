"""Every format, by its code, in the order of the export dialog."""

from territorial_map.services.export_formats import (
    csv,
    docx,
    geojson,
    gpkg,
    html,
    kml,
    ods,
    pdf,
    vcf,
    xlsx,
)
from territorial_map.services.export_formats.format import Format

_MODULES = (xlsx, pdf, docx, csv, ods, html, geojson, gpkg, kml, vcf)

FORMATS: dict[str, Format] = {module.FORMAT.code: module.FORMAT for module in _MODULES}
