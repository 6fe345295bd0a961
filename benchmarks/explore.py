"""The default edition through HTTP, beside a GeoDataFrame with masks and a folium page.

The usual way holds every organisation in a GeoDataFrame, filters it with boolean masks and sends
``to_json``; for the whole country it also builds a folium ``MarkerCluster`` page of the same
points. Both run in the same process and the same minute as ours, and must agree in number.
« new » asks for a different selection or window each time, so that no answer is remembered;
« again » asks for the same one, as visitors of a home page do.
"""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import folium
import geopandas as gpd
import httpx2
import pandas as pd
from folium.plugins import MarkerCluster

from benchmarks.known import KNOWLEDGE
from benchmarks.measure import Times, peak_memory, ratio, served, timed
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.services.directory import Directory

Get = Callable[[str], httpx2.Response]
API = "/api/v1"
COUNTRY = "-5.5,41.2,9.8,51.3"
TOWNS = ((5.05, 45.04), (2.35, 48.86), (4.85, 45.75), (-1.55, 47.22), (55.45, -20.88), (1.44, 43.6))


def usual_frame(editions: Path) -> gpd.GeoDataFrame:
    """Every organisation, positions included, as one would load it in a notebook."""
    lines = list(Directory(editions, KNOWLEDGE).current().stream(Selection.of({}), Order.NAME))
    frame = pd.DataFrame(
        {
            "id": line.id,
            "name": line.name,
            "kind": line.kind.value,
            "devices": ",".join(line.devices),
            "sectors": ",".join(line.sectors),
            "department": line.department_code,
            "commune": line.commune,
            "lon": line.point.lon if line.point else None,
            "lat": line.point.lat if line.point else None,
        }
        for line in lines
    )
    points = gpd.points_from_xy(frame.lon, frame.lat)
    return gpd.GeoDataFrame(frame, geometry=points, crs=4326)


def folium_page(frame: gpd.GeoDataFrame) -> str:
    """The page of every point with a popup, clustered in the browser."""
    page = folium.Map(location=[46.6, 2.4], zoom_start=6)
    cluster = MarkerCluster()  # type: ignore[no-untyped-call] # folium's own
    cluster.add_to(page)
    for row in frame[frame.lon.notna()].itertuples():
        folium.Marker([row.lat, row.lon], popup=row.name).add_to(cluster)
    return str(page.get_root().render())


def in_window(frame: gpd.GeoDataFrame, bbox: str) -> gpd.GeoDataFrame:
    """The rows of a window, by masks."""
    w, s, e, n = map(float, bbox.split(","))
    return frame[frame.lon.between(w, e) & frame.lat.between(s, n)]


def facets_by_masks(frame: gpd.GeoDataFrame, kind: str) -> dict[str, Any]:
    """Counts of five filters with one mask, by ``value_counts``."""
    kept = frame[frame.kind == kind]
    counts = {name: kept[name].value_counts().to_dict() for name in ("kind", "department")}
    exploded = {n: kept[n].str.split(",").explode().value_counts() for n in ("devices", "sectors")}
    return counts | {name: series.to_dict() for name, series in exploded.items()}


def shifted(bbox: str, i: int) -> str:
    """A window moved by a hair, so that no answer is remembered."""
    return ",".join(f"{float(x) + i * 1e-4:.5f}" for x in bbox.split(","))


def window_of(town: tuple[float, float], i: int) -> str:
    """A window of a town's surroundings, moved by a hair."""
    lon, lat = town
    return shifted(f"{lon - 0.6},{lat - 0.4},{lon + 0.6},{lat + 0.4}", i)


def line(name: str, ours: Times, usual: Times | None = None) -> None:
    """One line of the table."""
    beside = f"   usual {usual.p50:8.1f} ms   {ratio(usual, ours)}" if usual else ""
    print(f"  {name:34} {ours}{beside}")


