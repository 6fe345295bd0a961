"""Lists as tools and people write them, each read to the same rows (all of them synthetic)."""

import io
import zipfile

import orjson
import pytest
from shapely import Point
from shapely.geometry import mapping

from territorial_map.domain.errors import SourceError
from territorial_map.domain.matching.list_row import Given
from territorial_map.readers import Upload
from territorial_map.services.matching.list_files import GivenList, read_list

SIRET = "80746931700018"
HEADER = "Nom;SIRET;Code postal;Ville;Téléphone\n"
FIRST = f"A synthétique;{SIRET};01560;Vernoux;04 74 47 04 70\n"
SECOND = "Bé synthétique;;42000;Saint-Etienne;\n"
LIST = HEADER + FIRST + SECOND
ROWS = [
    ("A synthétique", SIRET, "01560", "Vernoux", "04 74 47 04 70"),
    ("Bé synthétique", None, "42000", "Saint-Etienne", ""),
]


def read(name: str, content: str | bytes) -> GivenList:
    raw = content.encode() if isinstance(content, str) else content
    return read_list(Upload(name, raw))


def whole(given: GivenList) -> list[Given]:
    rows = zip(given.rows(), given.lines, strict=True)
    return [row for row, line in rows if line.whole]


def told(given: GivenList) -> list[tuple[str, str | None, str, str, str]]:
    return [(r.name, r.siret, r.postcode, r.city, r.phone) for r in whole(given)]


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1252",
        "iso8859_15",
        "mac_roman",
        "cp850",
    ],
)
def test_a_list_is_read_in_every_encoding_of_spreadsheets(encoding: str) -> None:
    assert told(read("l.csv", LIST.encode(encoding))) == ROWS


def _each_line(change: str) -> str:
    return "".join(change.format(line) + "\n" for line in LIST.splitlines())


WRITINGS = {
    "commas": LIST.replace(";", ","),
    "tabs": LIST.replace(";", "\t"),
    "pipes": LIST.replace(";", "|"),
    "sep line": "sep=;\n" + LIST,
    "quoted sep line": '"sep=;"\n' + LIST,
    "sep line of commas, Windows": ("SEP=,\n" + LIST.replace(";", ",")).replace("\n", "\r\n"),
    "old Mac": LIST.replace("\n", "\r"),
    "mixed ends": HEADER.replace("\n", "\r\n") + FIRST + SECOND.replace("\n", "\r"),
    "doubled ends": LIST.replace("\n", "\r\r\n"),
    "no last end": LIST.rstrip("\n"),
    "mark in the middle": HEADER + "\ufeff" + FIRST + SECOND,
    "mark twice": "\ufeff\ufeff" + LIST,
    "trailing separators": LIST.replace("\n", ";;;\n"),
    "leading separator": _each_line(";{}"),
    "spaces around": LIST.replace(";", " ; "),
    "space before quotes": "".join(
        "; ".join(f'"{cell}"' for cell in line.split(";")) + "\n" for line in LIST.splitlines()
    ),
    "whole lines quoted": _each_line('"{}"'),
    "blank lines": "\n\n" + HEADER + "\n" + FIRST + "\n\n" + SECOND + "\n\n",
    "blank rows": HEADER + ";;;;\n" + FIRST + ";;;;\n" + SECOND + ";;;;\n",
    "header again": HEADER + FIRST + HEADER + SECOND,
    "title": "Annuaire, des adhérents 2024;;;;\n;;;;\n" + LIST,
    "plain title": "Annuaire des adhérents\n\n" + LIST,
    "numbers above": "1;2;3;4;5\n" + LIST,
    "what is asked below": LIST.replace(HEADER, HEADER + "(obligatoire);(14 chiffres);;(ville);\n"),
    "breaks in the header": LIST.replace("Nom;", '"Nom\nde la structure";').replace(
        "Code postal", '"Code\npostal"'
    ),
    "short row": HEADER + FIRST + "Bé synthétique;;42000;Saint-Etienne\n",
    "long row": HEADER + FIRST.replace("\n", ";note\n") + SECOND,
    "column without a name": "".join(
        f"{n};{line}\n" for n, line in enumerate(LIST.splitlines())
    ).replace("0;", ";", 1),
    "column twice": LIST.replace("Téléphone", "Téléphone;Téléphone"),
}


@pytest.mark.parametrize("content", WRITINGS.values(), ids=WRITINGS.keys())
def test_a_list_is_read_however_its_file_is_written(content: str) -> None:
    assert told(read("l.csv", content)) == ROWS


FURNITURE = (
    *("TOTAL;;;;", "TOTAL;2;;;", "Total;;;;2 structures", "Ensemble;;;;2", ";;;TOTAL;2"),
    *("Sous-total Rhône;;;;", "Total Rhône;;;;", "Somme;;;;1 234,50", "Rhône (69);;;;"),
    *("RHÔNE;;;;", "01 - Ain;;;;", "Département : Ain;;;;", "Région Bretagne;;;;"),
    *("Secteur Nord;;;;", "A;;;;", "Nb de structures : 2;;;;", "2 adhérents;;;;"),
    *("Source INSEE 2024;;;;", "Source : CRESS;;;;", "N.B. liste;;;;", "MAJ 12/03/2024;;;;"),
    *("Document établi le 12/03/2024;;;;", "Liste arrêtée au 31/12/2023;;;;", "Fin;;;;"),
    *("Exporté le 12/03/2024;;;;", "FIN DE LISTE;;;;", "---;;;;", "***;;;;", "© CRESS 2024;;;;"),
    *("Suite page suivante;;;;", "Page 1/2;;;;", "(*) en cours;;;;", "Contact : accueil;;;;"),
)


