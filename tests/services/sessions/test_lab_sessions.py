"""Sessions: prepared from any template, led through their running order, closed with a backup."""

from datetime import date, time

import pytest

from tests.builders import KO, FakeClock, make_project, make_room, open_poll
from workshop.language import load_language
from workshop.models.enums import ActivityKind, PhaseKind, PhaseState, SessionState
from workshop.models.errors import InputError, NotFoundError, RefusedError
from workshop.services.evaluation import evaluations
from workshop.services.ideas import ideas
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.people import participants
from workshop.services.projects import phases
from workshop.services.sessions import agenda, lab_sessions, running
from workshop.services.sessions.session_templates import list_templates
from workshop.services.voting import polls


@pytest.mark.parametrize("code", ["ko", "en"])
@pytest.mark.parametrize("template", list_templates(), ids=lambda template: template.key)
def test_every_template_makes_a_session_that_can_be_run_to_its_end(library: Library, template, code: str) -> None:
    project_id = make_project(library)
    participants.register_many(library, project_id=project_id, count=2)
    session = lab_sessions.prepare_session(
        library, project_id=project_id, language=load_language(code), template_key=template.key
    ).record
    assert session.title == template.title.in_language(code)
    assert (session.phase, session.minutes) == (template.phase, template.minutes)
    plan = running.start_session(library, session_id=session.id).record
    seen = [plan.current]
    while plan.following is not None:
        plan = running.next_activity(library, session_id=session.id).record
        seen.append(plan.current)
    assert [part.title for part in seen if part] == [part.title.in_language(code) for part in template.activities]
    with pytest.raises(RefusedError, match="last activity"):
        running.next_activity(library, session_id=session.id)
    assert running.close_session(library, session_id=session.id).record.session.state is SessionState.CLOSED


def test_rounds_are_counted_within_the_phase(library: Library) -> None:
    project_id = make_project(library)
    made = [
        lab_sessions.prepare_session(
            library, project_id=project_id, language=KO, title=f"회차 {place}", phase=phase, on=date(2026, 5, 9)
        ).record
        for place, phase in enumerate([PhaseKind.PLANNING, PhaseKind.PLANNING, PhaseKind.OPERATION])
    ]
    assert [session.number for session in made] == [1, 2, 1]
    assert [session.document_number for session in made] == ["LL-2026-P2-01", "LL-2026-P2-02", "LL-2026-P3-01"]


def test_real_minutes_are_kept_and_going_back_lets_them_run_on(library: Library) -> None:
    clock = FakeClock()
    room = make_room(library.at(clock))
    first, second = room.plan.activities[:2]
    clock.forward(minutes=6)
    running.next_activity(room.library, session_id=room.session_id)
    clock.forward(minutes=9)
    assert [part.real_minutes(clock()) for part in room.plan.activities[:2]] == [6, 9]
    running.begin_activity(room.library, activity_id=first.id)
    clock.forward(minutes=1)
    plan = room.plan
    assert plan.current is not None
    assert plan.current.id == first.id
    assert plan.activities[1].ended_at is not None
    running.add_minutes(room.library, activity_id=second.id, minutes=3)
    assert room.plan.activities[1].added_minutes == 3
    with pytest.raises(InputError):
        running.add_minutes(room.library, activity_id=second.id, minutes=-100)


def test_starting_opens_a_planned_phase_and_cannot_be_done_twice(library: Library) -> None:
    room = make_room(library)
    states = {phase.kind: phase.state for phase in phases.list_phases(library, project_id=room.project_id)}
    assert states[PhaseKind.PLANNING] is PhaseState.OPEN
    with pytest.raises(RefusedError, match="begun already"):
        running.start_session(library, session_id=room.session_id)


