"""Who brings and who looks for what in a group: its members by categories of pooling."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from territorial_map.domain.pooling.claims import Claim, claim_of
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.rulebook import Rulebook, Side
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.partners import facts_of_id
from territorial_map.services.texts import Texts

_LEAST_FIRST = 6


class Ground(Term):
    """What a cell rests on."""

    KNOWN = "known", "connu"
    INFERRED = "inferred", "déduit"
    UNKNOWN = "unknown", "à demander"


class SaidOfPooling(Term):
    """What a member answered to whoever examines the group."""

    BRINGS = "brings", "apporte"
    SEEKS = "seeks", "cherche"
    BOTH = "both", "apporte et cherche"
    NEITHER = "neither", "ni l’un ni l’autre"


# By member, then by category: what its author noted.
NotedAnswers = Mapping[str, Mapping[PoolingCategory, SaidOfPooling]]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What a member may bring to a category and what it may look for there.

    Both are told when they rest on the same ground; a known side alone where the other is inferred.
    """

    brings: Claim
    seeks: Claim

    @property
    def ground(self) -> Ground:
        """What the stronger side rests on."""
        if not self.told:
            return Ground.UNKNOWN
        return Ground.KNOWN if self.told[0].known else Ground.INFERRED

    @property
    def told(self) -> tuple[Claim, ...]:
        """The claims that the cell shows: those that are known, else those inferred."""
        claims = [claim for claim in (self.brings, self.seeks) if claim.strength is not None]
        known = [claim for claim in claims if claim.known]
        return tuple(known or claims)

    @property
    def says(self) -> SaidOfPooling | None:
        """In the words of an answer, what the cell shows."""
        sides = {claim.side for claim in self.told}
        if not sides:
            return None
        if len(sides) > 1:
            return SaidOfPooling.BOTH
        return SaidOfPooling.BRINGS if Side.RESOURCE in sides else SaidOfPooling.SEEKS


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A member and its cells, one per category of the matrix."""

    member: Facts
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class PoolingMatrix:
    """Members by every category, in the order of ``categories``.

    ``first`` are the categories worth a meeting: something is known of a member there, or one may
    bring what another may look for; ``others`` are inferred alike for all, or not told at all.
    """

    categories: tuple[PoolingCategory, ...]
    rows: tuple[MatrixRow, ...]
    first: tuple[PoolingCategory, ...]

    @property
    def others(self) -> tuple[PoolingCategory, ...]:
        """The categories that are not ``first``."""
        return tuple(one for one in self.categories if one not in self.first)

    def cell(self, row: MatrixRow, category: PoolingCategory) -> MatrixCell:
        """The cell of a member in a category."""
        return row.cells[self.categories.index(category)]


def said_in_words(said: SaidOfPooling, t: Texts) -> str:
    """What a cell says."""
    words = {
        SaidOfPooling.BRINGS: t("apporte"),
        SaidOfPooling.SEEKS: t("cherche"),
        SaidOfPooling.BOTH: t("apporte et cherche"),
        SaidOfPooling.NEITHER: t("ni l’un ni l’autre"),
    }
    return words[said]


def pooling_matrix(edition: OpenEdition, ids: Iterable[str]) -> PoolingMatrix:
    """The matrix of members of the directory, in their order.

    Raises:
        NotFound: an id that no organisation answers to.
    """
    members = [facts_of_id(edition, any_id) for any_id in dict.fromkeys(ids)]
    return matrix_of(members, edition.knowledge.pooling)


def matrix_of(members: Iterable[Facts], rules: Rulebook) -> PoolingMatrix:
    """The matrix of members, in their order."""
    categories = tuple(PoolingCategory)
    rows = tuple(
        MatrixRow(one, tuple(_cell(one, category, rules) for category in categories))
        for one in members
    )
    columns = dict(zip(categories, zip(*(row.cells for row in rows), strict=True), strict=False))
    known = [c for c, cells in columns.items() if any(x.ground is Ground.KNOWN for x in cells)]
    meeting = [c for c, cells in columns.items() if c not in known and _may_meet(cells)]
    first = known + meeting[: max(0, _LEAST_FIRST - len(known))]
    return PoolingMatrix(categories, rows, tuple(c for c in categories if c in first))


def _may_meet(cells: Sequence[MatrixCell]) -> bool:
    """True when one may bring what another may look for."""
    bringing = {n for n, one in enumerate(cells) if one.brings.strength is not None}
    seeking = {n for n, one in enumerate(cells) if one.seeks.strength is not None}
    return any(giver != taker for giver in bringing for taker in seeking)


def _cell(member: Facts, category: PoolingCategory, rules: Rulebook) -> MatrixCell:
    return MatrixCell(
        claim_of(member.profile, category, Side.RESOURCE, rules),
        claim_of(member.profile, category, Side.NEED, rules),
    )
