"""The catalogue: 50 practices, 2 resource records, their examples and their eight themes."""

from dataclasses import dataclass

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.practices.terms import Audience, Participant, Scope, Trait
from territorial_map.domain.vocabulary import (
    Device,
    LegalFamily,
    LegalForm,
    PlaceType,
    PoolingCategory,
    Sector,
    SizeBand,
)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the guide; ``origin`` is ``article 3`` (law 2014-856) or ``CSESS``."""

    number: int
    label: Sentence
    origin: str
    note: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Traces:
    """What the guide says of who did it; an empty field means that the guide does not say."""

    legal_forms: tuple[LegalForm, ...] = ()
    families: tuple[LegalFamily, ...] = ()
    devices: tuple[Device, ...] = ()
    place_types: tuple[PlaceType, ...] = ()
    sectors: tuple[Sector, ...] = ()
    size_band: SizeBand = SizeBand.UNKNOWN
    scope: Scope | None = None
    audiences: tuple[Audience, ...] = ()
    traits: tuple[Trait, ...] = ()


@dataclass(frozen=True, slots=True)
class PracticeExample:
    """One example of the guide: ``done`` in two or three sentences, ``brief`` as a clause."""

    id: str
    traces: Traces
    participants: tuple[Participant, ...]
    done: Sentence
    brief: Sentence


@dataclass(frozen=True, slots=True)
class Advice:
    """What it takes to do the same: ours, not the guide's. ``who_to_call`` names a role."""

    preconditions: Sentence
    first_step: Sentence
    who_to_call: Sentence


@dataclass(frozen=True, slots=True)
class Practice:
    """A heading of the guide, under the guide's own title.

    ``general`` in ]0, 1[ is how likely the practice concerns a body of which nothing is known.
    ``point`` sums up in one clause what the guide describes.
    """

    id: str
    title: str
    title_en: str
    themes: tuple[int, ...]
    general: float
    point: Sentence
    advice: Advice
    examples: tuple[PracticeExample, ...]
    pooling: tuple[PoolingCategory, ...] = ()
    cites: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    state_of_law: Sentence | None = None

    def __post_init__(self) -> None:
        if not 0 < self.general < 1:
            raise ValueError(f"{self.id}: general must lie between 0 and 1, bounds excluded")
        if not self.examples or not self.themes:
            raise ValueError(f"{self.id}: a practice needs a theme and an example")


@dataclass(frozen=True, slots=True)
class ResourceRecord:
    """A heading that holds a pointer and no practice (p51, p52)."""

    id: str
    title: str
    title_en: str
    themes: tuple[int, ...]
    what: Sentence
    note: Sentence
    address: str | None = None
    pooling: tuple[PoolingCategory, ...] = ()
    cites: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """What the end of the guide's page points to, without an address."""

    id: str
    title: Sentence
    what: Sentence


@dataclass(frozen=True, slots=True)
class PracticeCatalogue:
    """Everything the guide's page holds, in its order."""

    practices: tuple[Practice, ...]
    resources: tuple[ResourceRecord, ...]
    pointers: tuple[Pointer, ...]
    themes: tuple[Theme, ...]

    def practice(self, practice_id: str) -> Practice | None:
        """The practice of that id, or None when there is none (p51 and p52 are resources)."""
        return next((each for each in self.practices if each.id == practice_id), None)

    def theme(self, number: int) -> Theme:
        """The theme of that number; raises KeyError outside 1 to 8."""
        for theme in self.themes:
            if theme.number == number:
                return theme
        raise KeyError(number)
