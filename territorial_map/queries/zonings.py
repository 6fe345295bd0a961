"""The zones of a zoning as they are drawn."""

from sqlalchemy import func, select

from territorial_map.domain.zoning_terms import ZoningKind
from territorial_map.queries.schema import Rows, zoning_outlines


def zones_reaching(kind: ZoningKind, department: str) -> Rows:
    """Whole rows of the zones of a kind that reach a département, by code."""
    z = zoning_outlines
    reaching = func.list_contains(z.c.departments, department)
    return select(z).where(z.c.kind == kind.value, reaching).order_by(z.c.code)
