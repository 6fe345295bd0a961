"""GEIQ of the federation's list, synthetic rows in its layout."""

import pytest

from territorial_map.domain.errors import SourceError
from tests.ingest.sources.runs import RunImport, Write

LIST = "geiq-synthetic-unconfirmed.xlsx"


def test_a_list_of_geiq_is_recognised_and_read(run_import: RunImport) -> None:
    report, rows = run_import("auto", LIST)
    first = rows["geiq-siret:99900110000018"].values

    assert report.about.code == "geiq"
    assert (first["category"], first["kind"]) == ("geiq", "ess_actor")
    assert (first["siren"], first["postcode"]) == ("999001100", "26100")
    assert first["address"] == "1 RUE FICTIVE ZA DES ESSAIS"
    assert rows["geiq-siret:99900111800010"].values["postcode"] == "01000"


def test_a_branch_without_number_is_kept_and_counted(run_import: RunImport) -> None:
    report, rows = run_import("geiq", LIST)
    branch = [row.values for row in rows.values() if not row.values["siret"]]

    assert [each["name"] for each in branch] == ["GEIQ SYNTHETIQUE, ANTENNE"]
    assert {kind.value: n for kind, n in report.intake.noted.items()} == {"without_number": 2}
    assert {kind.value for kind in report.intake.rejected} == {"already_read", "no_name"}


def test_no_address_of_a_person_comes_in(run_import: RunImport) -> None:
    report, rows = run_import("geiq", LIST)

    assert rows
    assert "@" not in str([row.values for row in rows.values()])
    assert report.intake.dropped_columns == {"e-mail": 2}


@pytest.mark.parametrize("missing", ["Nom", "Rue", "Code Postal", "Ville", "SIRET"])
def test_a_list_without_one_of_its_columns_is_refused(
    missing: str, run_import: RunImport, write: Write
) -> None:
    header = [name for name in ("Nom", "Rue", "Code Postal", "Ville", "SIRET") if name != missing]
    content = ";".join(header) + "\n" + ";".join("x" for _ in header) + "\n"

    with pytest.raises(SourceError, match=f"colonne absente : « {missing} »"):
        run_import("geiq", write("Liste_Geiq.csv", content))
