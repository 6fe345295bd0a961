"""One sentence per part of a partnership, what would change it, what to ask: French and English."""

from collections.abc import Iterator
from dataclasses import dataclass

from territorial_map.domain.language.sentence import Sentence, distance_told
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.pooling.claims import Claim
from territorial_map.domain.pooling.criteria.activity import ACTIVITY, unknown_trades
from territorial_map.domain.pooling.facts import PoolingProfile
from territorial_map.domain.pooling.partnership import (
    Partnership,
    ScoreChange,
    in_one_commune,
    would_change,
)
from territorial_map.domain.pooling.parts import Nearness, known_obstacles, weighed
from territorial_map.domain.pooling.rulebook import CategoryFrame, Mode, Rulebook
from territorial_map.domain.pooling.weighing import NEED, RESOURCE, learning_of
from territorial_map.domain.vocabulary import Kind

SAME_AREA_KM = 30.0  # within it, two bodies of one trade may be competitors: the reason asks

_METRES_BELOW_KM = 1.0  # below it a distance is told in metres

_COLON = f"{NBSP}:"
_UNKNOWN = Sentence(
    "non connu de nos sources, à demander", "not known from our sources, to be asked"
)
_COMPETE = Sentence(
    "Même métier sur un même territoire, peut-être concurrents, à demander.",
    "Same trade in the same area, perhaps competitors, to be asked.",
)
_COMPETE_PERHAPS = Sentence(
    "Même dispositif, métier non renseigné, peut-être concurrents sur ce territoire, à demander.",
    "Same device in the same area, trade not given, perhaps competitors, to be asked.",
)
_POLE = Sentence(
    "Activité actuelle du PTCE à confirmer.", "Whether the PTCE is active today is to be confirmed."
)
_NO_PLACE = Sentence(
    "Distance inconnue, position non renseignée.", "Unknown distance, position not given."
)
_SAME_COMMUNE = Sentence(
    "Même commune, position exacte non connue.", "Same commune, exact position not known."
)
_NEXT_COMMUNE = Sentence(
    "À moins d’un kilomètre d’un centre de commune à l’autre, position exacte non connue.",
    "Less than a kilometre from one commune’s centre to the other’s, exact position not known.",
)
_NO_ACCESS = Sentence(
    "Outre-mer, cette distance ne dit pas l’accès (fleuve, mer, relief).",
    "Overseas, this distance does not tell access (river, sea, relief).",
)
_NOTHING = Sentence("Pas d’obstacle connu de nos sources.", "No obstacle known from our sources.")


@dataclass(frozen=True, slots=True)
class Reasons:
    """Every sentence of a partnership; ``legal`` is the frame that decides, where one does."""

    fit: Sentence
    proximity: Sentence
    feasibility: Sentence
    ask: Sentence
    legal: Sentence | None
    would_change: Sentence | None


def reasons_of(partnership: Partnership, rulebook: Rulebook) -> Reasons:
    """The sentences of a partnership, computed when it is shown."""
    frame = rulebook.frame(partnership.category)
    return Reasons(
        _fit(partnership),
        _proximity(partnership),
        _feasibility(partnership, frame, rulebook),
        frame.ask,
        frame.legal,
        _change(partnership, would_change(partnership, rulebook), frame),
    )


def told_of(claim: Claim) -> Sentence:
    """What a need or a resource rests on, declared or inferred said beside it."""
    if claim.reason is None:
        return _UNKNOWN
    if claim.declared and claim.rule is None:
        return claim.reason
    if claim.declared:
        return Sentence(f"{claim.reason.fr} (déclaré)", f"{claim.reason.en} (declared)")
    return Sentence(f"{claim.reason.fr} (déduit)", f"{claim.reason.en} (inferred)")


def _fit(partnership: Partnership) -> Sentence:
    meeting = partnership.weighing.meeting
    of_a, of_b = told_of(meeting.of_a), told_of(meeting.of_b)
    a, b = partnership.a.name, partnership.b.name
    if meeting.mode is Mode.TOGETHER:
        return Sentence(
            f"Besoin commun. {a}{_COLON} {of_a.fr}. {b}{_COLON} {of_b.fr}.",
            f"Common need. {a}: {of_a.en}. {b}: {of_b.en}.",
        )
    if not meeting.given_by_a:
        a, b, of_a, of_b = b, a, of_b, of_a
    return Sentence(
        f"{a} peut apporter{_COLON} {of_a.fr}. {b} peut en avoir besoin{_COLON} {of_b.fr}.",
        f"{a} may bring: {of_a.en}. {b} may need it: {of_b.en}.",
    )


