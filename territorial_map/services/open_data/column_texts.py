"""What the columns of open data are called and mean, in French and in English."""

from territorial_map.domain.language.sentence import Sentence, say

_COG = "Code officiel géographique, de l’année que dit l’édition (`cog`)."
_COG_EN = "Official geographic code (COG), of the year that the edition tells (`cog`)."
# Title, then description.
TEXTS: dict[str, tuple[Sentence, Sentence]] = {
    "id": (
        say("Identifiant", "Identifier"),
        say(
            "Identifiant stable de l’organisation (un site), le même dans chaque édition.",
            "Stable identifier of the organisation (one site), the same in every edition.",
        ),
    ),
    "name": (say("Nom", "Name"), say("Nom d’usage.", "The name in use.")),
    "acronym": (say("Sigle", "Acronym"), say("Sigle.", "Acronym.")),
    "kind": (
        say("Type", "Kind"),
        say(
            "Ce que dit le symbole de la carte ; ne dit jamais si l’organisation est de l’ESS.",
            "What the map symbol says; never whether the organisation is of the social economy.",
        ),
    ),
    "kind_label": (
        say("Type, en clair", "Kind, in French"),
        say("Libellé français du type.", "French label of the kind."),
    ),
    "ess_status": (
        say("Statut ESS", "Social-economy status"),
        say(
            "Appartenance à l’ESS au sens de l’article 1 de la loi 2014-856 ; « to_establish "
            "» : à établir.",
            "Whether it is of the social economy under article 1 of French law 2014-856; "
            "“to_establish”: not settled.",
        ),
    ),
    "legal_family": (
        say("Famille juridique", "Legal family"),
        say("Famille de la forme juridique.", "Family of the legal form."),
    ),
    "legal_form": (
        say("Forme juridique", "Legal form"),
        say(
            "Forme juridique, autant que les sources la disent.",
            "Legal form, as far as the sources tell it.",
        ),
    ),
    "device": (
        say("Dispositifs", "Schemes"),
        say(
            "Dispositifs d’insertion, de travail protégé ou adapté, d’emploi partagé.",
            "Schemes of work integration, sheltered or adapted work, shared employment.",
        ),
    ),
    "device_label": (
        say("Dispositifs, en clair", "Schemes, in French"),
        say("Libellés français des dispositifs.", "French labels of the schemes."),
    ),
    "place_type": (
        say("Types de lieu", "Types of place"),
        say("Types d’un lieu de coopération.", "Types of a cooperation space."),
    ),
    "partner_type": (
        say("Type de partenaire", "Type of partner"),
        say("Type d’un partenaire territorial.", "Type of a territorial partner."),
    ),
    "sector": (
        say("Secteurs", "Sectors"),
        say(
            "Secteurs d’activité ; vide quand aucune source ne les dit.",
            "Sectors of activity; empty where no source tells them.",
        ),
    ),
    "sector_label": (
        say("Secteurs, en clair", "Sectors, in French"),
        say("Libellés français des secteurs.", "French labels of the sectors."),
    ),
    "sector_origin": (
        say("Origines des secteurs", "Origins of the sectors"),
        say(
            "D’où viennent les secteurs : déclaration, page publique, code NAF, nom, "
            "programme public.",
            "Where the sectors come from: declaration, public page, NAF code, name, public "
            "programme.",
        ),
    ),
    "need": (
        say("Recherche (déclaré)", "Looks for (declared)"),
        say(
            "Ce que l’organisation déclare rechercher, dans ses mots, avec la fin si elle est "
            "dite.",
            "What the organisation declares it looks for, in its words, with its end if told.",
        ),
    ),
    "need_category": (
        say("Catégories de ce qu’elle recherche", "Categories of what it looks for"),
        say(
            "Catégories de mutualisation que ces mots disent ; jamais supposées.",
            "Pooling categories that these words tell; never supposed.",
        ),
    ),
    "offer": (
        say("Propose (déclaré)", "Offers (declared)"),
        say(
            "Ce que l’organisation déclare pouvoir partager, dans ses mots, avec la fin si elle "
            "est dite.",
            "What the organisation declares it can share, in its words, with its end if told.",
        ),
    ),
    "offer_category": (
        say("Catégories de ce qu’elle propose", "Categories of what it offers"),
        say(
            "Catégories de mutualisation que ces mots disent ; jamais supposées.",
            "Pooling categories that these words tell; never supposed.",
        ),
    ),
    "size": (
        say("Effectif", "Size"),
        say(
            "Tranche d’effectif ; « none » : sans salarié ; vide : non renseigné.",
            "Band of headcount; “none”: no employee; empty: not known.",
        ),
    ),
    "siren": (
        say("SIREN", "SIREN"),
        say("Numéro de la personne morale, 9 chiffres.", "Number of the legal person, 9 digits."),
    ),
    "siret": (
        say("SIRET", "SIRET"),
        say("Numéro de l’établissement, 14 chiffres.", "Number of the site, 14 digits."),
    ),
    "finess": (
        say("FINESS", "FINESS"),
        say("Numéro FINESS de l’établissement.", "FINESS number of the site."),
    ),
    "naf": (
        say("NAF", "NAF"),
        say(
            "Code NAF de l’activité principale (88.10C).",
            "NAF code of the main activity (88.10C).",
        ),
    ),
    "naf_nomenclature": (
        say("Nomenclature du code NAF", "Nomenclature of the NAF code"),
        say(
            "Celle du code : NAF rév. 2 (2008) ou NAF 2025.",
            "That of the code: NAF rév. 2 (2008) or NAF 2025.",
        ),
    ),
    "address": (say("Adresse", "Address"), say("Numéro et voie.", "Number and street.")),
    "postcode": (
        say("Code postal", "Postcode"),
        say("Code postal de l’adresse.", "Postcode of the address."),
    ),
    "commune": (
        say("Code de la commune", "Code of the commune"),
        say(_COG, _COG_EN),
    ),
    "commune_name": (say("Commune", "Commune"), say("Nom de la commune.", "Name of the commune.")),
    "epci": (
        say("Code de l’EPCI", "Code of the EPCI"),
        say(
            "SIREN de l’EPCI à fiscalité propre.",
            "SIREN of the grouping of communes (EPCI).",
        ),
    ),
    "epci_name": (say("EPCI", "EPCI"), say("Nom de l’EPCI.", "Name of the EPCI.")),
    "department": (
        say("Code du département", "Code of the département"),
        say(_COG, _COG_EN),
    ),
    "department_name": (
        say("Département", "Département"),
        say("Nom du département.", "Name of the département."),
    ),
    "region": (
        say("Code de la région", "Code of the région"),
        say(_COG, _COG_EN),
    ),
    "region_name": (say("Région", "Région"), say("Nom de la région.", "Name of the région.")),
    "located": (
        say("Précision de la position", "Precision of the position"),
        say(
            "« address » : à l’adresse ; « commune » : au centre de la commune, pas à l’adresse.",
            "“address”: at the address; “commune”: at the centre of the commune, not at the "
            "address.",
        ),
    ),
    "qpv": (
        say("Quartier prioritaire (QPV 2024)", "Priority neighbourhood (QPV 2024)"),
        say(
            "« inside » ou « outside » d’après l’adresse ; vide : non établi (adresse non située, "
            "ou contours non chargés).",
            "“inside” or “outside” by the address; empty: not established (address not located, "
            "or boundaries not loaded).",
        ),
    ),
    "density": (
        say("Densité de la commune", "Density of the commune"),
        say(
            "Niveau de la grille communale de densité de l’Insee : 1 (dense) à 7 (très dispersé).",
            "Level of INSEE’s density grid of communes, from 1 (dense) to 7 (very scattered).",
        ),
    ),
    "programme": (
        say("Programmes de l’État", "Programmes of the State"),
        say(
            "Ceux dont la commune est, sans que l’organisation en reçoive forcément d’aide.",
            "Those that the commune is part of, whether or not the organisation is helped.",
        ),
    ),
    "employment_zone": (
        say("Zone d’emploi", "Employment zone"),
        say("Code de la zone d’emploi 2020 (Insee).", "Code of INSEE’s employment zone of 2020."),
    ),
    "living_area": (
        say("Bassin de vie", "Living area"),
        say("Code du bassin de vie 2022 (Insee).", "Code of INSEE’s living area of 2022."),
    ),
    "longitude": (
        say("Longitude", "Longitude"),
        say(
            "Degrés, WGS 84 ; voir la précision de la position.",
            "Degrees, WGS 84; see the precision of the position.",
        ),
    ),
    "latitude": (
        say("Latitude", "Latitude"),
        say(
            "Degrés, WGS 84 ; voir la précision de la position.",
            "Degrees, WGS 84; see the precision of the position.",
        ),
    ),
    "phone": (
        say("Téléphone", "Telephone"),
        say(
            "Téléphone de l’organisation, jamais d’une personne.",
            "Telephone of the organisation, never of a person.",
        ),
    ),
    "website": (
        say("Site web", "Website"),
        say("Adresse du site de l’organisation.", "Address of the organisation’s website."),
    ),
    "opened_on": (say("Ouverture", "Opened on"), say("Date d’ouverture.", "Opening date.")),
    "ended": (
        say("Fin", "Ended"),
        say(
            "Ce qu’une page publique dit de la fin d’un PTCE ; vide : activité à confirmer, "
            "pas certitude.",
            "What a public page says of the end of a PTCE; empty: activity to be confirmed, "
            "not certain.",
        ),
    ),
    "service_area": (
        say("Territoire d’intervention", "Service area"),
        say(
            "Où elle intervient, quand elle le dit ; ce n’est pas où elle est.",
            "Where it works, where it says so; not where it is.",
        ),
    ),
    "manager": (
        say("Gestionnaire", "Manager"),
        say(
            "Numéro de la personne morale qui gère le site, tel que la source le donne.",
            "Number of the legal person that runs the site, as its source gives it.",
        ),
    ),
    "member_of": (
        say("PTCE", "PTCEs"),
        say(
            "Identifiants des PTCE auxquels une page publique la rattache.",
            "Identifiers of the PTCEs that a public page ties it to.",
        ),
    ),
    "source": (
        say("Sources", "Sources"),
        say(
            "Noms des sources de la ligne, la première d’abord.",
            "Names of the row’s sources, the first one first.",
        ),
    ),
    "vintage": (
        say("Millésime", "Vintage"),
        say(
            "Date, mois ou année que dit la première source.",
            "Date, month or year that the first source tells.",
        ),
    ),
    "licence": (
        say("Licences", "Licences"),
        say(
            "Licences des sources de la ligne ; « repository » : dite par un dépôt, pas par "
            "le producteur.",
            "Licences of the row’s sources; “repository”: told by a repository, not by the "
            "producer.",
        ),
    ),
}
