"""The columns of a partner list, and the cells of each of its lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from territorial_map.domain.listing import Listed
from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.domain.pooling.parts import known_obstacles
from territorial_map.domain.pooling.reasons import Reasons, reasons_of, told_of
from territorial_map.domain.pooling.rulebook import Mode, Rulebook
from territorial_map.domain.pooling.supply import reserved_basis
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.export.cells import Cell, Column, Slot
from territorial_map.services.export.columns import FOLDED_COLUMNS, READERS
from territorial_map.services.partner_lists.leads import Lead

ALREADY = "Déjà en lien"
_MOST_NAMED = 12
_MOST_ALSO = 6
_WHY, _WHERE, _WHO = Slot.WHY, Slot.WHERE, Slot.IDENTITY
_POLE = "Activité actuelle du PTCE à confirmer."
_OWN = (
    Column("pooling", "Coopération possible", 24, slot=_WHY),
    Column("tier", "Piste", 18, slot=_WHY),
    Column("reasons", "Raisons", 60, slot=_WHY),
    Column("also", "Aussi possible", 40, slot=_WHY, prefix="Aussi possible : "),
    Column("ask", "À demander", 50),
    Column("frame", "Cadre", 50),
    Column("basis", "Marché réservé", 40, slot=_WHY),
    Column("linked", "Déjà en lien avec", 40, slot=_WHO, prefix="Déjà en lien avec : "),
    Column("nearness", "Ce que dit la distance", 36, slot=_WHERE),
    Column("verified_on", "Vérifié le", 14),
    Column("verified_by", "Vérifié par", 18),
)
_SLOTS = {
    "sectors": Slot.IDENTITY,
    "ess_status": Slot.NONE,
    "legal_form": Slot.NONE,
    "distance_km": Slot.NONE,
}
_ORDER = (
    *("name", "acronym", "pooling", "tier", "reasons", "also", "ask", "frame", "basis"),
    *("kind", "devices", "place_types", "partner_type", "sectors", "linked", "ess_status"),
    *("legal_form", "nearness", "distance_km", "address", "postcode", "commune", "department"),
    *("region", "phone", "website", "siren", "siret", "lat", "lon", "located", "source"),
    *("vintage", "licence", "n_sites", "other_sites", "verified_on", "verified_by", "id"),
)


def _columns() -> tuple[Column, ...]:
    known = {column.key: column for column in (*FOLDED_COLUMNS, *_OWN)}
    ordered = (known[key] for key in _ORDER)
    return tuple(replace(c, slot=_SLOTS[c.key]) if c.key in _SLOTS else c for c in ordered)


PARTNER_COLUMNS: tuple[Column, ...] = _columns()


@dataclass(frozen=True, slots=True)
class Telling:
    """What cells are told with: the rules, names by id, and whether the centre is supposed."""

    rulebook: Rulebook
    names: Mapping[str, str]
    supposed: bool


def lead_cells(lead: Lead, sites: Sequence[Listed], telling: Telling) -> dict[str, Cell]:
    """The cells of a lead by column key; ``sites`` are the person's, the one listed first."""
    main = lead.main
    reasons = reasons_of(main, telling.rulebook)
    basis = main.basis or reserved_basis(main.b.profile)
    return _facts_cells(sites, main.nearness.distance_km) | {
        "pooling": main.category.label,
        "tier": main.tier.label,
        "reasons": _reasons(main, reasons, telling),
        "also": _also(lead),
        "ask": reasons.ask.fr,
        "frame": reasons.legal.fr if reasons.legal else None,
        "basis": basis.sentence.fr if basis else None,
        "linked": linked(main, telling),
        "nearness": reasons.proximity.fr,
    }


def existing_cells(
    sites: Sequence[Listed], distance_km: float | None, group: str, words: str
) -> dict[str, Cell]:
    """The cells of someone that the centre already cooperates with."""
    told: dict[str, Cell] = {"pooling": group, "tier": ALREADY, "linked": words}
    return _facts_cells(sites, distance_km) | told


def linked(partnership: Partnership, telling: Telling) -> str | None:
    """Whom the partner already cooperates with: its PTCEs, who runs it."""
    facts = partnership.b
    ids = sorted(facts.ptce_ids - {facts.id})
    names = [f"{telling.names[i]} (PTCE)" for i in ids if i in telling.names]
    manager = facts.manager_id
    if manager is not None and manager != facts.id and manager in telling.names:
        names.append(f"{telling.names[manager]} (gestionnaire)")
    return " ; ".join(names) or None


def _reasons(partnership: Partnership, reasons: Reasons, telling: Telling) -> str:
    if not telling.supposed:
        return f"{reasons.fit.fr} {reasons.feasibility.fr}"
    meeting, partner = partnership.weighing.meeting, partnership.b
    facts = told_of(meeting.of_b).fr
    told = [
        f"A sans doute le même besoin : {facts}."
        if meeting.mode is Mode.TOGETHER
        else f"Peut apporter : {facts}."
    ]
    frame = telling.rulebook.frame(partnership.category)
    obstacles = known_obstacles(partnership.a.profile, partner.profile, frame)
    told += [obstacle.reason.fr for obstacle in obstacles]
    if partnership.category.is_commercial and not partner.profile.sectors:
        told.append("Métiers proposés non renseignés : à demander.")
    if partner.profile.kind is Kind.PTCE:
        told.append(_POLE)
    return " ".join(told)


def _also(lead: Lead) -> str | None:
    others = sorted(lead.others, key=lambda other: tuple(Tier).index(other.tier))
    named = [
        f"{other.category.label} ({other.tier.label.lower()})"
        for other in others
        if other.tier is not Tier.INSUFFICIENT
    ]
    more = len(named) - _MOST_ALSO
    shown = [*named[:_MOST_ALSO], *([f"et {more} autres"] if more > 0 else [])]
    return " ; ".join(shown) or None


def _facts_cells(sites: Sequence[Listed], distance_km: float | None) -> dict[str, Cell]:
    first, *others = sites
    cells: dict[str, Cell] = {key: read(first) for key, read in READERS.items()}
    named = [f"{o.name} ({o.commune or o.department or 'lieu inconnu'})" for o in others]
    shown = named[:_MOST_NAMED]
    if len(named) > len(shown):
        shown.append(f"et {len(named) - len(shown)} autres")
    return cells | {
        "distance_km": None if distance_km is None else round(distance_km, 1),
        "n_sites": len(sites),
        "other_sites": " ; ".join(shown),
    }
