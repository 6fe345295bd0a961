"""What a refresh knows of each source: where it is, what it looks like, how often it moves."""

import re
from dataclasses import dataclass, field

from territorial_map.domain.refresh import Measure
from territorial_map.domain.term import Term


class Access(Term):
    """How a source is reached."""

    OPEN = "open", "libre"
    TOKEN = "token", "avec un jeton"
    BY_HAND = "by-hand", "à la main"


class Shape(Term):
    """What a file is, by its first bytes."""

    GZIP = "gzip", "gzip"
    ZIP = "zip", "zip"
    PARQUET = "parquet", "Parquet"
    JSON = "json", "JSON"
    TEXT = "text", "texte"


@dataclass(frozen=True, slots=True)
class WantedFile:
    """One file of a source.

    ``dataset`` is its slug or id on data.gouv.fr; ``resources`` known ids, tried first; ``title``
    and ``name`` are regular expressions that the title and the file name of the right resource
    both match; ``address`` is where it is when no catalogue tells. ``page_rows`` is how many rows
    a page of a paged API has, 0 = one file. ``hosts`` may serve it beside the common ones.
    """

    role: str
    dataset: str = ""
    resources: tuple[str, ...] = ()
    title: str = ""
    name: str = ""
    address: str = ""
    shapes: tuple[Shape, ...] = (Shape.TEXT,)
    most_mb: int = 1_000
    hosts: tuple[str, ...] = ()
    user_agent: str = ""
    resumable: bool = True
    page_rows: int = 0

    @property
    def most_bytes(self) -> int:
        """Beyond, the file is not what is expected."""
        return self.most_mb * 1_000_000

    def is_named(self, title: str, name: str) -> bool:
        """Whether a resource of this title and file name is the one wanted."""
        return bool(re.search(self.title, title)) and bool(re.search(self.name, name))


@dataclass(frozen=True, slots=True)
class GuardLimits:
    """Shares, 0 to 1, beyond which an edition is not served before somebody has looked.

    ``whole`` are those of a source, ``territory`` those in one département; under ``least_rows``
    nothing is judged.
    """

    whole: dict[Measure, float]
    territory: dict[Measure, float]
    least_rows: int


@dataclass(frozen=True, slots=True)
class PlannedSource:
    """A source that is kept up to date.

    ``token`` names the setting that holds its token. ``rows`` are the least and the most rows that
    its table may have; ``drop`` and ``growth`` the shares by which it may shrink or grow at once.
    ``licences`` are the catalogue's codes of the licence that our table states. ``page``, ``ask``
    and ``place`` say where a person finds it, what to ask for and how to bring it in.
    """

    code: str
    title: str
    importer: str
    access: Access
    rhythm_days: int
    alarm_days: int
    by_default: bool = True
    files: tuple[WantedFile, ...] = ()
    rows: tuple[int, int] = (1, 10_000_000)
    drop: float = 0.2
    growth: float = 1.0
    same_month: bool = False
    token: str = ""
    licences: tuple[str, ...] = ()
    page: str = ""
    ask: str = ""
    place: str = ""
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class NetworkRules:
    """What may be asked of whom, how often, how long.

    ``hosts`` may be asked over TLS (``*.example.org`` = any below it); ``plain_http`` names
    hosts with their port that may be asked without (a mirror on this machine). A server that asks
    to wait longer than ``longest_wait_s`` is left alone.
    """

    api: str
    hosts: tuple[str, ...]
    plain_http: tuple[str, ...] = ()
    user_agent: str = "territorial-map"
    tries: int = 5
    read_timeout_s: float = 60.0
    longest_wait_s: float = 300.0
    first_wait_s: float = 2.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that a refresh follows."""

    network: NetworkRules
    guards: GuardLimits
    sources: tuple[PlannedSource, ...] = field(default_factory=tuple)
