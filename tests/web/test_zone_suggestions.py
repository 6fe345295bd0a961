"""Zones among what a typed text may mean: told apart by their kind, each to its portrait."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import insert

from territorial_map.domain.commune_groups import GroupLevel
from territorial_map.queries import schema
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.zones import zone_asked, zones_meant
from territorial_map.web.base.html import to_html
from territorial_map.web.frame.search import suggested
from tests.in_memory import edition_of
from tests.synthetic import organisation

WORK, LIVING = GroupLevel.EMPLOYMENT_ZONE, GroupLevel.LIVING_AREA
VALENCE, ROMANS, LYON = "26362", "26281", "69123"


@pytest.fixture(scope="module")
def edition() -> Iterator[OpenEdition]:
    """Synthetic zones: two of one name, and one that begins with an article."""
    zones = [
        (WORK, "8431", "Valence", VALENCE),
        (LIVING, "26362", "Valence", VALENCE),
        (WORK, "8430", "Romans-sur-Isère", ROMANS),
        (WORK, "8499", "L’Isle synthétique", LYON),
        (WORK, "8498", "Bourg-lès-Valence synthétique", LYON),
    ]
    with edition_of([organisation("synthetic:one")]) as opened:
        rows = [
            {"kind": kind.value, "code": code, "name": name, "commune": commune}
            for kind, code, name, commune in zones
        ]
        with opened.file.connect() as connection:
            connection.execute(insert(schema.zone_communes), rows)
            connection.commit()
        yield opened


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("zone d’emploi de Valence", ["8431", "8498"]),
        ("Zone d'emploi Valence", ["8431", "8498"]),
        ("employment zone of valence", ["8431", "8498"]),
        ("bassin de vie de valence", ["26362"]),
        ("living area of Valence", ["26362"]),
        ("zone d’emploi de l’Isle synthétique", ["8499"]),
        ("zone d’emploi d’ailleurs", []),
        ("Valence", ["8431", "26362"]),
        ("romans sur", ["8430"]),
        ("esat valence", []),
        ("zone d’emploi", []),
    ],
)
def test_a_text_means_the_zones_of_its_kind_and_name(
    edition: OpenEdition, text: str, codes: list[str]
) -> None:
    assert [zone.code for zone in zones_meant(edition, text, 3)] == codes


def test_a_zone_asked_for_by_its_kind_comes_first_and_leads_to_its_portrait(
    edition: OpenEdition,
) -> None:
    shown = to_html(suggested("q=zone+d'emploi+de+valence&lang=en", edition))
    _, first, *_ = shown.split('data-go="')

    assert first.startswith('/territoires/zone-emploi/8431-valence?lang=en"')
    assert "Employment zone · Drôme" in shown
    assert 'data-leaves="1"' in shown


def test_namesakes_are_told_apart_by_their_kind_after_the_question(edition: OpenEdition) -> None:
    shown = to_html(suggested("q=valence", edition))
    told = ("Voir la liste", "Zone d’emploi · Drôme · non connu", "Bassin de vie · Drôme")
    places = [shown.index(words) for words in told]

    assert places == sorted(places)
    assert re.search(rf'data-told="{shown.count("data-go")}\spropositions"', shown)


def test_a_text_that_names_no_zone_is_told_none(edition: OpenEdition) -> None:
    assert zone_asked("zone artisanale") == (None, "zone artisanale")
    assert "Zones" not in to_html(suggested("q=saint-vallier", edition))
