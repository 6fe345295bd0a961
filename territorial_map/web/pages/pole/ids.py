"""Ids of the page « Constituer un PTCE » that callbacks or scripts name."""

from typing import Final

POLE_SEARCH: Final = "pole-search"
POLE_MEMBERS: Final = "pole-members"
POLE_CHECK: Final = "pole-check"
POLE_INSIDE: Final = "pole-inside"
POLE_EXPORT: Final = "pole-export"
POLE_FILE: Final = "pole-file"
POLE_AS_CSV: Final = "pole-as-csv"
POLE_AS_HTML: Final = "pole-as-html"
POLE_AS_PDF: Final = "pole-as-pdf"
POLE_AS_DOCX: Final = "pole-as-docx"
