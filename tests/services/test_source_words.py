"""The names of sources in English: every one that is words has its translation."""

from territorial_map.domain.language.languages import Language
from territorial_map.services.source_words import SOURCE_NAMES, source_in_words
from territorial_map.services.texts import Texts

ENGLISH, FRANCE = Texts(Language.ENGLISH), Texts(Language.FRENCH)


def test_every_source_of_the_list_is_told_in_english() -> None:
    left = [name for name in SOURCE_NAMES if source_in_words(name, ENGLISH) == name]

    assert len(SOURCE_NAMES) > 10
    assert left == []


def test_sources_told_together_keep_their_joints_and_straight_apostrophes_are_read() -> None:
    told = "Plateforme de l'inclusion + FINESS, via un dépôt"

    assert source_in_words(told, ENGLISH) == "Inclusion platform + FINESS, via un dépôt"
    assert source_in_words(told, FRANCE) == told


def test_a_name_that_is_no_words_stays_as_it_is() -> None:
    assert source_in_words("data·inclusion", ENGLISH) == "data·inclusion"
