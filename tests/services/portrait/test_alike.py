"""Alike territories as portraits read them: the ten, those chosen, their middle, and no table."""

from collections.abc import Iterator

import pytest
from sqlalchemy import insert

from territorial_map.domain.alike import ALIKE, Massif, PlaceTrait
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.queries import schema
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait import (
    AlikeTerritories,
    FigureRow,
    alike_of,
    chosen_codes,
    portrait_of,
)
from territorial_map.services.portrait.beside import LEAST_COVERED
from tests.in_memory import edition_of
from tests.synthetic import organisation, place, place_in_lyon

ROMANS, VALENCE, SAINT_VALLIER, LYON, PARIS = "26281", "26362", "26333", "69123", "75056"
NEAR = ((VALENCE, 0.2), (SAINT_VALLIER, 0.3), (LYON, 0.7))


def everybody() -> list[Organisation]:
    """Six in Romans, one in Valence, thirty in Lyon; synthetic."""
    return sorted(
        (
            *(organisation(f"synthetic:r{n}") for n in range(6)),
            organisation("synthetic:v", place=place(5.0, 45.0, VALENCE)),
            *(organisation(f"synthetic:l{n}", place=place_in_lyon(None)) for n in range(30)),
        ),
        key=lambda one: one.id,
    )


@pytest.fixture(scope="module")
def edition() -> Iterator[OpenEdition]:
    """Made-up distances between real communes."""
    near = [
        {"level": "commune", "code": ROMANS, "rank": rank, "other": code, "distance": distance}
        for rank, (code, distance) in enumerate(NEAR, start=1)
    ]
    traits = [
        {"level": "commune", "code": code, "massif": "alpes", "massif_share": 0.75}
        for code in (ROMANS, VALENCE)
    ]
    namesake = {"level": "epci", "code": ROMANS, "massif": "jura", "massif_share": 1.0}
    with edition_of(everybody()) as opened:
        with opened.file.connect() as connection:
            connection.execute(insert(schema.alike_territories), near)
            connection.execute(insert(schema.territory_traits), [*traits, namesake])
            connection.commit()
        yield opened


def commune(edition: OpenEdition, code: str) -> Territory:
    found = edition.gazetteer.get(TerritoryLevel.COMMUNE, code)
    assert found is not None
    return found


def alike(edition: OpenEdition, code: str, *chosen: str) -> AlikeTerritories:
    found = alike_of(edition, commune(edition, code), chosen)
    assert found is not None
    return found


def test_the_most_alike_come_first_with_what_they_are_like(edition: OpenEdition) -> None:
    found = alike(edition, ROMANS)

    assert not found.chosen
    assert found.codes == (VALENCE, SAINT_VALLIER, LYON)
    assert [one.distance for one in found.territories] == [0.2, 0.3, 0.7]
    (fact,) = found.territories[0].traits
    assert (fact.trait, fact.term, fact.share) == (PlaceTrait.MASSIF, Massif.ALPES, 0.75)
    assert found.territories[1].traits == ()
    assert len(found.territories) <= ALIKE


def test_those_chosen_take_their_place_and_the_others_are_proposed(edition: OpenEdition) -> None:
    found = alike(edition, ROMANS, PARIS, VALENCE)

    assert found.chosen
    assert found.codes == (PARIS, VALENCE)
    assert [one.distance for one in found.territories] == [None, 0.2]
    assert [one.territory.code for one in found.proposed] == [SAINT_VALLIER, LYON]


def test_a_territory_too_small_has_none_until_some_are_chosen(edition: OpenEdition) -> None:
    assert alike(edition, SAINT_VALLIER).territories == ()
    assert alike(edition, SAINT_VALLIER, LYON).codes == (LYON,)


@pytest.mark.parametrize("text", ["26281", "99999", "200068781", ",".join(map(str, range(21)))])
def test_what_cannot_be_compared_is_refused(edition: OpenEdition, text: str) -> None:
    with pytest.raises((BadParameter, NotFound)):
        chosen_codes(text, commune(edition, ROMANS), edition)


def test_codes_are_read_once_each(edition: OpenEdition) -> None:
    romans = commune(edition, ROMANS)

    assert chosen_codes(f"{LYON}, {PARIS},{LYON},", romans, edition) == (LYON, PARIS)
    assert chosen_codes("", romans, edition) == ()


def test_an_edition_written_before_has_none_and_is_read_all_the_same() -> None:
    with edition_of(everybody()) as older:
        with older.file.connect() as connection:
            connection.exec_driver_sql("DROP TABLE alike_territories")
            connection.commit()
        portrait = portrait_of(older, commune(older, ROMANS))

    assert portrait.alike is None
    assert portrait.figures.total.alike is None


def row_of(edition: OpenEdition, code: str, *chosen: str, value: str) -> FigureRow:
    figures = portrait_of(edition, commune(edition, code), chosen).figures
    return next(row for row in figures.kinds if row.value == value)


def test_what_no_source_covers_in_an_alike_territory_is_not_zero(edition: OpenEdition) -> None:
    actors = row_of(edition, ROMANS, value="ess_actor").alike
    poles = row_of(edition, ROMANS, value="ptce").alike

    assert actors is not None
    assert poles is not None
    # Saint-Vallier has none, in a département where some are known: that is told 0.
    assert actors.counts == (1, 0, 30)
    assert poles.counts == (None, None, None)
    assert poles.covered == 0


def test_a_middle_takes_five_that_are_covered(edition: OpenEdition) -> None:
    actors = row_of(edition, ROMANS, value="ess_actor").alike

    assert actors is not None
    assert actors.covered == 3 < LEAST_COVERED
    assert (actors.median_count, actors.median_rate, actors.standing) == (None, None, None)
