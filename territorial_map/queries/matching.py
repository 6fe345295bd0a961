"""Statements for matching lists: candidates of a whole batch of rows at once.

Nothing is read row by row: the rows' numbers and words go in as lists, and hash joins do the rest,
so a batch costs about the same at any size of directory.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    and_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    union,
)
from sqlalchemy.types import ARRAY, Double, Integer, String

from territorial_map.queries.conditions import among
from territorial_map.queries.schema import Rows, aliases, vocabulary
from territorial_map.queries.schema import organisations as o

CANDIDATE_COLUMNS = (
    o.c.id,
    o.c.name,
    o.c.acronym,
    o.c.siren,
    o.c.siret,
    o.c.finess,
    o.c.postcode,
    o.c.commune,
    o.c.commune_name,
    o.c.department,
    o.c.device,
    o.c.phone,
)
_MOST_PER_ROW = 15
_COMMUNE_BONUS = 4.0
_DEPARTMENT_BONUS = 2.0


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word of a row and its weight; ``departments`` and ``communes`` are ``|01|26|`` or blank.

    ``everywhere`` is false for a word so common that it is sought in the row's departments only.
    """

    row: int
    word: str
    weight: float
    departments: str
    communes: str
    everywhere: bool


@dataclass(frozen=True, slots=True)
class AskedInitials:
    """The letters of a row's acronym, folded, sought among the organisations of a commune."""

    row: int
    letters: str
    commune: str


def _listed(values: Sequence[Any], kind: Any) -> ColumnElement[Any]:  # noqa: ANN401 - a column type
    return func.unnest(bindparam(None, list(values), type_=ARRAY(kind), unique=True))


def with_numbers(sirets: Sequence[str], sirens: Sequence[str], finess: Sequence[str]) -> Rows:
    """Ids of the organisations that have one of these numbers."""
    return select(o.c.id, o.c.siret, o.c.siren, o.c.finess).where(
        or_(among(o.c.siret, sirets), among(o.c.siren, sirens), among(o.c.finess, finess))
    )


def with_phones(phones: Sequence[str]) -> Rows:
    """Rows ``(id, phone, commune)``: who has one of these landlines, by pairs of digits."""
    return select(o.c.id, o.c.phone, o.c.commune).where(among(o.c.phone, phones))


def with_address(communes: Sequence[str]) -> Rows:
    """Rows ``(id, address, commune)``: who tells an address in one of these communes."""
    return select(o.c.id, o.c.address, o.c.commune).where(
        among(o.c.commune, communes), o.c.address.is_not(None)
    )


def with_names(folded: Sequence[str]) -> Rows:
    """Rows ``(id, name)``: who has one of these whole names, folded."""
    return select(o.c.id, o.c.sort_name).where(among(o.c.sort_name, folded))


def answering_to(ids: Sequence[str], ends: Sequence[str]) -> Rows:
    """Rows ``(alias, end, id)``: who answers to these ids, or to ids that end with these numbers.

    ``end`` is what follows the last colon of the alias: the number that its source gives.
    """
    end = func.regexp_extract(aliases.c.alias, "[^:]+$").label("end")
    return select(aliases.c.alias, end, aliases.c.id).where(
        or_(among(aliases.c.alias, ids), among(end, ends))
    )


def word_counts(asked: Sequence[str]) -> Rows:
    """How many organisations have each of these words."""
    return select(vocabulary.c.word, vocabulary.c.organisations).where(
        among(vocabulary.c.word, asked)
    )


def near_words(asked: Sequence[str]) -> Rows:
    """Rows ``(asked, word, organisations)``: the directory's words at a small typing error.

    One error, two from eight letters on (Damerau–Levenshtein); the words share their first letter
    or their last three.
    """
    typed = select(_listed(asked, String).label("word")).cte("typed")
    errors = case((func.length(typed.c.word) >= 8, 2), else_=1)
    v = vocabulary

    def sharing(*same: ColumnElement[bool]) -> Rows:
        return (
            select(typed.c.word.label("asked"), v.c.word, v.c.organisations)
            .join(v, *same)
            .where(
                func.abs(func.length(v.c.word) - func.length(typed.c.word)) <= errors,
                func.damerau_levenshtein(v.c.word, typed.c.word) <= errors,
            )
        )

    first = sharing(func.left(v.c.word, 1) == func.left(typed.c.word, 1))
    last = sharing(func.right(v.c.word, 3) == func.right(typed.c.word, 3))
    found = union(first, last).subquery()
    return select(*found.c)


