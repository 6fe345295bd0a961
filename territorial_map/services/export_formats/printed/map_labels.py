"""What is written on a printed map: town names, scale bar and legend, as SVG."""

import math
from collections.abc import Sequence

from territorial_map.domain.geo import Point, distance_km
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.export.cells import printable, xml_text
from territorial_map.services.export.map_background import MapBackground
from territorial_map.services.export_formats.printed.document import Mark
from territorial_map.services.export_formats.printed.map_frame import MOST_SPREAD, MapFrame, Spot
from territorial_map.services.texts import Texts

LEGEND_HEIGHT = 32.0
_TOWN_NAMES = 16
_DROPS = (-5, 12, -13, 20, 28, -21, 36, -30)  # of a name beside its town, in points, best first
_FONT = "font-family=\"'Source Sans 3'\""
Box = tuple[float, float, float, float]


def town_names(
    frame: MapFrame, ground: MapBackground, spots: Sequence[Spot], size: float
) -> list[str]:
    """The names of the largest towns that find room beside symbols, largest first."""
    half = size / 2
    symbols = [(x - half, y - half, x + half, y + half) for x, y in spots]
    right, bottom = frame.x + frame.width, frame.y + frame.height
    taken: list[Box] = [(right - 112, bottom - 28, right, bottom)]  # the scale bar's
    parts: list[str] = []
    for town in ground.towns:
        x, y = frame.at(town.point.lon, town.point.lat)
        wide = 4.4 * len(town.name)
        for drop in _DROPS:
            box = (x - wide / 2, y + drop - 8, x + wide / 2, y + drop + 2)
            inside = frame.holds(box[:2]) and frame.holds(box[2:])
            clear = not any(_overlap(box, other, 6) for other in taken)
            if inside and clear and not any(_overlap(box, symbol, 0) for symbol in symbols):
                taken.append(box)
                parts.append(text_at(x, y + drop, town.name, 8.5, anchor="middle", halo=True))
                break
        if len(parts) == _TOWN_NAMES:
            break
    return parts


def _overlap(a: Box, b: Box, gap: float) -> bool:
    return (
        a[0] < b[2] + gap and b[0] < a[2] + gap and a[1] < b[3] + gap / 2 and b[1] < a[3] + gap / 2
    )


def text_at(
    x: float, y: float, text: str, size: float, *, anchor: str = "start", halo: bool = False
) -> str:
    """A text whose baseline starts, or is centred, at a spot; a halo sets it off what it covers."""
    shown = xml_text(printable(text))
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}" {_FONT}'
    under = (
        f'<text {place} fill="#ffffff" stroke="#ffffff" stroke-width="2.4">{shown}</text>'
        if halo
        else ""
    )
    return f'{under}<text {place} fill="#2b333b">{shown}</text>'


def scale_bar(frame: MapFrame, t: Texts) -> str:
    """A bar of 1, 2 or 5 times a power of ten kilometres, true in the middle of the frame."""
    window = frame.window
    lat = (window.south + window.north) / 2
    wide = distance_km(Point(window.west, lat), Point(window.east, lat))
    per_km = math.radians(window.east - window.west) * frame.scale / wide
    power = 10 ** math.floor(math.log10(90 / per_km))
    length = next(n * power for n in (5, 2, 1) if n * power * per_km <= 90)
    x, y = frame.x + frame.width - 12 - length * per_km, frame.y + frame.height - 10
    return (
        f'<rect x="{x - 6:.1f}" y="{y - 15:.1f}" width="{length * per_km + 12:.1f}" height="20" '
        'fill="#ffffff" fill-opacity="0.85"/>'
        f'<path d="M{x:.1f} {y - 4:.1f}v4h{length * per_km:.1f}v-4" fill="none" stroke="#2b333b"/>'
        + text_at(x + length * per_km / 2, y - 5, f"{t.decimal(length)} km", 8, anchor="middle")
    )


def legend(marks: Sequence[Mark], top: float, t: Texts) -> str:
    """The kinds that the map shows, then what hollow and moved symbols mean."""
    parts, x = [], 0.0
    for kind in Kind:
        if any(mark.kind is kind for mark in marks):
            parts.append(
                f'<use href="#{kind.value}" x="{x:.1f}" y="{top + 6:.1f}" width="10" height="10"/>'
            )
            named = t.label(kind.label)
            parts.append(text_at(x + 13, top + 14, named, 8))
            x += 26 + 3.7 * len(named)
    told = []
    if any(not mark.precise for mark in marks):
        told.append(t("Symbole creux : placé au centre de sa commune."))
    if 1 < len(marks) <= MOST_SPREAD:
        told.append(t("Les symboles d’un même lieu sont écartés pour être lus."))
    parts.append(text_at(0, top + 27, " ".join(told), 8))
    return "".join(parts)
