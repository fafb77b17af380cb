"""The whole library is found by the first syllable, a half one, or consonants alone."""

import random

import pytest

from workshop.methods.text_search import make_query
from workshop.models.enums import IdeaState, NoteKind, ServiceKind, SessionState
from workshop.models.records.finds import Find, FindKind
from workshop.services import searching
from workshop.services.field import indicators, observations, pilots
from workshop.services.ideas import ideas, local_issues, merging, notes, proposals, themes
from workshop.services.projects import city_services, projects
from workshop.services.sessions import lab_sessions, running


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
        FindKind.IDEA, idea.id, idea.text, session.project_id, "안심 통학로 리빙랩", session.id, "문제 발굴",
        SessionState.DRAFT, IdeaState.OPEN,
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


def test_withdrawn_and_merged_ideas_are_found_and_say_so(library, session):
    gone, kept, merged = ideas.add_ideas(
        library, session_id=session.id, texts=["육교를 놓자", "벤치", "육교 의자"]
    ).record
    ideas.withdraw_idea(library, idea_id=gone.id, reason="이미 있다")
    merging.merge_ideas(library, into_id=kept.id, idea_ids=[merged.id])
    found = {find.title: find.idea_state for find in searching.find_things(library, words="육교")}
    assert found == {"육교를 놓자": IdeaState.WITHDRAWN, "육교 의자": IdeaState.MERGED}


def test_what_ideas_come_from_and_lead_to_is_found(library, session):
    idea = ideas.add_idea(library, session_id=session.id, text="의자").record
    theme = themes.add_theme(library, project_id=session.project_id, title="그늘에서 쉬기").record
    made = proposals.add_proposal(library, project_id=session.project_id, title="그늘막").record
    issue = local_issues.add_issue(library, project_id=session.project_id, text="그늘이 없는 정류장").record
    notes.add_note(library, kind=NoteKind.FACT, text="여름 그늘 온도 31도", idea_id=idea.id)
    notes.add_note(library, kind=NoteKind.FOR, text="그늘막은 싸다", proposal_id=made.id)
    found = {find.title: (find.kind, find.id, find.about) for find in searching.find_things(library, words="그늘")}
    assert found == {
        "그늘에서 쉬기": (FindKind.THEME, theme.id, ""),
        "그늘막": (FindKind.PROPOSAL, made.id, ""),
        "그늘이 없는 정류장": (FindKind.ISSUE, issue.id, ""),
        "여름 그늘 온도 31도": (FindKind.NOTE, idea.id, "ideas"),
        "그늘막은 싸다": (FindKind.NOTE, made.id, "proposals"),
    }
    assert len(searching.find_things(library, words="ㄱㄴ")) == 5


def test_services_with_what_is_measured_tried_and_seen_of_them_are_found(library, session):
    project_id = session.project_id
    service = city_services.add_service(
        library, project_id=project_id, title="걷는 버스", kind=ServiceKind.PROVIDED_BY_CITIZENS
    ).record
    pilot = pilots.add_pilot(library, project_id=project_id, service_id=service.id, title="걷는 두 노선").record
    seen = observations.add_observation(library, service_id=service.id, text="걷는 길에 물이 고임").record
    read = indicators.add_indicator(library, project_id=project_id, title="걷는 어린이").record
    found = {find.kind: find.id for find in searching.find_things(library, words="걷는")}
    assert found == {
        FindKind.SERVICE: service.id, FindKind.INDICATOR: read.id, FindKind.PILOT: pilot.id, FindKind.OBSERVATION: seen.id,
    }  # fmt: skip


@pytest.mark.parametrize("words", ["길", "가", "ㄱㄹ", "ㄳ", "버스 길", "wifi", "Wi", "골목길", "없는"])
def test_no_idea_is_missed_and_none_too_many(library, session, korean, words):
    chance = random.Random(words)
    pool = ("길", "골목길", "가로등", "버스", "교실", "WiFi", "거리", "감사", "학교 앞", "=1+1", "안\n전")
    other = lab_sessions.prepare_session(library, project_id=session.project_id, title="둘째", language=korean).record
    texts = [" ".join(chance.choices(pool, k=chance.randint(1, 4))) for _ in range(120)]
    for place, text in enumerate(texts):
        ideas.add_idea(library, session_id=(session, other)[place % 2].id, text=text)
    query = make_query(words)
    listed = [find for find in searching.find_things(library, words=words, limit=500) if find.kind is FindKind.IDEA]
    assert sorted(find.title for find in listed) == sorted(text for text in texts if query.rank(text) is not None)
    board = {
        idea.id: (idea.text, idea.lab_session_id)
        for idea in ideas.idea_board(library, project_id=session.project_id).ideas
    }
    assert all(board[find.id] == (find.title, find.session_id) for find in listed)


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
