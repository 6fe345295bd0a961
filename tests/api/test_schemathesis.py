"""The service against its own document: thousands of requests, well and badly made, no surprise.

Bounded: a few examples per operation and the limits of every parameter, always the same ones.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson
import pytest
import schemathesis
from schemathesis.config import (
    GenerationConfig,
    ProjectConfig,
    ProjectsConfig,
    SchemathesisConfig,
)
from schemathesis.engine import events, from_schema

from territorial_map.api.application import create_server
from territorial_map.api.gate import Gate
from territorial_map.api.ogc.parameters import LARGEST_PAGE
from territorial_map.api.operators import Operators
from tests.sites import site_of

EXAMPLES = 2
OPERATOR = {"Authorization": "Bearer synthetic secret of tests"}
# Rules that tie several values, or values to what the edition holds: no schema can tell them, so a
# request that the schema allows may be refused by them, and by them alone.
BEYOND_A_SCHEMA = (
    "numéros de ligne sont attendus",
    "un rayon demande un lieu",
    "un seul centre est attendu",
    "deux organisations différentes",
    "deux identifiants différents",
    "donnez « ids » ou « members »",
    "une liste d’identifiants est attendue",
    "de 1 à 300 identifiants",
    "chiffres avec une clé juste",
    "ouest,sud,est,nord en degrés",
    "commune inconnue",
    "communes de ce nom",
    "cette date n’existe pas",
    "inconnue au COG",
    "inconnu au COG",
    "EPCI inconnu",
    "sont échangées",
    "bords opposés sont échangés",
    "aucune activité n’est demandée",
    "aucune colonne ne dit",
    "le fichier n’a pas cette colonne",
    "ni identifiant ni nom",
    "donnez un identifiant ou un nom",
)


@pytest.fixture(scope="module")
def schema(small_editions: Path, operators: Operators) -> Any:
    unlimited = Gate(per_minute=1_000_000, at_once=100)
    site = site_of(small_editions, operators.ledger)
    server = create_server(site, operators, gate=unlimited)
    generation = GenerationConfig(
        max_examples=EXAMPLES, deterministic=True, no_shrink=True, database="none"
    )
    project = ProjectConfig(headers=OPERATOR, generation=generation, continue_on_failure=True)
    config = SchemathesisConfig(seed=13, projects=ProjectsConfig(default=project))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", server, config=config)


@pytest.fixture(scope="module")
def run(schema: Any) -> list[Any]:
    return list(from_schema(schema).execute())


def findings_of(finished: events.ScenarioFinished) -> Iterator[str]:
    """What a check found wrong, but for refusals by a rule that a schema cannot tell."""
    for identity, checks in finished.recorder.checks.items():
        interaction = finished.recorder.interactions.get(identity)
        for check in checks:
            if check.failure_info is None:
                continue
            if check.name == "positive_data_acceptance" and _is_beyond(interaction):
                continue
            if check.name == "negative_data_rejection" and (
                _is_too_large(interaction) or _is_a_long_page(interaction)
            ):
                continue
            asked = interaction.request if interaction else None
            where = (
                f"{asked.method} {asked.uri[:300]} {(asked.body or b'')[:300]!r}" if asked else ""
            )
            yield f"{finished.label}: {check.name}: {check.failure_info.failure.message} {where}"


def _is_too_large(interaction: Any) -> bool:
    """True for a refusal by 413, which the check does not count among those of bad data."""
    return interaction is not None and interaction.response.status_code == 413


def _is_a_long_page(interaction: Any) -> bool:
    """True where features are asked for by more than a page holds: the standard has it clipped."""
    if interaction is None or not urlsplit(interaction.request.uri).path.startswith("/ogc/"):
        return False
    limits = parse_qs(urlsplit(interaction.request.uri).query).get("limit", [""])
    return len(limits) == 1 and limits[0].isdecimal() and int(limits[0]) > LARGEST_PAGE


def _is_beyond(interaction: Any) -> bool:
    if interaction is None or interaction.response is None:
        return False
    sent = next(iter(interaction.request.headers.get("Content-Type", [""])), "")
    if sent.startswith("multipart/") and interaction.response.status_code in {413, 422}:
        return True  # what a file holds is told by no schema
    told = orjson.loads(interaction.response.content or b"{}")
    if told.get("status") == 422 and "parameter" not in told:
        return True  # a file, which is refused whole: no parameter is at fault
    return any(rule in told.get("detail", "") for rule in BEYOND_A_SCHEMA)


def test_nothing_is_found(run: list[Any]) -> None:
    finished = [event for event in run if isinstance(event, events.ScenarioFinished)]
    found = [finding for event in finished for finding in findings_of(event)]
    errors = [str(event) for event in run if isinstance(event, events.NonFatalError)]

    assert sum(len(event.recorder.interactions) for event in finished) > 2_000
    assert found == []
    assert errors == []


def test_every_operation_was_tried(run: list[Any], schema: Any) -> None:
    tried = {event.label for event in run if isinstance(event, events.ScenarioFinished)}
    every = {each.ok().label for each in schema.get_all_operations()}

    assert len(every) >= 49
    assert every - tried == set()
