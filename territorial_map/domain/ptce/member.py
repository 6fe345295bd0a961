"""A member of a group: what is known of one site of a legal person, from a record or a list."""

from dataclasses import dataclass, field

from territorial_map.domain.identifiers import is_public_siren
from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.organisation import Organisation, Place
from territorial_map.domain.term import Term
from territorial_map.domain.text import fold, words
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    LegalFamily,
    LegalForm,
    PartnerType,
)

ESS_STATUSES = frozenset({EssStatus.STATUTORY, EssStatus.COMMERCIAL_COMPANY})
# Named one by one in article 9, or covered by its « toute autre personne physique ou morale ».
NAMED_LINKS = frozenset(
    {
        PartnerType.LOCAL_AUTHORITY,
        PartnerType.GROUPING,
        PartnerType.HIGHER_EDUCATION,
        PartnerType.RESEARCH,
        PartnerType.TRAINING,
    }
)
OTHER_LINKS = frozenset(
    {
        PartnerType.CCAS,
        PartnerType.CHAMBER,
        PartnerType.NETWORK_HEAD,
        PartnerType.BUSINESS_CLUB,
        PartnerType.LANDLORD,
    }
)
_PUBLIC_TYPES = frozenset(
    {PartnerType.LOCAL_AUTHORITY, PartnerType.GROUPING, PartnerType.CCAS, PartnerType.CHAMBER}
)
_GROUPINGS = frozenset({Device.GEIQ, Device.EMPLOYERS_GROUP})


class MemberStanding(Term):
    """What a member is for the texts: one answer, in the order that wins within a person."""

    PUBLIC = "public", "personne publique"
    ESS = "ess", "entreprise de l’ESS"
    OTHER_ENTERPRISE = "other_enterprise", "entreprise hors ESS"
    OTHER_PRIVATE = "other_private", "autre personne privée"
    TO_ESTABLISH = "to_establish", "à établir"


