"""Every French text that the screen can ask a translation for."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_file

from territorial_map.domain import changes, listing, quality, territory, vocabulary
from territorial_map.domain.dimensions import DIMENSIONS, UNKNOWN_LABEL
from territorial_map.domain.matching import terms as matching_terms
from territorial_map.domain.practices import tags, terms
from territorial_map.domain.term import Term
from territorial_map.services.duplicates import side_by_side
from territorial_map.services.matching.result_file import Added
from territorial_map.web import base_maps
from territorial_map.web.embed import state as embed
from territorial_map.web.layout import (
    export_words,
    header,
    map_region,
    practices_form,
)
from territorial_map.web.url_state import View
from territorial_map.web.views import facets
from territorial_map.web.views.panel import plain_words, provenance, whereabouts

WEB = Path(header.__file__).parent.parent
_KEYWORDS = {"t": None, "plural": (1, 2)}
_NOT_ON_SCREEN = {
    terms.Criterion,
    terms.Role,
    matching_terms.NumberLevel,
    matching_terms.PlaceLevel,
}


def every_msgid() -> set[str | tuple[str, str]]:
    """Texts asked for in the code of the web, then those that stand in its lists."""
    return set(_written()) | set(_listed())


def _written() -> Iterator[str | tuple[str, str]]:
    for path in sorted(WEB.rglob("*.py")):
        for _, message, _, _ in extract_from_file("python", path, keywords=_KEYWORDS):
            yield message if isinstance(message, str) else (message[0], message[1])


def _listed() -> Iterator[str]:
    yield from _labels()
    for group in facets.GROUPS:
        yield from filter(None, (group.title, group.hint))
    for base in base_maps.BASE_MAPS:
        yield from filter(None, (base.label, base.credit))
    yield from (name for name, _ in map_region.WINDOWS)
    yield from provenance.FIELD_LABELS.values()
    yield from whereabouts.FLAG_REMARKS.values()
    yield from (words for _, words in export_words.ROWS)
    yield from (*export_words.NAMES.values(), *export_words.PURPOSES.values())
    yield from (words for _, _, words in (*header.PAGES, *header.MORE))
    for ticked in practices_form.TICKED:
        yield from filter(None, (ticked.title, ticked.hint))
    yield from plain_words.NOT_SEEN.values()
    yield from (*embed.LOCKS.values(), *embed.Panel.labels().values())
    yield from embed.Height.labels().values()
    yield from (header.PRODUCT, base_maps.OUTLINES)


def _is_list(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Term) and value is not Term


def _labels() -> Iterator[str]:
    modules = (vocabulary, listing, territory, terms, tags, quality, changes, side_by_side)
    for module in (*modules, matching_terms):
        for each in vars(module).values():
            if _is_list(each) and each not in _NOT_ON_SCREEN:
                yield from each.labels().values()
    yield from View.labels().values()
    yield from Added.labels().values()
    yield from (criterion.description for criterion in quality.Criterion)
    yield from (nature.description for nature in changes.Nature)
    yield from (compared.label for compared in changes.COMPARED)
    yield from (dimension.label for dimension in DIMENSIONS)
    yield UNKNOWN_LABEL
