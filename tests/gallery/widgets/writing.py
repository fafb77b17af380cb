"""What is written in, searched in, and rows that are looked through."""

from datetime import date, time

from PySide6.QtWidgets import QWidget

from tests.gallery.widgets.specimen import Sheet, Specimen, words
from workshop.ui.desk import Desk
from workshop.ui.widgets.capture_field import CaptureField
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.form import Field, Form
from workshop.ui.widgets.search_field import SearchField
from workshop.ui.widgets.table_model import Cell, Column, Row
from workshop.ui.widgets.text_field import LineField, NoteField


def _fields(desk: Desk) -> QWidget:
    sheet = Sheet()
    name = words(desk, "의견", "Idea")
    hint = words(desk, "무엇이 먼저 바뀌어야 할까요?", "What should change first?")
    text = words(
        desk, "횡단보도 신호가 짧아서 할머니들이 뛰어갑니다.", "The green light is so short that grandmothers run."
    )
    sheet.add("empty", LineField(name=name, placeholder=hint))
    sheet.add("written", LineField(text, name=name))
    off = LineField(text, name=name)
    off.setEnabled(False)
    sheet.add("disabled", off)
    sheet.add("several lines", NoteField("\n".join([text] * 3), name=name, lines=3))
    return sheet


def _capture(desk: Desk) -> QWidget:
    sheet = Sheet()
    invitation, enter = (
        words(desk, "아이디어를 적으세요…", "Write down an idea…"),
        words(desk, "Enter 저장", "Enter to keep"),
    )
    sheet.add("empty", CaptureField(invitation, enter))
    said = words(desk, "시장 앞에 그늘과 앉을 자리", "Shade and a seat in front of the market")
    for title, times in (("written", 1), ("several lines", 4)):
        field = CaptureField(invitation, enter)
        field.set_value("\n".join([said] * times))
        sheet.add(title, field)
    return sheet


def _search(desk: Desk) -> QWidget:
    sheet = Sheet()
    hint = words(desk, "번호, 코드, 동네, 이름으로 찾기", "Number, code, neighbourhood or name")
    sheet.add("empty", SearchField(desk.icons, hint), left=True)
    written = SearchField(desk.icons, hint)
    written.setText(words(desk, "솔밭동", "Solbat"))
    sheet.add("written", written, left=True)
    return sheet


def _form(desk: Desk) -> Form:
    def say(korean: str, english: str) -> str:
        return words(desk, korean, english)

    methods = (say("점 투표", "Dots"), say("찬성 투표", "Approval"), say("예산 나누기", "Share a budget"),
               say("순위 매기기", "Put in order"), say("동의 정도 나누기", "How much one agrees"))  # fmt: skip
    return Form(desk, [
        Field("title", say("제목", "Title"), required=True, help=say("참여자가 보는 제목입니다.", "What participants see.")),
        Field("goals", say("목표", "Goals"), "note"),
        Field("method", say("방법", "Method"), "segments", choices=tuple(enumerate(methods))),
        Field("day", say("날짜", "Date"), "date", row="when", required=True),
        Field("at", say("시작", "Begins at"), "time", row="when"),
        Field("seats", say("자리", "Seats"), "number", unit=say("명", "people")),
        Field("phase", say("단계", "Phase"), "choice", choices=((2, say("2 계획", "2 Planning")),)),
        Field("secret", say("비밀 투표입니다", "The vote is secret"), "check"),
    ])  # fmt: skip


def _forms(desk: Desk) -> QWidget:
    sheet = Sheet()
    filled = _form(desk)
    filled.set_values({
        "title": words(desk, "우선순위 투표", "Priority vote"), "day": date(2026, 5, 9), "at": time(14, 0), "seats": 29,
        "secret": True,
    })  # fmt: skip
    sheet.add("filled in", filled)
    wrong = _form(desk)
    wrong.set_values({"day": date(2026, 5, 9)})
    wrong.set_error("title", words(desk, "제목을 적으세요.", "Please give it a title."))
    sheet.add("something is missing", wrong)
    return sheet


def _rows(desk: Desk, number: int) -> list[Row]:
    title = words(
        desk,
        "어린이와 어르신이 마음 놓고 걸어서 학교와 시장에 가는 길을 함께 찾습니다",
        "Find together on which streets children and the old can walk to school and to the market without fear",
    )
    short = words(desk, "아이디어 워크숍", "Idea workshop")
    report = words(desk, "보고서", "Report")
    states = (
        ("quiet", "준비", "planned"),
        ("accent", "진행 중", "running"),
        ("ok", "마침", "done"),
        ("warn", "늦음", "late"),
    )
    rows: list[Row] = []
    for place in range(number):
        role, korean, english = states[place % len(states)]
        day = words(desk, f"4월 {place + 1}일", f"{place + 1} April")
        cells = (title if place == 1 else short, day, Cell(words(desk, korean, english), pill=role),
                 Cell(report, link=True, role="accent"))  # fmt: skip
        rows.append(Row(place, cells, quiet=place == 3))
    return rows


def _table(desk: Desk, rows: list[Row], *, single_click: bool = False) -> DataTable:
    columns = [Column(words(desk, "회차", "Session"), width=0, strong=True), Column(words(desk, "날짜", "Date")),
               Column(words(desk, "상태", "State")), Column("", align="right")]  # fmt: skip
    name = words(desk, "회차", "Sessions")
    table = DataTable(desk, columns, name, fit_rows=True, single_click=single_click)
    table.set_rows(rows)
    return table


def _tables(desk: Desk) -> QWidget:
    sheet = Sheet()
    sheet.add("some rows", _table(desk, _rows(desk, 4)))
    chosen = _table(desk, _rows(desk, 3))
    chosen.choose(1)
    sheet.add("one is chosen, the keyboard is elsewhere", chosen)
    pointed = _table(desk, _rows(desk, 3), single_click=True)
    pointed.hovered = 1
    sheet.add("one is pointed at", pointed)
    sheet.add("nothing", _table(desk, []))
    return sheet


SPECIMENS = (
    Specimen("capture-field", _capture),
    Specimen("data-table", _tables),
    Specimen("form", _forms),
    Specimen("search-field", _search),
    Specimen("text-field", _fields),
)
