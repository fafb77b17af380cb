"""Whoever hears a report hears what others see: headings, lists, tables with their heads, pictures in words, nothing twice."""

import io
import itertools
from datetime import UTC, datetime

import pytest
from PIL import Image

from tests.reports import examples
from tests.reports.hearing import Part, decoration, hear
from tests.reports.reading import finish, squeezed
from workshop.charts.likert import Likert
from workshop.models.records.report_options import ReportOptions
from workshop.reports import styles
from workshop.reports.bilingual import SideBySide
from workshop.reports.blocks import Block, Heading, Paragraph, Title
from workshop.reports.charts.likert import LikertShape
from workshop.reports.document import Frame, build
from workshop.reports.forms import Field, SignatureBoxes
from workshop.reports.kinds import session
from workshop.reports.lists import Bullets, CheckBoxes
from workshop.reports.paper import Description
from workshop.reports.pictures import Picture, QrCode
from workshop.reports.tables import Column, Table
from workshop.reports.text import Span

ABOUT = Description("제목", "주제", "저자", "ko", moment=datetime(2026, 5, 9, 7, tzinfo=UTC))
FRAME = Frame("머리 왼쪽", "머리 오른쪽", "바닥")


def written(*story: Block) -> bytes:
    return finish(build([Title("제목"), *story], FRAME, ABOUT))[0]


def heard(*story: Block) -> Part:
    return hear(written(*story))


@pytest.fixture(scope="module")
def report() -> Part:
    return hear(finish(session.build(examples.session_report(), ReportOptions()))[0])


