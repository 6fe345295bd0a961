"""The licences and the sources of what a selection keeps."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, func, select

from territorial_map.domain.licences import Licence, LicenceBasis, licence_in_words, licence_of
from territorial_map.domain.organisation import PAGES, Organisation, source_names, told_apart
from territorial_map.domain.selection import Selection
from territorial_map.queries.conditions import selection_condition
from territorial_map.queries.schema import organisations
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.licence_notes import attribution


def licences_held(
    edition: OpenEdition, resolved: Selection, *kept_too: ColumnElement[bool]
) -> dict[Licence, int]:
    """How many organisations of a selection have a source under each licence."""
    licence = func.unnest(organisations.c.licence).label("licence")
    asked = (selection_condition(resolved), *kept_too)
    kept = select(licence).select_from(organisations).where(*asked)
    each = kept.subquery()
    statement = select(each.c.licence, func.count()).group_by(each.c.licence)
    with edition.file.connect() as connection:
        return {Licence(code): int(n) for code, n in connection.execute(statement)}


def attributions_of(rows: Iterable[Organisation]) -> tuple[str, ...]:
    """The texts to copy beside some organisations: one for each source and licence, by name."""
    return _texts(_vintages(rows))


def unstated_of(rows: Iterable[Organisation]) -> tuple[str, ...]:
    """The sources of some organisations that state no licence, each with what is told of it."""
    told = _vintages(rows)
    return tuple(
        f"{name} (millésime {_span(dates)})\u00a0: licence {licence_in_words(licence)}."
        for (name, licence), dates in sorted(told.items())
        if licence_of(licence).basis is LicenceBasis.NOT_STATED
    )


def _vintages(rows: Iterable[Organisation]) -> dict[tuple[str, str], list[str]]:
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        for mention in row.sources:
            for name in filter(None, told_apart(mention.source)):
                told[name, mention.licence].append(mention.vintage)
        if PAGES in source_names(row):
            told[PAGES, ""].append("")
    return told


def _texts(told: Mapping[tuple[str, str], list[str]]) -> tuple[str, ...]:
    texts = (
        attribution(name, _span(dates), licence) for (name, licence), dates in sorted(told.items())
    )
    return tuple(text for text in texts if text is not None)


def _span(vintages: Iterable[str]) -> str:
    """The oldest to the newest."""
    known = sorted(filter(None, vintages))
    return " à ".join(dict.fromkeys((known[0], known[-1]))) if known else "inconnu"


def attributions_held(edition: OpenEdition, resolved: Selection) -> tuple[str, ...]:
    """The texts to copy beside a selection: one for each source and licence that tells of it.

    Sources are named as their producers are, not as the table that brought them; their vintages
    are those of the organisations that they tell first.
    """
    o = organisations.c
    name = func.unnest(o.source).label("name")
    held = select(name).select_from(organisations).where(selection_condition(resolved)).distinct()
    every = select(o.source_name, o.licence_told, func.min(o.vintage), func.max(o.vintage))
    told: dict[tuple[str, str], list[str]] = {}
    with edition.file.connect() as connection:
        names = set(connection.scalars(held))
        for sources, licence, *vintages in connection.execute(
            every.group_by(o.source_name, o.licence_told)
        ):
            for one in names.intersection(told_apart(sources)):
                told.setdefault((one, licence), []).extend(filter(None, vintages))
    return _texts(told)
