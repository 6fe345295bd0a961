"""A partner list as a table to export: what every format writes and ``verify`` makes again."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from territorial_map.domain.geo import Point, window_around
from territorial_map.domain.listing import Listed
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.wording import kilometres
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Located, PoolingCategory
from territorial_map.ledger.dismissals import Dismissal
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.about import About
from territorial_map.services.export.cells import Cell, number
from territorial_map.services.export.formats import RowsPer
from territorial_map.services.export.ground import Ground, survey
from territorial_map.services.export.table import ExportTable, Line, Origin
from territorial_map.services.partner_lists.asked import PATH, PartnersAsked, query_of_asked
from territorial_map.services.partner_lists.columns import (
    PARTNER_COLUMNS,
    Telling,
    existing_cells,
    lead_cells,
)
from territorial_map.services.partner_lists.leads import Found, find_leads
from territorial_map.services.partnerships.partners import Existing
from territorial_map.services.partnerships.rule_files import rulebook
from territorial_map.services.practices.naming import practice_name

_SUPPOSED = (
    "Aucune organisation n’est au centre : la liste suppose à cet endroit une structure qui aurait "
    "chacun des besoins demandés, et dont rien d’autre n’est connu. La piste dit ce que valent les "
    "faits connus de l’autre ; partir d’une organisation la précise."
)
_ONCE = (
    "Chaque personne morale figure une fois, sous la coopération que les faits étayent le mieux ; "
    "« Aussi possible » nomme les autres, et ses autres sites sont repliés sur sa ligne."
)
_ORDER = (
    "Une piste est à vérifier, ce n’est pas un classement : le score ne choisit que les premières "
    "lignes, l’ordre montré est celui des coopérations, des mots puis de la distance."
)
_BASIS = (
    "Marché réservé : éligibilité potentielle, à vérifier auprès de l’organisation, articles "
    "L2113-12 et L2113-13 du code de la commande publique."
)
_NOWHERE = (
    "La position de cette organisation n’est pas renseignée : aucune distance ne peut être dite, "
    "donc aucune piste."
)
_ENDED = "Ce PTCE est annoncé comme terminé : aucune piste n’est proposée."
_CROW = "Les distances sont à vol d’oiseau ; elles ne disent pas l’accès."


def partner_table(
    edition: OpenEdition,
    asked: PartnersAsked,
    public_url: str,
    dismissals: Collection[Dismissal] = (),
) -> ExportTable:
    """The table of a partner list; at most ``MOST_LINES`` leads, held in memory.

    Raises:
        NotFound: no organisation or commune answers to the centre asked for.
    """
    found = find_leads(edition, asked, dismissals)
    lines = _lines(edition, found)
    about = _about(edition, asked, found, lines, public_url)
    point = found.centre.facts.point
    drawn = window_around(point, asked.radius_km) if point else None
    shown = Selection.of({"commune": [asked.commune]}) if asked.commune else Selection.of({})

    def read() -> Iterator[Line]:
        return iter(lines)

    def surveyed(points: Iterable[Point]) -> Ground:
        return survey(edition, shown, points, drawn)

    tied = not found.centre.supposed
    name = found.centre.name
    return ExportTable(
        columns=PARTNER_COLUMNS,
        about=about,
        read=read,
        survey=surveyed,
        origin=Origin(name, point, asked.radius_km, tied=tied) if point else None,
        sheet_name="Partenaires",
        why_heading="Coopération possible et raisons",
        group_order=(*(c.label for c in PoolingCategory), existing_group(name)),
        shares=(1.3, 2.0, 1.2),
        group_notes=_group_notes(found),
    )


def _group_notes(found: Found) -> dict[str, tuple[str, ...]]:
    """What to ask, and the legal frame where one decides: the same for all of a category."""
    notes: dict[str, tuple[str, ...]] = {}
    for category in {lead.main.category for lead in found.leads}:
        frame = rulebook().frame(category)
        notes[category.label] = (f"À demander : {frame.ask.fr}",)
        if frame.legal is not None:
            notes[category.label] += (f"Cadre : {frame.legal.fr}",)
    return notes


def existing_group(name: str) -> str:
    """The heading of those the centre already cooperates with."""
    return f"Déjà en lien avec {name}"


def _lines(edition: OpenEdition, found: Found) -> tuple[Line, ...]:
    several: list[Facts] = [lead.main.b for lead in found.leads]
    existing = _by_person(found)
    sites = _sites(edition, [*several, *(e.facts for e in existing)])
    telling = Telling(rulebook(), _names(edition, found), found.centre.supposed)
    lines = [
        _line(lead_cells(lead, sites[lead.main.b.id], telling), sites[lead.main.b.id])
        for lead in found.leads
    ]
    group = existing_group(found.centre.name)
    for one in existing:
        own = sites[one.facts.id]
        distance = one.distance_from(found.centre.facts)
        cells = existing_cells(own, distance, group, _ties(one, telling))
        if distance is not None:
            cells["nearness"] = f"À {kilometres(distance)[0]} à vol d’oiseau."
        lines.append(_line(cells, own))
    return tuple(lines)


def _by_person(found: Found) -> list[Existing]:
    """Those the centre already cooperates with, each legal person once, by its nearest site."""

    def far(one: Existing) -> float:
        distance = one.distance_from(found.centre.facts)
        return float("inf") if distance is None else distance

    best: dict[str, Existing] = {}
    for one in sorted(found.existing, key=lambda e: (far(e), e.facts.name, e.facts.id)):
        best.setdefault(one.facts.person_key, one)
    return list(best.values())


def _sites(edition: OpenEdition, several: Sequence[Facts]) -> dict[str, list[Listed]]:
    """Every site of the persons, under the id of the one listed, which comes first."""
    keys = tuple(sorted({facts.person_key for facts in several}))
    by_person: dict[str, list[Listed]] = {key: [] for key in keys}
    for item in edition.listed_by_persons(keys):
        by_person[f"siren:{item.siren}" if item.siren else item.id].append(item)
    return {
        facts.id: sorted(by_person[facts.person_key], key=lambda item: item.id != facts.id)
        for facts in several
    }


def _names(edition: OpenEdition, found: Found) -> Mapping[str, str]:
    everyone = [lead.main.b for lead in found.leads] + [e.facts for e in found.existing]
    ids = {i for facts in everyone for i in (*facts.ptce_ids, facts.manager_id) if i}
    return {item.id: item.name for item in edition.listed_by_ids(tuple(sorted(ids)))}


def _ties(one: Existing, telling: Telling) -> str:
    named = {
        f"{tie.kind.label} ({telling.names[tie.code]})"
        if tie.code in telling.names
        else tie.kind.label
        for tie in one.ties
        if tie.kind.is_cooperation
    }
    return " ; ".join(sorted(named))


def _line(cells: Mapping[str, Cell], sites: Sequence[Listed]) -> Line:
    first = sites[0]
    return Line(
        tuple(cells.get(column.key) for column in PARTNER_COLUMNS),
        first.point,
        first.kind,
        first.located is Located.ADDRESS,
        group=str(cells["pooling"]),
    )


def _about(
    edition: OpenEdition,
    asked: PartnersAsked,
    found: Found,
    lines: Sequence[Line],
    public_url: str,
) -> About:
    n_sites = next(n for n, c in enumerate(PARTNER_COLUMNS) if c.key == "n_sites")
    return About(
        query=_query(asked, found),
        link=f"{public_url}{PATH}?{query_of_asked(asked)}",
        edition=edition.edition,
        total=sum(int(line.cells[n_sites] or 0) for line in lines),
        unlocated=sum(line.point is None for line in lines),
        rows_per=RowsPer.PERSON,
        sorted_by="Coopération, piste, puis distance",
        rows=len(lines),
        title=f"Partenaires locaux · {found.centre.name}",
        notes=_notes(found),
        found=found.total + len(lines) - len(found.leads),
    )


def _query(asked: PartnersAsked, found: Found) -> str:
    whom = f"Partenaires de {found.centre.name}"
    if found.centre.supposed:
        whom = f"Partenaires possibles autour de {found.centre.name}"
    parts = [whom, f"À {number(asked.radius_km)} km au plus, à vol d’oiseau"]
    if asked.pooling:
        parts.append(f"Coopération : {' ou '.join(c.label for c in asked.pooling)}")
    if asked.practice:
        parts.append(f"Pratique : {' ou '.join(map(practice_name, asked.practice))}")
    parts.append(f"{number(asked.limit)} personnes morales au plus")
    return " · ".join(parts)


def _notes(found: Found) -> tuple[str, ...]:
    facts = found.centre.facts
    notes = [_SUPPOSED] if found.centre.supposed else []
    if facts.point is None:
        notes.append(_NOWHERE)
    if facts.profile.ended:
        notes.append(_ENDED)
    notes += [_ONCE, _ORDER, _CROW, _BASIS]
    if found.dismissed:
        notes.append(f"{number(found.dismissed)} pistes écartées par un opérateur n’y sont pas.")
    return tuple(notes)
