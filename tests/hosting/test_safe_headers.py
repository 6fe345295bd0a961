"""Every answer carries the headers that protect who reads it; other sites may read, never write."""

import re
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from territorial_map.bootstrap import create_application
from territorial_map.domain.errors import BadParameter
from territorial_map.settings import Settings, settings_from


@pytest.fixture(scope="module")
def client(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    ledger = f"sqlite:///{tmp_path_factory.mktemp('ledger') / 'ledger.sqlite'}"
    return TestClient(create_application(Settings(editions=small_editions, ledger=ledger)))


@pytest.mark.parametrize("path", ["/", "/api/v1/health", "/api/v1/absent", "/api/v1/organisations"])
def test_every_answer_protects_who_reads_it(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert headers["permissions-policy"].startswith("geolocation=(self), ")


def test_what_operators_see_is_not_kept(client: TestClient) -> None:
    assert client.get("/operateur").headers["cache-control"] == "no-store"


def asked_before(client: TestClient, method: str, header: str = "") -> int:
    asked = {"Origin": "https://exemple.fr", "Access-Control-Request-Method": method}
    if header:
        asked["Access-Control-Request-Headers"] = header
    return client.options("/api/v1/organisations", headers=asked).status_code


def test_another_site_may_read_but_never_write_nor_authenticate(client: TestClient) -> None:
    assert asked_before(client, "GET") == 200
    assert asked_before(client, "POST") == 400
    assert asked_before(client, "DELETE") == 400
    assert asked_before(client, "GET", "authorization") == 400


POLICED = [
    "/",
    "/nulle-part",
    "/integrer",
    "/embed",
    "/api/v1/docs",
    "/api/v1/absent",
    "/sitemap.xml",
]


@pytest.mark.parametrize("path", POLICED)
def test_every_answer_says_what_may_run_and_nothing_unsafe_does(
    client: TestClient, path: str
) -> None:
    policy = client.get(path).headers["content-security-policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))

    assert rules["default-src"] == "'none'"
    assert rules["base-uri"] == "'none'"
    assert re.fullmatch(r"'self'( 'sha256-[^' ]+'){1,2}", rules["script-src"])
    assert rules["frame-ancestors"] == ("*" if path == "/embed" else "'none'")


def test_a_fault_that_no_route_foresaw_carries_the_policy_too(small_editions: Path) -> None:
    def broken(_: Request) -> Response:
        raise RuntimeError("unforeseen, in a test")

    ledger = "sqlite://"
    server = create_application(Settings(editions=small_editions, ledger=ledger))
    server.router.routes.insert(0, Route("/broken", broken))
    answer = TestClient(server, raise_server_exceptions=False).get("/broken")

    assert answer.status_code == 500
    assert "script-src 'self' 'sha256-" in answer.headers["content-security-policy"]
    assert "unforeseen" not in answer.text


def test_browsers_are_told_to_keep_to_https_where_the_host_asks(small_editions: Path) -> None:
    chosen = settings_from({"TERRITORIAL_MAP_HSTS_SECONDS": "300"})
    settings = Settings(
        editions=small_editions, ledger="sqlite://", hsts_seconds=chosen.hsts_seconds
    )
    told = TestClient(create_application(settings)).get("/api/v1/health").headers

    assert told["strict-transport-security"] == "max-age=300"


def test_nothing_is_told_of_https_by_default(client: TestClient) -> None:
    assert "strict-transport-security" not in client.get("/").headers


@pytest.mark.parametrize("told", ["-1", "un an", "99999999999", "300; includeSubDomains"])
def test_a_time_of_https_that_is_no_number_of_seconds_is_refused(told: str) -> None:
    with pytest.raises(BadParameter, match="HSTS_SECONDS"):
        settings_from({"TERRITORIAL_MAP_HSTS_SECONDS": told})


ELSEWHERE = (
    {"Origin": "https://exemple.fr"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1.exemple.fr"},
    {"Origin": "https://exemple.fr", "Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Origin": "https://voisin.annuaire.example", "Sec-Fetch-Site": "same-site"},
)
OURS: tuple[dict[str, str], ...] = (
    {},
    {"Origin": "http://127.0.0.1:8050"},
    {"Origin": "https://annuaire.example"},
    {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "none"},
)
SIMPLE = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")
WRITTEN = (
    ("POST", "/api/v1/match"),
    ("POST", "/api/v1/ptce-check"),
    ("POST", "/api/v1/lists/lines"),
    ("POST", "/api/v1/partnerships/dismissals"),
    ("POST", "/lignes"),
    ("POST", "/_dash-update-component"),
    ("DELETE", "/api/v1/partnerships/dismissals"),
)


@pytest.fixture(scope="module")
def public(small_editions: Path) -> TestClient:
    """The service under a public address, asked by that of the machine."""
    settings = Settings(
        editions=small_editions, ledger="sqlite://", public_url="https://annuaire.example"
    )
    return TestClient(create_application(settings), base_url="http://127.0.0.1:8050")


@pytest.mark.parametrize("came", ELSEWHERE, ids=str)
@pytest.mark.parametrize("media", SIMPLE)
@pytest.mark.parametrize(("method", "path"), WRITTEN)
def test_a_page_of_another_site_makes_no_browser_write_or_work(
    public: TestClient, method: str, path: str, media: str, came: dict[str, str]
) -> None:
    answer = public.request(method, path, content="{}", headers=came | {"Content-Type": media})

    assert answer.status_code == 403
    assert answer.json()["detail"].startswith("Cette demande vient d’une page d’un autre site")
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("came", OURS, ids=str)
def test_our_pages_and_programs_write_and_nobody_else_reads_the_answer(
    public: TestClient, came: dict[str, str]
) -> None:
    answer = public.post("/api/v1/lists/lines", json={"ids": ["synthetic:1"]}, headers=came)

    assert answer.status_code == 200
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("came", ELSEWHERE, ids=str)
def test_pages_of_other_sites_read_what_is_public(public: TestClient, came: dict[str, str]) -> None:
    answer = public.get("/api/v1/organisations?limit=1", headers=came)

    assert answer.status_code == 200
    if "Origin" in came:
        assert answer.headers["access-control-allow-origin"] == "*"