@dataclass(frozen=True, slots=True)
class Member:
    """One line of a group; ``esus`` is an agreement, not a form; ``poles`` names its PTCEs.

    ``ess_evidence`` is the source's French sentence, empty where the legal form alone speaks.
    ``line`` is where a list describes it: two lines without a number may be two persons, even of
    one name. ``registered`` is the family that our sources give to its SIREN, where it is another
    than the declared one; ``country`` names the country of a body that is not in France; ``ended``
    is what sources say of the end of a PTCE (« terminé en 2017 »).
    """

    name: str
    id: str | None = None
    siren: str | None = None
    ess: EssStatus = EssStatus.TO_ESTABLISH
    ess_evidence: str = ""
    legal_form: LegalForm = LegalForm.UNKNOWN
    legal_family: LegalFamily = LegalFamily.UNKNOWN
    partner_type: PartnerType | None = None
    devices: tuple[Device, ...] = ()
    esus: bool = False
    place: Place = field(default_factory=Place)
    poles: tuple[str, ...] = ()
    line: int | None = None
    registered: LegalFamily | None = None
    country: Sentence | None = None
    ended: str | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a member has a name")
        if self.siren is not None and not (len(self.siren) == 9 and self.siren.isdigit()):
            raise ValueError(f"{self.name}: SIREN {self.siren} has not nine digits")

    @property
    def person_key(self) -> str:
        """What counts as one legal person: SIREN, else id, else name, commune and line."""
        if self.siren:
            return f"siren:{self.siren}"
        place = self.place.commune_code or fold(self.place.commune or "")
        return self.id or f"name:{fold(self.name)}|{place}|{self.line or 0}"

    @property
    def contradicts_its_number(self) -> bool:
        """True when its SIREN tells another kind of person than the form its author declares."""
        declared = self.legal_form.family
        if self.id is not None or self.siren is None or declared is LegalFamily.UNKNOWN:
            return False
        public_number = is_public_siren(self.siren) and declared is not LegalFamily.PUBLIC
        return public_number or self.registered is not None

    @property
    def is_public(self) -> bool:
        """True for a public-law person, by SIREN, form or status."""
        return (
            (self.siren is not None and is_public_siren(self.siren))
            or LegalFamily.PUBLIC in {self.legal_form.family, self.legal_family}
            or self.ess is EssStatus.OUTSIDE_PUBLIC
        )

    @property
    def standing(self) -> MemberStanding:
        """What the member is; a device never decides (law 2014-856, article 1)."""
        if self.contradicts_its_number:
            return MemberStanding.TO_ESTABLISH
        if self.is_public:
            return MemberStanding.PUBLIC
        if self.partner_type in _PUBLIC_TYPES and self.ess is not EssStatus.OUTSIDE_PRIVATE:
            # A type that is public by nature with an ESS form contradicts itself.
            return (
                MemberStanding.TO_ESTABLISH if self.ess in ESS_STATUSES else MemberStanding.PUBLIC
            )
        if self.ess in ESS_STATUSES:
            return MemberStanding.ESS
        return self._standing_outside_ess()

    def _standing_outside_ess(self) -> MemberStanding:
        trading = self.partner_type is PartnerType.ENTERPRISE or LegalFamily.COMMERCIAL in {
            self.legal_form.family,
            self.legal_family,
        }
        if self.ess is EssStatus.OUTSIDE_PRIVATE:
            return MemberStanding.OTHER_ENTERPRISE if trading else MemberStanding.OTHER_PRIVATE
        # An insertion enterprise or an ESUS company may well be ESS by its statutes; any other
        # company is an enterprise, of which the group says whether its statutes are known.
        may_be_ess = bool(self.devices) or self.esus
        return (
            MemberStanding.OTHER_ENTERPRISE
            if trading and not may_be_ess
            else MemberStanding.TO_ESTABLISH
        )

    @property
    def statutes_known(self) -> bool:
        """False while nothing tells on which side of article 1 the statutes are."""
        return self.ess is not EssStatus.TO_ESTABLISH

    @property
    def is_link(self) -> bool:
        """True for the persons with whom article 9 wants links, member or not."""
        if self.partner_type in NAMED_LINKS | OTHER_LINKS or Device.TRAINING_BODY in self.devices:
            return True
        if self.partner_type is PartnerType.OTHER:
            return self.standing not in {MemberStanding.ESS, MemberStanding.OTHER_ENTERPRISE}
        return self.standing in {MemberStanding.PUBLIC, MemberStanding.OTHER_PRIVATE}

    @property
    def is_grouping_of_enterprises(self) -> bool:
        """True for a club or an employers’ group, most of whose members may not be ESS."""
        return self.partner_type is PartnerType.BUSINESS_CLUB or bool(
            _GROUPINGS & set(self.devices)
        )


def ess_from_form(form: LegalForm, *, esus: bool = False) -> EssStatus:
    """ESS status that a legal form alone tells (law 2014-856, article 1).

    An endowment fund is to establish; so is a commercial company with an ESUS agreement: the
    agreement suggests statutes of II, 2°, and does not show them.
    """
    if form is LegalForm.COMMERCIAL:
        return EssStatus.TO_ESTABLISH if esus else EssStatus.OUTSIDE_PRIVATE
    if form is LegalForm.COMMERCIAL_ESS:
        return EssStatus.COMMERCIAL_COMPANY
    if form.family is LegalFamily.PUBLIC:
        return EssStatus.OUTSIDE_PUBLIC
    if form is LegalForm.ENDOWMENT_FUND or form.family is LegalFamily.UNKNOWN:
        return EssStatus.TO_ESTABLISH
    return EssStatus.STATUTORY


def member_of_organisation(organisation: Organisation) -> Member:
    """The member that a record of the directory makes."""
    status = organisation.status
    evidence = " ".join(filter(None, (status.ess_evidence, status.legal_form_evidence)))
    return Member(
        name=organisation.name,
        id=organisation.id,
        siren=organisation.siren,
        ess=status.ess,
        ess_evidence=evidence,
        legal_form=status.legal_form,
        legal_family=status.legal_family,
        partner_type=organisation.partner_type,
        devices=organisation.devices,
        esus="esus" in words(" ".join((evidence, *organisation.notes))),
        place=organisation.place,
        poles=tuple(dict.fromkeys(tie.ptce_name for tie in organisation.memberships)),
        ended=organisation.pole.ended if organisation.pole is not None else None,
    )
