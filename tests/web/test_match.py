"""The page « Rapprocher ma liste »: every word that the browser draws, in both languages."""

from territorial_map.domain.cells import Doubt
from territorial_map.domain.matching.list_row import FIELDS
from territorial_map.domain.matching.terms import Likelihood, MatchVerdict, Warned, Why
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.match.layout import match_texts


def test_every_field_verdict_and_reason_has_its_words() -> None:
    words = match_texts(Texts())

    assert _codes(words["fields"]) == set(FIELDS)
    assert _codes(words["verdicts"]) == set(MatchVerdict.codes())
    assert _codes(words["why"]) == set(Why.codes())
    assert _codes(words["warned"]) == set(Warned.codes())
    assert _codes(words["doubts"]) == set(Doubt.codes())
    assert _codes(words["likelihoods"]) == set(Likelihood.codes())


def _codes(labels: object) -> set[str]:
    assert isinstance(labels, dict)
    return set(labels)
