"""What the palette shows first, without a window."""

from uuid import uuid4

import pytest

from workshop.language import load_language
from workshop.models.enums import SessionState
from workshop.models.records.finds import Find, FindKind
from workshop.ui.page import Place
from workshop.ui.palette.entries import Entry, find_entry, ranked, target_of

EN = load_language("en")
PROJECT, SESSION, IDEA = uuid4(), uuid4(), uuid4()


def action(title: str, group: str = "action") -> Entry:
    return Entry((group, title), group, title, lambda: None)


def titles(entries: list[Entry]) -> list[str]:
    return [entry.title for entry in entries]


def find(kind: FindKind, title: str, state: SessionState | None = None) -> Entry:
    return find_entry(EN, Find(kind, uuid4(), title, PROJECT, "과제", SESSION, "회차", state), lambda *_: None)


def test_in_a_group_the_best_fit_comes_first():
    found = ranked("회차", [action("새 회차"), action("다음회차"), action("회차 준비"), action("끝내기")], ())
    assert titles(found) == ["회차 준비", "새 회차", "다음회차"]


def test_first_consonants_come_after_letters():
    found = ranked("ㅎㅊ", [action("ㅎㅊ라는 글"), action("회차 준비")], ())
    assert titles(found) == ["ㅎㅊ라는 글", "회차 준비"]
    assert titles(ranked("ㅎㅁ ㅅ", [action("화면 색 바꾸기")], ())) == ["화면 색 바꾸기"]


def test_the_group_with_the_best_fit_comes_first_and_groups_stay_together():
    local = [action("아이디어 적기"), action("아이디어", "page")]
    finds = [find(FindKind.IDEA, "통학 아이디어"), find(FindKind.PROJECT, "아이디어 모으기")]
    assert [entry.group for entry in ranked("아이", local, finds)] == ["action", "page", "project", "idea"]
    assert [entry.group for entry in ranked("통", [action("보통 글자")], finds[:1])] == ["idea", "action"]


def test_without_words_nothing_is_ranked():
    assert ranked(" ", [action("끝내기")], ()) == []


@pytest.mark.parametrize(
    ("kind", "state", "page", "place"),
    [
        (FindKind.PROJECT, None, "project", Place(PROJECT)),
        (FindKind.SESSION, SessionState.DRAFT, "prepare", Place(PROJECT, SESSION)),
        (FindKind.SESSION, SessionState.RUNNING, "run", Place(PROJECT, SESSION)),
        (FindKind.SESSION, SessionState.CLOSED, "reports", Place(PROJECT, SESSION)),
        (FindKind.IDEA, SessionState.CLOSED, "ideas", Place(PROJECT, SESSION, IDEA)),
    ],
)
def test_each_leads_to_where_it_is_worked_on(kind, state, page, place):
    assert target_of(Find(kind, IDEA, "x", PROJECT, "", SESSION, "", state)) == (page, place)


def test_it_is_told_where_a_thing_is():
    assert find(FindKind.IDEA, "한 줄\n또 한 줄").title == "한 줄 또 한 줄"
    assert find(FindKind.IDEA, "x").where == "과제 · 회차"
    assert find(FindKind.SESSION, "x", SessionState.DRAFT).where == "과제 · in preparation"
