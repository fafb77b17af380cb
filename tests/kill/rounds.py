"""Rounds of writing through the services in a process that is killed at a random moment, and what must hold afterwards."""

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.kill.findings import Held, count_untold, read_held
from workshop.services.keeping.places import open_own_library
from workshop.settings import Settings

PARTICIPANTS = 8
_MOST_ACTS = 25
_LONGEST = 0.03  # seconds that pass at most between an act that is told and the kill
_EARLY = 0.1  # of the rounds are killed before anything was told: while the program starts, opens, makes the library
_START = 0.9  # seconds in which that is
_COMMAND_EVERY = 10  # rounds between two runs of `workshop check` itself


@dataclass
class Report:
    """What many rounds came to."""

    rounds: int = 0
    acts: Counter[str] = field(default_factory=Counter[str])
    early: int = 0  # kills before anything was told
    untold: int = 0  # kills between the commit of an act and its acknowledgement
    ended: int = 0  # sessions that came to their end in spite of everything


def run_rounds(location: str, *, rounds: int, seed: int) -> Report:
    """Write and kill `rounds` times on one library; AssertionError, with the seed, where something is missing or half."""
    chance, report, before = random.Random(seed), Report(), Held()
    for number in range(rounds):
        told = _write(str(before.session.id) if before.session else "new", location, chance)
        try:
            now = _look(location)
            untold = count_untold(before, told, now)
            assert untold <= 1, f"{untold} acts are there that nobody was told of; one can be under way"
            if number % _COMMAND_EVERY == 0 or number == rounds - 1:
                _check_by_command(location)
        except Exception as error:
            raise AssertionError(f"seed {seed}, round {number}, after {len(told)} acts: {error}") from error
        report.rounds += 1
        report.untold += untold
        report.early += not told
        report.ended += before.session is not None and now.session is None
        report.acts.update(act["act"] for act in told)
        before = now
    return report


def _write(session: str, location: str, chance: random.Random) -> list[dict[str, str]]:
    """The acts that a process told before it was killed, or had ended."""
    words = [sys.executable, "-m", "tests.kill.writer", session, "--participants", str(PARTICIPANTS)]
    words += ["--seed", str(chance.randrange(1000)), "--database", location]
    early, after, wait = chance.random() < _EARLY, chance.randint(1, _MOST_ACTS), chance.random()
    told: list[dict[str, str]] = []
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=_ROOT, env=os.environ) as process:
        assert process.stdout is not None
        if early:
            select.select([process.stdout], [], [], wait * _START)
            process.send_signal(signal.SIGKILL)
        else:
            for line in process.stdout:
                told.append(json.loads(line))
                if len(told) == after:
                    _pass_time(wait * _LONGEST)
                    process.send_signal(signal.SIGKILL)
                    break
        # What was told before the signal arrived still stands in the pipe; a torn last line was never told.
        told += [json.loads(line) for line in process.stdout if line.endswith(b"\n")]
    if not early and process.returncode != -signal.SIGKILL:
        assert process.returncode == 0, f"the writer ended by itself with {process.returncode}"
    return told


def _pass_time(seconds: float) -> None:
    moment = time.perf_counter() + seconds
    while time.perf_counter() < moment:
        pass  # no sleep is so short


def _look(location: str) -> Held:
    """What is there, read by a process that opens the library as the application does."""
    library = open_own_library(Settings(), named=location, create=True)
    try:
        return read_held(library)
    finally:
        library.close()


def _check_by_command(location: str) -> None:
    words = [sys.executable, "-m", "workshop", "check", "--database", location]
    done = subprocess.run(words, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"workshop check: {done.stdout}{done.stderr}"


_ROOT = Path(__file__).parents[2]
