"""The editor of a questionnaire: its questions at the left, what a participant sees and the fields of one at the right."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from workshop.models.enums import ItemKind
from workshop.models.titles import title_of
from workshop.services.evaluation.instrument_shape import Item
from workshop.services.evaluation.questionnaires import QuestionnaireRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.questionnaires.item_form import ItemForm
from workshop.ui.pages.evaluation.questionnaires.preview import BoothPreview
from workshop.ui.pages.evaluation.questionnaires.question_list import QuestionList
from workshop.ui.widgets.buttons import AccentButton, LinkButton, SegmentedChoice, SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import HeadingLabel, paragraph
from workshop.ui.widgets.list_and_detail import ListAndDetail
from workshop.ui.widgets.pill import Pill
from workshop.ui.widgets.scrolled_sheet import ScrolledSheet


class Editor(QWidget):
    """Places the parts and tells what is wished; the page does it."""

    closed = Signal()
    renameAsked = Signal()
    addAsked = Signal(object, int)  # kind, place from 0
    saved = Signal(object)  # an item
    moveAsked = Signal(str, int)
    copyAsked = Signal(str)
    removeAsked = Signal(str)
    kindAsked = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.record: QuestionnaireRecord | None = None
        self._owes_text = False
        say = desk.language.say
        self.questions = QuestionList(desk)
        self.form = ItemForm(desk)
        self.preview = BoothPreview(desk)
        self.language = SegmentedChoice(
            [("ko", "한국어"), ("en", "English")], desk.language.code, say("Language of the preview")
        )
        self.add_button = AccentButton(say("Add a question"))
        self._title, self._state = HeadingLabel("", wrap=True), Pill("", "quiet")
        self.rename_button = SmallButton(say("Title and source…"))
        self.back_button = LinkButton(say("All questionnaires"))
        self._note = paragraph(role="muted", small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head())
        column.addWidget(self._note)
        self.empty = EmptyState(
            desk, "clipboard-check", say("No question yet"), say("Begin with the one that matters most. You can move it later."),
            say("Add a question"),
        )  # fmt: skip
        self._right = self._make_right()
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._right, 1)
        inner.addWidget(self.empty, 1)
        px = desk.type.px
        self._left = self._make_left()
        self._parts = ListAndDetail(
            self._left, holder, widest=px(400), least=px(420), low=px(520), high=px(560), shares=(4, 8)
        )
        column.addWidget(self._parts, 1)
        self._connect()

    def show_record(self, record: QuestionnaireRecord) -> None:
        """Show a questionnaire; the chosen question stays chosen."""
        say, language = self._desk.language.say, self._desk.language
        other = self.record is None or self.record.id != record.id
        self.record = record
        self._title.setText(record.instrument.title.in_language(language.code))
        missing = len(record.problems)
        words = say("ready") if not missing else language.say_many("{n} thing missing", "{n} things missing", missing)
        self._state.set(words, "quiet" if not missing else "warn")
        self._note.setText(self._forms(record))
        self._note.setVisible(bool(record.forms))
        self.questions.show_questions(record)
        has_some = bool(record.instrument.items)
        self._right.setVisible(has_some)
        self.empty.setVisible(not has_some)
        self._left.setVisible(has_some)
        if has_some and (other or self.questions.chosen is None):
            self.questions.choose(record.instrument.items[0].key)
        self._show_chosen()

    def choose(self, key: str, *, write: bool = False) -> None:
        """Choose a question, to `write` its words where it is new."""
        self._owes_text = write
        self.questions.choose(key)
        self._show_chosen()

    def focus_first(self) -> None:
        """The keyboard is in the list, or at what adds the first question."""
        (self.questions if self.questions.lines else self.empty.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()

    def ask_kind(self, place: QPoint, take: Callable[[ItemKind], object] | None = None) -> QMenu:
        """Open the list of kinds; what is chosen is added behind the chosen question, or given to `take`."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in ItemKind:
            action = menu.addAction(self._desk.language.tell(title_of(kind)))
            action.triggered.connect(lambda _on=False, kind=kind: (take or self._add)(kind))
        menu.popup(place)
        return menu

    # Parts.

    def _head(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, spacing=10)
        self.back_button.set_icon(self._desk.icons.icon("chevron-left"))
        for part in (self.back_button, self._title, self._state, self.rename_button):
            row.addWidget(part)
        return holder

    def _make_left(self) -> QWidget:
        """The questions, and below them what a participant sees of the chosen one."""
        holder = QWidget()
        both = QVBoxLayout(holder)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(12)
        card = QFrame()
        card.setProperty("look", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        area = _scrolling(self.questions)
        area.setMinimumHeight(self._desk.type.px(150))
        column.addWidget(area, 1)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        column.addLayout(row)
        both.addWidget(card, 1)
        self._seen = Card(self._desk.language.say("Preview"))
        self._seen.layout().setContentsMargins(14, 12, 14, 12)
        self._seen.add_action(self.language)
        self._seen.add(self.preview, 1)
        self._seen.setFixedHeight(self._desk.type.px(268))
        both.addWidget(self._seen)
        return holder

    def _make_right(self) -> QWidget:
        fields = QFrame()
        fields.setProperty("look", "card")
        inner = QVBoxLayout(fields)
        inner.setContentsMargins(14, 12, 4, 12)
        inside = ScrolledSheet()
        inside.setProperty("look", "bare")
        around = QVBoxLayout(inside)
        around.setContentsMargins(6, 4, 14, 6)
        around.addWidget(self.form)
        inner.addWidget(_scrolling(inside))
        return fields

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._close)
        self.rename_button.clicked.connect(self.renameAsked)
        self.add_button.clicked.connect(
            lambda: self.ask_kind(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))
        )
        self.empty.chosen.connect(
            lambda: self.ask_kind(self.empty.button.mapToGlobal(QPoint(0, self.empty.button.height())))
        )
        self.language.chosen.connect(self.preview.set_language)
        self.questions.activityChosen.connect(self._chosen)
        self.questions.openRequested.connect(lambda _key: self.form.focus_text())
        self.questions.moveRequested.connect(lambda key, place: self.moveAsked.emit(key, place))
        self.questions.removeRequested.connect(lambda key: self.removeAsked.emit(key))
        self.form.edited.connect(self._show_live)
        self.form.saved.connect(self.saved)
        self.form.copyAsked.connect(lambda: self._tell(self.copyAsked))
        self.form.removeAsked.connect(lambda: self._tell(self.removeAsked))
        self.form.kindAsked.connect(lambda place: self.ask_kind(place, self._tell_kind))

    # What happens.

    def _add(self, kind: ItemKind) -> None:
        self.flush()
        place = self.questions.place_of(self.questions.chosen) + 1
        count = len(self.record.instrument.items) if self.record else 0
        self.addAsked.emit(kind, place if place > 0 else count)

    def _close(self) -> None:
        self.flush()
        self.closed.emit()

    def _chosen(self, key: str | None) -> None:
        if key is not None:
            self.flush()
            self._show_chosen()

    def _tell(self, signal: object) -> None:
        if self.questions.chosen is not None:
            self.flush()
            signal.emit(self.questions.chosen)

    def _tell_kind(self, kind: ItemKind) -> None:
        key = self.questions.chosen
        if key is not None and self.form.item is not None and self.form.item.kind is not kind:
            self.flush()
            self.kindAsked.emit(key, kind)

    def _show_chosen(self) -> None:
        key, record = self.questions.chosen, self.record
        if record is None or key is None:
            return
        self.form.show_item(record, str(key))
        if self.form.item is not None:
            self._show_live(self.form.item)
        if self._owes_text and self.isVisible():
            self._owes_text = False
            self.form.focus_text()

    def _show_live(self, item: Item) -> None:
        place = self.questions.place_of(item.key)
        count = len(self.record.instrument.items) if self.record else 1
        self.preview.show_item(item, place + 1, count)

    def _forms(self, record: QuestionnaireRecord) -> str:
        return self._desk.language.say_many(
            "{n} form was made of it and keeps the questions as they were.",
            "{n} forms were made of it and keep the questions as they were.", record.forms,
        )  # fmt: skip


def _scrolling(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setProperty("look", "bare")
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if isinstance(inside, QuestionList):
        holder = QWidget()
        holder.setProperty("look", "bare")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inside)
        column.addStretch(1)
        area.setWidget(holder)
    else:
        area.setWidget(inside)
    return area
