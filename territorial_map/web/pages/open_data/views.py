"""The page « Données ouvertes »: files, live reading, columns, texts to copy."""

from dash import html

from territorial_map.services.open_data.columns import BY_KEY, OpenColumn
from territorial_map.services.open_data.files import LicenceTold, OpenDataSet, OpenFile
from territorial_map.web.base.addresses import OPEN_DATA, SOURCES, in_language
from territorial_map.web.base.french import in_french
from territorial_map.web.base.marks import Node, named, outside_link, page_link
from territorial_map.web.base.texts import Texts

_OTHERS = ("datapackage.json", "dcat.jsonld", "LISEZMOI.md", "ATTRIBUTION.txt", "SHA256SUMS")
_KIB = 1024


def open_data_document(found: OpenDataSet | None, public_url: str, t: Texts) -> list[Node]:
    """The whole page; ``found`` is ``None`` while the files are being made."""
    return [
        html.H2(t("Données ouvertes")),
        html.P(
            t(
                "L’annuaire entier, à télécharger, à réutiliser et à relier : chaque fichier dit "
                "ses licences, chaque ligne les siennes."
            ),
            className="lead",
        ),
        *(_being_made(t) if found is None else _files(found, t)),
        *_live(public_url, t),
        *(() if found is None else _attribution(found, t)),
        *_columns(t),
    ]


def _being_made(t: Texts) -> list[Node]:
    again = html.A(t("Recharger la page"), href=in_language(OPEN_DATA, t.language))
    told = t("Les fichiers de cette édition sont en préparation : moins d’une minute, en général.")
    return [html.P([told, " ", again], role="status", className="notice")]


def _files(found: OpenDataSet, t: Texts) -> list[Node]:
    told = t(
        "Édition {id}, construite le {date} : {rows} organisations.",
        id=found.edition,
        date=t.date(found.created),
        rows=t.number(found.rows),
    )
    return [
        html.H3(t("Fichiers"), id="fichiers"),
        html.P(told),
        *_left_out(found, t),
        _table_of_files(found, t),
        html.P([t("Avec eux : "), *_other_files(t)]),
        _digests(found, t),
    ]


def _left_out(found: OpenDataSet, t: Texts) -> list[Node]:
    if not found.kept_back:
        return []
    told = t.plural(
        "{n} organisation n’y est pas, parce qu’une de ses sources ne précise pas de licence : "
        "elle se lit dans l’annuaire.",
        "{n} organisations n’y sont pas, parce qu’une de leurs sources ne précise pas de licence : "
        "elles se lisent dans l’annuaire.",
        found.kept_back,
    )
    way = page_link(t("Sources et licences"), in_language(SOURCES, t.language))
    return [html.P([told, " ", way])]


def _table_of_files(found: OpenDataSet, t: Texts) -> html.Div:
    head = [html.Th(text, scope="col") for text in (t("Fichier"), t("Licences"))]
    head.insert(1, html.Th(t("Organisations"), scope="col", className="number"))
    head.insert(2, html.Th(t("Taille"), scope="col", className="number"))
    rows = [html.Tr(_file(one, t)) for one in found.files]
    caption = html.Caption(t("Fichiers de l’édition"))
    table = html.Table(
        [caption, html.Thead(html.Tr(head)), html.Tbody(rows)], className="open-files"
    )
    return _scrolled(table, t("Fichiers de l’édition"))


def _scrolled(table: Node, label: str) -> html.Div:
    attributes = {"aria-label": label}
    return html.Div(table, className="table-scroll", tabIndex=0, role="region", **named(attributes))


def _digests(found: OpenDataSet, t: Texts) -> html.Details:
    sums = "\n".join(f"{one.sha256}  {one.name}" for one in found.files)
    label = {"aria-label": t("Empreintes des fichiers (SHA-256)")}
    return html.Details(
        [
            html.Summary(t("Empreintes des fichiers (SHA-256)")),
            html.Pre(sums, className="attributions", tabIndex=0, role="region", **named(label)),
        ],
        className="remarks",
    )


