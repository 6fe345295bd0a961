"""Official files in their real layouts, of organisations that do not exist, and their plan."""

import gzip
import io
import json
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.refresh.official_host import HostedFile, OfficialHost

SLUG, RESOURCE = "registre-d-essai", "cd493959-fb03-41e5-9347-0edd14dfbc22"
STATIC = f"/static/resources/{SLUG}/20261127-021620/finess-structures-journalier-20261127.json.gz"
TABLE = "sheltered_suppliers.csv"
COG_PATH = "/fichier/8740222/cog_ensemble_2027_csv.zip"
ZONES_PATH = "/fichier/4652957/ZE2020_au_01-01-2026.zip"
# Communes with their points: Bourg-en-Bresse, Valence, Annecy.
_TOWNS = (
    ("01053", "01000", "BOURG EN BRESSE", 5.2256, 46.2052),
    ("26362", "26000", "VALENCE", 4.8924, 44.9334),
    ("74010", "74000", "ANNECY", 6.1286, 45.8992),
)


@dataclass(frozen=True)
class Site:
    """A synthetic ESAT."""

    number: int
    name: str = ""
    phone: str = "0474000000"
    shift: float = 0.0

    def told(self) -> dict[str, Any]:
        """It, in the spelling of the feed."""
        commune, postcode, city, lon, lat = _TOWNS[self.number % len(_TOWNS)]
        return {
            "informationsGeneralesEGE": {
                "numFinessEge": f"98{self.number:07}",
                "nomEgeLong": self.name or f"ESAT SYNTHETIQUE {self.number}",
                "dateOuverture": "2001-02-03",
            },
            "categorieentiteGeographiqueExercice": "247" if self.number % 10 == 0 else "246",
            "etatObjet": "A",
            "adresse": [
                {
                    "usageAdresse": "03",
                    "numeroVoie": str(self.number),
                    "typeVoie": "RUE",
                    "libelleVoie": "FICTIVE",
                    "codePostal": postcode,
                    "cogCommune": commune,
                    "ligneAcheminement": f"{postcode} {city}",
                    "coordonneesGeographique": {
                        "coordonneeX": str(lon + self.shift),
                        "coordonneeY": str(lat),
                        "cleInInteropBAN": f"{commune}_0001_{self.number:05}",
                    },
                }
            ],
            "contact": [{"telecom": {"telephone": self.phone}}],
        }


SITES = tuple(Site(number) for number in range(1, 61))


def feed(sites: tuple[Site, ...] = SITES, day: str = "2026-11-27") -> bytes:
    """The feed of FINESS, packed as it is published."""
    persons = [
        {
            "informationsGeneralesPMEJ": {"numFinessPm": f"97{site.number:07}", "siren": ""},
            "ege": [site.told()],
        }
        for site in sites
    ]
    document = {"schemaVersion": "1", "generatedAt": f"{day}T02:16:25Z", "pmej": persons}
    return gzip.compress(json.dumps(document).encode(), mtime=0)


def changed(*numbers: int, **how: Any) -> tuple[Site, ...]:
    """The sites, some of them changed."""
    return tuple(replace(site, **how) if site.number in numbers else site for site in SITES)


def publish_feed(
    host: OfficialHost, content: bytes | None = None, day: str = "20261127", **told: Any
) -> HostedFile:
    """Put a feed on the host under its dated address, in the place of the one before."""
    host.datasets.pop(SLUG, None)
    name = f"finess-structures-journalier-{day}.json.gz"
    path = f"/static/resources/{SLUG}/{day}-021620/{name}"
    file = HostedFile(feed() if content is None else content, "application/gzip")
    host.publish(SLUG, path, file, resource=RESOURCE, **told)
    return file


_RNA_COLUMNS = "id;titre;adrs_codepostal;adrs_libcommune;position"


