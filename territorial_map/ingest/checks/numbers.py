"""SIREN, SIRET and FINESS numbers of a row, kept only when their check digits agree."""

from typing import NamedTuple

from territorial_map.domain.identifiers import parse_finess, parse_siren, parse_siret
from territorial_map.domain.organisation import FieldFact
from territorial_map.ingest.journal import Journal, RemarkCode
from territorial_map.readers import Row

_ZEROS = frozenset("0")


class Numbers(NamedTuple):
    """Numbers that hold together; ``refused`` lists (field, rule, value as written)."""

    siren: str | None
    siret: str | None
    finess: str | None
    refused: tuple[tuple[str, str, str], ...] = ()

    def facts(self, source: str, vintage: str) -> tuple[FieldFact, ...]:
        """What was not kept, with the value that the source writes."""
        return tuple(
            FieldFact(field, source, vintage, rule, value) for field, rule, value in self.refused
        )


def checked_numbers(row: Row, journal: Journal) -> Numbers:
    """The numbers of a row; a wrong one is dropped with a remark, the row stays.

    A SIRET gives its SIREN; when both are told and disagree, the SIRET's nine digits win.
    """
    cells, identity = row.values, row.values["id"]
    refused: list[tuple[str, str, str]] = []

    def refuse(field: str, code: RemarkCode) -> None:
        refused.append((field, code.label, cells[field].strip()))
        journal.note(code, identity)

    siret = _real(parse_siret(cells["siret"]))
    if siret is None and cells["siret"].strip():
        refuse("siret", RemarkCode.SIRET_REFUSED)
    siren = _real(parse_siren(cells["siren"]))
    if siren is None and cells["siren"].strip():
        refuse("siren", RemarkCode.SIREN_REFUSED)
    if siret is not None and siren is not None and not siret.startswith(siren):
        refuse("siren", RemarkCode.SIREN_CONTRADICTS)
        siren = None
    finess = parse_finess(cells["finess"])
    if finess is None and cells["finess"].strip():
        refuse("finess", RemarkCode.FINESS_REFUSED)
    return Numbers(siren or (siret[:9] if siret else None), siret, finess, tuple(refused))


def _real(number: str | None) -> str | None:
    """A number that is not all zeros: its check digits would agree."""
    return None if number is None or _ZEROS.issuperset(number) else number