def test_a_session_with_something_open_is_not_closed(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    with pytest.raises(RefusedError, match="먼저 바꿀 것"):
        running.close_session(library, session_id=room.session_id)
    polls.close_poll(library, poll_id=poll.id)
    running.close_session(library, session_id=room.session_id)
    with pytest.raises(RefusedError):
        ideas.add_idea(library, session_id=room.session_id, text="늦은 생각")
    with pytest.raises(RefusedError):
        agenda.add_activity(library, session_id=room.session_id, kind=ActivityKind.TALK, title="늦음", minutes=5)


def test_closing_keeps_a_backup_beside_the_file(library: Library) -> None:
    from workshop.services.keeping.library import open_library

    room = make_room(library)
    running.close_session(library, session_id=room.session_id)
    if library.database.file is None:
        return
    (copy,) = (library.database.file.parent / "backups").iterdir()
    restored = open_library(copy)
    assert lab_sessions.find_session(restored, wanted=str(room.session_id)).state is SessionState.CLOSED
    restored.close()


def test_a_vote_without_options_takes_them_from_the_themes_as_it_begins(library: Library) -> None:
    from workshop.services.ideas import themes

    room = make_room(library)
    for title in ("건너기", "어두운 길"):
        themes.add_theme(library, project_id=room.project_id, title=title)
    vote = next(part for part in room.plan.activities if part.poll_id)
    assert vote.poll_id is not None
    running.begin_activity(library, activity_id=vote.id)
    options = polls.get_poll(library, poll_id=vote.poll_id).options
    assert {option.text for option in options} <= {"건너기", "어두운 길"} | {
        idea.text for idea in ideas.idea_board(library, session_id=room.session_id).ideas
    }


def test_the_running_order_can_be_changed_while_it_runs_but_not_its_past(library: Library) -> None:
    room = make_room(library)
    plan = room.plan
    with pytest.raises(RefusedError, match="has begun"):
        agenda.remove_activity(library, activity_id=plan.activities[0].id)
    added = agenda.add_activity(
        library, session_id=room.session_id, kind=ActivityKind.BREAK, title="바람 쐬기", minutes=5, position=1
    ).record
    assert added.position == 1
    agenda.move_activity(library, activity_id=added.id, position=99)
    assert room.plan.activities[-1].id == added.id
    assert [part.position for part in room.plan.activities] == list(range(len(room.plan.activities)))


def test_only_a_session_that_has_not_begun_is_removed_with_its_polls_and_forms(library: Library) -> None:
    project_id = make_project(library)
    session = lab_sessions.prepare_session(
        library, project_id=project_id, language=KO, template_key="problem-finding"
    ).record
    lab_sessions.remove_session(library, session_id=session.id)
    assert polls.list_polls(library, project_id=project_id) == ()
    assert evaluations.list_forms(library, project_id=project_id) == ()
    room = make_room(library)
    with pytest.raises(RefusedError, match="not begun"):
        lab_sessions.remove_session(library, session_id=room.session_id)


def test_a_session_is_found_by_the_beginning_of_its_id_or_its_title(library: Library) -> None:
    project_id = make_project(library)
    one = lab_sessions.prepare_session(library, project_id=project_id, language=KO, title="문제 발굴").record
    lab_sessions.prepare_session(library, project_id=project_id, language=KO, title="문제 정리")
    for wanted in (str(one.id), str(one.id)[:13], "문제 발굴", "문제 발"):
        assert lab_sessions.find_session(library, wanted=wanted).id == one.id
    with pytest.raises(InputError, match="2 entries"):
        lab_sessions.find_session(library, wanted="문제")
    with pytest.raises(NotFoundError):
        lab_sessions.find_session(library, wanted="없음")
    with pytest.raises(NotFoundError):
        lab_sessions.find_session(library, wanted="")


def test_the_check_before_the_start_says_what_is_missing(library: Library) -> None:
    project_id = make_project(library)
    session = lab_sessions.prepare_session(library, project_id=project_id, language=KO, title="빈 회차").record

    def missing() -> set[str]:
        plan = lab_sessions.session_plan(library, session_id=session.id)
        return {point.key for point in plan.readiness if not point.ready}

    assert missing() == {"agenda", "date", "place", "participants"}
    with pytest.raises(RefusedError, match="empty"):
        running.start_session(library, session_id=session.id)
    lab_sessions.edit_session(
        library, session_id=session.id, when=(date(2026, 5, 9), time(14)), place="강당", minutes=5
    )
    participants.register_many(library, project_id=project_id, count=1)
    agenda.add_activity(library, session_id=session.id, kind=ActivityKind.SILENT_WRITING, title="쓰기", minutes=10)
    assert missing() == {"time", "questions"}


@pytest.mark.parametrize("minutes", [0, -1, 1441])
def test_minutes_lie_within_a_day(library: Library, minutes: int) -> None:
    room = make_room(library)
    with pytest.raises(InputError, match="1440"):
        lab_sessions.edit_session(library, session_id=room.session_id, minutes=minutes)


def test_a_session_in_which_something_was_said_is_kept(library: Library) -> None:
    project_id = make_project(library)
    session = lab_sessions.prepare_session(library, project_id=project_id, title="문제 발굴", language=KO).record
    ideas.add_idea(library, session_id=session.id, text="벤치")
    with pytest.raises(RefusedError, match="ideas"):
        lab_sessions.remove_session(library, session_id=session.id)
    undo.undo(library)
    lab_sessions.remove_session(library, session_id=session.id)
    assert lab_sessions.list_sessions(library, project_id=project_id) == ()
