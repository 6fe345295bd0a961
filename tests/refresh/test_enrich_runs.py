"""A run that asks for many: who is asked first, what is kept, and what a build makes of answers."""

from pathlib import Path

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.domain.organisation import Organisation, Status
from territorial_map.domain.vocabulary import EssStatus, LegalFamily, LegalForm, SizeBand
from territorial_map.ingest.assemble import assemble
from territorial_map.ingest.companies import (
    COMPANIES_FILE,
    CompanyAnswer,
    CompanyState,
    read_companies,
    with_company,
    write_companies,
)
from territorial_map.ingest.sources import Choices, import_files, importer_for
from territorial_map.refresh.companies import Companies
from territorial_map.refresh.enriching import enrich, sirens_to_ask
from tests.known import KNOWLEDGE
from tests.refresh.companies_service import OTHER, SIREN, THIRD, TODAY, Handler, Service, company
from tests.synthetic import organisation

TERRITORIES = Path(__file__).parents[2] / "data" / "territories"


def site(siren: str, **told: object) -> Organisation:
    return organisation(f"synthetic:{siren}", **{"siren": siren} | told)


def test_the_least_known_are_asked_first_and_a_fresh_answer_not_again() -> None:
    known = Status(EssStatus.STATUTORY, "", LegalForm.ASSOCIATION, "", LegalFamily.ASSOCIATION)
    rows = [
        site(SIREN, status=known, naf="8810C", size=SizeBand.UNKNOWN),
        site(OTHER, status=Status(), naf=None, size=SizeBand.UNKNOWN),
        site(THIRD, status=Status(), naf=None, size=SizeBand.UNKNOWN),
        site("262602816", status=Status(), naf=None, size=SizeBand.UNKNOWN),
    ]
    answers = {THIRD: CompanyAnswer(THIRD, CompanyState.OPEN, "2026-11-01")}
    old = {THIRD: CompanyAnswer(THIRD, CompanyState.OPEN, "2026-01-01")}

    assert sirens_to_ask(rows, answers, TODAY) == ([OTHER, SIREN], 1)
    assert sirens_to_ask(rows, old, TODAY) == ([OTHER, THIRD, SIREN], 0)


def test_a_run_keeps_its_answers_and_counts_them(
    service: Service, companies: Companies, tmp_path: Path
) -> None:
    service.known = {SIREN: company(), OTHER: company(OTHER, nature_juridique="1000")}
    rows = [site(each, status=Status(), naf=None) for each in (SIREN, OTHER, THIRD)]

    report = enrich(rows, tmp_path, companies, 2)

    assert (report.asked, report.open, report.refused, report.waiting) == (2, 1, 1, 1)
    kept = read_companies(tmp_path / COMPANIES_FILE)
    assert set(kept) == {SIREN, OTHER}
    assert kept[OTHER] == CompanyAnswer(OTHER, CompanyState.REFUSED, "2026-11-28")
    assert "FICTIVE" not in (tmp_path / COMPANIES_FILE).read_text(encoding="utf-8")


def test_three_faults_in_a_row_end_a_run_and_what_was_answered_stays(
    service: Service, companies: Companies, tmp_path: Path
) -> None:
    sirens = (SIREN, OTHER, THIRD, "999000045", "999000052")
    service.known = {SIREN: company()}

    def odd(handler: Handler, _: str) -> None:
        handler.say(200, b"odd")

    service.faults = [service.answer, odd, odd, odd]

    rows = [site(each, status=Status(), naf=None) for each in sirens]
    report = enrich(rows, tmp_path, companies, 10)

    assert (report.asked, report.open, report.failed) == (4, 1, 3)
    assert "réponse illisible" in report.stopped
    assert set(read_companies(tmp_path / COMPANIES_FILE)) == {SIREN}


ANSWER = CompanyAnswer(SIREN, CompanyState.OPEN, "2026-11-28", "9220", "8810C", "12", "2023", "yes")


def test_an_answer_fills_what_nobody_tells_and_says_so() -> None:
    told = with_company(site(SIREN, status=Status(), naf=None, size=SizeBand.UNKNOWN), ANSWER)

    assert (told.naf, told.size, told.status.legal_form) == (
        "8810C",
        SizeBand.SMALL,
        LegalForm.ASSOCIATION,
    )
    facts = {fact.field: fact for fact in told.field_facts}
    assert {"naf", "size", "legal_form"} <= facts.keys()
    assert all("Annuaire des entreprises" in fact.rule for fact in facts.values())


def test_an_answer_never_replaces_what_a_source_tells() -> None:
    form = Status(EssStatus.STATUTORY, "", LegalForm.SCIC, "", LegalFamily.COOPERATIVE)
    row = site(SIREN, status=form, naf="9499Z", size=SizeBand.LARGE)

    told = with_company(row, ANSWER)

    assert (told.naf, told.size, told.status) == (row.naf, row.size, row.status)
    others = {fact.field: fact.other_value for fact in told.field_facts}
    naf = "88.10C (NAF rév. 2)"
    assert others == {"naf": naf, "size": SizeBand.SMALL.label, "legal_form": "Association"}


def test_a_closed_person_is_noted_and_not_hidden() -> None:
    closed = CompanyAnswer(SIREN, CompanyState.CLOSED, "2026-11-28", closed_on="2024-03-01")

    (note,) = with_company(site(SIREN, notes=()), closed).notes

    assert "fermée depuis le 2024-03-01" in note


def test_a_build_gives_answers_to_every_site_of_the_person(tmp_path: Path) -> None:
    listed = tmp_path / "liste.csv"
    listed.write_text(
        "Nom;SIREN;Code postal;Commune\n"
        f"Atelier synthétique;{SIREN};26100;Romans-sur-Isère\n"
        f"Lieu synthétique;{OTHER};26000;Valence\n",
        encoding="utf-8",
    )
    into = tmp_path / "sources"
    importer = importer_for("generic", [listed])
    import_files(importer, [listed], into, Choices(as_of="2026-11-01"))
    write_companies(into / COMPANIES_FILE, {SIREN: ANSWER})

    built = {o.siren: o for o in assemble(into, TERRITORIES, KNOWLEDGE.trades).organisations}

    assert built[SIREN].naf == "8810C"
    assert built[SIREN].status.legal_form is LegalForm.ASSOCIATION
    assert built[OTHER].naf is None


@pytest.mark.parametrize(
    "line", ["x,y,z", f"{SIREN},ouverte,2026-11-28,,,,,,", f"{SIREN},open,,,,,,,"]
)
def test_a_file_of_answers_that_is_none_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / COMPANIES_FILE
    write_companies(path, {SIREN: ANSWER})
    header = path.read_text(encoding="utf-8").splitlines()[0]
    path.write_text(f"{header}\n{line}\n", encoding="utf-8")

    with pytest.raises(SourceError, match=r"ligne 2"):
        read_companies(path)
