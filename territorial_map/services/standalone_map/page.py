"""The page: a folium map without tiles, its scripts and styles inside, a list beside it."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from territorial_map.domain.content_policy import policy_meta
from territorial_map.domain.geo import Window
from territorial_map.domain.language.writing import script_rules
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.export.about import LINK_HEADING, PRODUCT
from territorial_map.services.export.figure_map import FigureMap
from territorial_map.services.export.map_background import METROPOLE, MapBackground, Outline
from territorial_map.services.export.table import ExportLine, ExportTable
from territorial_map.services.standalone_map.figure import HATCHING, LAYER, add_figure, figure_told
from territorial_map.services.standalone_map.packing import packed_list
from territorial_map.services.texts import Texts

_HERE = Path(__file__).parent
_SCRIPTS = ("leaflet.js", "leaflet.markercluster.js")
_STYLES = ("leaflet.css", "leaflet.markercluster.css")
_CHUNK = 256 * 1024
_STYLE_OF = {
    TerritoryLevel.COMMUNE: {"color": "#c3ccd4", "weight": 0.6, "fill": False},
    TerritoryLevel.DEPARTMENT: {
        "color": "#8d99a6",
        "weight": 0.9,
        "fillColor": "#ffffff",
        "fillOpacity": 1,
    },
    TerritoryLevel.REGION: {"color": "#5d6975", "weight": 1.6, "fill": False},
}
_CHOSEN = {"color": "#12355b", "weight": 2.5, "fill": False}


def page_chunks(table: ExportTable) -> Iterator[bytes]:
    """The page; it is made whole, its lines being at most a few tens of thousands."""
    lines = list(table.lines())
    points = [line.point for line in lines if line.point]
    ground, figure = table.survey(points), table.figure()
    told = figure_told(figure, table.about.t) if figure is not None else ""
    drawn = _with_outlines(ground, figure, table.about.t)
    text = _finished(drawn, table, lines, (ground, told)).encode()
    for start in range(0, len(text), _CHUNK):
        yield text[start : start + _CHUNK]


def _with_outlines(ground: MapBackground, figure: FigureMap | None, t: Texts) -> str:
    """The page of folium with a ground; layers are named, so that it is the same every time."""
    import folium  # noqa: PLC0415 - it loads pandas: only maps that leave the app pay for it

    page = folium.Map(tiles=None, maxZoom=18, zoomSnap=0.5)
    page._id = "page"  # noqa: SLF001 - folium draws it at random
    page.default_js, page.default_css = [], []
    levels = (TerritoryLevel.DEPARTMENT, TerritoryLevel.COMMUNE, TerritoryLevel.REGION)
    layers = [
        (level.value, _STYLE_OF[level], [o for o in ground.outlines if o.level is level])
        for level in levels
    ]
    for name, style, outlines in [
        *layers,
        (LAYER, {}, []),
        ("chosen", _CHOSEN, list(ground.chosen)),
    ]:
        if name == LAYER and figure is not None:
            add_figure(page, figure, t)
        if outlines:
            layer = folium.GeoJson(
                _collection(outlines),
                style_function=lambda _, style=style: style,
                interactive=False,
                control=False,
                smooth_factor=1.2,
            )
            layer._id = name  # noqa: SLF001 - the same
            layer.add_to(page)
    window = ground.zones[0].window if ground.zones else METROPOLE
    page.fit_bounds(_corners(window))
    return str(page.get_root().render())


def _corners(window: Window) -> list[list[float]]:
    return [[window.south, window.west], [window.north, window.east]]


def _collection(outlines: Sequence[Outline]) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {},
                "geometry": {"type": "MultiPolygon", "coordinates": [[r] for r in outline.rings]},
            }
            for outline in outlines
        ],
    }


def _finished(
    page: str, table: ExportTable, lines: Sequence[ExportLine], around: tuple[MapBackground, str]
) -> str:
    """The page of folium with our head, list and script around its map.

    ``around`` is what stands behind points, and the legend of a figure if there is one.
    """
    ground, legend = around
    title = f"{table.about.title} — {table.about.t(PRODUCT)}"
    drawing = page[page.index("<script>", page.index("</body>")) + len("<script>") :]
    drawing = drawing.removesuffix("</html>").strip().removesuffix("</script>")
    scripts = (_scripts(), drawing, "window.territorialMapPage = map_page;")
    head = (
        f'<meta charset="utf-8">{policy_meta(*scripts, table.map_script)}'
        f"<title>{html.escape(title)}</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="description" content="{html.escape(table.about.query)}">'
        '<meta name="robots" content="noindex">'
        '<link rel="icon" href="data:,">'
        f"<style>{_styles()}\n{_read('page.css')}</style><script>{scripts[0]}</script>"
    )
    listed = packed_list(table, lines, _drawn(table, ground))
    after = (
        f'<script type="application/json" id="liste">{listed}</script>'
        f"<script>{scripts[2]}</script>"
        f'<script type="module">{table.map_script}</script>'
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{table.about.t.language.value}"><head>{head}</head><body>'
        f"{_body(table, lines, ground, legend)}<script>{scripts[1]}</script>{after}</body></html>\n"
    )


def _drawn(table: ExportTable, ground: MapBackground) -> dict[str, Any]:
    origin = table.origin
    told = None
    if origin is not None:
        told = {
            "name": origin.name,
            "lon": origin.point.lon,
            "lat": origin.point.lat,
            "radius_km": origin.radius_km,
            "tied": origin.tied,
        }
    cog = table.about.edition.report.cog_named
    credit = table.about.t("Contours : IGN, INSEE ({cog})", cog=cog)
    towns = [[one.name, round(one.point.lon, 4), round(one.point.lat, 4)] for one in ground.towns]
    zones = [_corners(zone.window) for zone in ground.zones]
    return {"origin": told, "ground": {"towns": towns, "zones": zones}, "credit": credit} | {
        "words": _words(table.about.t)
    }


def _words(t: Texts) -> dict[str, Any]:
    """What the page's script says."""
    return {
        "writing": script_rules(t.language),
        "away": t("à {distance} à vol d’oiseau"),
        "nowhere": t("sans position sur la carte"),
        "count": t("{kept} sur {total} ; {shown} dans la liste, {drawn} sur la carte"),
        "together": f"{t('{n} organisations')}. {t('Activer pour zoomer.')}",
        "zoomIn": t("Zoomer"),
        "zoomOut": t("Dézoomer"),
        "map": t("Carte ; la liste dit tout ce qu’elle montre"),
    }


