"""The API's documentation as one page of our own: no script, nothing from elsewhere."""

from html import escape
from typing import Any

from territorial_map.api.api_page import api_page


def docs_page(schema: dict[str, Any], machine: str = "openapi.json") -> str:
    """An HTML page that lists every address, its parameters and their accepted values.

    ``machine`` is the address of the document that machines read.
    """
    info = schema["info"]
    sections = [_operation(path, method, operation) for path, method, operation in _all(schema)]
    return api_page(
        info["title"],
        f"<p>{escape(info['description'])}</p>"
        f'<p>Description lisible par une machine : <a href="{escape(machine)}">'
        f"{escape(machine)}</a>. "
        'Retour à la <a href="/">carte</a>.</p>'
        f"{''.join(sections)}",
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
