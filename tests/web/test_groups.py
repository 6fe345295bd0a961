"""Possible groups on screen: who, why each, on the map, into the group of a PTCE or a list."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import dismissal_of
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.partners import groups_of
from territorial_map.store.editions import EditionFile
from territorial_map.web.base.html import PAINTED
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Language
from territorial_map.web.pages.network.group_callbacks import groups_within
from territorial_map.web.pages.network.state import NetworkState
from territorial_map.web.pages.partners.group_callbacks import groups_around
from tests.known import KNOWLEDGE
from tests.synthetic_town import write_town
from tests.web.rendered import attributes, is_serialisable

TRAINING = PoolingCategory.TRAINING
FIRST = "synthetic:town00"
SHOWN = {"organisation": FIRST, "pooling": TRAINING.value}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenEdition]:
    folder: Path = write_town(tmp_path_factory.mktemp("town"))
    file = EditionFile(folder, (folder / "current").read_text().strip())
    yield OpenEdition(file, KNOWLEDGE)
    file.close()


def told(node: object) -> str:
    return " ".join(attributes(node, PAINTED)).replace("\u00a0", " ")


def test_a_group_says_who_how_far_and_why_none_is_superfluous(town: OpenEdition) -> None:
    part, lines = groups_around(town, SHOWN, frozenset(), PageState())
    (group, *_) = groups_of(town, FIRST, TRAINING)

    assert len(group.members) >= 3
    html = told(part)
    for member in group.members:
        assert html.count(member.name) >= 2  # among the members, and with why it is needed
    for words in (
        "à vol d’oiseau",
        "Pourquoi aucune n’est de trop",
        "tiendraient moins bien",
        "À demander :",
    ):
        assert words in html
    assert len(lines) == html.count('class="group-card"')


def test_every_action_names_all_the_members(town: OpenEdition) -> None:
    (group, *_) = groups_of(town, FIRST, TRAINING)
    ids = [member.id for member in group.members]

    html = told(groups_around(town, SHOWN, frozenset(), PageState())[0])

    assert f'data-group-gather="{chr(10).join(ids)}"' in html
    assert f'data-add-to-list="{" ".join(ids)}"' in html
    assert 'data-group-map="0"' in html


def test_what_the_map_draws_of_a_group_can_be_sent_to_a_browser(town: OpenEdition) -> None:
    _, (layers, *_) = groups_around(town, SHOWN, frozenset(), PageState())
    (group, *_) = groups_of(town, FIRST, TRAINING)

    points = [layer for layer in layers if type(layer).__name__ == "CircleMarker"]

    assert is_serialisable(layers)
    assert len(points) == len(group.members)


def test_a_category_without_groups_says_so(town: OpenEdition) -> None:
    shown = SHOWN | {"pooling": PoolingCategory.RESEARCH_INNOVATION.value}

    part, lines = groups_around(town, shown, frozenset(), PageState())

    assert "Aucun groupe de 3 organisations ou plus" in told(part)
    assert lines == []


def test_a_panel_without_partners_has_no_part_for_groups(town: OpenEdition) -> None:
    assert groups_around(town, SHOWN | {"pooling": None}, frozenset(), PageState()) == ([], [])


def test_a_pair_set_aside_holds_no_group_together(town: OpenEdition) -> None:
    others = [f"synthetic:town{n:02}" for n in range(1, 10)]
    aside = frozenset(dismissal_of(FIRST, other, TRAINING) for other in others)

    part, _ = groups_around(town, SHOWN, aside, PageState())

    assert "Aucun groupe" in told(part)


def test_a_territory_shows_groups_once_a_category_is_chosen(town: OpenEdition) -> None:
    place = PageState(Selection.of({"department": ["26"]}))

    asked = told(groups_within(town, NetworkState(place), frozenset()))
    found = told(groups_within(town, NetworkState(place, TRAINING), frozenset()))

    assert "Choisissez une catégorie" in asked
    assert 'class="group-card"' in found
    assert "&amp;pooling=training" in found


def test_a_network_around_one_shows_its_groups(town: OpenEdition) -> None:
    state = NetworkState(PageState(organisation=FIRST), TRAINING)

    assert 'class="group-card"' in told(groups_within(town, state, frozenset()))


def test_a_network_of_nowhere_shows_none(town: OpenEdition) -> None:
    assert groups_within(town, NetworkState(), frozenset()) == []


def test_groups_speak_english(town: OpenEdition) -> None:
    page = replace(PageState(), language=Language.ENGLISH)

    html = told(groups_around(town, SHOWN, frozenset(), page)[0])

    assert "Why none is superfluous" in html
    assert "as the crow flies" in html
