"""Natural persons never come in, whatever the file: category 1xxx, closed to diffusion, leaders."""

from pathlib import Path

import orjson
import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.assemble import assemble
from territorial_map.ingest.companies import (
    COMPANIES_FILE,
    CompanyAnswer,
    CompanyState,
    write_companies,
)
from territorial_map.ingest.sources import IMPORTERS, check_files
from territorial_map.ingest.sources.data_inclusion import DATA_INCLUSION
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.import_run import ImportReport, accepted_rows
from territorial_map.ingest.sources.importer import Choices, Importer
from territorial_map.ingest.sources.table_row import OrganisationCells
from tests.ingest.sources.runs import RunImport, Write
from tests.known import KNOWLEDGE

ROOT = Path(__file__).parents[3]
CHOICES = Choices()


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda each: each.about.code)
@pytest.mark.parametrize("category", ["1000", "1100", "1900", " 1000"])
def test_a_row_of_a_natural_person_is_left_out_of_any_importer(
    importer: Importer, category: str
) -> None:
    person = OrganisationCells("x:1", "other", "PERSONNE FICTIVE", legal_category=category)
    legal = OrganisationCells("x:2", "other", "ASSOCIATION SYNTHETIQUE", legal_category="9220")
    fed = Importer(importer.about, lambda *_: iter([(2, person), (3, legal)]), lambda _: True)
    report = ImportReport(fed.about, (Path("liste.csv"),), "2026-11-01", Intake())

    rows = list(accepted_rows(fed, Choices(), report))

    assert [row[0] for row in rows] == ["x:2"]
    assert {kind.value: n for kind, n in report.intake.left_out.items()} == {"sole_trader": 1}


@pytest.mark.parametrize("column", ["statutDiffusionUniteLegale", "Statut de diffusion"])
@pytest.mark.parametrize("status", ["P", "N", "n "])
def test_a_unit_closed_to_diffusion_is_left_out_of_any_list(
    column: str, status: str, run_import: RunImport, write: Write
) -> None:
    content = f"Nom;SIREN;{column}\nAtelier synthétique;999000011;O\nFictive;999000078;{status}\n"

    report, rows = run_import("generic", write("liste.csv", content))

    assert {row.values["siren"] for row in rows.values()} == {"999000011"}
    assert {kind.value for kind in report.intake.left_out} == {"not_public"}


def test_a_column_of_legal_categories_keeps_sole_traders_out(
    run_import: RunImport, write: Write
) -> None:
    content = (
        "Nom;SIREN;Catégorie juridique\nAtelier synthétique;999000011;9220\n"
        "Atelier Fictif;999000052;1000\n"
    )

    _, rows = run_import("generic", write("liste.csv", content))

    assert {row.values["siren"] for row in rows.values()} == {"999000011"}


@pytest.mark.parametrize("status", ["70", {"code": "70", "system": "synthetic"}])
def test_a_natural_person_of_finess_stays_out(
    status: object, run_import: RunImport, write: Write
) -> None:
    def entity(number: str, legal: object) -> dict[str, object]:
        site = {
            "informationsGeneralesEGE": {
                "numFinessEge": f"26000{number}",
                "nomEgeLong": "SYNTHETIQUE",
            },
            "categorieentiteGeographiqueExercice": "246",
            "etatObjet": "A",
        }
        general = {"numFinessPm": "260000001", "statutJuridique": legal}
        return {"informationsGeneralesPMEJ": general, "ege": [site]}

    feed = {"generatedAt": "2026-10-01", "pmej": [entity("0001", status), entity("0002", "60")]}

    report, rows = run_import("finess", write("feed.json", orjson.dumps(feed)))

    assert set(rows) == {"finess:260000002"}
    assert {kind.value: n for kind, n in report.intake.left_out.items()} == {"sole_trader": 1}


