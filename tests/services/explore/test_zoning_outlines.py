"""The zones that a département is drawn with, and when nothing can be drawn of them."""

from collections.abc import Iterator

import pytest
from sqlalchemy import insert

from territorial_map.domain.errors import NotFound
from territorial_map.domain.zoning_terms import ZoningDrawn, ZoningKind
from territorial_map.queries.schema import zoning_outlines
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.zoning_outlines import zoning_in
from tests.in_memory import edition_of
from tests.synthetic import LAYERS, SQUARE, organisation

ZONE = ZoningKind.EMPLOYMENT_ZONE


def row(code: str, *departments: str, kind: ZoningKind = ZONE) -> dict[str, object]:
    """A synthetic zone."""
    return {
        "kind": kind.value,
        "code": code,
        "name": f"Zone synthétique {code}",
        "departments": list(departments),
        "style": 1,
        "lon": 5.0,
        "lat": 45.0,
        "outline": SQUARE,
    }


@pytest.fixture
def edition() -> Iterator[OpenEdition]:
    """Zones of the Drôme, of the Rhône, of both."""
    with edition_of([organisation("synthetic:one")]) as opened:
        rows = [row("2", "26"), row("1", "07", "26"), row("3", "69")]
        with opened.file.connect() as connection:
            connection.execute(insert(zoning_outlines), rows)
            connection.commit()
        yield opened


def test_the_zones_that_reach_a_departement_come_by_code(edition: OpenEdition) -> None:
    found = zoning_in(edition, ZONE, "26")

    assert (found.kind, found.drawn, found.vintage) == (ZONE, ZoningDrawn.DRAWN, "2026")
    assert [zone.code for zone in found.zones] == ["1", "2"]
    assert found.zones[0].departments == ("07", "26")
    assert found.zones[0].outline == SQUARE
    assert zoning_in(edition, ZoningKind.DENSITY, "26").zones == ()


def test_none_is_not_told_of_a_zoning_that_is_not_loaded_or_of_an_older_edition(
    edition: OpenEdition,
) -> None:
    with edition.file.connect() as connection:
        connection.exec_driver_sql("DROP TABLE zoning_outlines")
        connection.commit()
    kept = tuple(layer for layer in LAYERS if layer.kind is not ZONE)

    assert zoning_in(edition, ZONE, "26").drawn is ZoningDrawn.OLDER
    with edition_of([organisation("synthetic:one")], layers=kept) as without:
        assert zoning_in(without, ZONE, "26").drawn is ZoningDrawn.NOT_LOADED


def test_a_departement_that_is_none_is_told_so(edition: OpenEdition) -> None:
    with pytest.raises(NotFound, match="27"):
        zoning_in(edition, ZONE, "27")