def rna_zip(
    encodings: tuple[str, ...] = ("cp1252", "utf-8", "utf-8"), titles: str = _RNA_COLUMNS
) -> bytes:
    """The register of associations: one CSV per département in one zip, of several encodings."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, encoding in enumerate(encodings, start=1):
            rows = [
                f"W01000{number}{n:03};Association fictive de l’été n° {n};01000;Bourg-en-Bresse;A"
                for n in range(10)
            ]
            text = "\r\n".join([titles, *rows, ""])
            name = f"rna_waldec_20261101_dpt_{number:02}.csv"
            archive.writestr(name, text.encode(encoding))
    return packed.getvalue()


def marche_rows(count: int) -> list[dict[str, Any]]:
    """Suppliers of a paged list."""
    return [
        {
            "id": number,
            "name": f"Fournisseur fictif {number}",
            "slug": f"fictif-{number}",
            "siret": "",
            "kind": "ACI",
            "address": "1 rue fictive",
            "city": "Valence",
            "post_code": "26000",
            "department": "26",
            "is_active": True,
            "sectors": ["Nettoyage"],
        }
        for number in range(1, count + 1)
    ]


def plan_text(host: OfficialHost) -> str:
    """The plan of three sources on the host; nothing is waited for."""
    where = f"127.0.0.1:{host.port}"
    return f"""
[network]
api = "{host.address}"
hosts = ["static.example"]
plain_http = ["{where}"]
tries = 4
read_timeout_s = 5
first_wait_s = 0
longest_wait_s = 5
least_bytes_per_s = 1000
slow_after_s = 2

[guards]
least_rows = 10
whole = {{ gone = 0.10, moved = 0.20, renamed = 0.20, lost = 0.15 }}
territory = {{ gone = 0.60, moved = 0.60, renamed = 0.60, lost = 0.60 }}

[[source]]
code = "finess"
title = "FINESS d’essai"
importer = "finess"
rhythm_days = 1
alarm_days = 14
rows = [20, 500]
drop = 0.5
growth = 2.0
licences = ["lov2"]
[[source.files]]
role = "structures"
dataset = "{SLUG}"
resources = ["{RESOURCE}"]
title = '^finess-structures-journalier-\\d{{8}}\\.json\\.gz$'
name = '^finess-structures-journalier-\\d{{8}}\\.json\\.gz$'
shapes = ["gzip"]
most_mb = 5

[[source]]
code = "rna"
title = "Associations d’essai"
importer = "rna"
by_default = false
rhythm_days = 31
alarm_days = 70
rows = [5, 500]
[[source.files]]
role = "waldec"
dataset = "rna"
title = '.'
name = '^rna_waldec_\\d{{8}}\\.zip$'
shapes = ["zip"]
most_mb = 5

[[source]]
code = "marche-inclusion"
title = "Le Marché d’essai"
importer = "marche-inclusion"
access = "token"
token = "TERRITORIAL_MAP_MARCHE_TOKEN"
rhythm_days = 1
alarm_days = 21
rows = [5, 500]
page = "https://marche.example/api"
ask = "un jeton"
place = "l’environnement"
[[source.files]]
role = "structures"
address = "{host.address}/api/siae/"
hosts = ["{where}"]
shapes = ["json"]
page_rows = 10
resumable = false

[[source]]
code = "cog"
title = "COG d’essai"
importer = "cog"
by_default = false
rhythm_days = 365
alarm_days = 90
rows = [500, 2000]
drop = 0.02
growth = 0.02
[[source.files]]
role = "archive"
address = "{host.address}{COG_PATH}"
hosts = ["{where}"]
shapes = ["zip"]
most_mb = 5

[[source]]
code = "qpv"
title = "Quartiers d’essai"
importer = "qpv"
by_default = false
rhythm_days = 0
alarm_days = 0
rows = [1, 50]
[[source.files]]
role = "contours"
dataset = "qpv"
title = '.'
name = '(?i)\\.(zip|geojson)$'
shapes = ["zip", "json"]
most_mb = 5

[[source]]
code = "employment-zones"
title = "Zones d’emploi d’essai"
importer = "insee-zonings"
table = "zonings/employment_zone.parquet"
by_default = false
rhythm_days = 365
alarm_days = 150
rows = [1, 50]
[[source.files]]
role = "composition communale"
address = "{host.address}{ZONES_PATH}"
hosts = ["{where}"]
shapes = ["zip"]
most_mb = 5

[[source]]
code = "ea2"
title = "EA2 d’essai"
importer = "ea2"
access = "by-hand"
rhythm_days = 7
alarm_days = 60
page = "https://asp.example/"
ask = "l’extraction"
place = "territorial-map import ea2 FICHIER"
"""


def write_plan(host: OfficialHost, folder: Path) -> Path:
    """The plan as a file."""
    path = folder / "plan.toml"
    path.write_text(plan_text(host), encoding="utf-8")
    return path
