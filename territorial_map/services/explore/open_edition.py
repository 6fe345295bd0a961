"""One open edition: every question that pages, API and exports ask of the directory."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from typing import Any, TypeVar

from sqlalchemy import select

from territorial_map.domain.dimensions import BY_NAME, FACETED, LAYERS_OF, UNKNOWN
from territorial_map.domain.edition import Edition
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.geo import Point
from territorial_map.domain.knowledge import Knowledge
from territorial_map.domain.listing import FacetValue, Listed, MapView, Order, Page
from territorial_map.domain.meaning import TextMeaning
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.territory import TerritoryLevel, TerritoryShape
from territorial_map.places import PlaceReader
from territorial_map.queries import lists, persons_around
from territorial_map.queries.schema import AnyRow, Rows, territories
from territorial_map.services.costly_process import CostlyProcess
from territorial_map.services.explore.column_answers import ColumnAnswers
from territorial_map.services.explore.costly_answers import CostlyAnswers
from territorial_map.services.explore.gazetteer import Gazetteer
from territorial_map.services.explore.map_rows import map_of
from territorial_map.services.explore.names import Names
from territorial_map.services.explore.question_reader import QuestionReader
from territorial_map.services.explore.reading import QuestionReading, What
from territorial_map.services.explore.search import Vocabulary
from territorial_map.services.explore.statement_answers import StatementAnswers
from territorial_map.services.explore.territory_rows import shape_of, territory_of
from territorial_map.store.editions import EditionFile
from territorial_map.store.records import listed_of, organisation_of

T = TypeVar("T")
_CACHED = 512
_STREAM = 2_000
NO_LAYER = "ce zonage n’est pas chargé dans l’édition : rien ne peut en être dit, pas même zéro."


class OpenEdition:
    """A directory frozen at one edition, read with what the product knows; threads may share it.

    Answers to repeated questions are remembered: an edition never changes.
    """

    def __init__(
        self, file: EditionFile, knowledge: Knowledge, elsewhere: CostlyProcess | None = None
    ) -> None:
        self.file = file
        self.elsewhere = elsewhere
        self.knowledge = knowledge
        self.edition: Edition = file.edition
        with file.connect() as connection:
            columns = [c for c in territories.c if c.name != "outline"]
            streamed = connection.execution_options(yield_per=_STREAM).execute(select(*columns))
            found = tuple(map(territory_of, streamed))
        self._territories = found
        self.places = PlaceReader(found, knowledge.territories, cog=self.cog)
        beside = file.columns()
        self.answers: ColumnAnswers | StatementAnswers = (
            ColumnAnswers(beside) if beside is not None else StatementAnswers(file)
        )
        self.costly = CostlyAnswers()
        self.understood = lru_cache(_CACHED)(self._understood)
        self._answers = lru_cache(_CACHED)(self._means_some)
        self.facets = lru_cache(_CACHED)(self._facets)
        self.map_view = lru_cache(_CACHED)(self._map_view)
        self.totals = lru_cache(_CACHED)(self._totals)

    def make_ready(self) -> None:
        """Make the columns of an edition that was written before them; until then SQL answers."""
        if isinstance(self.answers, StatementAnswers):
            beside = self.file.make_columns()
            if beside is not None:
                self.answers = ColumnAnswers(beside)

    @property
    def cog(self) -> str:
        """The Code officiel géographique of its territories, « COG 2026 »."""
        return self.edition.report.cog_named

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The searchable words of the directory; read when words are first sought."""
        return Vocabulary(self.answers.words())

    def _accept(self, text: str) -> tuple[frozenset[str], ...]:
        return self.vocabulary.accepted(text)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The territories by name and code; made when first asked, as is what follows."""
        return Gazetteer(self._territories, self.places)

    @cached_property
    def names(self) -> Names:
        """The names of territories and practices."""
        zones = {
            name: dict(layer.zones)
            for name, kinds in LAYERS_OF.items()
            if BY_NAME[name].terms is None
            for layer in map(self.edition.report.layer, kinds)
            if layer is not None
        }
        return Names(self.gazetteer, self.knowledge.practices.catalogue, zones, self.understood)

    def has_layer(self, name: str) -> bool:
        """Whether the edition has the zoning that a filter needs; true of any other filter."""
        kinds = LAYERS_OF.get(name)
        return kinds is None or any(map(self.edition.report.layer, kinds))

    def ask(self, function: Callable[..., T], *arguments: Any) -> T:  # noqa: ANN401 - of any question
        """The costly answer ``function(edition, *arguments)``, remembered.

        It is computed in a process of its own where there is one: the function is one of a module,
        and what it is given and gives can be sent to another process.

        Raises:
            Unavailable: it took more than its time.
        """
        key = (function.__module__, function.__qualname__, arguments)
        return self.costly.answer(key, partial(self._asked, function, arguments))

    def _asked(self, function: Callable[..., T], arguments: tuple[Any, ...]) -> T:
        if self.elsewhere is not None and self.elsewhere.is_ready():
            return self.elsewhere.ask(function, *arguments)
        return self.costly.limited(partial(function, self, *arguments))

    @cached_property
    def _reader(self) -> QuestionReader:
        return QuestionReader(self.vocabulary, self.knowledge, self.gazetteer)

    def resolve(self, selection: Selection) -> Selection:
        """The selection with its text read against this edition.

        Raises:
            BadParameter: it chooses zones of a layer that the edition has not: zero would be false.
        """
        for name, values in selection.choices:
            told = [value for value in values if value != UNKNOWN]
            if told and not self.has_layer(name):
                raise BadParameter(name, told[0], NO_LAYER)
        if not selection.text or selection.meaning is not None:
            return selection
        return replace(selection, meaning=self.understood(selection.text).meaning)

    def page(self, selection: Selection, order: Order, limit: int, offset: int = 0) -> Page:
        """A slice of the selection's list; ``total`` and ``unlocated`` count all of it."""
        resolved = self.resolve(selection)
        total, unlocated = self.totals(resolved)
        lines = self.answers.lines(resolved, order, limit, offset) if offset < total else ()
        return Page(lines, total, unlocated, limit, offset)

    def named(self, text: str, limit: int) -> tuple[Listed, ...]:
        """Organisations whose name says every word of a text, the likest first."""
        selection = Selection.of({}, text=text)
        found: tuple[Listed, ...] = ()
        for mistyped in (False, True):
            meaning = self._reader.by_words(text, mistyped=mistyped).meaning
            asked = replace(selection, meaning=meaning)
            found = found or self.answers.lines(asked, Order.RELEVANCE, limit)
        return found

    def stream(
        self, selection: Selection, order: Order, *, by_person: bool = False
    ) -> Iterator[Listed]:
        """Every line of the selection, in bounded memory; by person, its sites side by side."""
        rows = lists.listed_by_person if by_person else lists.listed
        return self.streamed(rows(self.resolve(selection), order))

    def streamed(self, statement: Rows) -> Iterator[Listed]:
        """List lines of a statement of ``queries``, in bounded memory."""
        with self.file.connect() as connection:
            streamed = connection.execution_options(yield_per=_STREAM).execute(statement)
            yield from map(listed_of, streamed)

    def organisations(self, selection: Selection) -> Iterator[Organisation]:
        """Whole organisations of a selection, by id, in bounded memory."""
        statement = lists.all_records(self.resolve(selection))
        with self.file.connect() as connection:
            streamed = connection.execution_options(yield_per=_STREAM).execute(statement)
            yield from (organisation_of(row[0]) for row in streamed)

    def organisation(self, any_id: str) -> Organisation:
        """The organisation that answers to an id, its own or one that was merged into it.

        Raises:
            NotFound: no organisation of this edition answers to the id.
        """
        told = any_id.encode(errors="replace").decode()  # half a character is no text for SQL
        rows = self._rows(lists.record(told))
        if not rows:
            raise NotFound(
                f"Aucune organisation de l’édition {self.edition.id} ne répond à « {told} »."
            )
        return organisation_of(rows[0][0])

    def nearest(self, point: Point, excluded_person: str, limit: int) -> tuple[Listed, ...]:
        """The organisations nearest to a point, other than one legal person's sites."""
        return self.answers.nearest(point, excluded_person, limit)

    def persons_within(
        self,
        selections: tuple[Selection, ...],
        circle: Around,
        excluded: tuple[str, ...],
        limit: int,
    ) -> tuple[AnyRow, ...]:
        """The legal persons nearest to a circle's centre that one of the selections keeps.

        Rows ``(name, located, distance_km, total)``; ``total`` counts all in the circle.
        """
        resolved = tuple(map(self.resolve, selections))
        return tuple(self._rows(persons_around.persons_within(resolved, circle, excluded, limit)))

    def lines_of(self, rows: Rows) -> tuple[Listed, ...]:
        """List lines of a statement of ``queries``."""
        return tuple(map(listed_of, self._rows(rows)))

    def listed_by_ids(self, ids: tuple[str, ...]) -> tuple[Listed, ...]:
        """List lines of organisations by their own ids; unknown ids are left out."""
        return self.lines_of(lists.listed_ids(ids)) if ids else ()

    def own_ids(self, ids: tuple[str, ...]) -> dict[str, str]:
        """For each id that an organisation answers to, the organisation's own id."""
        return {row.alias: row.id for row in self._rows(lists.own_ids(ids))} if ids else {}

    def records(self, ids: tuple[str, ...]) -> tuple[Organisation, ...]:
        """Whole organisations by their own ids; unknown ids are left out."""
        return tuple(organisation_of(r[0]) for r in self._rows(lists.records(ids))) if ids else ()

    def listed_by_persons(self, person_keys: tuple[str, ...]) -> tuple[Listed, ...]:
        """List lines of every site of some legal persons."""
        return self.lines_of(lists.listed_persons(person_keys)) if person_keys else ()

    def territory(self, level: TerritoryLevel, code: str) -> TerritoryShape:
        """A territory with its outline.

        Raises:
            NotFound: the code is none of this level's in the edition.
        """
        known = self.gazetteer.get(level, code)
        if known is None:
            raise NotFound(f"Aucun territoire « {code} » au niveau « {level.label} » ({self.cog}).")
        condition = (territories.c.level == level.value) & (territories.c.code == known.code)
        (row,) = self._rows(select(territories).where(condition))
        return shape_of(row)

    def outlines(self, level: TerritoryLevel) -> tuple[TerritoryShape, ...]:
        """Every territory of a level with its outline, by code."""
        condition = (territories.c.level == level.value) & territories.c.outline.is_not(None)
        rows = self._rows(select(territories).where(condition).order_by(territories.c.code))
        return tuple(map(shape_of, rows))

    def counts(self, name: str) -> dict[str, int]:
        """How many organisations have each value of a counted filter, over the whole edition."""
        found = self.answers.counts_of(name)
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))

    def _rows(self, statement: Rows) -> list[AnyRow]:
        with self.file.connect() as connection:
            return list(connection.execute(statement).fetchall())

    def _understood(self, text: str) -> QuestionReading:
        """A text as a question; words that nobody answers are tried as a name, then as mistyped."""
        reading = self._reader.read(text)
        if not reading.of(What.WORDS) or self._answers(reading.meaning.plainly()):
            return reading
        for mistyped in (False, True):
            name = self._reader.by_words(text, mistyped=mistyped)
            if self._answers(name.meaning.plainly()):
                return name
        return reading

    def _means_some(self, meaning: TextMeaning) -> bool:
        """Whether an organisation is kept; texts that nobody answers are asked once."""
        asked = replace(Selection.of({}, text=meaning.folded), meaning=meaning)
        return self._totals(asked)[0] > 0

    def _totals(self, selection: Selection) -> tuple[int, int]:
        return self.answers.totals(selection)

    def _map_view(self, of: Selection, zoom: int, level: TerritoryLevel | None = None) -> MapView:
        return map_of(self.resolve(of), zoom, level, self.gazetteer, self.answers)

    def _facets(self, selection: Selection) -> tuple[int, dict[str, tuple[FacetValue, ...]]]:
        """The total, and per filter its values with counts; closed lists keep their zeros."""
        total, found = self.answers.counts(self.resolve(selection))
        return total, {name: self.values_of(name, found[name]) for name in FACETED}

    def values_of(self, name: str, found: dict[str, int]) -> tuple[FacetValue, ...]:
        """The values of a counted filter, named, with their counts; closed lists keep zeros."""
        return self.names.values_of(name, found) if self.has_layer(name) else ()
