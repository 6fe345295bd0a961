"""Acronyms in all their writings, on the default edition: one list in a search, one match."""

from collections.abc import Iterator

import pytest

from territorial_map.domain.listing import Order
from territorial_map.domain.matching.list_row import Given
from territorial_map.domain.matching.terms import MatchVerdict
from territorial_map.domain.selection import Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.typed import Typed
from territorial_map.services.matching.matcher import match_rows
from territorial_map.store.editions import EditionFile
from territorial_map.store.pointers import current_id
from tests.browser.conftest import default_edition
from tests.known import KNOWLEDGE
from tests.once import folder_of_the_run, made_once

pytestmark = pytest.mark.edition
LADAPT = [
    *("ladapt", "LADAPT", "l'adapt", "L’ADAPT", "l adapt", "L.A.D.A.P.T.", "L.A.D.A.P.T"),
    *("l a d a p t", "L A D A P T", "l. a. d. a. p. t.", "L'A.D.A.P.T."),
]
SEARCHES = {
    "LADAPT": LADAPT,
    "APF": ["apf", "A.P.F.", "a.p.f", "A P F", "a p f", "a. p. f.", "A-P-F"],
    "l’ADAPEI": ["l'adapei", "L.A.D.A.P.E.I.", "L’A.D.A.P.E.I.", "LADAPEI", "L A D A P E I"],
    "ESAT": ["esat", "E.S.A.T.", "E S A T", "e s a t", "e. s. a. t."],
    "EA": ["ea", "E.A.", "E.A", "E A", "E. A."],
    "ESAT LADAPT Viriat": ["e.s.a.t. l.a.d.a.p.t. viriat", "esat l'adapt viriat"],
    "l’Arche": ["l'arche", "l arche", "L’ARCHE", "arche"],
}


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[OpenEdition]:
    """The project's own tables, built once for all workers."""
    folder = made_once(
        folder_of_the_run(tmp_path_factory, worker_id) / "default-editions", default_edition
    )
    file = EditionFile(folder, current_id(folder) or "")
    yield OpenEdition(file, KNOWLEDGE)
    file.close()


def found(edition: OpenEdition, text: str) -> frozenset[str]:
    """The ids of all whom a typed text finds."""
    selection = edition.resolve(Selection.of({}, text=text))
    return frozenset(line.id for line in edition.stream(selection, Order.NAME))


@pytest.mark.parametrize("name", SEARCHES)
def test_every_writing_of_an_acronym_finds_the_same_list(edition: OpenEdition, name: str) -> None:
    expected = found(edition, name)

    assert expected
    assert {text: found(edition, text) == expected for text in SEARCHES[name]} == dict.fromkeys(
        SEARCHES[name], True
    )


def test_a_name_with_its_article_finds_its_bearers_and_no_more(edition: OpenEdition) -> None:
    names = [
        line.name
        for line in edition.stream(edition.resolve(Selection.of({}, text="l’adapt")), Order.NAME)
    ]

    assert len(names) == 12
    assert all("ADAPT" in name for name in names)


@pytest.mark.parametrize("name", [*LADAPT, "ADAPT", "E.S.A.T. L.A.D.A.P.T.", "CAT L A D A P T"])
def test_every_writing_of_a_name_is_matched(edition: OpenEdition, name: str) -> None:
    [decision] = match_rows(edition, [Given(2, name=name, city="Viriat")], KNOWLEDGE.matching)

    assert (decision.verdict, decision.id) == (MatchVerdict.FOUND, "finess:010005288")


@pytest.mark.parametrize("name", ["ESAT L’Arche", "ESAT Arche", "ESAT LARCHE"])
def test_an_article_makes_no_other_name(edition: OpenEdition, name: str) -> None:
    [decision] = match_rows(edition, [Given(2, name=name, city="Compiègne")], KNOWLEDGE.matching)

    assert decision.candidates[0].id == "finess:600112296"


def test_a_closed_up_acronym_is_told_as_it_was_typed() -> None:
    typed = Typed.of("esat A P F l'adapt Nantes")

    assert typed.folded == ("esat", "apf", "ladapt", "nantes")
    assert [typed.told([span]) for span, _ in typed.phrases() if span.length == 1] == [
        "esat",
        "A P F",
        "l'adapt",
        "Nantes",
    ]
