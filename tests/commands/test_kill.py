"""The plug is pulled: a rehearsal killed at random acts loses nothing that it had told, and goes on afterwards."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

_ROUNDS = 4


def _rehearse(session: str, place: Path, kill_after: int | None) -> list[dict[str, str]]:
    """The acts told before the process was killed, or ended."""
    words = [sys.executable, "-m", "workshop", "rehearse", session, "--participants", "8", "--database", str(place)]
    told: list[dict[str, str]] = []
    with subprocess.Popen(words, stdout=subprocess.PIPE, env=os.environ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            told.append(json.loads(line))
            if len(told) == kill_after:
                process.send_signal(signal.SIGKILL)
                break
        # What had been told before the signal arrived still stands in the pipe; a torn last line was never told.
        told += [json.loads(line) for line in process.stdout if line.endswith(b"\n")]
    return told


@pytest.mark.parametrize("seed", range(_ROUNDS))
def test_what_was_told_is_there_after_the_kill(tmp_path: Path, seed: int) -> None:
    place = tmp_path / "library.workshop"
    chance = random.Random(seed)
    told = _rehearse("new", place, chance.randint(2, 40))
    with closing(sqlite3.connect(place)) as connection:
        for table in ("idea", "answer"):
            kept = {key for (key,) in connection.execute(f"SELECT id FROM {table}")}
            assert {act["id"].replace("-", "") for act in told if act["act"] == table} <= kept
        ballots = connection.execute("SELECT count(*) FROM ballot").fetchone()[0]
        marks = connection.execute("SELECT count(*) FROM voter_mark").fetchone()[0]
        (session,) = connection.execute("SELECT id FROM lab_session").fetchone()
    assert ballots == marks >= sum(act["act"] == "ballot" for act in told)
    # Each part of the id as a person would give it: the beginning suffices.
    went_on = _rehearse(f"{session[:8]}", place, None)
    assert went_on
    checked = [sys.executable, "-m", "workshop", "check", "--json", "--database", str(place)]
    done = subprocess.run(checked, capture_output=True, check=False)
    assert done.returncode == 0
    assert json.loads(done.stdout)["findings"] == []
