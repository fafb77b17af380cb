"""Benchmarks say what they measure: both sides do the same work, and nothing is left behind. Times are not tested."""

import json
import math
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from workshop.bench.all import BENCHMARKS
from workshop.bench.benchmark import Benchmark, Ground, Pair, run_benchmark
from workshop.cli import main
from workshop.language import load_language, mark


def _ready(name: str, folder: Path) -> Any:
    return contextmanager(BENCHMARKS[name].ready)(Ground(folder, small=True))


def test_ratio_is_of_medians_taken_in_turns_and_the_folder_is_gone(tmp_path: Path) -> None:
    order: list[str] = []

    def ready(ground: Ground) -> Generator[Pair]:
        (ground.folder / "rubbish").write_text("x")
        yield Pair(lambda: order.append("ours"), lambda: order.append("floor"), amount=3, rounds=4)

    timing = run_benchmark(Benchmark("trial", mark("ours"), mark("floor"), ready), tmp_path)
    assert order == ["floor", "ours"] + ["ours", "floor"] * 4
    assert math.isclose(timing.ratio, timing.ours / timing.floor)
    assert (timing.amount, timing.rounds) == (3, 4)
    assert list(tmp_path.iterdir()) == []


def test_the_filter_finds_what_the_list_comprehension_finds(tmp_path: Path) -> None:
    with _ready("filter", tmp_path) as pair:
        found = pair.floor()
        assert found
        assert pair.ours() == found


def test_grouping_comes_to_the_same_numbers(tmp_path: Path) -> None:
    with _ready("group", tmp_path) as pair:
        numbers = {key: number for key, number in pair.floor()}
        assert {key.hex: number for key, number in pair.ours().items()} == numbers
        assert sum(numbers.values()) == pair.amount


def test_the_result_is_the_sum_of_the_ballots(tmp_path: Path) -> None:
    with _ready("result", tmp_path) as pair:
        sums = pair.floor()
        assert {str(line.option.id): line.points for line in pair.ours().lines if line.points} == dict(sums)


def test_the_nearest_idea_is_the_same(tmp_path: Path) -> None:
    with _ready("similar", tmp_path) as pair:
        assert pair.ours()[0].idea.text in [text for text, _ratio, _place in pair.floor()]


@pytest.mark.parametrize("name", sorted(BENCHMARKS.keys() - {"start", "start-open"}))  # these two start whole processes
def test_every_benchmark_runs_and_is_told_in_both_languages(tmp_path: Path, name: str) -> None:
    benchmark = BENCHMARKS[name]
    timing = run_benchmark(benchmark, tmp_path, small=True)
    assert timing.name == name
    assert min(timing.ours, timing.floor, timing.amount) > 0
    korean = load_language("ko")
    for words in (benchmark.ours, benchmark.floor):
        assert korean.tell(words) != load_language("en").tell(words)


def test_the_start_is_measured_in_processes_of_their_own(tmp_path: Path) -> None:
    timing = run_benchmark(BENCHMARKS["start"], tmp_path, small=True)
    assert timing.ratio > 1  # our window cannot be quicker than a bare one


def test_the_command_prints_one_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--database", str(tmp_path / "library.workshop")]
    assert main(["bench", "schulze", "--quick", "--json", *place]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told.keys() == {"name", "ratio", "seconds", "floor_seconds", "amount", "rounds"}
    assert list(tmp_path.iterdir()) == []
    assert main(["bench", "no-such-thing", *place, "--language", "en"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "start-open" in err


def test_every_benchmark_is_documented() -> None:
    document = (Path(__file__).parents[2] / "docs" / "bench.md").read_text()
    assert [name for name in BENCHMARKS if f"`{name}`" not in document] == []
