"""A synthetic town of integration bodies, close enough to make groups; named as such."""

from pathlib import Path

from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.vocabulary import Device
from territorial_map.store.writer import write_edition
from tests.synthetic import PLACES, organisation, place

_SORTS = (Device.ACI, Device.EI, Device.AI, Device.GEIQ, Device.ETTI)


def town_organisations(n: int = 10) -> list[Organisation]:
    """``n`` bodies of one town, a few hundred metres from one another, sorted by id."""
    return [
        organisation(
            f"synthetic:town{at:02}",
            devices=(_SORTS[at % len(_SORTS)],),
            place=place(5.05 + at / 200, 45.04),
        )
        for at in range(n)
    ]


def write_town(folder: Path, n: int = 10) -> Path:
    """An edition of the town in a folder."""
    source = SourceCount("synthetic.csv", "Table synthétique", "2026-01", "CC0", n, n, 0, 0)
    report = EditionReport((source,))
    write_edition(town_organisations(n), PLACES, report, folder, built_on="2026-11-22")
    return folder
