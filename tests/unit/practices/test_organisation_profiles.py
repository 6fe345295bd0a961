"""A directory entry gives only what is certain, and says what was inferred."""

from dataclasses import replace

from territorial_map.domain.organisation import Organisation, SourceMention, Status
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.terms import Audience, PracticeCriterion, Trait
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    LegalFamily,
    LegalForm,
    SizeBand,
)
from territorial_map.services.practices.answers import links_for_profile
from territorial_map.services.practices.organisation_profiles import profile_of

SYNTHETIC = Organisation(
    id="synthetic:1",
    kind=Kind.ESS_ACTOR,
    name="Organisation de synthèse",
    source_name="ORGANISATION DE SYNTHESE",
    sources=(SourceMention("synthetic:1", "synthetic", "", "2026", "none"),),
)


def test_a_bare_entry_knows_only_its_kind(library: PracticeLibrary) -> None:
    told = profile_of(SYNTHETIC, library.rules)

    assert told.profile.kind is Kind.ESS_ACTOR
    assert told.profile.devices is None
    assert told.profile.traits is None
    assert told.profile.size_band is None
    assert told.inferred == ()


def test_several_sites_and_a_headcount_are_inferred_and_said(library: PracticeLibrary) -> None:
    entry = replace(
        SYNTHETIC,
        status=Status(legal_form=LegalForm.MUTUAL, legal_family=LegalFamily.MUTUAL),
        size=SizeBand.MEDIUM,
    )
    told = profile_of(entry, library.rules, site_count=3)

    assert set(told.profile.traits or ()) == {
        Trait.MEMBERS, Trait.ELECTED_BOARD, Trait.MULTI_SITE, Trait.EMPLOYEES
    }  # fmt: skip
    assert {each.value for each in told.inferred} == {
        each.value for each in told.profile.traits or ()
    }
    assert all(each.criterion is PracticeCriterion.TRAITS for each in told.inferred)


def test_an_esat_works_with_disabled_people_and_a_geiq_is_not_taken_for_a_siae(
    library: PracticeLibrary,
) -> None:
    esat = profile_of(replace(SYNTHETIC, devices=(Device.ESAT,)), library.rules)
    geiq = profile_of(replace(SYNTHETIC, devices=(Device.GEIQ,)), library.rules)

    assert esat.profile.audiences == (Audience.DISABLED,)
    assert geiq.profile.audiences is None
    assert geiq.profile.traits == (Trait.MEMBERS,)


def test_what_the_directory_does_not_tell_is_never_held_against_an_organisation(
    library: PracticeLibrary,
) -> None:
    entry = replace(SYNTHETIC, size=SizeBand.SMALL)
    links = links_for_profile(profile_of(entry, library.rules).profile, library)
    p07 = next(link for link in links if link.practice_id == "p07")
    traits = next(each for each in p07.reasons if each.criterion == "traits")

    assert traits.value is None
