"""A session report holds everything that was recorded, on pages that each say which they are."""

import hashlib
import subprocess
import sys
import unicodedata
from dataclasses import replace

import pytest

from tests.reports import examples
from tests.reports.example_forms import key
from tests.reports.reading import finish, flat, fonts, metadata, outline, page_texts, said_in, squeezed
from workshop.language import Language, load_language
from workshop.models.enums import IdeaState, PollState
from workshop.models.records.ideas import IdeaBoard
from workshop.models.records.report_options import ReportOptions
from workshop.models.records.reports import PollReport, SessionReport
from workshop.reports.kinds.session import build

LONG = "아이들이 걷는 길은 마을 사람 모두가 걷는 길입니다. " * 200


def _content(record: SessionReport, language: Language) -> bytes:
    return finish(build(record, said_in(language)))[0]


@pytest.fixture(scope="module")
def rich() -> dict[str, bytes]:
    """The rich session in both languages."""
    return {code: _content(examples.session_report(), load_language(code)) for code in ("ko", "en")}


@pytest.mark.parametrize("code", ["ko", "en"])
def test_every_page_has_its_header_and_its_number_of_all(rich: dict[str, bytes], code: str) -> None:
    pages = page_texts(rich[code])
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert page.startswith("도시재생과 · 시민참여단")
        assert "HB-2026-P2-03" in page
        assert "SHA-256 9f2c 41ab 7e08" in page
        assert f"{number} / {len(pages)}" in page


def test_long_name_of_the_host_does_not_run_into_the_number(english: Language) -> None:
    record = replace(
        examples.session_report(), session=replace(examples.SESSION, host="행복시 도시재생과 시민참여단 " * 8)
    )
    first = page_texts(_content(record, english))[0]
    assert "… Document no. HB-2026-P2-03" in first


@pytest.mark.parametrize("code", ["ko", "en"])
def test_all_ideas_are_there_in_their_own_words(rich: dict[str, bytes], code: str) -> None:
    text = squeezed(page_texts(rich[code]))
    for idea in examples.board().ideas:
        assert squeezed(idea.text) in text


def test_copied_text_keeps_the_spaces_at_line_ends(rich: dict[str, bytes]) -> None:
    text = " ".join(page_texts(rich["ko"]))
    wrapped = "아이들이 고개를 숙이고 걸어도 보입니다."
    assert wrapped in text


def test_head_tells_when_where_who(rich: dict[str, bytes]) -> None:
    first = page_texts(rich["ko"])[0]
    for words in ("계획 단계 · 3회차 결과보고서", "우선순위 투표 워크숍", "안심 통학로 리빙랩", "2026년 5월 9일 (토) 14:00–16:04",
                  "행복초등학교 강당", "시민 29명", "등록 방법: 화면 26, ", "공공 2명", "기업 1명"):  # fmt: skip
        assert words in first


def test_vote_is_told_with_its_rules_numbers_ties_and_lot(rich: dict[str, bytes]) -> None:
    text = flat(" ".join(page_texts(rich["en"])))
    assert "3 dots each" in text
    assert "29 of 32 voted (screen 26, paper 3)" in text
    assert "blank 0 · invalid 0" in text
    assert "Tied in place 3 with 14 points each" in text
    assert "5d41402abc4b2a76" in text
    for option, points in examples.POINTS:
        assert f"{option} {points} " in text


def test_merged_and_withdrawn_ideas_say_so(rich: dict[str, bytes]) -> None:
    text = " ".join(page_texts(rich["ko"]))
    assert "1번에 병합" in text
    assert squeezed("경찰서와 이미 협의 중인 일이라 낸 사람이 거둠") in squeezed(text)


def test_evaluation_has_n_missing_and_a_score_that_is_no_percentage(rich: dict[str, bytes]) -> None:
    text = " ".join(page_texts(rich["en"]))
    assert "72.5 Usability (SUS) · grade B" in text
    assert "not a percentage" in text
    assert "28 respondents" in text
    assert "소리가 잘 들려서 눈이 나쁜 어머니도 혼자 건너십니다." in text


