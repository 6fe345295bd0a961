"""The note as a document of about four pages: coverage, figures, gaps, cooperation, leads."""

from collections.abc import Iterator

from territorial_map.domain.alike import RateStanding
from territorial_map.domain.gaps import FALSE_GAPS
from territorial_map.domain.reach import OUT_OF_REACH_KM, REACH_KM, ReachTarget
from territorial_map.services.coverage.words import kind_in_words
from territorial_map.services.portrait import AlikeFigure, FigureRow
from territorial_map.services.portrait.gaps import Gap
from territorial_map.services.portrait.reach import Reach
from territorial_map.services.portrait.words import (
    count_in_words,
    expected_in_words,
    how_chosen,
    present_in_words,
    quantity_in_words,
    rate_in_words,
    share_in_words,
    traits_in_words,
    what_is_missing,
    what_it_is,
)
from territorial_map.services.reports.report import (
    Block,
    Bullets,
    Grid,
    Prose,
    ReportDocument,
    ReportHeading,
    Tone,
)
from territorial_map.services.territory_note.compared import compared_blocks
from territorial_map.services.territory_note.note import TerritoryNote
from territorial_map.services.territory_note.second_half import (
    cooperation_part,
    leads_part,
    sources_part,
    to_check_part,
)
from territorial_map.services.texts import Texts

_MOST_GAPS = 8
_MOST_AWAY = 6


def note_report(note: TerritoryNote) -> ReportDocument:
    """The whole note."""
    t = note.t
    blocks = (
        *_coverage(note),
        *_figures(note),
        *_gaps(note),
        *_reach(note),
        *cooperation_part(note),
        *leads_part(note),
        *to_check_part(note),
        *sources_part(note),
    )
    return document_of(note, t("{name} : note de coopération", name=note.name), blocks)


def document_of(note: TerritoryNote, title: str, blocks: tuple[Block, ...]) -> ReportDocument:
    """A document of a territory: what it is, when it was made, where to open it again."""
    t, place = note.t, note.portrait.place
    told = t(
        "{what} · {cog} · édition du {date}",
        cog=note.cog,
        what=what_it_is(place.territory, place.communes, t),
        date=t.date(note.edition.built_on),
    )
    return ReportDocument(
        title=title,
        summary=told,
        edition=note.edition.id,
        built_on=note.edition.built_on,
        link=note.link,
        language=t.language.value,
        words=(t("Édition"), t("Page"), t("Ouvrir la page"), t("Code QR de la page")),
        blocks=blocks,
    )


def _coverage(note: TerritoryNote) -> Iterator[Block]:
    t, portrait = note.t, note.portrait
    yield ReportHeading(t("Ce que nos sources savent d’ici"))
    n = portrait.organisations
    facts = portrait.facts
    told = (
        (t("avec un métier connu"), facts.with_trade),
        (t("avec un téléphone"), facts.with_phone),
        (t("avec un site web"), facts.with_website),
        (t("avec un effectif connu"), facts.with_size),
    )
    words = " ; ".join(
        f"{t('{known} sur {n}', known=t.number(known), n=t.number(n))} {what}"
        for what, known in told
    )
    if n:
        yield Prose(
            f"{words}.",
            lead=t.plural("{n} organisation connue.", "{n} organisations connues.", n),
        )
    yield Bullets(tuple(kind_in_words(one, t) for one in portrait.coverage.kinds))
    yield Prose(" ".join(what_is_missing(portrait, t)), Tone.NOTE)


def _figures(note: TerritoryNote) -> Iterator[Block]:
    t, portrait = note.t, note.portrait
    figures, alike = portrait.figures, portrait.alike
    yield ReportHeading(t("Ce qui est là, à côté d’ailleurs"))
    if alike is not None:
        yield Prose(how_chosen(alike, t), Tone.NOTE)
        names = ", ".join(one.territory.name for one in alike.territories)
        if names:
            yield Prose(names, Tone.NOTE, lead=t("Semblables :"))
        if alike.traits:
            yield Prose(traits_in_words(alike.traits, t), Tone.NOTE)
    rows = [figures.total, *figures.kinds, *(one for one in figures.devices if _is_told(one))]
    yield figures_grid(note, rows)
    yield from compared_blocks(note, rows)
    trades = [one for one in figures.trades if one.here.count]
    unknown = figures.trade_unknown.here.count or 0
    told = ", ".join(f"{t(one.label)} ({t.number(one.here.count or 0)})" for one in trades)
    yield Prose(
        " ".join(
            filter(
                None,
                (
                    f"{told}." if told else "",
                    t.plural(
                        "{n} organisation sans métier renseigné.",
                        "{n} organisations sans métier renseigné.",
                        unknown,
                    ),
                ),
            )
        ),
        lead=t("Métiers connus :"),
    )


def _is_told(row: FigureRow) -> bool:
    """Whether a device is known here, or in most alike territories."""
    return bool(row.here.count) or bool(row.alike and row.alike.median_count)


