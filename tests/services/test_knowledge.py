"""What the product knows is made once and passed down: two may live in one process."""

from dataclasses import replace

import pytest

from territorial_map.domain.knowledge import Knowledge
from territorial_map.domain.trades import Trades, TradeTable
from territorial_map.domain.vocabulary import PoolingCategory, Sector
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.reading import What
from territorial_map.services.partnerships.partners import Partners, partners_of

WHO = "synthetic:scop"


@pytest.fixture
def nearer(small_edition: OpenEdition, knowledge: Knowledge) -> OpenEdition:
    """The same edition, read with rules that ask every partner to be ten times nearer."""
    frames = {
        category: replace(frame, scale_km=frame.scale_km / 10)
        for category, frame in knowledge.pooling.frames.items()
    }
    rules = replace(knowledge.pooling, frames=frames)
    return OpenEdition(small_edition.file, replace(knowledge, pooling=rules))


def scores(found: Partners) -> dict[tuple[str, PoolingCategory], float]:
    return {(p.b.id, p.category): p.score or 0.0 for p in found.found}


def test_two_rule_books_answer_side_by_side(
    small_edition: OpenEdition, nearer: OpenEdition
) -> None:
    before = scores(partners_of(small_edition, WHO))
    told_nearer = scores(partners_of(nearer, WHO))
    after = scores(partners_of(small_edition, WHO))

    assert before
    assert before == after
    both = before.keys() & told_nearer.keys()
    assert both or len(told_nearer) < len(before)
    assert told_nearer != before
    assert not [pair for pair in both if told_nearer[pair] > before[pair]]


def test_the_names_of_practices_are_those_of_the_guide_that_was_handed_over(
    small_edition: OpenEdition, knowledge: Knowledge
) -> None:
    guide = knowledge.practices.catalogue
    renamed = replace(
        guide,
        practices=tuple(replace(p, title=f"Synthétique : {p.title}") for p in guide.practices),
    )
    library = replace(knowledge.practices, catalogue=renamed)
    other = OpenEdition(small_edition.file, replace(knowledge, practices=library))

    assert small_edition.names.practice("p27") == "Avoir recours aux ressources locales"
    assert other.names.practice("p27") == "Synthétique : Avoir recours aux ressources locales"


def test_two_tables_of_trades_understand_searches_side_by_side(
    small_edition: OpenEdition, knowledge: Knowledge
) -> None:
    """« Menuiserie » means craft by the project's table, and catering by a synthetic one."""
    (word,) = (w for w in knowledge.trades.words.words if w.words == "menuiserie*")
    words = TradeTable([replace(word, sectors=(Sector.CATERING,))])
    trades = Trades(words, knowledge.trades.codes)
    other = OpenEdition(small_edition.file, replace(knowledge, trades=trades))

    assert _meant("menuiserie", small_edition) == [Sector.INDUSTRY_CRAFT]
    assert _meant("menuiserie", other) == [Sector.CATERING]
    assert _meant("menuiserie", small_edition) == [Sector.INDUSTRY_CRAFT]


def _meant(text: str, edition: OpenEdition) -> list[Sector]:
    trades = edition.understood(text).of(What.TRADE)
    return [Sector(value) for part in trades for _, value in part.values]