def _proximity(partnership: Partnership) -> Sentence:
    nearness = partnership.nearness
    if nearness.distance_km is None:
        return _NO_PLACE
    if in_one_commune(partnership):
        return _SAME_COMMUNE
    if nearness.distance_km < _METRES_BELOW_KM and nearness.low_km != nearness.high_km:
        return _NEXT_COMMUNE
    away = distance_told(nearness.distance_km)
    told = Sentence(f"À {away.fr} à vol d’oiseau.", f"At {away.en} as the crow flies.").then(
        _blur(nearness)
    )
    overseas = partnership.a.profile.overseas or partnership.b.profile.overseas
    return told.then(_NO_ACCESS if overseas else None)


def _blur(nearness: Nearness) -> Sentence | None:
    if nearness.high_km is None:
        return Sentence(
            "Position connue à la commune seulement, distance à vérifier.",
            "Position known to the commune only, distance to be checked.",
        )
    if nearness.high_km <= nearness.low_km:
        return None
    low, high = distance_told(nearness.low_km), distance_told(nearness.high_km)
    return Sentence(
        f"Position connue à la commune seulement, entre {low.fr} et {high.fr} en réalité.",
        f"Position known to the commune only, between {low.en} and {high.en} in fact.",
    )


def _feasibility(partnership: Partnership, frame: CategoryFrame, rulebook: Rulebook) -> Sentence:
    a, b = partnership.a, partnership.b
    told = [text for text in _judged(partnership, frame, rulebook) if text is not None]
    told += [obstacle.reason for obstacle in known_obstacles(a.profile, b.profile, frame)]
    distance = partnership.nearness.distance_km
    if distance is not None and distance <= SAME_AREA_KM:
        told += _competing(a.profile, b.profile)
    if Kind.PTCE in {a.profile.kind, b.profile.kind}:
        told.append(_POLE)
    if not told:
        return _NOTHING
    whole = told[0]
    for text in told[1:]:
        whole = whole.then(text)
    return Sentence(whole.fr[0].upper() + whole.fr[1:], whole.en[0].upper() + whole.en[1:])


def _competing(a: PoolingProfile, b: PoolingProfile) -> tuple[Sentence, ...]:
    """The caution that the two may compete: one trade, or one device and a trade unknown."""
    if a.sectors & b.sectors:
        return (_COMPETE,)
    unknown = not a.sectors or not b.sectors
    return (_COMPETE_PERHAPS,) if unknown and a.devices & b.devices else ()


def _judged(
    partnership: Partnership, frame: CategoryFrame, rulebook: Rulebook
) -> Iterator[Sentence | None]:
    """What each criterion of the category says; of a supplier without trade, what to ask."""
    a, b = partnership.a, partnership.b
    supplied = _supplied(partnership)
    yield supplied
    for criterion, _ in weighed(rulebook, frame.category):
        if not (supplied and criterion is ACTIVITY):
            yield criterion.reason(a, b, frame, rulebook)


def _supplied(partnership: Partnership) -> Sentence | None:
    """A supplier whose trade is unknown is asked, never guessed."""
    if not partnership.category.is_commercial:
        return None
    a, b = partnership.a, partnership.b
    return unknown_trades((a,) if partnership.giver_id == a.id else (b,))


def _change(
    partnership: Partnership, change: ScoreChange | None, frame: CategoryFrame
) -> Sentence | None:
    if change is None:
        return None
    name = partnership.a.name if change.organisation_id == partnership.a.id else partnership.b.name
    told = _learned(name, change, frame)
    if partnership.score is None:
        return _concluded(told, "la piste pourrait être pesée", "the lead could be weighed")
    if change.score > partnership.score:
        return _concluded(told, "la piste serait mieux étayée", "the lead would be better founded")
    return _concluded(told, "la piste serait moins étayée", "the lead would be less founded")


def _concluded(told: Sentence, fr: str, en: str) -> Sentence:
    return Sentence(f"{told.fr}, {fr}.", f"{told.en}, {en}.")


def _learned(name: str, change: ScoreChange, frame: CategoryFrame) -> Sentence:
    value, label = change.lesson.value, frame.name
    if change.lesson.subject == NEED:
        return Sentence(
            f"Si {name} déclare ce besoin («{NBSP}{label.fr}{NBSP}»)",
            f"If {name} declares this need (“{label.en}”)",
        )
    if change.lesson.subject == RESOURCE:
        return Sentence(
            f"Si {name} déclare cette ressource («{NBSP}{label.fr}{NBSP}»)",
            f"If {name} declares this resource (“{label.en}”)",
        )
    return learning_of(change.lesson.subject).if_learned(name, value)
