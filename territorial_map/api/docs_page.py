"""The API's documentation as one page of our own: no script, nothing from elsewhere."""

from html import escape
from typing import Any

_STYLE = """
body{font:16px/1.55 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1.5rem;color:#1b2b34}
code{background:#eef3f4;padding:.1em .35em;border-radius:.25em;overflow-wrap:anywhere}
h2{margin-top:2.2rem;border-bottom:1px solid #c8d5d8}h3{margin:1.6rem 0 .3rem}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #dfe7e9}
a{color:#0b5563}
"""


def docs_page(schema: dict[str, Any]) -> str:
    """An HTML page that lists every address, its parameters and their accepted values."""
    info = schema["info"]
    sections = [_operation(path, method, operation) for path, method, operation in _all(schema)]
    return (
        '<!doctype html><html lang="fr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(info['title'])}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{escape(info['title'])}</h1><p>{escape(info['description'])}</p>"
        '<p>Description lisible par une machine : <a href="openapi.json">openapi.json</a>. '
        'Retour à la <a href="/">carte</a>.</p>'
        f"{''.join(sections)}</main></body></html>"
    )


def _all(schema: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, operation)
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]


def _operation(path: str, method: str, operation: dict[str, Any]) -> str:
    rows = "".join(_parameter(p) for p in operation.get("parameters", ()))
    table = (
        "<table><thead><tr><th scope=col>Paramètre</th><th scope=col>Sens</th>"
        f"<th scope=col>Valeurs</th></tr></thead><tbody>{rows}</tbody></table>"
    )
    return (
        f"<h2>{escape(operation.get('summary', path))}</h2>"
        f"<p><code>{method.upper()} {escape(path)}</code></p>{table if rows else ''}"
    )


def _parameter(parameter: dict[str, Any]) -> str:
    schema = parameter.get("schema", {})
    values = schema.get("items", schema).get("enum", ())
    shown = ", ".join(f"<code>{escape(v)}</code>" for v in values) or "—"
    return (
        f"<tr><td><code>{escape(parameter['name'])}</code></td>"
        f"<td>{escape(parameter.get('description', ''))}</td><td>{shown}</td></tr>"
    )
