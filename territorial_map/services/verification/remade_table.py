"""The table of a file made again on an edition, from the link that the file carries."""

from collections.abc import Collection
from urllib.parse import SplitResult, parse_qs, urlsplit

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.language.languages import Language
from territorial_map.domain.listing import Order, usual_order
from territorial_map.ledger.dismissals import Said
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import Parameters, selection_from_query
from territorial_map.services.export import chosen_list
from territorial_map.services.export.chosen_list import ChosenLine, ChosenList
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import TRADE_GROUP, ExportTable
from territorial_map.services.export.tables import export_table
from territorial_map.services.export.trade_lines import known_alone
from territorial_map.services.partner_lists import partner_query as partners
from territorial_map.services.partner_lists.table import partner_table
from territorial_map.services.texts import language_of
from territorial_map.services.verification.file_content import Carried

_MOST_PARAMETERS = 1_000
_SELECTION_PATHS = frozenset({"", "/"})


def table_again(
    edition: OpenEdition, carried: Carried, dismissals: Collection[Said] = ()
) -> ExportTable:
    """The table that the file's link asks for: a selection, a partner list or the same lines.

    Raises:
        BadParameter: the link is none of ours, or a value is not accepted.
        NotFound: the centre of a partner list is no longer in the edition.
    """
    parts = urlsplit(carried.link)
    site = f"{parts.scheme}://{parts.netloc}"
    if parts.path == partners.PATH:
        asked = partners.asked_from_query(_parameters(parts))
        return partner_table(edition, asked, site, dismissals, _language(parts))
    if parts.path == chosen_list.PATH:
        lines = tuple(map(ChosenLine, carried.lines))
        return chosen_list.list_table(
            edition, ChosenList("Ma liste", lines), site, _language(parts)
        )
    if parts.path in _SELECTION_PATHS:
        table = _selection_again(edition, parts, site)
        return table if _tells_groups(carried) else known_alone(table)
    problem = "ce n’est le lien ni d’une sélection ni d’une liste de partenaires."
    raise BadParameter("lien", carried.link[:200], problem)


def _tells_groups(carried: Carried) -> bool:
    """Whether a file tells those to call apart; it used to hold those known alone."""
    return any(line.get(TRADE_GROUP.key) for line in carried.lines.values())


def order_known(link: str) -> bool:
    """Whether the lines of a file had an order that can be made again.

    Links of selections did not always tell it, and the usual order of lists has changed since.
    """
    parts = urlsplit(link)
    return parts.path not in _SELECTION_PATHS or "order" in _parameters(parts)


def _language(parts: SplitResult) -> Language:
    """The language of the file, which its link carries when it is not French."""
    return language_of(_parameters(parts).get("lang", [Language.FRENCH.value])[-1])


def _parameters(parts: SplitResult) -> Parameters:
    return parse_qs(parts.query, max_num_fields=_MOST_PARAMETERS)


def _selection_again(edition: OpenEdition, parts: SplitResult, site: str) -> ExportTable:
    parameters = _parameters(parts)
    per = parameters.get("rows", [RowsPer.SITE.value])[-1]
    if per not in RowsPer.codes():
        raise BadParameter("rows", per, "valeur inconnue.", RowsPer.codes())
    selection = selection_from_query(parameters)
    told = parameters.get("order", [usual_order(selection).value])[-1]
    if told not in Order.codes():
        raise BadParameter("order", told, "valeur inconnue.", Order.codes())
    return export_table(edition, selection, Order(told), RowsPer(per), site, _language(parts))