def _body(
    table: ExportTable, lines: Sequence[ExportLine], ground: MapBackground, figure: str
) -> str:
    about, t = table.about, table.about.t
    kinds = Counter(line.kind for line in lines)
    boxes = "".join(
        f'<label><input type="checkbox" checked data-kind="{kind.value}">'
        f'<svg viewBox="0 0 24 24" aria-hidden="true">{table.symbols[kind].drawing}</svg>'
        f"{html.escape(t.label(kind.label))} ({t.number(kinds[kind])})</label>"
        for kind in Kind
        if kinds[kind]
    )
    told = "".join(
        f"<dt>{html.escape(name)}</dt><dd>{_told(name, value, t)}</dd>"
        for name, value in about.lines()
        if value is not None
    )
    search, legend = t("Chercher dans la liste"), t("Légende et couches")
    hollow = t("Symbole creux : placé au centre de sa commune.")
    more, listed = t("Afficher la suite"), t("Organisations")
    foot = t(
        "{product} · édition {id} · sources et requête", product=t(PRODUCT), id=about.edition.id
    )
    return (
        f"<header><h1>{html.escape(about.title)}</h1><p>{html.escape(about.query)}</p></header>"
        f'<main><div class="tools"><label for="recherche">{search}</label>'
        '<input type="search" id="recherche" autocomplete="off">'
        f"<fieldset><legend>{legend}</legend>{boxes}"
        f"<p class='count'>{hollow}</p></fieldset>"
        f"{figure}{_jump(ground, t)}"
        '<p class="count" id="compte" role="status"></p></div>'
        f'<ul class="items" id="lignes" tabindex="0" aria-label="{listed}"></ul>'
        f'<button type="button" class="more" id="suite" hidden>{more}</button></main>'
        f'{HATCHING if figure else ""}<div class="folium-map" id="map_page"></div>'
        f"<footer><details><summary>{html.escape(foot)}</summary>"
        f"<div><dl>{told}</dl></div></details></footer>"
    )


def _jump(ground: MapBackground, t: Texts) -> str:
    """A menu of the parts of France that the map shows, when there are several."""
    if len(ground.zones) < 2:
        return ""
    options = "".join(
        f'<option value="{n}">{html.escape(zone.name)}</option>'
        for n, zone in enumerate(ground.zones)
    )
    words = t("Aller à")
    return f'<p><label>{words} <select id="zone">{options}</select></label></p>'


def _told(name: str, value: object, t: Texts) -> str:
    shown = html.escape(str(value))
    return f'<a href="{shown}">{shown}</a>' if name == t(LINK_HEADING) else shown


def _styles() -> str:
    """Leaflet's styles without its pictures, which only its own markers and menus use."""
    return re.sub(r"url\(images/[^)]*\)", "none", "\n".join(map(_vendored, _STYLES)))


def _scripts() -> str:
    notices = "".join(
        f"/* {name.removeprefix('LICENSE-')}\n{_vendored(name)}*/\n"
        for name in ("LICENSE-leaflet.txt", "LICENSE-leaflet.markercluster.txt")
    )
    code = "\n".join(map(_vendored, _SCRIPTS))
    return notices + re.sub(r"//# sourceMappingURL=\S+", "", code)


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _vendored(name: str) -> str:
    return _read(f"vendor/{name}")
