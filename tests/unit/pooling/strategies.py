"""Invented organisations for the laws of pooling; none is real."""

from dataclasses import replace

from hypothesis import strategies as st

from territorial_map.domain.geo import Point, distance_km
from territorial_map.domain.pooling.facts import Facts, PoolingProfile
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    Kind,
    LegalFamily,
    LegalForm,
    PartnerType,
    PlaceType,
    PoolingCategory,
    Sector,
    SizeBand,
)

categories = st.sampled_from(list(PoolingCategory))
_SAYS = ("groupement d'employeurs", "formation", "locaux partagés", "réponses communes", "laine")


def _legal(form: LegalForm, family: LegalFamily) -> tuple[LegalForm, LegalFamily]:
    told = form.family
    return form, family if told is LegalFamily.UNKNOWN else told


@st.composite
def profiles(draw: st.DrawFn) -> PoolingProfile:
    form, family = _legal(
        draw(st.sampled_from(list(LegalForm))), draw(st.sampled_from(list(LegalFamily)))
    )
    few = st.frozensets(categories, max_size=2)
    return PoolingProfile(
        kind=draw(st.sampled_from(list(Kind))),
        devices=draw(st.frozensets(st.sampled_from(list(Device)), max_size=2)),
        place_types=draw(st.frozensets(st.sampled_from(list(PlaceType)), max_size=1)),
        partner_type=draw(st.none() | st.sampled_from(list(PartnerType))),
        legal_form=form,
        legal_family=family,
        ess=draw(st.sampled_from(list(EssStatus))),
        sectors=draw(st.frozensets(st.sampled_from(list(Sector)), max_size=3)),
        size=draw(st.sampled_from(list(SizeBand))),
        overseas=draw(st.none() | st.booleans()),
        says=draw(st.lists(st.sampled_from(_SAYS), max_size=2, unique=True).map(tuple)),
        needs=draw(few),
        resources=draw(few),
    )


points = st.builds(
    Point, lon=st.floats(1.0, 3.0, allow_nan=False), lat=st.floats(46.0, 48.0, allow_nan=False)
)


@st.composite
def facts(draw: st.DrawFn, identity: str = "a") -> Facts:
    """An organisation whose place is known at the address."""
    return Facts(
        id=identity,
        name=f"Structure {identity}",
        person_key=identity,
        profile=draw(profiles()),
        point=draw(points),
        department_code=draw(st.sampled_from(["18", "36"])),
    )


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Facts, Facts]:
    """Two distinct legal persons without an existing cooperation."""
    return draw(facts("a")), draw(facts("b"))


@st.composite
def hidden(draw: st.DrawFn, known: Facts) -> Facts:
    """The same organisation with some of its facts hidden."""
    profile = known.profile
    if draw(st.booleans()):
        profile = replace(profile, sectors=frozenset())
    if draw(st.booleans()):
        profile = replace(profile, size=SizeBand.UNKNOWN)
    if draw(st.booleans()):
        profile = replace(profile, legal_form=LegalForm.UNKNOWN)
        if draw(st.booleans()):
            profile = replace(profile, legal_family=LegalFamily.UNKNOWN)
    if draw(st.booleans()):
        profile = replace(profile, ess=EssStatus.TO_ESTABLISH, overseas=None)
    if draw(st.booleans()):
        profile = replace(profile, needs=frozenset(), resources=frozenset(), says=())
    return _misplaced(draw, replace(known, profile=profile))


def _misplaced(draw: st.DrawFn, known: Facts) -> Facts:
    how = draw(st.sampled_from(["kept", "commune", "wide", "nowhere"]))
    if how == "kept" or known.point is None:
        return known
    if how == "nowhere":
        return replace(known, point=None, blur_km=None)
    centre = draw(points)
    blur = distance_km(centre, known.point) + 1e-6
    return replace(known, point=centre, blur_km=blur if how == "commune" else None)
