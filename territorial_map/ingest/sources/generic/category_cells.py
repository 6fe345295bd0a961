"""Cells of a category column, by the words that tables use for kinds, forms and partners."""

from territorial_map.domain.cells import FormCell, read_form, read_partner_type
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import LegalFamily, LegalForm, PartnerType
from territorial_map.ingest.facts_tables.categories import KINDS
from territorial_map.readers.name_table import meanings_of, names_of

_FILE = __package__, "categories.toml"
_FAMILIES = {
    LegalFamily.ASSOCIATION: "association",
    LegalFamily.COOPERATIVE: "cooperative",
    LegalFamily.MUTUAL: "mutual",
    LegalFamily.FOUNDATION: "foundation",
    LegalFamily.COMMERCIAL: PartnerType.ENTERPRISE.value,
    LegalFamily.PUBLIC: PartnerType.OTHER.value,
}


def category_names() -> dict[str, list[str]]:
    """By category of ours, the folded cells that mean it."""
    return names_of(*_FILE)


def category_of(cell: str) -> str:
    """Our category for a cell of a table, blank when its words are not known.

    >>> category_of("Associations"), category_of("SCIC SA"), category_of("SARL"), category_of("?")
    ('association', 'cooperative', 'enterprise', '')
    """
    known = meanings_of(*_FILE).get(fold(cell), "")
    if known:
        return known
    form, partner = read_form(cell), read_partner_type(cell)
    told = partner.value if partner else ""
    return (_of_form(form) if form else "") or told


def _of_form(form: FormCell) -> str:
    """A device before the form that holds it: it says more of what an organisation does."""
    device = next((each.value for each in form.devices if each.value in KINDS), "")
    if device:
        return device
    if form.form is LegalForm.COMMERCIAL_ESS:
        return "commercial_ess"
    if form.esus and form.form.family in {LegalFamily.COMMERCIAL, LegalFamily.UNKNOWN}:
        return "esus"
    return _FAMILIES.get(form.form.family, "")
