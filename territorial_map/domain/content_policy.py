"""What a page may run and load, told to browsers: sources of scripts, and pages that leave.

Source: W3C, Content Security Policy Level 3 (hash sources; policies in ``meta`` elements).
"""

import base64
import hashlib
from html import escape


def script_source(text: str) -> str:
    """The source expression that lets one script written inside a page run, by its hash.

    >>> script_source("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy_meta(*scripts: str) -> str:
    """The ``meta`` element of a page kept as a file: it runs these scripts alone, loads nothing.

    It must stand before the scripts.
    """
    run = " ".join(map(script_source, scripts)) or "'none'"
    policy = (
        f"default-src 'none'; script-src {run}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">'
