"""Links of a directory: the build and the open edition say the same, and only what is known."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from territorial_map.domain.edition import EditionReport
from territorial_map.domain.geo import Point
from territorial_map.domain.knowledge import Knowledge
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.practices.surroundings import UNKNOWN_SURROUNDINGS
from territorial_map.domain.practices.tags import tags_of
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.vocabulary import Device, Kind, Located
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.practices.concerned_practices import (
    by_theme,
    practices_of,
    standing_for,
)
from territorial_map.services.practices.linking import link_directory
from territorial_map.store.editions import EditionFile
from territorial_map.store.writer import write_edition
from tests.known import KNOWLEDGE
from tests.synthetic import PLACES, organisation, organisations, place

ROMANS = Around(Point(5.05, 45.04), 5)


def _in_the_drome(one: Organisation, point: Point) -> Organisation:
    """The same organisation near the others, if it is anywhere."""
    if one.place.point is None:
        return one
    return replace(one, place=replace(one.place, point=point))


neighbours = st.lists(
    st.builds(
        _in_the_drome,
        organisations(),
        st.builds(Point, st.floats(4.9, 5.9), st.floats(44.9, 45.4)),
    ),
    max_size=8,
).map(lambda found: [_renamed(one, rank) for rank, one in enumerate(found)])


def _renamed(one: Organisation, rank: int) -> Organisation:
    identity = f"synthetic:{rank}"
    return replace(one, id=identity, sources=(replace(one.sources[0], id=identity),))


def opened(directory: tuple[Organisation, ...], folder: str | Path) -> OpenEdition:
    report = EditionReport(())
    edition = write_edition(directory, PLACES, report, Path(folder), built_on="2026-11-22")
    return OpenEdition(EditionFile(Path(folder), edition.id), KNOWLEDGE)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(neighbours)
def test_what_the_build_keeps_is_what_the_edition_answers(
    knowledge: Knowledge, directory: list[Organisation]
) -> None:
    linked = link_directory(directory, knowledge.practices)

    with TemporaryDirectory() as folder:
        edition = opened(linked, folder)
        asked = [practices_of(edition, knowledge.practices, one.id) for one in linked]
        edition.file.close()

    assert [tags_of(each.links) for each in asked] == [one.practices for one in linked]


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(neighbours)
def test_linking_twice_is_linking_once(knowledge: Knowledge, directory: list[Organisation]) -> None:
    once = link_directory(directory, knowledge.practices)

    assert link_directory(once, knowledge.practices) == once


def test_suppliers_near_are_named_nearest_first_each_person_once(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    sheltered = {"kind": Kind.SHELTERED_SUPPLIER, "devices": (Device.ESAT,)}
    sites = {"siren": "775544083", **sheltered}
    directory = (
        organisation("synthetic:a", siren="807469317"),
        organisation("synthetic:b", name="Loin", place=place(5.3), **sites),
        organisation("synthetic:c", name="Près", place=place(5.1), **sites),
        organisation("synthetic:d", name="Ailleurs", place=place(5.2), **sheltered),
    )
    edition = opened(directory, tmp_path)

    found = practices_of(edition, knowledge.practices, "synthetic:a").surroundings
    edition.file.close()

    assert [near.name for near in found.suppliers or ()] == ["Près", "Ailleurs"]
    assert found.supplier_count == 2


def test_the_sites_of_ones_own_person_are_no_neighbours(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    site = {"siren": "775544083", "kind": Kind.SHELTERED_SUPPLIER, "devices": (Device.ESAT,)}
    directory = (organisation("synthetic:a", **site), organisation("synthetic:b", **site))
    edition = opened(directory, tmp_path)

    found = practices_of(edition, knowledge.practices, "synthetic:a").surroundings
    edition.file.close()

    assert (found.suppliers, found.supplier_count, found.peers) == (None, None, None)


def test_between_middles_of_one_commune_no_distance_is_told(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    middle = replace(place(), located=Located.COMMUNE)
    directory = (
        organisation("synthetic:a", place=middle),
        organisation("synthetic:b", place=middle, devices=(Device.ESAT,)),
    )
    edition = opened(directory, tmp_path)

    (supplier,) = (
        practices_of(edition, knowledge.practices, "synthetic:a").surroundings.suppliers or ()
    )
    edition.file.close()

    assert supplier.distance_km is None


def test_an_organisation_without_a_position_is_told_nothing_of_its_territory(
    knowledge: Knowledge, small_edition: OpenEdition
) -> None:
    concerned = practices_of(small_edition, knowledge.practices, "synthetic:no-commune")

    assert concerned.surroundings == UNKNOWN_SURROUNDINGS


def test_those_who_stand_for_a_practice_are_found_near_a_place(small_edition: OpenEdition) -> None:
    selection = standing_for("p30", ROMANS, [Role.EMBODIES])

    found = {one.id for one in small_edition.organisations(selection)}

    assert found == {"synthetic:lieu"}


def test_every_link_stands_under_one_theme(
    knowledge: Knowledge, small_edition: OpenEdition
) -> None:
    links = practices_of(small_edition, knowledge.practices, "synthetic:scop").links

    themes = by_theme(links, knowledge.practices)
    grouped = [link for theme in themes for link in theme.links]

    assert sorted(link.practice_id for link in grouped) == sorted(
        each.practice_id for each in links
    )
    assert [each.theme.number for each in themes] == sorted({t.theme.number for t in themes})


def test_a_practice_narrows_the_directory_like_any_filter(small_edition: OpenEdition) -> None:
    total, facets = small_edition.facets(Selection.of({"practice": ["p27:partner_for"]}))
    counted = {value.value: value for value in facets["practice"]}

    assert total == 8
    assert counted["p27"].name == "Avoir recours aux ressources locales"
    assert len(counted) == 50


def test_a_reason_says_how_far_near_is(knowledge: Knowledge, small_edition: OpenEdition) -> None:
    links = practices_of(small_edition, knowledge.practices, "synthetic:scop").links
    (told,) = [
        reason.sentence.fr
        for link in links
        if link.practice_id == "p27"
        for reason in link.reasons
        if reason.criterion == "suppliers_near"
    ]

    assert "(30\u00a0km au plus, à vol d’oiseau)\u00a0: Atelier synthétique du Vercors 2" in told
