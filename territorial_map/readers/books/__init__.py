"""Workbooks read as streams, their limits counted while they are parsed.

XLSX and ODS are read by an XML parser that knows no entity, part by part, whatever the names that
the relationships give to parts; XLS, an older binary format, by calamine.
"""

from territorial_map.readers.books.book import open_book
from territorial_map.readers.books.limits import BookLimits
from territorial_map.readers.books.sheet import Book, Formulas, Sheet

__all__ = ["Book", "BookLimits", "Formulas", "Sheet", "open_book"]
