"""What a partner list is asked for, as query parameters and back: one grammar everywhere."""

from dataclasses import dataclass
from urllib.parse import urlencode

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.geo import Point
from territorial_map.domain.numbers import whole_between
from territorial_map.domain.practices.profile import PROFILE_KEYS, PracticeProfile
from territorial_map.domain.selection import DEFAULT_RADIUS_KM, MAX_RADIUS_KM, Selection
from territorial_map.domain.term import Term
from territorial_map.domain.territory import commune_of_arrondissement
from territorial_map.domain.vocabulary import Kind, PoolingCategory
from territorial_map.services.explore.query_string import (
    Parameters,
    radius_of,
    selection_from_query,
    single_value,
)
from territorial_map.services.practices.profile_query import profile_from_query, profile_pairs

DEFAULT_LINES = 50
MOST_LINES = 500
PATH = "/partenaires"
CENTRES = ("for", "commune", "near")
PER_PAGE = 10
MOST_LISTED = 200  # legal persons whose leads the API gives page by page
_MAX_ID = 300
DESCRIBED = tuple(key for key in PROFILE_KEYS if key not in {"kind", "commune"})
"""What a structure that is in no source says of itself, by the parameters of its profile; here
``kind`` is that of partners, ``commune`` where it stands."""
MOST_PAGES = 1_000


class KnownOrNot(Term):
    """Whether a fact is to be known of a partner."""

    KNOWN = "known", "Connu"
    UNKNOWN = "unknown", "Non renseigné"


class TieAsked(Term):
    """Those the centre is already tied to, instead of leads; or leads of its own EPCI."""

    LINKED = "linked", "Déjà en lien"
    SAME_GROUP = "same_group", "Sans doute du même groupe"
    SAME_EPCI = "same_epci", "Même intercommunalité"

    @property
    def is_existing(self) -> bool:
        """True for those who are together already: they are shown and never proposed."""
        return self is not TieAsked.SAME_EPCI


@dataclass(frozen=True, slots=True)
class Kept:
    """Which partners are kept: of which kinds, with what known, tied how; empty keeps everyone."""

    kinds: tuple[Kind, ...] = ()
    trade: KnownOrNot | None = None
    phone: KnownOrNot | None = None
    tie: TieAsked | None = None

    @property
    def is_empty(self) -> bool:
        """True when nothing is left out."""
        return not self.pairs()

    def pairs(self) -> list[tuple[str, str]]:
        """Its parameters."""
        pairs = [("kind", kind.value) for kind in self.kinds]
        single = (("trade", self.trade), ("phone", self.phone), ("tie", self.tie))
        return pairs + [(name, term.value) for name, term in single if term is not None]


EVERYONE = Kept()
NOT_DESCRIBED = PracticeProfile()


@dataclass(frozen=True, slots=True)
class PartnersAsked:
    """Around one centre (an organisation's id, a commune's code or a point), and what is kept.

    ``pooling`` empty means every category; ``practice`` keeps those whom one of the practices
    concerns (same values as the filter); ``limit`` is the number of legal persons, of whom a screen
    shows ``PER_PAGE`` at a time. ``described`` is what is said of who looks for partners at a
    place, in the profile that practices are found by. ``own_reach`` looks as far as each category
    reaches, whatever the radius: no address says it.
    """

    organisation: str | None = None
    commune: str | None = None
    point: Point | None = None
    radius_km: float = DEFAULT_RADIUS_KM
    pooling: tuple[PoolingCategory, ...] = ()
    practice: tuple[str, ...] = ()
    limit: int = DEFAULT_LINES
    kept: Kept = EVERYONE
    own_reach: bool = False
    described: PracticeProfile = NOT_DESCRIBED

    def __post_init__(self) -> None:
        given = [c for c in (self.organisation, self.commune, self.point) if c is not None]
        if len(given) != 1:
            raise ValueError(f"a partner list has one centre: {given}")
        if not 0 < self.radius_km <= MAX_RADIUS_KM or not 1 <= self.limit <= MOST_LINES:
            raise ValueError(f"out of bounds: {self.radius_km} km, {self.limit} lines")

    @property
    def categories(self) -> tuple[PoolingCategory, ...]:
        """The categories to look into."""
        return self.pooling or tuple(PoolingCategory)

    @property
    def among(self) -> Selection:
        """Who may be listed, as a selection of the directory."""
        kinds = [kind.value for kind in self.kept.kinds]
        return Selection.of({"practice": self.practice, "kind": kinds})


