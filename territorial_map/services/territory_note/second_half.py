"""The second half of a note: cooperation, leads, what to check, sources."""

from collections.abc import Iterator, Sequence

from territorial_map.domain.listing import Listed
from territorial_map.domain.pooling.lead_reason import lead_reason
from territorial_map.domain.pooling.leads import Lead
from territorial_map.services.export.about import CLOSING_NOTE
from territorial_map.services.export.licence_notes import licence_notes
from territorial_map.services.portrait.cooperation import NEAR_KM
from territorial_map.services.reports.report import Block, Bullets, Grid, Prose, ReportHeading, Tone
from territorial_map.services.territory_note.cooperation import how_told, leads_title
from territorial_map.services.territory_note.note import TerritoryNote
from territorial_map.services.texts import Texts

_MOST_BONDS = 8
_MOST_POLES = 5
_MOST_SOURCES = 12


def cooperation_part(note: TerritoryNote) -> Iterator[Block]:
    """Poles, existing ties, what a pole could bring together, practices."""
    t, told = note.t, note.portrait.cooperation
    yield ReportHeading(t("Coopération"))
    yield Prose(_poles(told.inside, t), lead=t("PTCE dont le siège est ici :"))
    if told.near is not None:
        near = t("PTCE à moins de {n} km :", n=round(NEAR_KM))
        yield Prose(_poles(told.near, t), lead=near)
    sure = [bond for bond in note.found.bonds if bond.is_sure]
    pairs = [f"{bond.a.name} – {bond.b.name}" for bond in sure[:_MOST_BONDS]]
    if pairs:
        rest = len(sure) - len(pairs)
        pairs += [t.plural("{n} autre", "{n} autres", rest)] if rest > 0 else []
        yield Prose(" ; ".join(pairs) + ".", lead=t("Déjà en lien, selon une source :"))
    yield ReportHeading(t("Ce qu’un PTCE pourrait réunir, et qui pourrait le porter"), 2)
    yield Prose(
        t(
            "Des éléments connus de nos sources, jamais un verdict : à vérifier avec chacun. "
            "« Non connu » ne veut pas dire qu’il n’y en a pas."
        ),
        Tone.NOTE,
    )
    yield Bullets(
        tuple(
            t(
                "{what} : {told}",
                what=t(one.label),
                told=_some(one.known, one.some, t),
            )
            for one in note.elements
        )
    )
    if note.practices:
        yield ReportHeading(t("Bonnes pratiques les plus présentes ici"), 2)
        yield Bullets(
            tuple(
                t("{what} : {told}", what=title, told=_some(one.known, one.some, t))
                for title, one in zip(note.practice_titles, note.practices, strict=True)
            )
        )


def _poles(poles: tuple[Listed, ...], t: Texts) -> str:
    if not poles:
        return t("Aucun connu de nos sources.")
    return _some(len(poles), poles[:_MOST_POLES], t)


def _some(known: int, some: tuple[Listed, ...], t: Texts) -> str:
    """« 7 (Archer, Hexagone…) »; none is told as not known."""
    if not known:
        return t("non connu")
    names = ", ".join(f"{one.name} ({one.commune})" if one.commune else one.name for one in some)
    more = "…" if known > len(some) else ""
    return f"{t.number(known)} – {names}{more}"


def leads_part(note: TerritoryNote) -> Iterator[Block]:
    """Ten diverse leads."""
    t = note.t
    yield ReportHeading(leads_title(len(note.leads), t))
    if note.found.why_empty is not None:
        yield Prose(t.say(note.found.why_empty.sentence))
        return
    how_many = t.plural(
        "{n} piste en tout sur la page du territoire.",
        "{n} pistes en tout sur la page du territoire.",
        len(note.found.leads),
    )
    yield Prose(
        f"{how_told(t)} {how_many}",
        Tone.NOTE,
    )
    headings = (t("Sur quoi"), t("Entre"), t("et"), t("Pourquoi"), t("Distance"), t("Piste"))
    shares = (21, 25, 25, 41, 18, 17)
    yield Grid(headings, tuple(_lead_rows(note.leads, t)), shares)
    if note.bridges:
        yield ReportHeading(t("Par-dessus la limite du territoire"), 2)
        yield Grid(headings, tuple(_lead_rows(note.bridges, t)), shares)


def _lead_rows(leads: Sequence[Lead], t: Texts) -> Iterator[tuple[str, ...]]:
    """One row per lead: on what, between whom, why, how far, the word."""
    for lead in leads:
        main = lead.main
        km = main.nearness.distance_km
        yield (
            t(main.category.label),
            main.a.name,
            main.b.name,
            t.say(lead_reason(main).best),
            t("non connue") if km is None else t.distance(km),
            t(main.tier.label),
        )


def to_check_part(note: TerritoryNote) -> Iterator[Block]:
    """What records lack, and how to complete it."""
    t = note.t
    yield ReportHeading(t("Ce qu’il reste à vérifier"))
    told = [
        t.plural(
            "{what} : manque à {n} fiche sur {of}. {how}",
            "{what} : manque à {n} fiches sur {of}. {how}",
            one.records,
            what=t(one.criterion.label),
            of=t.number(note.portrait.organisations),
            how=t(one.criterion.description),
        )
        for one in note.to_check
    ]
    told.append(t("La fiche de relecture liste chaque organisation, à corriger à la main."))
    yield Bullets(tuple(told))


def sources_part(note: TerritoryNote) -> Iterator[Block]:
    """Where the note comes from, under which licences."""
    t = note.t
    yield ReportHeading(t("Sources et licences"))
    named = {
        source.name: source.since for one in note.portrait.coverage.kinds for source in one.sources
    }
    told = [f"{name} ({since})" if since else name for name, since in sorted(named.items())]
    rest = len(told) - _MOST_SOURCES
    shown = told[:_MOST_SOURCES]
    if rest > 0:
        shown.append(t.plural("{n} autre source", "{n} autres sources", rest))
    if shown:
        yield Prose(" ; ".join(shown) + ".")
    for line in licence_notes(note.licences, t):
        yield Prose(line, Tone.NOTE)
    yield Prose(
        t(
            "IGN – ADMIN EXPRESS COG 2024 ; INSEE – {cog}, populations légales 2023, grille de "
            "densité, aires d’attraction ; ANCT – Observatoire des territoires ; DGCL ; La Poste "
            "(Licence Ouverte 2.0).",
            cog=note.cog,
        ),
        Tone.NOTE,
        lead=t("Territoires :"),
    )
    yield Prose(t(CLOSING_NOTE), Tone.NOTE)
