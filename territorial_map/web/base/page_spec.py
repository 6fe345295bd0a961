"""A page as one value: whatever the app says or does about it follows from here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from territorial_map.domain.term import Term
from territorial_map.services.site import Site
from territorial_map.web.base.answers import Answer, Asked, Visit
from territorial_map.web.base.marks import Node
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import Heading


class MenuPlace(Term):
    """Where the menu names a page."""

    ROW = "row", "In the header, at the bottom of the window on a phone"
    FOOT = "foot", "At the foot of pages"


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A page in the menu: ``label`` is a msgid, ``icon`` a name of ``assets/icons``.

    ``short`` is the label where five entries share a phone's width. ``count`` holds the attributes
    of a number beside the label, which a callback or a script fills. ``when`` says on which sites
    the menu names the page, which answers at its address in any case.
    """

    label: str
    icon: str = ""
    place: MenuPlace = MenuPlace.FOOT
    short: str = ""
    count: Mapping[str, str] = field(default_factory=dict)
    when: Callable[[Site], bool] | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """What the app draws of a page, for the frame to stand around.

    ``title`` names the window where it is not the title of the page (already in its language).
    ``style`` is the CSS class of the content; ``anchors`` are skip links, from the id of a part of
    the content to words. ``boxed`` content stands in a column of its own, the other takes the
    whole window.
    """

    content: Node
    title: str = ""
    style: str = "document"
    anchors: Mapping[str, str] = field(default_factory=dict)
    boxed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """A page, or a part of one that has callbacks of its own (its ``path`` is then empty).

    Titles and leads are msgids. Everything after ``indexed`` may be left out:

    - ``layout`` is what the app draws; a page without is read as the server writes it;
    - ``heading`` is the title and description where they depend on the address;
    - ``plain`` is the content for readers without JavaScript, and ``answer`` the whole answer where
      a page redirects, has a head of its own or depends on more than the edition and its address
      (``None``: no such page);
    - ``costly`` says that its plain content waits its turn with other costly work;
    - ``filtered`` says that its address takes the filters of lists: what cannot be taken is put
      right or left out, everything else is shown, and the page tells it (``noticed``);
    - ``also`` and ``under`` are other paths and beginnings of paths that it answers; ``takes`` says
      of an address of another page's (path, search) that it is this one's to answer;
    - ``closed`` are paths that robots should not read;
    - ``exists`` says on which sites there is such a page, everywhere when it is left out;
    - ``inside`` are pages that depend on what the site knows;
    - ``parts`` are the components that callbacks name, for Dash to check them, beside the layout;
    - ``register`` enters callbacks.
    """

    path: str = ""
    title: str = ""
    lead: str = ""
    menu: MenuEntry | None = None
    indexed: bool = True
    layout: Callable[[Visit], Screen] | None = None
    heading: Callable[[Asked], Heading] | None = None
    plain: Callable[[Asked], Node] | None = None
    answer: Callable[[Asked], Answer | None] | None = None
    costly: bool = False
    filtered: bool = False
    also: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    takes: Callable[[str, str], bool] | None = None
    closed: tuple[str, ...] = ()
    exists: Callable[[Site], bool] | None = None
    inside: Callable[[Site], tuple["PageSpec", ...]] | None = None
    parts: Callable[[Visit], Node] | None = None
    register: Callable[[Registry, Site], None] | None = None

    def named(self, t: Texts) -> Heading:
        """Its title and lead in a language."""
        return Heading(t(self.title), t(self.lead))

    def called(self, asked: Asked) -> Heading:
        """Its title and description for an address."""
        return asked.heading if self.heading is None else self.heading(asked)
