"""What an organisation legally is: status, devices, kinds of place, each with its evidence."""

from territorial_map.ingest.status.assess import status_of
from territorial_map.ingest.status.clues import Clues
from territorial_map.ingest.status.devices import devices_of, old_label_note, place_types_of
from territorial_map.ingest.status.headcount_bands import size_of
from territorial_map.ingest.status.persons import (
    share_legal_persons,
    share_managers,
    told_by_naf,
    with_trades_of,
)
from territorial_map.ingest.status.public import is_public_body, public_partner_type

__all__ = [
    "Clues",
    "devices_of",
    "is_public_body",
    "old_label_note",
    "place_types_of",
    "public_partner_type",
    "share_legal_persons",
    "share_managers",
    "size_of",
    "status_of",
    "told_by_naf",
    "with_trades_of",
]
