"""Whose pages are to be completed, after calls: of a kept list, or those to call of a question."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from territorial_map.domain.dimensions import UNKNOWN
from territorial_map.domain.language.languages import Language
from territorial_map.domain.licences import licence_of
from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.trade_question import TRADE, TradeQuestion
from territorial_map.domain.vocabulary import Located
from territorial_map.services.explore.kept_organisations import followed
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.trade_groups import page_to_call
from territorial_map.services.export.about import About
from territorial_map.services.export.cells import Cell, Column, columns_in
from territorial_map.services.export.columns import COLUMNS, READERS
from territorial_map.services.export.licence_notes import licence_notes
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import ExportLine, ExportTable
from territorial_map.services.texts import Texts

PATH = "/completer"
MOST_IDS = 500
"""Organisations of a kept list, or of a table to fill, at most."""

TABLE_FORMATS = ("xlsx", "ods", "csv")
_BY_KEY = {column.key: column for column in COLUMNS}
TABLE_COLUMNS: tuple[Column, ...] = (
    *(_BY_KEY[key] for key in ("name", "commune", "phone", "website")),
    Column("sectors", "Activités", 34),
    _BY_KEY["address"],
    Column("still_right", "Toujours exact", 14),
    Column("closed", "Fermée", 10),
    _BY_KEY["id"],
)
"""What a table to fill tells, and two columns where « oui » is enough."""


@dataclass(frozen=True, slots=True)
class ToComplete:
    """Some of the organisations to complete, of ``total``; ``lost`` ids lead nowhere now."""

    items: tuple[Listed, ...] = ()
    total: int = 0
    lost: int = 0


def of_ids(edition: OpenEdition, ids: Sequence[str], limit: int, offset: int = 0) -> ToComplete:
    """Those of a kept list, in its order, each once."""
    asked = tuple(dict.fromkeys(ids))[:MOST_IDS]
    found = {one.listed.id: one.listed for one in followed(edition, asked)}
    items = tuple(found.values())
    lost = len(asked) - len(edition.own_ids(asked))
    return ToComplete(items[offset : offset + limit], len(items), lost)


def of_selection(
    edition: OpenEdition, selection: Selection, order: Order, limit: int, offset: int = 0
) -> ToComplete:
    """Those of a question whose trade no source tells, whether it asks for a trade or not.

    Raises:
        BadParameter: it chooses zones of a layer that the edition has not.
    """
    if TradeQuestion.of(edition.resolve(selection)) is not None:
        page = page_to_call(edition, selection, order, limit, offset)
    else:
        page = edition.page(selection.choosing(TRADE, (UNKNOWN,)), order, limit, offset)
    return ToComplete(page.items, page.total)


def completing_table(
    edition: OpenEdition, whose: ToComplete, link: str, language: Language = Language.FRENCH
) -> ExportTable:
    """The table to fill during calls, and to bring back: what pages tell, blank where unknown."""
    t = Texts(language)
    lines = tuple(_line(item, t) for item in whose.items)

    def read() -> Iterator[ExportLine]:
        return iter(lines)

    licences = Counter(licence_of(item.licence) for item in whose.items)
    return ExportTable(
        columns=columns_in(TABLE_COLUMNS, t),
        about=About(
            query=t("Fiches à compléter après des appels"),
            link=link,
            edition=edition.edition,
            total=whose.total,
            unlocated=sum(item.point is None for item in whose.items),
            rows_per=RowsPer.SITE,
            sorted_by=t("Ordre de la liste"),
            rows=len(lines),
            title=t("Tableau à compléter"),
            notes=(
                t(
                    "Corrigez ou remplissez les cellules, puis rapportez le tableau : seul ce qui "
                    "change est proposé, et une personne relit. Jamais de nom, de mobile ni "
                    "d’adresse électronique."
                ),
                *licence_notes(licences, t),
            ),
            found=whose.total,
            t=t,
        ),
        read=read,
        symbols=edition.knowledge.symbols,
        map_script=edition.knowledge.map_script,
        sheet_name=t("Organisations"),
    )


def _line(item: Listed, t: Texts) -> ExportLine:
    cells = tuple(_cell(column.key, item, t) for column in TABLE_COLUMNS)
    return ExportLine(cells, item.point, item.kind, item.located is Located.ADDRESS)


def _cell(key: str, item: Listed, t: Texts) -> Cell:
    if key not in READERS or (key == "sectors" and not item.sectors):
        return None
    return READERS[key](item, t)
