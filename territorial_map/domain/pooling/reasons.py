"""One sentence per part of a partnership, what would change it, what to ask: French and English."""

from dataclasses import dataclass

from territorial_map.domain.language.sentence import Sentence, distance_told, quantity_told
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.pooling.claims import Claim
from territorial_map.domain.pooling.english_names import FAMILIES, SECTORS, SIZES
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import Partnership, ScoreChange, would_change
from territorial_map.domain.pooling.parts import Nearness, known_obstacles, share_device
from territorial_map.domain.pooling.rulebook import CategoryFrame, Mode, Rulebook, Wants
from territorial_map.domain.pooling.weighing import Subject
from territorial_map.domain.vocabulary import Kind, LegalFamily, Sector, SizeBand

SAME_AREA_KM = 30.0  # within it, two bodies of one trade may be competitors: the reason asks

_COLON = f"{NBSP}:"
_UNKNOWN = Sentence(
    "non connu de nos sources, à demander", "not known from our sources, to be asked"
)
_ALIKE = Sentence("structures de même type.", "bodies of the same sort.")
_NEAR = Sentence("activités voisines.", "neighbouring activities.")
_UNLIKE = Sentence(
    "activités différentes, intérêt commun à vérifier.",
    "different activities, common interest to be checked.",
)
_COMPLETE = Sentence("activités complémentaires.", "activities that complete each other.")
_MAY_COMPLETE = Sentence(
    "activités différentes, complémentarité à vérifier.",
    "different activities, whether they complete each other is to be checked.",
)
_COMPETE = Sentence(
    "Même métier sur un même territoire, peut-être concurrents, à demander.",
    "Same trade in the same area, perhaps competitors, to be asked.",
)
_POLE = Sentence(
    "Activité actuelle du PTCE à confirmer.", "Whether the PTCE is active today is to be confirmed."
)
_NO_PLACE = Sentence(
    "Distance inconnue, position non renseignée.", "Unknown distance, position not given."
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
    activity = _supplied(partnership) or _activity(a, b, frame, rulebook)
    told = [text for text in (activity, _sizes(a, b, frame)) if text is not None]
    told += [obstacle.reason for obstacle in known_obstacles(a.profile, b.profile, frame)]
    distance = partnership.nearness.distance_km
    near = distance is not None and distance <= SAME_AREA_KM
    if near and a.profile.sectors & b.profile.sectors:
        told.append(_COMPETE)
    if Kind.PTCE in {a.profile.kind, b.profile.kind}:
        told.append(_POLE)
    if not told:
        return _NOTHING
    whole = told[0]
    for text in told[1:]:
        whole = whole.then(text)
    return Sentence(whole.fr[0].upper() + whole.fr[1:], whole.en[0].upper() + whole.en[1:])


def _activity(a: Facts, b: Facts, frame: CategoryFrame, rulebook: Rulebook) -> Sentence | None:
    if frame.wants is Wants.NEITHER:
        return None
    if frame.by_device and share_device(a.profile, b.profile):
        return _ALIKE
    if not a.profile.sectors or not b.profile.sectors:
        return _unknown_trades((a, b))
    if frame.wants is Wants.COMPLEMENT:
        value = rulebook.sectors.complement(a.profile.sectors, b.profile.sectors)
        if value == 1:
            return _COMPLETE
        return _common(a, b) or _MAY_COMPLETE
    value = rulebook.sectors.likeness(a.profile.sectors, b.profile.sectors)
    return _common(a, b) or (_NEAR if value else _UNLIKE)


def _common(a: Facts, b: Facts) -> Sentence | None:
    shared = sorted(a.profile.sectors & b.profile.sectors)
    if not shared:
        return None
    fr, en = ", ".join(s.label for s in shared), ", ".join(SECTORS[s] for s in shared)
    return Sentence(f"activités communes{_COLON} {fr}.", f"common activities: {en}.")


def _supplied(partnership: Partnership) -> Sentence | None:
    """A supplier whose trade is unknown is asked, never guessed."""
    if not partnership.category.is_commercial:
        return None
    a, b = partnership.a, partnership.b
    return _unknown_trades((a,) if partnership.giver_id == a.id else (b,))


def _unknown_trades(asked: tuple[Facts, ...]) -> Sentence | None:
    unknown = [facts.name for facts in asked if not facts.profile.sectors]
    if not unknown:
        return None
    fr, en = " et ".join(unknown), " and ".join(unknown)
    return Sentence(
        f"activités non renseignées pour {fr}{_COLON} à demander.",
        f"activities not given for {en}: to be asked.",
    )


def _sizes(a: Facts, b: Facts, frame: CategoryFrame) -> Sentence | None:
    if not frame.by_size:
        return None
    if SizeBand.UNKNOWN in {a.profile.size, b.profile.size}:
        return Sentence("Effectifs non renseignés, à demander.", "Staff not given, to be asked.")
    return Sentence(
        f"Effectifs{_COLON} {a.profile.size.label.lower()} et {b.profile.size.label.lower()}.",
        f"Staff: {SIZES[a.profile.size]} and {SIZES[b.profile.size]}.",
    )


def _change(
    partnership: Partnership, change: ScoreChange | None, frame: CategoryFrame
) -> Sentence | None:
    if change is None:
        return None
    name = partnership.a.name if change.organisation_id == partnership.a.id else partnership.b.name
    if partnership.score is None:
        since = Sentence("rien ne permet d’en donner un", "nothing tells one now")
    else:
        now = quantity_told(partnership.score, 2)
        since = Sentence(f"{now.fr} aujourd’hui", f"{now.en} today")
    then, told = quantity_told(change.score, 2), _learned(name, change, frame)
    return Sentence(
        f"{told.fr}, le score serait de {then.fr} ({since.fr}).",
        f"{told.en}, the score would be {then.en} ({since.en}).",
    )


def _learned(name: str, change: ScoreChange, frame: CategoryFrame) -> Sentence:
    value, label = change.lesson.value, frame.name
    match change.lesson.subject:
        case Subject.NEED:
            return Sentence(
                f"Si {name} déclare ce besoin («{NBSP}{label.fr}{NBSP}»)",
                f"If {name} declares this need (“{label.en}”)",
            )
        case Subject.RESOURCE:
            return Sentence(
                f"Si {name} déclare cette ressource («{NBSP}{label.fr}{NBSP}»)",
                f"If {name} declares this resource (“{label.en}”)",
            )
        case Subject.SIZE:
            band = SizeBand(value)
            return Sentence(
                f"Si l’effectif de {name} est «{NBSP}{band.label}{NBSP}»",
                f"If the staff of {name} is “{SIZES[band]}”",
            )
        case Subject.SECTOR:
            sector = Sector(value)
            return Sentence(
                f"Si l’activité de {name} est «{NBSP}{sector.label}{NBSP}»",
                f"If the activity of {name} is “{SECTORS[sector]}”",
            )
        case Subject.LEGAL_FAMILY:
            family = LegalFamily(value)
            return Sentence(
                f"Si {name} est de la famille «{NBSP}{family.label}{NBSP}»",
                f"If {name} is of the family “{FAMILIES[family]}”",
            )
