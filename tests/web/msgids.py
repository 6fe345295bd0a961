"""Every French text that the screen can ask a translation for."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_file

from territorial_map.domain import (
    alike,
    changes,
    licences,
    listing,
    quality,
    reach,
    refresh,
    territory,
    vocabulary,
    zoning_terms,
)
from territorial_map.domain.contributions import terms as contribution_terms
from territorial_map.domain.dimensions import DIMENSIONS, UNKNOWN_LABEL
from territorial_map.domain.matching import terms as matching_terms
from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.pooling.ties import TieKind
from territorial_map.domain.practices import tags, terms
from territorial_map.domain.term import Term
from territorial_map.places import PlaceFlag
from territorial_map.services.contributions import completing
from territorial_map.services.duplicates import side_by_side
from territorial_map.services.explore import mends
from territorial_map.services.export import about, chosen_list, columns, trade_lines
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import TRADE_GROUP
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.export_formats.csv.writer import TRAIL_HEADINGS
from territorial_map.services.export_formats.printed import document
from territorial_map.services.matching.result_file import Added
from territorial_map.services.partner_lists import columns as partner_columns
from territorial_map.services.partner_lists import table as partner_table
from territorial_map.services.partner_lists.partner_query import KnownOrNot, TieAsked
from territorial_map.services.source_words import SOURCE_NAMES
from territorial_map.services.territory_note import cooperation as note_cooperation
from territorial_map.web import page_list
from territorial_map.web.base import base_maps, facets, titles
from territorial_map.web.base.state import View
from territorial_map.web.embed import state as embed
from territorial_map.web.frame import export_words, missing
from territorial_map.web.pages.explore import map_region
from territorial_map.web.pages.legal.criteria import KNOWN_TO_FAIL, THEMES, TRIED
from territorial_map.web.pages.organisation import plain_words, provenance
from territorial_map.web.pages.practices import form as practices_form
from territorial_map.web.pages.practices import page as practices_page

WEB = Path(page_list.__file__).parent
FILES = tuple(
    WEB.parent / "services" / name
    for name in (
        "contributions",
        "coverage",
        "explore",
        "export",
        "export_formats",
        "partner_lists",
        "partnerships",
        "portrait",
        "ptce",
        "standalone_map",
        "territory_note",
    )
)
_KEYWORDS = {"t": None, "plural": (1, 2)}
_NOT_ON_SCREEN = {
    terms.PracticeCriterion,
    matching_terms.NumberLevel,
    matching_terms.PlaceLevel,
}


def every_msgid() -> set[str | tuple[str, str]]:
    """Texts asked for in the code of the web, then those that stand in its lists."""
    return set(_written()) | set(_listed())


def _written() -> Iterator[str | tuple[str, str]]:
    for path in sorted(one for folder in (WEB, *FILES) for one in folder.rglob("*.py")):
        for _, message, _, _ in extract_from_file("python", path, keywords=_KEYWORDS):
            yield message if isinstance(message, str) else (message[0], message[1])


def _listed() -> Iterator[str]:
    yield from _labels()
    yield from (*SOURCE_NAMES, *licences.LICENCES_IN_WORDS, *THEMES.values(), *KNOWN_TO_FAIL)
    yield from (one.looked_at for one in TRIED)
    for group in facets.GROUPS:
        yield from filter(None, (group.title, group.hint, group.without))
    for base in base_maps.BASE_MAPS:
        yield from filter(None, (base.label, base.credit))
    yield from (name for name, _ in map_region.WINDOWS)
    yield from provenance.FIELD_LABELS.values()
    yield from PlaceFlag.labels().values()
    yield from (words for _, words in export_words.ROWS)
    yield from (words for each in FORMATS.values() for words in (each.name, each.purpose))
    for page in (*page_list.PAGES, practices_page.PROFILE_PAGE, missing.MISSING):
        menu = (page.menu.label, page.menu.short) if page.menu else ()
        yield from filter(None, (page.title, page.lead, *menu))
    for ticked in practices_form.TICKED:
        yield from filter(None, (ticked.title, ticked.hint))
    yield from plain_words.NOT_SEEN.values()
    yield from (*embed.LOCKS.values(), *embed.Panel.labels().values())
    yield from embed.Height.labels().values()
    yield from (titles.PRODUCT,)
    yield from (*refresh.SourceOutcome.labels().values(), refresh.Freshness.STOPPED.label)
    yield from _in_files()


def _in_files() -> Iterator[str]:
    """What exported files say, beside what their code asks for word by word."""
    every = (
        TRADE_GROUP,
        *columns.FOLDED_COLUMNS,
        *partner_columns.PARTNER_COLUMNS,
        *chosen_list.LIST_COLUMNS,
        *completing.TABLE_COLUMNS,
    )
    for column in every:
        said = (column.heading, column.prefix, column.suffix, column.brief)
        yield from (words for words in said if any(letter.isalpha() for letter in words))
    for term in (RowsPer, chosen_list.FollowUp, TieKind, Tier, KnownOrNot, TieAsked):
        yield from term.labels().values()
    yield from (columns.NOT_TOLD, columns.UNKNOWN_ACTIVITY, columns.UNKNOWN_SECTOR)
    yield from (partner_columns.ALREADY, document.NO_GROUP, *filter(None, document.HEADINGS))
    yield from (about.LINK_HEADING, about.EDITION_HEADING, about.ABOUT_HEADING)
    yield from (about.CLOSING_NOTE, *TRAIL_HEADINGS, *partner_table.ALWAYS)
    yield from (partner_table.SUPPOSED, partner_table.DESCRIBED_SO, *trade_lines.TRADE_GROUPS)
    yield from note_cooperation.ELEMENT_LABELS
    yield from (dimension.label for dimension in DIMENSIONS)


def _is_list(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Term) and value is not Term


def _labels() -> Iterator[str]:
    modules = (
        vocabulary,
        zoning_terms,
        reach,
        alike,
        listing,
        territory,
        terms,
        tags,
        quality,
        changes,
        side_by_side,
        licences,
        contribution_terms,
    )
    yield from (*mends.OTHER_LABELS.values(), mends.ADDRESS)
    for module in (*modules, matching_terms, mends):
        for each in vars(module).values():
            if _is_list(each) and each not in _NOT_ON_SCREEN:
                yield from each.labels().values()
    yield from View.labels().values()
    yield from Added.labels().values()
    yield from (criterion.description for criterion in quality.QualityCriterion)
    yield from (nature.description for nature in changes.Nature)
    yield from (compared.label for compared in changes.COMPARED)
    yield from (dimension.label for dimension in DIMENSIONS)
    yield UNKNOWN_LABEL
