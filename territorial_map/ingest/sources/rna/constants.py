"""Columns of the RNA files; the waldec and import files share those that are read."""

REQUIRED = ("id", "titre", "adrs_codepostal", "adrs_libcommune", "position")
ENDED = frozenset({"D", "S"})  # dissolved, removed
ADDRESS = ("adrs_numvoie", "adrs_typevoie", "adrs_libvoie")
