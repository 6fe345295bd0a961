"""The leads of a territory: at its address, from « Réseau », drawn, in a table and in files."""

import io
import re

import networkx as nx
import openpyxl
import pytest
from fastapi.testclient import TestClient

from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.territory_leads import (
    TerritoryAsked,
    TerritoryLeads,
    leads_within,
)
from territorial_map.services.partner_lists.territory_network import (
    HEIGHT,
    MOST_DRAWN,
    WIDTH,
    graph_of,
    network_of,
)
from tests.in_memory import edition_of
from tests.unit.pooling.test_partners_found import directory

DROME = "/territoires/departement/26-drome/pistes"
FILES = "/api/v1/partnerships/network"


@pytest.fixture(scope="module")
def crowded() -> TerritoryLeads:
    with edition_of(directory(3)) as edition:
        return leads_within(edition, TerritoryAsked(Selection.of({})))


def test_a_territory_has_its_leads_at_its_address(client: TestClient) -> None:
    answer = client.get(DROME)

    assert answer.status_code == 200
    assert "Pistes de coopération" in answer.text
    assert f"{FILES}.svg?department=26" in answer.text
    assert "Une ligne par piste, une seule par paire" in answer.text


def test_lines_name_every_site_for_what_the_browser_keeps(client: TestClient) -> None:
    told = client.get(DROME).text

    line = r'<tr data-ends-a="([^"]+)" data-ends-b="([^"]+)" data-pooling="(\w+)"'
    lines = re.findall(line, told)
    sites = {one for a, b, _ in lines for side in (a, b) for one in side.split("\n")}
    assert len(lines) > 1
    assert {one.partition(":")[0] for one in sites} == {"synthetic"}
    assert {pooling for _, _, pooling in lines} <= set(PoolingCategory.codes())
    assert 'id="own-words"' in told
    assert "modules/pages/territory-leads/entry.mjs" in told


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/territoires/departement/26/pistes", DROME),
        ("/reseau?department=26", DROME),
        ("/reseau?department=26&pooling=mobility", f"{DROME}?pooling=mobility"),
    ],
)
def test_old_and_short_addresses_lead_there(
    client: TestClient, address: str, leads_to: str
) -> None:
    answer = client.get(address)

    assert answer.status_code in {301, 302, 303, 307, 308}
    assert answer.headers["location"] == leads_to


def test_the_network_around_an_organisation_stays_where_it_was(client: TestClient) -> None:
    assert client.get("/reseau?organisation=synthetic:lieu").status_code == 200


def test_the_leads_are_one_per_pair_and_those_together_are_apart(
    small_edition: OpenEdition,
) -> None:
    found = leads_within(small_edition, TerritoryAsked(Selection.of({"department": ["26"]})))
    pairs = [frozenset((x.main.a.person_key, x.main.b.person_key)) for x in found.leads]
    bonds = [frozenset((bond.a.person_key, bond.b.person_key)) for bond in found.bonds]

    assert pairs
    assert len(pairs) == len(set(pairs))
    assert not set(pairs) & set(bonds)


def test_at_most_twenty_five_are_drawn_inside_the_frame(crowded: TerritoryLeads) -> None:
    network = network_of(crowded)

    assert network.n_organisations > MOST_DRAWN
    assert 0 < len(network.nodes) <= MOST_DRAWN
    for node in network.nodes:
        assert 0 < node.x < WIDTH
        assert 0 < node.y < HEIGHT
    drawn = {node.facts.person_key for node in network.nodes}
    assert all({x.main.a.person_key, x.main.b.person_key} <= drawn for _, x in network.leads)
    assert network_of(crowded) == network


def test_remarks_say_in_words_what_the_network_shows(crowded: TerritoryLeads) -> None:
    told = " ".join(remark.fr for remark in network_of(crowded).remarks)

    assert "pistes partent de" in told or "relie" in told
    assert "0," not in told


def test_the_same_leads_leave_as_files(client: TestClient) -> None:
    csv = client.get(f"{FILES}.csv?department=26").content.decode("utf-8-sig").splitlines()
    xlsx = client.get(f"{FILES}.xlsx?department=26").content
    graph = nx.parse_graphml(client.get(f"{FILES}.graphml?department=26").text)
    svg = client.get(f"{FILES}.svg?department=26")
    png = client.get(f"{FILES}.png?department=26").content

    sheet = openpyxl.load_workbook(io.BytesIO(xlsx)).active
    assert sheet is not None
    assert sheet.max_row == len(csv) > 1
    assert graph.number_of_edges() > 0
    assert {told["tie"] for _, _, told in graph.edges(data=True)} <= {"lead", "existing"}
    assert svg.headers["content-type"].startswith("image/svg+xml")
    assert 'stroke-dasharray="2 5"' in svg.text
    assert png.startswith(b"\x89PNG")


def test_the_graph_joins_legal_persons_once(crowded: TerritoryLeads) -> None:
    graph = graph_of(crowded)

    assert graph.number_of_nodes() > 0
    assert nx.number_of_selfloops(graph) == 0


def test_an_unknown_territory_or_format_is_refused(client: TestClient) -> None:
    assert client.get("/territoires/departement/999/pistes").status_code == 404
    assert client.get(f"{FILES}.exe?department=26").status_code == 422
