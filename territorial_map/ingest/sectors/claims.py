"""Sector claims: what a source declares, what the NAF code tells, what the name tells.

Nothing is guessed: an ESAT's NAF code tells what the establishment is, never its trade, a device
is not a trade, and a territory's name tells no sector. One claim per sector, from its strongest
origin. The words and codes are those of ``data/trades``.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from territorial_map.domain.naf import NAF_2025, compact_naf, naf_in_words
from territorial_map.domain.organisation import SectorClaim
from territorial_map.domain.text import fold
from territorial_map.domain.trades import (
    NafEntry,
    NafTable,
    Precision,
    ReadIn,
    Trades,
    TradeTable,
)
from territorial_map.domain.vocabulary import Device, PartnerType, Sector, SectorOrigin
from territorial_map.ingest.french_typography import quoted

_SHELTERED = frozenset({Device.ESAT, Device.EA, Device.EATT})
# Codes that registers give to the establishment or to whoever integrates by work: no trade.
_NOT_A_TRADE = frozenset({"8899B", "8810B", "8810C"})
_NAMED_AFTER_PLACES = frozenset(
    {PartnerType.LOCAL_AUTHORITY, PartnerType.GROUPING, PartnerType.CCAS}
)
# Which words of the table may be read where.
_NAMES, _NAMES_OF_SIAE = frozenset({ReadIn.NAME}), frozenset({ReadIn.NAME, ReadIn.SIAE_NAME})
_ACTIVITIES = frozenset({ReadIn.NAME, ReadIn.ACTIVITY})
_PROFESSION = "btp"
_MIN_COMMUNE = 4  # shorter commune names (Y, Us, Ay…) are never taken off a name


class SectorClues(NamedTuple):
    """What a row tells of its activities; ``commune`` is taken off the name before reading it.

    ``activities_from`` is the origin of the activities: declared, or a programme's.
    """

    name: str
    naf: str = ""
    activities: tuple[str, ...] = ()
    devices: tuple[Device, ...] = ()
    partner_type: PartnerType | None = None
    commune: str = ""
    activities_from: SectorOrigin = SectorOrigin.DECLARED

    @property
    def is_siae(self) -> bool:
        """True for a structure whose purpose is work integration (code du travail, L5132-4)."""
        return any(device.is_siae for device in self.devices)

    @property
    def is_sheltered(self) -> bool:
        """True for protected and adapted work."""
        return bool(_SHELTERED.intersection(self.devices))


def sectors_of(clues: SectorClues, trades: Trades) -> tuple[SectorClaim, ...]:
    """Claims in the order of their origins, then as found; empty where nothing tells."""
    return strongest(
        (
            *_from_activities(clues, trades.words),
            *naf_claims(clues, trades.codes),
            *_from_name(clues, trades.words),
        )
    )


def strongest(claims: Iterable[SectorClaim]) -> tuple[SectorClaim, ...]:
    """One claim per sector, in the order of origins; equal origins stay as they come."""
    kept: dict[Sector, SectorClaim] = {}
    for claim in sorted(claims, key=lambda one: one.origin.rank):
        kept.setdefault(claim.sector, claim)
    return tuple(kept.values())


def naf_claims(clues: SectorClues, codes: NafTable) -> Iterator[SectorClaim]:
    """What the NAF code of a site tells, where it tells a trade."""
    code = compact_naf(clues.naf)
    entry = _trade_entry(clues, code, codes)
    if entry is None:
        return
    for sector in entry.sectors:
        told = f"Code NAF {naf_in_words(code)} : {entry.label}."
        yield SectorClaim(sector, SectorOrigin.NAF, told)


def _trade_entry(clues: SectorClues, code: str, codes: NafTable) -> NafEntry | None:
    entry = codes.entry(code) if code else None
    says_no_trade = entry is None or _says_no_trade(clues, code.removeprefix(NAF_2025))
    return None if says_no_trade else entry


def _says_no_trade(clues: SectorClues, code: str) -> bool:
    if clues.is_sheltered:
        return code[:2] in {"87", "88", "94"}
    return clues.is_siae and code in _NOT_A_TRADE


def _from_activities(clues: SectorClues, words: TradeTable) -> Iterator[SectorClaim]:
    programme = clues.activities_from is SectorOrigin.PROGRAMME
    told = "Activité d’un programme public" if programme else "Activité déclarée"
    for activity in clues.activities:
        for found in words.find(fold(activity), _ACTIVITIES):
            evidence = f"{told} : {quoted(activity)}."
            yield SectorClaim(found.sector, clues.activities_from, evidence)


def _from_name(clues: SectorClues, words: TradeTable) -> Iterator[SectorClaim]:
    if clues.partner_type in _NAMED_AFTER_PLACES:
        return
    places = _NAMES_OF_SIAE if clues.is_siae else _NAMES
    name = _without_commune(clues)
    for found in words.find(name, places, sheltered=clues.is_sheltered):
        if clues.is_siae and found.sector is Sector.WORK_INTEGRATION:
            continue  # what it is, not what it does
        if _is_of_a_profession(clues, found.words):
            continue
        doubt = ", indice à confirmer" if found.precision is Precision.LIKELY else ""
        evidence = f"Mot du nom : {quoted(found.words)}{doubt}."
        yield SectorClaim(found.sector, SectorOrigin.NAME, evidence)


def _is_of_a_profession(clues: SectorClues, words: str) -> bool:
    """« BTP » in the name of a body of NAF 94 says whom it federates, not what it does."""
    is_federation = clues.naf.removeprefix(NAF_2025).startswith("94")
    return is_federation and _PROFESSION in fold(words).split()


def _without_commune(clues: SectorClues) -> str:
    """The folded name without the commune's: « ESAT de Saint-Jean-des-Vignes » grows none."""
    name, commune = fold(clues.name), fold(clues.commune)
    if len(commune) < _MIN_COMMUNE or commune not in name:
        return name
    return " ".join(_spaced(name).replace(_spaced(commune), " ").split())


def _spaced(words: str) -> str:
    """Words with a space of its own on each side, so that one after the other can be taken off."""
    return f" {words.replace(' ', '  ')} "
