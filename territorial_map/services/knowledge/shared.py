"""The knowledge that comes with the project, for callers that are not yet handed one."""

from functools import cache

from territorial_map.domain.knowledge import Explanations, Knowledge
from territorial_map.domain.matching.agreement import MatchWeights
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.ptce.law import Law
from territorial_map.services.knowledge.loading import load_knowledge
from territorial_map.settings import data_folder


@cache
def shared() -> Knowledge:
    """Everything, read at the first call."""
    return load_knowledge(data_folder("data"))


def project_library() -> PracticeLibrary:
    """The practices."""
    return shared().practices


def rulebook() -> Rulebook:
    """The rules of pooling."""
    return shared().pooling


def project_law() -> Law:
    """The legal texts."""
    return shared().law


def project_weights() -> MatchWeights:
    """The weights of matching."""
    return shared().matching


def explanations() -> Explanations:
    """The terms explained."""
    return shared().texts
