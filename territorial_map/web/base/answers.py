"""What an address answers: a redirection, or a head and content to come."""

from collections.abc import Callable
from dataclasses import dataclass, field

from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.site import Site
from territorial_map.web.base.head import Head
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.titles import Heading


@dataclass(frozen=True, slots=True)
class Visit:
    """Who a page is drawn for; ``heading`` is its title and lead in their language."""

    t: Texts
    site: Site
    heading: Heading


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: a path, its query string without question mark, and what to answer it from.

    ``heading`` is the title and lead of the page in the language asked for.
    """

    path: str
    search: str
    t: Texts
    site: Site
    edition: OpenEdition
    heading: Heading


@dataclass(frozen=True, slots=True)
class Moved:
    """Another address answers; for good, or for this search only."""

    address: str
    permanent: bool = True


@dataclass(frozen=True, slots=True)
class Content:
    """Plain content to be made, and what it depends on: equal keys make equal content.

    Where making it costs, ``otherwise`` is what is told while costly work has no place for it.
    """

    key: tuple[object, ...]
    make: Callable[[], Node] = field(compare=False)
    otherwise: Callable[[], Node] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Seen:
    """What an address shows.

    ``here`` is the path of its kind in the menu; ``alone`` when no app comes over the plain
    content, which ``scripts`` (addresses of ours) and a ``module`` (its path under
    ``assets``) may then bring to life.
    """

    head: Head
    content: Content
    language: Language
    status: int = 200
    here: str = ""
    alone: bool = False
    scripts: tuple[str, ...] = ()
    module: str = ""


Answer = Seen | Moved
