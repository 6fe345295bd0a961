"""The pages of a site: which one answers an address, what the menu and search engines know."""

from collections.abc import Iterator, Sequence

from territorial_map.services.site import Site
from territorial_map.web.base.page_spec import MenuEntry, MenuPlace, PageSpec


class Pages:
    """Every page, in the order that the menu shows them.

    Raises:
        ValueError: two pages for one path.
    """

    def __init__(self, specs: Sequence[PageSpec], site: Site) -> None:
        self.site = site
        self.all = tuple(page for spec in specs for page in _with_inside(spec, site))
        self._by_path: dict[str, PageSpec] = {}
        self._sections = {
            page.path: spec.path for spec in specs for page in _with_inside(spec, site)[1:]
        }
        for page in self.all:
            for path in filter(None, (page.path, *page.also)):
                if self._by_path.setdefault(path, page) is not page:
                    raise ValueError(f"two pages for {path}")

    def __iter__(self) -> Iterator[PageSpec]:
        return iter(self.all)

    def drawn_at(self, path: str) -> PageSpec | None:
        """The page that the app draws at exactly this path."""
        page = self._by_path.get(path)
        return page if page is not None and page.path == path and page.layout else None

    def answering(self, path: str, search: str = "") -> PageSpec | None:
        """The page that answers an address."""
        for page in self.all:
            if page.takes is not None and page.takes(path, search):
                return page
        exact = self._by_path.get(path)
        if exact is not None:
            return exact
        beginnings = (page for page in self.all if page.under and path.startswith(page.under))
        return next(beginnings, None)

    def routes(self) -> tuple[str, ...]:
        """Every path that a page answers, as the server's patterns."""
        beginnings = (start for page in self.all for start in page.under)
        return (*self._by_path, *(f"{start}{{rest:path}}" for start in beginnings))

    def in_menu(self, place: MenuPlace) -> list[PageSpec]:
        """The pages that the menu names there, in order."""
        return [page for page in self.all if page.menu and self._names(page.menu, place)]

    def _names(self, entry: MenuEntry, place: MenuPlace) -> bool:
        return entry.place is place and (entry.when is None or entry.when(self.site))

    def marks(self, here: str) -> dict[str, str]:
        """What the menu marks for the page at ``here``: itself, or the page that it stands inside.

        Paths → values of ``aria-current``: ``page`` for the page itself, ``true`` for its section.
        """
        section = self._sections.get(here)
        return {here: "page"} if section is None else {section: "true"}

    def indexed(self) -> list[str]:
        """The paths that search engines should keep."""
        return [page.path for page in self.all if page.path and page.indexed]

    def closed(self) -> list[str]:
        """The paths that robots should not read."""
        return [path for page in self.all for path in page.closed]


def _with_inside(spec: PageSpec, site: Site) -> tuple[PageSpec, ...]:
    if spec.exists is not None and not spec.exists(site):
        return ()
    return (spec, *(spec.inside(site) if spec.inside is not None else ()))
