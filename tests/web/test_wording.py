"""The words of the product, wherever they stand: the catalogue and the data folder."""

import ast
import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import territorial_map
from territorial_map.domain.language.sentence import Sentence
from tests.known import KNOWLEDGE
from tests.web.msgids import every_msgid

CODE = Path(territorial_map.__file__).parent
PLAIN = (str, int, float, Path, type(None))
FAULTS = {
    "two spaces": r"[ \u00a0\u202f]{2}",
    "a straight apostrophe": r"'",
    "a space where a line may break": r" [;:!?»]|« ",
    "three dots": r"\.\.\.",
    "a capital without its accent": r"\b(Etat|Ecole|Evaluer|Elargir|Etude|Equipe)\b",
    "a score in figures": r"\b0[,.][0-9]",
    "who says so, said to a reader": r"selon notre règle",
}
CODE_WORDS = {"EPCI": "intercommunalité", "SIAE": "structure"}
AS_OTHERS_WRITE = re.compile(r"\{[^}]*\}|https?://\S+")


def sentences(value: object, seen: set[int]) -> Iterator[str]:
    """The French of every sentence that a value holds, however deep."""
    if isinstance(value, Sentence):
        yield value.fr
        return
    if isinstance(value, PLAIN) or id(value) in seen:
        return
    seen.add(id(value))
    for inner in held(value):
        yield from sentences(inner, seen)


def held(value: object) -> Iterator[object]:
    """What a dataclass, a mapping, a collection or another object of ours holds."""
    if dataclasses.is_dataclass(value):
        yield from (getattr(value, each.name) for each in dataclasses.fields(value))
    elif isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, list | tuple | set | frozenset):
        yield from value
    elif hasattr(value, "__dict__"):
        yield from vars(value).values()


def of_the_catalogue() -> Iterator[str]:
    for message in every_msgid():
        yield from (message,) if isinstance(message, str) else message


def of_the_data() -> list[str]:
    return list(sentences(KNOWLEDGE, set()))


def faults_of(text: str) -> list[str]:
    told = AS_OTHERS_WRITE.sub("x", text)
    found = [name for name, pattern in FAULTS.items() if re.search(pattern, told)]
    is_sentence = told.rstrip().endswith(".")
    for word, plain in CODE_WORDS.items():
        if is_sentence and re.search(rf"\b{word}\b", told) and plain not in told.lower():
            found.append(f"{word}, which no word explains")
    return found


def test_no_text_of_the_catalogue_has_a_fault() -> None:
    texts = set(of_the_catalogue())

    assert len(texts) > 1000
    assert {text: faults_of(text) for text in texts if faults_of(text)} == {}


def test_no_text_of_the_data_folder_has_a_fault() -> None:
    texts = of_the_data()

    assert len(texts) > 1000
    assert {text: faults_of(text) for text in texts if faults_of(text)} == {}


def test_faults_are_found() -> None:
    wrong = (
        "Deux  mots",
        "L'ESAT",
        "Où ?",
        "Piste 0,79",
        "favorable, selon notre règle",
        "Un EPCI.",
    )

    assert [text for text in wrong if not faults_of(text)] == []
    assert faults_of("L’intercommunalité (EPCI)\u00a0: 6\u00a0881 fiches.") == []


def test_no_sentence_made_in_the_code_says_by_whose_rule() -> None:
    files = sorted(CODE.rglob("*.py"))
    literals = (
        (path.name, node.value)
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )

    assert len(files) > 500
    assert [found for found in literals if "selon notre règle" in found[1]] == []


def test_a_plural_differs_from_its_singular_where_it_counts_things() -> None:
    pairs = [message for message in every_msgid() if not isinstance(message, str)]
    alike = {one for one, several in pairs if one == several}
    unchanged = r"\{n\} (?!à appeler|sans|choix|sur|ci-dessus)"

    assert len(pairs) > 50
    assert {text for text in alike if re.search(unchanged, text)} == set()
