"""« Compléter ou corriger »: a form that needs no script, on a site that opens it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.gate import Gate
from territorial_map.api.operators import Operators
from territorial_map.domain.contributions.review import Verdict, decided
from territorial_map.domain.contributions.terms import ContributionKind, ReviewOutcome
from territorial_map.ledger.dismissals import Ledger
from territorial_map.settings import data_folder
from territorial_map.web import add_pages
from tests.sites import site_of

PAGE = "/o/synthetic:scop/corriger"
SENT = {"organisation": "synthetic:scop", "teller": "organisation"}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    yield opened
    opened.close()


def client_of(editions: Path, ledger: Ledger, *, contributing: bool, gate: Gate) -> TestClient:
    site = site_of(editions, ledger, contributing=contributing)
    server = create_server(site, Operators(ledger, "synthetic secret of tests"), gate=gate)
    add_pages(server, site, data_folder("assets"), "*")
    return TestClient(server)


@pytest.fixture
def client(small_editions: Path, ledger: Ledger) -> Iterator[TestClient]:
    unlimited = Gate(per_minute=1_000_000, at_once=100)
    with client_of(small_editions, ledger, contributing=True, gate=unlimited) as client:
        yield client


def test_the_form_stands_whole_without_script_and_is_not_indexed(client: TestClient) -> None:
    page = client.get(PAGE)

    assert page.status_code == 200
    assert 'action="/contributions"' in page.text
    assert 'name="phone"' in page.text
    assert "noindex" in page.text
    assert "Aujourd’hui" in page.text


def test_what_is_said_is_kept_and_the_page_tells_what_follows(
    client: TestClient, ledger: Ledger
) -> None:
    said = SENT | {
        "phone": "04 75 00 00 09",
        "need_pooling": "premises_and_land",
        "need": "un local de stockage",
        "offer_pooling": "mobility",
    }
    answer = client.post("/contributions", data=said)
    kept = [proposal.contribution for proposal in ledger.contributions.proposals()]

    assert answer.url.path.endswith("/corriger")
    assert "3 propositions sont reçues" in answer.text
    assert "prochaine édition" in answer.text
    assert "3 propositions à relire" in answer.text
    assert {one.kind for one in kept} == {
        ContributionKind.FIELD,
        ContributionKind.NEED,
        ContributionKind.OFFER,
    }
    assert {one.value for one in kept} == {"04 75 00 00 09", "un local de stockage", "Mobilité"}


def test_still_right_is_one_press(client: TestClient, ledger: Ledger) -> None:
    client.post("/contributions", data={"organisation": "synthetic:scop", "toujours_exact": "1"})

    (kept,) = ledger.contributions.proposals()
    assert kept.contribution.kind is ContributionKind.CONFIRMATION


def test_a_fault_stands_beside_its_field_and_nothing_is_kept(
    client: TestClient, ledger: Ledger
) -> None:
    said = SENT | {"phone": "06 39 98 00 00", "website": "https://exemple.fr", "page": "same"}
    refused = client.post("/contributions", data=said)

    assert refused.status_code == 422
    assert 'aria-describedby="say-phone-now say-phone-fault"' in refused.text
    assert "n’est jamais publié" in refused.text
    assert 'href="#say-phone"' in refused.text
    assert 'id="say-other-fault"' in refused.text
    assert 'value="https://exemple.fr"' in refused.text
    assert ledger.contributions.proposals() == ()


def test_an_empty_form_says_so(client: TestClient) -> None:
    refused = client.post("/contributions", data=SENT)

    assert refused.status_code == 422
    assert "Rien n’a été dit" in refused.text


def test_another_page_is_named_by_its_address(client: TestClient, ledger: Ledger) -> None:
    address = "https://annuaire.example/o/synthetic:lieu/lieu?lang=en"
    client.post("/contributions", data=SENT | {"page": "same", "other": address})

    (kept,) = ledger.contributions.proposals()
    assert kept.contribution.other == "synthetic:lieu"


def test_the_trap_keeps_nothing_and_tells_nothing(client: TestClient, ledger: Ledger) -> None:
    said = SENT | {"phone": "04 75 00 00 09", "site_bis": "https://spam.example"}
    answer = client.post("/contributions", data=said)

    assert "1 proposition est reçue" in answer.text
    assert ledger.contributions.proposals() == ()


def test_what_was_accepted_is_told_until_an_edition_shows_it(
    client: TestClient, ledger: Ledger
) -> None:
    client.post("/contributions", data=SENT | {"phone": "04 75 00 00 09"})
    (kept,) = ledger.contributions.proposals()
    edition = client.get("/api/v1/editions/current").json()["id"]
    verdict = Verdict(ReviewOutcome.ACCEPTED, 0)
    ledger.contributions.decide(decided(kept, verdict, kept.told_at, edition))

    page = client.get(PAGE).text

    assert "acceptée, visible à la prochaine édition" in page
    assert "déclaré au nom de l’organisation le" in page


def test_the_page_is_in_english_too(client: TestClient) -> None:
    page = client.get(f"{PAGE}?lang=en").text
    answer = client.post("/contributions", data=SENT | {"toujours_exact": "1", "lang": "en"})

    assert "Send for review" in page
    assert "1 proposal was received" in answer.text


def test_the_page_of_an_organisation_leads_to_the_form(client: TestClient) -> None:
    page = client.get("/o/synthetic:scop").text

    assert f'href="{PAGE}"' in page


def test_operators_are_led_to_the_queue(client: TestClient) -> None:
    assert client.get("/relecture").status_code == 200


def test_a_form_of_another_site_is_refused(client: TestClient, ledger: Ledger) -> None:
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    refused = client.post(
        "/contributions", data=SENT | {"phone": "04 75 00 00 09"}, headers=elsewhere
    )

    assert refused.status_code == 403
    assert ledger.contributions.proposals() == ()


def test_without_script_a_client_is_held_off_sooner(small_editions: Path, ledger: Ledger) -> None:
    with client_of(small_editions, ledger, contributing=True, gate=Gate()) as client:
        said = SENT | {"phone": "04 75 00 00 09"}
        sent = [
            client.post("/contributions", data=said, follow_redirects=False).status_code
            for _ in range(7)
        ]

    assert sent == [303] * 6 + [429]


def test_a_site_that_does_not_open_it_has_no_such_page(
    small_editions: Path, ledger: Ledger
) -> None:
    with client_of(small_editions, ledger, contributing=False, gate=Gate()) as client:
        page = client.get(PAGE, follow_redirects=False)
        sent = client.post("/contributions", data=SENT)
        sheet = client.get("/o/synthetic:scop").text
        queue = client.get("/relecture").status_code

    assert 'corriger"' not in sheet
    assert queue == 404
    assert "/corriger" not in page.headers.get("location", "")
    assert page.status_code != 200
    assert sent.status_code in {404, 405}
