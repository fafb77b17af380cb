"""Every benchmark by its name, in the order of a day: start, keep, find, count, report."""

from collections.abc import Mapping

from workshop.bench import counting, finding, grouping, keeping, paper, starting
from workshop.bench.benchmark import Benchmark

BENCHMARKS: Mapping[str, Benchmark] = {
    benchmark.name: benchmark
    for part in (starting, keeping, finding, counting, grouping, paper)
    for benchmark in part.BENCHMARKS
}
