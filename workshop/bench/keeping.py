"""What is acknowledged when it is durable: an idea and a secret ballot, against one 4 KiB write with fsync on the same disk."""

import os
from collections.abc import Callable, Generator
from contextlib import closing
from functools import partial
from itertools import count
from uuid import UUID, uuid4

from workshop.bench.benchmark import Benchmark, Ground, Pair
from workshop.language import load_language, mark
from workshop.models.records.people import ParticipantRecord
from workshop.services.ideas import ideas
from workshop.services.keeping.library import Library, open_library
from workshop.services.people import attendance, participants
from workshop.services.projects import projects
from workshop.services.sessions import lab_sessions, running
from workshop.services.voting import polls, voting

_EACH = 20  # in one round
_ROUNDS = 5
_BLOCK = bytes(4096)


def make_session(library: Library, *, people: int) -> tuple[UUID, UUID, tuple[ParticipantRecord, ...]]:
    """A project and a running session with everybody present: their ids, and the people."""
    language = load_language("ko")
    project_id = projects.create_project(library, title="측정", language=language).record.id
    registered = participants.register_many(library, project_id=project_id, count=people).record
    session = lab_sessions.prepare_session(
        library, project_id=project_id, language=language, template_key="problem-finding"
    ).record
    running.start_session(library, session_id=session.id)
    attendance.everyone_present(library, session_id=session.id)
    return project_id, session.id, registered


def _ready(act: Callable[[Library, int], Callable[[], object]], ground: Ground) -> Generator[Pair]:
    each = ground.size(_EACH, 3)
    with closing(open_library(ground.folder / "library.workshop")) as library:
        one = act(library, each)
        block = os.open(ground.folder / "block", os.O_RDWR | os.O_CREAT)

        def write() -> None:
            for _time in range(each):
                os.lseek(block, 0, os.SEEK_SET)
                os.write(block, _BLOCK)
                os.fsync(block)

        def ours() -> None:
            for _time in range(each):
                one()

        try:
            yield Pair(ours, write, amount=each, rounds=_ROUNDS)
        finally:
            os.close(block)


def _ideas(library: Library, _each: int) -> Callable[[], object]:
    _project, session_id, _people = make_session(library, people=1)
    number = count(1)
    return lambda: ideas.add_idea(library, session_id=session_id, text=f"버스가 자주 오면 좋겠습니다 {next(number)}")


def _ballots(library: Library, each: int) -> Callable[[], object]:
    """Every voter votes once, so there are as many as there are runs."""
    _project, session_id, people = make_session(library, people=each * (_ROUNDS + 1))
    options = [polls.OptionDraft(f"선택지 {place}") for place in range(12)]
    poll = polls.make_poll(library, session_id=session_id, title="먼저 할 일", options=options).record
    polls.open_poll(library, poll_id=poll.id)
    voters = iter(people)
    chosen = {option.id: 1 for option in poll.options[:3]}
    return lambda: voting.cast_ballot(
        library, poll_id=poll.id, participant_id=next(voters).id, choices=chosen, ballot_id=uuid4()
    )


BENCHMARKS = (
    Benchmark("idea", mark("an idea, kept for good"), mark("4 KiB written, with fsync"), partial(_ready, _ideas)),
    Benchmark(
        "ballot",
        mark("a secret ballot, cast for good"),
        mark("4 KiB written, with fsync"),
        partial(_ready, _ballots),
    ),
)