def figures_grid(note: TerritoryNote, rows: list[FigureRow]) -> Grid:
    """Counts and rates here, the middle of those alike, the département, the country."""
    t, place = note.t, note.portrait.place
    beside = [*(one.name for one in place.wider[:1]), t("France")]
    headings = (
        t("Type"),
        t("Ici"),
        t("Pour 10 000 hab."),
        t("Médiane"),
        t("Pour 10 000 hab."),
        t("Lecture"),
        *(t("{place}, pour 10 000 hab.", place=one) for one in beside),
    )
    told = tuple(_figure_row(row, len(beside), t) for row in rows)
    return Grid(headings, told, (27, 12, 13, 14, 13, 15, *([14] * len(beside))))


def _figure_row(row: FigureRow, beside: int, t: Texts) -> tuple[str, ...]:
    wider = (*row.beside[:1], row.beside[-1])[-beside:]
    return (
        t(row.label) if row.label else t("Toutes les organisations"),
        count_in_words(row.here, t),
        rate_in_words(row.here, t),
        *middle_in_words(row.alike, t),
        *(rate_in_words(one, t) for one in wider),
    )


def middle_in_words(alike: AlikeFigure | None, t: Texts) -> tuple[str, str, str]:
    """The middle of alike territories: count, rate, reading; unknown is told."""
    if alike is None:
        return "—", "—", "—"
    if alike.median_count is None or alike.median_rate is None:
        return t("non connu"), "—", "—"
    standing: RateStanding | None = alike.standing
    return (
        t.decimal(alike.median_count),
        quantity_in_words(alike.median_rate, t),
        t(standing.label) if standing else "—",
    )


def _gaps(note: TerritoryNote) -> Iterator[Block]:
    t, gaps = note.t, note.portrait.gaps
    if gaps is None:
        return
    sure = [one for one in gaps if one.beyond_chance]
    maybe = [one for one in gaps if not one.beyond_chance]
    yield ReportHeading(t("Ce qui semble manquer"))
    if sure:
        rate = t("{n} %", n=round(100 * FALSE_GAPS))
        yield Prose(
            t(
                "Bien moins que chez les semblables. Au plus {rate} de ces écarts, tous "
                "territoires confondus, seraient dus au hasard.",
                rate=rate,
            )
        )
        yield _gaps_grid(sure, t)
    else:
        yield Prose(t("Rien ne manque ici que le hasard n’explique."))
    if maybe:
        yield Prose(
            t("présent chez la plupart, non connu ici ; le hasard peut suffire."),
            lead=t("À vérifier :"),
        )
        yield _gaps_grid(maybe[:_MOST_GAPS], t)


def _gaps_grid(gaps: list[Gap], t: Texts) -> Grid:
    headings = (
        t("Quoi"),
        t("Connu ici"),
        t("Attendu"),
        t("Chez les semblables"),
        t("Le plus proche, hors du territoire"),
    )
    rows = tuple(
        (
            t(one.label),
            t.number(one.known) if one.known else t("0 connue"),
            expected_in_words(one, t),
            present_in_words(one, t),
            nearest_in_words(one, t),
        )
        for one in gaps
    )
    return Grid(headings, rows, (34, 13, 13, 20, 40))


def nearest_in_words(one: Gap, t: Texts) -> str:
    """« Messidor, Saint-Étienne, à 69 km »."""
    near = one.nearest
    if near is None:
        return t("non connu")
    away = t("à {distance}", distance=t.distance(near.km))
    return ", ".join(filter(None, (near.name, near.place, away)))


def _reach(note: TerritoryNote) -> Iterator[Block]:
    t, reach = note.t, note.portrait.reach
    if not reach:
        return
    yield ReportHeading(t("Ce qui est à portée"))
    yield Prose(
        t(
            "Part des habitants dont la commune est à moins de 10, 20 ou 30 km, à vol d’oiseau, "
            "d’un lieu connu de nos sources, ici ou chez les voisins. La commune entière compte à "
            "son point intérieur. Îles et montagnes : trajet à vérifier."
        ),
        Tone.NOTE,
    )
    known = {one.target: one for one in reach}
    headings = (
        t("Lieu"),
        *(t("à moins de {n} km", n=km) for km in REACH_KM),
        t("Communes à plus de {n} km", n=OUT_OF_REACH_KM),
    )
    rows = tuple(_reach_row(target, known.get(target), t) for target in ReachTarget)
    yield Grid(headings, rows, (38, 15, 15, 15, 50))


def _reach_row(target: ReachTarget, one: Reach | None, t: Texts) -> tuple[str, ...]:
    if one is None:
        return (t(target.label), *([t("non connu")] * len(REACH_KM)), "—")
    away = [f"{each.name} ({t.distance(each.nearest_km)})" for each in one.away[:_MOST_AWAY]]
    rest = len(one.away) - len(away)
    if rest > 0:
        away.append(t.plural("{n} autre", "{n} autres", rest))
    shares = (share_in_words(share, t) for share in one.shares)
    return (t(target.label), *shares, ", ".join(away) or t("aucune"))
