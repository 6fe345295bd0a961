"""What a printed list says of its own, in every format on paper."""

from territorial_map.services.export.about import LINK_HEADING
from territorial_map.services.export_formats.printed.document import Printed
from territorial_map.services.texts import Texts


def words_on_paper(t: Texts) -> dict[str, str]:
    """What a printed list says of its own, whatever it lists."""
    return {
        "edition": t("Édition"),
        "page": t("Page"),
        "tick": t(
            "Cochez ce qui est vu, notez qui a vérifié et quand. La liste à jour se trouve à "
            "l’adresse du code ci-contre et à la fin du document."
        ),
        "qr": t("Code QR : adresse de la liste à jour"),
        "nobody": t("Aucune organisation connue de nos sources ne répond à cette requête."),
        "method": t("Sources et méthode"),
        "live": t("Lien de la liste à jour"),
        "sources": t("Sources"),
        "footnotes": t("Notes"),
    }


def dated(document: Printed) -> str:
    """The edition's day and the order of the lines."""
    about, t = document.about, document.about.t
    order = about.sorted_by[:1].lower() + about.sorted_by[1:]
    day = t.long_date(about.edition.built_on)
    return t("Édition du {day}. Tri : {order}.", day=day, order=order)


def facts_on_paper(document: Printed) -> list[tuple[str, str]]:
    """The « À propos » without what the page says elsewhere."""
    t = document.about.t
    elsewhere = {t("Liste"), t(LINK_HEADING)}
    return [
        (name, t.decimal(value) if isinstance(value, int | float) else str(value))
        for name, value in document.about.facts()
        if name not in elsewhere and value is not None
    ]
