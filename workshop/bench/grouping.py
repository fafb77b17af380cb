"""A million ballots counted by vote, and one vote read and counted: through our session, and by SQLite alone."""

import json
import sqlite3
from collections import Counter
from collections.abc import Generator
from contextlib import closing
from uuid import UUID, uuid4

from sqlalchemy import func, select

from workshop.bench.benchmark import Benchmark, Ground, Pair
from workshop.bench.keeping import make_session
from workshop.language import mark
from workshop.models.enums import PollState
from workshop.models.tables.votes import Ballot, Poll
from workshop.services.keeping.library import Library, open_library
from workshop.services.voting import polls, results

_POLLS = 40
_OPTIONS = 12


def _closed_polls(library: Library, number: int, ballots: int) -> list[UUID]:
    """Votes that are over, with their ballots put into the file past the services, since a million would take a day."""
    _project, session_id, _people = make_session(library, people=1)
    options = [polls.OptionDraft(f"선택지 {place}") for place in range(_OPTIONS)]
    made = [
        polls.make_poll(library, session_id=session_id, title=f"투표 {place}", options=options).record
        for place in range(number)
    ]
    with library.write("bench", journal=False) as work:
        for poll in made:
            row = work.get(Poll, poll.id)
            row.state, row.opened_at, row.closed_at = PollState.CLOSED, work.now, work.now
    rows: list[tuple[str, str, str]] = []
    for poll in sorted(made, key=lambda poll: poll.id.hex):
        papers = [json.dumps({str(poll.options[(place + n) % _OPTIONS].id): 1 for n in range(3)}) for place in range(7)]
        keys = sorted(uuid4().hex for _ballot in range(ballots))
        rows += [(poll.id.hex, key, papers[place % 7]) for place, key in enumerate(keys)]
    with closing(sqlite3.connect(library.place)) as connection, connection:
        connection.executemany("INSERT INTO ballot (poll_id, id, choices) VALUES (?, ?, ?)", rows)
    return [poll.id for poll in made]


def _grouped(ground: Ground) -> Generator[Pair]:
    every = ground.size(1_000_000, 4_000)
    with closing(open_library(ground.folder / "library.workshop")) as library:
        _closed_polls(library, _POLLS, every // _POLLS)
        chosen = select(Ballot.poll_id, func.count()).group_by(Ballot.poll_id)

        def ours() -> dict[UUID, int]:
            with library.read() as rows:
                return {poll_id: number for poll_id, number in rows.execute(chosen)}

        with closing(sqlite3.connect(library.place)) as connection:
            yield Pair(
                ours,
                lambda: connection.execute("SELECT poll_id, count(*) FROM ballot GROUP BY poll_id").fetchall(),
                amount=every,
            )


def _result(ground: Ground) -> Generator[Pair]:
    every = ground.size(10_000, 200)
    with closing(open_library(ground.folder / "library.workshop")) as library:
        (poll_id,) = _closed_polls(library, 1, every)

        def floor() -> Counter[str]:
            sums: Counter[str] = Counter()
            for (choices,) in connection.execute("SELECT choices FROM ballot WHERE poll_id = ?", (poll_id.hex,)):
                sums.update(json.loads(choices))
            return sums

        with closing(sqlite3.connect(library.place)) as connection:
            yield Pair(lambda: results.poll_result(library, poll_id=poll_id), floor, amount=every)


BENCHMARKS = (
    Benchmark("group", mark("ballots counted by vote"), mark("the same question to SQLite alone"), _grouped),
    Benchmark(
        "result",
        mark("the result of one vote, read and counted"),
        mark("its ballots read from SQLite and added up, nothing else"),
        _result,
    ),
)
