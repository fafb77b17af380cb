"""The path of four phases by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from workshop.ui.widgets.phase_path import PhasePath, PhaseStep

PHASES = [
    PhaseStep("1 Preparation", "done", line="completed · 28 March"),
    PhaseStep("2 Planning", "open", lead="under way", line="session 3 of 4"),
    PhaseStep("3 Operation"), PhaseStep("4 Evaluation"),
]  # fmt: skip


@pytest.fixture
def path(desk, qtbot):
    path = PhasePath(desk)
    qtbot.addWidget(path)
    path.set_phases(PHASES, 1)
    path.show()
    path.activateWindow()
    return path


def steps(path: PhasePath) -> list[QAbstractButton]:
    return sorted(path.findChildren(QAbstractButton), key=lambda step: (step.y(), step.x()))


def test_a_click_chooses_a_phase(path, qtbot):
    with qtbot.waitSignal(path.phaseChosen) as chosen:
        qtbot.mouseClick(steps(path)[2], Qt.MouseButton.LeftButton)
    assert chosen.args == [2] == [path.chosen]


def test_arrow_keys_move_the_choice_and_stop_at_the_end(path, qtbot):
    told = []
    path.phaseChosen.connect(told.append)
    steps(path)[1].setFocus()
    for _ in range(3):
        qtbot.keyClick(steps(path)[path.chosen], Qt.Key.Key_Right)
    assert told[:2] == [2, 3]
    assert path.chosen == 3


def test_a_step_tells_all_its_words(path):
    assert steps(path)[1].accessibleName() == "2 Planning, under way, session 3 of 4"


def test_a_click_on_the_chosen_phase_keeps_it_chosen(path, qtbot):
    qtbot.mouseClick(steps(path)[1], Qt.MouseButton.LeftButton)
    assert path.chosen == 1
    assert [step.isChecked() for step in steps(path)] == [False, True, False, False]


@pytest.mark.parametrize(("width", "lines"), [(900, [4]), (420, [2, 2]), (190, [1, 1, 1, 1])])
def test_where_four_have_no_room_they_stand_in_lines(path, width, lines, cut_off):
    path.set_phases([PhaseStep("4 Evaluation & dissemination", "open", "under way", "session 3 of 4")] * 4, 0)
    path.resize(width, path.heightForWidth(width))
    tops = [step.y() for step in steps(path)]
    assert [tops.count(top) for top in dict.fromkeys(tops)] == lines
    assert cut_off(path) == []
    assert path.minimumSizeHint().width() <= 190


@pytest.mark.parametrize(("width", "start", "down"), [(900, 0, 0), (420, 0, 2), (420, 3, 3), (190, 1, 2)])
def test_up_and_down_lead_to_the_next_line(path, qtbot, width, start, down):
    path.set_phases([PhaseStep("4 Evaluation & dissemination", "open")] * 4, start)
    path.resize(width, path.heightForWidth(width))
    step = steps(path)[start]
    step.setFocus()
    qtbot.keyClick(step, Qt.Key.Key_Down)
    assert path.chosen == down
    if down != start:
        qtbot.keyClick(steps(path)[down], Qt.Key.Key_Up)
        assert path.chosen == start


def test_the_phase_that_is_looked_at_is_seen_without_the_keyboard(desk, path):
    path.set_phases([PhaseStep("1 Preparation", "done")] * 4, 1)
    path.resize(900, path.heightForWidth(900))
    steps(path)[0].clearFocus()
    picture = path.grab().toImage()
    shown = [picture.pixelColor(step.x() + 1, step.height() // 2) for step in steps(path)[1:3]]
    assert not any(step.hasFocus() for step in steps(path))
    assert shown == [desk.theme.color("phase-2"), desk.theme.color("phase-3-soft")]
