"""Links as they are printed."""

import re

_MAX_LINK_SHOWN = 600
_MAX_SITE_SHOWN = 60


def shown_link(link: str) -> str:
    """The link as text on paper; a very long one is cut, the code and the link itself are whole."""
    return link if len(link) <= _MAX_LINK_SHOWN else f"{link[:_MAX_LINK_SHOWN]}…"


def shown_website(address: str) -> str:
    """A website as one types it: without its scheme; a long address by its host and an ellipsis.

    >>> shown_website("https://www.archer.fr/"), shown_website("http://a.fr/" + "x" * 80)
    ('www.archer.fr', 'a.fr/…')
    """
    typed = re.sub(r"^https?://", "", address).rstrip("/")
    return typed if len(typed) <= _MAX_SITE_SHOWN else f"{typed.partition('/')[0]}/…"
