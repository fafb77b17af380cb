"""A line of quick capture: what is read as category and place, and that nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.language import Language, load_language
from workshop.models.enums import IssueCategory
from workshop.models.text import clean_text
from workshop.models.titles import title_of
from workshop.ui.pages.issues.capture_words import Captured, category_of, read_line


@pytest.mark.parametrize(
    ("line", "text", "category", "place"),
    [
        ("가로등이 꺼졌다", "가로등이 꺼졌다", None, ""),
        ("#교통 신호가 짧다 @시장 앞", "신호가 짧다", IssueCategory.TRAFFIC, "시장 앞"),
        ("신호가 짧다 @시장 앞 #교통", "신호가 짧다", IssueCategory.TRAFFIC, "시장 앞"),
        ("신호가 #보행 짧다", "신호가 짧다", IssueCategory.TRAFFIC, ""),
        ("신호가 짧다 ＠역 앞 ＃안전", "신호가 짧다", IssueCategory.SAFETY, "역 앞"),
        ("신호가 짧다 #행정", "신호가 짧다", IssueCategory.ADMINISTRATION, ""),
        ("물이 샌다 #ENV", "물이 샌다", IssueCategory.ENVIRONMENT, ""),
        ("하나\n둘 @시장 앞\n셋", "하나\n둘\n셋", None, "시장 앞"),
        ("#안전 #교통 둘 다", "둘 다", IssueCategory.TRAFFIC, ""),
    ],
)
def test_a_line_names_category_and_place(line: str, text: str, category: IssueCategory | None, place: str) -> None:
    assert read_line(line) == Captured(text, category, place)


@pytest.mark.parametrize(
    "line",
    [
        "#1 정류장",
        "mail@city.kr 로 답이 없다",
        "C#으로 만든 화면",
        "#",
        "@",
        "# @",
        "# 교통",
        "쓰레기 #없는말",
        "@시장 앞",
        "#교통",
    ],
)
def test_what_names_nothing_stays_in_the_text(line: str) -> None:
    assert read_line(line) == Captured(line)


def test_a_place_that_is_too_long_stays_in_the_text() -> None:
    line = f"물이 샌다 @{'길' * 301}"
    assert read_line(line) == Captured(line)


@pytest.mark.parametrize("code", ["ko", "en"])
@pytest.mark.parametrize("category", IssueCategory)
def test_every_category_is_found_by_the_first_word_of_its_title(code: str, category: IssueCategory) -> None:
    language: Language = load_language(code)
    title = language.tell(title_of(category))
    assert category_of(title.replace(" ", "")) is category
    assert category_of(title.split("·")[0].split()[0]) is category


@given(st.text(alphabet=st.sampled_from("#@＃＠교통시장 앞a\n\u200f👵浸"), max_size=40))
def test_no_word_is_lost(line: str) -> None:
    read = read_line(line)
    said = f"{read.text} {read.place}"
    assert bool(read.text) == bool(clean_text(line))
    for word in clean_text(line).split():
        bare = word.lstrip("@＠")
        assert bare in said or word.startswith(("#", "＃"))
