"""Mutants of a module: mutmut's operators, on functions, classes, constants and defaults alike."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

_LEFT_OUT = frozenset({"operator_string", "operator_dict_arguments"})
"""Words of sentences, names of columns: their tests would pin a text (see the ADR)."""

_NO_BEHAVIOUR = (cst.Decorator, cst.Annotation, cst.Import, cst.ImportFrom, cst.TypeAlias)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one place; ``lines`` are those of its statement, ``nth`` tells twins apart."""

    path: Path
    line: int
    lines: tuple[int, int]
    operator: str
    before: str
    after: str
    nth: int

    @property
    def key(self) -> str:
        """The same for the same change of the same line of code, wherever the line stands."""
        told = f"{self.path.as_posix()}|{self.operator}|{self.before}|{self.after}|{self.nth}"
        return hashlib.sha256(told.encode()).hexdigest()[:12]


def mutants_in(path: Path, source: str) -> list[Mutant]:
    """Every mutant of a module's text, in the order of its lines."""
    twins: dict[tuple[str, str, str], int] = {}
    found = []
    for change in _changes(source):
        twin = (change.operator, change.before, change.after)
        twins[twin] = twins.get(twin, 0) + 1
        line = change.where.start.line
        found.append(Mutant(path, line, change.lines, *twin, nth=twins[twin]))
    return found


def mutated_source(source: str, mutant: Mutant) -> str:
    """The text of the module with the change.

    Raises:
        LookupError: the module has no such place any more.
    """
    told = mutant.operator, mutant.before, mutant.after
    alike = [c for c in _changes(source) if (c.operator, c.before, c.after) == told]
    if len(alike) < mutant.nth:
        raise LookupError(f"{mutant.path}: nothing reads {mutant.before!r} there any more")
    change = alike[mutant.nth - 1]
    changed = change.module.deep_replace(change.node, change.new)
    return cst.ensure_type(changed, cst.Module).code


@dataclass(frozen=True, slots=True)
class _Change:
    module: cst.Module
    node: cst.CSTNode
    new: cst.CSTNode
    operator: str
    where: CodeRange
    lines: tuple[int, int]

    before: str
    after: str


@cache
def _changes(source: str) -> tuple[_Change, ...]:
    return tuple(_changes_of(source))


def _changes_of(source: str) -> Iterator[_Change]:
    wrapper = MetadataWrapper(cst.parse_module(source))
    places = _Places()
    wrapper.visit(places)
    code_of = wrapper.module.code_for_node
    for node, where, lines in places.found:
        for kind, operator in mutation_operators:
            if operator.__name__ in _LEFT_OUT or not isinstance(node, kind):
                continue
            before = code_of(node).strip()
            for new in operator(node):
                after = code_of(new).strip()
                if before != after:
                    name = operator.__name__
                    yield _Change(wrapper.module, node, new, name, where, lines, before, after)


class _Places(cst.CSTVisitor):
    """Every node that tells what the code does, with the lines of its statement."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[cst.CSTNode, CodeRange, tuple[int, int]]] = []
        self._statements: list[tuple[int, int]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, _NO_BEHAVIOUR) or _is_alias(node):
            return False
        where = self.get_metadata(PositionProvider, node, None)
        if not isinstance(where, CodeRange):
            return True
        lines = (where.start.line, where.end.line)
        if isinstance(node, cst.SimpleStatementLine):
            self._statements.append(lines)
        self.found.append((node, where, self._statements[-1] if self._statements else lines))
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.SimpleStatementLine):
            self._statements.pop()


def _is_alias(node: cst.CSTNode) -> bool:
    """Whether a statement only names a type: ``Rows = Select[Any]``."""
    if not isinstance(node, cst.Assign):
        return False
    target = node.targets[0].target
    return isinstance(target, cst.Name) and target.value.lstrip("_")[:2].istitle()
