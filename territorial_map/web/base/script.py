"""How pages get the browser's modules: addresses that carry a hash, a map to them, preloading.

A page names modules as ``script/…``; its import map says where they are in the version that the
page was made with. Another version's address answers 404, so that no page mixes two.
"""

import json
from html import escape

from fastapi import FastAPI, Response

from territorial_map.services.script_modules import ScriptModules

ADDRESS = "/script"
APP = "modules/app.mjs"
STANDING = "modules/standing.mjs"
"""What pages without the app run: the search box, the lists of this browser."""
START = "window.territorialMapReady.then(() => new DashRenderer());"
"""The line that starts Dash once ``assets/entry.js`` has the modules: its callbacks name them."""

_FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_NEVER = {"Cache-Control": "no-store"}


def module_address(modules: ScriptModules, path: str) -> str:
    """Where a module (by its path under ``assets``) is to be had."""
    return f"{ADDRESS}/{modules.version}/{path}"


def import_map(modules: ScriptModules) -> str:
    """The text of the import map: every ``script/…`` in this version."""
    where = {"script/": f"{ADDRESS}/{modules.version}/"}
    return json.dumps({"imports": where}, separators=(",", ":"))


def module_tags(modules: ScriptModules, *entries: str) -> str:
    """The import map, and preloading of what entries import; before any module is named."""
    preloads = "".join(
        f'<link rel="modulepreload" href="{escape(module_address(modules, module.path))}">'
        for module in modules.needed_by(*entries)
    )
    return f'<script type="importmap">{import_map(modules)}</script>{preloads}'


def module_script(modules: ScriptModules, *entries: str) -> str:
    """A page without Dash: the tags, and the scripts themselves."""
    scripts = "".join(
        f'<script type="module" src="{escape(module_address(modules, entry))}"></script>'
        for entry in entries
    )
    return module_tags(modules, *entries) + scripts


def add_modules(server: FastAPI, modules: ScriptModules) -> None:
    """Register the address of modules."""

    def module(version: str, path: str) -> Response:
        if version != modules.version or path not in modules.by_path:
            return Response(status_code=404, headers=_NEVER)
        return Response(modules.by_path[path].text, media_type="text/javascript", headers=_FOREVER)

    server.add_api_route(
        f"{ADDRESS}/{{version}}/{{path:path}}",
        module,
        methods=["GET", "HEAD"],
        include_in_schema=False,
    )
