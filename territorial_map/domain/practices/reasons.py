"""Reason sentences, French and English: what a criterion says, and what the guide gives as example.

A sentence states only the profile's own fact, what the guide describes, or what our rule judges,
and says which of the three it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.language.writing import distance
from territorial_map.domain.practices.catalogue import Practice, PracticeExample
from territorial_map.domain.practices.criteria import CriterionVerdict, neighbours
from territorial_map.domain.practices.rules import Phrases, RoleRule
from territorial_map.domain.practices.surroundings import Nearby, Surroundings
from territorial_map.domain.practices.terms import PracticeCriterion

GENERAL = "general"
ROLE = "role"
NAMED_NEIGHBOURS = 3
_GOOD, _FAIR, _WEAK = 0.65, 0.5, 0.25
_CIRCUMSTANCES = frozenset({PracticeCriterion.SIZE_BAND, PracticeCriterion.SCOPE})


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence per criterion; ``value`` is None when the criterion cannot tell.

    ``criterion`` is the code of a Criterion, or ``role`` or ``general``.
    """

    criterion: str
    sentence: Sentence
    value: float | None


def reasons_for(
    practice: Practice,
    verdicts: tuple[CriterionVerdict, ...],
    role: RoleRule | None,
    phrases: Phrases,
    surroundings: Surroundings,
) -> tuple[Reason, ...]:
    """The reasons, the one that weighs most first, those that cannot tell last.

    Where the status already imposes the practice, that is the only reason.
    """
    opening = _opening(practice, verdicts, role, phrases)
    if role is not None and role.imposed:
        return (opening[0],)
    told = sorted(
        (each for each in verdicts if each.value is not None and each is not opening[1]),
        key=lambda each: -abs(each.log_odds),
    )
    silent = [each for each in verdicts if each.value is None and not each.known]
    rest = [_reason(each, phrases, surroundings) for each in [*told, *silent]]
    return (opening[0], *rest)


@dataclass(frozen=True, slots=True)
class QuotedExample:
    """The example quoted, on which criteria its body is like the profile's, and if it is alone."""

    example: PracticeExample
    alike: tuple[PracticeCriterion, ...]
    only: bool

    @property
    def presented(self) -> Sentence:
        """How it is brought in: what it has in common with the profile, when something is."""
        if not self.alike:
            return Sentence("l’exemple", "the example")
        fr = ", ".join(_ALIKE[each].fr for each in self.alike)
        en = ", ".join(_ALIKE[each].en for each in self.alike)
        name = ("l’exemple", "the example")
        if not self.only:
            name = ("l’exemple le plus proche", "the closest example")
        return Sentence(f"{name[0]} ({fr})", f"{name[1]} ({en})")


def closest_example(practice: Practice, verdicts: Iterable[CriterionVerdict]) -> QuotedExample:
    """The example that shares most with the profile; the first one when none does."""
    known = [
        (each.fit.criterion, each.term.value, getattr(each.term, "family", None))
        for each in verdicts
        if each.term is not None and each.from_guide and each.fit.criterion in _ALIKE
    ]

    def alike(example: PracticeExample) -> tuple[PracticeCriterion, ...]:
        traces = example.traces
        codes = {
            *traces.legal_forms, *traces.families, *traces.devices, *traces.place_types,
            *traces.sectors, *traces.audiences, *traces.traits,
        }  # fmt: skip
        return tuple(
            criterion for criterion, code, family in known if code in codes or family in codes
        )

    only = len(practice.examples) == 1
    quoted = [QuotedExample(each, alike(each), only) for each in practice.examples]
    return max(quoted, key=lambda each: len(each.alike))


def _opening(
    practice: Practice,
    verdicts: tuple[CriterionVerdict, ...],
    role: RoleRule | None,
    phrases: Phrases,
) -> tuple[Reason, CriterionVerdict | None]:
    """The first reason: the strongest fact in favour, what the guide describes, its example."""
    quoted = closest_example(practice, verdicts)
    brief, presented = quoted.example.brief, quoted.presented
    gist = Sentence(
        f"{practice.point.fr}\u00a0; {presented.fr}\u00a0: {brief.fr}.",
        f"{practice.point.en}; {presented.en}: {brief.en}.",
    )
    if role is not None:
        why = Sentence(
            f"{role.why.fr} Le guide\u00a0: {gist.fr}", f"{role.why.en} The guide: {gist.en}"
        )
        return Reason(ROLE, why, 0.0 if role.imposed else 1.0), None
    strongest = _strongest(verdicts)
    if strongest is None:
        return Reason(GENERAL, _capitals(gist), practice.general), None
    lead = _lead(strongest, phrases)
    fr, en = ("", "") if strongest.from_guide else (_EXTENDED.fr, _EXTENDED.en)
    return (
        Reason(
            strongest.fit.criterion.value,
            Sentence(
                f"{_capital(lead.fr)}{fr}\u00a0: {gist.fr}", f"{_capital(lead.en)}{en}: {gist.en}"
            ),
            strongest.value,
        ),
        strongest,
    )


