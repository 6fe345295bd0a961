"""One reading of place cells: an import that is built and a match of the same table agree."""

import csv
from pathlib import Path

import pytest
from stdnum import luhn

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import EssStatus, LegalForm
from territorial_map.ingest.assemble import assemble
from territorial_map.ingest.sources import Choices, import_files, importer_for
from territorial_map.ingest.territories import TerritoryReference, load_territories
from territorial_map.places import PlaceFlag, place_of
from territorial_map.readers import Upload
from territorial_map.services.matching.list_files import read_list
from territorial_map.services.matching.places import place_cells, row_place
from territorial_map.services.ptce.group_file import read_group
from territorial_map.settings import data_folder
from tests.known import KNOWLEDGE
from tests.labels.place_labels import PlaceLabel, read_labels

TERRITORIES = data_folder("data") / "territories"
FORMS = Path(__file__).parents[1] / "unit" / "cells" / "forms.csv"
HEADER = ("nom", "code postal", "ville", "code insee", "département", "région", "pays")
POINT = ("latitude", "longitude")


def _cells(label: PlaceLabel) -> tuple[str, ...]:
    c = label.cells
    told = (c.postcode, c.city, c.commune_code, c.department, c.region, c.country)
    point = (str(c.lat), str(c.lon)) if c.point else ("", "")
    return (*(cell or "" for cell in told), *point)


