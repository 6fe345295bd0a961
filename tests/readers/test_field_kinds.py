"""Kinds F, H, K, S and T of lists from the field: other inputs than those first met."""

import io

import orjson
import pytest
import xlsxwriter

from territorial_map.domain.cells import Doubt
from territorial_map.domain.errors import SourceError
from territorial_map.places.coordinates import read_point
from territorial_map.readers import Upload
from territorial_map.readers.column_names import field_of, matched
from territorial_map.readers.person_columns import persons_among
from territorial_map.services.matching.list_files import GivenList, read_list

SIRET = "80746931700018"
HEADER = "Nom;SIRET;Adresse;Code postal;Ville;Téléphone\n"


def given(name: str, content: str | bytes) -> GivenList:
    return read_list(Upload(name, content.encode() if isinstance(content, str) else content))


@pytest.mark.parametrize(
    ("columns", "name", "persons"),
    [
        (["Adhérent nom", "Adhérent prénom", "Structure"], "Structure", 2),
        (["Nom adhérent", "Prénom adhérent", "Structure"], "Structure", 2),
        (["Nom du contact", "Prénom du contact", "Association"], "Association", 2),
        (["Nom du représentant légal", "Nom de la structure"], "Nom de la structure", 1),
        (["Votre nom", "Votre prénom", "Votre structure"], "Votre structure", 2),
        (["Responsable de site", "Nom"], "Nom", 1),
        (["Participant", "Structure"], "Structure", 1),
        (["Nom du signataire", "Raison sociale"], "Raison sociale", 1),
        (["Présidence", "Structure"], "Structure", 1),
        (["Nom du porteur", "Prénom du porteur", "Nom du projet"], "Nom du projet", 2),
        (["Salarié", "Employeur"], "Employeur", 1),
        (["Mandataire", "Raison sociale"], "Raison sociale", 1),
        (["Administratrice", "Structure"], "Structure", 1),
        (["Chargé de mission", "Structure"], "Structure", 1),
        (["Chargée de projet", "Structure"], "Structure", 1),
        (["Personne ressource", "Structure"], "Structure", 1),
        (["Personne à contacter", "Structure"], "Structure", 1),
        (["Bénévole", "Association"], "Association", 1),
        (["Maire", "Commune", "Nom de l'association"], "Nom de l'association", 1),
        (["Nom de naissance", "Prénoms", "Société"], "Société", 2),
        (["nom_usager", "prenom_usager", "nom_structure"], "nom_structure", 2),
        (["Nom", "Nombre de salariés", "Nombre de bénévoles"], "Nom", 0),
        (["Nom", "Effectif salarié", "Prise en charge"], "Nom", 0),
        (["Nom", "Mairie de rattachement", "Bénévoles"], "Nom", 0),
    ],
)
def test_f_columns_of_persons_name_no_organisation(
    columns: list[str], name: str, persons: int
) -> None:
    assert matched(columns)["name"] == name
    assert len(persons_among(columns)) == persons


@pytest.mark.parametrize(
    "head", ["Nom adhérent;Prénom adhérent;Ville", "Votre nom;Votre prénom;Votre ville"]
)
def test_f_a_list_of_persons_alone_is_refused(head: str) -> None:
    with pytest.raises(SourceError, match="celle de personnes"):
        given("l.csv", f"{head}\nExemple;Ada;Paris\n")


@pytest.mark.parametrize(
    "rows",
    [
        f'A un;{SIRET};1 rue;01560;Vernoux;;;;;;\nB deux;;"2 rue\nbât. 2";42000;Saint-Étienne;;;\n',
        f'A un;{SIRET};1 rue;01560;Vernoux;;x;y\n"B deux";;"2 rue\n3";"42000";"Saint-Étienne";""\n',
        f'A un;{SIRET};1 rue;01560;Vernoux\nB deux;;"2 rue\nbât. 2";42000;Saint-Étienne\n',
        f'A un;{SIRET};"1 rue\nA";01560;Vernoux;\nB deux;;"2 rue\n\n2";42000;Saint-Étienne;;\n',
        f'"A un";"{SIRET}";"1 rue";"01560";"Vernoux"\n"B deux";"";"";"42000";"Saint-Étienne";""\n',
    ],
)
def test_h_a_row_too_long_or_too_short_spoils_no_row_of_several_lines(rows: str) -> None:
    found = given("l.csv", HEADER + rows)

    assert [(r.name, r.postcode, r.city) for r in found.rows()] == [
        ("A un", "01560", "Vernoux"),
        ("B deux", "42000", "Saint-Étienne"),
    ]
    assert all(line.whole for line in found.lines)


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Nom du compte", "name"),
        ("denominationusuelleetablissement", "name"),
        ("denominationUsuelle1UniteLegale", "name"),
        ("denominationunitelegale", "name"),
        ("COG", "commune_code"),
        ("reg_nom", "region"),
        ("Tél. accueil", "phone"),
        ("Tél. bureau", "phone"),
        ("Porteur", None),
        ("Compte", None),
    ],
)
def test_k_columns_of_other_tools_are_known(column: str, field: str | None) -> None:
    assert field_of(column) == field


