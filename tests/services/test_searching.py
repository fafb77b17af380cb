"""The whole library is found by the first syllable, a half one, or consonants alone."""

import pytest

from workshop.models.enums import SessionState
from workshop.models.records.finds import Find, FindKind
from workshop.services import ideas, lab_sessions, projects, running, searching


@pytest.fixture
def session(library, korean):
    project = projects.create_project(library, title="안심 통학로 리빙랩", language=korean).record
    return lab_sessions.prepare_session(library, project_id=project.id, title="문제 발굴", language=korean).record


def titles(library, words: str) -> list[str]:
    return [find.title for find in searching.find_things(library, words=words)]


def test_projects_sessions_and_ideas_are_found_with_where_they_are(library, session):
    idea = ideas.add_idea(library, session_id=session.id, text="통학 시간에 차 없는 거리").record
    project, found = searching.find_things(library, words="통학")
    assert (project.kind, project.title) == (FindKind.PROJECT, "안심 통학로 리빙랩")
    assert found == Find(
        FindKind.IDEA, idea.id, idea.text, session.project_id, "안심 통학로 리빙랩", session.id, "문제 발굴", SessionState.DRAFT
    )  # fmt: skip
    [held] = searching.find_things(library, words="문")
    assert (held.kind, held.id, held.session_state) == (FindKind.SESSION, session.id, SessionState.DRAFT)


@pytest.mark.parametrize("words", ["ㅌㅎㄹ", "통ㅎ", "통하", "학로", "리빙랩 통학"])
def test_half_a_syllable_and_first_consonants_are_enough(library, session, words):
    assert titles(library, words) == ["안심 통학로 리빙랩"]


def test_what_begins_with_the_words_comes_first_and_the_newest_of_these(library, session):
    for text in ("큰 길이 어둡다", "골목길 가로등", "길 건너기", "길마다 의자"):
        ideas.add_idea(library, session_id=session.id, text=text)
    assert titles(library, "길") == ["길마다 의자", "길 건너기", "큰 길이 어둡다", "골목길 가로등"]


def test_no_more_than_asked_for_of_each_kind(library, session):
    for n in range(5):
        ideas.add_idea(library, session_id=session.id, text=f"길 {n}")
    assert len(searching.find_things(library, words="길", limit=3)) == 3


def test_withdrawn_ideas_are_not_led_to(library, session):
    idea = ideas.add_idea(library, session_id=session.id, text="육교를 놓자").record
    ideas.withdraw_idea(library, idea_id=idea.id, reason="이미 있다")
    assert titles(library, "육교") == []


@pytest.mark.parametrize("words", ["", "  ", "없는 말"])
def test_nothing_is_found_by_nothing(library, session, words):
    assert titles(library, words) == []


def test_the_session_that_runs_is_suggested_first_and_known(library, session, korean):
    assert searching.whereabouts(library, project_id=session.project_id).running_session_id is None
    later = lab_sessions.prepare_session(
        library, project_id=session.project_id, title="투표", language=korean, template_key="problem-finding"
    ).record
    running.start_session(library, session_id=later.id)
    assert [find.title for find in searching.suggest_things(library)] == ["투표", "문제 발굴"]
    now = searching.whereabouts(library, project_id=session.project_id)
    assert now.project_title == "안심 통학로 리빙랩"
    assert (now.running_session_id, now.running_project_id) == (later.id, session.project_id)
    assert searching.whereabouts(library).project_title == ""
