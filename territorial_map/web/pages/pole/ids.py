"""Ids of the page « Constituer un PTCE » that callbacks or scripts name."""

from typing import Final

POLE_WORDS: Final = "pole-words"
POLE_LIST: Final = "pole-list"
POLE_SEARCH: Final = "pole-search"
POLE_MEMBERS: Final = "pole-members"
POLE_CHECK: Final = "pole-check"
POLE_INSIDE: Final = "pole-inside"
POLE_EXPORT: Final = "pole-export"
