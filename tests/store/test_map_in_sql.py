"""The map draws whom a selection keeps and whom it leaves to call, by cell or by territory."""

from collections import Counter

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from territorial_map.domain.geo import Window
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.trade_question import TradeGroup, TradeQuestion
from tests.in_memory import BUILT_ON, edition_of
from tests.synthetic import organisations

windows = st.tuples(
    st.floats(-62, 56), st.floats(-62, 56), st.floats(-22, 51), st.floats(-22, 51)
).map(lambda t: Window(min(t[:2]), min(t[2:]), max(t[:2]), max(t[2:])))
trades = st.builds(
    lambda choices, text, window: Selection.of(choices, text=text, window=window),
    st.fixed_dictionaries(
        {"sector": st.just(["health"])}, optional={"kind": st.just(["ptce", "ess_actor"])}
    ),
    st.sampled_from(["", "", "esat nettoyage"]),
    st.none() | windows,
)
directories = st.integers(0, 8).flatmap(
    lambda n: st.tuples(*(organisations(f"synthetic:{i}") for i in range(n)))
)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(directories, trades, st.sampled_from([None, *TerritoryLevel]))
def test_a_map_draws_those_who_have_the_trade_and_those_to_call(
    directory: tuple[Organisation, ...], asked: Selection, level: TerritoryLevel | None
) -> None:
    with edition_of(directory) as edition:
        question = TradeQuestion.of(edition.resolve(asked))
        assume(question is not None)
        assert question is not None
        placed = [o for o in directory if o.place.point is not None]
        groups = Counter(question.group_of(o, BUILT_ON) for o in placed)
        drawn = edition.map_view(asked, 6, level)
        to_call = sum(c.to_call for c in drawn.clusters) + sum(p.to_call for p in drawn.pins)

        assert (drawn.total, drawn.unknown) == (
            groups[TradeGroup.KNOWN],
            groups[TradeGroup.UNKNOWN],
        )
        assert asked.window is not None or drawn.unknown == to_call
        assert all(sum(n for _, n in c.kinds) == c.count for c in drawn.clusters)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(directories, windows)
def test_a_territory_that_a_window_touches_is_counted_whole(
    directory: tuple[Organisation, ...], window: Window
) -> None:
    with edition_of(directory) as edition:
        drawn = edition.map_view(Selection.of({}, window=window), 6, TerritoryLevel.REGION)
        counts = {c.territory.code: c.count for c in drawn.clusters if c.territory}
        whole = edition.map_view(Selection.of({}), 6, TerritoryLevel.REGION)
        all_of = {c.territory.code: c.count for c in whole.clusters if c.territory}
        inside = edition.totals(Selection.of({}, window=window))[0]

    assert counts.items() <= all_of.items()
    assert drawn.total == inside
