"""SQL keeps exactly what ``Selection.keeps`` defines, on generated directories and selections."""

import math
from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.geo import Point, Window
from territorial_map.domain.listing import Order
from territorial_map.domain.meaning import TextMeaning, TextPart
from territorial_map.domain.organisation import Organisation, SectorClaim
from territorial_map.domain.selection import MAX_RADIUS_KM, Around, Selection
from territorial_map.domain.trade_question import TradeCounts, TradeGroup, TradeQuestion
from territorial_map.domain.vocabulary import Sector, SectorOrigin
from territorial_map.queries.conditions import distance_column, place_and_text
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.trade_counts import (
    facets_with_unknown,
    trade_counts,
)
from territorial_map.services.explore.trade_groups import TradeGroups, trade_groups
from tests.in_memory import BUILT_ON, edition_of
from tests.synthetic import organisation, organisations, place

VALUES = {
    "kind": ["ptce", "ess_actor"],
    "device": ["esat", "aci"],
    "sector": ["health", "unknown"],
    "place_type": ["fablab"],
    "partner_type": ["research"],
    "legal_family": ["cooperative", "unknown"],
    "department": ["26", "974"],
    "epci": ["200068781"],
    "commune": ["97411"],
    "located": ["address", "department"],
    "qpv": ["inside", "outside", "unknown"],
    "density": ["4", "7"],
    "programme": ["villages_avenir"],
    "employment_zone": ["8431"],
    "living_area": ["26281"],
    "siren": ["775544083"],
    "quality": ["complete", "partial"],
    "missing": ["contact", "fresh"],
    "practice": ["p27", "p27:partner_for", "p30:could_adopt"],
}
_POINTS = st.builds(Point, st.floats(-62, 56), st.floats(-22, 51))
windows = st.tuples(
    st.floats(-62, 56), st.floats(-62, 56), st.floats(-22, 51), st.floats(-22, 51)
).map(lambda t: Window(min(t[:2]), min(t[2:]), max(t[:2]), max(t[2:])))
circles = st.builds(
    Around, st.builds(Point, st.floats(-62, 56), st.floats(-22, 51)), st.floats(1, 1000)
)
selections = st.builds(
    lambda choices, around, text, window: Selection.of(
        choices, around=around, text=text, window=window
    ),
    st.fixed_dictionaries(
        {}, optional={n: st.lists(st.sampled_from(v)) for n, v in VALUES.items()}
    ),
    st.none() | circles,
    st.sampled_from(
        [
            *("", "", "saint etienne", "regi", "oeuvre esat", "jardim", "775544083"),
            *(
                "nettoyage",
                "esat nettoyage",
                "esat romans",
                "jardin",
                "atelier drome",
                "rna W263001234",
            ),
            *("tiers lieu la reunion", "regie de quartier 40 km romans", "scic ou esat"),
        ]
    ),
    st.none() | windows,
)
directories = st.integers(0, 8).flatmap(
    lambda n: st.tuples(*(organisations(f"synthetic:{i}") for i in range(n)))
)


def _drawn_as_known(directory: tuple[Organisation, ...], selection: Selection) -> int:
    """How many a map counts: where a trade is asked for, those who have it; « à appeler » apart."""
    question = TradeQuestion.of(selection)
    located = [o for o in directory if o.place.point is not None]
    if question is None:
        return sum(selection.keeps(o, BUILT_ON) for o in located)
    return sum(question.group_of(o, BUILT_ON) is TradeGroup.KNOWN for o in located)


def test_not_recorded_asked_for_beside_a_trade_is_told_apart_on_the_map() -> None:
    health = (SectorClaim(Sector.HEALTH, SectorOrigin.DECLARED, "soins"),)
    directory = (organisation("synthetic:1", sectors=health), organisation("synthetic:2"))
    both = Selection.of({"sector": ["health", "unknown"]})

    with edition_of(directory) as edition:
        drawn = edition.map_view(both, 6)

        assert edition.totals(both) == (2, 0)
        assert (drawn.total, drawn.unknown) == (1, 1) == (_drawn_as_known(directory, both), 1)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(directories, st.lists(selections, min_size=1, max_size=4))
