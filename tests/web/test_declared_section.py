"""Declared needs and offers on the page of their organisation, in lists, API, files, features."""

from dataclasses import replace

import pytest

from territorial_map.api.models.sheets import organisation_sheet
from territorial_map.domain.declared import Declared
from territorial_map.domain.language.languages import Language
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.explore.sheets import sheet_of
from territorial_map.services.export.columns import COLUMNS, READERS
from territorial_map.services.open_data.columns import values_of
from territorial_map.services.texts import Texts
from territorial_map.web.base.html import to_html
from territorial_map.web.base.organisation_line import Way, organisation_line
from territorial_map.web.base.state import PageState
from territorial_map.web.pages.organisation.context import Context
from territorial_map.web.pages.organisation.declared import declared_section
from tests.in_memory import edition_of
from tests.known import KNOWLEDGE
from tests.synthetic import organisation

PREMISES = PoolingCategory.PREMISES_AND_LAND
NEED = Declared("un local de 50 m²", (PREMISES,), "Liste inventée", "2026-03", "2026-12-31")
PAST = Declared("une nacelle", (PoolingCategory.EQUIPMENT,), "Liste inventée", "2026", "2026-10")
STRANGE = Declared("une fusée", (), "Liste inventée", "2026", None, "https://exemple.invalid/x")
ASKING = replace(organisation("synthetic:1"), needs=(NEED, PAST), offers=(STRANGE,))


def shown(language: Language) -> str:
    with edition_of([ASKING], built_on="2026-11-29") as edition:
        sheet = sheet_of(edition, "synthetic:1")
        t = Texts(language)
        context = Context(PageState(language=language), t, KNOWLEDGE.texts, "2026-11-29")
        section = declared_section(sheet, context)
        assert section is not None
        return plain_spaces(to_html(section))


def plain_spaces(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_words_source_date_and_end_are_told_in_both_languages() -> None:
    french, english = shown(Language.FRENCH), shown(Language.ENGLISH)

    assert "Ce qu’elle recherche" in french
    assert "déclaré · Liste inventée · mars 2026 · jusqu’au 31 décembre 2026" in french
    assert french.count("échéance passée") == 1
    assert french.count("catégorie non reconnue") == 1
    assert "https://exemple.invalid/x" in french
    assert "What it looks for" in english
    assert "declared · Liste inventée · March 2026 · until 31 December 2026" in english


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            Language.FRENCH,
            (
                (
                    "Recherche (déclaré) : un local de 50 m² (jusqu’au 31 décembre 2026) ; "
                    "une nacelle (jusqu’en octobre 2026) ; et 2 de plus"
                ),
                "Propose (déclaré) : une fusée",
            ),
        ),
        (
            Language.ENGLISH,
            (
                (
                    "Looks for (declared): un local de 50 m² (until 31 December 2026) ; "
                    "une nacelle (until October 2026); and 2 more"
                ),
                "Offers (declared): une fusée",
            ),
        ),
    ],
)
def test_a_line_tells_what_is_declared_with_its_end_and_how_much_more(
    language: Language, told: tuple[str, str]
) -> None:
    several = (NEED, PAST, *(replace(NEED, words=words) for words in ("un quai", "un four")))
    with edition_of([replace(ASKING, needs=several)], built_on="2026-11-29") as edition:
        (item,) = edition.listed_by_ids(("synthetic:1",))
    line = organisation_line(item, Way(lambda any_id, _name: any_id), Texts(language))

    shown = plain_spaces(to_html(line))
    assert [words for words in told if words in shown] == list(told)


def test_features_and_open_data_tell_it_with_its_end_and_its_categories() -> None:
    told = values_of(ASKING)

    assert told["need"] == (
        "un local de 50 m² (jusqu’au 31 décembre 2026)",
        "une nacelle (jusqu’en octobre 2026)",
    )
    assert told["need_category"] == (PREMISES.value, PoolingCategory.EQUIPMENT.value)
    assert (told["offer"], told["offer_category"]) == (("une fusée",), None)
    assert values_of(organisation("synthetic:1"))["need"] is None


def test_who_declares_nothing_has_no_such_section() -> None:
    with edition_of([organisation("synthetic:1")]) as edition:
        sheet = sheet_of(edition, "synthetic:1")
        context = Context(PageState(), Texts(), KNOWLEDGE.texts, "2026-11-29")

        assert declared_section(sheet, context) is None


def test_the_api_and_exports_tell_what_is_declared() -> None:
    with edition_of([ASKING]) as edition:
        told = organisation_sheet(sheet_of(edition, "synthetic:1"), edition.edition)
        (line,) = edition.listed_by_ids(("synthetic:1",))

    assert (told["needs"], told["offers"]) == ((NEED, PAST), (STRANGE,))
    keys = [column.key for column in COLUMNS]
    assert keys.index("needs") == keys.index("sectors") + 1
    assert READERS["needs"](line, Texts()) == (
        "un local de 50 m² (jusqu’au 31 décembre 2026) ; une nacelle (jusqu’en octobre 2026)"
    )
    assert READERS["offers"](line, Texts(Language.ENGLISH)) == "une fusée"
