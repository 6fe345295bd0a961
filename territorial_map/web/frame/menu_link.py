"""How the menu names a page, in the header and at the foot."""

from collections.abc import Mapping

from dash import html

from territorial_map.web.base.addresses import in_language
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.page_spec import MenuEntry, PageSpec
from territorial_map.web.base.texts import Texts

_NOWHERE: Mapping[str, str] = {}


def menu_link(page: PageSpec, t: Texts, marks: Mapping[str, str] = _NOWHERE) -> html.A:
    """A link to a page; one that the server writes whole is loaded, the app does not draw it.

    ``marks`` are the paths of the page being read, and of its section, with how they are marked.
    """
    entry = page.menu
    if entry is None:
        raise ValueError(f"{page.path} is named in no menu")
    current = {"aria-current": marks[page.path]} if page.path in marks else {}
    drawn = {"data-nav": "1"} if page.layout is not None else {}
    return html.A(
        [*_words(entry, t), *_count(entry)],
        href=in_language(page.path, t.language),
        **named(drawn | current),
    )


def _words(entry: MenuEntry, t: Texts) -> list[Node]:
    mark: list[Node] = [icon(entry.icon)] if entry.icon else []
    if not entry.short:
        return [*mark, html.Span(t(entry.label))]
    return [
        *mark,
        html.Span(t(entry.label), className="menu-long"),
        html.Span(t(entry.short), className="menu-short"),
    ]


def _count(entry: MenuEntry) -> list[Node]:
    return [html.B(className="menu-count", **named(entry.count))] if entry.count else []
