"""What can be doubtful about a cell: said with its column, never lost."""

from typing import NamedTuple

from territorial_map.domain.term import Term


class Doubt(Term):
    """Why a cell was not taken as it stands; the label is a French sentence for the reader."""

    SIRET_WRONG = (
        "siret_wrong",
        "Ce SIRET n’a pas quatorze chiffres et une clé juste : il ne prouve rien.",
    )
    SIRET_TRUNCATED = (
        "siret_truncated",
        "Un tableur a tronqué ce SIRET (7,75E+13) : passez la colonne au format texte.",
    )
    SIRET_SEVERAL = "siret_several", "La cellule contient plusieurs SIRET : aucun n’est retenu."
    SIREN_WRONG = (
        "siren_wrong",
        "Ce SIREN n’a pas neuf chiffres et une clé juste : il ne prouve rien.",
    )
    SIREN_SEVERAL = "siren_several", "La cellule contient plusieurs SIREN : aucun n’est retenu."
    FINESS_WRONG = "finess_wrong", "Ce numéro FINESS n’a pas neuf caractères : il ne prouve rien."
    RNA_WRONG = "rna_wrong", "Ce numéro RNA n’est pas un W suivi de neuf caractères."
    PHONE_UNREAD = "phone_unread", "Aucun numéro de téléphone français n’est reconnu ici."
    PHONE_FOREIGN = "phone_foreign", "Numéro hors du plan français : gardé avec son indicatif."
    PHONE_SECOND = "phone_second", "Plusieurs numéros fixes : seul le premier est gardé."
    PHONE_EXTENSION = "phone_extension", "Numéro de poste mis à part : il n’est pas publié."
    MOBILE = "mobile", "Téléphone mobile écarté : il peut être celui d’une personne."
    EMAIL = "email", "Adresse électronique écartée."
    PERSON = "person", "Nom d’une personne écarté."
    WEBSITE_UNREAD = "website_unread", "Ce n’est pas l’adresse d’un site."
    WEBSITE_REFUSED = (
        "website_refused",
        "Adresse refusée : identifiants dans l’adresse, ou ni http ni https.",
    )
    WEBSITE_REPAIRED = "website_repaired", "Adresse de site mal écrite : remise en forme."
    WEBSITE_SECOND = "website_second", "Plusieurs sites : seul le premier est gardé."
    DATE_UNREAD = "date_unread", "Date illisible ou impossible : écartée."
    DATE_SERIAL = "date_serial", "Numéro de jour d’un tableur : lu comme une date."
    DATE_AMERICAN = "date_american", "Le mois est écrit avant le jour : remis dans l’ordre."
    NUMBER_REPAIRED = (
        "number_repaired",
        "Numéro remis en forme : zéro perdu, décimales, libellé ou lettre pour un chiffre.",
    )
    TEXT_REPAIRED = (
        "text_repaired",
        "Lettres mal décodées (« Ã© » au lieu de « é ») : remises en forme.",
    )
    POSTCODE_UNREAD = "postcode_unread", "Ce n’est pas un code postal."
    COMMUNE_CODE_UNREAD = "commune_code_unread", "Ce n’est pas un code de commune (INSEE)."
    COUNTRY_UNREAD = "country_unread", "Pays non reconnu."
    POINT_SWAPPED = "point_swapped", "Longitude et latitude inversées : remises dans l’ordre."
    POINT_ON_SHAPE = "point_on_shape", "Ligne ou surface : un point pris dessus la place."
    POINT_ABROAD = "point_abroad", "Point hors de France : écarté."
    POINT_IN_METRES = (
        "point_in_metres",
        "Coordonnées qui ne sont pas en degrés : point écarté.",
    )
    POINT_UNREADABLE = "point_unreadable", "Coordonnées illisibles : point écarté."


class Doubted(NamedTuple):
    """A doubt about the cell of a ``field``; ``value`` is shown, without contacts."""

    field: str
    doubt: Doubt
    value: str = ""
