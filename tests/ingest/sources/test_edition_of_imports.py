"""An edition built from every fixture together: nothing lost, each status with its evidence."""

from collections import defaultdict
from dataclasses import fields
from pathlib import Path

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.claims import claim_of
from territorial_map.domain.pooling.facts import PoolingProfile, profile_of
from territorial_map.domain.pooling.rulebook import Side
from territorial_map.domain.vocabulary import EssStatus, Kind, PoolingCategory
from territorial_map.ingest.assemble import Assembled, assemble
from territorial_map.ingest.imported_tables import tables_of
from territorial_map.ingest.sources import Choices, import_files, importer_for
from tests.known import KNOWLEDGE

ROOT = Path(__file__).parents[3]
FIXTURES = ROOT / "tests" / "fixtures"
IMPORTS = (
    ("finess", "finess-reconstructed-extract-2021.csv"),
    ("ess-list", "ess-list-synthetic.csv"),
    ("marche-inclusion", "marche-page-1-synthetic.json", "marche-page-2-synthetic.json"),
    ("rna", "rna-waldec-synthetic.csv"),
    (
        "tiers-lieux",
        "tiers-lieux-01-synthetic-unconfirmed.csv",
        "tiers-lieux-04-synthetic-unconfirmed.csv",
    ),
    ("data-inclusion", "data-inclusion-synthetic.csv"),
    ("geiq", "geiq-synthetic-unconfirmed.xlsx"),
    ("qualiopi", "qualiopi-synthetic.csv", "sirene-units-synthetic.csv"),
    ("sirene", "sirene-units-synthetic.csv", "sirene-sites-synthetic.csv"),
    ("ea2", "ea2-synthetic-unconfirmed.txt"),
    ("esat-directory", "esat-directory-synthetic-unconfirmed.csv"),
    ("hosmoz", "hosmoz-synthetic-unconfirmed.csv"),
    ("esus", "esus-synthetic-unconfirmed.xlsx"),
    ("ban", "ban-synthetic.csv"),
    ("civic-map", "civic-map-synthetic-unconfirmed.csv"),
)


def import_all(folder: Path) -> None:
    for code, *names in IMPORTS:
        files = [FIXTURES / name for name in names]
        import_files(importer_for(code, files), files, folder, Choices(as_of="2026-11-01"))


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    import_all(folder)
    return folder


@pytest.fixture(scope="module")
def built(sources: Path) -> Assembled:
    return assemble(sources, ROOT / "data" / "territories", KNOWLEDGE.trades)


@pytest.fixture(scope="module")
def answering(built: Assembled) -> dict[str, Organisation]:
    return {mention.id: each for each in built.organisations for mention in each.sources}


def test_every_imported_table_is_in_the_report(sources: Path, built: Assembled) -> None:
    counted = {source.file for source in built.report.sources}

    assert counted == {path.name for path in sources.glob("*.csv") if "rejets" not in path.name}
    assert len(counted) == len(IMPORTS)


def test_read_is_kept_and_merged_and_rejected(built: Assembled) -> None:
    report = built.report

    assert report.kept == len(built.organisations)
    for source in report.sources:
        assert source.read == source.kept + source.merged + source.rejected, source.file
        assert source.read > 0, source.file
    assert [source.file for source in report.sources if source.rejected] == []


def test_importing_twice_changes_nothing(sources: Path) -> None:
    once = {path.name: path.read_bytes() for path in sources.iterdir()}

    import_all(sources)

    assert {path.name: path.read_bytes() for path in sources.iterdir()} == once


def test_one_establishment_of_several_registers_is_one_organisation(
    answering: dict[str, Organisation],
) -> None:
    adapted = answering["ea2:99900011000018"]

    assert adapted.kind is Kind.SHELTERED_SUPPLIER
    assert adapted is answering["esat-directory:99900011000018"]


def test_a_declaration_settles_a_company_and_never_a_public_body(
    answering: dict[str, Organisation],
) -> None:
    company, ccas = answering["sirene:99900003700013"], answering["di:ds--1"]

    assert company.status.ess is EssStatus.COMMERCIAL_COMPANY
    assert company.status.ess_evidence.startswith("Le registre Sirene la déclare de l’ESS")
    assert ccas.status.ess is EssStatus.OUTSIDE_PUBLIC


def test_an_imported_place_is_found_without_a_commune_code(
    answering: dict[str, Organisation],
) -> None:
    places = {
        each: answering[each].place.commune_code
        for each in ("ess-list:999000110", "ess-list:999000128", "ess-list:999000136")
    }

    assert places == {
        "ess-list:999000110": "26281",
        "ess-list:999000128": "97411",
        "ess-list:999000136": "2A004",
    }


TOLD = {
    "ban": ("legal_form partner_type", ""),
    "civic-map": (
        "legal_form partner_type sectors",
        "equipment logistics materials_reuse premises_and_land sector_coordination",
    ),
    "di": ("ess legal_form partner_type", ""),
    "ea2": ("devices", ""),
    "esat-directory": ("devices", ""),
    "ess-list": ("ess legal_form sectors", ""),
    "esus": ("ess legal_form", ""),
    "finess": ("devices ess legal_form sectors", "equipment joint_bids logistics purchasing"),
    "ftl": ("place_types sectors", "digital_tools peer_exchange premises_and_land"),
    "geiq-siret": ("devices", ""),
    "hosmoz": ("devices sectors", "equipment joint_bids"),
    "marche": ("devices sectors", "equipment joint_bids"),
    "rna": ("ess legal_form", ""),
    "sirene": (
        "ess legal_form sectors size",
        "logistics materials_reuse premises_and_land sector_coordination",
    ),
}
_SAYS_NOTHING = PoolingProfile(Kind.ESS_ACTOR)


def test_what_a_source_tells_reaches_the_partner_profile_and_its_categories(
    built: Assembled,
) -> None:
    facts: dict[str, set[str]] = defaultdict(set)
    categories: dict[str, set[str]] = defaultdict(set)
    for one in built.organisations:
        codes = {mention.id.partition(":")[0] for mention in one.sources}
        if len(codes) > 1:  # what several tell is not one’s alone
            continue
        (code,) = codes
        profile = profile_of(one, "2026-11-01")
        facts[code].update(
            field.name
            for field in fields(profile)
            if field.name not in {"kind", "legal_family", "overseas"}
            and getattr(profile, field.name) != getattr(_SAYS_NOTHING, field.name)
        )
        categories[code].update(
            category.value
            for category in PoolingCategory
            if any(claim_of(profile, category, s, KNOWLEDGE.pooling).known for s in Side)
        )

    told = {c: (" ".join(sorted(facts[c])), " ".join(sorted(categories[c]))) for c in facts}
    assert told == TOLD


def test_each_record_says_its_source_and_vintage(answering: dict[str, Organisation]) -> None:
    mention = next(m for m in answering["rna:W263000001"].sources if m.id.startswith("rna:"))

    assert mention.source.startswith("RNA")
    assert mention.vintage == "2026-11-01"


def test_a_damaged_sidecar_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "rna.toml").write_text('table = "rna.csv"\n', encoding="utf-8")

    with pytest.raises(SourceError, match=r"rna\.toml : il manque « name »"):
        tables_of(tmp_path)
