"""SQL keeps exactly what ``Selection.keeps`` defines, on generated directories and selections."""

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.edition import EditionReport
from territorial_map.domain.geo import Point, Window
from territorial_map.domain.listing import Order
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Around, Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.store.editions import EditionFile
from territorial_map.store.writer import write_edition
from tests.known import KNOWLEDGE
from tests.synthetic import PLACES, organisations

BUILT_ON = "2026-11-22"
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
    "siren": ["775544083"],
    "quality": ["complete", "partial"],
    "missing": ["contact", "fresh"],
    "practice": ["p27", "p27:partner_for", "p30:could_adopt"],
}
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
    st.sampled_from(["", "", "saint etienne", "regi", "oeuvre esat", "jardim", "775544083"]),
    st.none() | windows,
)
directories = st.integers(0, 8).flatmap(
    lambda n: st.tuples(*(organisations(f"synthetic:{i}") for i in range(n)))
)


def opened(directory: tuple[Organisation, ...], folder: str) -> OpenEdition:
    edition = write_edition(directory, PLACES, EditionReport(()), Path(folder), built_on=BUILT_ON)
    return OpenEdition(EditionFile(Path(folder), edition.id), KNOWLEDGE)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(directories, st.lists(selections, min_size=1, max_size=4))
def test_sql_agrees_with_the_definition(
    directory: tuple[Organisation, ...], asked: list[Selection]
) -> None:
    with TemporaryDirectory() as folder:
        edition = opened(directory, folder)
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
            assert drawn.total == total - unlocated
        edition.file.close()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(directories, selections)
def test_facets_count_each_filter_without_its_own_choice(
    directory: tuple[Organisation, ...], unresolved: Selection
) -> None:
    with TemporaryDirectory() as folder:
        edition = opened(directory, folder)
        selection = edition.resolve(unresolved)

        total, facets = edition.facets(selection)

        assert total == sum(selection.keeps(o, BUILT_ON) for o in directory)
        for name, values in facets.items():
            others = edition.resolve(selection.choosing(name, ()))
            for value in values:
                expected = sum(
                    others.keeps(o, BUILT_ON)
                    and value.value in BY_NAME[name].values_on(o, BUILT_ON)
                    for o in directory
                )
                assert value.count == expected
        edition.file.close()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(directories, circles)
def test_a_list_around_a_place_goes_from_near_to_far(
    directory: tuple[Organisation, ...], around: Around
) -> None:
    with TemporaryDirectory() as folder:
        edition = opened(directory, folder)
        lines = list(edition.stream(Selection.of({}, around=around), Order.DISTANCE))
        distances = [line.distance_km or 0.0 for line in lines]

        assert all(near <= far for near, far in pairwise(distances))
        edition.file.close()
