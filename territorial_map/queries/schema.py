"""The tables of an edition file: what is stored, under which names.

A column named like a dimension (``territorial_map.domain.dimensions``) holds exactly the values
that dimension reads off an organisation: a list where it may have several.
"""

from typing import Any, TypeAlias

from sqlalchemy import ARRAY, Boolean, Column, Double, Integer, MetaData, Row, Select, String, Table

from territorial_map.domain.alike import PlaceTrait
from territorial_map.domain.dimensions import DIMENSIONS, Dimension

SCHEMA_VERSION = 8
metadata = MetaData()
Rows: TypeAlias = Select[*tuple[Any, ...]]
AnyRow: TypeAlias = Row[*tuple[Any, ...]]


def _column_of(dimension: Dimension) -> Column[Any]:
    return Column(dimension.name, ARRAY(String) if dimension.many else String())


organisations = Table(
    "organisations",
    metadata,
    Column("id", String, primary_key=True),
    *(_column_of(dimension) for dimension in DIMENSIONS),
    Column("name", String),
    Column("sort_name", String),
    Column("acronym", String),
    Column("size", String),
    Column("finess", String),
    Column("naf", String),
    Column("address", String),
    Column("postcode", String),
    Column("commune_name", String),
    Column("epci_name", String),
    Column("department_name", String),
    Column("region_name", String),
    Column("lon", Double),
    Column("lat", Double),
    Column("tile_x", Integer),
    Column("tile_y", Integer),
    Column("website", String),
    Column("phone", String),
    Column("source_name", String),
    Column("vintage", String),
    Column("licence_told", String),
    Column("criteria_met", Integer),
    Column("criteria_applied", Integer),
    Column("person_key", String),
    Column("words", ARRAY(String)),
    # What it declares it looks for and can share (JSON); null for almost everyone.
    Column("needs", String),
    Column("offers", String),
    Column("profile", Integer),
    # Long texts, much alike, read one at a time or many together: a quarter of the room packed.
    Column("record", String, info={"compression": "zstd"}),
)

# What scoring reads of an organisation beside its place, once for all that share it.
profiles = Table(
    "profiles",
    metadata,
    Column("profile", Integer, primary_key=True, autoincrement=False),
    Column("code", String),
)

# Every id an organisation answers to, its own included.
aliases = Table(
    "aliases",
    metadata,
    Column("alias", String, primary_key=True),
    Column("id", String),
)

# The directory's vocabulary: each searchable word and how many organisations have it.
vocabulary = Table(
    "vocabulary",
    metadata,
    Column("word", String, primary_key=True),
    Column("organisations", Integer),
)

territories = Table(
    "territories",
    metadata,
    Column("level", String),
    Column("code", String),
    Column("name", String),
    Column("region_code", String),
    Column("department_code", String),
    Column("epci_code", String),
    Column("population", Integer),
    Column("lon", Double),
    Column("lat", Double),
    Column("west", Double),
    Column("south", Double),
    Column("east", Double),
    Column("north", Double),
    Column("postcodes", ARRAY(String)),
    Column("former_codes", ARRAY(String)),
    Column("outline", String),
)

# What is near each commune, and how many people live near: made with the edition, from it alone.
# An edition written before these tables has none; whoever reads them must say so.
commune_reach = Table(
    "commune_reach",
    metadata,
    Column("commune", String),
    Column("target", String),
    Column("nearest_km", Double),
    Column("nearest_id", String),
)

# ``inhabitants`` are those of communes with a point; ``within_10`` those of them whose commune lies
# within 10 km of a known target, and so on.
territory_reach = Table(
    "territory_reach",
    metadata,
    Column("level", String),
    Column("code", String),
    Column("target", String),
    Column("inhabitants", Integer),
    Column("within_10", Integer),
    Column("within_20", Integer),
    Column("within_30", Integer),
)

# What a territory is like: of each trait the class of most of its inhabitants, and their share.
# Like reach, made with the edition and absent from older ones.
territory_traits = Table(
    "territory_traits",
    metadata,
    Column("level", String),
    Column("code", String),
    *(
        column
        for trait in PlaceTrait
        if trait is not PlaceTrait.POPULATION
        for column in (Column(trait.value, String), Column(f"{trait.value}_share", Double))
    ),
)

# The territories most like each one, of its level: ``rank`` 1 is the nearest; ``distance`` is the
# root mean square of standardised distances, 1 between two territories drawn at random.
alike_territories = Table(
    "alike_territories",
    metadata,
    Column("level", String),
    Column("code", String),
    Column("rank", Integer),
    Column("other", String),
    Column("distance", Double),
)

# What most alike territories have and a territory has not, or has little of, where a source covers
# it: ``low`` to ``high`` are expected, ``chance`` that of so few. ``beyond_chance`` says that it is
# among those held to one rate of false discoveries.
territory_gaps = Table(
    "territory_gaps",
    metadata,
    Column("level", String),
    Column("code", String),
    Column("dimension", String),
    Column("value", String),
    Column("known", Integer),
    Column("compared", Integer),
    Column("present", Integer),
    Column("expected", Double),
    Column("low", Integer),
    Column("high", Integer),
    Column("chance", Double),
    Column("beyond_chance", Boolean),
    Column("nearest_id", String),
    Column("nearest_km", Double),
)

# How many organisations each territory has by value of the filters that portraits compare (kind,
# device, trade), where it has some; in all where ``dimension`` and ``value`` are blank.
territory_counts = Table(
    "territory_counts",
    metadata,
    Column("level", String),
    Column("code", String),
    Column("dimension", String),
    Column("value", String),
    Column("organisations", Integer),
)

# Classes of the map of one figure over a whole level: the greatest count of each, ``rank`` 1 first.
# Of all organisations, ``dimension`` and ``value`` are blank.
map_classes = Table(
    "map_classes",
    metadata,
    Column("level", String),
    Column("dimension", String),
    Column("value", String),
    Column("rank", Integer),
    Column("upto", Integer),
)

# The communes of each zone that a portrait may be of (``kind`` of zoning); older editions have
# none.
zone_communes = Table(
    "zone_communes",
    metadata,
    Column("kind", String),
    Column("code", String),
    Column("name", String),
    Column("commune", String),
)

# The outlines of zones for the screen, with the départements that each reaches; of a grid or a
# programme, what of it lies in one. ``style`` tells from 0 how it is drawn; older editions have
# none.
zoning_outlines = Table(
    "zoning_outlines",
    metadata,
    Column("kind", String),
    Column("code", String),
    Column("name", String),
    Column("departments", ARRAY(String)),
    Column("style", Integer),
    Column("lon", Double),
    Column("lat", Double),
    Column("outline", String, info={"compression": "zstd"}),
)

# What the edition says of itself: ``schema_version`` and ``edition`` (JSON).
about = Table(
    "about",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String),
)
