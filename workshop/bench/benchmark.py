"""What a benchmark is: something of ours, and a floor under it that no program could beat, timed in turns in one run.

Seconds differ from laptop to laptop and from minute to minute; how many times the floor something takes does so far less. The
two are run in turns, so that whatever else the laptop does slows both, and the median of the rounds counts.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from workshop.language import Message


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a benchmark runs: a folder of its own on the disk of the library, and whether a small run is enough."""

    folder: Path
    small: bool = False

    def size(self, whole: int, small: int) -> int:
        """How much of something there is to be."""
        return small if self.small else whole


@dataclass(frozen=True, slots=True)
class Pair:
    """What is timed: ours and the floor, each one run of a round; `amount` is how many things one run handles."""

    ours: Callable[[], object]
    floor: Callable[[], object]
    amount: int = 1
    rounds: int = 5


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A benchmark under its name: what is ours, what the floor is, and how both are made ready on a ground."""

    name: str
    ours: Message
    floor: Message
    ready: Callable[[Ground], "Generator[Pair]"]


@dataclass(frozen=True, slots=True)
class Timing:
    """The median seconds of ours and of the floor, for the `amount` of one round."""

    name: str
    ours: float
    floor: float
    amount: int
    rounds: int

    @property
    def ratio(self) -> float:
        """How many times the floor ours takes."""
        return self.ours / self.floor


def run_benchmark(benchmark: Benchmark, folder: Path, *, small: bool = False) -> Timing:
    """Make ready in a folder of its own below `folder`, time in turns, and clear everything away.

    Raises OSError where nothing can be written there, and what the benchmark raises.
    """
    with (
        TemporaryDirectory(prefix=".bench-", dir=folder) as own,
        contextmanager(benchmark.ready)(Ground(Path(own), small)) as pair,
    ):
        rounds = min(pair.rounds, 2) if small else pair.rounds
        pair.floor()  # the first time is for caches and imports
        pair.ours()
        times = [(_seconds(pair.ours), _seconds(pair.floor)) for _round in range(rounds)]
    ours, floor = (median(column) for column in zip(*times, strict=True))
    return Timing(benchmark.name, ours, floor, pair.amount, rounds)


def _seconds(call: Callable[[], object]) -> float:
    start = perf_counter()
    call()
    return max(perf_counter() - start, 1e-9)