def map_questions(get: Get, frame: gpd.GeoDataFrame) -> None:
    """Map and counts, ours and the usual way."""
    country_usual = timed(lambda i: in_window(frame, shifted(COUNTRY, i)).to_json(), 5, 1)
    folium_usual = timed(lambda _: folium_page(frame), 3, 0)
    counted = get(f"/map?bbox={COUNTRY}&zoom=6").json()["total"]
    assert counted == len(in_window(frame, COUNTRY)), "the two ways disagree"
    new = timed(lambda i: get(f"/map?bbox={shifted(COUNTRY, i)}&zoom=6"))
    line("map, whole country, new", new, country_usual)
    again = timed(lambda _: get(f"/map?bbox={COUNTRY}&zoom=6"))
    line("map, whole country, again", again, country_usual)
    line("map, whole country, against folium", new, folium_usual)

    def town(i: int) -> str:
        return window_of(TOWNS[i % len(TOWNS)], i)

    usual = timed(lambda i: in_window(frame, town(i)).to_json(), 20)
    line("map, one town, new", timed(lambda i: get(f"/map?bbox={town(i)}&zoom=11")), usual)
    kinds = ("ess_actor", "sheltered_supplier", "ptce")
    usual = timed(lambda i: facets_by_masks(frame, kinds[i % 3]), 20)
    new = timed(lambda i: get(f"/facets?kind={kinds[i % 3]}&bbox={shifted(COUNTRY, i)}"))
    line("facets, one filter, new", new, usual)
    line("facets, no filter, again", timed(lambda _: get("/facets")))


def list_questions(get: Get, frame: gpd.GeoDataFrame) -> None:
    """Lists, search and sheets, ours and the usual way."""

    def listed(i: int) -> object:
        return frame.sort_values("name").iloc[abs(i) * 50 : abs(i) * 50 + 50].to_json()

    usual = timed(listed, 20)
    line("list, 50 lines", timed(lambda i: get(f"/organisations?offset={abs(i) * 50}")), usual)
    around = "/organisations?near={},{}&radius_km=30"
    line("list around a place", timed(lambda i: get(around.format(*TOWNS[i % 6]))))
    texts = ("jardin", "st etienne", "regie de quartier", "recyclerie", "esat", "blanchiserie")

    def searched(i: int) -> object:
        return frame[frame.name.str.contains(texts[i % 6], case=False)].to_json()

    usual = timed(searched, 20)
    line("search", timed(lambda i: get(f"/organisations?q={texts[i % 6]}")), usual)
    ids = list(frame.id.head(200))
    line("panel", timed(lambda i: get(f"/organisations/{ids[i % 200]}")))
    line("territory suggestions", timed(lambda i: get(f"/territories?q={'romans'[: 3 + i % 4]}")))


def _download(client: httpx2.Client, address: str, _: int) -> httpx2.Response:
    return client.get(address, timeout=120)


def export_rate(client: httpx2.Client, total: int, frame: gpd.GeoDataFrame) -> None:
    """Rows per second of the CSV and XLSX exports, beside ``to_csv``."""
    for extension in ("csv", "xlsx"):
        address = f"{API}/export.{extension}"
        took = timed(partial(_download, client, address), 3, 1)
        print(f"  export.{extension:30} {took}   {total / took.p50 * 1000:,.0f} rows/s")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "usual.csv"
        usual = timed(lambda _: frame.drop(columns="geometry").to_csv(path, sep=";"), 3, 1)
    rate = f"{total / usual.p50 * 1000:,.0f} rows/s"
    print(f"  {'usual: DataFrame.to_csv, 9 columns':34} {usual}   {rate}")


def build_cost() -> None:
    """Time and peak memory of building the default edition, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["-m", "territorial_map.cli", "build", "--out", folder]
        seconds, mib, code = peak_memory(command)
        assert code == 0, "the build failed"
    print(f"  build: {seconds:.1f} s, peak {mib:,.0f} MiB   (targets: 30 s, 1,024 MiB)")


def run(editions: Path) -> None:
    """Print the table."""
    print("Exploring the default edition (targets: map and facets p95 ≤ 30 ms; country ≥ ×20)")
    build_cost()
    frame = usual_frame(editions)
    with served(editions) as address, httpx2.Client(base_url=address, timeout=60) as client:

        def get(path: str) -> httpx2.Response:
            answer = client.get(API + path)
            answer.raise_for_status()
            return answer

        map_questions(get, frame)
        list_questions(get, frame)
        export_rate(client, len(frame), frame)
