"""`workshop bench`: how many times its floor everything takes that has to be quick (docs/bench.md)."""

import argparse
from pathlib import Path

from workshop.bench.all import BENCHMARKS
from workshop.bench.benchmark import Benchmark, Timing, run_benchmark
from workshop.commands.printing import print_json, print_table
from workshop.language import Language, mark
from workshop.models import faults
from workshop.models.errors import NotFoundError
from workshop.services.keeping.places import own_file
from workshop.settings import load_settings


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Which one, and how thoroughly."""
    say = language.say
    parser.add_argument(
        "name", nargs="?", metavar="NAME", help=say("one of {names}; without it all", names=", ".join(BENCHMARKS))
    )
    parser.add_argument("--quick", action="store_true", help=say("a small run, to see that everything works"))


def run(options: argparse.Namespace, language: Language) -> int:
    """Run one or all of them and print the ratios."""
    if options.name is not None and options.name not in BENCHMARKS:
        names = ", ".join(BENCHMARKS)
        raise NotFoundError(mark("There is no benchmark {name}. There are: {names}.", name=options.name, names=names))
    chosen = [BENCHMARKS[options.name]] if options.name else list(BENCHMARKS.values())
    folder = _folder(options.database)
    try:
        timings = [run_benchmark(benchmark, folder, small=options.quick) for benchmark in chosen]
    except OSError as error:
        raise faults.of_file(error, str(folder)) from error
    if options.json:
        print_json([_plain(timing) for timing in timings])
    else:
        print_table(_table(language, chosen, timings))
        if options.quick:
            print(language.say("This was a small run: its figures mean little."))
    return 0


def _folder(database: str | None) -> Path:
    """Where the library lies, since its disk is what counts; here where it is on a server."""
    file = own_file(load_settings(), named=database)
    folder = Path() if file is None else file.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise faults.of_file(error, str(folder)) from error
    return folder


def _plain(timing: Timing) -> dict[str, object]:
    return {
        "name": timing.name,
        "ratio": round(timing.ratio, 3),
        "seconds": timing.ours,
        "floor_seconds": timing.floor,
        "amount": timing.amount,
        "rounds": timing.rounds,
    }


def _table(language: Language, chosen: list[Benchmark], timings: list[Timing]) -> list[list[str]]:
    say, tell = language.say, language.tell
    lines = [[say("Name"), say("Ratio"), say("Ours (ms)"), say("Floor (ms)"), say("Ours"), say("Floor")]]
    for benchmark, timing in zip(chosen, timings, strict=True):
        figures = [f"{timing.ratio:,.1f}", f"{timing.ours * 1000:,.2f}", f"{timing.floor * 1000:,.2f}"]
        lines.append([timing.name, *figures, tell(benchmark.ours), tell(benchmark.floor)])
    return lines
