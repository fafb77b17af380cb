"""What is only read: words, states, figures, people by their number."""

from PySide6.QtWidgets import QWidget

from tests.gallery.widgets.acting import line_of
from tests.gallery.widgets.specimen import Sheet, Specimen, words
from workshop.ui.desk import Desk
from workshop.ui.widgets.avatar import STATES, Chip, NumberChip, NumberGrid
from workshop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from workshop.ui.widgets.card import Card, CardButton
from workshop.ui.widgets.empty_state import EmptyState, NoProject
from workshop.ui.widgets.fold import Fold
from workshop.ui.widgets.headings import LeadLabel, MutedLabel, paragraph
from workshop.ui.widgets.number_tile import NumberTile
from workshop.ui.widgets.page_header import PageHeader
from workshop.ui.widgets.phase_path import PhasePath, PhaseStep
from workshop.ui.widgets.pill import ROLES, Pill


def _long_title(desk: Desk) -> str:
    return words(
        desk,
        "어린이와 어르신이 마음 놓고 걸어서 학교와 시장에 가는 우리 동네 길 만들기",
        "Streets on which children and the old walk to school and to the market without fear",
    )


def _cards(desk: Desk) -> QWidget:
    sheet = Sheet()
    button = CardButton()
    button.add(LeadLabel(_long_title(desk), wrap=True))
    button.add(MutedLabel(words(desk, "2 계획 · 4회차 중 3회차", "2 Planning · session 3 of 4"), wrap=True))
    sheet.add("to be pressed", button)
    card = Card(words(desk, "다가오는 후속 조치", "Due next"), "3")
    card.add_action(LinkButton(words(desk, "모두 보기", "Show all")))
    card.add(paragraph(words(desk, "교통과가 신호 주기를 다시 잽니다.", "Transport measures the signals again.")))
    sheet.add("with a figure and a link", card)
    long = Card(_long_title(desk))
    long.add(paragraph(" ".join([_long_title(desk)] * 3), role="muted"))
    sheet.add("long words", long)
    return sheet


def _pills(desk: Desk) -> QWidget:
    sheet = Sheet()
    sheet.add("all roles", line_of(*(Pill(words(desk, "진행 중", "Under way"), role) for role in ROLES)))
    long = words(desk, "담당 부서의 답을 기다립니다", "Waiting for the answer of the department")
    sheet.add("long words", Pill(long, "warn"), left=True)
    return sheet


def _number_tiles(desk: Desk) -> QWidget:
    sheet = Sheet()
    voted = words(desk, "투표율", "Turnout")
    of = words(desk, "명 중 29명", "of 29")
    sheet.add("a figure", NumberTile(voted, "19", of))
    sheet.add("nothing yet", NumberTile(voted))
    sheet.add("late", NumberTile(words(desk, "기한 지남", "Overdue"), "3", words(desk, "건", "actions"), role="danger"))
    sheet.add("large", NumberTile(words(desk, "의견", "Ideas"), "12,408", words(desk, "건", "ideas"), role="ok"))
    return sheet


def _avatars(desk: Desk) -> QWidget:
    sheet = Sheet()
    name = words(desk, "참여자", "Participants")
    chips = [Chip(number, STATES[number % 3]) for number in range(1, 30)]
    chips[16] = Chip(17, "now")
    sheet.add("alone", line_of(*(NumberChip(number, state) for number, state in enumerate(STATES, 4))))
    for state, shown, choosable in (
        ("some have voted", chips, False),
        ("to be chosen", chips[:6], True),
        ("nobody", [], False),
        ("many", [Chip(number, "present") for number in range(1, 121)], False),
    ):
        grid = NumberGrid(desk, name, choosable=choosable)
        grid.set_numbers(shown)
        sheet.add(state, grid)
    return sheet


def _steps(desk: Desk, states: str) -> list[PhaseStep]:
    titles = (
        ("1 준비", "1 Preparation"),
        ("2 계획", "2 Planning"),
        ("3 운영과 관리", "3 Operation & management"),
        ("4 평가와 확산", "4 Evaluation & dissemination"),
    )
    told = {
        "d": ("done", "", words(desk, "3월 28일 마침", "done on 28 March")),
        "o": ("open", words(desk, "진행 중", "Under way"), words(desk, "· 4회차 중 3회차", "· session 3 of 4")),
        "p": ("planned", "", words(desk, "6월부터", "from June")),
    }
    return [
        PhaseStep(words(desk, *title), told[state][0], told[state][1], told[state][2])
        for title, state in zip(titles, states, strict=True)
    ]


def _phase_paths(desk: Desk) -> QWidget:
    sheet = Sheet()
    for state, states, chosen in (("the first", "oppp", 0), ("the second, the first is looked at", "dopp", 0),
                                  ("all done", "dddd", 3), ("none begun", "pppp", 1)):  # fmt: skip
        path = PhasePath(desk)
        path.set_phases(_steps(desk, states), chosen)
        sheet.add(state, path)
    return sheet


def _page_headers(desk: Desk) -> QWidget:
    sheet = Sheet()
    add, many = words(desk, "참여자 추가", "Add a participant"), words(desk, "여러 명 추가", "Add several")
    over = words(desk, "초록시 걷기 좋은 길", "Streets to walk in Chorok")
    short = words(desk, "참여자", "Participants")
    for state, title in (("in a narrow place", short), ("short", short), ("long words", _long_title(desk))):
        header = PageHeader(title, over, "24")
        header.add_button(QuietButton(many))
        header.add_button(PrimaryButton(add, icon=desk.icons.icon("plus", "accent-ink")))
        narrow = desk.type.px(330)
        sheet.add(state, header, widest=narrow if state == "in a narrow place" else 0)
    sheet.add("without buttons", PageHeader(words(desk, "설정", "Settings")))
    return sheet


def _empty_states(desk: Desk) -> QWidget:
    sheet = Sheet()
    title = words(desk, "아직 의견이 없습니다", "There are no ideas yet")
    text = words(
        desk,
        "참여자가 말하거나 적은 것이 여기에 모입니다. 진행 화면에서 적거나, 의견 작성대를 열어 직접 쓰게 할 수 있습니다.",
        "What participants say or write is gathered here. Write it down while running, or open the booth and let them write.",
    )
    first, second = words(desk, "의견 적기", "Write an idea"), words(desk, "작성대 열기", "Open the booth")
    sheet.add("with both steps", EmptyState(desk, "lightbulb", title, text, first, second))
    sheet.add("no project", NoProject(desk, "route", words(desk, "과제를 먼저 고르세요.", "Choose a project first.")))
    sheet.add("words alone", EmptyState(desk, "search", words(desk, "찾은 것이 없습니다", "Nothing was found")))
    return sheet


def _folds(desk: Desk) -> QWidget:
    sheet = Sheet()
    title = words(desk, "추첨을 다시 하는 방법", "How the lot can be drawn again")
    inside = words(desk, "접힌 것을 펴면 여기에 보입니다.", "What was folded away is seen here.")
    sheet.add("closed", Fold(desk, title, paragraph(inside)))
    opened = Fold(desk, title, paragraph(inside))
    opened.button.setChecked(True)
    sheet.add("open", opened)
    return sheet


SPECIMENS = (
    Specimen("avatar", _avatars),
    Specimen("card", _cards),
    Specimen("empty-state", _empty_states),
    Specimen("fold", _folds),
    Specimen("number-tile", _number_tiles),
    Specimen("page-header", _page_headers),
    Specimen("phase-path", _phase_paths),
    Specimen("pill", _pills),
)
