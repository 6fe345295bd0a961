"""The map of a printed list: outlines, towns, symbols and a scale bar as SVG, without a tile."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from territorial_map.domain.geo import EARTH_RADIUS_KM
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.export.map_background import MapBackground, Outline, Ring, Zone
from territorial_map.services.export.table import ExportTable, Origin
from territorial_map.services.export_formats.printed.document import Mark
from territorial_map.services.export_formats.printed.map_frame import (
    INSET,
    MOST_SPREAD,
    WIDTH,
    MapFrame,
    frames_of,
    spread,
)
from territorial_map.services.export_formats.printed.map_labels import (
    LEGEND_HEIGHT,
    legend,
    scale_bar,
    text_at,
    town_names,
)
from territorial_map.services.texts import Texts

_STROKES = {
    TerritoryLevel.COMMUNE: ("#d5dbe1", 0.4),
    TerritoryLevel.EPCI: ("#c0c9d2", 0.5),
    TerritoryLevel.DEPARTMENT: ("#8d99a6", 0.7),
    TerritoryLevel.REGION: ("#5d6975", 1.0),
}


def map_svg(ground: MapBackground, marks: Sequence[Mark], table: ExportTable) -> str | None:
    """The map as one SVG drawing, ``WIDTH`` points wide; ``None`` when nothing has a place."""
    if not ground.zones:
        return None
    origin, t = table.origin, table.about.t
    frames = frames_of(ground.zones)
    body = [_frame_svg(frame, zone, ground, marks, origin) for zone, frame in frames]
    main = frames[0][1]
    bottom = max(frame.y + frame.height for _, frame in frames)
    body += [scale_bar(main, t), legend(marks, bottom, t)]
    height = bottom + LEGEND_HEIGHT
    symbols = "".join(
        f'<symbol id="{name}" viewBox="0 0 24 24">{drawing}</symbol>'
        for kind, symbol in table.symbols.items()
        for name, drawing in ((kind.value, symbol.drawing), (f"{kind.value}-h", symbol.hollow))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height:.1f}" '
        f'width="{WIDTH:g}" height="{height:.1f}"><defs>{symbols}</defs>{"".join(body)}</svg>'
    )


def map_words(ground: MapBackground, marks: Sequence[Mark], t: Texts) -> str:
    """The alternative text of the map; the list beneath says all of it."""
    kinds = Counter(mark.kind for mark in marks)
    shown = ", ".join(f"{t.label(kind.label)} : {t.number(n)}" for kind, n in kinds.most_common())
    named = ", ".join(outline.name for outline in ground.chosen[:5])
    where = named or ", ".join(zone.name for zone in ground.zones)
    return t(
        "Carte ({where}). Symboles : {shown}. La liste qui suit dit tout de la carte.",
        where=where,
        shown=shown or t("aucun"),
    )


def _frame_svg(
    frame: MapFrame, zone: Zone, ground: MapBackground, marks: Sequence[Mark], origin: Origin | None
) -> str:
    clip = f"clip-{frame.x:.0f}-{frame.y:.0f}"
    box = (
        f'x="{frame.x:.1f}" y="{frame.y:.1f}" width="{frame.width:.1f}" height="{frame.height:.1f}"'
    )
    parts = [f'<clipPath id="{clip}"><rect {box}/></clipPath><rect {box} fill="#eef3f6"/>']
    parts.append(f'<g clip-path="url(#{clip})">')
    parts += [_land(outline, frame) for outline in ground.outlines]
    parts += [_outline(outline, frame) for outline in ground.outlines]
    parts += [_outline(outline, frame, chosen=True) for outline in ground.chosen]
    if origin is not None:
        parts.append(_origin(origin, frame, marks))
    size = _symbol_size(len(marks)) * (0.75 if frame.width == INSET else 1)
    spots = spread([frame.at(m.point.lon, m.point.lat) for m in marks], size)
    parts += [
        _symbol(spot, mark, size)
        for spot, mark in zip(spots, marks, strict=True)
        if frame.holds(spot)
    ]
    if frame.width == INSET:
        parts.append(text_at(frame.x + 4, frame.y + 11, zone.name, 8))
    else:
        parts += town_names(frame, ground, spots, size)
    parts.append(f'</g><rect {box} fill="none" stroke="#5d6975" stroke-width="0.6"/>')
    return "".join(parts)


def _symbol_size(n: int) -> float:
    return 11.0 if n < 60 else 8.0 if n < MOST_SPREAD else 6.0


def _land(outline: Outline, frame: MapFrame) -> str:
    if outline.level is not TerritoryLevel.DEPARTMENT:
        return ""
    return f'<path d="{"".join(_ring(ring, frame) for ring in outline.rings)}" fill="#ffffff"/>'


def _outline(outline: Outline, frame: MapFrame, *, chosen: bool = False) -> str:
    path = "".join(_ring(ring, frame) for ring in outline.rings)
    if not path:
        return ""
    colour, width = ("#12355b", 1.6) if chosen else _STROKES[outline.level]
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def _ring(ring: Ring, frame: MapFrame) -> str:
    """A ring as path commands, without corners nearer than half a point; empty when off paper."""
    spots = [frame.at(lon, lat) for lon, lat in ring]
    xs, ys = [s[0] for s in spots], [s[1] for s in spots]
    if max(xs) < frame.x or min(xs) > frame.x + frame.width:
        return ""
    if max(ys) < frame.y or min(ys) > frame.y + frame.height:
        return ""
    kept = [spots[0]]
    for spot in spots[1:]:
        if abs(spot[0] - kept[-1][0]) + abs(spot[1] - kept[-1][1]) >= 0.5:
            kept.append(spot)
    if len(kept) < 3:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "Z"


def _symbol(spot: tuple[float, float], mark: Mark, size: float) -> str:
    name = mark.kind.value + ("" if mark.precise else "-h")
    x, y = spot[0] - size / 2, spot[1] - size / 2
    return f'<use href="#{name}" x="{x:.1f}" y="{y:.1f}" width="{size:g}" height="{size:g}"/>'


def _origin(origin: Origin, frame: MapFrame, marks: Iterable[Mark]) -> str:
    x, y = frame.at(origin.point.lon, origin.point.lat)
    parts = []
    if origin.radius_km is not None:
        per_km = frame.scale / EARTH_RADIUS_KM / math.cos(math.radians(origin.point.lat))
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{origin.radius_km * per_km:.1f}" fill="none" '
            'stroke="#12355b" stroke-width="1.2" stroke-dasharray="5 3"/>'
        )
    for mark in marks if origin.tied else ():
        to_x, to_y = frame.at(mark.point.lon, mark.point.lat)
        parts.append(
            f'<path d="M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}" stroke="#12355b" '
            'stroke-width="0.6" stroke-opacity="0.55"/>'
        )
    cross = f"M{x - 5:.1f} {y:.1f}h10M{x:.1f} {y - 5:.1f}v10"
    parts.append(f'<path d="{cross}" stroke="#12355b" stroke-width="1.8"/>')
    return "".join(parts)
