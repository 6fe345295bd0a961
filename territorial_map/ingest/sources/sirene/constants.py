"""Columns and codes of ``StockUniteLegale`` and ``StockEtablissement``."""

UNIT_REQUIRED = (
    "siren",
    "statutDiffusionUniteLegale",
    "etatAdministratifUniteLegale",
    "categorieJuridiqueUniteLegale",
    "economieSocialeSolidaireUniteLegale",
    "denominationUniteLegale",
)
UNIT_OPTIONAL = ("sigleUniteLegale", "denominationUsuelle1UniteLegale")
SITE_REQUIRED = (
    "siren",
    "siret",
    "statutDiffusionEtablissement",
    "etatAdministratifEtablissement",
    "codePostalEtablissement",
    "libelleCommuneEtablissement",
    "codeCommuneEtablissement",
    "activitePrincipaleEtablissement",
)
SITE_OPTIONAL = (
    "nomenclatureActivitePrincipaleEtablissement",
    "activitePrincipaleNAF25Etablissement",
    "trancheEffectifsEtablissement",
    "dateCreationEtablissement",
    "enseigne1Etablissement",
    "denominationUsuelleEtablissement",
    "numeroVoieEtablissement",
    "indiceRepetitionEtablissement",
    "typeVoieEtablissement",
    "libelleVoieEtablissement",
    "complementAdresseEtablissement",
    "coordonneeLambertAbscisseEtablissement",
    "coordonneeLambertOrdonneeEtablissement",
)

# Legal categories of ESS families, where Sirene leaves its ESS field blank.
ESS_CATEGORIES = (
    *("5195", "5451", "5453", "5454", "5455", "5458", "5460", "5543", "5547", "5551", "5552"),
    *("5554", "5555", "5558", "5560", "5660", "6100", "6316", "6317", "6318"),
    *("6411", "8210", "8250", "8290"),
    *("9210", "9220", "9221", "9222", "9223", "9230", "9260"),
    "9300",
)