def _file(one: OpenFile, t: Texts) -> list[Node]:
    link = html.A(one.name, href=f"{OPEN_DATA}/{one.name}", download="")
    licences = [html.Div(_licence(each, t)) for each in one.licences] or t("Aucune ligne")
    return [
        html.Th([link, html.Br(), html.Span(one.title, className="hint")], scope="row"),
        html.Td("" if one.rows is None else t.number(one.rows), className="number"),
        html.Td(_size(one.bytes, t), className="number"),
        html.Td(licences),
    ]


def _licence(one: LicenceTold, t: Texts) -> Node:
    title = t.label(one.title)
    return outside_link(title, one.path) if one.path else title


def _size(count: int, t: Texts) -> str:
    if count < _KIB * _KIB:
        return t("{n} Kio", n=t.number(max(1, round(count / _KIB))))
    return t("{n} Mio", n=t.quantity(count / _KIB / _KIB, 1))


def _other_files(t: Texts) -> list[Node]:
    said = {
        "datapackage.json": t("description des fichiers (Data Package)"),
        "dcat.jsonld": t("fiche pour les catalogues de données (DCAT-AP)"),
        "LISEZMOI.md": t("à lire d’abord"),
        "ATTRIBUTION.txt": t("texte à recopier"),
        "SHA256SUMS": t("empreintes"),
    }
    told: list[Node] = []
    for name in _OTHERS:
        link = html.A(name, href=f"{OPEN_DATA}/{name}")
        told += [link, f" ({said[name]})", ", " if name != _OTHERS[-1] else "."]
    return told


def _live(public_url: str, t: Texts) -> list[Node]:
    steps = (
        t("Couche › Ajouter une couche › Ajouter une couche WFS / OGC API – Features."),
        t("Nouveau : donnez un nom et l’adresse ci-dessus, version « OGC API – Features »."),
        t("Se connecter, choisir « Organisations », puis Ajouter."),
    )
    return [
        html.H3(t("En direct, dans QGIS"), id="qgis"),
        html.P(
            [
                t("Adresse du service OGC API – Features, à donner à QGIS : "),
                html.Code(f"{public_url}/ogc", className="identifier"),
            ]
        ),
        html.Ol([html.Li(step) for step in steps]),
        html.P(
            [
                t("Les filtres de l’annuaire y valent, et les comptes sont ceux de la liste. "),
                html.A(t("Parcourir le service"), href="/ogc?f=html"),
                ". ",
                t("Pour un programme : "),
                html.A(t("documentation de l’API"), href="/api/v1/docs"),
                ".",
            ]
        ),
    ]


def _attribution(found: OpenDataSet, t: Texts) -> list[Node]:
    return [
        html.H3(t("Attributions à copier"), id="attributions"),
        html.P(t("À recopier là où vous réutilisez ces fichiers.")),
        html.Pre(found.attribution, className="attributions", tabIndex=0, **in_french(t)),
    ]


def _columns(t: Texts) -> list[Node]:
    head = (t("Colonne"), t("Sens"), t("Description"))
    rows = [html.Tr(_column(column, t)) for column in BY_KEY.values()]
    heading = html.Tr([html.Th(text, scope="col") for text in head])
    caption = html.Caption(t("Une cellule vide dit qu’aucune source ne renseigne, jamais zéro."))
    table = html.Table([caption, html.Thead(heading), html.Tbody(rows)])
    summary = html.Summary(t("Colonnes des organisations"))
    return [
        html.H3(t("Colonnes"), id="colonnes"),
        html.Details(
            [summary, _scrolled(table, t("Colonnes des organisations"))], className="remarks"
        ),
    ]


def _column(column: OpenColumn, t: Texts) -> list[Node]:
    return [
        html.Th(html.Code(column.key), scope="row"),
        html.Td(t.say(column.title)),
        html.Td(t.say(column.description)),
    ]
