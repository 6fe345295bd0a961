"""INSEE's legal categories (level III) and the legal form each one is."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from territorial_map.domain.vocabulary import LegalForm


@dataclass(frozen=True, slots=True)
class LegalCategory:
    """A four-digit code of the ``catégories juridiques``, its form and INSEE's label."""

    code: str
    form: LegalForm
    label: str


@cache
def _categories() -> dict[str, LegalCategory]:
    text = files(__package__).joinpath("legal_categories.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {
        row["code"]: LegalCategory(row["code"], LegalForm(row["form"]), row["label"])
        for row in rows
    }


def legal_category(code: str) -> LegalCategory | None:
    """The category of a code; any 7xxx is public law, any other unlisted code ``None``.

    Source: INSEE, nomenclature des catégories juridiques.

    >>> legal_category("9220").form.label
    'Association'
    """
    known = _categories().get(code)
    if known is None and len(code) == 4 and code[0] == "7":
        return LegalCategory(code, LegalForm.PUBLIC, "Personne morale de droit public")
    return known
