"""Answers of a service that plays recherche-entreprises: real shapes, and the faults of the way."""

import threading
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson
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
from territorial_map.refresh.companies import PER_SECOND, Companies, rules
from territorial_map.refresh.enriching import enrich, sirens_to_ask
from territorial_map.refresh.web import Web, new_client
from tests.known import KNOWLEDGE
from tests.synthetic import organisation

TODAY = date(2026, 11, 28)
SIREN, OTHER, THIRD = "999000011", "999000029", "999000037"
TERRITORIES = Path(__file__).parents[2] / "data" / "territories"
Play = Callable[["Handler", str], None]


def company(siren: str = SIREN, **told: Any) -> dict[str, Any]:
    """A result as the service writes it, leaders included, whom nobody may read."""
    return {
        "siren": siren,
        "nom_complet": "ASSOCIATION SYNTHETIQUE",
        "nature_juridique": "9220",
        "activite_principale": "88.10C",
        "activite_principale_naf25": "88.10Y",
        "tranche_effectif_salarie": "12",
        "annee_tranche_effectif_salarie": "2023",
        "etat_administratif": "A",
        "date_fermeture": None,
        "statut_diffusion": "O",
        "dirigeants": [{"nom": "FICTIVE", "prenoms": "PERSONNE", "type_dirigeant": "physique"}],
        "complements": {"est_ess": True, "est_entrepreneur_individuel": False, "est_siae": False},
    } | told


def body(*results: dict[str, Any]) -> bytes:
    return orjson.dumps({"results": results, "total_results": len(results), "page": 1})


class Handler(BaseHTTPRequestHandler):
    """Answers a question by what the service plays."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        service: Service = self.server.service  # type: ignore[attr-defined]  # given below
        asked = parse_qs(urlsplit(self.path).query)
        service.asked.append(asked)
        service.agents.add(self.headers["User-Agent"])
        faults = service.faults
        (faults.pop(0) if faults else service.answer)(self, asked["q"][0])

    def say(self, status: int, content: bytes, **headers: str) -> None:
        """A whole answer."""
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(content))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


class Service:
    """What it knows, what it was asked, the faults to play first."""

    def __init__(self) -> None:
        self.known: dict[str, dict[str, Any]] = {}
        self.faults: list[Play] = []
        self.asked: list[dict[str, list[str]]] = []
        self.agents: set[str] = set()
        self.address = ""
        self.host = ""

    def answer(self, handler: Handler, siren: str) -> None:
        """The company, or nobody."""
        found = [self.known[siren]] if siren in self.known else []
        handler.say(200, body(*found), Content_Type="application/json")


@pytest.fixture
def service() -> Iterator[Service]:
    played = Service()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.service = played  # type: ignore[attr-defined]  # read by the handler
    played.host = f"127.0.0.1:{server.server_port}"
    played.address = f"http://{played.host}/search"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield played
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def companies(service: Service, waits: list[float]) -> Iterator[Companies]:
    followed = rules("essai@example.org", (service.host,))
    with new_client(followed) as client:
        web = Web(client, followed, sleep=waits.append)
        yield Companies(web, TODAY, service.address)


def test_an_answer_is_read_without_its_leaders(service: Service, companies: Companies) -> None:
    service.known[SIREN] = company()

    told = companies.ask(SIREN)

    assert told == CompanyAnswer(
        SIREN, CompanyState.OPEN, "2026-11-28", "9220", "8810C", "12", "2023", "yes"
    )
    assert service.asked == [
        {"q": [SIREN], "minimal": ["true"], "include": ["complements"], "per_page": ["1"]}
    ]
    assert service.agents == {"territorial-map (essai@example.org)"}


def test_a_code_of_the_new_nomenclature_alone_is_marked(
    service: Service, companies: Companies
) -> None:
    service.known[SIREN] = company(activite_principale=None)

    assert companies.ask(SIREN).naf == "NAF25:8810Y"


@pytest.mark.parametrize(
    "told",
    [
        {"nature_juridique": "1000"},
        {"complements": {"est_entrepreneur_individuel": True}},
        {"statut_diffusion": "P"},
        {"statut_diffusion": "N"},
    ],
)
def test_a_natural_or_hidden_person_is_refused_and_leaves_nothing(
    told: dict[str, Any], service: Service, companies: Companies
) -> None:
    service.known[SIREN] = company(**told)

    assert companies.ask(SIREN) == CompanyAnswer(SIREN, CompanyState.REFUSED, "2026-11-28")


def test_a_closed_person_is_told_with_its_date(service: Service, companies: Companies) -> None:
    service.known[SIREN] = company(etat_administratif="C", date_fermeture="2024-03-01")

    told = companies.ask(SIREN)

    assert (told.state, told.closed_on) == (CompanyState.CLOSED, "2024-03-01")


def test_another_siren_than_the_one_asked_is_nobody(service: Service, companies: Companies) -> None:
    service.known[SIREN] = company(OTHER)

    assert companies.ask(SIREN).state is CompanyState.UNKNOWN


def busy(handler: Handler, _: str) -> None:
    handler.say(429, b"{}", Retry_After="3")


def cut(handler: Handler, _: str) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "4000")
    handler.end_headers()
    handler.wfile.write(b'{"results": [')
    handler.close_connection = True


def test_a_service_that_is_busy_or_cut_is_asked_again_when_it_says(
    service: Service, companies: Companies, waits: list[float]
) -> None:
    service.known[SIREN] = company()
    service.faults = [busy, cut]

    assert companies.ask(SIREN).state is CompanyState.OPEN
    assert len(service.asked) == 3
    assert waits[0] >= 3


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>maintenance</html>", b"[]", b'{"results": {}}', b'{"results": [{"siren": 1}]}'],
)
def test_an_odd_answer_is_one_sentence_and_is_not_kept(
    content: bytes, service: Service, companies: Companies, tmp_path: Path
) -> None:
    service.faults = [lambda handler, _: handler.say(200, content)]

    with pytest.raises(SourceError, match="réponse illisible"):
        companies.ask(SIREN)
    assert not (tmp_path / COMPANIES_FILE).exists()


def test_no_more_than_seven_questions_go_out_in_a_second(
    service: Service, companies: Companies
) -> None:
    paused: list[float] = []

    def sleep(seconds: float) -> None:
        paused.append(seconds)
        companies.sleep = real

    real = companies.sleep
    companies.sleep = sleep
    for _ in range(PER_SECOND + 1):
        companies.ask(SIREN)

    assert len(service.asked) == PER_SECOND + 1
    assert paused
    assert 0 < paused[0] <= 1.1


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
    assert others == {"naf": "8810C", "size": SizeBand.SMALL.label, "legal_form": "Association"}


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
