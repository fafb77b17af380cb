"""The chosen form: what it is, what can be done with it now, and its result."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.models.enums import FormState, SessionState
from workshop.models.records.evaluations import FormRecord, FormResult
from workshop.models.records.pictures import PictureRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.open_answers import AnswerWish, OpenAnswersCard
from workshop.ui.pages.evaluation.photos_card import ChosenTile, PhotoAnswersCard
from workshop.ui.pages.evaluation.result_view import questions_card, result_cards
from workshop.ui.pages.evaluation.situation import Situation
from workshop.ui.pages.evaluation.wording import about_form, answers_words
from workshop.ui.pictures.viewer import PictureViewer
from workshop.ui.widgets.buttons import Button, PrimaryButton, QuietButton, SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import HeadingLabel, paragraph
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.pill import Pill
from workshop.ui.widgets.scrolled_sheet import ScrolledSheet


class ScrolledColumn(QScrollArea):
    """Cards below each other that scroll by themselves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "bare")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The room of its bar is always kept: one that comes and goes would change the width, and with it the height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        holder = ScrolledSheet()
        holder.setProperty("look", "bare")
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self.setWidget(holder)

    def show_cards(self, cards: list[QWidget]) -> None:
        """Show other cards."""
        clear_layout(self.column)
        for card in cards:
            self.column.addWidget(card)
        self.column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out once more when each has found its shape at the new width: heights are asked for before that."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._lay_out_anew)

    def _lay_out_anew(self) -> None:
        for layout in self.widget().findChildren(QLayout):
            layout.invalidate()
        self.widget().updateGeometry()


