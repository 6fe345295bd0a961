"""The leads of a territory as files: CSV, XLSX, GraphML, and the drawing as SVG or PNG."""

import csv
import io
from collections.abc import Callable

import networkx as nx
import xlsxwriter

from territorial_map.domain.pooling.lead_reason import lead_reason
from territorial_map.services.export.cells import neutral
from territorial_map.services.paper.typesetting import png_of
from territorial_map.services.partner_lists.drawing import network_svg
from territorial_map.services.partner_lists.territory_leads import TerritoryLeads
from territorial_map.services.partner_lists.territory_network import graph_of, network_of
from territorial_map.services.texts import Texts

Row = tuple[str, ...]
EXISTING = "déjà en lien"


def lead_rows(found: TerritoryLeads, t: Texts) -> list[Row]:
    """The heading, then one row per lead, then one per existing tie."""
    heading = (
        t("N°"),
        t("Sur quoi"),
        t("Entre"),
        t("et"),
        t("Pourquoi"),
        t("Distance"),
        t("Piste"),
        "id_a",
        "id_b",
    )
    rows: list[Row] = [heading]
    for n, lead in enumerate(found.leads, start=1):
        main = lead.main
        km = main.nearness.distance_km
        rows.append(
            (
                str(n),
                t.label(main.category.label),
                main.a.name,
                main.b.name,
                t.say(lead_reason(main).best),
                "" if km is None else t.distance(km),
                t.label(main.tier.label),
                main.a.id,
                main.b.id,
            )
        )
    for bond in found.bonds:
        told = " ; ".join(t.say(tie.sentence) for tie in bond.ties if tie.kind.is_cooperation)
        rows.append(("", "", bond.a.name, bond.b.name, told, "", t(EXISTING), bond.a.id, bond.b.id))
    return rows


def as_csv(found: TerritoryLeads, _: str, t: Texts) -> bytes:
    """A semicolon table in UTF-8, for spreadsheets; no cell is read as a formula."""
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(
        [neutral(cell) for cell in row] for row in lead_rows(found, t)
    )
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(found: TerritoryLeads, _: str, t: Texts) -> bytes:
    """One sheet of texts."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(t("Pistes"))
        for n, row in enumerate(lead_rows(found, t)):
            for column, cell in enumerate(row):
                sheet.write_string(n, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(found.leads)), 8)
    return made.getvalue()


def as_graphml(found: TerritoryLeads, _: str, t: Texts) -> bytes:
    """The whole network for Kumu or Gephi: names, kinds, and what each link is."""
    graph = graph_of(found)
    whole: nx.Graph[str] = nx.Graph()
    for key, told in graph.nodes(data=True):
        whole.add_node(key, id=told["id"], label=told["name"], kind=str(told["kind"]))
    words = {n: lead.main for n, lead in enumerate(found.leads, start=1)}
    for a, b, told in graph.edges(data=True):
        lead = words.get(int(told["number"]))
        topic = t.label(lead.category.label) if lead else ""
        word = t.label(lead.tier.label) if lead else t(EXISTING)
        whole.add_edge(a, b, tie=str(told["tie"]), topic=topic, word=word)
    made = io.BytesIO()
    nx.write_graphml(whole, made)
    return made.getvalue()


def as_svg(found: TerritoryLeads, title: str, t: Texts) -> bytes:
    """The drawing of at most twenty-five organisations."""
    return network_svg(network_of(found), title, t).encode()


def as_png(found: TerritoryLeads, title: str, t: Texts) -> bytes:
    """The same drawing in pixels."""
    return png_of(network_svg(network_of(found), title, t))


FILES: dict[str, tuple[str, Callable[[TerritoryLeads, str, Texts], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
    "graphml": ("application/graphml+xml", as_graphml),
    "svg": ("image/svg+xml", as_svg),
    "png": ("image/png", as_png),
}
