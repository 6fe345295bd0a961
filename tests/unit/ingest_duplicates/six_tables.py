"""Two registers, one more, a compiled list, PTCEs and their members: tables of each shape."""

from territorial_map.ingest.tables import table_named

TABLES = tuple(
    table_named(f"{name}.csv")
    for name in (
        "sheltered_suppliers",
        "insertion_enterprises",
        "ess_employers_guyane",
        "cooperation_spaces",
        "ptce",
        "ptce_members",
    )
)
