"""FINESS's JSON feed of its real size, streamed; beside it, the whole document in memory.

The file is synthetic: establishments of no one, in the real layout, 98,208 legal entities and some
715 MB inflated (that of August 2026). Each way reads it in a process of its own, whose peak of
memory is that of the system. « refresh » is the whole way of the command from a host on this
machine: found, fetched, digests and archive checked, imported; no edition is built.
"""

import gzip
import json
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from territorial_map.domain.refresh import SourceOutcome
from territorial_map.ingest.sources import Choices, check_files, importer_for
from territorial_map.readers.trade_files import read_trades
from territorial_map.refresh.plan_file import read_plan
from territorial_map.refresh.run import refresh
from territorial_map.refresh.web import Web, new_client
from territorial_map.refresh.wishes import Wishes
from territorial_map.refresh.workshop import Workshop
from territorial_map.settings import data_folder
from tests.refresh.official_host import OfficialHost, official_host
from tests.refresh.synthetic_files import plan_text, publish_feed

PERSONS = 98_208
SITES = 174_681
_PADDING = "x" * 3_300  # the fields that nobody reads here: the real inflated size


def run(_: Path, share: float = 1.0) -> None:
    """Print time and memory of both ways."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "finess-structures-synthetic.json.gz"
        inflated = _write(path, share)
        print(f"FINESS feed, synthetic: {inflated / 1e6:,.0f} MB, {SITES * share:,.0f} sites")
        streamed = _apart(_streamed, path)
        whole = _apart(_whole, path)
        with official_host() as host:
            publish_feed(host, path.read_bytes())
            (Path(folder) / "sources").mkdir()
            refreshed = _apart(_refreshed, _plan(host, Path(folder)))
    ways = (("streamed", streamed), ("refresh", refreshed), ("json.load", whole))
    for name, (seconds, memory) in ways:
        print(f"  {name:10} {seconds:7.1f} s  {memory:8,.0f} MB at most")
    print(f"  memory, json.load / streamed: {whole[1] / streamed[1]:.1f}")


def _write(path: Path, share: float) -> int:
    size = 0
    sites = round(SITES * share)
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as file:
        size += file.write('{"schemaVersion":"1","generatedAt":"2026-08-13T02:16:25Z","pmej":[')
        number = 0
        for person in range(round(PERSONS * share)):
            ege = []
            while number < sites * (person + 1) / (PERSONS * share):
                ege.append(_site(number))
                number += 1
            told = {"numFinessPm": f"97{person:07}", "siren": "775544083"}
            size += file.write("," if person else "")
            size += file.write(json.dumps({"informationsGeneralesPMEJ": told, "ege": ege}))
        size += file.write("]}")
    return size


def _site(number: int) -> dict[str, object]:
    category = {0: "246", 1: "247"}.get(number % 100, "500")
    return {
        "informationsGeneralesEGE": {
            "numFinessEge": f"98{number:07}",
            "nomEgeLong": f"ETABLISSEMENT SYNTHETIQUE {number}",
            "dateFermeture": "2020-01-01" if number % 7 < 3 else None,
        },
        "categorieentiteGeographiqueExercice": category,
        "etatObjet": "A",
        "adresse": [
            {
                "usageAdresse": "03",
                "codePostal": "01000",
                "cogCommune": "01053",
                "ligneAcheminement": "01000 BOURG EN BRESSE",
                "coordonneesGeographique": {"coordonneeX": "5.2256", "coordonneeY": "46.2052"},
            }
        ],
        "autres": _PADDING,
    }


def _streamed(path: Path) -> None:
    report = check_files(importer_for("finess", [path]), [path], Choices())
    assert report.intake.kept > 0


def _whole(path: Path) -> None:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        assert json.load(file)["pmej"]


def _plan(host: OfficialHost, folder: Path) -> Path:
    """The plan of the tests, with bounds for a file of real size."""
    path = folder / "plan.toml"
    text = plan_text(host).replace("rows = [20, 500]", "rows = [1, 100000]")
    path.write_text(text.replace("most_mb = 5", "most_mb = 400"), encoding="utf-8")
    return path


def _refreshed(path: Path) -> None:
    plan, folder = read_plan(path, ""), path.parent
    trades = partial(read_trades, data_folder("data") / "trades")  # asked by a build alone
    workshop = Workshop(folder / "editions", folder / "sources", folder, "2026-11-28", trades)
    with new_client(plan.network) as client:
        wishes = Wishes(("finess",), build=False)
        report = refresh(plan, Web(client, plan.network), workshop, {}, wishes)
    (source,) = report.sources
    assert source.outcome is SourceOutcome.UPDATED, source.why


def _apart(read: Callable[[Path], None], path: Path) -> tuple[float, float]:
    """Seconds, and megabytes at most, of reading in a process of its own."""
    context = multiprocessing.get_context("spawn")
    queue = context.SimpleQueue()
    process = context.Process(target=_measured, args=(read, path, queue))
    process.start()
    process.join()
    if process.exitcode:
        return float("nan"), float("nan")  # out of memory
    seconds, memory = queue.get()
    return seconds, memory


def _measured(
    read: Callable[[Path], None],
    path: Path,
    queue: "multiprocessing.SimpleQueue[tuple[float, float]]",
) -> None:
    begun = time.perf_counter()
    read(path)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux tells kilobytes
    queue.put((time.perf_counter() - begun, memory))
