"""Every source that can be imported, and how one is found by its code or by its file."""

from collections.abc import Sequence
from pathlib import Path

from territorial_map.domain.errors import BadParameter, SourceError
from territorial_map.ingest.sources.about import SourceAbout
from territorial_map.ingest.sources.cog import COG, is_cog_file
from territorial_map.ingest.sources.data_inclusion import DATA_INCLUSION
from territorial_map.ingest.sources.ess_list import ESS_LIST
from territorial_map.ingest.sources.file_beginning import glimpse
from territorial_map.ingest.sources.finess import FINESS
from territorial_map.ingest.sources.geiq import GEIQ
from territorial_map.ingest.sources.generic import GENERIC, MAPPED, generic_importer
from territorial_map.ingest.sources.importer import Choices, Importer
from territorial_map.ingest.sources.insee_zonings import INSEE_ZONINGS
from territorial_map.ingest.sources.layers import LayerImporter
from territorial_map.ingest.sources.marche import MARCHE
from territorial_map.ingest.sources.qpv import QPV, is_qpv_file
from territorial_map.ingest.sources.qualiopi import QUALIOPI
from territorial_map.ingest.sources.rna import RNA
from territorial_map.ingest.sources.sirene import SIRENE
from territorial_map.ingest.sources.tiers_lieux import TIERS_LIEUX
from territorial_map.readers import names_in_archive

AUTO = "auto"
# The most particular layouts first: « auto » takes the first that recognises the file.
IMPORTERS: tuple[Importer, ...] = (
    FINESS,
    ESS_LIST,
    QUALIOPI,
    GEIQ,
    MARCHE,
    RNA,
    TIERS_LIEUX,
    DATA_INCLUSION,
    SIRENE,
    *MAPPED,
    GENERIC,
)

# Sources of territories: their files go into the folder of territories.
LAYERS: tuple[LayerImporter, ...] = (COG, QPV, INSEE_ZONINGS)
# What every source says of itself, those of organisations first.
ABOUTS: tuple[SourceAbout, ...] = (
    *(importer.about for importer in IMPORTERS),
    *(layer.about for layer in LAYERS),
)


def layer_importer_for(code: str, files: Sequence[Path]) -> LayerImporter | None:
    """The importer of territories of a code; ``auto`` looks at the first file; else ``None``."""
    if code == AUTO:
        return _recognised_layer(files[0])
    return next((layer for layer in LAYERS if layer.about.code == code), None)


def _recognised_layer(path: Path) -> LayerImporter | None:
    if path.suffix.lower() == ".zip" and any(map(is_qpv_file, names_in_archive(path))):
        return QPV
    if is_cog_file(path):
        return COG
    try:
        seen = glimpse(path)
    except SourceError:
        return None
    return next((layer for layer in LAYERS if layer.recognises(seen)), None)


def importer_for(
    code: str,
    files: Sequence[Path],
    choices: Choices = Choices(),  # noqa: B008 - frozen
) -> Importer:
    """The importer of a code; ``auto`` looks at the first file.

    Raises:
        BadParameter: an unknown code, or a file that no source recognises.
        SourceError: with ``auto``, a file that cannot be read at all.
    """
    codes = tuple(about.code for about in ABOUTS)
    if code == GENERIC.about.code or (code == AUTO and choices.mapping is not None):
        return generic_importer(files[0], choices)
    if code == AUTO:
        seen = glimpse(files[0], choices.sheet)
        for importer in IMPORTERS:
            if importer.recognises(seen):
                if importer is GENERIC:
                    return generic_importer(files[0], choices)
                return _of_fixed_layout(importer, choices)
        raise BadParameter("SOURCE", AUTO, f"{files[0].name} n’est d’aucune source connue.", codes)
    for importer in IMPORTERS:
        if importer.about.code == code:
            return _of_fixed_layout(importer, choices)
    raise BadParameter("SOURCE", code, "source inconnue.", (*codes, AUTO))


def _of_fixed_layout(importer: Importer, choices: Choices) -> Importer:
    """The importer of a fixed layout, for which neither a mapping file nor a sheet says anything.

    Raises:
        BadParameter: one of them is told.
    """
    if choices.sheet:
        raise BadParameter(
            "--sheet",
            choices.sheet,
            f"la feuille de {importer.about.title} est reconnue à ses colonnes : ne la donnez pas.",
        )
    if choices.mapping is not None:
        raise BadParameter(
            "--mapping",
            str(choices.mapping),
            f"les colonnes de {importer.about.title} sont fixes : pas de correspondance à donner.",
        )
    return importer
