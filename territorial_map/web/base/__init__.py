"""What pages share: marks, wording, state of an address, HTML; nothing here knows a page."""
