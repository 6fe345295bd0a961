"""INSEE's headcount bands folded to the five sizes of the directory."""

from territorial_map.domain.vocabulary import SizeBand

# INSEE, Sirene, « tranche d’effectifs salariés » ; « NN » says that it is not told.
_BANDS: dict[str, SizeBand] = {
    "00": SizeBand.NONE,
    **dict.fromkeys(("01", "02", "03"), SizeBand.MICRO),
    **dict.fromkeys(("11", "12"), SizeBand.SMALL),
    **dict.fromkeys(("21", "22", "31"), SizeBand.MEDIUM),
    **dict.fromkeys(("32", "41", "42", "51", "52", "53"), SizeBand.LARGE),
}


def size_of(headcount_band: str) -> SizeBand:
    """The size of a band code; tables that lost the leading zero are understood.

    INSEE's 31 is 200 to 249 employees, so it stays medium.

    >>> size_of("2").label, size_of("NN").label
    ('1 à 9 salariés', 'Effectif non renseigné')
    """
    code = headcount_band.strip()
    return _BANDS.get(code.zfill(2) if code else "", SizeBand.UNKNOWN)
