"""Columns answer what statements answer, on generated directories and selections."""

from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from territorial_map.api.models.drawn import map_features
from territorial_map.domain.geo import Point, Window
from territorial_map.domain.listing import MapView, Order
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.queries.maps import MOST_CELLS
from territorial_map.services.explore.column_answers import ColumnAnswers
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.statement_answers import StatementAnswers
from territorial_map.services.explore.trade_counts import facets_with_unknown, trade_counts
from territorial_map.store.editions import EditionFile
from territorial_map.store.pointers import current_id
from tests.in_memory import BUILT_ON, both_of, edition_of
from tests.known import KNOWLEDGE
from tests.store.test_selection_in_sql import VALUES, directories, selections
from tests.synthetic import organisation, place

_radii, _degrees = st.floats(1, 900), st.floats(0.01, 9)
_zooms = st.sampled_from([*range(0, 19, 3), 17])
_points = st.builds(Point, st.floats(-62, 56), st.floats(-22, 51))


def drawn(
    edition: OpenEdition, asked: Selection, zoom: int, level: TerritoryLevel | None
) -> MapView:
    """A map whose means are rounded: sums of floats depend on who adds them."""
    view = edition.map_view(asked, zoom, level)
    clusters = (
        replace(c, point=Point(round(c.point.lon, 9), round(c.point.lat, 9))) for c in view.clusters
    )
    return replace(view, clusters=tuple(clusters))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    directories,
    st.lists(
        st.tuples(selections, st.sampled_from([*range(0, 19, 3), 17])), min_size=1, max_size=3
    ),
    st.integers(1, 4),
    st.integers(0, 5),
    _points,
)
def test_columns_answer_what_statements_do(
    directory: tuple[Organisation, ...],
    several: list[tuple[Selection, int]],
    limit: int,
    offset: int,
    point: Point,
) -> None:
    assert several
    with both_of(directory) as (told, fast):
        for asked, zoom in several:
            selection = told.resolve(asked)
            kept = {o.id for o in directory if selection.keeps(o, BUILT_ON)}

            assert fast.resolve(asked).meaning == selection.meaning
            assert fast.totals(selection) == told.totals(selection)
            assert fast.totals(selection)[0] == len(kept)
            assert facets_with_unknown(fast, selection) == facets_with_unknown(told, selection)
            assert trade_counts(fast, selection) == trade_counts(told, selection)
            for order in Order:
                whole = told.page(asked, order, len(directory) + 1)
                page = fast.page(asked, order, limit, offset)
                assert page.items == whole.items[offset : offset + limit]
            for level in (None, *TerritoryLevel):
                assert drawn(fast, asked, zoom, level) == drawn(told, asked, zoom, level)
        for person in {o.person_key for o in directory[:2]} | {"nobody"}:
            assert fast.nearest(point, person, limit) == told.nearest(point, person, limit)


few_filters = st.builds(
    lambda choices, around, text, window: Selection.of(
        choices, around=around, text=text, window=window
    ),
    st.lists(st.sampled_from(sorted(VALUES)), max_size=1).flatmap(
        lambda names: st.fixed_dictionaries({n: st.sets(st.sampled_from(VALUES[n])) for n in names})
    ),
    st.none() | st.builds(Around, st.builds(Point, st.just(5.05), st.just(45.04)), _radii),
    st.sampled_from(["", "", "esat", "jardin", "association", "regie de quartier", "synthetqiue"]),
    st.none() | st.builds(lambda a, b: Window(5 - a, 45 - b, 5 + a, 45 + b), _degrees, _degrees),
)


@pytest.fixture(scope="module")
def pair(small_editions: Path) -> tuple[OpenEdition, OpenEdition]:
    """The small edition twice, of real organisations: by statements, and by its columns."""
    file = EditionFile(small_editions, current_id(small_editions) or "")
    told, fast = OpenEdition(file, KNOWLEDGE), OpenEdition(file, KNOWLEDGE)
    told.answers = StatementAnswers(file)
    assert isinstance(fast.answers, ColumnAnswers)
    return told, fast


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(few_filters, st.sampled_from(Order), _zooms, st.sampled_from([None, *TerritoryLevel]))
def test_columns_answer_what_statements_do_of_many_organisations(
    pair: tuple[OpenEdition, OpenEdition],
    asked: Selection,
    order: Order,
    zoom: int,
    level: TerritoryLevel | None,
) -> None:
    told, fast = pair

    assert fast.page(asked, order, 20, 3) == told.page(asked, order, 20, 3)
    assert fast.facets(asked) == told.facets(asked)
    assert drawn(fast, asked, zoom, level) == drawn(told, asked, zoom, level)


def test_a_person_of_many_sites_hides_nobody_near() -> None:
    sites = [
        organisation(f"synthetic:{n:02}", siren="775544083", place=place(5.0 + n / 1000))
        for n in range(30)
    ]
    other = organisation("synthetic:other", place=place(6.0))
    with edition_of([*sites, other], columns=True) as fast:
        found = fast.nearest(Point(5.0, 45.04), sites[0].person_key, 2)

    assert [line.id for line in found] == [other.id]


@pytest.mark.parametrize("text", ["", "synthétique", "synthetqiue", "esat romans"])
def test_no_statement_is_run_for_a_map_a_list_counts_or_a_search(text: str) -> None:
    asked: list[str] = []
    selection = Selection.of({"kind": ["ess_actor"]}, text=text)
    with edition_of([organisation(), organisation("synthetic:2")], columns=True) as fast:
        event.listen(fast.file.engine, "before_cursor_execute", lambda *_: asked.append(_[2]))

        page = fast.page(selection, Order.RELEVANCE, 20)
        fast.facets(selection)
        fast.map_view(selection, 9)
        fast.map_view(selection, 6, TerritoryLevel.REGION)
        fast.nearest(Point(5.0, 45.0), "nobody", 8)

    assert page.total or text == "esat romans"
    assert asked == []


def test_a_map_has_few_cells_however_wide_its_window() -> None:
    """Sites one kilometre apart, seen at the zoom of a street: cells grow until there are few."""
    sites = [
        organisation(f"synthetic:{n:03}", place=place(2 + n % 18 / 80, 45 + n // 18 / 110))
        for n in range(324)
    ]
    with both_of(sites) as (told, fast):
        for edition in (told, fast):
            view = edition.map_view(Selection.of({}), 18)
            features = map_features(view, edition.edition, [])

            assert view.total == len(sites)
            assert 50 < len(features["features"]) <= MOST_CELLS
            assert len(orjson.dumps(features, option=orjson.OPT_NON_STR_KEYS)) <= 60_000
        assert drawn(fast, Selection.of({}), 18, None) == drawn(told, Selection.of({}), 18, None)
