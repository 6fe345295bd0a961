"""What a card says of a lead: one best reason, what is known, what is only supposed."""

from dataclasses import dataclass

from territorial_map.domain.declared import Declared
from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.sentence import Sentence, until_told
from territorial_map.domain.language.writing import NBSP, date_in_words
from territorial_map.domain.pooling.claims import Claim
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import Partnership
from territorial_map.domain.pooling.reasons import told_of
from territorial_map.domain.pooling.rulebook import Mode, Side
from territorial_map.domain.vocabulary import PoolingCategory

_Side = tuple[Facts, Claim]


@dataclass(frozen=True, slots=True)
class LeadReason:
    """``best`` rests on the fullest fact; ``known`` and ``supposed`` are the claims of the two."""

    best: Sentence
    known: tuple[Sentence, ...]
    supposed: tuple[Sentence, ...]


def lead_reason(lead: Partnership, *, of_partner: bool = False) -> LeadReason:
    """The best reason of a lead, and its facts, those that are known apart.

    ``of_partner`` tells of the second organisation alone: nobody is known to stand at the centre.
    """
    meeting = lead.weighing.meeting
    sides: tuple[_Side, ...] = ((lead.a, meeting.of_a), (lead.b, meeting.of_b))
    if of_partner:
        sides = sides[1:]
    first = sorted(sides, key=lambda side: not side[1].is_told)
    known = tuple(_fact(facts, claim, lead) for facts, claim in first if claim.known)
    supposed = tuple(_fact(facts, claim, lead) for facts, claim in sides if not claim.known)
    return LeadReason(_best(lead, sides), known, supposed)


def _best(lead: Partnership, sides: tuple[_Side, ...]) -> Sentence:
    """Of what is declared, else known; of two, who gives, else the partner; else the likelier."""
    facts, claim = max(sides, key=lambda side: _weight(side, lead))
    if claim.is_told:
        own = _declared(facts, claim, lead.category)
        return Sentence(f"{facts.name} {own.fr}.", f"{facts.name} {own.en}.")
    told = _told(claim)
    if lead.mode is Mode.TOGETHER:
        return Sentence(
            f"Besoin commun{NBSP}: {told.fr} ({facts.name}).",
            f"Common need: {told.en} ({facts.name}).",
        )
    if facts.id == lead.giver_id:
        return Sentence(
            f"{facts.name} peut apporter{NBSP}: {told.fr}.", f"{facts.name} may bring: {told.en}."
        )
    return Sentence(
        f"{facts.name} peut en avoir besoin{NBSP}: {told.fr}.",
        f"{facts.name} may need it: {told.en}.",
    )


def _weight(side: _Side, lead: Partnership) -> tuple[bool, bool, bool, bool, float]:
    facts, claim = side
    told = claim.reason is not None
    gives = facts.id == (lead.giver_id or lead.b.id)
    return claim.is_told, claim.known, told, gives, claim.strength or 0.0


def _fact(facts: Facts, claim: Claim, lead: Partnership) -> Sentence:
    told = _declared(facts, claim, lead.category) if claim.is_told else _told(claim)
    return Sentence(f"{facts.name}{NBSP}: {told.fr}", f"{facts.name}: {told.en}")


def _told(claim: Claim) -> Sentence:
    """What a claim rests on; a rule that reads a known fact says so."""
    reason = claim.reason
    if reason is None or claim.declared or not claim.known:
        return told_of(claim)
    return Sentence(
        f"{reason.fr} (d’après un fait connu)", f"{reason.en} (according to a known fact)"
    )


def _declared(facts: Facts, claim: Claim, category: PoolingCategory) -> Sentence:
    """What is declared, in the words of who does, with the source and its date."""
    is_need = claim.side is Side.NEED
    verb = Sentence("recherche", "looks for") if is_need else Sentence("propose", "offers")
    several = facts.needs if is_need else facts.offers
    one = next((one for one in several if category in one.categories), None)
    if one is None:
        return Sentence(f"{verb.fr} (déclaré)", f"{verb.en} (declared)")
    when = _dated(one)
    return Sentence(
        f"{verb.fr} «{NBSP}{one.words}{NBSP}» ({when.fr})", f"{verb.en} “{one.words}” ({when.en})"
    )


def _dated(one: Declared) -> Sentence:
    fr, en = (date_in_words(one.told_on, language) for language in Language)
    told = Sentence(
        f"{one.source}, {fr}" if fr else one.source, f"{one.source}, {en}" if en else one.source
    )
    if one.until is None:
        return told
    last = until_told(one.until)
    return Sentence(f"{told.fr}, {last.fr}", f"{told.en}, {last.en}")
