"""What stands around plain content: skip link, header with its links, foot of the page."""

from dataclasses import dataclass
from html import escape

from territorial_map.web.base.addresses import in_language
from territorial_map.web.base.answers import Seen
from territorial_map.web.base.head import Head, head_html
from territorial_map.web.base.html import to_html
from territorial_map.web.base.script import STANDING, module_script
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.titles import Heading
from territorial_map.web.frame.client_texts import client_texts
from territorial_map.web.frame.footer import footer
from territorial_map.web.frame.header import header, skip_links
from territorial_map.web.frame.pages import Pages
from territorial_map.web.frame.troubles import troubles
from territorial_map.web.plain.missing import no_place

MAIN = "plain-main"
_SHEETS = (
    "00-base",
    "01-colours",
    "10-symbols",
    "20-header",
    "21-menu",
    "40-filters",
    "50-list",
    "70-panel",
)
_SHEETS_AFTER = (
    "71-partners",
    "80-documents",
    "81-network",
    "84-lists",
    "91-plain",
    "92-portrait",
    "93-contribute",
)
Own = tuple[tuple[str, ...], str]
"""Addresses of scripts of ours, then the path of a module under ``assets``."""
_NOTHING: Own = ((), "")
ICON = '<link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">'


@dataclass(frozen=True, slots=True)
class Where:
    """A page's own address in French, the site's pages, and the path of its kind among them."""

    path: str
    pages: Pages
    here: str = ""


def framed(main: str, t: Texts, where: Where, *, alone: bool = False) -> str:
    """A whole page body around ``main``; ``alone`` when no app comes to take its place."""
    skips = skip_links({MAIN: t("Aller au contenu")}, t)
    top = to_html([skips, header(t, where.pages, here=where.here), *troubles(t, where.pages)])
    for language in Language:
        same_page = escape(in_language(where.path, language))
        top = top.replace(f'href="?lang={language.value}"', f'href="{same_page}"')
    style = "plain is-alone" if alone else "plain"
    words = to_html(client_texts(where.pages.site.cog, t)) if alone else ""
    return (
        f'<div class="{style}" id="plain">{top}<main id="{MAIN}" class="document" tabindex="-1">'
        f"{main}</main>{to_html(footer(t, where.pages))}{words}</div>"
    )


def standing_page(head: str, main: str, t: Texts, where: Where, own: Own = _NOTHING) -> str:
    """A whole document on its own, without the app; ``own`` is what brings it to life."""
    sheets = "".join(
        f'<link rel="stylesheet" href="/assets/css/{name}.css">'
        for name in (*_SHEETS, *_SHEETS_AFTER)
    )
    scripts, module = own
    modules = (STANDING, module) if module else (STANDING,)
    tags = "".join(f'<script src="{escape(script)}" defer></script>' for script in scripts)
    tags += module_script(where.pages.site.script, *modules)
    return (
        f'<!DOCTYPE html>\n<html lang="{t.language.value}"><head><meta charset="UTF-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{head}{ICON}{sheets}{tags}</head>"
        f"<body>{framed(main, t, where, alone=True)}</body></html>"
    )


def whole_page(seen: Seen, pages: Pages) -> str:
    """A document of its own for what an address shows."""
    t = Texts(seen.language)
    head = head_html(seen.head, pages.site.public_url, t)
    where = Where(seen.head.path, pages, seen.here)
    return standing_page(head, to_html(seen.content.make()), t, where, (seen.scripts, seen.module))


def mistake_page(words: str, path: str, pages: Pages) -> str:
    """A document of its own that says, in French, why an address answers nothing."""
    t = Texts()
    head = head_html(Head(Heading("", words), path, indexed=False), "", t)
    return standing_page(head, to_html(no_place(words, t)), t, Where(path, pages))
