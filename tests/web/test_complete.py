"""« Compléter après vos appels »: line by line or by a table, without script, where it is open."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.gate import Gate
from territorial_map.api.operators import Operators
from territorial_map.ledger.dismissals import Ledger
from territorial_map.settings import data_folder
from territorial_map.web import add_pages
from tests.sites import site_of

IDS = "synthetic:site1,synthetic:scop"
PAGE = f"/completer?ids={IDS}"
SEND, BRING = "/contributions/liste", "/contributions/tableau"
LINES = {
    "question": f"ids={IDS}",
    "teller": "partner",
    "source": "appels de novembre",
    "organisation-0": "synthetic:site1",
    "organisation-1": "synthetic:scop",
}
HEADER = "Identifiant;Nom;Téléphone;Activités;Toujours exact\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    yield opened
    opened.close()


def client_of(editions: Path, ledger: Ledger, *, contributing: bool) -> TestClient:
    site = site_of(editions, ledger, contributing=contributing)
    gate = Gate(per_minute=1_000_000, at_once=100)
    server = create_server(site, Operators(ledger, "synthetic secret of tests"), gate=gate)
    add_pages(server, site, data_folder("assets"), "*")
    return TestClient(server)


@pytest.fixture
def client(small_editions: Path, ledger: Ledger) -> Iterator[TestClient]:
    with client_of(small_editions, ledger, contributing=True) as client:
        yield client


def said(ledger: Ledger) -> set[tuple[str, str, str]]:
    several = (one.contribution for one in ledger.contributions.proposals())
    return {(c.organisation, c.field.value if c.field else c.kind.value, c.value) for c in several}


def brought(client: TestClient, text: str, name: str = "appels.csv") -> str:
    return client.post(BRING, files={"file": (name, text.encode())}).text


def test_each_organisation_stands_beside_what_its_page_tells(client: TestClient) -> None:
    page = client.get(PAGE)

    assert page.status_code == 200
    assert 'name="organisation-1" value="synthetic:scop"' in page.text
    assert 'name="phone-0"' in page.text
    assert f'href="/api/v1/contributions/table.xlsx?ids={IDS}"' in page.text
    assert "noindex" in page.text


def test_several_are_completed_in_one_sending(client: TestClient, ledger: Ledger) -> None:
    lines = LINES | {
        "phone-0": "04 75 00 00 09",
        "trade-0": "blanchisserie, espaces verts",
        "page-1": "confirmation",
    }
    answer = client.post(SEND, data=lines)

    assert answer.url.path == "/completer"
    assert "4 propositions sont reçues, pour 2 fiches" in answer.text.replace("\u00a0", " ")
    assert said(ledger) == {
        ("synthetic:site1", "phone", "04 75 00 00 09"),
        ("synthetic:site1", "trade", "cleaning_laundry"),
        ("synthetic:site1", "trade", "green_spaces"),
        ("synthetic:scop", "confirmation", ""),
    }
    assert "3 propositions à relire" in answer.text
    told = {one.contribution.source for one in ledger.contributions.proposals()}
    assert told == {"appels de novembre"}


def test_a_fault_stands_at_its_line_and_nothing_is_kept(client: TestClient, ledger: Ledger) -> None:
    lines = LINES | {"phone-0": "04 75 00 00 09", "trade-1": "bidules"}
    refused = client.post(SEND, data=lines)

    assert refused.status_code == 422
    assert 'href="#say-trade-1"' in refused.text
    assert 'aria-describedby="say-trade-1-now say-trade-1-fault"' in refused.text
    assert 'value="04 75 00 00 09"' in refused.text
    assert said(ledger) == set()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, "Rien n’a été dit"),
        ({"trade-1": "Réparation et réemploi"}, "Rien de nouveau"),
        ({"source": "voir ada@exemple.fr", "page-0": "closed"}, "say-source"),
        ({"organisation-0": "synthetic:gone", "page-0": "closed"}, "say-page-0"),
    ],
)
def test_what_says_nothing_that_can_be_taken_is_told(
    client: TestClient, ledger: Ledger, more: dict[str, str], told: str
) -> None:
    refused = client.post(SEND, data=LINES | more)

    assert refused.status_code == 422
    assert told in refused.text
    assert said(ledger) == set()


def test_the_trap_keeps_nothing_and_tells_nothing(client: TestClient, ledger: Ledger) -> None:
    trapped = LINES | {"page-0": "closed", "site_bis": "https://spam.example"}
    answer = client.post(SEND, data=trapped)

    assert "1 proposition est reçue" in answer.text
    assert said(ledger) == set()


def test_a_table_fills_the_form_and_is_kept_once_it_is_sent(
    client: TestClient, ledger: Ledger
) -> None:
    page = brought(
        client,
        HEADER
        + "synthetic:site1;Atelier;04 75 00 00 09;bidules;\n"
        + "synthetic:scop;Scop synthétique du vélo;;Réparation et réemploi;oui\n"
        + ";Personne;04 75 00 00 08;;\n",
    )

    assert "Votre tableau complète 2 fiches" in page
    assert 'value="04 75 00 00 09"' in page
    assert 'id="say-trade-0-fault"' in page
    assert "1 cellule dit ce que la fiche dit déjà" in page
    assert "1 organisation n’est pas trouvée" in page
    assert said(ledger) == set()


def test_what_waits_is_not_told_twice_by_a_table(client: TestClient) -> None:
    client.post(SEND, data=LINES | {"phone-0": "04 75 00 00 09"})

    page = brought(client, HEADER + "synthetic:site1;Atelier;04 75 00 00 09;;\n")

    assert "Votre tableau complète 0 fiche" in page
    assert "1 cellule dit ce que la fiche dit déjà, ou ce qui attend" in page


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("appels.pdf", "Nom\nX\n", "non lu"),
        ("appels.csv", "Structure;Ville\nPTCE synthétique;Valence\n", "aucune colonne"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(
    client: TestClient, name: str, text: str, told: str
) -> None:
    refused = client.post(BRING, files={"file": (name, text.encode())})

    assert refused.status_code == 422
    assert told in refused.text.lower()
    assert 'href="#say-file"' in refused.text


def test_the_page_without_anybody_tells_how_to_choose(client: TestClient) -> None:
    assert "Choisissez d’abord qui compléter" in client.get("/completer").text
    assert "Personne à compléter ici" in client.get("/completer?ids=synthetic:gone").text


def test_those_to_call_of_a_question_are_led_to_it(client: TestClient) -> None:
    asked = quote("blanchisserie")
    listed = client.get(f"/?q={asked}&department=26").text
    page = client.get(f"/completer?q={asked}&department=26").text

    assert 'href="/completer?department=26&amp;q=blanchisserie"' in listed
    assert 'name="organisation-0"' in page


def test_what_becomes_of_it_is_counted_on_the_page_of_changes(client: TestClient) -> None:
    client.post(SEND, data=LINES | {"page-0": "confirmation", "page-1": "confirmation"})
    page = client.get("/nouveautes?department=26").text
    elsewhere = client.get("/nouveautes?department=75").text

    assert "2 propositions reçues, 0 acceptée, 2 à relire" in page
    assert "rien n’est encore décidé" in page
    assert 'href="/api/v1/contributions.atom?department=26"' in page
    assert "0 proposition reçue" in elsewhere


def test_the_page_is_in_english_too(client: TestClient) -> None:
    assert "Complete after your calls" in client.get(f"{PAGE}&lang=en").text
    sent = client.post(SEND, data=LINES | {"page-0": "confirmation", "lang": "en"})
    assert "1 proposal was received, for 1 record" in sent.text


def test_a_site_that_does_not_open_it_has_no_such_page(
    small_editions: Path, ledger: Ledger
) -> None:
    with client_of(small_editions, ledger, contributing=False) as client:
        statuses = [client.get(PAGE).status_code, client.post(SEND, data=LINES).status_code]
        listed = client.get("/?q=blanchisserie&department=26").text
        changes = client.get("/nouveautes").text

    assert "contributions.atom" not in changes
    assert statuses[0] == 404
    assert statuses[1] in {404, 405}
    assert "/completer" not in listed
