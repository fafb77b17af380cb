"""Results of scored instruments on the page of evaluation, open answers sorted by hand, answers saved and taken in."""

import io
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from openpyxl import load_workbook
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.builders import Room, make_room
from tests.questionnaires import FIRST, PHOTO, open_own_form
from tests.ui.pages.test_evaluation import LEFT, SharedScreen, close, make_form, press, settle, sheet, words
from tests.ui.pages.test_evaluation import open_page as open_page
from workshop.language import load_language
from workshop.services.evaluation import answer_themes, answers
from workshop.services.ideas import pictures
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.evaluation.answer_sheet import TakeInAnswers
from workshop.ui.pages.evaluation.open_answers import OpenAnswersCard, QuoteRow, ThemeBox
from workshop.ui.pictures.viewer import PictureViewer
from workshop.ui.widgets.charts.kano_map import KanoChart
from workshop.ui.widgets.charts.scale_chart import ScaleChart

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus without a desktop

TEXTS = ("글씨가 작다", "버스가 늦다", "글씨가 흐리다", "좋았다", "어둡다")


def _asked(room: Room, instrument: str, *rows: dict[str, Any]):
    form = make_form(room, instrument=instrument)
    for values in rows:
        answers.submit_answer(room.library, form_id=form.id, values=values, answer_id=uuid4())
    close(room, form)
    return form


def _nps(room: Room):
    rows = [{"nps": value, "reason": text} for value, text in zip((10, 9, 9, 7, 3), TEXTS, strict=True)]
    return _asked(room, "nps", *rows)


