"""What every page but the main screen stands in: skip links, header, main region, client texts."""

from collections.abc import Mapping
from types import MappingProxyType

from dash import html

from territorial_map.web.base.marks import Node, named
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.client_texts import client_texts
from territorial_map.web.frame.header import header, skip_links

MAIN = "document"
_NOWHERE: Mapping[str, str] = MappingProxyType({})


def framed_page(
    content: Node,
    t: Texts,
    *,
    title: str,
    here: str = "",
    style: str = "document",
    anchors: Mapping[str, str] = _NOWHERE,
) -> list[Node]:
    """``content`` under the header, in a box of CSS class ``style``.

    ``title`` names the window; ``here`` is the page's path in the header; ``anchors`` are more skip
    links, from the id of a part of the content to words in the page's language.
    """
    return [
        skip_links({MAIN: t("Aller au contenu"), **anchors}, t),
        header(t, searching=False, here=here),
        html.Main(
            html.Div(content, className=style),
            id=MAIN,
            tabIndex=-1,
            **named({"data-title": title}),
        ),
        client_texts(t),
    ]