def test_sql_agrees_with_the_definition(
    directory: tuple[Organisation, ...], asked: list[Selection]
) -> None:
    assert asked
    with edition_of(directory) as edition:
        for unresolved in asked:
            selection = edition.resolve(unresolved)
            expected = {o.id for o in directory if selection.keeps(o, BUILT_ON)}

            listed = {item.id for item in edition.stream(selection, Order.NAME)}
            folded = [i.id for i in edition.stream(selection, Order.NAME, by_person=True)]
            total, unlocated = edition.totals(selection)
            drawn = edition.map_view(selection, 6)

            assert listed == expected
            assert sorted(folded) == sorted(expected)
            assert total == len(expected)
            assert drawn.total == _drawn_as_known(directory, selection)
            assert unlocated == sum(o.place.point is None for o in directory if o.id in expected)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(directories, selections)
def test_facets_count_each_filter_without_its_own_choice(
    directory: tuple[Organisation, ...], unresolved: Selection
) -> None:
    with edition_of(directory) as edition:
        selection = edition.resolve(unresolved)

        total, facets = edition.facets(selection)

        assert total == sum(selection.keeps(o, BUILT_ON) for o in directory)
        assert {"kind", "device", "department", "located", "practice"} <= facets.keys()
        for name, values in facets.items():
            others = edition.resolve(selection.choosing(name, ()))
            kept = [o for o in directory if others.keeps(o, BUILT_ON)]
            told = Counter(v for o in kept for v in set(BY_NAME[name].values_on(o, BUILT_ON)))
            plain = {v: n for v, n in told.items() if ":" not in v}  # a practice, in any role
            assert {value.value: value.count for value in values if value.count} == plain


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(directories, circles)
def test_a_list_around_a_place_goes_from_near_to_far(
    directory: tuple[Organisation, ...], around: Around
) -> None:
    with edition_of(directory) as edition:
        lines = list(edition.stream(Selection.of({}, around=around), Order.DISTANCE))
        assert [line.distance_km for line in lines] == sorted(line.distance_km for line in lines)  # type: ignore[type-var] # each has one


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(_POINTS, _POINTS)
def test_sql_keeps_who_stands_exactly_on_the_circle(centre: Point, where: Point) -> None:
    there = organisation(place=replace(place(), point=where))
    with edition_of([there]) as edition:
        with edition.file.connect() as connection:
            apart = float(connection.scalar(select(distance_column(centre))) or 0)
        assume(0 < apart <= MAX_RADIUS_KM)
        on, under = (
            [line.id for line in edition.stream(Selection.of({}, around=circle), Order.NAME)]
            for circle in (Around(centre, apart), Around(centre, math.nextafter(apart, 0)))
        )

    assert on == [there.id]
    assert under == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(directories, selections, st.sampled_from(Order), st.integers(1, 4), st.integers(0, 9))
def test_a_page_is_a_slice_of_the_list(
    directory: tuple[Organisation, ...], asked: Selection, order: Order, limit: int, offset: int
) -> None:
    with edition_of(directory) as edition:
        whole = tuple(edition.stream(asked, order))
        page = edition.page(asked, order, limit, offset)

    assert page.items == whole[offset : offset + limit]
    assert page.total == len(whole)


def test_a_question_that_nobody_answers_costs_as_little_whatever_its_words() -> None:
    asked: list[str] = []
    texts = ("zzqxabc", " ".join(f"zzqxab{letter}" for letter in "abcdefghijklmnopqrstuvwxy"))
    with edition_of([organisation()]) as edition:
        edition.page(Selection.of({}, text="atelier zzqxabd"), Order.RELEVANCE, 20)
        event.listen(edition.file.engine, "before_cursor_execute", lambda *_: asked.append(_[2]))
        costs = []
        for text in texts:
            page = edition.page(Selection.of({}, text=text), Order.RELEVANCE, 20)
            costs.append((len(asked), page.total))
            asked.clear()

    assert costs == [(2, 0), (2, 0)]


def test_a_word_that_no_organisation_bears_looks_at_no_row() -> None:
    known, unknown = frozenset({"atelier"}), frozenset[str]()
    asked = Selection.of({}, text="atelier xyzzyplugh")

    def condition(*sets: frozenset[str]) -> str:
        meaning = TextMeaning((TextPart(words=sets),))
        return str(place_and_text(replace(asked, meaning=meaning)))

    assert condition(known, unknown) == "false"
    assert condition(known, known).count("words") == 1, "a repeated word is looked for once"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(directories, selections)
