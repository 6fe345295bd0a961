"""Spaces, apostrophes and quotation marks of a name, as French prints them."""

import re

_STRAY = str.maketrans(
    {"\x92": "’", "\x93": '"', "\x94": '"', "´": "’", "`": "’", "“": '"', "”": '"'}
)
_INNER_APOSTROPHE = re.compile(r"(?<=\w)\s?'\s?(?=\w)")
_QUOTED = re.compile(r'"\s*([^"]*?)\s*"')
_TO_TIDY = re.compile("[\x92\x93\x94´`“”'\"«»(]")
NO_BREAK_SPACE = "\u00a0"


def tidy(text: str) -> str:
    """Single spaces, ’ for ', « » for "; a lone quotation mark is dropped.

    >>> tidy("Tiers-Lieu  'Au Vert'"), tidy('Le "Lieu"').replace(NO_BREAK_SPACE, "_")
    ('Tiers-Lieu ’Au Vert’', 'Le «_Lieu_»')
    """
    if not _TO_TIDY.search(text):
        return " ".join(text.split())
    name = text.translate(_STRAY)
    name = _INNER_APOSTROPHE.sub("’", name).replace("'", "’")
    if name.count('"') % 2:
        name = name.replace('"', " ")
    name = _QUOTED.sub(r" «\1» ", name)
    name = " ".join(name.split())
    name = re.sub(r"«\s*", f"«{NO_BREAK_SPACE}", name)
    name = re.sub(r"\s*»", f"{NO_BREAK_SPACE}»", name)
    return re.sub(r"» (?=[,.)])", "»", re.sub(r"\( ", "(", name)).strip()