def test_decisions_reasons_and_what_citizens_are_told(rich: dict[str, bytes]) -> None:
    text = squeezed(page_texts(rich["ko"]))
    for item in examples.FOLLOW_UPS:
        for words in (item.text, item.reason, item.told_back, item.department, item.responsible):
            assert squeezed(words) in text


def test_whole_checksum_stands_in_the_text(rich: dict[str, bytes]) -> None:
    assert examples.CHECKSUM in squeezed(page_texts(rich["ko"]))


def test_fonts_are_embedded(rich: dict[str, bytes]) -> None:
    embedded = fonts(rich["ko"])
    assert {name.split("+")[-1] for name in embedded} == {
        "Pretendard-Regular",
        "Pretendard-SemiBold",
        "Pretendard-Bold",
        "Pretendard-Regular-Tabular",
    }
    assert all(embedded.values()), embedded


def test_file_says_what_it_is(rich: dict[str, bytes]) -> None:
    about = metadata(rich["ko"])
    assert about["Title"] == "우선순위 투표 워크숍 – 계획 단계 · 3회차 결과보고서"
    assert about["Subject"] == "안심 통학로 리빙랩"
    assert about["Keywords"] == "HB-2026-P2-03"


def test_outline_leads_to_the_page_of_each_section(rich: dict[str, bytes]) -> None:
    pages = page_texts(rich["ko"])
    marks = outline(rich["ko"])
    assert [title for level, title, _ in marks if level == 0][:3] == ["1 한눈에 보기", "2 목적", "3 참석"]
    for _, title, page in marks:
        assert squeezed(title) in squeezed(pages[page - 1])


def test_same_data_same_bytes(rich: dict[str, bytes]) -> None:
    assert _content(examples.session_report(), load_language("ko")) == rich["ko"]


