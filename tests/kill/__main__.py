"""`python -m tests.kill --rounds 300 [--seed S] [--database FILE|URL | --postgresql]`: the long run."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests import postgresql
from tests.kill.rounds import Report, run_rounds


def main() -> None:
    """Run and tell what was seen; ends with an error where anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.kill")
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--database", default="", help="an empty library; by default a file that is gone afterwards")
    place.add_argument("--postgresql", action="store_true", help="a server of its own, as the tests have one")
    options = parser.parse_args()
    begun = time.monotonic()
    report = _on_server(options) if options.postgresql else _on_file(options)
    acts = ", ".join(f"{count} {kind}" for kind, count in sorted(report.acts.items()))
    sys.stdout.write(
        f"{report.rounds} rounds in {time.monotonic() - begun:.0f} s: nothing acknowledged was lost\n"
        f"acknowledged: {acts}\n"
        f"{report.untold} kills between a commit and its acknowledgement, {report.early} before anything was told, "
        f"{report.ended} sessions came to their end\n"
    )


def _on_file(options: argparse.Namespace) -> Report:
    with tempfile.TemporaryDirectory(prefix="workshop-kill-") as folder:
        location = options.database or str(Path(folder) / "library.workshop")
        return run_rounds(location, rounds=options.rounds, seed=options.seed)


def _on_server(options: argparse.Namespace) -> Report:
    programs = postgresql.find_programs()
    if programs is None:
        sys.exit("PostgreSQL is not installed here (initdb and pg_ctl were not found)")
    server = postgresql.Server(programs)
    try:
        return run_rounds(server.url(server.create()), rounds=options.rounds, seed=options.seed)
    finally:
        server.stop()


if __name__ == "__main__":
    main()
