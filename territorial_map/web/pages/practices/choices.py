"""What the catalogue can be browsed by, with how many headings each value would show."""

from dataclasses import dataclass, replace
from typing import TypeVar

from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.vocabulary import LegalFamily, PoolingCategory
from territorial_map.services.practices.browsing import Browsing, Heading, browse, families_of
from territorial_map.web.base.practices.wording import theme_in_words
from territorial_map.web.base.texts import Texts

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to browse by: how many headings it would show, and where it leads."""

    words: str
    count: int
    chosen: bool
    leads_to: Browsing


def browsing_pairs(browsing: Browsing) -> list[tuple[str, str]]:
    """The parameters of a browsing; ``browsing_from_query`` reads them back."""
    pairs = [("theme", str(number)) for number in browsing.themes]
    pairs += [("family", family.value) for family in browsing.families]
    pairs += [("pooling", category.value) for category in browsing.pooling]
    return pairs + ([("q", browsing.text)] if browsing.text else [])


def theme_choices(browsing: Browsing, library: PracticeLibrary, t: Texts) -> list[Choice]:
    """The eight themes."""
    return [
        Choice(
            theme_in_words(theme, t),
            _total(library, replace(browsing, themes=(theme.number,))),
            theme.number in browsing.themes,
            replace(browsing, themes=_toggled(browsing.themes, theme.number)),
        )
        for theme in library.catalogue.themes
    ]


def family_choices(browsing: Browsing, library: PracticeLibrary, t: Texts) -> list[Choice]:
    """The families that some example tells."""
    told = {family for heading in library.catalogue.practices for family in families_of(heading)}
    return [
        Choice(
            t(family.label),
            _total(library, replace(browsing, families=(family,))),
            family in browsing.families,
            replace(browsing, families=_toggled(browsing.families, family)),
        )
        for family in LegalFamily
        if family in told
    ]


def pooling_choices(browsing: Browsing, library: PracticeLibrary, t: Texts) -> list[Choice]:
    """The pooling categories that some heading touches."""
    headings: tuple[Heading, ...] = (*library.catalogue.practices, *library.catalogue.resources)
    touched = {category for heading in headings for category in heading.pooling}
    return [
        Choice(
            t(category.label),
            _total(library, replace(browsing, pooling=(category,))),
            category in browsing.pooling,
            replace(browsing, pooling=_toggled(browsing.pooling, category)),
        )
        for category in PoolingCategory
        if category in touched
    ]


def _toggled(values: tuple[T, ...], value: T) -> tuple[T, ...]:
    return tuple(v for v in values if v != value) if value in values else (*values, value)


def _total(library: PracticeLibrary, browsing: Browsing) -> int:
    found = browse(library, browsing)
    return len(found.practices) + len(found.resources)
