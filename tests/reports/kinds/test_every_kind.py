"""Every kind of report, in every language and on either paper, with little and with much in it, says what it is for."""

from dataclasses import replace

import pytest
import zxingcpp
from pypdfium2 import PdfDocument

from tests.reports import examples
from tests.reports.example_kinds import (
    LITTLE,
    MUCH,
    ballot_papers,
    challenge_brief,
    discussed_session,
    evaluation_report,
    name_tags,
    poll_sheet,
)
from tests.reports.reading import finish, flat, page_texts, squeezed
from workshop.models.enums import BallotKind
from workshop.models.records.report_options import SECTION_TITLES, AttachedFile, PaperSize, ReportOptions, Section
from workshop.models.records.reports import ReportPhoto
from workshop.services.reporting.kinds import KINDS, kind_of

KO, EN = ReportOptions(), ReportOptions(languages=("en",))
BOTH = ReportOptions(languages=("ko", "en"))


def _pages(name: str, record: object, options: ReportOptions = KO) -> list[str]:
    return page_texts(finish(kind_of(name).build(record, options))[0])


def _text(name: str, record: object, options: ReportOptions = KO) -> str:
    return flat(" ".join(_pages(name, record, options)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("records", [LITTLE, MUCH], ids=["little", "much"])
def test_can_be_built_in_every_language_and_on_either_paper(kind, records) -> None:
    for options in (KO, replace(EN, paper=PaperSize.LETTER), *([BOTH] if kind.in_two_languages else [])):
        pages = _pages(kind.name, records[kind.name], options)
        assert pages
        assert all(page.strip() for page in pages), "an empty page"


def test_every_section_of_a_kind_can_be_left_out_and_is_named_as_such() -> None:
    record = discussed_session()
    for section in kind_of("session").sections:
        text = _text("session", record, replace(EN, without=frozenset({section})))
        title = EN_TITLES[section]
        if section is Section.PRIVACY:
            assert title not in text
        else:
            assert f"Left out of this copy by choice: {title}." in text


EN_TITLES = {section: message.msgid for section, message in SECTION_TITLES.items()}


def test_session_tells_notes_issues_proposals_and_photos_that_are_lost() -> None:
    text = squeezed(_text("session", discussed_session()))
    for words in ("바로 해 볼 수 있다", "차가 밀리지 않을까", "지난해 사고 3건", "정문 앞 보행 신호가 12초뿐이다", "행복초 정문",
                  "보행 신호 6초 연장", "초등학생과 어르신", "이 사진은 없거나 읽을 수 없습니다",
                  "아이디어 11번 · 밤의 공원 뒷길", "1장은 없거나 읽을 수 없음"):  # fmt: skip
        assert squeezed(words) in text


def test_damaged_photo_is_told_and_the_report_goes_on() -> None:
    broken = ReportPhoto("cd" * 32, "가로등", data=b"\xff\xd8\xff\xe0 no more than a beginning")
    text = _text("session", discussed_session((broken,)), EN)
    assert "This photo is missing or cannot be read." in text
    assert "Data and privacy" in text


def test_vote_stands_on_one_page_with_rules_turnout_ties_and_what_follows() -> None:
    (page,) = _pages("poll", poll_sheet(), EN)
    for words in ("3 dots each", "29 of 32 voted (screen 26, paper 3)", "blank 0 · invalid 0", "Tied in place 3",
                  "5d41402abc4b2a76", "What follows from it", "횡단보도 2곳 보행 신호 6초 연장 시범", "Facilitator",
                  "Document no. HB-2026-P2-03-V1"):  # fmt: skip
        assert words in page


@pytest.mark.parametrize("options", [24, 80])
@pytest.mark.parametrize("paper", PaperSize)
def test_vote_with_many_long_options_still_stands_on_one_page(options: int, paper: PaperSize) -> None:
    (page,) = _pages("poll", poll_sheet(options=options), replace(KO, paper=paper))
    assert "1번째 안" in page
    assert "회차 결과보고서에 있습니다" in page


def test_what_fewer_than_five_answered_is_not_told() -> None:
    text = _text("evaluation", evaluation_report(), EN)
    assert "Fewer than five have answered." in text
    assert "72.5 Usability (SUS) · grade B" in text


def test_department_sees_its_own_tasks_with_reason_origin_and_what_is_overdue() -> None:
    pages = _pages("department", MUCH["department"], EN)
    (traffic,) = [page for page in pages if "교통과" in page]
    for words in (
        "횡단보도 2곳 보행 신호 6초 연장 시범",
        "overdue",
        "From: 우선순위 투표 워크숍",
        "Reply of the department",
    ):
        assert words in traffic
    assert "가로등 조도 조사" not in traffic


def test_brief_gives_companies_the_evidence() -> None:
    text = squeezed(_text("brief", challenge_brief()))
    for words in ("횡단보도와 신호", "정문 앞 보행 신호가 12초뿐이다", "학교 앞 횡단보도 신호를 길게", "6개 가운데 1위",
                  "점수 27", "보행 신호 6초 연장", "data.json"):  # fmt: skip
        assert squeezed(words) in text


def test_every_code_and_its_qr_can_be_read_from_the_tag() -> None:
    tags = name_tags()
    content = finish(kind_of("name-tags").build(tags, KO))[0]
    with PdfDocument(content) as document:
        images = [document[number].render(scale=2).to_pil() for number in range(len(document))]
    read = {found.text for image in images for found in zxingcpp.read_barcodes(image)}
    assert read == {tag.code for tag in tags.tags}
    text = " ".join(page_texts(content))
    assert all(f" {tag.code}" in text for tag in tags.tags)


def test_number_and_code_of_a_tag_are_large_enough_for_arms_length() -> None:
    content = finish(kind_of("name-tags").build(name_tags(8), KO))[0]
    with PdfDocument(content) as document:
        page = document[0]
        text = page.get_textpage()
        start = text.get_text_range().index("08-296")
        _left, bottom, _right, top = text.get_charbox(start)
        assert top - bottom > 14  # points: 5 mm, what signs at half a metre need
        text.close()
        page.close()


def test_last_sheet_is_filled_up_with_empty_tags_for_those_who_come_late() -> None:
    last = _pages("name-tags", name_tags(11), EN)[-1]
    assert last.count("Code to vote") == 8
    assert last.count("-") < 8


def test_consent_names_each_matter_with_purpose_items_period_and_refusal() -> None:
    text = flat(" ".join(_pages("consent", MUCH["consent"], KO)))
    once = (
        "1 수집·이용",
        "4 다시 연락받기",
        "만 14세 미만",
        "법정대리인",
        "주민등록번호는 받지 않습니다",
        "법률 자문이 아니므로",
    )
    assert [words for words in once if words not in text] == []
    each = ("목적", "항목", "보유 기간", "거부 권리", "동의하지 않습니다", "거부할 수 있")
    assert [words for words in each if text.count(words) < 4] == []
    assert "2026. 11. 30." in text


def test_consent_says_for_how_long_in_both_languages() -> None:
    usual = flat(" ".join(_pages("consent", MUCH["consent"], BOTH)))
    assert usual.count("과제 종료일까지") == usual.count("Until the project ends") == 2
    assert "2 years after the project ends" in usual
    longer = flat(" ".join(_pages("consent", MUCH["consent"], replace(BOTH, kept_years=3, call_again_years=1))))
    assert "Until the project ends" not in longer
    assert longer.count("3 years after the project ends") == longer.count("뒤 3년까지.") == 2
    assert "1 year after the project ends" in longer
    assert "뒤 1년까지, 그 전이라도" in longer


def test_both_languages_stand_on_one_form() -> None:
    text = flat(" ".join(_pages("consent", MUCH["consent"], BOTH)))
    assert "동의하지 않습니다" in text
    assert "I do not agree" in text


def test_handout_counts_the_times_from_the_planned_beginning() -> None:
    text = _text("handout", MUCH["handout"])
    for words in (
        "14:00 맞이와 오늘의 목표",
        "14:10 혼자 적기",
        "14:25 돌아가며 말하기",
        "비판보다 보태기를 먼저 합니다.",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (BallotKind.DOTS, "You have 3 dots"), (BallotKind.APPROVAL, "Cross 3 options at most."),
        (BallotKind.SCORE, "from 1 (lowest)"), (BallotKind.RANKING, "Write 1 beside your first choice"),
        (BallotKind.BUDGET, "it may cost 100 만 원 at most"),
        (BallotKind.YES_NO, "Abstain"),
    ],
)  # fmt: skip
def test_ballot_says_how_it_is_filled_in_and_nothing_tells_one_from_another(kind: BallotKind, words: str) -> None:
    pages = _pages("ballots", ballot_papers(kind, 4), EN)
    assert words in pages[0]
    assert "Do not write your name" in pages[0]
    assert sum(page.count("Ballot paper") for page in pages) == 4
    assert len({page.split("Ballot paper", 2)[1] for page in pages}) == 1


def test_certificate_has_the_name_or_a_line_for_it() -> None:
    pages = _pages("certificate", MUCH["certificate"])
    assert len(pages) == 2
    assert "남궁민수" in pages[0]
    assert "2회 참여하였음" in pages[1]
    assert "HB-2026-Z-017" in pages[1]


def test_logo_stands_above_the_head_and_a_broken_one_is_told() -> None:
    text = _text("session", examples.session_report(), replace(EN, logo=b"no picture"))
    assert "The logo cannot be read." in text


def test_files_lie_inside_and_the_same_data_gives_the_same_bytes() -> None:
    files = (AttachedFile("data.json", "application/json", "All data", b"{}"),)
    first, again = (finish(kind_of("brief").build(MUCH["brief"], KO, files))[0] for _ in range(2))
    assert first == again
    with PdfDocument(first) as document:
        assert [document.get_attachment(at).get_name() for at in range(document.count_attachments())] == ["data.json"]
