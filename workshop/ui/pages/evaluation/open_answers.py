"""Open answers to one item, sorted under themes by hand: dragged with the pointer, or through the menu at each answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from workshop.models.records.evaluations import AnswerThemeRecord, FormResult, ItemResult, OpenAnswer
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import Button, SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.headings import MutedLabel, StrongLabel, paragraph
from workshop.ui.widgets.look import set_look

_MIME = "application/x-workshop-answer"


@dataclass(frozen=True, slots=True)
class AnswerWish:
    """What somebody wants of open answers: `sort` one, a `new` theme (for one answer or none), `rename` or `remove` a theme."""

    verb: str
    form_id: UUID
    item: str
    answer_id: UUID | None = None
    theme: AnswerThemeRecord | None = None


Wish = Callable[[AnswerWish], None]


class OpenAnswersCard(Card):
    """The unsorted answers first, then every theme with its answers; `buttons` by name, so that one can be found again."""

    def __init__(self, desk: Desk, result: FormResult, item: ItemResult, wish: Wish) -> None:
        super().__init__()
        self._desk, self._form_id, self._item = desk, result.form.id, item.item.key
        self._wish = wish
        self.buttons: dict[str, Button] = {}
        self.themes = tuple(theme for theme in result.themes if theme.item == self._item)
        self._answers = tuple(each for each in result.open_answers if each.item == self._item)
        known = {theme.id for theme in self.themes}
        language = desk.language
        self.add(StrongLabel(language.pick(item.item.text), wrap=True))
        told = [f"n = {language.number(item.n)}"]
        if item.missing:
            told.append(language.say("missing {n}", n=language.number(item.missing)))
        self.add(MutedLabel(" · ".join(told)))
        loose = [each for each in self._answers if each.theme_id not in known]
        if loose or not self.themes:
            self.add(self._box(None, loose))
        for theme in self.themes:
            self.add(self._box(theme, [each for each in self._answers if each.theme_id == theme.id]))
        self._add_foot()

    def has(self, wish: AnswerWish) -> bool:
        """Whether a wish is about an answer of this card."""
        return any((each.answer_id, each.item) == (wish.answer_id, wish.item) for each in self._answers)

    def next_after(self, answer_id: UUID | None) -> str:
        """The name of the button at the answer that is sorted next."""
        loose = [each.answer_id for each in self._answers if each.theme_id is None]
        place = loose.index(answer_id) if answer_id in loose else -1
        rest = [each for each in (*loose[place + 1 :], *loose[: max(place, 0)]) if each != answer_id]
        return _name(self._item, rest[0] if rest else answer_id)

    def _box(self, theme: AnswerThemeRecord | None, answers: Sequence[OpenAnswer]) -> "ThemeBox":
        title = theme.title if theme else self._desk.language.say("Not yet sorted") if self.themes else ""
        box = ThemeBox(title, self._desk.language.number(len(answers)))
        box.dropped.connect(lambda answer_id: self._sort(answer_id, theme))
        if theme is not None:
            say = self._desk.language.say
            for verb, words in (("rename", say("Rename…")), ("remove", say("Remove"))):
                button = SmallButton(words)
                button.setAccessibleName(f"{words} – {theme.title}")
                button.clicked.connect(lambda _on=False, verb=verb: self._wish(self._wished(verb, theme=theme)))
                self.buttons[f"{verb}:{theme.id}"] = button
                box.add_action(button)
        for answer in answers:
            box.add(self._row(answer))
        return box

    def _row(self, answer: OpenAnswer) -> "QuoteRow":
        button = SmallButton(self._desk.language.say("Theme…"))
        button.setAccessibleName(self._desk.language.say("Sort: {text}", text=answer.text[:60]))
        button.clicked.connect(lambda: self._offer(button, answer))
        self.buttons[_name(self._item, answer.answer_id)] = button
        return QuoteRow(answer, button)

    def _add_foot(self) -> None:
        say = self._desk.language.say
        if self.themes:
            hint = say("Drag an answer onto a theme, or choose one with its button.")
            self.add(paragraph(hint, role="muted", small=True))
        button = SmallButton(say("New theme…"))
        button.clicked.connect(lambda: self._wish(self._wished("new")))
        self.buttons[f"new:{self._item}"] = button
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _offer(self, button: Button, answer: OpenAnswer) -> None:
        """The themes with a digit each, out of all themes, and a new one."""
        say = self._desk.language.say
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for place, theme in enumerate(self.themes, start=1):
            action = menu.addAction(f"&{place} {theme.title}" if place < 10 else theme.title)
            action.setCheckable(True)
            action.setChecked(theme.id == answer.theme_id)
            action.triggered.connect(lambda _on=False, theme=theme: self._sort(answer.answer_id, theme))
        if answer.theme_id is not None:
            menu.addAction(say("Under no theme")).triggered.connect(lambda: self._sort(answer.answer_id, None))
        if self.themes:
            menu.addSeparator()
        new = self._wished("new", answer_id=answer.answer_id)
        menu.addAction(say("New theme…")).triggered.connect(lambda: self._wish(new))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _sort(self, answer_id: UUID, theme: AnswerThemeRecord | None) -> None:
        self._wish(self._wished("sort", answer_id=answer_id, theme=theme))

    def _wished(
        self, verb: str, *, answer_id: UUID | None = None, theme: AnswerThemeRecord | None = None
    ) -> AnswerWish:
        return AnswerWish(verb, self._form_id, self._item, answer_id, theme)


class ThemeBox(QFrame):
    """A theme with its answers; an answer that is dropped on it belongs to it."""

    dropped = Signal(object)  # the id of an answer

    def __init__(self, title: str, count: str) -> None:
        super().__init__()
        self.setProperty("look", "theme-box")
        self.setAcceptDrops(True)
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(8)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(StrongLabel(title, wrap=True), 1)
        self._head.addWidget(MutedLabel(count))
        if title:
            self._column.addLayout(self._head)

    def add(self, widget: QWidget) -> None:
        """An answer below the others."""
        self._column.addWidget(widget)

    def add_action(self, button: Button) -> None:
        """A button at the right of the title."""
        self._head.addWidget(button)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Answers are taken, and shown to be."""
        if event.mimeData().hasFormat(_MIME):
            set_look(self, state="over")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It was carried on."""
        set_look(self, state="")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which answer."""
        set_look(self, state="")
        event.acceptProposedAction()
        self.dropped.emit(UUID(bytes(event.mimeData().data(_MIME).data()).decode()))


class QuoteRow(QWidget):
    """What somebody wrote, with a line at its side; it can be dragged, and its button does the same."""

    def __init__(self, answer: OpenAnswer, button: Button) -> None:
        super().__init__()
        self._answer = answer
        self._pressed: QPoint | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        side = QFrame()
        side.setProperty("look", "soft")
        side.setFixedWidth(4)
        row.addWidget(side)
        row.addWidget(paragraph(answer.text), 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def dragged(self) -> QMimeData:
        """What is carried: which answer it is."""
        data = QMimeData()
        data.setData(_MIME, QByteArray(str(self._answer.answer_id).encode()))
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag may begin here."""
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough away, the answer is carried."""
        if self._pressed is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        drag = QDrag(self)
        drag.setMimeData(self.dragged())
        drag.setPixmap(self.grab().scaledToWidth(min(self.width(), 360), Qt.TransformationMode.SmoothTransformation))
        self._pressed = None
        drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It was a click."""
        self._pressed = None
        super().mouseReleaseEvent(event)


def _name(item: str, answer_id: UUID | None) -> str:
    return f"answer:{item}:{answer_id}"
