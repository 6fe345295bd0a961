"""The orders of a list as SQL makes them: what was asked for first, then by name."""

from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from tests.in_memory import edition_of
from tests.synthetic import organisation

NAMES = ("Amis du lilas", "Lilas", "Lilas et roses", "Jardin synthétique")


def named(text: str, order: Order) -> list[str]:
    everyone = [organisation(f"synthetic:{n}", name=name) for n, name in enumerate(NAMES)]
    with edition_of(everyone) as edition:
        return [line.name for line in edition.page(Selection.of({}, text=text), order, 10).items]


def test_the_very_name_comes_first_then_the_likest_of_those_that_say_the_words() -> None:
    assert named("lilas", Order.RELEVANCE) == ["Lilas", "Lilas et roses", "Amis du lilas"]


def test_by_name_the_text_changes_no_order() -> None:
    assert named("lilas", Order.NAME) == ["Amis du lilas", "Lilas", "Lilas et roses"]