def test_same_bytes_in_another_process(rich: dict[str, bytes]) -> None:
    program = (
        "import hashlib; from tests.reports import examples;"
        "from workshop.models.records.report_options import ReportOptions; from workshop.reports.kinds.session import build;"
        "from tests.reports.reading import finish;"
        "print(hashlib.sha256(finish(build(examples.session_report(), ReportOptions()))[0]).hexdigest())"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()
    assert told == hashlib.sha256(rich["ko"]).hexdigest()


def test_progress_rises_to_one(korean: Language) -> None:
    told = finish(build(examples.session_report(), ReportOptions()))[1]
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 20


def test_empty_session_gives_one_page_that_says_so(korean: Language, english: Language) -> None:
    for language, words in ((korean, "아직 기록된 내용이 없습니다"), (english, "Nothing has been recorded")):
        pages = page_texts(_content(examples.empty_session_report(), language))
        assert len(pages) == 1
        assert words in pages[0]
        assert "HB-P2-03" in pages[0]


def test_sections_without_data_are_left_out(english: Language) -> None:
    titles = [title for _, title, _ in outline(_content(examples.empty_session_report(), english))]
    assert titles == ["1 At a glance", "2 Data and privacy", "3 Signatures"]


def test_open_vote_has_no_result(english: Language) -> None:
    report = PollReport(examples.poll(state=PollState.OPEN), None)
    text = " ".join(page_texts(_content(replace(examples.session_report(), polls=(report,)), english)))
    assert "has not been closed, so there is no result" in text
    assert "27" not in text.split("Vote results")[1].split("Evaluation")[0]


def test_five_hundred_ideas_repeat_the_header_on_each_page(english: Language) -> None:
    board = examples.many_ideas(500)
    pages = page_texts(_content(replace(examples.session_report(), board=board), english))
    with_ideas = [page for page in pages if "번째 제안" in page]
    assert len(with_ideas) > 15
    assert all("No. Idea State" in page for page in with_ideas)
    text = squeezed(pages)
    assert all(squeezed(idea.text) in text for idea in board.ideas)


@pytest.mark.parametrize("length", [300, 5000])
def test_long_idea_is_whole(korean: Language, length: int) -> None:
    long = LONG[:length]
    board = examples.board([("긴 글", ["짧은 글", long, "마지막 글"])])
    record = replace(examples.session_report(), board=board, polls=(), forms=(), follow_ups=())
    pages = page_texts(_content(record, korean))
    between = "".join(page.split("도시재생과 · 시민참여단", 1)[1] for page in pages)
    for word in ("아이들이", "길은", "모두가", "길입니다."):
        assert between.count(word) == long.count(word)
    assert "마지막 글" in between


def test_word_longer_than_the_line_is_broken_and_whole(korean: Language) -> None:
    glued = "가나다라마바사아자차카타파하" * 20
    board = examples.board([("붙은 글", [glued])])
    text = squeezed(page_texts(_content(replace(examples.session_report(), board=board), korean)))
    assert glued in text


def test_missing_characters_are_named_and_nothing_is_dropped(korean: Language) -> None:
    board = examples.board([("여러 글자", ["길 กa 확인"])])
    text = " ".join(page_texts(_content(replace(examples.session_report(), board=board), korean)))
    assert "길 [U+0E01]a 확인" in text
    assert "글꼴에 없어 번호로 적은 글자" in text
    assert "[U+0E01] thai character ko kai" in flat(text)


def test_what_the_first_font_lacks_is_drawn_by_others_and_copied_as_it_was_written(korean: Language) -> None:
    board = examples.board([("여러 글자", ["安全한 ᄒᆞᆫ길 📱 ☐ ☑ ✔ 확인"])])
    content = _content(replace(examples.session_report(), board=board), korean)
    text = " ".join(page_texts(content))
    assert "安全한 ᄒᆞᆫ길 📱" in text
    assert "글꼴에 없어" not in text
    assert {name.split("+")[-1] for name in fonts(content)} >= {"NotoSansKR-Regular", "NotoEmoji-Regular"}
    assert all(fonts(content).values())


def test_nothing_is_named_where_nothing_is_missing(rich: dict[str, bytes]) -> None:
    assert "글꼴에 없어" not in " ".join(page_texts(rich["ko"]))
    assert "[U+" not in " ".join(page_texts(rich["ko"]))


def test_decomposed_hangul_is_drawn_whole(korean: Language) -> None:
    board = examples.board([("글자", [unicodedata.normalize("NFD", "골목 가로등이 어두워요")])])
    text = " ".join(page_texts(_content(replace(examples.session_report(), board=board), korean)))
    assert "골목 가로등이 어두워요" in text


def test_every_hangul_syllable_can_be_drawn(korean: Language) -> None:
    syllables = "".join(map(chr, range(0xAC00, 0xD7A4, 16)))
    board = examples.board([("글자", [syllables])])
    text = squeezed(page_texts(_content(replace(examples.session_report(), board=board), korean)))
    assert all(sign in text for sign in syllables)


def test_markup_of_participants_stays_text(english: Language) -> None:
    board = examples.board([("<b>&", ["<font color='red'>안전</font> & <br/> 길"])])
    text = squeezed(page_texts(_content(replace(examples.session_report(), board=board), english)))
    assert squeezed("<font color='red'>안전</font> & <br/> 길") in text


def test_ideas_without_theme_are_told_apart(english: Language) -> None:
    board = examples.board([("A theme", ["One"])], loose=["Two"])
    text = " ".join(page_texts(_content(replace(examples.session_report(), board=board), english)))
    assert text.index("A theme (1)") < text.index("Not sorted into a theme (1)")


def test_idea_merged_into_one_of_another_session_says_merged(english: Language) -> None:
    idea = replace(examples.board().ideas[1], state=IdeaState.MERGED, merged_into_id=key(99))
    record = replace(examples.session_report(), board=IdeaBoard(examples.board().themes, (idea,)))
    assert "merged" in " ".join(page_texts(_content(record, english)))


def test_running_order_shows_planned_against_actual(rich: dict[str, bytes]) -> None:
    text = " ".join(page_texts(rich["en"]))
    assert "120 min planned, 124 min actual" in text
    assert "14:24 돌아가며 말하기 25 31 +6" in text


def test_running_order_of_a_planned_session_has_no_empty_columns(english: Language) -> None:
    planned = tuple(replace(each, started_at=None, ended_at=None) for each in examples.activities())
    text = " ".join(page_texts(_content(replace(examples.empty_session_report(), activities=planned), english)))
    assert "돌아가며 말하기 25 쉬는 시간 10" in text
    assert "Actual" not in text
