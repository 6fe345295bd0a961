"""What a refresh knows of each source: where it is, what it looks like, how often it moves."""

import re
from dataclasses import dataclass, field, replace
from typing import Annotated

from pydantic import AfterValidator, Field

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


def _readable(expression: str) -> str:
    try:
        re.compile(expression)
    except re.error as error:
        raise ValueError(f"expression régulière illisible ({error})") from error
    return expression


# What a file of the plan is checked for; ``refresh/plan_file`` reads it.
_Count = Annotated[int, Field(ge=0)]
_AtLeastOne = Annotated[int, Field(gt=0)]
_Share = Annotated[float, Field(ge=0, le=1)]
_Growth = Annotated[float, Field(ge=0)]
_Seconds = Annotated[float, Field(ge=0)]
_Expression = Annotated[str, AfterValidator(_readable)]
_SourceCode = Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]


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
    title: _Expression = ""
    name: _Expression = ""
    address: str = ""
    shapes: tuple[Shape, ...] = (Shape.TEXT,)
    most_mb: _AtLeastOne = 1_000
    hosts: tuple[str, ...] = ()
    user_agent: str = ""
    resumable: bool = True
    page_rows: _Count = 0

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

    whole: dict[Measure, _Share]
    territory: dict[Measure, _Share]
    least_rows: _AtLeastOne


@dataclass(frozen=True, slots=True)
class PlannedSource:
    """A source that is kept up to date.

    ``categories`` are those that its importer keeps, none = its usual ones. ``table`` is the one it
    fills where its importer fills several. ``token`` names the setting that holds its token.
    ``rows`` are the least and the most rows that its table may have; ``drop`` and ``growth`` the
    shares by which it may shrink or grow at once.
    ``licences`` are the catalogue's codes of the licence that our table states. ``page``, ``ask``
    and ``place`` say where a person finds it, what to ask for and how to bring it in.
    """

    code: _SourceCode
    title: str
    importer: str
    rhythm_days: _Count
    alarm_days: _Count
    access: Access = Access.OPEN
    by_default: bool = True
    files: tuple[WantedFile, ...] = ()
    rows: tuple[int, int] = (1, 10_000_000)
    drop: _Share = 0.2
    growth: _Growth = 1.0
    same_month: bool = False
    categories: tuple[str, ...] = ()
    table: str = ""
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
    to wait longer than ``longest_wait_s`` is left alone, and so is one that sends less than
    ``least_bytes_per_s`` over ``slow_after_s``. ``user_agent`` may name ``{version}`` and
    ``{contact}``, which ``introduced`` fills in.
    """

    api: str
    hosts: tuple[str, ...]
    plain_http: tuple[str, ...] = ()
    user_agent: str = "territorial-map/{version} (+{contact})"
    tries: Annotated[int, Field(ge=1, le=20)] = 5
    read_timeout_s: Annotated[float, Field(gt=0)] = 60.0
    longest_wait_s: _Seconds = 300.0
    first_wait_s: _Seconds = 2.0
    least_bytes_per_s: Annotated[float, Field(ge=0)] = 1_000.0
    slow_after_s: Annotated[float, Field(gt=0)] = 60.0

    def introduced(self, version: str, contact: str) -> "NetworkRules":
        """The same, telling hosts which version asks, and where to reach who runs it."""
        return replace(self, user_agent=self.user_agent.format(version=version, contact=contact))


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that a refresh follows."""

    network: NetworkRules
    guards: GuardLimits
    sources: tuple[PlannedSource, ...] = field(default_factory=tuple)
