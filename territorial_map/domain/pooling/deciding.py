"""The one question that would decide of a lead that our sources say too little of."""

from territorial_map.domain.language.sentence import Sentence, say
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.pooling.weighing import NEED, RESOURCE, turning_point

_WHERE = say("Quelle est l’adresse de {name} ?", "What is the address of {name}?")
_ASKED = {
    NEED: say(
        "« {category} » : est-ce un besoin de {name} ?", "“{category}”: does {name} need it?"
    ),
    RESOURCE: say(
        "« {category} » : est-ce une ressource que {name} peut partager ?",
        "“{category}”: can {name} share it?",
    ),
    "sector": say("Quel est le métier de {name} ?", "What is the trade of {name}?"),
    "size": say("Combien de salariés compte {name} ?", "How many employees does {name} have?"),
    "legal_family": say(
        "Quelle est la forme juridique de {name} ?", "What is the legal form of {name}?"
    ),
}


def deciding_question(lead: Partnership, rulebook: Rulebook) -> Sentence | None:
    """Of a lead that is only to be asked about: what to ask first; nothing of the others.

    Where it stands comes first, when the category's distance cannot be told; then the fact that
    would change the lead most.
    """
    if lead.tier is not Tier.INSUFFICIENT:
        return None
    vague = _unplaced(lead, rulebook)
    if vague is not None:
        return _of(_WHERE, vague, lead, rulebook)
    turn = turning_point(lead.a.profile, lead.b.profile, lead.category, rulebook)
    if turn is None:
        return rulebook.frame(lead.category).ask
    asked = lead.a if turn.lesson.of_a else lead.b
    return _of(_ASKED[turn.lesson.subject], asked, lead, rulebook)


def _unplaced(lead: Partnership, rulebook: Rulebook) -> Facts | None:
    """The one whose place is known less well than the distance of the category, if any."""
    scale = rulebook.frame(lead.category).scale_km
    blur = lead.nearness.blur_km
    if blur is not None and blur < scale:
        return None
    return max((lead.b, lead.a), key=_blur)


def _blur(facts: Facts) -> float:
    unknown = facts.point is None or facts.blur_km is None
    return float("inf") if unknown else facts.blur_km or 0.0


def _of(question: Sentence, asked: Facts, lead: Partnership, rulebook: Rulebook) -> Sentence:
    name = rulebook.frame(lead.category).name
    return question.filled(
        fr={"name": asked.name, "category": name.fr}, en={"name": asked.name, "category": name.en}
    )
