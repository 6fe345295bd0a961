"""The sources to name beside a selection are those that tell of it, by their producers' names."""

import pytest

from territorial_map.domain.selection import Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.licence_notes import licence_notes
from territorial_map.services.export.licences_held import attributions_held, licences_held
from territorial_map.services.texts import Texts
from tests.services.conftest import real_edition

pytestmark = pytest.mark.edition
__all__ = ["real_edition"]


def test_each_source_of_a_selection_is_named_as_its_producer_and_no_other(
    real_edition: OpenEdition,
) -> None:
    def told(**chosen: list[str]) -> tuple[str, ...]:
        return attributions_held(real_edition, real_edition.resolve(Selection.of(chosen)))

    every = told()
    (finess,) = told(device=["ea"])
    assert finess == "Source : FINESS (millésime 2021-01-08), Licence Ouverte 2.0."
    assert finess in every
    assert (
        "Source : Carte des fablabs de Bretagne (G. Rouan) (millésime 2020-05), "
        "CC BY, d’après le dépôt." in every
    )
    assert [text for text in every if "non précisée" in text or " + " in text] == []
    assert len(set(every)) == len(every)


def test_a_selection_of_unstated_licences_warns_and_asks_for_no_citation(
    real_edition: OpenEdition,
) -> None:
    resolved = real_edition.resolve(Selection.of({"kind": ["ptce"]}))

    notes = licence_notes(licences_held(real_edition, resolved), Texts())

    assert any("licence n’est pas précisée" in note for note in notes)
    assert attributions_held(real_edition, resolved) == ()