def with_words(asked: Sequence[AskedWord]) -> Rows:
    """Rows ``(row, id)``: for each row the organisations that share its heaviest words.

    A shared word counts its weight, the row's commune or department more; the best
    ``_MOST_PER_ROW`` of each row are kept, beside those that are the best by words alone: what a
    row tells of its place adds candidates and takes none away.
    """
    a = select(
        _listed([each.row for each in asked], Integer).label("row"),
        _listed([each.word for each in asked], String).label("word"),
        _listed([each.weight for each in asked], Double).label("weight"),
        _listed([each.departments for each in asked], String).label("departments"),
        _listed([each.communes for each in asked], String).label("communes"),
        _listed([int(each.everywhere) for each in asked], Integer).label("everywhere"),
    ).cte("asked")
    wanted = select(a.c.word).distinct()
    unnested = select(
        o.c.id, o.c.commune, o.c.department, func.unnest(o.c.words).label("word")
    ).subquery()
    held = select(*unnested.c).where(unnested.c.word.in_(wanted)).cte("held")
    here = func.contains(a.c.departments, literal("|") + held.c.department + literal("|"))
    there = func.contains(a.c.communes, literal("|") + held.c.commune + literal("|"))
    bonus = case((there, _COMMUNE_BONUS), (here, _DEPARTMENT_BONUS), else_=0.0)
    total = (func.sum(a.c.weight) + func.max(bonus)).label("total")
    plain = func.sum(a.c.weight * a.c.everywhere).label("plain")
    pairs = (
        select(a.c.row, held.c.id, total, plain)
        .join(held, held.c.word == a.c.word)
        .where(or_(a.c.everywhere == 1, here))
        .group_by(a.c.row, held.c.id)
        .subquery()
    )
    by_words, by_place = (_rank(pairs, pairs.c[name]) for name in ("plain", "total"))
    ranked = select(
        pairs.c.row, pairs.c.id, pairs.c.plain, by_words.label("words"), by_place.label("place")
    ).subquery()
    return select(ranked.c.row, ranked.c.id).where(
        or_(
            ranked.c.place <= _MOST_PER_ROW,
            and_(ranked.c.words <= _MOST_PER_ROW, ranked.c.plain > 0),
        )
    )


def _rank(pairs: FromClause, by: ColumnElement[Any]) -> ColumnElement[int]:
    """The rank of each pair in its row, the greatest first."""
    return func.row_number().over(partition_by=pairs.c.row, order_by=(by.desc(), pairs.c.id))


def with_initials(asked: Sequence[AskedInitials]) -> Rows:
    """Rows ``(row, id)``: organisations of a row's communes whose words begin with its letters.

    Letters come in order, words between them may have none: « APEV » of « Association pour
    l’emploi en Vallée ». What the letters are worth is compared afterwards.
    """
    a = select(
        _listed([each.row for each in asked], Integer).label("row"),
        _listed([each.commune for each in asked], String).label("commune"),
        _listed([".*".join(each.letters) for each in asked], String).label("pattern"),
    ).cte("asked_initials")
    initials = func.regexp_replace(o.c.sort_name, "([a-z0-9])[a-z0-9]* ?", r"\1", "g")
    return (
        select(a.c.row, o.c.id)
        .join(o, o.c.commune == a.c.commune)
        .where(func.regexp_matches(initials, a.c.pattern))
    )


def candidates(ids: Sequence[str]) -> Rows:
    """What is compared of organisations, by id."""
    return select(*CANDIDATE_COLUMNS).where(among(o.c.id, ids))
