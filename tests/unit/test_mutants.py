"""What `make mutants` counts: every kind of place, a seeded draw, and a fair estimate."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks.mutants.faults import Fault, read_faults
from benchmarks.mutants.mutations import Mutant, mutants_in, mutated_source
from benchmarks.mutants.planting import Planter
from benchmarks.mutants.sampling import LEAST, ROOT, Stratum, overall, packages, sample

SOURCE = '''
"""A synthetic module."""
from x import y

Alias = dict[str, int]
_LIMIT = 3


class Held:
    most: int = 5

    @property
    def full(self) -> bool:
        return self.count >= _LIMIT
'''
PATH = Path("synthetic.py")


def told(mutants: list[Mutant]) -> set[tuple[str, str]]:
    return {(mutant.before, mutant.after) for mutant in mutants}


def test_constants_classes_and_decorated_functions_have_mutants_and_types_have_none() -> None:
    found = told(mutants_in(PATH, SOURCE))

    assert ("3", "4") in found
    assert ("5", "6") in found
    assert (">= _LIMIT", "> _LIMIT") in found
    assert not any("Alias" in before or "import" in before for before, _ in found)
    assert not any("synthetic" in before for before, _ in found)


def test_each_mutant_changes_its_own_place_and_nothing_else() -> None:
    mutants = mutants_in(PATH, SOURCE)
    sources = {mutated_source(SOURCE, mutant) for mutant in mutants}

    assert len(sources) == len(mutants) == 5
    assert SOURCE not in sources


def synthetic(package: str, count: int) -> list[Mutant]:
    lines = "\n".join(f"x{n} = {n}" for n in range(count))
    return mutants_in(Path(f"{package}.py"), lines)[:count]


def test_a_draw_is_its_seeds_and_holds_enough_of_each_package() -> None:
    population = {"small": synthetic("small", 40), "great": synthetic("great", 900)}

    drawn = sample(population, 500, seed=1)

    assert drawn == sample(population, 500, seed=1)
    assert drawn != sample(population, 500, seed=2)
    assert set(drawn["small"]) == set(population["small"])
    assert len(drawn["great"]) == len(set(drawn["great"])) >= 500 * 900 / 940 > LEAST


def test_the_share_of_all_weighs_packages_by_their_size() -> None:
    strata = (Stratum("small", 100, 50, 0), Stratum("great", 900, 50, 50))

    rate, low, high = overall(strata)

    assert rate == pytest.approx(0.9)
    assert low <= rate <= high


def test_an_interval_gets_narrower_with_more_drawn_and_vanishes_when_all_are() -> None:
    few, many, every = (
        overall((Stratum("one", 1000, drawn, drawn // 2),)) for drawn in (50, 500, 1000)
    )

    assert few[2] - few[1] > many[2] - many[1] > every[2] - every[1] == 0


def test_every_package_asked_for_is_there() -> None:
    found = packages()

    assert {"domain", "queries", "services/export", "services/ptce"} <= found.keys()
    assert min(map(len, found.values())) > 1


def test_faults_made_by_hand_still_have_their_place() -> None:
    faults = read_faults(ROOT / "benchmarks" / "mutants" / "faults.toml")

    assert len(faults) == 17
    for fault in faults:
        source = (ROOT / fault.path).read_text(encoding="utf-8")
        assert fault.planted(source)[0] != source


def test_a_fault_that_lost_its_place_is_told() -> None:
    with pytest.raises(LookupError, match="0 times"):
        Fault("synthetic.py", "gone", "new", "nothing").planted("something else")


def test_what_a_function_does_can_be_changed_under_its_holders(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = "territorial_map.synthetic"
    before = "from functools import cache\n@cache\ndef half(of): return of / 2\nLEAST = 1\n"
    module = ModuleType(name)
    exec(compile(before, name, "exec"), module.__dict__)  # noqa: S102 - a text of this test
    monkeypatch.setitem(sys.modules, name, module)
    held = module.__dict__["half"]
    planter = Planter()

    assert not planter.plant(name, before, before)
    assert not planter.plant(name, before, before.replace("LEAST = 1", "LEAST = 2"))
    assert not planter.plant("territorial_map.absent", before, before.replace("/", "*"))
    assert planter.plant(name, before, before.replace("of / 2", "of * 2"))
    assert held(3) == 6


_APART = """
import sys
from pathlib import Path
from benchmarks.mutants.cold import _run
from benchmarks.mutants.running import Change
path = Path("territorial_map/domain/numbers.py")
before = path.read_text(encoding="utf-8")
after = before.replace("-?[0-9]", "-?[5-9]")
told = f"{path}::territorial_map.domain.numbers.whole_number"
sys.exit(_run(Path.cwd(), Change(path, before, after if sys.argv[1:] else before, (1, 1)), [told]))
"""


@pytest.mark.parametrize(("changed", "code"), [([], 0), (["changed"], 1)])
def test_a_doctest_of_the_changed_module_meets_the_change(changed: list[str], code: int) -> None:
    """Pytest once loaded the module again from its file, and every test then met the old one."""
    order = [sys.executable, "-c", _APART, *changed]
    ran = subprocess.run(order, cwd=ROOT, check=False)  # noqa: S603 - a text of this test

    assert ran.returncode == code
