"""What the law asks of a site stands on it; what its host has not told is said to be missing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from territorial_map.bootstrap import create_application
from territorial_map.settings import Settings, settings_from
from territorial_map.web.frame.pages import Pages
from territorial_map.web.frame.robots import security_text

TOLD = {
    "TERRITORIAL_MAP_PUBLISHER": "Collectivité synthétique",
    "TERRITORIAL_MAP_PUBLISHER_ADDRESS": "1 rue Synthétique, 26000 Valence",
    "TERRITORIAL_MAP_HOSTING": "Hébergeur synthétique",
    "TERRITORIAL_MAP_CONTACT": "https://publisher.example/contact",
}
PATHS = ("/mentions-legales", "/donnees-personnelles", "/accessibilite")
MISSING = "à compléter par l’éditeur"


def client_of(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_application(settings), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture(scope="module")
def untold(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    ledger = f"sqlite:///{tmp_path_factory.mktemp('ledger') / 'ledger.sqlite'}"
    yield from client_of(Settings(editions=small_editions, ledger=ledger))


@pytest.fixture(scope="module")
def told(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    ledger = f"sqlite:///{tmp_path_factory.mktemp('ledger') / 'ledger.sqlite'}"
    own = {"TERRITORIAL_MAP_EDITIONS": str(small_editions), "TERRITORIAL_MAP_LEDGER": ledger}
    yield from client_of(settings_from(TOLD | own))


def text_of(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return unescape(answer.text)


def test_what_the_host_has_not_told_is_said_to_be_missing(untold: TestClient) -> None:
    counts = {path: text_of(untold, path).count(MISSING) for path in PATHS}

    assert counts == {"/mentions-legales": 5, "/donnees-personnelles": 1, "/accessibilite": 1}


def test_what_the_host_told_stands_there(told: TestClient) -> None:
    notices = text_of(told, "/mentions-legales")

    assert notices.count(MISSING) == 1, "the person responsible was not told"
    assert "Collectivité synthétique" in notices
    assert 'href="https://publisher.example/contact"' in notices


def test_accessibility_is_not_compliant_while_no_full_audit_was_made(untold: TestClient) -> None:
    page = text_of(untold, "/accessibilite").replace("\u00a0", " ")

    assert "Non conforme : aucun audit complet n’a été mené." in page
    assert "Défenseur des droits" in page


@pytest.mark.parametrize("path", ["/", "/sources", "/pratiques", "/no/such/page", *PATHS])
def test_every_foot_says_the_state_of_accessibility(untold: TestClient, path: str) -> None:
    page = unescape(untold.get(path).text).replace("\u00a0", " ")

    foot = page.split('<footer class="site-foot')[1].split("</footer>")[0]
    assert "Accessibilité : non conforme" in foot
    assert "Mentions légales" in foot


def test_legal_pages_exist_in_english(untold: TestClient) -> None:
    page = text_of(untold, "/accessibilite?lang=en")

    assert "Not compliant: no full audit was made." in page
    assert "Accessibility: not compliant" in page


def test_a_security_contact_is_told_for_half_a_year(told: TestClient) -> None:
    lines = told.get("/.well-known/security.txt").text.splitlines()

    told_lines = dict(line.split(": ", 1) for line in lines)
    expires = datetime.fromisoformat(told_lines["Expires"])
    assert told_lines["Contact"] == "https://publisher.example/contact"
    assert 170 < (expires - datetime.now(tz=UTC)).days <= 180


def test_without_a_contact_the_file_says_what_to_set(untold: TestClient) -> None:
    told = untold.get("/.well-known/security.txt")

    assert told.status_code == 200
    assert "TERRITORIAL_MAP_SECURITY_CONTACT" in told.text
    assert "Contact:" not in told.text


def test_an_e_mail_address_becomes_a_link(pages: Pages) -> None:
    from dataclasses import replace  # noqa: PLC0415 - one site more, for this test

    from territorial_map.domain.publisher import Publisher  # noqa: PLC0415 - the same

    site = replace(pages.site, publisher=Publisher(security_contact="security@publisher.example"))

    assert security_text(site, datetime(2026, 11, 28, tzinfo=UTC)).startswith(
        "Contact: mailto:security@publisher.example\nExpires: 2027-05-27T00:00:00Z\n"
    )


def test_a_ledger_that_is_away_is_said_on_every_page(small_editions: Path, tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"not a database, " * 99)
    ledger = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    for client in client_of(Settings(editions=small_editions, ledger=ledger)):
        pages = {path: client.get(path) for path in ("/", "/sources", "/pratiques")}

    assert [answer.status_code for answer in pages.values()] == [200, 200, 200]
    for page in pages.values():
        assert "Les décisions des opérateurs ne peuvent pas être lues" in unescape(page.text)


def test_nothing_is_said_of_a_ledger_that_answers(untold: TestClient) -> None:
    assert "site-trouble" not in untold.get("/sources").text