@pytest.fixture(scope="module")
def reference() -> TerritoryReference:
    return load_territories(TERRITORIES)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The labelled cells as a list of synthetic names."""
    path = tmp_path_factory.mktemp("list") / "liste.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file, delimiter=";")
        written.writerow((*HEADER, *POINT))
        for n, label in enumerate(read_labels()):
            written.writerow((f"Synthétique {n}", *_cells(label)))
    return path


@pytest.fixture(scope="module")
def built(table: Path) -> dict[str, Organisation]:
    into = table.parent / "sources"
    choices = Choices(as_of="2026-11-01")
    import_files(importer_for("generic", [table], choices), [table], into, choices)
    return {
        found.name: found for found in assemble(into, TERRITORIES, KNOWLEDGE.trades).organisations
    }


def test_every_row_has_one_place_whichever_way_it_comes_in(
    table: Path, built: dict[str, Organisation], reference: TerritoryReference
) -> None:
    given = list(read_list(Upload(table.name, table.read_bytes())).rows())

    disagree = [
        (row.name, place.commune_code, built[row.name].place.commune_code)
        for row in given
        if (place := place_of(place_cells(row), reference.reader)) is not None
        and (place.located, place.commune_code, place.department_code, place.missing_reason)
        != (
            (own := built[row.name].place).located,
            own.commune_code,
            own.department_code,
            own.missing_reason,
        )
    ]

    assert len(given) == len(built) > 900
    assert disagree == []


def test_what_is_matched_on_is_where_the_row_is_placed(
    table: Path, built: dict[str, Organisation], reference: TerritoryReference
) -> None:
    given = list(read_list(Upload(table.name, table.read_bytes())).rows())
    placed = [(row, built[row.name].place) for row in given if built[row.name].place.commune_code]

    assert len(placed) > 700
    by_size = 0
    for row, place in placed:
        means = row_place(row, reference.reader).communes
        settled = reference.reader.settle(place_cells(row))
        if PlaceFlag.COMMUNE_FROM_POPULATION in settled.flags:  # a smaller one may be meant too
            by_size += 1
            assert place.commune_code in means
        else:
            assert means == {place.commune_code}
    assert by_size < len(placed) / 10


SIRETS = (
    "{}",
    "{0:.3}",
    "SIRET : {}",
    "'{}",
    "{},00",
    "{}.0",
    "{spaced}",
    "{slashed}",
    "{}x",
    "",
)
PHONES = (
    "04 72 00 {:02} {:02}",
    "+33 (0)4 72 01 {:02} {:02}",
    "0033472020{}{:02}",
    "472030{}{:02}",
    "Tél. 04.72.04.{:02}.{:02} poste 12",
    "06 39 98 00 00 / 04-72-05-{:02}-{:02}",
    "contact{}-{}@exemple.org",
    "inconnu",
)
NAMES = (
    "ASSOCIATION SYNTHÉTIQUE {}",
    "  Régie\u00a0synthétique  {} ",
    "E.S.A.T. synthétique {}",
    "\ufeffAtelier synthétique {}",
    "«\u00a0Synthétique\u00a0» {}",
)


def _siret(n: int) -> str:
    """A number with right keys, of no organisation: synthetic."""
    siren = luhn_completed(f"99{n:06}")
    return luhn_completed(f"{siren}0001")


def luhn_completed(number: str) -> str:
    return number + luhn.calc_check_digit(number)


def _written(n: int) -> tuple[str, str, str, str]:
    siret = _siret(n)
    spaced = f"{siret[:3]} {siret[3:6]} {siret[6:9]} {siret[9:]}"
    told = SIRETS[n % len(SIRETS)].format(
        siret, spaced=spaced, slashed=f"{siret[:9]} / {siret[9:]}"
    )
    phone = PHONES[n % len(PHONES)].format(n // 100, n % 100)
    return NAMES[n % len(NAMES)].format(n), told, phone, "Lyon"


def test_name_siret_and_telephone_of_every_row_are_the_same_whichever_way_it_comes_in(
    tmp_path: Path,
) -> None:
    path = tmp_path / "liste.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file, delimiter=";")
        written.writerow(("Structure", "N° SIRET", "Tél. fixe", "Ville"))
        written.writerows(map(_written, range(240)))
    choices = Choices(as_of="2026-11-01")
    import_files(importer_for("generic", [path], choices), [path], tmp_path / "sources", choices)
    built = {
        _key(o.name): o
        for o in assemble(tmp_path / "sources", TERRITORIES, KNOWLEDGE.trades).organisations
    }

    given = list(read_list(Upload(path.name, path.read_bytes())).rows())

    assert {_key(row.name) for row in given} == built.keys()
    assert len(given) == 240
    differ = [
        (row.name, row.siret, own.siret, row.phone, own.phone)
        for row in given
        if (own := built[_key(row.name)])
        and (row.siret, row.phone or None) != (own.siret, own.phone or None)
    ]
    assert differ == []
    assert sum(row.siret is not None for row in given) > 100
    assert sum(bool(row.phone) for row in given) > 100


def _key(name: str) -> str:
    return fold(name)


with FORMS.open(encoding="utf-8", newline="") as _forms:
    FORM_WORDS = [row["cell"] for row in csv.DictReader(_forms) if row["cell"].strip()]


@pytest.mark.parametrize("header", ["Forme juridique", "Nature juridique"])
def test_the_forms_that_a_group_reads_are_those_that_an_import_builds(
    tmp_path: Path, header: str
) -> None:
    path = tmp_path / "liste.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file, delimiter=";")
        written.writerow(("Nom", header, "Ville"))
        written.writerows((f"Alpha synthétique {n}", w, "Lyon") for n, w in enumerate(FORM_WORDS))
    choices = Choices(as_of="2026-11-01")
    import_files(importer_for("generic", [path], choices), [path], tmp_path / "sources", choices)
    organisations = assemble(tmp_path / "sources", TERRITORIES, KNOWLEDGE.trades).organisations
    built = {own.name: own for own in organisations}

    group = read_group(Upload(path.name, path.read_bytes()))
    persons = [line for line in group.lines if line.given.name not in built]
    told = [line for line in group.lines if line.given.name in built]

    assert {FORM_WORDS[line.line - 2] for line in persons} == {
        *("Entreprise individuelle", "micro-entreprise", "Auto-entrepreneur", "EIRL", "1000")
    }
    differ = [
        (FORM_WORDS[line.line - 2], line.legal_form, own.status.legal_form)
        for line in told
        if (own := built[line.given.name])
        and line.legal_form is not own.status.legal_form
        and not (line.esus and own.status.legal_form is LegalForm.COMMERCIAL_ESS)
    ]
    assert differ == []
    held = [
        set(line.devices) & set(built[line.given.name].devices) for line in told if line.devices
    ]
    assert held  # a row of a table has one category: the first device of several
    assert all(held)


def test_a_form_that_a_mere_list_tells_is_kept_and_settles_nothing_of_the_law(
    tmp_path: Path,
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Nom;Statut;Ville\nAlpha synthétique;SCIC SA;Lyon\n", encoding="utf-8")
    choices = Choices(as_of="2026-11-01")
    import_files(importer_for("generic", [path], choices), [path], tmp_path / "sources", choices)
    (own,) = assemble(tmp_path / "sources", TERRITORIES, KNOWLEDGE.trades).organisations

    assert own.status.legal_form is LegalForm.SCIC
    assert own.status.ess is EssStatus.TO_ESTABLISH
    assert "à vérifier" in own.status.ess_evidence
