"""The categories that an organisation table may give, and the symbol of each."""

from territorial_map.domain.vocabulary import Kind, PartnerType

_SHELTERED = frozenset({"esat", "ea", "eatt"})
_INSERTION = frozenset({"aci", "ei", "ai", "etti", "eiti", "geiq"})
_FAMILIES = frozenset({"association", "cooperative", "mutual", "foundation"})
# A company that Sirene or a list declares of the ESS; an enterprise that holds the ESUS agreement.
_DECLARED = frozenset({"commercial_ess", "esus"})
_SPACES = frozenset({"tiers_lieu", "coworking", "fablab"})

# What a list is that does not say what its organisations are.
UNTOLD = PartnerType.INITIATIVE.value
# The partner that a category names; ``other`` is a body of which no source tells more, and
# ``initiative`` one of a list that says nothing of what it holds.
PARTNERS: dict[str, PartnerType] = {partner.value: partner for partner in PartnerType}

KINDS: dict[str, Kind] = {
    **dict.fromkeys(_SHELTERED, Kind.SHELTERED_SUPPLIER),
    **dict.fromkeys(_INSERTION | _FAMILIES | _DECLARED, Kind.ESS_ACTOR),
    **dict.fromkeys(_SPACES, Kind.COOPERATION_SPACE),
    **dict.fromkeys(PARTNERS, Kind.TERRITORIAL_PARTNER),
}
