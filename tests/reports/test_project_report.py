"""A project report holds the four phases, what came out of them and what became of it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.reports import example_projects, examples
from tests.reports.reading import finish, outline, page_texts, said_in, squeezed
from workshop.language import Language
from workshop.models.records.report_options import ReportOptions
from workshop.models.records.retention import RetentionCounts
from workshop.reports.kinds.project import build


@pytest.fixture(scope="module")
def rich() -> dict[str, bytes]:
    """The project in both languages."""
    return {
        code: finish(build(example_projects.project_report(), ReportOptions(languages=(code,))))[0]
        for code in ("ko", "en")
    }


@pytest.mark.parametrize("code", ["ko", "en"])
def test_every_page_is_numbered_and_named(rich: dict[str, bytes], code: str) -> None:
    pages = page_texts(rich[code])
    for number, page in enumerate(pages, start=1):
        assert "HB-2026-R" in page
        assert f"{number} / {len(pages)}" in page


def test_figures_phases_services_and_themes_are_told(rich: dict[str, bytes]) -> None:
    text = " ".join(page_texts(rich["en"]))
    assert "Of 32 registered participants, 30 attended at least once and 24 came back." in text
    for words in (
        "Preparation phase",
        "3 of 4 support elements done",
        "Service sophistication",
        "바닥 신호등",
        "횡단보도와 신호",
    ):
        assert words in text


def test_who_goes_on_is_told_in_numbers(rich: dict[str, bytes]) -> None:
    english, korean = " ".join(page_texts(rich["en"])), " ".join(page_texts(rich["ko"]))
    assert "12 participants later ran a service as operators." in english
    assert "참여자 12명이 나중에 서비스 운영자로 활동했습니다." in korean
    for text, words in (
        (
            english,
            ("Who goes on taking part", "Came back to another session 24", "fewer than 5", "Other ways together – 5"),
        ),
        (korean, ("이어지는 참여", "다른 회차에 다시 참석 24", "5명 미만", "그 밖의 경로 합계 – 5")),
    ):
        for each in words:
            assert each in text


@pytest.mark.parametrize("code", ["ko", "en"])
def test_few_operators_are_held_back(code: str) -> None:
    told = RetentionCounts(attended=30, returning=24, moved=None, call_again=9)
    record = replace(example_projects.project_report(), retention=told)
    text = " ".join(page_texts(finish(build(record, ReportOptions(languages=(code,))))[0]))
    held_back, heading, sentence = {
        "ko": ("5명 미만", "참여자에서 운영자로", "나중에 서비스 운영자로"),
        "en": ("fewer than 5", "From participant to operator", "later ran a service as operators"),
    }[code]
    assert held_back in text
    assert heading not in text
    assert sentence not in text


def test_where_nobody_came_nothing_is_told_of_who_goes_on(english: Language) -> None:
    record = replace(example_projects.project_report(), retention=RetentionCounts())
    assert "Who goes on taking part" not in " ".join(page_texts(finish(build(record, said_in(english)))[0]))


def test_results_are_told_in_short(rich: dict[str, bytes]) -> None:
    text = " ".join(page_texts(rich["en"]))
    assert "학교 앞 횡단보도 신호를 길게 27" in text
    assert "SUS 72.5 · grade B" in text


def test_change_of_a_service_says_how_it_was_compared(rich: dict[str, bytes]) -> None:
    text = " ".join(page_texts(rich["en"]))
    assert "SUS: 58.0 (D) before, 72.5 (B) after" in text
    assert "23 of them are known by code in both" in text
    assert "higher 11, same 9, lower 3" in text


def test_follow_ups_stand_under_their_department(rich: dict[str, bytes]) -> None:
    text = squeezed(page_texts(rich["ko"]))
    assert text.index("부서별후속조치교통과") < text.index("후문바닥신호등추가설치검토")
    assert "담당부서없음" in text


def test_due_day_of_another_year_has_its_year(english: Language) -> None:
    late = replace(examples.FOLLOW_UPS[2], due_on=date(2027, 1, 15))
    record = replace(example_projects.project_report(), follow_ups=(late,))
    assert "15 Jan 2027" in " ".join(page_texts(finish(build(record, said_in(english)))[0]))


def test_empty_project_gives_one_page_that_says_so(korean: Language, english: Language) -> None:
    for language, words in ((korean, "아직 기록된 내용이 없습니다"), (english, "Nothing has been recorded")):
        content = finish(build(example_projects.empty_project_report(), said_in(language)))[0]
        assert len(page_texts(content)) == 1
        assert words in page_texts(content)[0]
        assert len(outline(content)) == 3


def test_same_data_same_bytes(rich: dict[str, bytes]) -> None:
    assert finish(build(example_projects.project_report(), ReportOptions(languages=("en",))))[0] == rich["en"]