class FormDetail(QWidget):
    """One form; its verbs are told by name: open, close, booth, paper, edit, remove."""

    verbAsked = Signal(str)
    answersAsked = Signal(object)  # AnswerWish
    undoOffered = Signal(object)  # Message

    def __init__(self, desk: Desk, *, has_stage: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._has_stage = has_stage
        self._shown: object = None
        self._next = ""  # the button that is wanted next, while answers are sorted one after the other
        self.buttons: dict[str, Button | ChosenTile] = {}
        self.area = ScrolledColumn()
        self.area.setAccessibleName(desk.language.say("Chosen form"))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.area)

    def show_form(self, situation: Situation) -> None:
        """Show the chosen form; the place in it is kept where it is the same one."""
        if situation.result is None or self._shown == (situation.result, situation.sessions):
            return
        form = situation.result.form
        same = isinstance(self._shown, tuple) and self._shown[0].form.id == form.id
        self._shown = (situation.result, situation.sessions)
        place = self.area.verticalScrollBar().value() if same else 0
        focused = self._next or next((name for name, button in self.buttons.items() if button.hasFocus()), "")
        self._next = ""
        head = self._head(form, situation.session_of(form))
        self.area.show_cards([head, *self._below(situation.result)])
        self.area.widget().adjustSize()
        self.area.verticalScrollBar().setValue(place)
        if focused:
            again = self.buttons.get(focused) or next(iter(self.buttons.values()), None)
            (again or self.area).setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(again or self.area)

    def _below(self, result: FormResult) -> list[QWidget]:
        """The result, and before there is one what will be asked."""
        cards = result_cards(self._desk, result, self._ask_of_answers)
        for card in cards:
            if isinstance(card, OpenAnswersCard):
                self.buttons |= card.buttons
            elif isinstance(card, PhotoAnswersCard):
                self.buttons |= card.tiles
                card.opened.connect(partial(self._open_photo, card.pictures))
        if result.form.state is not FormState.CLOSED or not cards:
            cards.append(questions_card(self._desk, result.form))
        return cards

    def _open_photo(self, pictures: Sequence[PictureRecord], picture_id: UUID) -> None:
        """Show a photo large; the keyboard comes back to it, also where the result was shown anew meanwhile."""
        place = [picture.id for picture in pictures].index(picture_id)
        viewer = PictureViewer(self._desk, self.window(), pictures, place, self.undoOffered.emit)
        viewer.left.connect(lambda: self._take_back(f"photo:{picture_id}"))
        viewer.open()

    def _take_back(self, name: str) -> None:
        (self.buttons.get(name) or self.area).setFocus(Qt.FocusReason.PopupFocusReason)

    def _ask_of_answers(self, wish: AnswerWish) -> None:
        cards = self.findChildren(OpenAnswersCard)
        self._next = next((card.next_after(wish.answer_id) for card in cards if wish.answer_id and card.has(wish)), "")
        self.answersAsked.emit(wish)

    def _head(self, form: FormRecord, session: LabSessionRecord) -> Card:
        language = self._desk.language
        card = Card()
        card.setAccessibleName(form.title)
        role = "accent" if form.state is FormState.OPEN else "quiet"
        card.add(_flowing([HeadingLabel(form.title, wrap=True), Pill(language.tell(title_of(form.state)), role)]))
        about = f"{about_form(language, form)} · {answers_words(language, form.answers)}"
        card.add(paragraph(about, role="muted"))
        note = self._note(form, session)
        if note:
            card.add(paragraph(note))
        self.buttons = {}
        verbs = self._verbs(form, session)
        if verbs:
            kinds = [(name, (PrimaryButton if first else QuietButton)(words)) for name, words, first in verbs]
            card.add(_flowing([self._told(name, button) for name, button in kinds]))
        small = [self._told(name, SmallButton(words)) for name, words in self._small_verbs(form)]
        card.add(_flowing(small))
        return card

    def _note(self, form: FormRecord, session: LabSessionRecord) -> str:
        """Why a form cannot be opened now, or what happens while it is open."""
        say = self._desk.language.say
        if form.state is FormState.OPEN:
            return say("Answers come in from the booth on the shared screen and from paper.")
        if session.state is SessionState.DRAFT:
            return say("This form can be opened once its session runs.")
        if session.state is SessionState.CLOSED and form.state is FormState.DRAFT:
            return say("Its session ended before this form was opened.")
        return ""

    def _verbs(self, form: FormRecord, session: LabSessionRecord) -> list[tuple[str, str, bool]]:
        """What can be done now, the likeliest first and filled."""
        say = self._desk.language.say
        runs = session.state is SessionState.RUNNING
        verbs: list[tuple[str, str, bool]] = []
        if form.state is FormState.OPEN:
            if self._has_stage:
                verbs.append(("booth", say("Show the booth"), True))
            verbs.append(("paper", say("Enter a paper form"), not self._has_stage))
            verbs.append(("close", say("Close the form"), False))
        elif form.state is FormState.CLOSED and form.answers and self._has_stage:
            verbs.append(("show", say("Show the result to the room"), False))
        if form.state is not FormState.OPEN and runs:
            draft = form.state is FormState.DRAFT
            verbs.append(("open", say("Open the form") if draft else say("Open the form again"), draft))
        return verbs

    def _small_verbs(self, form: FormRecord) -> list[tuple[str, str]]:
        """What is seldom done."""
        say = self._desk.language.say
        verbs = [("edit", say("Edit the form"))]
        if form.service_id is not None:
            verbs.append(("report", say("Report of this service")))
        if form.state is FormState.CLOSED and form.answers:
            verbs.append(("export", say("Save the answers…")))
        if form.state is not FormState.DRAFT:
            verbs.append(("import", say("Take answers in…")))
        if not form.answers and form.state is not FormState.OPEN:
            verbs.append(("remove", say("Remove the form")))
        return verbs

    def _told(self, name: str, button: Button) -> Button:
        button.clicked.connect(lambda: self.verbAsked.emit(name))
        self.buttons[name] = button
        return button


def _flowing(parts: Sequence[QWidget]) -> QWidget:
    """Things side by side, in several lines where there is no room."""
    holder = QWidget()
    row = FlowLayout(holder, spacing=8)
    for part in parts:
        row.addWidget(part)
    return holder
