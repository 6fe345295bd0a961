"""English names of the closed lists that reasons quote; French ones stand in the vocabulary."""

from territorial_map.domain.vocabulary import LegalFamily, Sector, SizeBand

SECTORS: dict[Sector, str] = {
    Sector.AGRICULTURE_FOOD: "farming and food",
    Sector.FISHING_SEA: "fishing and sea",
    Sector.ENVIRONMENT_CIRCULAR: "environment and circular economy",
    Sector.REPAIR_REUSE: "repair and reuse",
    Sector.GREEN_SPACES: "green spaces",
    Sector.BUILDING_ENERGY: "building and energy",
    Sector.INDUSTRY_CRAFT: "industry and crafts",
    Sector.TEXTILE: "textiles",
    Sector.TRANSPORT_MOBILITY: "transport and mobility",
    Sector.CATERING: "catering",
    Sector.CLEANING_LAUNDRY: "cleaning and laundry",
    Sector.DIGITAL: "digital",
    Sector.CULTURE_MEDIA: "culture and media",
    Sector.SPORT_LEISURE_TOURISM: "sport, leisure and tourism",
    Sector.HEALTH: "health",
    Sector.SOCIAL_CARE: "social care",
    Sector.EARLY_CHILDHOOD: "early childhood",
    Sector.PERSONAL_SERVICES: "personal services",
    Sector.EDUCATION_TRAINING: "education and training",
    Sector.WORK_INTEGRATION: "work integration",
    Sector.HOUSING: "housing",
    Sector.FINANCE_INSURANCE: "finance and insurance",
    Sector.BUSINESS_SERVICES: "business services",
    Sector.RETAIL: "retail",
}

SIZES: dict[SizeBand, str] = {
    SizeBand.NONE: "no employee",
    SizeBand.MICRO: "1 to 9 employees",
    SizeBand.SMALL: "10 to 49 employees",
    SizeBand.MEDIUM: "50 to 249 employees",
    SizeBand.LARGE: "250 employees and more",
    SizeBand.UNKNOWN: "unknown staff",
}

FAMILIES: dict[LegalFamily, str] = {
    LegalFamily.ASSOCIATION: "association",
    LegalFamily.COOPERATIVE: "cooperative",
    LegalFamily.MUTUAL: "mutual",
    LegalFamily.FOUNDATION: "foundation",
    LegalFamily.COMMERCIAL: "company",
    LegalFamily.PUBLIC: "public body",
    LegalFamily.UNKNOWN: "unknown",
}
