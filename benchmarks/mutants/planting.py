"""A change put into a product that is already loaded: new code under the same functions.

Loading the product anew for each mutant costs more than its tests. What a function does is changed
under everyone who holds it (``__code__``). What else changes (a constant, the body of a class, a
default value) is loaded anew by ``running``.
"""

import gc
import sys
from collections.abc import Iterator
from types import CodeType, FunctionType

PACKAGE = "territorial_map"


class Planter:
    """The functions of the loaded product, listed once; changes are put in a forked process."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str, int], list[FunctionType]] = {}
        for found in gc.get_objects():
            if isinstance(found, FunctionType) and (found.__module__ or "").startswith(PACKAGE):
                key = found.__module__, found.__code__.co_qualname, found.__code__.co_firstlineno
                self._held.setdefault(key, []).append(found)

    def plant(self, name: str, before: str, after: str) -> bool:
        """Change a module from one text to another; False, and nothing changed, when it cannot."""
        if name not in sys.modules:
            return False
        old, new = compile(before, name, "exec"), compile(after, name, "exec")
        was, becomes = list(_functions(old)), list(_functions(new))
        if [c.co_qualname for c in was] != [c.co_qualname for c in becomes]:
            return False
        changed = [pair for pair in zip(was, becomes, strict=True) if not _same(*pair)]
        return bool(changed) and _same_around(old, new) and self._put(name, changed)

    def _put(self, name: str, changed: list[tuple[CodeType, CodeType]]) -> bool:
        """Give the new code to every function that has the old one."""
        for was, becomes in changed:
            held = self._held.get((name, was.co_qualname, was.co_firstlineno), [])
            if not held or was.co_freevars != becomes.co_freevars:
                return False
            for function in held:
                function.__code__ = becomes
        return True


def _functions(code: CodeType) -> Iterator[CodeType]:
    """The functions of a module and of its classes, in order; what is inside them stays there."""
    for inner in _inner(code):
        if _is_class(inner):
            yield from _functions(inner)
        else:
            yield inner


def _inner(code: CodeType) -> list[CodeType]:
    return [constant for constant in code.co_consts if isinstance(constant, CodeType)]


def _is_class(code: CodeType) -> bool:
    return {"__qualname__", "__module__"} <= set(code.co_names)


def _same(one: CodeType, other: CodeType) -> bool:
    """Whether two pieces of code do the same, wherever their lines stand."""
    own, others = _inner(one), _inner(other)
    return (
        _plain(one) == _plain(other)
        and one.co_varnames == other.co_varnames
        and len(own) == len(others)
        and all(map(_same, own, others))
    )


def _same_around(one: CodeType, other: CodeType) -> bool:
    """Whether two modules, and the bodies of their classes, differ by their functions alone."""
    classes = [[code for code in _inner(each) if _is_class(code)] for each in (one, other)]
    return _plain(one) == _plain(other) and all(map(_same_around, *classes))


def _plain(code: CodeType) -> tuple[bytes, tuple[str, ...], list[tuple[str, str]]]:
    constants = [c for c in code.co_consts if not isinstance(c, CodeType)]
    return code.co_code, code.co_names, [(type(c).__name__, repr(c)) for c in constants]
