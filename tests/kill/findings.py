"""What a library holds after a kill, and whether that is what the killed process had acknowledged."""

import time
from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select, text

from workshop.models.enums import FormState, PollState, Presence, SessionState
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.tables.evaluations import Answer, EvaluationForm
from workshop.models.tables.ideas import Idea
from workshop.models.tables.people import Attendance
from workshop.models.tables.sessions import Activity, LabSession
from workshop.models.tables.votes import Ballot, NamedBallot, Poll, VoterMark
from workshop.services.keeping import checks
from workshop.services.keeping.library import Library

_POLL_LEVELS = (PollState.DRAFT, PollState.OPEN, PollState.CLOSED, PollState.REVEALED)
_FORM_LEVELS = (FormState.DRAFT, FormState.OPEN, FormState.CLOSED)
_PATIENCE = 10  # seconds that a server may need to see that its client is dead


@dataclass
class Held:
    """What is there: keys by kind, ballots by poll, and how far polls, forms and sessions have come."""

    keys: dict[str, set[object]] = field(default_factory=dict)
    ballots: Counter[UUID] = field(default_factory=Counter[UUID])
    levels: dict[UUID, int] = field(default_factory=dict)
    places: dict[UUID, int] = field(default_factory=dict)  # of activities in their session
    lengths: Counter[UUID] = field(default_factory=Counter[UUID])  # activities of a session
    session: LabSessionRecord | None = None  # the one that is not closed

    def session_level(self, session_id: UUID, state: SessionState, activity_id: UUID | None) -> int:
        """0 in preparation, then one more for every activity that was gone to; closed is one beyond the last."""
        if state is SessionState.CLOSED:
            return self.lengths[session_id] + 1
        return 0 if activity_id is None else self.places[activity_id] + 1


def read_held(library: Library) -> Held:
    """What the library holds; AssertionError where a ballot has no voter mark, or the reverse, or `check` finds fault."""
    _wait_for_server(library)
    found = checks.check_library(library)
    assert found == (), f"check: {found}"
    held = Held()
    with library.read() as rows:
        held.keys["idea"] = set(rows.scalars(select(Idea.id)))
        held.keys["answer"] = set(rows.scalars(select(Answer.id)))
        there = rows.scalars(select(Attendance).where(Attendance.presence != Presence.EXPECTED))
        held.keys["attendance"] = {(one.lab_session_id, one.participant_id) for one in there}
        held.ballots = Counter([*rows.scalars(select(Ballot.poll_id)), *rows.scalars(select(NamedBallot.poll_id))])
        marks = Counter(rows.scalars(select(VoterMark.poll_id)))
        held.levels |= {one.id: _POLL_LEVELS.index(one.state) for one in rows.scalars(select(Poll))}
        held.levels |= {one.id: _FORM_LEVELS.index(one.state) for one in rows.scalars(select(EvaluationForm))}
        activities = list(rows.scalars(select(Activity)))
        held.places = {one.id: one.position for one in activities}
        held.lengths = Counter(one.lab_session_id for one in activities)
        sessions = [one.record() for one in rows.scalars(select(LabSession))]
    assert held.ballots == marks, f"ballots {held.ballots}, voter marks {marks}"
    held.levels |= {one.id: held.session_level(one.id, one.state, one.current_activity_id) for one in sessions}
    waiting = [one for one in sessions if one.state is not SessionState.CLOSED]
    assert len(waiting) <= 1, "two sessions wait to be continued"
    held.session = waiting[0] if waiting else None
    return held


def count_untold(before: Held, told: list[dict[str, str]], now: Held) -> int:
    """How many durable acts the writer did not get to tell: at most 1 can be, since it does one at a time.

    AssertionError where something that was told is missing, or where something of before is gone.
    """
    due, ballots, levels = _due(before, told, now)
    count = 0
    for kind, keys in due.items():
        assert keys <= now.keys[kind], f"{kind} missing: {keys - now.keys[kind]}"
        count += len(now.keys[kind] - keys)
    for what, wanted, there in (("ballots", ballots, now.ballots), ("level", levels, now.levels)):
        for key in wanted.keys() | there.keys():
            more = there.get(key, 0) - wanted.get(key, 0)
            assert more >= 0, f"{what} of {key}: {there.get(key, 0)} is there, {wanted[key]} was acknowledged"
            count += more
    return count


def _due(
    before: Held, told: list[dict[str, str]], now: Held
) -> tuple[dict[str, set[object]], Counter[UUID], dict[UUID, int]]:
    """What must be there: all of before, and what was told since."""
    keys = {kind: set(before.keys.get(kind, ())) for kind in now.keys}
    ballots, levels = Counter(before.ballots), dict(before.levels)
    session_id = before.session.id if before.session else None
    for act in told:
        kind, key = act["act"], UUID(act["id"])
        if kind == "ballot":
            ballots[key] += 1
        elif kind == "attendance":
            keys[kind].add((session_id, key))
        elif kind in keys:
            keys[kind].add(key)
        else:
            session_id = key if kind == "session" else session_id
            levels[key] = max(levels.get(key, 0), _level(kind, key, act, now))
    return keys, ballots, levels


def _level(kind: str, key: UUID, act: dict[str, str], now: Held) -> int:
    if kind == "poll":
        return _POLL_LEVELS.index(PollState(act["state"]))
    if kind == "form":
        return _FORM_LEVELS.index(FormState(act["state"]))
    return now.session_level(key, SessionState(act["state"]), UUID(act["at"]) if act["at"] else None)


def _wait_for_server(library: Library) -> None:
    """A server goes on for a moment with what a killed client has sent; a file does not."""
    if library.database.is_sqlite:
        return
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
        "AND state <> 'idle'"
    )
    until = time.monotonic() + _PATIENCE
    while True:
        with library.read() as rows:
            if not rows.scalar(others):
                return
        assert time.monotonic() < until, "the server still works for a client that is dead"
