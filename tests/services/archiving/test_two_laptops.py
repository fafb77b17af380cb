"""Two laptops of one session are put together: nothing is lost, and both come to the same."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import KO, FakeClock, Room, cast, make_room, open_poll
from tests.services.archiving.archives import finished, write_bag
from workshop.models.enums import BallotKind, NoteKind, Presence, SessionState
from workshop.models.records.archives import MergeReport
from workshop.services.archiving.aside import list_set_aside
from workshop.services.archiving.taking_in import import_bag
from workshop.services.ideas import ideas, notes
from workshop.services.keeping import undo
from workshop.services.keeping.checks import check_library
from workshop.services.keeping.library import Library, open_library
from workshop.services.people import attendance, participants
from workshop.services.sessions import lab_sessions, running
from workshop.services.voting import polls, results

_bags = count()


class Pair:
    """Two laptops with the same session on both."""

    def __init__(self, folder: Path, template: Path) -> None:
        self.folder, self.clock = folder, FakeClock()
        folder.mkdir(exist_ok=True)
        self.one, self.two = (
            open_library(shutil.copyfile(template, folder / f"{name}.workshop"), station=name).at(self.clock)
            for name in ("one", "two")
        )
        self.room = make_room(self.one)
        ideas.add_ideas(self.one, session_id=self.room.session_id, texts=["벤치", "그늘"])
        self.give(self.one, self.two)

    def give(self, source: Library, target: Library) -> MergeReport:
        """Carry an archive from one laptop to the other."""
        bag = self.folder / f"bag-{next(_bags)}"
        self.clock.forward(minutes=1)
        write_bag(source, bag, project_id=self.room.project_id, with_register=True)
        report = finished(import_bag(target, place=bag, language=KO, with_backup=False))
        assert check_library(target) == ()
        return report

    def exchange(self) -> tuple[MergeReport, MergeReport]:
        """Both laptops write an archive first, and take in that of the other then."""
        bags = [self.folder / f"bag-{next(_bags)}" for _ in range(2)]
        for library, bag in zip((self.one, self.two), bags, strict=True):
            write_bag(library, bag, project_id=self.room.project_id, with_register=True)
        first, second = (
            finished(import_bag(library, place=bag, language=KO, with_backup=False))
            for library, bag in zip((self.one, self.two), reversed(bags), strict=True)
        )
        for library in (self.one, self.two):
            assert check_library(library) == ()
        return first, second

    def texts(self, library: Library) -> dict[int, str]:
        board = ideas.idea_board(library, session_id=self.room.session_id)
        return {idea.number: idea.text for idea in board.ideas}

    def records(self, library: Library) -> dict[str, bytes]:
        bag = self.folder / f"bag-{next(_bags)}"
        write_bag(library, bag, project_id=self.room.project_id, with_register=True)
        return {file.name: file.read_bytes() for file in (bag / "data/records").iterdir()}

    def close(self) -> None:
        for library in (self.one, self.two):
            library.close()


@pytest.fixture
def pair(tmp_path: Path, sqlite_template: Path) -> Iterator[Pair]:
    pair = Pair(tmp_path, sqlite_template)
    yield pair
    pair.close()


def _idea(library: Library, pair: Pair, number: int) -> Any:
    board = ideas.idea_board(library, session_id=pair.room.session_id)
    return next(idea for idea in board.ideas if idea.number == number)


def test_what_only_one_has_is_added_and_equal_numbers_are_told_apart(pair: Pair) -> None:
    ideas.add_ideas(pair.one, session_id=pair.room.session_id, texts=["하나의 생각"])
    pair.clock.forward(minutes=1)
    ideas.add_ideas(pair.two, session_id=pair.room.session_id, texts=["둘의 생각", "둘의 또 다른 생각"])
    first, _second = pair.exchange()
    wanted = {1: "벤치", 2: "그늘", 3: "하나의 생각", 4: "둘의 또 다른 생각", 5: "둘의 생각"}
    assert pair.texts(pair.one) == pair.texts(pair.two) == wanted
    assert any("5" in KO.tell(one) for one in first.changes)
    assert not first.conflicts


def test_a_change_on_one_laptop_alone_is_taken_whatever_its_clock_says(pair: Pair) -> None:
    ideas.edit_idea(pair.one, idea_id=_idea(pair.one, pair, 1).id, text="긴 벤치")
    pair.clock.forward(days=-30)  # the other clock is wrong
    ideas.edit_idea(pair.two, idea_id=_idea(pair.two, pair, 2).id, text="큰 그늘")
    first, second = pair.exchange()
    assert pair.texts(pair.one) == pair.texts(pair.two) == {1: "긴 벤치", 2: "큰 그늘"}
    assert not first.conflicts + second.conflicts


def test_a_change_made_in_knowledge_of_the_other_replaces_it(pair: Pair) -> None:
    ideas.edit_idea(pair.one, idea_id=_idea(pair.one, pair, 1).id, text="긴 벤치")
    pair.give(pair.one, pair.two)
    pair.clock.forward(days=-30)
    ideas.edit_idea(pair.two, idea_id=_idea(pair.two, pair, 1).id, text="긴 나무 벤치")
    assert not pair.give(pair.two, pair.one).conflicts
    assert pair.texts(pair.one)[1] == pair.texts(pair.two)[1] == "긴 나무 벤치"
    undo.undo(pair.two)
    assert not pair.give(pair.two, pair.one).conflicts
    assert pair.texts(pair.one)[1] == "긴 벤치"


def test_of_two_wordings_the_later_is_kept_and_the_other_is_not_lost(pair: Pair) -> None:
    for library, text in ((pair.one, "긴 벤치"), (pair.two, "등받이 벤치")):
        pair.clock.forward(minutes=5)
        ideas.edit_idea(library, idea_id=_idea(library, pair, 1).id, text=text)
    for report in pair.exchange():
        assert ["긴 벤치" in KO.tell(one) and "등받이 벤치" in KO.tell(one) for one in report.conflicts] == [True]
    for library in (pair.one, pair.two):
        assert pair.texts(library)[1] == "등받이 벤치"
        (note,) = notes.list_notes(library, idea_id=_idea(library, pair, 1).id)
        assert "긴 벤치" in note.text
        (aside,) = list_set_aside(library, project_id=pair.room.project_id)
        assert KO.tell(aside.label) == "아이디어 1번"
        assert KO.tell(aside.words).startswith("긴 벤치 · ")
        assert KO.tell(aside.kept).startswith("등받이 벤치 · ")
        assert not any(sign.isascii() and sign.isalpha() for sign in KO.tell(aside.kept))
    assert all(report.changes_nothing for report in pair.exchange()[1:])


def test_who_was_seen_by_one_of_the_two_was_there(pair: Pair) -> None:
    people = pair.room.people
    attendance.set_presence(
        pair.one, session_id=pair.room.session_id, participant_id=people[0].id, presence=Presence.LEFT
    )
    walk_in = participants.register_participant(pair.two, project_id=pair.room.project_id, name="늦게 온 사람").record
    attendance.set_presence(
        pair.two, session_id=pair.room.session_id, participant_id=walk_in.id, presence=Presence.PRESENT
    )
    pair.exchange()
    for library in (pair.one, pair.two):
        seen = attendance.list_attendance(library, session_id=pair.room.session_id)
        told = {line.participant.id: line.presence for line in seen}
        assert (told[people[0].id], told[walk_in.id]) == (Presence.LEFT, Presence.PRESENT)


def test_a_session_that_was_closed_on_one_is_closed(pair: Pair) -> None:
    running.close_session(pair.one, session_id=pair.room.session_id)
    lab_sessions.edit_session(pair.two, session_id=pair.room.session_id, title="새 제목")
    pair.exchange()
    for library in (pair.one, pair.two):
        session = lab_sessions.session_plan(library, session_id=pair.room.session_id).session
        assert (session.state, session.closed_at is not None) == (SessionState.CLOSED, True)


def test_a_vote_held_on_one_laptop_comes_to_the_other(pair: Pair) -> None:
    poll = open_poll(pair.room)
    for voter in range(3):
        cast(pair.room, poll, voter, 1, 1, 0)
    pair.give(pair.one, pair.two)  # while it runs it stays at home
    assert poll.id not in {one.id for one in polls.list_polls(pair.two, session_id=pair.room.session_id)}
    polls.close_poll(pair.one, poll_id=poll.id)
    pair.give(pair.one, pair.two)
    assert results.poll_result(pair.two, poll_id=poll.id) == results.poll_result(pair.one, poll_id=poll.id)
    polls.reveal_poll(pair.two, poll_id=poll.id)
    pair.give(pair.two, pair.one)
    assert polls.get_poll(pair.one, poll_id=poll.id).revealed_at is not None


def test_a_vote_held_on_both_is_there_twice_and_no_box_is_mixed(pair: Pair) -> None:
    made = polls.make_poll(
        pair.one, session_id=pair.room.session_id, title="무엇을?", rules=polls.BallotRules(BallotKind.DOTS),
        options=[polls.OptionDraft("가"), polls.OptionDraft("나")],
    ).record  # fmt: skip
    pair.give(pair.one, pair.two)
    for library, dots in ((pair.one, (1, 0)), (pair.two, (0, 1))):
        poll = polls.open_poll(library, poll_id=made.id).record
        for person in range(3):
            cast(Room(library, pair.room.project_id, pair.room.session_id, pair.room.people), poll, person, *dots)
        polls.close_poll(library, poll_id=poll.id)
    report = pair.give(pair.two, pair.one)
    assert any("무엇을?" in KO.tell(one) for one in report.conflicts)
    found = [one for one in polls.list_polls(pair.one, session_id=pair.room.session_id) if one.is_counted]
    firsts = {one.title: results.poll_result(pair.one, poll_id=one.id).lines[0].option.text for one in found}
    assert firsts == {"무엇을?": "가", "무엇을? (2)": "나"}
    assert pair.give(pair.two, pair.one).changes_nothing


_ACTS = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("adentw"), st.integers(0, 5)), max_size=8)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(acts=_ACTS)
def test_whatever_two_laptops_did_both_come_to_the_same(
    tmp_path: Path, sqlite_template: Path, acts: list[tuple[str, str, int]]
) -> None:
    pair = Pair(tmp_path / f"pair-{next(_bags)}", sqlite_template)
    try:
        for who, act, number in acts:
            pair.clock.forward(minutes=1)
            _act(pair.one if who == "a" else pair.two, pair, act, number)
        pair.exchange()
        pair.exchange()
        assert pair.records(pair.one) == pair.records(pair.two)
        assert [report.changes_nothing for report in pair.exchange()] == [True, True]
    finally:
        pair.close()


def _act(library: Library, pair: Pair, act: str, number: int) -> None:
    board = ideas.idea_board(library, session_id=pair.room.session_id)
    idea = board.ideas[number % len(board.ideas)]
    session = pair.room.session_id
    match act:
        case "a":
            ideas.add_ideas(library, session_id=session, texts=[f"생각 {library.station} {number}"])
        case "d":
            notes.add_note(library, idea_id=idea.id, kind=NoteKind.FOR, text=f"{library.station} {number}")
        case "e":
            ideas.edit_idea(library, idea_id=idea.id, text=f"{library.station} {number}")
        case "n":
            ideas.choose_idea(library, idea_id=idea.id, chosen=number % 2 == 0)
        case "t":
            lab_sessions.edit_session(library, session_id=session, title=f"{library.station} {number}")
        case _:
            participants.register_participant(library, project_id=pair.room.project_id, name=f"{number}")
