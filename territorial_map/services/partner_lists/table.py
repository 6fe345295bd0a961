"""A partner list as a table to export: what every format writes and ``verify`` makes again."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from territorial_map.domain.geo import Point, window_around
from territorial_map.domain.language.languages import Language
from territorial_map.domain.licences import Licence, licence_of
from territorial_map.domain.listing import Listed
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Located, PoolingCategory
from territorial_map.ledger.dismissals import Said
from territorial_map.services.explore.names import Names
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.about import About
from territorial_map.services.export.cells import Cell, columns_in
from territorial_map.services.export.licence_notes import licence_notes
from territorial_map.services.export.map_background import MapBackground, survey
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import ExportLine, ExportTable, Origin
from territorial_map.services.partner_lists.columns import (
    PARTNER_COLUMNS,
    LeadTelling,
    existing_cells,
    lead_cells,
)
from territorial_map.services.partner_lists.leads import FoundLeads, find_leads
from territorial_map.services.partner_lists.partner_query import (
    NOT_DESCRIBED,
    PATH,
    Kept,
    PartnersAsked,
    query_of_asked,
)
from territorial_map.services.partner_lists.why_empty import WhyEmpty
from territorial_map.services.partnerships.partners import Existing
from territorial_map.services.practices.profile_query import answers_told
from territorial_map.services.texts import Texts

SUPPOSED = (
    "Aucune organisation n’est au centre : la liste suppose à cet endroit une structure qui aurait "
    "chacun des besoins demandés, et dont rien d’autre n’est connu. La piste dit ce que valent les "
    "faits connus de l’autre ; partir d’une organisation la précise."
)
DESCRIBED_SO = (
    "Le centre est la structure que vous décrivez, avec chacun des besoins demandés : ce que "
    "vous n’en dites pas reste inconnu."
)
ONCE = (
    "Chaque personne morale figure une fois, sous la coopération que les faits étayent le mieux ; "
    "« Aussi possible » nomme les autres, et ses autres sites sont repliés sur sa ligne."
)
ORDER = (
    "Une piste est à vérifier, ce n’est pas un classement : l’ordre est celui des mots, puis de ce "
    "qui est connu de la paire, pesé par la distance ; deux pistes au plus d’une coopération parmi "
    "les cinq premières, sauf si elle est choisie."
)
BASIS = (
    "Marché réservé : éligibilité potentielle, à vérifier auprès de l’organisation, articles "
    "L2113-12 et L2113-13 du code de la commande publique."
)
CROW = "Les distances sont à vol d’oiseau ; elles ne disent pas l’accès."
ALWAYS = (ONCE, ORDER, CROW, BASIS)


def partner_table(
    edition: OpenEdition,
    asked: PartnersAsked,
    public_url: str,
    dismissals: Collection[Said] = (),
    language: Language = Language.FRENCH,
) -> ExportTable:
    """The table of a partner list; at most ``MOST_LINES`` leads, held in memory.

    Its texts are in ``language``; its link says so, and the same table is made again from it.

    Raises:
        NotFound: no organisation or commune answers to the centre asked for.
    """
    t = Texts(language)
    found = find_leads(edition, asked, dismissals)
    lines = _lines(edition, found, t)
    about = _about(edition, Made(asked, found, lines, edition.names, t), public_url)
    point = found.centre.facts.point
    drawn = window_around(point, asked.radius_km) if point else None
    shown = Selection.of({"commune": [asked.commune]}) if asked.commune else Selection.of({})

    def read() -> Iterator[ExportLine]:
        return iter(lines)

    def surveyed(points: Iterable[Point]) -> MapBackground:
        return survey(edition, shown, points, drawn)

    tied = not found.centre.supposed
    name = found.centre.called(t)
    return ExportTable(
        columns=columns_in(PARTNER_COLUMNS, t),
        about=about,
        read=read,
        symbols=edition.knowledge.symbols,
        map_script=edition.knowledge.map_script,
        survey=surveyed,
        origin=Origin(name, point, asked.radius_km, tied=tied) if point else None,
        sheet_name=t("Partenaires"),
        why_heading=t("Coopération possible et raisons"),
        group_order=(*(t.label(c.label) for c in PoolingCategory), existing_group(name, t)),
        shares=(1.9, 1.75, 1.5),
        group_notes=_group_notes(found, edition.knowledge.pooling, t),
    )


def _group_notes(found: FoundLeads, rules: Rulebook, t: Texts) -> dict[str, tuple[str, ...]]:
    """What to ask, and the legal frame where one decides: the same for all of a category."""
    notes: dict[str, tuple[str, ...]] = {}
    for category in {lead.main.category for lead in found.leads}:
        frame = rules.frame(category)
        told = [t("À demander : {words}", words=t.say(frame.ask))]
        if frame.legal is not None:
            told.append(t("Cadre : {words}", words=t.say(frame.legal)))
        notes[t.label(category.label)] = tuple(told)
    return notes


def existing_group(name: str, t: Texts) -> str:
    """The heading of those the centre already cooperates with."""
    return t("Déjà en lien avec {name}", name=name)


def _lines(edition: OpenEdition, found: FoundLeads, t: Texts) -> tuple[ExportLine, ...]:
    several: list[Facts] = [lead.main.b for lead in found.leads]
    existing = _by_person(found)
    sites = _sites(edition, [*several, *(e.facts for e in existing)])
    telling = LeadTelling(
        edition.knowledge.pooling, _names(edition, found), found.centre.supposed, t
    )
    lines = [
        _line(lead_cells(lead, sites[lead.main.b.id], telling), sites[lead.main.b.id])
        for lead in found.leads
    ]
    group = existing_group(found.centre.called(t), t)
    for one in existing:
        own = sites[one.facts.id]
        distance = one.distance_from(found.centre.facts)
        cells = existing_cells(own, distance, group, _ties(one, telling), t)
        if distance is not None:
            cells["nearness"] = t("À {distance} à vol d’oiseau.", distance=t.distance(distance))
        lines.append(_line(cells, own))
    return tuple(lines)


def _by_person(found: FoundLeads) -> list[Existing]:
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


def _names(edition: OpenEdition, found: FoundLeads) -> Mapping[str, str]:
    everyone = [lead.main.b for lead in found.leads] + [e.facts for e in found.existing]
    ids = {i for facts in everyone for i in (*facts.ptce_ids, facts.manager_id) if i}
    return {item.id: item.name for item in edition.listed_by_ids(tuple(sorted(ids)))}


def _ties(one: Existing, telling: LeadTelling) -> str:
    named = {
        f"{telling.t.label(tie.kind.label)} ({telling.names[tie.code]})"
        if tie.code in telling.names
        else telling.t.label(tie.kind.label)
        for tie in one.ties
        if tie.kind.is_cooperation
    }
    return " ; ".join(sorted(named))


def _line(cells: Mapping[str, Cell], sites: Sequence[Listed]) -> ExportLine:
    first = sites[0]
    return ExportLine(
        tuple(cells.get(column.key) for column in PARTNER_COLUMNS),
        first.point,
        first.kind,
        first.located is Located.ADDRESS,
        group=str(cells["pooling"]),
    )


@dataclass(frozen=True, slots=True)
class Made:
    """What a list was asked for, what was found, its lines, and the language of its texts."""

    asked: PartnersAsked
    found: FoundLeads
    lines: Sequence[ExportLine]
    names: Names
    t: Texts

    @property
    def query(self) -> str:
        """The query string of the live list, with its language when it is not French."""
        lang = "" if self.t.language is Language.FRENCH else f"&lang={self.t.language.value}"
        return query_of_asked(self.asked) + lang


def _about(edition: OpenEdition, made: Made, public_url: str) -> About:
    n_sites = next(n for n, c in enumerate(PARTNER_COLUMNS) if c.key == "n_sites")
    found, lines, t = made.found, made.lines, made.t
    return About(
        query=list_told(made.asked, found, made.names, t),
        link=f"{public_url}{PATH}?{made.query}",
        edition=edition.edition,
        total=sum(int(line.cells[n_sites] or 0) for line in lines),
        unlocated=sum(line.point is None for line in lines),
        rows_per=RowsPer.PERSON,
        sorted_by=t("Piste, puis ce qui est connu, pesé par la distance"),
        rows=len(lines),
        title=list_title(found, t),
        notes=(*list_notes(made.asked, found, t), *licence_notes(_licences(lines), t)),
        found=found.total + len(lines) - len(found.leads),
        t=t,
    )


def list_title(found: FoundLeads, t: Texts) -> str:
    """The title of a list."""
    return t("Partenaires locaux · {name}", name=found.centre.called(t))


def _licences(lines: Sequence[ExportLine]) -> Counter[Licence]:
    at = next(n for n, c in enumerate(PARTNER_COLUMNS) if c.key == "licence")
    return Counter(licence_of(str(line.cells[at] or "")) for line in lines)


def list_told(asked: PartnersAsked, found: FoundLeads, names: Names, t: Texts) -> str:
    """What a list was asked for, in words."""
    name = found.centre.called(t)
    whom = t("Partenaires de {name}", name=name)
    if found.centre.supposed:
        whom = t("Partenaires possibles autour de {name}", name=name)
    radius = t.decimal(asked.radius_km)
    either = t(" ou ")
    parts = [whom, t("À {n} km au plus, à vol d’oiseau", n=radius)]
    own = answers_told(asked.described, t)
    if own:
        parts.append(t("Vous : {words}", words=", ".join(own)))
    if asked.pooling:
        named = either.join(t.label(c.label) for c in asked.pooling)
        parts.append(t("Coopération : {names}", names=named))
    if asked.practice:
        named = either.join(names.practice(one, t) for one in asked.practice)
        parts.append(t("Pratique : {names}", names=named))
    parts += _kept_told(asked.kept, either, t)
    parts.append(t("{n} personnes morales au plus", n=t.number(asked.limit)))
    return " · ".join(parts)


def _kept_told(kept: Kept, either: str, t: Texts) -> list[str]:
    told: list[str] = []
    if kept.kinds:
        named = either.join(t.label(kind.label) for kind in kept.kinds)
        told.append(t("Type : {names}", names=named))
    if kept.trade is not None:
        told.append(t("Métier : {words}", words=t.label(kept.trade.label)))
    if kept.phone is not None:
        told.append(t("Téléphone : {words}", words=t.label(kept.phone.label)))
    if kept.tie is not None:
        told.append(t("Lien : {words}", words=t.label(kept.tie.label)))
    return told


def list_notes(asked: PartnersAsked, found: FoundLeads, t: Texts) -> tuple[str, ...]:
    """What is to be known of a list, whatever shows it."""
    facts = found.centre.facts
    supposed = SUPPOSED if asked.described == NOT_DESCRIBED else DESCRIBED_SO
    notes = [t(supposed)] if found.centre.supposed else []
    if facts.point is None:
        notes.append(t.say(WhyEmpty.NO_POSITION.sentence))
    if facts.profile.ended:
        notes.append(t.say(WhyEmpty.ENDED.sentence))
    notes += [t(one) for one in ALWAYS]
    if found.dismissed:
        notes.append(
            t.plural(
                "{n} piste écartée par un opérateur n’y est pas.",
                "{n} pistes écartées par un opérateur n’y sont pas.",
                found.dismissed,
            )
        )
    return tuple(notes)
