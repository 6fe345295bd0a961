"""The columns of a partner list, and the cells of each of its lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from territorial_map.domain.listing import Listed
from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.domain.pooling.parts import known_obstacles
from territorial_map.domain.pooling.reasons import Reasons, reasons_of, told_of
from territorial_map.domain.pooling.rulebook import Mode, Rulebook
from territorial_map.domain.pooling.supply import reserved_basis
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.export.cells import Cell, Column, Slot
from territorial_map.services.export.columns import FOLDED_COLUMNS, READERS, site_names
from territorial_map.services.texts import Texts

ALREADY = "Déjà en lien"
_MOST_NAMED = 4
_MOST_ALSO = 3
_WHY, _WHERE, _WHO = Slot.WHY, Slot.WHERE, Slot.IDENTITY
_OWN = (
    Column("pooling", "Coopération possible", 24, slot=_WHY),
    Column("tier", "Piste", 18, slot=_WHY),
    Column("reasons", "Raisons", 60, slot=_WHY, prefix="· ", joined=True),
    Column("also", "Aussi possible", 40, slot=_WHY, prefix="Aussi possible : "),
    Column("ask", "À demander", 50),
    Column("frame", "Cadre", 50),
    Column("basis", "Marché réservé", 40, slot=_WHY, brief="Marché réservé : à vérifier"),
    Column("linked", "Déjà en lien avec", 40, slot=_WHO, prefix="Déjà en lien avec : "),
    Column("nearness", "Ce que dit la distance", 36, slot=_WHERE),
    Column("verified_on", "Vérifié le", 14),
    Column("verified_by", "Vérifié par", 18),
)
_SLOTS = {
    "sectors": Slot.IDENTITY,
    "needs": Slot.IDENTITY,
    "offers": Slot.IDENTITY,
    "ess_status": Slot.NONE,
    "legal_form": Slot.NONE,
    "distance_km": Slot.NONE,
    "phone": Slot.WHERE,
}
_ORDER = (
    *("name", "acronym", "phone", "pooling", "tier", "reasons", "also", "ask", "frame", "basis"),
    *("kind", "devices", "place_types", "partner_type", "sectors", "needs", "offers"),
    *("linked", "ess_status"),
    *("legal_form", "nearness", "distance_km", "address", "postcode", "commune", "department"),
    *("region", "website", "siren", "siret", "naf", "naf_nomenclature", "lat", "lon"),
    *("located", "source", "vintage", "licence", "n_sites", "other_sites", "verified_on"),
    *("verified_by", "id"),
)


def _columns() -> tuple[Column, ...]:
    known = {column.key: column for column in (*FOLDED_COLUMNS, *_OWN)}
    ordered = (known[key] for key in _ORDER)
    return tuple(replace(c, slot=_SLOTS[c.key]) if c.key in _SLOTS else c for c in ordered)


PARTNER_COLUMNS: tuple[Column, ...] = _columns()


@dataclass(frozen=True, slots=True)
class LeadTelling:
    """What cells are told with; ``supposed`` when nobody is known to stand at the centre."""

    rulebook: Rulebook
    names: Mapping[str, str]
    supposed: bool
    t: Texts


def lead_cells(lead: Lead, sites: Sequence[Listed], telling: LeadTelling) -> dict[str, Cell]:
    """The cells of a lead by column key; ``sites`` are the person's, the one listed first."""
    main = lead.main
    reasons = reasons_of(main, telling.rulebook)
    basis = main.basis or reserved_basis(main.b.profile)
    t = telling.t
    return _facts_cells(sites, main.nearness.distance_km, t) | {
        "pooling": t.label(main.category.label),
        "tier": t.label(main.tier.label),
        "reasons": _reasons(main, reasons, telling),
        "also": _also(lead, t),
        "ask": t.say(reasons.ask),
        "frame": t.say(reasons.legal) if reasons.legal else None,
        "basis": t.say(basis.sentence) if basis else None,
        "linked": linked(main, telling),
        "nearness": t.say(reasons.proximity),
    }


def existing_cells(
    sites: Sequence[Listed], distance_km: float | None, group: str, words: str, t: Texts
) -> dict[str, Cell]:
    """The cells of someone that the centre already cooperates with."""
    told: dict[str, Cell] = {"pooling": group, "tier": t.label(ALREADY), "linked": words}
    return _facts_cells(sites, distance_km, t) | told


def linked(partnership: Partnership, telling: LeadTelling) -> str | None:
    """Whom the partner already cooperates with: its PTCEs, who runs it."""
    facts = partnership.b
    ids = sorted(facts.ptce_ids - {facts.id})
    names = [f"{telling.names[i]} (PTCE)" for i in ids if i in telling.names]
    manager = facts.manager_id
    if manager is not None and manager != facts.id and manager in telling.names:
        names.append(telling.t("{name} (gestionnaire)", name=telling.names[manager]))
    return " ; ".join(names) or None


def _reasons(partnership: Partnership, reasons: Reasons, telling: LeadTelling) -> str:
    t = telling.t
    if not telling.supposed:
        return f"{t.say(reasons.fit)} {t.say(reasons.feasibility)}"
    meeting, partner = partnership.weighing.meeting, partnership.b
    facts = t.say(told_of(meeting.of_b))
    told = [
        t("A sans doute le même besoin : {facts}.", facts=facts)
        if meeting.mode is Mode.TOGETHER
        else t("Peut apporter : {facts}.", facts=facts)
    ]
    frame = telling.rulebook.frame(partnership.category)
    obstacles = known_obstacles(partnership.a.profile, partner.profile, frame)
    told += [t.say(obstacle.reason) for obstacle in obstacles]
    if partnership.category.is_commercial and not partner.profile.sectors:
        told.append(t("Métiers proposés non renseignés : à demander."))
    if partner.profile.kind is Kind.PTCE:
        told.append(t("Activité actuelle du PTCE à confirmer."))
    return " ".join(told)


def _also(lead: Lead, t: Texts) -> str | None:
    others = sorted(lead.others, key=lambda other: tuple(Tier).index(other.tier))
    named = [
        f"{t.label(other.category.label)} ({t.label(other.tier.label).lower()})"
        for other in others
        if other.tier is not Tier.INSUFFICIENT
    ]
    return " ; ".join(shortened(named, _MOST_ALSO, t)) or None


def shortened(named: list[str], most: int, t: Texts) -> list[str]:
    """The first ones, then how many more there are."""
    more = len(named) - most
    return named if more <= 0 else [*named[:most], t.plural("et {n} autre", "et {n} autres", more)]


def _facts_cells(sites: Sequence[Listed], distance_km: float | None, t: Texts) -> dict[str, Cell]:
    first, *others = sites
    cells: dict[str, Cell] = {key: read(first, t) for key, read in READERS.items()}
    return cells | {
        "distance_km": None if distance_km is None else round(distance_km, 1),
        "n_sites": len(sites),
        "other_sites": " ; ".join(shortened(site_names(others, t), _MOST_NAMED, t)),
    }
