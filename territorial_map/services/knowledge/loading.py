"""From the folder of reference data to a ``Knowledge``, read once by whoever starts the program."""

from pathlib import Path

from territorial_map.domain.knowledge import Knowledge
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.third_person import rules_said_of
from territorial_map.readers.search_files import read_search_words
from territorial_map.readers.trade_files import TO_ASK, read_to_ask, read_trades
from territorial_map.services.knowledge.explanations import load_explanations
from territorial_map.services.knowledge.legal_texts import load_law
from territorial_map.services.knowledge.match_weights import load_match_weights
from territorial_map.services.knowledge.pooling_rules import load_rulebook
from territorial_map.services.knowledge.practice_catalogue import load_practice_catalogue
from territorial_map.services.knowledge.practice_rules import load_practice_rules
from territorial_map.services.knowledge.symbols import load_symbols
from territorial_map.services.script_modules import read_modules

_MAP_MODULE = "modules/pages/standalone/page.mjs"


def load_knowledge(folder: Path, assets: Path) -> Knowledge:
    """Read the folder ``data``, and the symbols and script of maps in that of ``assets``.

    Raises:
        SourceError: a file is missing, cannot be read, or does not say what it must; the sentence
            names the file, the line and the key.
    """
    return Knowledge(
        law=load_law(folder / "law"),
        practices=load_practice_library(folder / "practices"),
        pooling=load_rulebook(folder / "pooling"),
        matching=load_match_weights(folder / "matching" / "weights.toml"),
        trades=read_trades(folder / "trades"),
        to_ask=read_to_ask(folder / "trades" / TO_ASK),
        texts=load_explanations(folder / "explanations.toml"),
        symbols=load_symbols(assets / "symbols"),
        searching=read_search_words(folder / "search"),
        territories=folder / "territories",
        map_script=read_modules(assets).inlined(_MAP_MODULE),
    )


def load_practice_library(folder: Path) -> PracticeLibrary:
    """Read ``data/practices``; raises SourceError naming the file and the line at fault."""
    catalogue = load_practice_catalogue(folder)
    rules = load_practice_rules(folder, catalogue)
    return PracticeLibrary(catalogue, rules, rules_said_of(rules))
