"""The head of a page: what search engines and link previews read, rendered by the server."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

import orjson

from territorial_map.web.base.addresses import in_language
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.titles import PRODUCT, Heading

_LOCALES = {Language.FRENCH: "fr_FR", Language.ENGLISH: "en_GB"}
_CLOSING = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
IMAGE_WIDTH = 1200
IMAGE_HEIGHT = 630


@dataclass(frozen=True, slots=True)
class Head:
    """``path`` is the canonical address in French, from the root.

    ``long_address`` is where the main screen starts from when the address is a short one;
    ``feed`` is where feed readers find what changes here;
    ``linked`` is schema.org data; ``indexed`` says whether search engines should keep the page.
    """

    heading: Heading
    path: str
    indexed: bool = True
    linked: Mapping[str, Any] | None = None
    long_address: str = ""
    feed: str = ""


def head_html(head: Head, public_url: str, t: Texts) -> str:
    """The title and everything that speaks of the page, escaped."""
    title = head.heading.title
    window = f"{title} · {t(PRODUCT)}" if title else t(PRODUCT)
    canonical = public_url + in_language(head.path, t.language)
    lines = [
        f"<title>{escape(window)}</title>",
        _meta("name", "description", head.heading.description),
        f'<link rel="canonical" href="{escape(canonical)}">',
        *(
            f'<link rel="alternate" hreflang="{language.value}" '
            f'href="{escape(public_url + in_language(head.path, language))}">'
            for language in Language
        ),
        _meta("property", "og:title", title or t(PRODUCT)),
        _meta("property", "og:description", head.heading.description),
        _meta("property", "og:url", canonical),
        _meta("property", "og:type", "website"),
        _meta("property", "og:site_name", t(PRODUCT)),
        _meta("property", "og:locale", _LOCALES[t.language]),
        _meta("name", "twitter:card", "summary_large_image"),
        _meta("property", "og:image", public_url + preview_image(t.language)),
        _meta("property", "og:image:type", "image/png"),
        _meta("property", "og:image:width", str(IMAGE_WIDTH)),
        _meta("property", "og:image:height", str(IMAGE_HEIGHT)),
        _meta(
            "property",
            "og:image:alt",
            t("{name}, et une carte de la France par département.", name=t(PRODUCT)),
        ),
    ]
    if head.feed:
        lines.append(
            f'<link rel="alternate" type="application/atom+xml" href="{escape(head.feed)}">'
        )
    if not head.indexed:
        lines.append(_meta("name", "robots", "noindex, follow"))
    if head.long_address:
        lines.append(_meta("name", "territorial-map-address", head.long_address))
    if head.linked:
        data = orjson.dumps(head.linked).decode().translate(_CLOSING)
        lines.append(f'<script type="application/ld+json">{data}</script>')
    return "\n    ".join(lines)


def preview_image(language: Language) -> str:
    """The path of the picture that link previews show; ``data/preview/build.py`` draws it."""
    return f"/assets/preview/{language.value}.png"


def preview_lead(t: Texts) -> str:
    """What the picture says beneath the product's name."""
    return t("Qui est là, qui pourrait coopérer avec qui, sur quoi, et pourquoi.")


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">'