def _menu() -> QMenu:
    (menu,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
    return menu


def _card(page: Any) -> OpenAnswersCard:
    return page.view.detail.findChild(OpenAnswersCard)


def _boxes(page: Any) -> dict[str, list[str]]:
    """What stands under each theme."""
    return {
        box.accessibleName(): [row._answer.text for row in box.findChildren(QuoteRow)]
        for box in _card(page).findChildren(ThemeBox)
    }


@pytest.mark.parametrize(
    ("instrument", "rows", "said"),
    [
        (
            "nps", [{"nps": value} for value in (10, 9, 9, 7, 3)],
            ("+40", "Promoters (9–10) 3 (60%)", "Detractors (0–6) 1 (20%)"),
        ),
        (
            "ueq-s", [{f"ueq{place}": 6 if place < 5 else 3 for place in range(1, 9)}] * 5,
            ("+2.00", "−1.00", "+0.50", "not a percentage"),
        ),
        (
            "kano",
            [{f"{key}_{way}": value for key in ("live", "person", "simple", "privacy", "answer")
              for way, value in (("functional", "1"), ("dysfunctional", "5"))}] * 5,
            ("One-dimensional 5", "Live information"),
        ),
    ],
)  # fmt: skip
def test_scores_are_told_with_what_they_are(open_page, library, instrument, rows, said) -> None:
    room = make_room(library)
    form = _asked(room, instrument, *rows)
    page = open_page(room.project_id, "en", item=form.id)
    told = words(page.view.detail)
    assert all(each in told for each in said)
    assert page.view.detail.findChild(KanoChart if instrument == "kano" else ScaleChart) is not None


def test_answers_are_sorted_by_their_menu_and_the_keyboard_goes_to_the_next(open_page, library, qtbot) -> None:
    room = make_room(library)
    form = _nps(room)
    page = open_page(room.project_id, "en", item=form.id)
    press(page, "new:reason")
    dialog = sheet(FormDialog)
    qtbot.keyClicks(dialog.form.findChildren(type(dialog.focusWidget()))[0], "letters")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settle(page)
    assert _boxes(page) == {"Not yet sorted": sorted(TEXTS), "letters": []}
    first, second = [row._answer for row in _card(page).findChildren(QuoteRow)][:2]
    button = page.view.detail.buttons[f"answer:reason:{first.answer_id}"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(_menu(), Qt.Key.Key_1)
    settle(page)
    assert _boxes(page)["letters"] == [first.text]
    assert page.window().focusWidget() is page.view.detail.buttons[f"answer:reason:{second.answer_id}"]


def test_an_answer_that_is_dropped_on_a_theme_belongs_to_it(open_page, library, qtbot) -> None:
    room = make_room(library)
    form = _nps(room)
    answer_themes.add_answer_theme(library, form_id=form.id, item="reason", title="글씨")
    page = open_page(room.project_id, "en", item=form.id)
    row = next(row for row in _card(page).findChildren(QuoteRow) if row._answer.text == "글씨가 작다")
    box = next(box for box in _card(page).findChildren(ThemeBox) if box.accessibleName() == "글씨")
    action, carried = Qt.DropAction.MoveAction, row.dragged()
    box.dropEvent(QDropEvent(QPointF(5, 5), action, carried, LEFT, Qt.KeyboardModifier.NoModifier))
    settle(page)
    assert _boxes(page)["글씨"] == ["글씨가 작다"]


def test_answers_are_saved_with_their_codebook(open_page, library, tmp_path: Path) -> None:
    room = make_room(library)
    form = _nps(room)
    page = open_page(room.project_id, "en", item=form.id)
    page.answers.save(str(tmp_path / "out.xlsx"), page.situation.form)
    settle(page)
    assert load_workbook(tmp_path / "out.xlsx").sheetnames == ["nps", "scores", "codebook"]


@pytest.mark.parametrize(("text", "taken"), [("nps,reason\n9,\n3,늦다\n", 7), ("nps\n9\n11\n", 5)])
def test_a_spreadsheet_is_shown_before_it_is_taken_in_whole_or_refused_with_the_place(
    open_page, library, qtbot, tmp_path: Path, text: str, taken: int
) -> None:
    room = make_room(library)
    form = _nps(room)
    page = open_page(room.project_id, "en", item=form.id)
    file = tmp_path / "in.csv"
    file.write_text(text, encoding="utf-8")
    offered: list[object] = []
    page.undoOffered.connect(offered.append)
    page.answers.take_in_file(str(file), page.situation.form)
    settle(page)
    shown = sheet(TakeInAnswers)
    if taken == 5:
        assert "Row 3, column “nps”: “11”" in words(shown)
        assert not shown.verb_button.isEnabled()
        shown.reject()
    else:
        assert "2 filled-in forms" in words(shown)
        qtbot.mouseClick(shown.verb_button, LEFT)
    settle(page)
    assert answers.form_result(library, form_id=form.id).respondents == taken
    assert len(offered) == (taken > 5)


def test_a_ranking_tells_mean_places_and_a_chosen_photo_is_shown_large(open_page, library, qtbot) -> None:
    room = make_room(library)
    out = io.BytesIO()
    Image.new("RGB", (90, 60), "navy").save(out, "JPEG")
    lamp, bench = (
        pictures.add_picture(
            library, project_id=room.project_id, session_id=room.session_id, data=out.getvalue(), caption=caption
        ).record.id
        for caption in ("lamp", "bench")
    )
    form = open_own_form(library, room.session_id, load_language("en"), FIRST, PHOTO)
    for place in range(5):
        values = {"first": ["school", "market"] if place else ["market"], "photo": str(bench if place else lamp)}
        answers.submit_answer(library, form_id=form.id, values=values, answer_id=uuid4())
    close(room, form)
    page = open_page(room.project_id, "en", item=form.id)
    told = words(page.view.detail)
    assert told.index("School back gate | 1.40 | 4") < told.index("Central market | 1.80 | 1")
    assert told.index("chosen 4 times · bench") < told.index("chosen once · lamp")
    tile = page.view.detail.buttons[f"photo:{bench}"]
    qtbot.mouseClick(tile, LEFT)
    viewer = page.findChild(PictureViewer)
    assert (viewer.is_open, viewer.picture.caption) == (True, "bench")
    offered: list[Any] = []
    page.undoOffered.connect(offered.append)
    page.desk.tasks.listen(library)
    page.desk.tasks.changed.connect(lambda changed: page.stale(changed) and page.reload())  # as the window does
    qtbot.mouseClick(viewer.remove_button, LEFT)
    settle(page)
    assert "1 chosen photo has been removed since." in words(page.view.detail)
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.is_open
    assert len(offered) == 1
    assert page.window().focusWidget() is page.view.detail.area


def test_the_room_sees_the_result_and_types_and_sessions_have_a_place(open_page, library, qtbot) -> None:
    room = make_room(library)
    form = _nps(room)
    screen = SharedScreen()
    page = open_page(room.project_id, "en", item=form.id, stage=screen)
    press(page, "show")
    assert (screen.shown, screen.is_open) == ([form.id], True)
    qtbot.mouseClick(page.view.choice.button("compared"), LEFT)
    assert "Nothing to compare yet" in words(page.view)