def _strongest(verdicts: tuple[CriterionVerdict, ...]) -> CriterionVerdict | None:
    """The verdict most in favour that a fact of the profile decided; size and scope only last."""
    favourable = [each for each in verdicts if each.term is not None and each.log_odds > 0]
    return max(
        favourable,
        key=lambda each: (each.fit.criterion not in _CIRCUMSTANCES, each.log_odds),
        default=None,
    )


def _reason(verdict: CriterionVerdict, phrases: Phrases, surroundings: Surroundings) -> Reason:
    criterion = verdict.fit.criterion
    if verdict.value is None:
        text = phrases.unknown[criterion]
        return Reason(criterion.value, text, None)
    if criterion.is_territorial:
        text = _near(verdict, phrases, surroundings)
    else:
        lead, tail = _lead(verdict, phrases), _tail(verdict)
        text = Sentence(f"{_capital(lead.fr)}{tail.fr}.", f"{_capital(lead.en)}{tail.en}.")
    return Reason(criterion.value, text, verdict.value)


def _lead(verdict: CriterionVerdict, phrases: Phrases) -> Sentence:
    criterion = verdict.fit.criterion
    if verdict.term is None:
        return phrases.unmatched[criterion]
    return phrases.told[criterion, verdict.term.value]


def _tail(verdict: CriterionVerdict) -> Sentence:
    value = 0.0 if verdict.value is None else verdict.value
    if verdict.from_guide and value > _FAIR:
        return Sentence(", comme dans l’exemple du guide", ", as in the guide’s example")
    if value >= _GOOD:
        return Sentence("\u00a0: très favorable", ": strongly in favour")
    if value > _FAIR:
        return Sentence("\u00a0: plutôt favorable", ": rather in favour")
    if value == _FAIR:
        return Sentence("\u00a0: ni pour ni contre", ": neither way")
    if value >= _WEAK:
        return Sentence("\u00a0: plutôt défavorable", ": rather against")
    return Sentence("\u00a0: peu adapté", ": hardly suited")


def _near(verdict: CriterionVerdict, phrases: Phrases, surroundings: Surroundings) -> Sentence:
    criterion = verdict.fit.criterion
    found = neighbours(criterion, surroundings)
    lead = _within_reach(phrases.told[criterion, "near"], surroundings.reach_km)
    count = surroundings.supplier_count if criterion is PracticeCriterion.SUPPLIERS_NEAR else None
    fr, en = _named(found, Language.FRENCH), _named(found, Language.ENGLISH)
    if count is not None and count > min(len(found), NAMED_NEIGHBOURS):
        fr, en = f"{fr} ({count} en tout)", f"{en} ({count} in all)"
    if not found:
        tied = surroundings.suppliers_tied and criterion is PracticeCriterion.SUPPLIERS_NEAR
        return _capitals(lead.joined(_ONLY_TIED) if tied else lead.joined(_STOP))
    return Sentence(f"{_capital(lead.fr)}\u00a0: {fr}.", f"{_capital(lead.en)}: {en}.")


def _within_reach(lead: Sentence, reach_km: float | None) -> Sentence:
    if reach_km is None:
        return lead
    return Sentence(
        f"{lead.fr} ({reach_km:g}\u00a0km au plus, à vol d’oiseau)",
        f"{lead.en} (within {reach_km:g}\u00a0km, as the crow flies)",
    )


def _named(found: tuple[Nearby, ...], language: Language) -> str:
    names = []
    for each in found[:NAMED_NEIGHBOURS]:
        km = each.distance_km
        shown = "" if km is None else f" ({distance(km, language)})"
        names.append(f"{each.name}{shown}")
    return ", ".join(names)


_STOP = Sentence(".", ".")
_ONLY_TIED = Sentence(
    ", tous déjà en lien ou sans doute du même groupe.",
    ", all tied already or probably of the same group.",
)


def _capitals(sentence: Sentence) -> Sentence:
    return Sentence(_capital(sentence.fr), _capital(sentence.en))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_ALIKE = {
    PracticeCriterion.LEGAL_FORM: Sentence("même forme juridique", "same legal form"),
    PracticeCriterion.DEVICES: Sentence("même dispositif", "same scheme"),
    PracticeCriterion.PLACE_TYPES: Sentence("même type de lieu", "same kind of place"),
    PracticeCriterion.SECTORS: Sentence("même secteur", "same sector"),
    PracticeCriterion.AUDIENCES: Sentence("même public", "same audience"),
    PracticeCriterion.TRAITS: Sentence("même caractéristique", "same trait"),
}
"""On what an example of the guide can be like a profile, as it is told."""

_EXTENDED = Sentence(
    " (notre règle étend la pratique à ce cas)", " (our rule extends the practice to this case)"
)
