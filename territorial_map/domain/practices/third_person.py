"""The same rules said of an organisation: « vous » is for the one who filled in the form alone.

The data address the reader. On the sheet of an organisation the reader is somebody else, so that
every clause is turned to the third person. The clauses are few and ours, and their openings are
told one by one: what is not told here is left as it is, which the tests of the data refuse.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.practices.rules import Phrases, PracticeRule, RuleBook

_Turns = Sequence[tuple[str, str]]

_FRENCH: _Turns = (
    (r"\bvous êtes de ces fournisseurs", "elle est de ces fournisseurs"),
    (r"\bvous partagez\b", "elle partage"),
    (r"\bpeuvent vous acheter\b", "peuvent lui acheter"),
    (r"\bvous vous adressez\b", "cette organisation s’adresse"),
    (r"\bvous n’êtes\b", "cette organisation n’est"),
    (r"\bvous n’avez\b", "cette organisation n’a"),
    (r"\bvous êtes\b", "cette organisation est"),
    (r"\bvous avez\b", "cette organisation a"),
    (r"\bvous travaillez\b", "cette organisation travaille"),
    (r"\bvous agissez\b", "cette organisation agit"),
    (r"\bvous relevez\b", "cette organisation relève"),
    (r"\bvous portez\b", "cette organisation porte"),
    (r"\bvous financez\b", "cette organisation finance"),
    (r"\bautour de vous\b", "autour d’elle"),
    (r"\bvotre (?=effectif|objet|activité|échelle)", "son "),
    (r"\bvotre (?=nature|forme|portée|raison)", "sa "),
    (r"\bvotre (?=statut)", "son "),
    (r"\bvos\b", "ses"),
)
_ENGLISH: _Turns = (
    (r"\byou are one of the suppliers\b", "it is one of the suppliers"),
    (r"\byou share\b", "it shares"),
    (r"\byou are\b", "this organisation is"),
    (r"\byou have\b", "this organisation has"),
    (r"\byou work\b", "this organisation works"),
    (r"\byou act\b", "this organisation acts"),
    (r"\byou serve\b", "this organisation serves"),
    (r"\byou run\b", "this organisation runs"),
    (r"\byou hold\b", "this organisation holds"),
    (r"\byou named\b", "this organisation named"),
    (r"\byou fund\b", "this organisation funds"),
    (r"\byou belong\b", "this organisation belongs"),
    (r"\b(around|from) you\b", r"\1 it"),
    (r"\byour\b", "its"),
)


def said_of(sentence: Sentence) -> Sentence:
    """A sentence to the reader, said of an organisation.

    >>> said_of(Sentence("vous êtes une Scop", "you are a Scop")).en
    'this organisation is a Scop'
    """
    return Sentence(_turned(sentence.fr, _FRENCH), _turned(sentence.en, _ENGLISH))


def rules_said_of(rules: RuleBook) -> RuleBook:
    """The same rules, every clause in the third person."""
    told = rules.phrases
    phrases = Phrases(
        {key: said_of(each) for key, each in told.told.items()},
        {key: said_of(each) for key, each in told.unmatched.items()},
        {key: said_of(each) for key, each in told.unknown.items()},
    )
    turned = {practice_id: _rule_said_of(rule) for practice_id, rule in rules.rules.items()}
    return RuleBook(turned, phrases, rules.implied_traits)


def _rule_said_of(rule: PracticeRule) -> PracticeRule:
    return replace(rule, roles=tuple(replace(role, why=said_of(role.why)) for role in rule.roles))


def _turned(text: str, turns: _Turns) -> str:
    for pattern, words in turns:
        text = re.sub(pattern, partial(_as_opened, words), text, flags=re.IGNORECASE)
    return text


def _as_opened(words: str, found: re.Match[str]) -> str:
    """The words with the capital of what they replace."""
    told = found.expand(words)
    return told[:1].upper() + told[1:] if found[0][:1].isupper() else told
