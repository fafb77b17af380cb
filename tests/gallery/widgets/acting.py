"""What is pressed, chosen and ticked."""

from PySide6.QtWidgets import QWidget

from tests.gallery.widgets.specimen import Sheet, Specimen, words
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import (
    AccentButton,
    BigButton,
    Button,
    DangerButton,
    IconButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
    RemoveLink,
    SegmentedChoice,
    SmallButton,
)
from workshop.ui.widgets.check_box import CheckBox
from workshop.ui.widgets.check_row import CheckRow
from workshop.ui.widgets.flow_layout import FlowLayout


def line_of(*widgets: QWidget) -> QWidget:
    """Widgets beside each other, in as many lines as they need."""
    holder = QWidget()
    flow = FlowLayout(holder, spacing=8)
    for widget in widgets:
        flow.addWidget(widget)
    return holder


def _all_kinds(desk: Desk) -> list[Button]:
    return [
        PrimaryButton(words(desk, "투표 마감", "Close the vote")),
        AccentButton(words(desk, "다음", "Next")),
        QuietButton(words(desk, "잠시 멈춤", "Pause")),
        DangerButton(words(desk, "과제 삭제", "Delete the project")),
        SmallButton(words(desk, "고치기", "Edit"), icon=desk.icons.icon("pencil")),
        LinkButton(words(desk, "보고서 열기", "Open the report")),
        RemoveLink(words(desk, "제안 삭제", "Remove proposal")),
        IconButton(desk.icons.icon("x"), words(desk, "닫기", "Close")),
    ]


def _buttons(desk: Desk) -> QWidget:
    sheet = Sheet()
    sheet.add("normal", line_of(*_all_kinds(desk)))
    disabled = _all_kinds(desk)
    for button in disabled:
        button.setEnabled(False)
    sheet.add("disabled", line_of(*disabled))
    icon = desk.icons.icon("plus")
    sheet.add("with an icon", line_of(QuietButton(words(desk, "참여자 추가", "Add a participant"), icon=icon)))
    long = words(desk, "늦게 온 참여자를 열려 있는 투표에 더하기", "Add a late participant to the open vote")
    sheet.add("long words", line_of(QuietButton(long)))
    return sheet


def _big_buttons(desk: Desk) -> QWidget:
    sheet = Sheet()
    yes, no = words(desk, "네, 내 표입니다", "Yes, this is my ballot"), words(desk, "뒤로", "Back")
    sheet.add("normal", line_of(BigButton(yes, primary=True), BigButton(no)))
    disabled = BigButton(no)
    disabled.setEnabled(False)
    sheet.add("disabled", line_of(disabled))
    return sheet


def _segmented_choice(desk: Desk) -> QWidget:
    sheet = Sheet()
    name = words(desk, "보기", "View")
    two = [("wall", words(desk, "담벼락", "Wall")), ("list", words(desk, "목록", "List"))]
    sheet.add("one of two", SegmentedChoice(two, "list", name), left=True)
    titles = (
        ("점 투표", "Dots"), ("찬성 투표", "Approval"), ("점수 매기기", "Scores"), ("예산 나누기", "Share a budget"),
        ("순위 매기기", "Put in order"), ("둘씩 견주기", "Compare in pairs"),
        ("동의 정도 나누기", "How much one agrees"), ("제비뽑기로 정하기", "Decide by lot"),
    )  # fmt: skip
    many = [(korean, words(desk, korean, english)) for korean, english in titles]
    sheet.add("many", SegmentedChoice(many, many[2][0], words(desk, "방법", "Method")))
    disabled = SegmentedChoice(two, "wall", name)
    disabled.setEnabled(False)
    sheet.add("disabled", disabled, left=True)
    return sheet


def _checks(desk: Desk) -> QWidget:
    sheet = Sheet()
    secret = words(desk, "비밀 투표입니다", "The vote is secret")
    long = words(
        desk,
        "보고서에 이름과 연락처를 넣지 않고, 다섯 명보다 적은 칸은 가려서 누구인지 알 수 없게 합니다.",
        "Leave names and contacts out of the report, and hide cells with fewer than five people, so that nobody is known.",
    )
    ticked = CheckBox(secret)
    ticked.setChecked(True)
    off = CheckBox(secret)
    off.setEnabled(False)
    sheet.add("empty", CheckBox(secret))
    sheet.add("ticked", ticked)
    sheet.add("long words", CheckBox(long))
    sheet.add("disabled", off)
    return sheet


def _check_rows(desk: Desk) -> QWidget:
    sheet = Sheet()
    done = words(desk, "담당 부서가 함께합니다", "The department takes part")
    open_one = words(desk, "장소를 예약합니다", "Book the place")
    sheet.add("done", CheckRow(desk, done, words(desk, "교통과", "Transport"), checked=True, role="muted"))
    sheet.add("to do, with a date", CheckRow(desk, open_one, words(desk, "5월 2일까지", "by 2 May")))
    long = words(
        desk,
        "휠체어를 쓰는 참여자와 유아차를 미는 참여자가 함께 지나갈 수 있는지 입구와 통로와 화장실을 미리 확인합니다",
        "See beforehand whether people in wheelchairs and with prams can pass at the door, between the tables and to the toilets",
    )
    sheet.add("long words", CheckRow(desk, long, words(desk, "3일 지남", "3 days late"), role="danger", last=True))
    return sheet


SPECIMENS = (
    Specimen("buttons", _buttons),
    Specimen("big-button", _big_buttons),
    Specimen("segmented-choice", _segmented_choice),
    Specimen("check-box", _checks),
    Specimen("check-row", _check_rows),
)
