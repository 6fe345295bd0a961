"""What a cell of anybody's table says: one reading, whoever asks (import, check, match, build).

Each reading takes the text of a cell and gives a value with what is doubtful about it; none of them
raises, and none knows where the cell comes from. Places are read in
``territorial_map.places``.
"""

from territorial_map.domain.cells.contacts import (
    Cleaned,
    is_titled_person,
    without_contacts,
    without_titled_persons,
)
from territorial_map.domain.cells.dates import DateCell, read_date
from territorial_map.domain.cells.decoding import put_right
from territorial_map.domain.cells.doubts import Doubt, Doubted
from territorial_map.domain.cells.forms import FormCell, read_form, read_partner_type
from territorial_map.domain.cells.furniture import is_body_of_area, is_furniture
from territorial_map.domain.cells.numbers import (
    NumberCell,
    read_finess,
    read_rna,
    read_siren,
    read_siret,
)
from territorial_map.domain.cells.phones import Landline, PhoneCell, read_phones
from territorial_map.domain.cells.row import (
    OrganisationRow,
    clean_text,
    doubted,
    phone_doubts,
    read_row,
)
from territorial_map.domain.cells.text import cell_text, shown_text
from territorial_map.domain.cells.websites import WebsiteCell, read_website

__all__ = [
    "Cleaned",
    "DateCell",
    "Doubt",
    "Doubted",
    "FormCell",
    "Landline",
    "NumberCell",
    "OrganisationRow",
    "PhoneCell",
    "WebsiteCell",
    "cell_text",
    "clean_text",
    "doubted",
    "is_body_of_area",
    "is_furniture",
    "is_titled_person",
    "phone_doubts",
    "put_right",
    "read_date",
    "read_finess",
    "read_form",
    "read_partner_type",
    "read_phones",
    "read_rna",
    "read_row",
    "read_siren",
    "read_siret",
    "read_website",
    "shown_text",
    "without_contacts",
    "without_titled_persons",
]
