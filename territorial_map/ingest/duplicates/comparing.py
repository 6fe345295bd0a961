"""Splink's Fellegi–Sunter model over pairs of records: what is compared, and the score.

The parameters are trained once (``python -m benchmarks.duplicates_training``) and kept in
``model.json``; a build only reads them, so that the same sources give the same
edition. Splink works in a database of its own, in memory, and asks nothing of the network.
"""

import json
import logging
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from territorial_map.store.databases import database

_MODEL = Path(__file__).with_name("model.json")
_DIGITS = 6  # of a probability: what every machine computes alike
_SAME_NUMBERS = "numbers_l = numbers_r"
_NEAR = (
    "jaro_winkler_similarity(spelling_l, spelling_r) >= 0.95"
    " OR (length(core_l) >= 26 AND starts_with(core_r, core_l))"
    " OR (length(core_r) >= 26 AND starts_with(core_l, core_r))"
)
_ACRONYM = "acronym_l IN (acronym_r, core_r) OR acronym_r = core_l"
_PART = " OR ".join(  # the first words of the other, or every word of it
    f"(length(core_{one}) >= 6 AND starts_with(core_{other}, core_{one} || ' '))"
    f" OR (length(core_{one}) >= 8"
    f" AND list_has_all(string_split(core_{other}, ' '), string_split(core_{one}, ' ')))"
    for one, other in ("lr", "rl")
)
_KM = (
    "6371 * 2 * asin(sqrt(pow(sin(radians(lat_r - lat_l) / 2), 2) + cos(radians(lat_l))"
    " * cos(radians(lat_r)) * pow(sin(radians(lon_r - lon_l) / 2), 2)))"
)
_NEXT_DOOR = f"precise_l AND precise_r AND {_KM} < 0.15"
_PLACE_UNKNOWN = "(street_l IS NULL OR street_r IS NULL) AND NOT (precise_l AND precise_r)"
_ELSEWHERE = f"street_l <> street_r AND NOT ({_NEXT_DOOR})"  # an operator's site, two places
# Each comparison: its name, and its levels from the strongest; the first may be « not known ».
COMPARISONS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "name": (
        ("unknown", "core_l = '' OR core_r = ''"),
        ("same", "core_l = core_r"),
        ("near", f"{_SAME_NUMBERS} AND ({_NEAR})"),
        ("acronym", f"{_SAME_NUMBERS} AND ({_ACRONYM})"),
        ("part", f"{_SAME_NUMBERS} AND ({_PART})"),
        ("other", "ELSE"),
    ),
    "person": (
        ("unknown", "siren_l IS NULL OR siren_r IS NULL"),
        ("same", "siren_l = siren_r"),
        ("other", "ELSE"),
    ),
    "place": (
        ("unknown", _PLACE_UNKNOWN),
        ("same", f"street_l = street_r OR ({_NEXT_DOOR})"),
        ("other", "ELSE"),
    ),
    "phone": (
        ("unknown", "phone_l IS NULL OR phone_r IS NULL"),
        ("same", "phone_l = phone_r"),
        ("other", "ELSE"),
    ),
    "website": (
        ("unknown", "website_l IS NULL OR website_r IS NULL"),
        ("same", f"website_l = website_r AND NOT ({_ELSEWHERE})"),
        ("other", "ELSE"),
    ),
}


def splink_settings(
    shares: Mapping[str, Mapping[str, tuple[float, float]]], prior: float
) -> dict[str, Any]:
    """Splink's settings: per comparison and level the shares among same (m) and among two (u)."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "position",
        "probability_two_random_records_match": prior,
        "retain_matching_columns": True,  # the levels, with them
        "retain_intermediate_calculation_columns": False,
        "blocking_rules_to_generate_predictions": ["l.position = r.position"],  # pairs are given
        "comparisons": [
            {
                "output_column_name": name,
                "comparison_levels": [_level(*level, shares[name]) for level in levels],
            }
            for name, levels in COMPARISONS.items()
        ],
    }


def _level(label: str, condition: str, shares: Mapping[str, tuple[float, float]]) -> dict[str, Any]:
    told: dict[str, Any] = {"sql_condition": condition, "label_for_charts": label}
    if label == "unknown":
        return told | {"is_null_level": True}
    m, u = shares[label]
    return told | {"m_probability": m, "u_probability": u}


@cache
def trained_settings() -> dict[str, Any]:
    """The trained model that stands beside this module."""
    told = json.loads(_MODEL.read_text(encoding="utf-8"))
    shares = {
        name: {label: (level["m"], level["u"]) for label, level in levels.items()}
        for name, levels in told["levels"].items()
    }
    return splink_settings(shares, told["prior"])


def scored(records: pa.Table, pairs: pa.Table, settings: dict[str, Any]) -> pa.Table:
    """The pairs with Splink's ``probability``, and the level of each comparison.

    ``records`` holds the columns of ``record`` for both ends; ``pairs`` their positions ``l, r``.
    Sorted by positions.
    """
    from splink import DuckDBAPI, Linker  # noqa: PLC0415 - slow to load, for a build only

    with database() as connection:
        connection.register("given_records", records)
        connection.register("given_pairs", pairs)
        connection.execute("CREATE TABLE records AS FROM given_records ORDER BY position")
        connection.execute(
            "CREATE TABLE pairs AS SELECT '0' AS match_key, l AS join_key_l, r AS join_key_r"
            " FROM given_pairs ORDER BY ALL"
        )
        api = DuckDBAPI(connection)
        linker = Linker(api.register("records"), settings, log_level=logging.ERROR)
        linker.table_management.register_blocked_pairs_for_predict(api.register("pairs"))
        found = linker.inference.predict(warning_mode="never").as_duckdbpyrelation()
        levels = ", ".join(f"gamma_{name}" for name in COMPARISONS)
        return (
            found.project(
                f"position_l AS l, position_r AS r, {levels},"
                f" round(match_probability, {_DIGITS}) AS probability"
            )
            .order("l, r")
            .to_arrow_table()
        )
