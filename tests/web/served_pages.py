"""Pages as the server sends them, and what tests read in them."""

import re
from html import unescape

PUBLIC = "https://carte.example.org"
HOSTILE = '</script><script>alert("x")</script>'
MERGED = "synthetic:merged"
GONE = "synthetic:gone"


def meta(page: str, name: str) -> str:
    found = re.search(rf'<meta (?:name|property)="{re.escape(name)}" content="([^"]*)"', page)
    return unescape(found[1]) if found else ""


def canonical(page: str) -> str:
    found = re.search(r'<link rel="canonical" href="([^"]*)"', page)
    return unescape(found[1]) if found else ""


def plain(page: str) -> str:
    return page.split('id="plain"', 1)[1]
