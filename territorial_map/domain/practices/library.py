"""The practices of the guide with the rules that link them to organisations."""

from dataclasses import dataclass

from territorial_map.domain.practices.catalogue import PracticeCatalogue
from territorial_map.domain.practices.rules import RuleBook


@dataclass(frozen=True, slots=True)
class PracticeLibrary:
    """The catalogue of the guide and the rules that link it to organisations.

    ``rules`` address who filled in a profile; ``rules_of_sheets`` say the same of an organisation.
    """

    catalogue: PracticeCatalogue
    rules: RuleBook
    rules_of_sheets: RuleBook