def test_headings_go_down_one_step_at_a_time(report: Part) -> None:
    levels = [int(part.kind[1]) for part in report if part.kind in {"H1", "H2", "H3"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_cells_of_every_table_have_heads(report: Part) -> None:
    for table in report.all("Table"):
        rows = table.all("TR")
        assert len({len(row.parts) for row in rows}) == 1
        by_column = {cell.scope for cell in rows[0].parts} == {"Column"}
        assert by_column or all(row.parts[0].scope == "Row" for row in rows)


def test_every_chart_is_told_in_words(report: Part) -> None:
    figures = report.all("Figure")
    assert figures
    assert all(any(sign.isdecimal() for sign in figure.alt) for figure in figures)


def test_paragraph_over_two_pages_is_one() -> None:
    (whole,) = heard(Paragraph("가나다 " * 1200)).all("P")
    assert whole.pages == [0, 1]
    assert squeezed(whole.words) == "가나다" * 1200


def test_table_over_pages_is_one_and_its_header_is_heard_once() -> None:
    content = written(Table([Column("번호"), Column("글", names=True)], [[str(n), f"{n}번째"] for n in range(90)]))
    (table,) = hear(content).all("Table")
    assert len(table.all("TR")) == 91
    assert [cell.words.strip() for cell in table.all("TH") if cell.scope == "Column"] == ["번호", "글"]
    assert table.all("TR")[1].parts[1].scope == "Row"
    assert decoration(content).count("번호") >= 2


def test_row_over_two_pages_is_one() -> None:
    (table,) = heard(Table([Column("a"), Column("b")], [["1", "가나 " * 2000], ["2", "끝"]])).all("Table")
    first = table.all("TR")[1]
    assert len(table.all("TR")) == 3
    assert squeezed(first.parts[1].words) == "가나" * 2000
    assert len(first.parts[1].pages) >= 2


def test_table_without_heads_is_a_list_or_a_layout() -> None:
    told = heard(
        Table([Column("")], [["하나"], ["둘"]], header=False),
        Table([Column(""), Column("")], [["셋", "넷"]], header=False),
    )
    assert [item.words.strip() for item in told.all("LBody")] == ["하나", "둘"]
    assert not told.all("Table")


def test_header_footer_and_rules_are_not_heard() -> None:
    content = written(Paragraph("글"))
    assert hear(content).heard.split() == ["제목", "글"]
    assert {"왼쪽", "오른쪽", "바닥", "1"} <= set(decoration(content).replace("오른쪽바닥", "오른쪽 바닥").split())


def test_lists_have_marks_and_bodies_and_boxes_say_whether_they_are_ticked() -> None:
    told = heard(Bullets(["하나", "둘"], numbered=True), CheckBoxes([("동의", True), ("거부", False)]))
    numbered, boxes = told.all("L")
    assert [(item.parts[0].heard.strip(), item.parts[1].heard.strip()) for item in numbered.all("LI")] == [
        ("1.", "하나"),
        ("2.", "둘"),
    ]
    assert [item.heard.split() for item in boxes.all("LI")] == [["☑", "동의"], ["☐", "거부"]]


def test_two_languages_are_heard_one_after_the_other_each_in_its_own() -> None:
    pairs = [(Paragraph(f"문단 {n} " * 30), Paragraph(f"paragraph {n} " * 30)) for n in range(20)]
    korean, english = heard(SideBySide(pairs, ("ko", "en"))).all("Sect")
    assert (korean.language, english.language) == ("", "en")  # the document itself is Korean
    assert [part.words.split()[1] for part in korean.parts] == [str(n) for n in range(20)]
    assert [part.words.split()[1] for part in english.parts] == [str(n) for n in range(20)]
    assert max(page for part in english for page in part.pages) > 0


def test_words_in_another_language_say_so() -> None:
    (word,) = heard(Paragraph("이것은 ", Span("a living lab", styles.TEXT, language="en"), "입니다.")).all("Span")
    assert (word.language, word.words.strip()) == ("en", "a living lab")


def test_link_leads_out_and_says_where() -> None:
    (link,) = heard(Paragraph(Span("누리집", styles.TEXT, link="https://example.org/길?a=1#b"))).all("Link")
    assert link.words.strip() == "누리집"
    assert link.links == [("https://example.org/%EA%B8%B8?a=1#b", "누리집")]


def test_contents_lead_to_their_headings() -> None:
    story = [block for n in range(9) for block in (Heading(f"절 {n}"), Paragraph("가나 " * 1500))]
    told = heard(*story)
    lines = told.all("TOCI")
    where = {part.words.strip(): part.pages[0] for part in told.all("H2")}
    assert len(where) == len(lines) == 9
    for line in lines:
        title, number = line.heard.rsplit(maxsplit=1)
        assert int(number) == where[title] + 1
        assert line.all("Link")[0].links == [(where[title], title)]


def test_short_report_has_no_contents() -> None:
    assert not heard(Heading("절"), Paragraph("글")).all("TOC")


def test_pictures_and_codes_are_told_and_a_lost_one_is_named() -> None:
    picture = io.BytesIO()
    Image.new("RGBA", (40, 30), (10, 200, 30, 90)).save(picture, "PNG")
    told = heard(
        Picture(picture.getvalue(), alt="골목 사진", caption="그림 1", missing_words="없음"),
        Picture(b"no picture", alt="다른 사진", missing_words="사진 b.jpg를 읽을 수 없습니다."),
        QrCode("https://example.org", alt="설문 주소"),
    )
    assert [figure.alt for figure in told.all("Figure")] == ["골목 사진", "설문 주소"]
    assert "사진 b.jpg를 읽을 수 없습니다." in told.heard
    assert "그림 1" in told.heard


def test_forms_are_heard_with_their_labels() -> None:
    told = heard(
        Field("이름", value="홍길동"),
        Field("의견", lines=3, label_width=0),
        SignatureBoxes(["참여자", "담당자"], "서명"),
    )
    assert told.heard.split() == ["제목", "이름", "홍길동", "의견", "참여자", "서명", "담당자", "서명"]


def test_chart_says_the_words_of_its_steps() -> None:
    (figure,) = heard(LikertShape(Likert((2, 5), ("아니오", "예")))).all("Figure")
    assert figure.alt == "아니오: 2, 예: 5"


def test_signs_no_font_has_are_shapes_with_their_text() -> None:
    assert [part.actual for part in heard(Paragraph("☐ ☑ ☒ ✘")).all("Span")] == list("☐☑☒✘")


def test_words_of_citizens_are_heard_in_their_language() -> None:
    about = Description("Title", "", "", "en")
    story = [
        Title("Title"),
        Paragraph("가로등을 더 밝게"),
        Paragraph("The room chose “가로등을 더 밝게” by 12 to 3 votes"),
    ]
    told = hear(finish(build(story, None, about))[0])
    assert [part.language for part in told.all("P")] == ["ko", ""]
    assert not any(part.language for part in heard(Paragraph("가로등을 더 밝게")))
