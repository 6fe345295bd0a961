"""The browser's modules: what each imports, in which order they come, and one hash of them all."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath

FOLDERS = ("modules", "vendor")
_STATIC = re.compile(r'^(?:import|export)\s(?:[^"\';=]*?\bfrom\s+)?"([^"]+)";', re.MULTILINE)
_LATER = re.compile(r'\bimport\("([^"]+)"\)')
_DECLARED = re.compile(
    r"^(?:export )?(?:const|let|var|function|async function|class) (\w+)", re.MULTILINE
)
_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*", re.MULTILINE | re.DOTALL)
_EXPORT = re.compile(r"^export (?=const|let|function|async|class)", re.MULTILINE)
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class ScriptModule:
    """A module by its path under ``assets``: its text, what it imports, what it fetches later."""

    path: str
    text: str
    imports: tuple[str, ...]
    later: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScriptModules:
    """All modules, and the hash of their paths and texts: a change to one changes it."""

    by_path: Mapping[str, ScriptModule]
    version: str

    def needed_by(self, *entries: str) -> tuple[ScriptModule, ...]:
        """What the entries import, they included, each after what it imports itself.

        Raises:
            ValueError: A module imports itself by way of others, or one that is not there.
        """
        found: dict[str, ScriptModule] = {}
        for entry in entries:
            self._gather(entry, found, ())
        return tuple(found.values())

    def inlined(self, entry: str) -> str:
        """The entry and what it imports as the text of one script, for a page without a server.

        Raises:
            ValueError: Two of them declare the same name, or one fetches another later.
        """
        modules = self.needed_by(entry)
        owners: dict[str, str] = {}
        for module in modules:
            if module.later:
                raise ValueError(f"{module.path} fetches {', '.join(module.later)} later")
            for name in _DECLARED.findall(module.text):
                if name in owners:
                    raise ValueError(f"{module.path} and {owners[name]} both declare {name}")
                owners[name] = module.path
        return "\n".join(_EXPORT.sub("", _STATIC.sub("", one.text)).strip() for one in modules)

    def _gather(self, path: str, found: dict[str, ScriptModule], above: tuple[str, ...]) -> None:
        if path in above:
            raise ValueError(f"modules in a circle: {' → '.join((*above, path))}")
        if path in found:
            return
        if path not in self.by_path:
            raise ValueError(f"{above[-1] if above else 'an entry'} imports {path}, not there")
        module = self.by_path[path]
        for imported in module.imports:
            self._gather(imported, found, (*above, path))
        found[path] = module


def read_modules(assets: Path) -> ScriptModules:
    """The modules under ``modules`` and ``vendor`` of a folder of assets."""
    modules = {module.path: module for module in _read(assets)}
    digest = hashlib.sha256()
    for path, module in sorted(modules.items()):
        digest.update(f"{path}\0{module.text}\0".encode())
    return ScriptModules(modules, digest.hexdigest()[:_DIGITS])


def _read(assets: Path) -> Iterator[ScriptModule]:
    for folder in FOLDERS:
        for file in sorted((assets / folder).rglob("*.mjs")):
            path = file.relative_to(assets).as_posix()
            text = file.read_text(encoding="utf-8")
            if folder == "modules":
                text = without_comments(text)
            yield ScriptModule(path, text, *_links(path, text))


def _links(path: str, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _paths(path, _STATIC.findall(text)), _paths(path, _LATER.findall(text))


def _paths(path: str, specifiers: Iterable[str]) -> tuple[str, ...]:
    """Paths under ``assets`` from what a module writes, relative to itself."""
    return tuple(normpath(join(path, "..", one)) for one in specifiers)


def without_comments(text: str) -> str:
    """The text without the comments that begin a line: types are for us; lines keep numbers."""
    return _COMMENT.sub(lambda found: "\n" * found.group().count("\n"), text)
