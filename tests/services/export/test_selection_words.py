"""What a file says of its question: what was understood of a text, a place by its name."""

from territorial_map.domain.geo import Point
from territorial_map.domain.language.languages import Language
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Around, Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.columns import COLUMNS
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.selection_words import selection_in_words
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export.tables import export_table
from territorial_map.services.texts import Texts
from tests.services.export.conftest import SITE

PARIS, NOWHERE = Point(2.35, 48.86), Point(5.3, 45.1)


def table_around(edition: OpenEdition, point: Point) -> ExportTable:
    asked = Selection.of({}, around=Around(point, 40))
    return export_table(edition, asked, Order.DISTANCE, RowsPer.SITE, SITE)


def test_a_typed_text_is_told_with_what_was_understood(small_edition: OpenEdition) -> None:
    asked = Selection.of({}, text="esat valence")
    told = selection_in_words(asked, small_edition.names).replace("\u00a0", " ")

    assert told.startswith("Texte : « esat valence » (compris : ")
    assert "ESAT" in told
    assert "Valence (Drôme), 20 km" in told


def test_words_that_are_no_question_are_told_as_they_are(small_edition: OpenEdition) -> None:
    told = selection_in_words(Selection.of({}, text="synthétique"), small_edition.names)

    assert told.replace("\u00a0", " ") == "Texte : « synthétique »"


def test_a_circle_around_a_commune_is_told_by_its_name(small_edition: OpenEdition) -> None:
    about = table_around(small_edition, PARIS).about

    assert about.title == "Organisations · autour de Paris (75), 40\u00a0km"
    assert about.query == "À 40\u00a0km au plus de Paris (75), à vol d’oiseau"


def test_a_circle_around_another_point_tells_the_point(small_edition: OpenEdition) -> None:
    about = table_around(small_edition, NOWHERE).about

    assert "autour d’un point près de" in about.title
    assert "48,86" not in about.query
    assert "45,1\u00a0; 5,3" in about.query


def test_the_words_of_a_circle_have_their_english(small_edition: OpenEdition) -> None:
    asked = Selection.of({}, around=Around(PARIS, 40))
    told = selection_in_words(asked, small_edition.names, Texts(Language.ENGLISH))

    assert told == "40\u00a0km at most from Paris (75), as the crow flies"


def test_the_phone_is_among_the_first_columns() -> None:
    assert [column.key for column in COLUMNS].index("phone") < 4
