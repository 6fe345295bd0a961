"""The same as pages that people read: in French, without script."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import quote

from territorial_map.api.api_page import api_page
from territorial_map.api.ogc.asked import HTML, FeaturesAsked
from territorial_map.api.ogc.collections import COLLECTIONS, Collection
from territorial_map.api.ogc.models import OgcCollection, OgcLink
from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.writing import number
from territorial_map.services.open_data.columns import BY_KEY

Json = Mapping[str, Any]
_TERRITORY_TITLES = {
    "code": "Code",
    "name": "Nom",
    "level": "Niveau",
    "population": "Population",
    "region": "Code de la région",
    "department": "Code du département",
    "epci": "Code de l’EPCI",
    "postcodes": "Codes postaux",
    "longitude": "Longitude",
    "latitude": "Latitude",
}
_LISTED = ("name", "kind_label", "commune_name", "department_name")
_LISTED_TERRITORIES = ("name", "code", "population")
_WAY = "Interface OGC API – Features"


def landing_page(told: Json, asked: FeaturesAsked) -> str:
    """Where the API begins, and how QGIS reads it."""
    address = escape(asked.address())
    links = "".join(
        f"<li>{_a(one)}</li>" for one in told["links"] if one["rel"] not in {"self", "alternate"}
    )
    return _page(
        told["title"],
        (),
        f"<p>{escape(told['description'])}</p><h2>Dans QGIS</h2><ol>"
        "<li>Couche › Ajouter une couche › Ajouter une couche WFS / OGC API – Features.</li>"
        f"<li>Nouveau ; adresse : <code>{address}</code> ; version : OGC API – Features.</li>"
        "<li>Se connecter, choisir « Organisations », Ajouter.</li></ol>"
        f"<h2>Ressources</h2><ul>{links}</ul><p>{escape(told['attribution'])}</p>",
        told["links"],
    )


def conformance_page(told: Json, asked: FeaturesAsked) -> str:
    """The conformance classes."""
    classes = "".join(f"<li><code>{escape(one)}</code></li>" for one in told["conformsTo"])
    return _page("Conformité", _trail(asked), f"<ul>{classes}</ul>", ())


def collections_page(told: Json, asked: FeaturesAsked) -> str:
    """Every collection."""
    items = "".join(_collection(one) for one in told["collections"])
    return _page("Collections", _trail(asked), items, told["links"])


def collection_page(told: OgcCollection, asked: FeaturesAsked) -> str:
    """One collection."""
    return _page(told["title"], _trail(asked, "collections"), _described(told), told["links"])


def queryables_page(one: Collection, told: Json, asked: FeaturesAsked) -> str:
    """By what a collection is queried."""
    rows = "".join(
        f'<tr><th scope="row"><code>{escape(name)}</code></th><td>{escape(each["title"])}</td>'
        f"<td>{_values(each)}</td></tr>"
        for name, each in told["properties"].items()
    )
    table = _table(("Paramètre", "Sens", "Valeurs"), rows)
    return _page(f"Filtres : {one.title}", _trail(asked, one.id), table, ())


def features_page(one: Collection, told: Json, asked: FeaturesAsked) -> str:
    """A page of features."""
    keys = _LISTED if one.level is None else _LISTED_TERRITORIES
    rows = "".join(_row(one, each, keys, asked) for each in told["features"])
    shown, matched = (number(told[n], Language.FRENCH) for n in ("numberReturned", "numberMatched"))
    around = [link for link in told["links"] if link["rel"] in {"prev", "next"}]
    turning = "".join(
        f'<li><a rel="{one["rel"]}" href="{escape(one["href"])}">{escape(one["title"])}</a></li>'
        for one in around
    )
    nav = f'<nav aria-label="Pages voisines"><ul>{turning}</ul></nav>' if turning else ""
    titles = tuple(_title(one, key) for key in keys)
    body = f"<p>{shown} sur {matched}.</p>{_table(titles, rows)}{nav}"
    return _page(one.title, _trail(asked, one.id), body, told["links"])


def feature_page(one: Collection, told: Json, asked: FeaturesAsked) -> str:
    """One feature, every property under its title; what nobody tells is said to be unknown."""
    facts = "".join(
        f"<dt>{escape(_title(one, key))}</dt><dd>{_shown(value)}</dd>"
        for key, value in told["properties"].items()
    )
    sheet = ""
    if one.level is None:
        address = escape(f"{asked.base}/o/{quote(told['id'], safe=':')}")
        sheet = f'<p><a href="{address}">La fiche dans l’annuaire</a></p>'
    body = f"{sheet}<dl>{facts}</dl>"
    return _page(told["properties"]["name"], _trail(asked, one.id), body, told["links"])


def _page(title: str, trail: Iterable[tuple[str, str]], body: str, links: Sequence[OgcLink]) -> str:
    above = "".join(f'<li><a href="{escape(to)}">{escape(words)}</a></li>' for to, words in trail)
    nav = f'<nav aria-label="Fil d’Ariane"><ul>{above}</ul></nav>' if above else ""
    data = next((one for one in links if one["rel"] == "alternate"), None)
    other = f"<p>{_a(data)}</p>" if data is not None else ""
    head = "".join(
        f'<link rel="{one["rel"]}" type="{escape(one["type"])}" href="{escape(one["href"])}">'
        for one in links
        if one["rel"] in {"alternate", "prev", "next"}
    )
    return api_page(f"{title} — {_WAY}", f"{nav}{body}{other}", head)


def _trail(asked: FeaturesAsked, *under: str) -> list[tuple[str, str]]:
    found = [(asked.address(f="html"), _WAY)]
    if under:
        found.append((asked.address("/collections", f="html"), "Collections"))
    return found + [
        (asked.address(COLLECTIONS[one].path, f="html"), COLLECTIONS[one].title)
        for one in under
        if one in COLLECTIONS
    ]


def _a(one: OgcLink) -> str:
    return (
        f'<a href="{escape(one["href"])}" type="{escape(one["type"])}">{escape(one["title"])}</a>'
    )


def _collection(told: OgcCollection) -> str:
    return f"<h2>{escape(told['title'])}</h2>{_described(told)}"


def _described(told: OgcCollection) -> str:
    pages = [one for one in told["links"] if one["type"] == HTML and one["rel"] != "alternate"]
    items = "".join(f"<li>{_a(one)}</li>" for one in pages)
    return f"<p>{escape(told['description'])}</p><ul>{items}</ul>"


def _table(titles: Sequence[str], rows: str) -> str:
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in titles)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="wide" tabindex="0" role="region" aria-label="Tableau">{table}</div>'


def _row(one: Collection, told: Json, keys: Sequence[str], asked: FeaturesAsked) -> str:
    properties = told["properties"]
    to = asked.address(f"{one.path}/items/{quote(told['id'], safe=':')}", f="html")
    first = f'<th scope="row"><a href="{escape(to)}">{escape(properties["name"])}</a></th>'
    return f"<tr>{first}{''.join(f'<td>{_shown(properties[key])}</td>' for key in keys[1:])}</tr>"


def _title(one: Collection, key: str) -> str:
    return BY_KEY[key].title.fr if one.level is None else _TERRITORY_TITLES[key]


def _shown(value: object) -> str:
    if value is None or value == ():
        return "non renseigné"
    if isinstance(value, list | tuple):
        return escape(" ; ".join(map(str, value)))
    return escape(str(value))


def _values(schema: Json) -> str:
    if "enum" in schema:
        return ", ".join(f"<code>{escape(value)}</code>" for value in schema["enum"])
    return escape(str(schema.get("pattern", schema["type"])))