@pytest.mark.parametrize("row", FURNITURE)
def test_titles_sums_and_notes_are_no_organisation(row: str) -> None:
    given = read("l.csv", LIST + row + "\n")

    assert told(given) == ROWS
    assert [line.whole for line in given.lines] == [True, True, False]


@pytest.mark.parametrize(
    "name",
    [
        "Total Énergies Solidaire",
        "Ensemble",
        "La Source",
        "Source de vie",
        "Fin de mois solidaire",
        "Page blanche",
        "Région en scène",
        "Ensemble vocal du Rhône",
        "Contact'Emploi",
        "Ain",
    ],
)
def test_an_organisation_of_such_a_name_with_a_place_is_one(name: str) -> None:
    given = read("l.csv", HEADER + FIRST + f"{name};;69001;Lyon;\n")

    assert [row.name for row in whole(given)] == ["A synthétique", name]


@pytest.mark.parametrize("name", ["Région Bretagne", "Département de la Loire", "Ain"])
def test_a_list_of_names_alone_has_no_titles_of_areas(name: str) -> None:
    assert [row.name for row in whole(read("l.csv", f"Partenaires\n{name}\n"))] == [name]


POINT = {"type": "Point", "coordinates": [4.3872, 45.4397]}
NAMED = {"name": "A synthétique"}
PLACED = NAMED | {"latitude": 45.4397, "longitude": 4.3872}
FEATURE = {"type": "Feature", "properties": NAMED, "geometry": POINT}
KML = (
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>A synthétique</name>'
    "<Point><coordinates>4.3872,45.4397,0</coordinates></Point></Placemark></Document></kml>"
)
TRACK = (
    '<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><trk>'
    '<name>A synthétique</name><trkseg><trkpt lat="45.4397" lon="4.3872"/>'
    '<trkpt lat="45.44" lon="4.388"/></trkseg></trk></gpx>'
)


def _packed(name: str, content: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


MAPS = {
    "l.geojson": orjson.dumps(FEATURE),
    "results.json": orjson.dumps({"count": 1, "results": [PLACED]}),
    "fields.json": orjson.dumps([{"fields": PLACED}]),
    "nested.json": orjson.dumps(
        {"licence": "x", "data": [NAMED | {"geo": {"latitude": 45.4397, "longitude": 4.3872}}]}
    ),
    "point.json": orjson.dumps([NAMED | {"geo_point_2d": {"lon": 4.3872, "lat": 45.4397}}]),
    "lines.json": orjson.dumps(PLACED) + b"\n" + orjson.dumps(PLACED) + b"\n",
    "features.json": orjson.dumps(FEATURE) + b"\n" + orjson.dumps(FEATURE) + b"\n",
    "unplaced.geojson": orjson.dumps(
        {"features": [{"type": "Feature", "properties": PLACED, "geometry": None}]}
    ),
    "l.kml": KML.encode(),
    "l.kmz": _packed("doc.kml", KML),
    "track.gpx": TRACK.encode(),
    "surface.geojson": orjson.dumps(
        FEATURE | {"geometry": mapping(Point(4.3872, 45.4397).buffer(0.0001))}
    ),
}


@pytest.mark.parametrize(("name", "content"), MAPS.items(), ids=MAPS.keys())
def test_a_map_gives_names_and_points(name: str, content: bytes) -> None:
    row, *more = whole(read(name, content))

    assert row.name == "A synthétique"
    assert (round(float(row.lat), 2), round(float(row.lon), 2)) == (45.44, 4.39)
    assert len(more) == (name in {"lines.json", "features.json"})


@pytest.mark.parametrize("content", [b"PK", _packed("image.png", "x"), KML.encode()])
def test_an_archive_without_a_map_is_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(SourceError, match="en KML"):
        read("l.kmz", content)


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ("Département des Yvelines;\nAlpha;Paris\n", ["Département des Yvelines", "Alpha"]),
        ("Alpha;Paris\nRégion Bretagne;\n", ["Alpha", "Région Bretagne"]),
        (
            "Département de l’Ain;\nRégion Bretagne;\nAlpha;Paris\n",
            ["Département de l’Ain", "Région Bretagne", "Alpha"],
        ),
        (
            "Département de l’Ain;\nAlpha;Bourg\nDépartement de la Loire;\nBéta;Roanne\n",
            ["Alpha", "Béta"],
        ),
        ("DRÔME;\nAlpha;Valence\n", ["Alpha"]),
    ],
)
def test_the_name_of_a_body_is_a_partner_in_a_list_that_tells_little_of_each(
    rows: str, kept: list[str]
) -> None:
    given = read_list(Upload("liste.csv", f"Nom;Ville\n{rows}".encode()))

    assert [line.cells[0] for line in given.lines if line.whole] == kept
