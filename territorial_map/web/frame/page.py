"""What every page that the app draws stands in: skip links, header, content, client texts."""

from dash import html

from territorial_map.web.base.answers import Visit
from territorial_map.web.base.marks import Node, named
from territorial_map.web.base.page_spec import PageSpec, Screen
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.client_texts import client_texts
from territorial_map.web.frame.footer import footer
from territorial_map.web.frame.header import header, skip_links
from territorial_map.web.frame.pages import Pages
from territorial_map.web.frame.troubles import troubles

MAIN = "document"


def framed_page(page: PageSpec, screen: Screen, pages: Pages, t: Texts) -> list[Node]:
    """A screen under the header, in the main region of its page."""
    to_content = {MAIN: t("Aller au contenu")} if screen.boxed else {}
    return [
        skip_links({**to_content, **screen.anchors}, t),
        header(t, pages, here=page.path, drawn=True),
        *troubles(t, pages),
        _main(page, screen, t),
        footer(t, pages),
        client_texts(pages.site.cog, t),
    ]


def named_parts(pages: Pages) -> list[Node]:
    """Header and texts, then every component of pages that callbacks name, for Dash to check."""
    t = Texts()
    visits = ((page.parts, Visit(t, pages.site, page.named(t))) for page in pages if page.parts)
    return [
        header(t, pages, drawn=True),
        client_texts(pages.site.cog, t),
        *(parts(visit) for parts, visit in visits),
    ]


def _main(page: PageSpec, screen: Screen, t: Texts) -> html.Main:
    if not screen.boxed:
        return html.Main(screen.content, className=screen.style)
    content = html.Div(screen.content, className=screen.style)
    titled = named({"data-title": screen.title or t(page.title)})
    return html.Main(content, id=MAIN, tabIndex=-1, **titled)
