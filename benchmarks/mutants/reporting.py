"""The summary of a run, for people: rates by package, who survived, who cannot be killed."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.mutants.mutations import Mutant
from benchmarks.mutants.records import Equivalent
from benchmarks.mutants.sampling import Stratum, overall

IN_ALL, IN_EACH = 0.85, 0.75
BEGIN, END = "<!-- mutants: begin -->", "<!-- mutants: end -->"


def tell_survivors(survivors: Sequence[Mutant], judged: Sequence[Equivalent]) -> None:
    """Print who survived; those judged equivalent say so."""
    for mutant in survivors:
        word = "equivalent" if any(one.is_(mutant) for one in judged) else "survived"
        print(f"{word} {mutant.path.as_posix()}:{mutant.line} {mutant.operator}")
        print(f"    - {mutant.before}\n    + {mutant.after}")


def summarise(
    page: Path | None,
    strata: Sequence[Stratum],
    survivors: Sequence[Mutant],
    judged: Sequence[Equivalent],
    how: str,
) -> bool:
    """Print the summary, and put it into a page between its marks; whether the aims are met."""
    table = "\n".join(_lines(strata, survivors, judged, how))
    print(table)
    if page:
        text = page.read_text(encoding="utf-8")
        before, rest = text.split(BEGIN)
        _, after = rest.split(END)
        page.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")
    return overall(strata)[0] >= IN_ALL and all(s.rate[0] >= IN_EACH for s in strata)


def _lines(
    strata: Sequence[Stratum],
    survivors: Sequence[Mutant],
    judged: Sequence[Equivalent],
    how: str,
) -> list[str]:
    alike = [m for m in survivors if any(one.is_(m) for one in judged)]
    whole, drawn = sum(s.population for s in strata), sum(s.drawn for s in strata)
    killed = sum(s.killed for s in strata)
    day = datetime.now(UTC).date().isoformat()
    lines = [
        f"{day}: {drawn} of {whole} mutants ({how}). Equivalent ones count as alive.",
        "",
        "| package | mutants | drawn | killed | share | interval at 95 % |",
        "|---|---:|---:|---:|---:|---|",
    ]
    lines += [_line(s.package, s.population, s.drawn, s.killed, s.rate) for s in strata]
    lines.append(_line("**in all**, by weight", whole, drawn, killed, overall(strata)))
    lines += ["", f"Of the {len(survivors)} alive, {len(alike)} were judged equivalent:", ""]
    lines += [
        f"- `{m.path.as_posix().removeprefix('territorial_map/')}`: `{_short(m.before)}` → "
        f"`{_short(m.after)}`: {next(one.reason for one in judged if one.is_(m))}"
        for m in alike
    ]
    return lines


def _line(
    name: str, population: int, drawn: int, killed: int, rate: tuple[float, float, float]
) -> str:
    share, low, high = rate
    return f"| {name} | {population} | {drawn} | {killed} | {share:.1%} | {low:.1%} to {high:.1%} |"


def _short(code: str) -> str:
    one_line = " ".join(code.split())
    return one_line if len(one_line) <= 70 else f"{one_line[:69]}…"
