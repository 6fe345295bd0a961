"""Links as they are printed."""

_MAX_LINK_SHOWN = 600


def shown_link(link: str) -> str:
    """The link as text on paper; a very long one is cut, the code and the link itself are whole."""
    return link if len(link) <= _MAX_LINK_SHOWN else f"{link[:_MAX_LINK_SHOWN]}…"
