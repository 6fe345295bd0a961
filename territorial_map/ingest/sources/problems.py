"""What an import can find wrong, leave out or put right; labels are for the reader."""

from territorial_map.domain.term import Term


class Rejected(Term):
    """A row that cannot come in."""

    NO_NAME = "no_name", "Le nom est vide."
    PERSON = "person", "Le nom est celui d’une personne."
    NO_ID = "no_id", "Rien n’identifie la ligne."
    ALREADY_READ = "already_read", "Cet identifiant est celui d’une ligne déjà lue."
    UNKNOWN_CATEGORY = "unknown_category", "La catégorie n’est pas connue."
    NO_PLACE_LINE = (
        "no_structure",
        "La position vise un établissement que le fichier ne décrit pas.",
    )
    UNREADABLE = "unreadable", "La ligne ne peut pas être découpée en colonnes."
    UNKNOWN_RECORD = "unknown_record", "Le type de ligne n’est pas connu."


class LeftOut(Term):
    """A sound row that is not for the directory: counted, not listed."""

    OTHER_CATEGORY = "other_category", "Autre catégorie d’établissement."
    NOT_ESS = "not_ess", "Ni déclarée de l’ESS ni d’une forme juridique de l’ESS."
    CLOSED = "closed", "Fermée, radiée ou dissoute."
    NOT_PUBLIC = "not_public", "Diffusion restreinte : ne doit pas être publiée."
    SOLE_TRADER = "sole_trader", "Entrepreneur individuel : une personne physique."
    MAYBE_NATURAL_PERSON = (
        "maybe_natural_person",
        "Rien ne dit que c’est une personne morale : peut-être un entrepreneur individuel.",
    )
    NOT_CERTIFIED = "not_certified", "Organisme de formation sans certification Qualiopi."
    OTHER_UNIT = "other_unit", "Établissement d’une unité légale qui n’est pas retenue."
    NOT_OPEN_YET = "not_open_yet", "En projet : pas encore ouvert."
    INACTIVE = "inactive", "Fiche inactive."
    IN_PRISON = "in_prison", "Entreprise adaptée en milieu pénitentiaire."
    FURNITURE = "furniture", "Ligne de titre, de total ou de note."
    SERVICE_LINE = "service_line", "Ligne de service du fichier."


class Noted(Term):
    """Something put right or dropped, the row kept."""

    CATEGORY_UNKNOWN = (
        "category_unknown",
        "Catégorie non reconnue : celle de la liste, ou « initiative, forme à établir ».",
    )
    FORM_UNKNOWN = "form_unknown", "Forme juridique non reconnue : laissée à établir."
    WORDS_WITHOUT_CATEGORY = (
        "words_without_category",
        "Besoin ou offre dont les mots ne disent aucune catégorie : gardés tels quels.",
    )
    WORDS_SHORTENED = "words_shortened", "Besoin ou offre trop long : la fin est coupée."
    SIREN_REFUSED = "siren_refused", "SIREN dont la clé de contrôle est fausse."
    SIRET_REFUSED = "siret_refused", "SIRET dont la clé de contrôle est fausse."
    WITHOUT_NUMBER = "without_number", "Sans SIRET : reconnue par son nom et son code postal."
    RNA_REFUSED = "rna_refused", "Numéro RNA mal formé."
    DATE_REFUSED = "date_refused", "Date illisible ou impossible : écartée."
    DATE_SERIAL = "date_serial", "Numéro de jour d’un tableur : lu comme une date."
    PHONE_UNREAD = "phone_unread", "Téléphone illisible : écarté."
    PHONE_SECOND = "phone_second", "Plusieurs numéros fixes : le premier est gardé."
    PHONE_EXTENSION = "phone_extension", "Numéro de poste mis à part : il n’est pas publié."
    PERSON_DROPPED = "person_dropped", "Nom d’une personne écarté d’un texte."
    WEBSITE_REFUSED = "website_refused", "Site refusé ou illisible : écarté."
    POINT_SWAPPED = "point_swapped", "Longitude et latitude inversées : remises dans l’ordre."
    POINT_IN_METRES = (
        "point_in_metres",
        "Coordonnées qui ne sont pas en degrés : point écarté.",
    )
    POINT_ABROAD = "point_abroad", "Point hors de France : écarté."
    POINT_UNREADABLE = "point_unreadable", "Coordonnées illisibles : point écarté."
    PROJECTION_UNKNOWN = "projection_unknown", "Projection inconnue : point écarté."
    WITHOUT_POINT = "without_point", "Établissement sans position dans le fichier."
    ADDRESS_OF_ANOTHER_USE = (
        "address_of_another_use",
        "Aucune adresse d’implantation : la première du fichier est gardée.",
    )
    MOBILE_DROPPED = (
        "mobile_dropped",
        "Téléphone mobile écarté : il peut être celui d’une personne.",
    )
    EMAIL_DROPPED = "email_dropped", "Adresse électronique écartée."
    UNIT_NOT_ESS = "unit_not_ess", "Unité légale hors ESS : non retenue."
    UNIT_CLOSED = "unit_closed", "Unité légale fermée : non retenue."
    UNIT_NOT_PUBLIC = "unit_not_public", "Unité légale à diffusion restreinte : non retenue."
    UNIT_SOLE_TRADER = "unit_sole_trader", "Entrepreneur individuel : non retenu."
    UNIT_UNREADABLE = "unit_unreadable", "Ligne d’unité légale illisible : non retenue."
    ENCODING_MIXED = (
        "encoding_mixed",
        "Octets Windows-1252 dans un fichier UTF-8 : lus comme tels.",
    )
    ENDS_OPEN = (
        "ends_open",
        "La dernière ligne n’a pas de fin : le fichier est peut-être coupé.",
    )
    CELLS_BEYOND = "cells_beyond", "Cellules au-delà de la dernière colonne : laissées de côté."
    FORMULAS = "formulas", "Formule : le résultat de son dernier calcul est lu."
    POINT_ON_SHAPE = "point_on_shape", "Ligne ou surface : un point pris dessus la place."
    SHAPE_UNPLACED = "shape_unplaced", "Entité sans position lisible."
    COLUMN_TWICE = "column_twice", "Colonne en double : la première est lue."
