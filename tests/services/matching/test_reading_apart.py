"""A list goes to the process that reads it and comes back: forms, rows, mistakes, limits."""

import asyncio

import orjson
import pytest

from territorial_map.domain.errors import BadParameter, SourceError, SourceTooLarge, UserError
from territorial_map.readers import Upload
from territorial_map.services.matching.apart.form import form_of
from territorial_map.services.matching.apart.json_rows import rows_of
from territorial_map.services.matching.apart.reader import ListReader, ReadingLimits
from territorial_map.services.matching.apart.wire import (
    error_told,
    list_told,
    told_error,
    told_list,
)
from territorial_map.services.matching.list_files import GivenList, read_list
from territorial_map.services.matching.list_report import list_report, reading_answer
from tests.hostile_lists import FIRST_ROW, workbook

LIST = (
    "Nom;SIRET;Courriel;Tél\n"
    "Atelier synthétique;77554408300477;ada@exemple.invalid;04 74 47 04 70\n"
    "Régie synthétique;7,75544E+13;;06 39 98 00 00\nTOTAL;;;2\nCourte synthétique\n"
)
FORM = "multipart/form-data; boundary=b"


def form(name: str, content: bytes, **others: str) -> bytes:
    parts = b"".join(
        f'--b\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in others.items()
    )
    head = f'--b\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return parts + head.encode() + content + b"\r\n--b--\r\n"


def read(body: bytes, media_type: str = FORM, limits: ReadingLimits | None = None) -> GivenList:
    async def reading() -> GivenList:
        return await ListReader(limits or ReadingLimits()).read_list(media_type, body)

    return asyncio.run(reading())


def test_a_form_gives_its_file_and_its_other_fields() -> None:
    content = b"Nom\r\n\x00--b is inside\r\n"

    file, others = form_of(FORM, form("liste.csv", content, sheet="Été", columns="name=Nom"))

    assert (file.name, file.content) == ("liste.csv", content)
    assert others == {"sheet": "Été", "columns": "name=Nom"}


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        (FORM, b""),
        (FORM, b'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n--b--\r\n'),
        ("multipart/form-data", form("a.csv", b"Nom")),
        (FORM, b"\xff" * 100),
    ],
)
def test_what_is_no_form_with_a_file_is_refused(media_type: str, body: bytes) -> None:
    with pytest.raises(BadParameter):
        form_of(media_type, body)


def test_a_list_read_apart_tells_matching_what_it_tells_here() -> None:
    here = read_list(Upload("liste.csv", LIST.encode()))

    apart = read(form("liste.csv", LIST.encode()))

    assert list(apart.rows()) == list(here.rows())
    assert list_report(apart) == list_report(here)
    assert (apart.columns, dict(apart.understood)) == (here.columns, dict(here.understood))


def test_nothing_personal_crosses_to_the_process_that_answers() -> None:
    told = told_list(read_list(Upload("liste.csv", LIST.encode())))

    assert b"ada@" not in told
    assert list_told(told).doubts.emails == 1


def test_the_whole_list_is_read_for_the_page_that_shows_it() -> None:
    async def reading() -> bytes:
        pieces = ListReader().reading(FORM, form("liste.csv", LIST.encode()))
        return b"".join([piece async for piece in pieces])

    answer = orjson.loads(asyncio.run(reading()))

    assert answer == reading_answer(read_list(Upload("liste.csv", LIST.encode()), telling=False))
    assert answer["rows"][0]["cells"][2] == "ada@exemple.invalid"


@pytest.mark.parametrize(
    "error",
    [
        SourceError("a"),
        SourceTooLarge("b"),
        BadParameter("columns", "x", "champ inconnu.", ("a", "b")),
    ],
)
def test_a_mistake_is_the_same_on_both_sides(error: UserError) -> None:
    back = error_told(orjson.loads(orjson.dumps(told_error(error))))

    assert type(back) is type(error)
    assert str(back) == str(error)


@pytest.mark.parametrize(
    ("limits", "error"),
    [
        (ReadingLimits(clock_s=0.05), SourceTooLarge),
        (ReadingLimits(most_list=10), SourceTooLarge),
    ],
)
def test_a_reading_beyond_its_limits_is_ended_and_said(
    limits: ReadingLimits, error: type[Exception]
) -> None:
    with pytest.raises(error, match="Cette liste"):
        read(form("liste.csv", LIST.encode()), limits=limits)


def test_memory_beyond_its_limit_is_refused_and_said() -> None:
    rows = b"Nom;Note\n" + b"".join(b"synthetique %d;%s\n" % (n, b"x" * 300) for n in range(15_000))

    with pytest.raises(SourceTooLarge, match="mémoire ou de temps"):
        read(form("liste.csv", rows), limits=ReadingLimits(memory=32 * 2**20))


def test_work_without_end_is_ended_by_the_processor_limit() -> None:
    row = "<row>" + "<c><v>1</v></c>" * 190 + "</row>"
    content = workbook(FIRST_ROW + row * 15_000)

    with pytest.raises(SourceTooLarge, match="mémoire ou de temps"):
        read(form("liste.xlsx", content), limits=ReadingLimits(cpu_s=1))


def test_columns_of_rows_are_looked_at_before_any_row_is_laid_out() -> None:
    rows = [{f"c{n}{m}": "a" for m in range(3)} for n in range(1_000)]

    with pytest.raises(BadParameter, match="200 colonnes au plus"):
        rows_of(orjson.dumps({"rows": rows}))


@pytest.mark.parametrize(
    "told",
    [
        {"lines": ["x"]},
        {"lines": [1, 2]},
        {"lines": 3},
        {"lines": [0]},
        {"columns": [1]},
        {"rows": [{"Nom": ["a"]}]},
        {"rows": [3]},
    ],
)
def test_rows_of_another_shape_are_refused(told: dict[str, object]) -> None:
    with pytest.raises(BadParameter):
        rows_of(orjson.dumps({"rows": [{"Nom": "a"}]} | told))
