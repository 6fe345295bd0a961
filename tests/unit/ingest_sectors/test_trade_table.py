"""The table of trades: what its rows may be, and how right it is on real names."""

from benchmarks.trades import LabelledName, claims_of_name, judged, labelled_names
from territorial_map.domain.organisation import SectorClaim
from territorial_map.domain.text import fold
from territorial_map.domain.trades import Precision, ReadIn
from territorial_map.domain.vocabulary import Sector, SectorOrigin
from territorial_map.ingest.sectors import SectorClues, sectors_of
from tests.known import KNOWLEDGE


def test_every_word_is_folded_and_none_stands_twice_for_one_use() -> None:
    words = KNOWLEDGE.trades.words.words
    bare = [word.words.removeprefix("^").removesuffix("*") for word in words]
    uses = [(word.words, word.language, word.read_in, word.sectors) for word in words]

    assert len(words) > 700
    assert [word for word in bare if fold(word) != word] == []
    assert len(set(uses)) == len(uses)


def test_both_languages_can_be_typed_for_every_sector() -> None:
    told = {
        (word.language, sector) for word in KNOWLEDGE.trades.words.words for sector in word.sectors
    }

    assert told == {(language, sector) for language in ("fr", "en") for sector in Sector}


def test_what_is_only_typed_never_makes_a_claim() -> None:
    typed = [word for word in KNOWLEDGE.trades.words.words if word.read_in is ReadIn.QUERY]

    assert {word.precision for word in typed} == {Precision.WEAK}
    assert sectors_of(SectorClues("LAUNDRY", activities=("laundry",)), KNOWLEDGE.trades) == ()


def test_words_of_real_names_tell_the_right_trade() -> None:
    labels = labelled_names()
    read = [(label, claim) for label in labels for claim in claims_of_name(label)]
    found = judged(read)
    told = {(label.id, sector) for label in labels for sector in label.told}
    got = {(label.id, claim.sector.value) for label, claim in read}

    assert len(labels) >= 300
    assert set(found) == {SectorOrigin.NAME}
    names = found[SectorOrigin.NAME]
    assert names.right + names.wrong >= 200
    assert names.right / (names.right + names.wrong) >= 0.967
    assert len(told & got) / len(told) >= 0.949


def test_a_claim_is_judged_against_what_its_name_tells() -> None:
    textile, silent = (
        LabelledName(f"synthetic:{n}", "x", "", "random", (), frozenset(told), frozenset())
        for n, told in enumerate((["textile"], []))
    )

    def claim(sector: Sector, origin: SectorOrigin) -> SectorClaim:
        return SectorClaim(sector, origin, "synthétique")

    found = judged(
        [
            (textile, claim(Sector.TEXTILE, SectorOrigin.NAF)),
            (textile, claim(Sector.CATERING, SectorOrigin.NAF)),
            (silent, claim(Sector.CATERING, SectorOrigin.NAF)),
            (silent, claim(Sector.CATERING, SectorOrigin.NAME)),
        ]
    )

    naf, name = found[SectorOrigin.NAF], found[SectorOrigin.NAME]
    assert (naf.right, naf.wrong, naf.not_judged) == (1, 1, 1)
    assert (name.right, name.wrong, name.not_judged) == (0, 1, 0)