def asked_from_query(parameters: Parameters) -> PartnersAsked:
    """The list that query parameters ask for; parameters of other uses are left alone.

    Raises:
        BadParameter: no centre or several, or a value that its parameter cannot take.
    """
    single = {name: single_value(parameters, name) for name in (*CENTRES, "radius_km", "limit")}
    centres = [name for name in CENTRES if single[name]]
    if len(centres) != 1:
        problem = "un seul centre est attendu : organisation, commune ou point."
        raise BadParameter(" / ".join(CENTRES), ", ".join(centres), problem)
    if len(single["for"]) > _MAX_ID:
        raise BadParameter("for", f"{single['for'][:30]}…", f"{_MAX_ID} caractères au plus.")
    around = selection_from_query({"near": [single["near"]]}).around
    practices = tuple(v.strip() for v in parameters.get("practice", ()) if v.strip())
    return PartnersAsked(
        organisation=single["for"] or None,
        commune=commune_of_arrondissement(single["commune"].upper()) or None,
        point=around.point if around else None,
        radius_km=radius_of(single["radius_km"]) if single["radius_km"] else DEFAULT_RADIUS_KM,
        pooling=_pooling(parameters),
        practice=Selection.of({"practice": practices}).chosen("practice"),
        limit=_limit(single["limit"]),
        kept=kept_from_query(parameters),
        described=NOT_DESCRIBED if single["for"] else described_in_query(parameters),
    )


def described_in_query(parameters: Parameters) -> PracticeProfile:
    """What is said of who looks for partners.

    Raises:
        BadParameter: a value that its key cannot take.
    """
    return profile_from_query({name: parameters.get(name, ()) for name in DESCRIBED})


def entry_from_query(parameters: Parameters) -> tuple[float, tuple[PoolingCategory, ...]]:
    """How far and on what, while no centre is chosen yet.

    Raises:
        BadParameter: a value that its parameter cannot take.
    """
    radius = single_value(parameters, "radius_km")
    return radius_of(radius) if radius else DEFAULT_RADIUS_KM, _pooling(parameters)


def kept_from_query(parameters: Parameters) -> Kept:
    """Which partners query parameters keep.

    Raises:
        BadParameter: a value that its parameter cannot take.
    """
    kinds = {v.strip() for v in parameters.get("kind", ()) if v.strip()}
    for value in sorted(kinds):
        _refuse_other("kind", value, Kind)
    trade, phone, tie = (single_value(parameters, name) for name in ("trade", "phone", "tie"))
    for name, value, terms in (("trade", trade, KnownOrNot), ("phone", phone, KnownOrNot)):
        _refuse_other(name, value, terms)
    _refuse_other("tie", tie, TieAsked)
    return Kept(
        tuple(kind for kind in Kind if kind.value in kinds),
        KnownOrNot(trade) if trade else None,
        KnownOrNot(phone) if phone else None,
        TieAsked(tie) if tie else None,
    )


def page_from_query(parameters: Parameters) -> int:
    """Which page of a list is asked for; the first by default.

    Raises:
        BadParameter: no page number.
    """
    text = single_value(parameters, "page")
    return whole_between("page", text, 1, MOST_PAGES) if text else 1


def _refuse_other(name: str, value: str, terms: type[Term]) -> None:
    if value and value not in terms.codes():
        raise BadParameter(name, value, "valeur inconnue.", terms.codes())


def pairs_of(asked: PartnersAsked) -> list[tuple[str, str]]:
    """The parameters of a list, in canonical order; a round trip."""
    pairs: list[tuple[str, str]] = []
    if asked.organisation is not None:
        pairs.append(("for", asked.organisation))
    if asked.commune is not None:
        pairs.append(("commune", asked.commune))
    if asked.point is not None:
        pairs.append(("near", f"{asked.point.lon!r},{asked.point.lat!r}"))
    pairs.append(("radius_km", f"{asked.radius_km!r}".removesuffix(".0")))
    pairs += [("pooling", category.value) for category in asked.pooling]
    pairs += [("practice", value) for value in asked.practice]
    if asked.limit != DEFAULT_LINES:
        pairs.append(("limit", str(asked.limit)))
    return pairs + asked.kept.pairs() + profile_pairs(asked.described)


def query_of_asked(asked: PartnersAsked) -> str:
    """The query string of a list.

    >>> query_of_asked(PartnersAsked(commune="46102", limit=20))
    'commune=46102&radius_km=30&limit=20'
    """
    return urlencode(pairs_of(asked))


def _limit(text: str) -> int:
    if not text:
        return DEFAULT_LINES
    return whole_between("limit", text, 1, MOST_LINES)


def _pooling(parameters: Parameters) -> tuple[PoolingCategory, ...]:
    """The asked categories, in their declared order."""
    values = {v.strip() for v in parameters.get("pooling", ()) if v.strip()}
    for value in sorted(values):
        if value not in PoolingCategory.codes():
            raise BadParameter("pooling", value, "valeur inconnue.", PoolingCategory.codes())
    return tuple(category for category in PoolingCategory if category.value in values)
