"""What changed between editions, by the API and as an Atom feed."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.operators import Operators
from tests.sites import site_of
from tests.two_editions import TwoEditions

BASE = "/api/v1"
URL = "https://annuaire.example"
ATOM = "{http://www.w3.org/2005/Atom}"
RFC_3339 = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")


@pytest.fixture(scope="module")
def client(two: TwoEditions, operators: Operators) -> Iterator[TestClient]:
    server = create_server(site_of(two.folder, operators.ledger, URL), operators)
    with TestClient(server, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="module")
def lonely(small_editions: Path, operators: Operators) -> Iterator[TestClient]:
    server = create_server(site_of(small_editions, operators.ledger, URL), operators)
    with TestClient(server, raise_server_exceptions=False) as client:
        yield client


def test_changes_are_told_since_the_edition_before(client: TestClient, two: TwoEditions) -> None:
    told = client.get(f"{BASE}/changes").json()

    assert (told["from"]["id"], told["edition"]) == (two.older, two.newer)
    assert told["total"] == len(told["items"]) == 6
    assert told["counts"]["new"] == told["counts"]["gone"] == told["counts"]["merged"] == 1


@pytest.mark.parametrize("since", ["2026-11-01", "2026-11-22", "2020-01-01"])
def test_a_date_means_the_last_edition_before_it_or_the_oldest(
    client: TestClient, two: TwoEditions, since: str
) -> None:
    told = client.get(f"{BASE}/changes?since={since}").json()

    assert told["from"]["id"] == two.older


def test_changes_are_asked_for_by_nature_and_selection(client: TestClient) -> None:
    by_nature = client.get(f"{BASE}/changes?change=renamed&change=moved").json()
    by_filter = client.get(f"{BASE}/changes?kind=ptce").json()
    by_text = client.get(f"{BASE}/changes?q=nouvelle").json()

    assert {item["id"] for item in by_nature["items"]} == {"synthetic:ptce", "synthetic:scop"}
    assert by_nature["counts"]["organisations"] == 6
    assert [item["id"] for item in by_filter["items"]] == ["synthetic:ptce"]
    assert [item["id"] for item in by_text["items"]] == ["synthetic:new"]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("since=yesterday", "since"),
        ("since=2026-02-31", "since"),
        ("change=better", "change"),
        ("limit=0", "limit"),
        ("kind=ptc", "kind"),
        ("colour=red", "colour"),
    ],
)
def test_a_wrong_value_is_named(client: TestClient, query: str, parameter: str) -> None:
    answer = client.get(f"{BASE}/changes?{query}")

    assert answer.status_code == 422
    assert answer.json()["parameter"] == parameter


def test_one_edition_alone_has_nothing_to_compare(lonely: TestClient) -> None:
    told = lonely.get(f"{BASE}/changes").json()
    feed = lonely.get(f"{BASE}/changes.atom")

    assert told["from"] is None
    assert told["items"] == []
    assert told["detail"] == "Une seule édition : rien à comparer encore."
    assert lonely.get(f"{BASE}/changes.csv").status_code == 404
    assert parsed(feed.content).findall(f"{ATOM}entry") == []


def test_changes_as_a_file_run_no_formula(client: TestClient) -> None:
    answer = client.get(f"{BASE}/changes.csv?change=new")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))

    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert [row["Nom"] for row in rows] == ["'=Nouvelle synthétique"]
    assert client.get(f"{BASE}/changes.doc").status_code == 404
    assert client.get(f"{BASE}/changes.json").json()["counts"]["organisations"] == 6


def parsed(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 - our own answer


def required(element: ET.Element, tag: str) -> str:
    """The text of an element that must be there exactly once (RFC 4287)."""
    found = element.findall(f"{ATOM}{tag}")
    assert len(found) == 1, tag
    assert found[0].text
    return found[0].text


def test_the_feed_follows_the_rules_of_atom(client: TestClient) -> None:
    answer = client.get(f"{BASE}/changes.atom?department=26")
    feed = parsed(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}

    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert feed.tag == f"{ATOM}feed"
    assert required(feed, "title") == "Ce qui change : Département\u00a0: Drôme"
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert links["self"] == required(feed, "id") == f"{URL}{BASE}/changes.atom?department=26"
    assert links["alternate"] == f"{URL}/nouveautes?department=26"
    assert len(entries) == 6
    for element in (feed, *entries):
        assert required(element, "id").startswith(URL)
        assert required(element, "title")
        assert RFC_3339.fullmatch(required(element, "updated"))
    for entry in entries:
        assert required(entry, "summary")
        assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate"]
    assert len({required(entry, "id") for entry in entries}) == len(entries)
    assert required(feed, "updated") == max(required(entry, "updated") for entry in entries)


def test_entries_keep_their_ids_and_are_not_sent_twice(client: TestClient) -> None:
    first = client.get(f"{BASE}/changes.atom")
    second = client.get(f"{BASE}/changes.atom")
    again = client.get(f"{BASE}/changes.atom", headers={"if-none-match": first.headers["etag"]})

    assert first.content == second.content
    assert again.status_code == 304


def test_a_feed_tells_how_many_changes_it_leaves_out(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("territorial_map.services.editions.feed.MOST_ENTRIES", 2)

    feed = parsed(client.get(f"{BASE}/changes.atom").content)
    titles = [required(entry, "title") for entry in feed.findall(f"{ATOM}entry")]

    assert len(titles) == 3
    assert titles[-1] == "4 autres changements"


def test_a_feed_says_that_an_edition_changes_nothing_here(client: TestClient) -> None:
    feed = parsed(client.get(f"{BASE}/changes.atom?department=974").content)

    (entry,) = feed.findall(f"{ATOM}entry")
    assert "sans changement" in required(entry, "title")
