"""Columns are known by the names that registers, platforms and people give them."""

import csv
from pathlib import Path

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.readers.column_names import candidates, fallbacks, field_of, matched
from territorial_map.readers.person_columns import persons_among, refuse_persons

# Register or platform → its columns and the field that each fills.
REGISTERS: dict[str, dict[str, str]] = {
    "Sirene, établissements": {
        "siren": "siren",
        "siret": "siret",
        "dateCreationEtablissement": "opened_on",
        "denominationUniteLegale": "name",
        "sigleUniteLegale": "acronym",
        "numeroVoieEtablissement": "house_number",
        "libelleVoieEtablissement": "street",
        "codePostalEtablissement": "postcode",
        "libelleCommuneEtablissement": "commune",
        "codeCommuneEtablissement": "commune_code",
        "activitePrincipaleEtablissement": "naf",
        "categorieJuridiqueUniteLegale": "legal_category",
        "trancheEffectifsUniteLegale": "headcount_band",
        "identifiantAssociationUniteLegale": "rna",
    },
    "RNA": {
        "id": "id",
        "titre": "name",
        "titre_court": "acronym",
        "adrs_numvoie": "house_number",
        "adrs_libvoie": "street",
        "adrs_codepostal": "postcode",
        "adrs_libcommune": "commune",
        "adrs_codeinsee": "commune_code",
        "siteweb": "website",
    },
    "FINESS": {
        "nofinesset": "finess",
        "rs": "name",
        "departement": "department_code",
        "ligneacheminement": "commune",
        "siret": "siret",
        "telephone": "phone",
    },
    "recherche-entreprises": {
        "nom_complet": "name",
        "siege.siret": "siret",
        "siege.adresse": "address",
        "siege.code_postal": "postcode",
        "siege.commune": "commune_code",
        "siege.libelle_commune": "commune",
        "siege.departement": "department_code",
        "siege.latitude": "lat",
        "siege.longitude": "lon",
        "activite_principale": "naf",
        "nature_juridique": "legal_category",
    },
    "data·inclusion": {
        "nom": "name",
        "siret": "siret",
        "code_postal": "postcode",
        "code_insee": "commune_code",
        "commune": "commune",
        "adresse": "address",
        "telephone": "phone",
        "site_web": "website",
        "longitude": "lon",
        "latitude": "lat",
        "typologie": "category",
    },
    "Le Marché de l’inclusion": {
        "name": "name",
        "siret": "siret",
        "address": "address",
        "city": "commune",
        "post_code": "postcode",
        "department": "department_code",
        "contact_website": "website",
        "contact_phone": "phone",
    },
}
USUAL = {
    "Nom*": "name",
    "Nom de la structure (obligatoire)": "name",
    "Nom de l’ESAT / EA": "name",
    "Nom / Raison sociale": "name",
    "Raison sociale du fournisseur": "name",
    "Nom du partenaire": "name",
    "Partenaires": "name",
    "Membre": "name",
    "Adhérent": "name",
    "ADHÉRENTS": "name",
    "Fournisseur": "name",
    "Prestataire": "name",
    "Structures": "name",
    "NOM STRUCTURE": "name",
    "Nom de l’entreprise": "name",
    "Libellé structure": "name",
    "lib_fs": "name",
    "Company name": "name",
    "Supplier": "name",
    "Organization": "name",
    "N° SIRET (14 chiffres)": "siret",
    "N°SIRET": "siret",
    "SIRET établissement": "siret",
    "Numéro de SIRET": "siret",
    "SIREN de l’entreprise": "siren",
    "Code Postal *": "postcode",
    "C.P.": "postcode",
    "CP": "postcode",
    "Code postal du siège": "postcode",
    "Code postal établissement": "postcode",
    "Zip code": "postcode",
    "Commune / Ville": "commune",
    "VILLE (siège)": "commune",
    "Ville du siège": "commune",
    "Commune établissement": "commune",
    "Commune d’implantation": "commune",
    "Localité": "commune",
    "City": "commune",
    "Dépt": "department_code",
    "Adresse de la structure": "address",
    "Tél.": "phone",
    "Téléphones": "phone",
    "Tél. fixe": "phone",
    "Phone number": "phone",
    "Site Internet": "website",
    "Long. (WGS84)": "lon",
    "Lat.": "lat",
    "Date de création": "opened_on",
    "Secteurs d’activité": "sectors",
}


@pytest.mark.parametrize("register", REGISTERS)
def test_the_columns_of_registers_and_platforms_are_known(register: str) -> None:
    told = REGISTERS[register]

    assert {column: field_of(column) for column in told} == told
    assert matched(list(told)) == {field: column for column, field in told.items()}


@pytest.mark.parametrize(("column", "field"), USUAL.items())
def test_usual_headers_are_known(column: str, field: str) -> None:
    assert field_of(column) == field
    assert column not in persons_among([column])


@pytest.mark.parametrize("column", ["Note", "Dépense achat (€)", "Horodateur", "Couleur", ""])
def test_other_headers_are_not_guessed(column: str) -> None:
    assert field_of(column) is None


def test_a_blank_name_is_looked_for_in_the_next_best_column() -> None:
    assert candidates(["rs", "rslongue"]) == {"name": ("rs", "rslongue")}
    assert fallbacks(["denominationUniteLegale", "enseigne1Etablissement"]) == (
        "enseigne1Etablissement",
    )
    assert fallbacks(["Nom", "Libellé", "Titre"]) == ()


@pytest.mark.parametrize(
    "columns",
    [
        ["Nom", "Prénom", "Structure", "Ville"],
        ["Civilité", "Nom", "Structure"],
        ["LAST_NAME", "FIRST_NAME", "Company"],
        ["Contact", "Nom de l’entreprise", "Localité"],
        ["Responsable", "Structure"],
        ["Nom et prénom du président", "Association"],
        ["firstName", "lastName", "organization"],
    ],
)
def test_columns_of_persons_never_name_an_organisation(columns: list[str]) -> None:
    named = matched(columns)["name"]

    assert named in {"Structure", "Company", "Nom de l’entreprise", "Association", "organization"}
    assert named not in persons_among(columns)


@pytest.mark.parametrize(
    "columns",
    [
        ["Nom", "Prénom", "Ville"],
        ["Civilité", "Nom", "E-mail"],
        ["Nom et prénom", "Téléphone"],
        ["Contact", "Ville"],
        ["Last name", "First name"],
    ],
)
def test_a_list_of_persons_is_refused_with_a_sentence(columns: list[str]) -> None:
    with pytest.raises(SourceError, match="celle de personnes"):
        refuse_persons("liste.csv", columns, telling="name" in matched(columns))


@pytest.mark.parametrize(
    "columns", [["Nom", "Prénom responsable"], ["Structure référente", "Ville"], ["Nom", "Ville"]]
)
def test_a_list_of_organisations_with_contacts_is_none(columns: list[str]) -> None:
    refuse_persons("liste.csv", columns, telling="name" in matched(columns))


def _columns() -> list[tuple[str, str]]:
    path = Path(__file__).with_name("columns.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["column"], row["field"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("column", "field"), _columns())
def test_a_column_tells_its_field_however_it_is_named(column: str, field: str) -> None:
    """« columns.csv »: names of columns, and the field of each; blank where none may be guessed."""
    found = {name: each for each, name in matched([column, "Colonne"]).items()}

    assert found.get(column, "") == field