def test_a_trade_asked_for_parts_the_rest_of_the_question_in_three(
    directory: tuple[Organisation, ...], unresolved: Selection
) -> None:
    with edition_of(directory) as edition:
        selection = edition.resolve(unresolved)
        question = TradeQuestion.of(selection)
        counts = trade_counts(edition, unresolved)
        assert (question is None) == (counts is None)
        if question is None or counts is None:
            return
        groups = Counter(question.group_of(o, BUILT_ON) for o in directory)
        whole = [o for o in directory if question.whole.keeps(o, BUILT_ON)]
        told = (counts.known, counts.unknown, counts.other)
        total, beside = facets_with_unknown(edition, unresolved)

        assert told == tuple(groups[group] for group in TradeGroup)
        calls = groups_of(edition, unresolved, len(directory))
        silent = [o for o in directory if question.group_of(o, BUILT_ON) is TradeGroup.UNKNOWN]
        phones = [o.phone for o in silent if o.phone]
        assert sorted(one.id for one in calls.to_call) == sorted(o.id for o in silent)
        assert [bool(one.phone) for one in calls.to_call] == sorted(
            (bool(o.phone) for o in silent), reverse=True
        )
        assert (calls.numbers, calls.without_phone) == (
            len(set(phones)),
            len(silent) - len(phones),
        )
        assert not (counts.known and calls.nearest)
        assert sum(told) == len(whole) == len(list(edition.stream(question.whole, Order.NAME)))
        assert total == edition.totals(selection)[0]
        assert {value.value for value in beside["sector"]} > {"unknown"}
        assert beside.keys() > {"kind", "sector", "device"}
        assert all(value.unknown is None for value in beside["sector"])
        for name in beside.keys() - {"sector"}:
            looser = TradeQuestion.of(edition.resolve(selection.choosing(name, ())))
            assert looser is not None
            left = [o for o in directory if looser.group_of(o, BUILT_ON) is TradeGroup.UNKNOWN]
            seen = Counter(v for o in left for v in set(BY_NAME[name].values_on(o, BUILT_ON)))
            plain = {v: n for v, n in seen.items() if ":" not in v}
            assert {v.value: v.unknown for v in beside[name] if v.unknown} == plain


def test_who_says_the_trade_in_a_name_is_known_and_not_to_call_again() -> None:
    says = organisation("synthetic:says", name="Jardin synthétique")
    silent = organisation("synthetic:silent", name="Atelier synthétique", sectors=())
    asked = Selection.of({}, text="jardin")
    with edition_of([replace(says, sectors=()), silent]) as edition:
        counts = trade_counts(edition, asked)
        _, beside = facets_with_unknown(edition, asked)

    assert counts == TradeCounts(known=1, unknown=1, other=0)
    kinds = {v.value: (v.count, v.unknown) for v in beside["kind"] if v.unknown}
    assert kinds == {silent.kind.value: (1, 1)}


def groups_of(edition: OpenEdition, selection: Selection, limit: int = 10) -> TradeGroups:
    counts = trade_counts(edition, selection)
    assert counts is not None
    return trade_groups(edition, selection, counts, Order.NAME, limit)


def test_those_to_call_come_by_phone_and_those_of_one_number_together() -> None:
    def silent(name: str, phone: str | None) -> Organisation:
        one = organisation(f"synthetic:{name}", name=f"{name} synthétique", sectors=())
        return replace(one, phone=phone)

    directory = (
        *(silent("alpha", None), silent("bravo", "0475000001"), silent("charlie", "0475000002")),
        silent("delta", "0475000001"),
    )
    with edition_of(directory) as edition:
        calls = groups_of(edition, Selection.of({"sector": ["textile"]}))
        first = groups_of(edition, Selection.of({"sector": ["textile"]}), 1)

    assert calls.counts == TradeCounts(known=0, unknown=4, other=0)
    told = [one.id.removeprefix("synthetic:") for one in calls.to_call]
    assert told == ["bravo", "delta", "charlie", "alpha"]
    assert (calls.numbers, calls.without_phone) == (2, 1)
    assert [one.id for one in first.to_call] == ["synthetic:bravo"]


def test_the_nearest_known_are_told_where_the_place_asked_for_has_none() -> None:
    here = organisation("synthetic:here", name="Ici synthétique", sectors=())
    far = organisation(
        "synthetic:far",
        name="Loin synthétique",
        place=place(6.0, 45.9),
        sectors=(SectorClaim(Sector.TEXTILE, SectorOrigin.DECLARED, "textile"),),
    )
    asked = Selection.of({"sector": ["textile"]})
    around = replace(asked, around=Around(Point(5.05, 45.04), 10))
    with edition_of([here, far]) as edition:
        nowhere = groups_of(edition, asked)
        near = groups_of(edition, around)

    assert (nowhere.counts.known, nowhere.nearest) == (1, ())
    assert (near.counts.known, [one.id for one in near.nearest]) == (0, [far.id])
    assert near.nearest[0].distance_km is not None
    assert near.nearest[0].distance_km > 100
