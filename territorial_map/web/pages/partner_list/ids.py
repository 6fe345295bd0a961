"""Ids of the page « Partenaires » that callbacks or scripts name."""

from typing import Final

PARTNER_LIST_SEARCH: Final = "partner-list-search"
PARTNER_LIST_CHOICES: Final = "partner-list-choices"
PARTNER_LIST: Final = "partner-list"
