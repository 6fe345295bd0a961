"""Table files, whatever their format, as rows that know their line.

``read_table`` is strict and for the project's own tables; ``open_table`` is for other people's.
"""

from territorial_map.readers.archives import (
    is_archive_of_several,
    names_in_archive,
    unpacked_files,
    unpacked_folder,
)
from territorial_map.readers.books import BookLimits
from territorial_map.readers.foreign_table import FORMATS, ForeignTable, open_table
from territorial_map.readers.json_file import read_json
from territorial_map.readers.kinds import is_book
from territorial_map.readers.layout import Layout
from territorial_map.readers.records import split_records
from territorial_map.readers.table import Row, Table, read_table
from territorial_map.readers.text_file import ByteFile, TextFile, open_bytes, open_text, sample_of
from territorial_map.readers.unreadable_lines import Flaw, FlawKind
from territorial_map.readers.upload import Upload

__all__ = [
    "FORMATS",
    "BookLimits",
    "ByteFile",
    "Flaw",
    "FlawKind",
    "ForeignTable",
    "Layout",
    "Row",
    "Table",
    "TextFile",
    "Upload",
    "is_archive_of_several",
    "is_book",
    "names_in_archive",
    "open_bytes",
    "open_table",
    "open_text",
    "read_json",
    "read_table",
    "sample_of",
    "split_records",
    "unpacked_files",
    "unpacked_folder",
]
