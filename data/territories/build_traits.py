"""Rebuild ``traits.parquet``: what communes are like, beside their population.

Usage: python data/territories/build_traits.py FOLDER

The folder holds ``communes_zonages_2026.parquet`` and ``attraction_areas_2020.csv``: see SOURCE.md.
A label that is not expected stops the script, so that nothing is taken for something else.
"""

import csv
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from territorial_map.domain.alike import Attraction, Centrality, Massif, Rurality

OUT = Path(__file__).parent / "traits.parquet"
COMMUNES = 34_875
OVERSEAS = "97"
OUT_OF_SCOPE = "Hors champ : DOM ou commune urbaine"
# A commune whose bounds have changed has no type: unknown, as overseas.
RURALITY = {
    "Commune dont le périmètre a changé depuis la réalisation de la typologie": None,
    "Les petites polarités industrielles et artisanales": Rurality.INDUSTRIAL_HUBS,
    "Les petites polarités mixtes": Rurality.SMALL_HUBS,
    "Les ruralités productives agricoles": Rurality.FARMING,
    "Les ruralités productives ouvrières": Rurality.WORKING,
    "Les ruralités résidentielles aisées": Rurality.AFFLUENT,
    "Les ruralités résidentielles mixtes": Rurality.RESIDENTIAL,
    "Les ruralités touristiques spécialisées": Rurality.TOURISM,
    "Les ruralités touristiques à dominante résidentielle": Rurality.TOURISM_RESIDENTIAL,
}
CENTRALITY = {
    None: None,
    "Centre majeur d'équipements et de services": Centrality.MAJOR,
    "Centre structurant d'équipements et de services": Centrality.STRUCTURING,
    "Centre intermédiaire d'équipements et de services": Centrality.INTERMEDIATE,
    "Centre local d'équipements et de services": Centrality.LOCAL,
    "Communes non centre": Centrality.NONE,
}
MASSIF = {
    None: Massif.NONE,
    "Massif Central": Massif.CENTRAL,
    "Massif de Corse": Massif.CORSE,
    "Massif de Guadeloupe": Massif.GUADELOUPE,
    "Massif de Martinique": Massif.MARTINIQUE,
    "Massif des Alpes": Massif.ALPES,
    "Massif des Hauts de la Réunion": Massif.REUNION,
    "Massif des Pyrénées": Massif.PYRENEES,
    "Massif des Vosges": Massif.VOSGES,
    "Massif du Jura": Massif.JURA,
}
SIZES = (
    (700_000, Attraction.LARGEST),
    (200_000, Attraction.LARGE),
    (50_000, Attraction.MIDDLE),
    (0, Attraction.SMALL),
)
SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("commune", "rurality", "centrality", "massif", "attraction")]
)


def rurality_of(commune: str, label: str) -> Rurality | None:
    """The type of a commune; overseas is out of scope, which is no class."""
    if label == OUT_OF_SCOPE:
        return None if commune.startswith(OVERSEAS) else Rurality.URBAN
    return RURALITY[label]


def attraction_of(code: str, population: int) -> Attraction:
    """The class of an attraction area."""
    if code in ("000", "001"):
        return Attraction.PARIS if code == "001" else Attraction.NONE
    return next(size for least, size in SIZES if population >= least)


def main(folder: Path) -> None:
    """Write the file."""
    rows = pq.read_table(folder / "communes_zonages_2026.parquet").to_pylist()
    if len(rows) != COMMUNES:
        raise SystemExit(f"{len(rows)} communes, {COMMUNES} expected")
    with (folder / "attraction_areas_2020.csv").open(encoding="utf-8", newline="") as file:
        areas = {
            row["code"]: attraction_of(row["code"], int(row["population_2023"]))
            for row in csv.DictReader(file)
        }
    told = [
        {
            "commune": row["commune_code"],
            "rurality": rurality_of(row["commune_code"], row["rurality_type"]),
            "centrality": CENTRALITY[row["centrality_level"]],
            "massif": MASSIF[row["massif"]],
            "attraction": areas[row["attraction_area_code"]],
        }
        for row in sorted(rows, key=lambda row: str(row["commune_code"]))
    ]
    pq.write_table(pa.Table.from_pylist(told, schema=SCHEMA), OUT, compression="zstd")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
