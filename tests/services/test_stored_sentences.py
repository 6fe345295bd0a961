"""What an edition says in French is told in English, whatever its builders wrote."""

import re
from string import Formatter

import pytest

from territorial_map.domain.language.languages import Language
from territorial_map.domain.vocabulary import LegalForm
from territorial_map.ingest.status.assess import status_of_form
from territorial_map.services.stored_sentences import patterns, stored_in_words
from territorial_map.services.texts import Texts

ENGLISH, FRENCH = Texts(Language.ENGLISH), Texts(Language.FRENCH)
ACCENTED = re.compile(r"\b(?:est|les|des|une|dont|sa|son|qui|pas)\b")


def fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


def test_every_pattern_keeps_its_fields_and_is_in_english() -> None:
    pairs = patterns()

    assert len(pairs) > 60
    assert [
        (french, english) for french, english in pairs if fields(french) != fields(english)
    ] == []
    assert [english for _, english in pairs if ACCENTED.search(english)] == []
    assert len({french for french, _ in pairs}) == len(pairs)


@pytest.mark.parametrize("form", LegalForm)
def test_the_status_that_a_form_gives_is_told_in_english(form: LegalForm) -> None:
    told = stored_in_words(status_of_form(form, "").ess_evidence, ENGLISH)

    assert ACCENTED.search(told) is None


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        ("Mot du nom\u00a0: «\u00a0ménage\u00a0».", "Word of the name: “ménage”."),
        (
            (
                "Les deux sources diffèrent : celle de Pages publiques est gardée, elle situe "
                "l’organisation plus précisément."
            ),
            (
                "The two sources differ: that of Public pages is kept, it places the organisation "
                "more precisely."
            ),
        ),
        (
            "Complété par fusion. Même SIRET et dispositifs compatibles.",
            "Completed by merging. Same SIRET and compatible schemes.",
        ),
        (
            "SIREN lu sur un autre établissement du même gestionnaire (finess-ej:1).",
            "SIREN read on another establishment of the same manager (finess-ej:1).",
        ),
    ],
)
def test_what_a_sentence_holds_is_told_with_it(stored: str, told: str) -> None:
    assert stored_in_words(stored, ENGLISH) == told
    assert stored_in_words(stored, FRENCH) == stored


def test_a_sentence_of_no_pattern_stays_as_it_is_written() -> None:
    assert stored_in_words("Une phrase nouvelle.", ENGLISH) == "Une phrase nouvelle."
