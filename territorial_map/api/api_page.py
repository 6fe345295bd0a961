"""A page of the API that people read: in French, without script, nothing from elsewhere."""

from html import escape

_STYLE = """
:root{color-scheme:light dark;--ink:#1b2b34;--paper:#fff;--soft:#eef3f4;--line:#c8d5d8;
--link:#0b5563}
@media screen and (prefers-color-scheme:dark){
:root{--ink:#e6ecf3;--paper:#17212c;--soft:#26343f;--line:#40525e;--link:#7fd0e0}}
body{font:16px/1.55 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1.5rem;
color:var(--ink);background:var(--paper)}
code{background:var(--soft);padding:.1em .35em;border-radius:.25em;overflow-wrap:anywhere}
h2{margin-top:2.2rem;border-bottom:1px solid var(--line)}h3{margin:1.6rem 0 .3rem}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid var(--line)}
dd,h1,li,p{overflow-wrap:anywhere}.wide{overflow-x:auto}.wide table{min-width:34rem}
a{color:var(--link)}nav ul{padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.4rem 1.2rem}
nav a{display:inline-block;padding:.25rem 0}
dl{display:grid;grid-template-columns:minmax(8rem,16rem) 1fr;gap:.3rem 1rem}
dd{margin:0}dt{font-weight:600}
@media (max-width:40rem){body{padding:1rem}dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
"""


def api_page(title: str, body: str, head: str = "") -> str:
    """The whole page; ``body`` and ``head`` are HTML, ``title`` is escaped."""
    return (
        '<!doctype html><html lang="fr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title>{head}<style>{_STYLE}</style></head><body><main>"
        f"<h1>{escape(title)}</h1>{body}</main></body></html>"
    )
