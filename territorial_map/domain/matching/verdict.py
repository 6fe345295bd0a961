"""From what agrees to what is said of a row: never silently wrong.

A row is found when its best candidate is likely enough *and* nothing it tells speaks against it:
the rules below leave the choice to the reader whenever a number and a name, or two numbers, do not
tell the same organisation.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from territorial_map.domain.matching.agreement import MatchWeights, RowAgreement
from territorial_map.domain.matching.list_row import Given
from territorial_map.domain.matching.terms import (
    WORTH_CHOOSING,
    MatchVerdict,
    NumberLevel,
    PhoneLevel,
    PlaceLevel,
    Why,
)

_SHOWN = 5
EVERY = 0.01  # the probability from which a candidate is shown when all are asked for
_RIVAL = 0.2  # of the best's probability by name alone: enough to name another organisation


@dataclass(frozen=True, slots=True)
class Candidate:
    """An organisation that may be the row's; ``numbers`` are the kinds of number they share.

    ``reached`` says that a row without a name of its own tells its phone or address.
    """

    id: str
    siren: str | None
    agreement: RowAgreement
    numbers: frozenset[Why] = frozenset()
    reached: bool = False

    @property
    def told(self) -> bool:
        """True when something of the row tells it: a place alone designates nobody."""
        mine = self.agreement
        unnamed = mine.name is not None and mine.name.unlike
        known = mine.number not in {NumberLevel.NONE, NumberLevel.DIFFERS}
        return not unnamed or known or mine.phone is PhoneLevel.SAME or self.reached


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its probability, in [0, 1]."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class MatchDecision:
    """What is said of a row; ``score`` is the best candidate's probability, 0 without any.

    ``id`` is told when found only; ``candidates`` come most likely first.
    """

    verdict: MatchVerdict
    why: Why
    id: str | None = None
    score: float = 0.0
    candidates: tuple[Ranked, ...] = ()


def decide(
    given: Given,
    candidates: Sequence[Candidate],
    weights: MatchWeights,
    least: float = WORTH_CHOOSING,
) -> MatchDecision:
    """The verdict on a row from its candidates, in any order.

    Those less likely than ``least`` are left out of what is shown, but for those that a number of
    the row designates; the verdict does not hang on it.
    """
    if given.tells_nothing:
        return MatchDecision(MatchVerdict.UNKNOWN, Why.NOTHING_TOLD)
    scores = weights.probabilities([candidate.agreement for candidate in candidates])
    order = sorted(zip(scores, candidates, strict=True), key=lambda pair: (-pair[0], pair[1].id))
    field = _Field(given, tuple(c for _, c in order), tuple(s for s, _ in order), weights, least)
    return field.decision()


@dataclass(frozen=True, slots=True)
class _Field:
    """A row with its candidates, most likely first, and their probabilities."""

    given: Given
    candidates: tuple[Candidate, ...]
    scores: tuple[float, ...]
    weights: MatchWeights
    least: float

    def decision(self) -> MatchDecision:
        by_number = self._numbered()
        if any(candidate.numbers for candidate in self.candidates):
            return self._by_number(by_number)
        if self.given.siren and any(c.siren == self.given.siren for c in self.candidates):
            return self._by_person()
        return self._by_name()

    def _numbered(self) -> tuple[Candidate, ...]:
        """The candidates that every known number of the row designates."""
        kinds = {kind for candidate in self.candidates for kind in candidate.numbers}
        return tuple(c for c in self.candidates if c.numbers == kinds)

    def _by_number(self, designated: tuple[Candidate, ...]) -> MatchDecision:
        if not designated or self._siren_disagrees(designated):
            return self._ambiguous(Why.NUMBERS_DISAGREE, lambda c: bool(c.numbers))
        best = designated[0]
        doubt = self._doubt(best)
        if doubt is not None:
            return self._ambiguous(doubt, lambda c: bool(c.numbers))
        if len(designated) > 1 and self._share(best, designated) < self.weights.found:
            return self._ambiguous(Why.SHARED_NUMBER, lambda c: bool(c.numbers))
        return self._found(best, self._why_of(best))

    def _why_of(self, found: Candidate) -> Why:
        if Why.SIRET in found.numbers:
            return Why.SIRET if found.agreement.name is None else Why.SIRET_AND_NAME
        return next(kind for kind in (Why.ID, Why.FINESS, Why.RNA) if kind in found.numbers)

    def _siren_disagrees(self, designated: Sequence[Candidate]) -> bool:
        told = self.given.siren_told or self.given.siren
        return told is not None and all(c.siren not in {None, told} for c in designated)

    def _doubt(self, best: Candidate) -> Why | None:
        """What speaks against the organisation that a number designates."""
        name = best.agreement.name
        rival = self._named_otherwise(best)
        if name is not None and name.unlike:
            return Why.NAME_UNLIKE if rival is None else Why.NAME_ELSEWHERE
        if rival is not None:
            return Why.NAME_ELSEWHERE
        elsewhere = best.agreement.place is PlaceLevel.ELSEWHERE
        if elsewhere and Why.ID not in best.numbers and (name is None or not name.alike):
            return Why.PLACE_UNLIKE
        return None

    def _named_otherwise(self, best: Candidate) -> Candidate | None:
        """Another organisation that the name and the place tell better than the number's own."""
        mine = best.agreement
        for other in self.candidates:
            theirs = other.agreement
            if other.numbers or other is best or theirs.name is None or mine.name is None:
                continue
            far = {PlaceLevel.DEPARTMENT, PlaceLevel.ELSEWHERE}
            nearer = theirs.place is PlaceLevel.COMMUNE and mine.place in far
            likelier = theirs.name.of_candidate + theirs.name.of_row > (
                mine.name.of_candidate + mine.name.of_row + 0.3
            )
            better = likelier and not mine.name.alike and theirs.place not in far
            if theirs.name.alike and (nearer or better):
                return other
        return None

    def _share(self, best: Candidate, among: Sequence[Candidate]) -> float:
        """The probability of one candidate when only ``among`` are possible."""
        scores = dict(zip((c.id for c in self.candidates), self.scores, strict=True))
        return scores[best.id] / sum(scores[c.id] for c in among) if scores[best.id] else 0.0

    def _by_person(self) -> MatchDecision:
        """The legal person is known by its SIREN; the site is told by the place and the name."""
        own = [c for c in self.candidates if c.siren == self.given.siren]

        def is_own(candidate: Candidate) -> bool:
            return candidate.siren == self.given.siren

        there = [c for c in own if c.agreement.is_there]
        there = there or [c for c in own if c.agreement.place is PlaceLevel.WITHIN]
        best = (there or own)[0]
        name = best.agreement.name
        if name is not None and name.unlike:
            elsewhere = self._named_otherwise(best) is not None
            return self._ambiguous(Why.NAME_ELSEWHERE if elsewhere else Why.NAME_UNLIKE, is_own)
        untold = best.agreement.place is PlaceLevel.UNTOLD
        if self.given.siret is not None:  # another site, or the same one under a new number
            return self._ambiguous(Why.OTHER_SITE, is_own)
        if not there and not untold:
            return self._ambiguous(Why.OTHER_SITE, is_own)
        among = there or own
        if len(among) > 1 and self._share(best, among) < self.weights.found:
            return self._ambiguous(Why.SEVERAL_SITES, is_own)
        return self._found(best, Why.SITE_THERE if there else Why.ONLY_SITE)

    def _by_name(self) -> MatchDecision:
        worth = [s for c, s in zip(self.candidates, self.scores, strict=True) if c.told]
        likeliest = max((0.0, *worth))
        if sum(worth) < self.weights.unknown or likeliest < WORTH_CHOOSING:
            if any(candidate.reached for candidate in self.candidates):
                return self._ambiguous(Why.NOT_SURE)
            return MatchDecision(
                MatchVerdict.UNKNOWN, Why.NOT_KNOWN, None, likeliest, self._shown()
            )
        best, score = self.candidates[0], self.scores[0]
        if best.agreement.number is NumberLevel.DIFFERS:
            return self._ambiguous(Why.OTHER_NUMBER)
        if any(self._is_namesake(best, other) for other in self.candidates[1:]):
            return self._ambiguous(
                Why.SEVERAL_ALIKE, lambda c: c is best or self._is_namesake(best, c)
            )
        name = best.agreement.name
        if score < self.weights.found or name is None or name.unlike or name.devices_differ:
            several = len(self.scores) > 1 and self.scores[1] > _RIVAL * score
            return self._ambiguous(Why.SEVERAL_ALIKE if several else Why.NOT_SURE)
        return self._found(best, Why.NAME_AND_PLACE if best.agreement.is_there else Why.NAME)

    @staticmethod
    def _is_namesake(best: Candidate, other: Candidate) -> bool:
        """Another organisation of the same telling words in the same place, told no less well.

        A pole and the association that bears it, or two devices of one association.
        """
        mine, theirs = best.agreement, other.agreement
        if other is best or mine.name is None or theirs.name is None:
            return False
        alike = mine.name.same and theirs.name.same and theirs.is_there
        worse = theirs.name.devices_differ or mine.same_postcode > theirs.same_postcode
        phoned = mine.phone is PhoneLevel.SAME and theirs.phone is not PhoneLevel.SAME
        return alike and not worse and not phoned

    def _found(self, found: Candidate, why: Why) -> MatchDecision:
        """Found if likely enough, else left to the reader with the same candidate first."""
        score = self.scores[self.candidates.index(found)]
        if score < self.weights.found:
            return self._ambiguous(Why.NOT_SURE, lambda c: c is found)
        return MatchDecision(
            MatchVerdict.FOUND, why, found.id, score, self._shown(lambda c: c is found)
        )

    def _offers(self, candidate: Candidate) -> bool:
        """True for what is worth a look; all are, when all are asked for."""
        return candidate.told or self.least < WORTH_CHOOSING

    def _ambiguous(
        self, why: Why, kept: Callable[[Candidate], bool] = lambda c: c.reached
    ) -> MatchDecision:
        """The choice is the reader's; ``kept`` candidates are shown however unlikely."""
        return MatchDecision(
            MatchVerdict.AMBIGUOUS, why, None, max((0.0, *self.scores)), self._shown(kept)
        )

    def _shown(self, kept: Callable[[Candidate], bool] = lambda _: False) -> tuple[Ranked, ...]:
        pairs = list(zip(self.candidates, self.scores, strict=True))
        must = [pair for pair in pairs if kept(pair[0])][:_SHOWN]
        rest = [p for p in pairs if p not in must and p[1] >= self.least and self._offers(p[0])]
        shown = must + rest[: max(0, _SHOWN - len(must))]
        shown.sort(key=lambda pair: (-pair[1], pair[0].id))
        return tuple(Ranked(candidate.id, score) for candidate, score in shown)