RING = "4.3 45.4, 4.5 45.4, 4.5 45.5, 4.3 45.4"


@pytest.mark.parametrize(
    "cell",
    [
        f"POLYGON (({RING}))",
        f"SRID=4326;MULTIPOLYGON((({RING})))",
        "LINESTRING(4.38 45.43, 4.39 45.44)",
        "MultiPoint ((4.38 45.43), (4.39 45.44))",
        "GEOMETRYCOLLECTION (POINT (4.38 45.43), LINESTRING (4.38 45.43, 4.39 45.44))",
        "POLYGON Z ((4.3 45.4 0, 4.5 45.4 0, 4.5 45.5 0, 4.3 45.4 0))",
    ],
)
def test_s_a_line_or_a_surface_in_a_cell_is_placed_by_a_point_on_it_and_says_so(cell: str) -> None:
    found = given("l.csv", f'Nom;WKT\nA synthétique;"{cell}"\n')
    (row,) = found.rows()
    point = read_point(row.lon, row.lat)

    assert point.lon == pytest.approx(4.4, abs=0.1)
    assert point.lat == pytest.approx(45.44, abs=0.05)
    assert found.doubts.counts == {("WKT", Doubt.POINT_ON_SHAPE): 1}


@pytest.mark.parametrize("cell", ["POLYGON EMPTY", "POLYGON ((4 45", "LINESTRING (4 45)"])
def test_s_a_shape_that_is_none_places_nothing(cell: str) -> None:
    (row,) = given("l.csv", f'Nom;WKT\nA synthétique;"{cell}"\n').rows()

    assert read_point(row.lon, row.lat).lon is None


@pytest.mark.parametrize("name", ["l.geojsonl", "l.ndjson", "l.jsonl"])
def test_s_one_feature_a_line_is_a_map(name: str) -> None:
    feature = {
        "type": "Feature",
        "properties": {"name": "A synthétique"},
        "geometry": {"type": "Point", "coordinates": [4.38, 45.43]},
    }

    rows = tuple(given(name, orjson.dumps(feature) + b"\n" + orjson.dumps(feature)).rows())

    assert [(row.name, row.lat) for row in rows] == [("A synthétique", "45.43")] * 2


def test_s_a_map_whose_layers_are_elsewhere_says_so() -> None:
    layer = {"features": [], "_umap_options": {"remoteData": {"url": "https://exemple.fr"}}}

    with pytest.raises(SourceError, match="distantes"):
        given("l.umap", orjson.dumps({"type": "umap", "layers": [layer]}))


@pytest.mark.parametrize(
    ("formula", "value", "city"),
    [
        ("=VLOOKUP(B2,X!A:B,2,FALSE)", "Saint-Étienne", "Saint-Étienne"),
        ('=HYPERLINK("https://exemple.fr","Feurs")', "Feurs", "Feurs"),
        ('=IFERROR(X!B2,"")', "#N/A", ""),
        ("=UPPER(X!B2)", "ROANNE", "ROANNE"),
    ],
)
def test_t_the_cached_value_of_a_formula_is_read_and_told(
    formula: str, value: str, city: str
) -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Nom", "Ville"])
        sheet.write(1, 0, "A synthétique")
        sheet.write_formula(1, 1, formula, None, value)

    found = given("l.xlsx", content.getvalue())

    assert [(row.name, row.city) for row in found.rows()] == [("A synthétique", city)]
    assert found.notes == (
        "1 formule(s) : le résultat de leur dernier calcul est lu, elles ne sont pas recalculées.",
    )


@pytest.mark.parametrize(
    "cell", ["=CONCATENER(A1;B1)", "=RECHERCHEV(A2;X!A:B;2;FAUX)", "= SI (A1)"]
)
def test_t_a_formula_written_out_in_a_text_file_is_no_name(cell: str) -> None:
    found = given(
        "l.csv", f'Nom;Code postal;Ville\n"{cell}";42000;Saint-Étienne\nA;01560;Vernoux\n'
    )

    assert [row.name for row in found.rows()] == ["", "A"]
