"""Sector claims: what a source declares, what the NAF code tells, what the name tells.

Nothing is guessed: an ESAT's NAF code tells what the establishment is, never its trade, and a
territory's name tells no sector. One claim per sector, from its strongest origin.
"""

from collections.abc import Iterator
from typing import NamedTuple

from territorial_map.domain.organisation import SectorClaim
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import Device, PartnerType, Sector, SectorOrigin
from territorial_map.ingest.french_typography import quoted
from territorial_map.ingest.sectors.lexicon import find
from territorial_map.ingest.sectors.naf import NAF_2025, naf_entry

_SHELTERED = frozenset({Device.ESAT, Device.EA, Device.EATT})
# Codes that registers give to the establishment or to whoever integrates by work: no trade.
_NOT_A_TRADE = frozenset({"8899B", "8810B"})
_NAMED_AFTER_PLACES = frozenset(
    {PartnerType.LOCAL_AUTHORITY, PartnerType.GROUPING, PartnerType.CCAS}
)
# Which words of the lexicon may be read where.
_NAMES, _NAMES_OF_SIAE = frozenset({"name"}), frozenset({"name", "insertion"})
_DECLARED = frozenset({"name", "declared"})
_MIN_COMMUNE = 4  # shorter commune names (Y, Us, Ay…) are never taken off a name


class SectorClues(NamedTuple):
    """What a row tells of its activities; ``commune`` is taken off the name before reading it."""

    name: str
    naf: str = ""
    activities: tuple[str, ...] = ()
    devices: tuple[Device, ...] = ()
    partner_type: PartnerType | None = None
    commune: str = ""

    @property
    def is_siae(self) -> bool:
        """True for a structure whose purpose is work integration (code du travail, L5132-4)."""
        return any(device.is_siae for device in self.devices)

    @property
    def is_sheltered(self) -> bool:
        """True for protected and adapted work."""
        return bool(_SHELTERED.intersection(self.devices))


def sectors_of(clues: SectorClues) -> tuple[SectorClaim, ...]:
    """Claims in the order of their origins, then as found; empty where nothing tells."""
    claims: dict[Sector, SectorClaim] = {}
    for claim in (*_declared(clues), *_from_naf(clues), *_from_name(clues)):
        claims.setdefault(claim.sector, claim)
    return tuple(claims.values())


def _declared(clues: SectorClues) -> Iterator[SectorClaim]:
    for activity in clues.activities:
        for found in find(fold(activity), _DECLARED):
            evidence = f"Activité déclarée : {quoted(activity)}."
            yield SectorClaim(found.sector, SectorOrigin.DECLARED, evidence)
    siae = next((device for device in clues.devices if device.is_siae), None)
    if siae is not None:
        yield SectorClaim(
            Sector.WORK_INTEGRATION,
            SectorOrigin.DECLARED,
            f"Structure d’insertion par l’activité économique, dispositif {siae.short} "
            "(code du travail, L5132-4).",
        )


def _from_naf(clues: SectorClues) -> Iterator[SectorClaim]:
    code = clues.naf.replace(".", "").strip().upper()
    entry = naf_entry(code) if code else None
    if entry is None or _says_no_trade(clues, code.removeprefix(NAF_2025)):
        return
    for sector in entry.sectors:
        yield SectorClaim(sector, SectorOrigin.NAF, f"Code NAF {code} : {entry.label}.")


def _says_no_trade(clues: SectorClues, code: str) -> bool:
    if clues.is_sheltered:
        return code[:2] in {"87", "88", "94"}
    return clues.is_siae and code in _NOT_A_TRADE


def _from_name(clues: SectorClues) -> Iterator[SectorClaim]:
    if clues.partner_type in _NAMED_AFTER_PLACES:
        return
    places = _NAMES_OF_SIAE if clues.is_siae else _NAMES
    for found in find(_without_commune(clues), places, sheltered=clues.is_sheltered):
        evidence = f"Mot du nom : {quoted(found.words)}."
        yield SectorClaim(found.sector, SectorOrigin.NAME, evidence)


def _without_commune(clues: SectorClues) -> str:
    """The folded name without the commune's: « ESAT de Saint-Jean-des-Vignes » grows none."""
    name, commune = fold(clues.name), fold(clues.commune)
    if len(commune) < _MIN_COMMUNE or commune not in name:
        return name
    return " ".join(_spaced(name).replace(_spaced(commune), " ").split())


def _spaced(words: str) -> str:
    """Words with a space of its own on each side, so that one after the other can be taken off."""
    return f" {words.replace(' ', '  ')} "
