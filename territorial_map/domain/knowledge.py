"""What the product knows beside the directory: texts, rules and weights of one version of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.matching.agreement import MatchWeights
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.ptce.law import Law
from territorial_map.domain.search_words import SearchWords
from territorial_map.domain.symbols import Symbols
from territorial_map.domain.trades import ToAsk, Trades


@dataclass(frozen=True, slots=True)
class Explanation:
    """One term explained; ``source`` is the text that founds it, if any."""

    sentence: Sentence
    source: str | None = None


Explanations = Mapping[tuple[str, str], Explanation]


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """Made once, in ``bootstrap`` or by a command, and passed down; two may live in one process.

    ``practices`` are the guide and the rules that link it to organisations, ``pooling`` the rules
    of partnerships, ``matching`` the weights by which lists are matched, ``trades`` the words and
    codes that tell a sector, ``to_ask`` what to ask of each on the phone, and ``texts`` what closed
    lists mean in plain words, by list (``device``) and code (``esat``). ``searching`` is what
    people type for devices and places. ``symbols`` are those of the map, and ``map_script`` what
    brings it to life, for files that leave it.
    """

    law: Law = field(repr=False)
    practices: PracticeLibrary = field(repr=False)
    pooling: Rulebook = field(repr=False)
    matching: MatchWeights = field(repr=False)
    trades: Trades = field(repr=False)
    to_ask: ToAsk = field(repr=False)
    texts: Explanations = field(repr=False)
    symbols: Symbols = field(repr=False)
    searching: SearchWords = field(repr=False)
    territories: Path
    map_script: str = field(repr=False)
