"""The evaluation booth: the start, a question of each kind, first, middle and last, the check, done."""

import msgspec
from PySide6.QtWidgets import QWidget

from tests.gallery.hall import Hall
from tests.gallery.screen_acts import Show, session_id, tap, wishing
from tests.gallery.screen_libraries import SCREEN
from tests.gallery.view import View
from tests.gallery.views.pictures import wall
from tests.questionnaires import FIRST, MINUTES, OPPOSITES, PHOTO, RECOMMEND, USED, WHY_NOT, WISHES, open_own_form
from workshop.services.evaluation import evaluations
from workshop.services.evaluation.instrument_shape import Item
from workshop.services.ideas import pictures
from workshop.ui.shared_screen.evaluation.answer_cards import AnswerCard

OPPOSITES_ALONE = msgspec.structs.replace(OPPOSITES, shown_if=None)
FEEDBACK, OPERATORS, SUS = "session-feedback", "operator-survey", "sus"


def _start(instrument: str) -> Show:
    def show(hall: Hall) -> QWidget:
        forms = evaluations.list_forms(hall.library, project_id=hall.project_id)
        form = next(form for form in forms if form.instrument == instrument and form.opened_at is not None)
        return hall.screen(lambda stage: stage.show_evaluation_booth(form.id))

    return show


def _question(instrument: str, place: int, *answers: int) -> Show:
    """A question by its place, after some answers were tapped; those before it are skipped or answered by the first answer."""

    def show(hall: Hall) -> QWidget:
        window = _start(instrument)(hall)
        tap(hall, "next")
        items = hall.stage.scene.form.items
        for _ in range(place % len(items)):
            _pass(hall)
        for answer in answers:
            hall.click(hall.stage.scene.findChildren(AnswerCard)[answer])
        return window

    return show


def _pass(hall: Hall) -> None:
    skip = hall.stage.scene.findChild(QWidget, "skip")
    if not skip.isVisible():
        hall.click(hall.stage.scene.findChildren(AnswerCard)[-1])
        skip = hall.stage.scene.findChild(QWidget, "next")
    hall.click(skip)


def _own(*items: Item, taps: tuple[str, ...] = ()) -> Show:
    """The first question of a questionnaire of one's own, after some taps."""

    def show(hall: Hall) -> QWidget:
        form = open_own_form(hall.library, session_id(hall), hall.window.desk.language, *items)
        window = hall.screen(lambda stage: stage.show_evaluation_booth(form.id))
        tap(hall, "next", *taps)
        return window

    return show


def _photos(hall: Hall) -> QWidget:
    """Photos of the session, one of them chosen."""
    kept = pictures.add_photos(
        hall.library, project_id=hall.project_id, session_id=session_id(hall),
        photos=[wall(n, 900, 1200) if n % 4 == 3 else wall(n) for n in range(1, 8)],
    ).record  # fmt: skip
    return _own(PHOTO, taps=(f"answer-{kept[4].id}",))(hall)


def _text(hall: Hall) -> QWidget:
    window = _question(FEEDBACK, -1)(hall)
    hall.write("Everybody could speak, and nobody was hurried.")
    return window


def _check(hall: Hall) -> QWidget:
    window = _question(FEEDBACK, 1, 4)(hall)
    tap(hall, "next")
    for _ in range(3):
        _pass(hall)
    return window


_STATES: dict[str, Show] = {
    "start": _start(FEEDBACK),
    "start-paired": _start(SUS),
    "code": wishing(_start(SUS), "with-code"),
    "faces": _question(FEEDBACK, 0),
    "faces-chosen": _question(FEEDBACK, 1, 3),
    "faces-text-200": wishing(_question(FEEDBACK, 1, 3), "text-200"),
    "faces-contrast": wishing(_question(FEEDBACK, 1, 3), "contrast"),
    "scale": _question(SUS, 4, 1),
    "scale-text-150": wishing(_question(SUS, 4, 1), "text-150"),
    "several": _question(OPERATORS, 0, 1, 2),
    "several-text-200": wishing(_question(OPERATORS, 0, 1, 2), "text-200"),
    "single": _question(OPERATORS, 1, 2),
    "several-most": _own(WISHES, taps=("answer-bench", "answer-light", "answer-air")),
    "opposites": _own(RECOMMEND, OPPOSITES_ALONE, taps=("skip", "answer-6")),
    "recommend": _own(RECOMMEND, taps=("answer-9",)),
    "recommend-text-200": wishing(_own(RECOMMEND, taps=("answer-9",)), "text-200"),
    "ranking": _own(FIRST, taps=("option-clinic", "option-market")),
    "ranking-text-200": wishing(_own(FIRST, taps=("option-clinic", "option-market")), "text-200"),
    "number": _own(MINUTES),
    "number-outside": _own(MINUTES, taps=("key-1", "key-2", "key-1")),
    "number-text-200": wishing(_own(MINUTES, taps=("key-1", "key-2")), "text-200"),
    "photo": _photos,
    "photo-none": _own(PHOTO),
    "condition": _own(USED, WHY_NOT, MINUTES, taps=("answer-no", "next")),
    "text": _question(FEEDBACK, -1),
    "text-given": _text,
    "text-text-200": wishing(_text, "text-200"),
    "check": _check,
    "check-text-200": wishing(_check, "text-200"),
    "done": wishing(_check, "hand-in"),
}
VIEWS = tuple(View(f"screen/answer-{name}", SCREEN, show) for name, show in _STATES.items())
