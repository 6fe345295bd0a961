"""The review sheet: every organisation of a territory on one line, to correct by hand."""

from collections.abc import Iterator

from territorial_map.domain.listing import Listed
from territorial_map.services.reports.report import (
    Block,
    Bullets,
    Grid,
    Prose,
    ReportDocument,
    ReportHeading,
)
from territorial_map.services.territory_note.note import TerritoryNote
from territorial_map.services.territory_note.report import document_of
from territorial_map.services.texts import Texts

MOST_LINES = 2_000
_ADDED = 8
_TO_FILL = "……………"


def review_sheet(note: TerritoryNote) -> ReportDocument:
    """The list by commune and name, then lines to add; what is not known is left to write."""
    t = note.t
    return document_of(note, t("{name} : fiche de relecture", name=note.name), tuple(_blocks(note)))


def _blocks(note: TerritoryNote) -> Iterator[Block]:
    t, n = note.t, len(note.organisations)
    yield Bullets(
        (
            t("Cochez ce qui est à corriger, écrivez à côté ; barrez ce qui a fermé."),
            t("Les pointillés : ce que nos sources ne disent pas. Rien n’y est deviné."),
            t("Écrivez un standard ou un site, jamais le contact d’une personne."),
        )
    )
    if n > MOST_LINES:
        yield Prose(
            t(
                "Les {n} premières organisations sur {total} : prenez un territoire plus petit "
                "pour les avoir toutes.",
                n=t.number(MOST_LINES),
                total=t.number(n),
            )
        )
    shown = note.organisations[:MOST_LINES]
    headings = (
        t("N°"),
        t("Nom"),
        t("Ce que c’est"),
        t("Commune"),
        t("Activité"),
        t("Téléphone"),
        t("Site web"),
    )
    shares = (5, 29, 20, 17, 20, 14, 30)
    if shown:
        rows = tuple(_row(rank, one, t) for rank, one in enumerate(shown, start=1))
        yield Grid(headings, rows, shares, t("À corriger"))
    yield ReportHeading(t("À ajouter"))
    blank = tuple(("", *(" " for _ in headings[1:])) for _ in range(_ADDED))
    yield Grid(headings, blank, shares)


def _row(rank: int, one: Listed, t: Texts) -> tuple[str, ...]:
    devices = ", ".join(device.short for device in one.devices)
    trades = ", ".join(t(sector.label) for sector in one.sectors)
    site = (one.website or "").partition("://")[2].partition("/")[0].removeprefix("www.")
    return (
        str(rank),
        one.name,
        devices or t(one.kind.label),
        one.commune or one.department or _TO_FILL,
        trades or _TO_FILL,
        one.phone or _TO_FILL,
        site or _TO_FILL,
    )
