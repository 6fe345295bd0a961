"""Cells checked one by one: what cannot be trusted is dropped, never guessed."""

from territorial_map.ingest.checks.contact import checked_phone, checked_website
from territorial_map.ingest.checks.numbers import Numbers, checked_numbers

__all__ = ["Numbers", "checked_numbers", "checked_phone", "checked_website"]