def test_a_build_rejects_a_table_that_tells_a_natural_person_and_hides_the_name(
    run_import: RunImport, write: Write, tmp_path: Path
) -> None:
    content = "Nom;Code postal;Commune\nAtelier synthétique;26100;Romans-sur-Isère\n"
    run_import("generic", write("liste.csv", content))
    table = tmp_path / "sources" / "import-liste.csv"
    header, row = table.read_text(encoding="utf-8").splitlines()
    cells = dict(zip(header.split(","), row.split(","), strict=True))
    person = cells | {"id": "liste:2", "name": "PERSONNE FICTIVE", "legal_category": "1000"}
    table.write_text(f"{header}\n{row}\n{','.join(person.values())}\n", encoding="utf-8")

    built = assemble(tmp_path / "sources", ROOT / "data" / "territories", KNOWLEDGE.trades)

    assert [each.name for each in built.organisations] == ["Atelier synthétique"]
    assert [rejection.reason for rejection in built.report.rejections] == [
        "C’est une personne physique."
    ]
    assert "FICTIVE" not in str(built.report)


def test_leaders_are_never_read() -> None:
    folder = ROOT / "territorial_map"
    reading = [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*.py"))
        if '"dirigeants"' in path.read_text(encoding="utf-8")
    ]

    assert len(list(folder.rglob("*.py"))) > 500
    assert reading == []


def test_a_list_of_leaders_is_refused(write: Write) -> None:
    path = write("dirigeants.csv", "Nom;Prénom;Date de naissance\nFictive;Personne;1970-01-01\n")
    importer = next(each for each in IMPORTERS if each.about.code == "generic")

    with pytest.raises(SourceError, match="personnes"):
        check_files(importer, [path])


@pytest.mark.parametrize(
    "name",
    [
        "Marie EXEMPLE auto-entrepreneur",
        "Exemple Services (micro-entreprise)",
        "EXEMPLE Marie, entrepreneur individuel",
        "Entreprise individuelle Exemple",
        "Madame Marie Exemple",
        "M. Exemple",
        "Marie EXEMPLE EI",
        "EI Exemple Marie",
    ],
)
@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda each: each.about.code)
def test_a_name_of_a_sole_trader_is_left_out_where_nothing_tells_a_legal_person(
    importer: Importer, name: str
) -> None:
    report, kept = imported(importer, OrganisationCells("x:1", "other", name))

    assert kept == []
    assert {kind.value: n for kind, n in report.intake.left_out.items()} == {
        "maybe_natural_person": 1
    }


@pytest.mark.parametrize(
    ("name", "category", "legal"),
    [
        ("Monsieur Vincent", "esat", ""),
        ("Monsieur Vincent", "other", "9220"),
        ("Envie Val EI", "ei", ""),
        ("EI Val Insertion", "ei", ""),
        ("Entreprise individuelle d’insertion synthétique", "ei", ""),
        ("La Ruche SYNTHETIQUE", "other", ""),
        ("Madame Ruetabaga", "other", "9220"),
        ("Mairie SYNTHETIQUE", "other", ""),
    ],
)
def test_legal_persons_whose_names_look_like_a_person_s_come_in(
    name: str, category: str, legal: str
) -> None:
    cells = OrganisationCells("x:1", category, name, legal_category=legal)

    _, kept = imported(DATA_INCLUSION, cells)

    assert kept == ["x:1"]


def test_a_person_whom_the_register_refused_is_left_out_of_any_list(tmp_path: Path) -> None:
    answer = CompanyAnswer("999000052", CompanyState.REFUSED, "2026-11-01")
    write_companies(tmp_path / COMPANIES_FILE, {answer.siren: answer})
    cells = OrganisationCells("x:1", "aci", "Atelier Fictif", siren="999000052")

    report, kept = imported(DATA_INCLUSION, cells, Choices(beside=tmp_path))

    assert kept == []
    assert {kind.value for kind in report.intake.left_out} == {"sole_trader"}


def imported(
    importer: Importer, cells: OrganisationCells, choices: Choices = CHOICES
) -> tuple[ImportReport, list[str]]:
    """The ids that come in of a list of one row."""
    fed = Importer(importer.about, lambda *_: iter([(2, cells)]), lambda _: True)
    report = ImportReport(fed.about, (Path("liste.csv"),), "2026-11-01", Intake())
    return report, [row[0] for row in accepted_rows(fed, choices, report)]
