"""What our pages may load and run: the content security policy of every answer.

Scripts come from files of ours, and from two texts inside pages that are told by their hashes: the
import map and the line that starts Dash. Styles inside pages are let through: Dash's components
write them while they run, and a style runs nothing.
"""

from territorial_map.domain.content_policy import script_source
from territorial_map.services.script_modules import ScriptModules
from territorial_map.web.base.base_maps import TILE_HOSTS
from territorial_map.web.base.script import START, import_map


def page_policy(script: ScriptModules) -> str:
    """The policy of every answer that has none of its own: nobody may show it in a frame."""
    return _policy((import_map(script), START), "'none'")


def frame_policy(script: ScriptModules, ancestors: str) -> str:
    """The policy of the framed page, which ``ancestors`` may show; it runs without Dash."""
    return _policy((import_map(script),), ancestors)


def _policy(inline: tuple[str, ...], ancestors: str) -> str:
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(("'self'", *map(script_source, inline))),
        "style-src": "'self' 'unsafe-inline'",
        "font-src": "'self'",
        "img-src": " ".join(("'self'", "data:", *TILE_HOSTS)),
        "connect-src": "'self'",
        "frame-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": ancestors,
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())
