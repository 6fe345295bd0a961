"""Answers of a service that plays recherche-entreprises: real shapes, and the faults of the way."""

from pathlib import Path
from typing import Any

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.companies import (
    COMPANIES_FILE,
    CompanyAnswer,
    CompanyState,
)
from territorial_map.refresh.companies import PER_SECOND, Companies
from tests.refresh.companies_service import OTHER, SIREN, Handler, Service, company


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
