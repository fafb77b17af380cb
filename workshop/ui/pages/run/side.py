"""The right side of the run page: a small live picture of the shared screen, and the room."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QRegularExpressionValidator, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workshop.models.enums import PollState, Presence
from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.entry import NUMBER
from workshop.ui.pages.run.situation import Situation
from workshop.ui.pages.run.stage_link import StageLink, booth_of
from workshop.ui.widgets.avatar import Chip, NumberGrid
from workshop.ui.widgets.buttons import LinkButton, SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.elided_label import ElidedLabel
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import MutedLabel, paragraph
from workshop.ui.widgets.look import set_look
from workshop.ui.widgets.text_field import LineField


class LivePicture(QLabel):
    """A picture in the proportions of a projector, as wide as there is room."""

    resized = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._picture = QPixmap()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAccessibleName(desk.language.say("What the room sees"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        color = desk.theme.hex
        self.setStyleSheet(
            f"background: {color('stage')}; color: {color('stage-muted')}; border-radius: 6px;"
            f" border: 1px solid {color('line')};"
            f" padding: 0px; font-size: {desk.type.small}px;"
        )

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show what the room sees."""
        self._picture = QPixmap() if picture is None else picture
        if self._picture.isNull():
            self.setText(self._desk.language.say("The shared screen is not open"))
        else:
            self.setPixmap(self._picture)

    def hasHeightForWidth(self) -> bool:
        """The wider, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Sixteen to nine."""
        return width * 9 // 16

    def sizeHint(self) -> QSize:
        """As in the drawing."""
        return QSize(246, 138)

    def minimumSizeHint(self) -> QSize:
        """Small is enough."""
        width = self._desk.type.px(224)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture goes along until the next one is taken."""
        super().resizeEvent(event)
        if not self._picture.isNull() and event.size() != event.oldSize():
            room = event.size() - QSize(2, 2)
            kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.setPixmap(self._picture.scaled(room, kept, smooth))
        self.resized.emit()


class ScreenCard(Card):
    """The shared screen: what it shows, and four ways to change that."""

    verbAsked = Signal(str)

    def __init__(self, desk: Desk, link: StageLink, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk, self._link = desk, link
        say = desk.language.say
        self.layout().setContentsMargins(14, 12, 14, 14)
        self.body.setSpacing(8)
        head = QHBoxLayout()
        self._display = ElidedLabel(look="small")
        self._display.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(MutedLabel(say("Shared screen")))
        head.addWidget(self._display, 1)
        self.open_button = LinkButton(say("Open it"), tip=say("Open the shared screen"))
        self.open_button.clicked.connect(lambda: self.verbAsked.emit("open_screen"))
        head.addWidget(self.open_button)
        self.body.addLayout(head)
        self.picture = LivePicture(desk)
        self._soon = QTimer(self)  # one new picture for many steps of a window that is made larger
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self.picture.resized.connect(self._soon.start)
        self.body.addWidget(self.picture)
        self.cover_button = self._button("cover", say("Cover"))
        self.booth_button = self._button("booth", say("To the booth"))
        self.welcome_button = self._button("welcome", say("Welcome"))
        self.thanks_button = self._button("thanks", say("Thanks"))
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, button in enumerate((self.cover_button, self.booth_button, self.welcome_button, self.thanks_button)):
            grid.addWidget(button, place // 2, place % 2)
        self.body.addLayout(grid)

    def show_situation(self, situation: Situation) -> None:
        """Offer what belongs to the present activity."""
        there = self._link.is_there
        self.booth_button.setEnabled(there and booth_of(situation) is not None)
        for button in (self.cover_button, self.welcome_button, self.thanks_button, self.open_button):
            button.setEnabled(there)

    def refresh(self) -> None:
        """Take a new picture."""
        size = self.picture.size()
        self.picture.show_picture(self._link.picture(QSize(size.width() - 2, size.height() - 2)))
        say = self._desk.language.say
        words = say("Uncover") if self._link.is_covered else say("Cover")
        if words != self.cover_button.text():
            self.cover_button.setText(words)
            self._name(self.cover_button)
        self._display.setText(self._link.display)
        held = self.open_button.hasFocus()
        self.open_button.setVisible(self._link.is_there and not self._link.is_open)
        if held and self.open_button.isHidden():
            self.cover_button.setFocus()

    def _button(self, name: str, words: str) -> SmallButton:
        button = SmallButton(words)
        button.clicked.connect(lambda: self.verbAsked.emit(name))
        self._name(button)
        return button

    def _name(self, button: SmallButton) -> None:
        """What it acts on is seen around it, but has to be heard with it."""
        button.setAccessibleName(f"{self._desk.language.say('Shared screen')}: {button.text()}")


class RoomCard(Card):
    """Who is here; somebody is called, or marked as present, by number."""

    verbAsked = Signal(str)
    callAsked = Signal(int)
    presentAsked = Signal(int)
    numberChosen = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.language.say("The room"), parent=parent)
        self._desk = desk
        say = desk.language.say
        self.layout().setContentsMargins(18, 14, 18, 14)
        self.body.setSpacing(10)
        self._called: int | None = None
        self.grid = NumberGrid(desk, say("Who is here"), choosable=True)
        self.grid.numberChosen.connect(self.numberChosen)
        self.number_field = LineField(name=say("Number of the participant"), placeholder=say("No."))
        self.number_field.setValidator(QRegularExpressionValidator(NUMBER, self))
        self.number_field.submitted.connect(lambda _text: self._ask(self._default()))
        self.number_field.edited.connect(lambda _text: set_look(self.number_field, wrong=False))
        self.number_field.setMinimumWidth(desk.type.px(56))
        self.call_button = SmallButton(say("Call"))
        self.call_button.clicked.connect(lambda: self._ask(self.callAsked))
        self.present_button = SmallButton(say("Is here"))
        self.present_button.clicked.connect(lambda: self._ask(self.presentAsked))
        self.everyone_button = SmallButton(say("All here"), tip=say("Everyone is here"))
        self.everyone_button.clicked.connect(lambda: self.verbAsked.emit("everyone_present"))
        self.late_button = SmallButton(say("Late arrival"), tip=say("Add somebody who is here and has no number"))
        self.late_button.clicked.connect(lambda: self.verbAsked.emit("late_participant"))
        for button in (self.call_button, self.present_button):
            button.setAccessibleName(f"{button.text()}: {self.number_field.accessibleName()}")
        self._pace = paragraph(role="muted", small=True)
        self._voting = False
        self._place()

    def _place(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.number_field, 1)
        line.addWidget(self.call_button)
        line.addWidget(self.present_button)
        self.body.addLayout(line)
        area = QScrollArea()  # many people must not push the bar at the foot of the page out of sight
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("look", "bare")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(self._desk.type.px(66))
        holder = QWidget()
        holder.setProperty("look", "bare")
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.grid)
        inside.addStretch(1)
        area.setWidget(holder)
        self._area = area
        self.body.addWidget(self._pace)
        self.body.addWidget(area, 1)
        more = FlowLayout(spacing=8)
        more.addWidget(self.everyone_button)
        more.addWidget(self.late_button)
        self.body.addLayout(more)

    def show_situation(self, situation: Situation) -> None:
        """Show who is here; while people vote, those who are still to come."""
        language = self._desk.language
        voting = situation.poll is not None and situation.poll.state is PollState.OPEN
        self._voting = voting
        self.set_count(language.say("{present} of {all} present", present=situation.present, all=len(situation.people)))
        self.call_button.setVisible(voting)
        missing = any(line.presence is Presence.EXPECTED for line in situation.people)
        held = self.everyone_button.hasFocus()
        self.everyone_button.setEnabled(missing)
        if held and not missing:
            self.late_button.setFocus()
        self.grid.set_numbers(self._waiting(situation) if voting else self._present(situation))
        self._pace.setText(self._pace_words(situation) if voting else self._hint(situation))
        self._pace.setVisible(bool(self._pace.text()))

    def set_called(self, number: int | None) -> None:
        """Mark whose turn it is."""
        self._called = number

    def tell_unknown(self) -> None:
        """Say that nobody has the number that was typed."""
        set_look(self.number_field, wrong=True)
        self.number_field.setFocus()
        self.number_field.selectAll()

    def _present(self, situation: Situation) -> list[Chip]:
        say = self._desk.language.say
        states = {Presence.PRESENT: "voted", Presence.LEFT: "absent", Presence.EXPECTED: "present"}
        tips = {
            Presence.PRESENT: say("is here"),
            Presence.LEFT: say("has left"),
            Presence.EXPECTED: say("has not come yet"),
        }
        return [Chip(line.participant.number, states[line.presence], tips[line.presence]) for line in situation.people]

    def _waiting(self, situation: Situation) -> list[Chip]:
        """Those who have not voted, the one whose turn it is first."""
        say = self._desk.language.say
        left = [voter.number for voter in (situation.turnout.voters if situation.turnout else ()) if not voter.voted]
        if self._called in left:
            left.remove(self._called)
            left.insert(0, self._called)
        tip = say("click to call")
        return [Chip(number, "now" if number == self._called else "present", tip) for number in left]

    def _hint(self, situation: Situation) -> str:
        say = self._desk.language.say
        if not situation.people:
            return say("Nobody is registered yet. Add people as they come.")
        return ""

    def _pace_words(self, situation: Situation) -> str:
        language, turnout, poll = self._desk.language, situation.turnout, situation.poll
        if turnout is None or poll is None:
            return ""
        if turnout.voted == turnout.entitled and turnout.entitled:
            return language.say("Everybody has voted.")
        return language.say_many("{n} still to vote", "{n} still to vote", n=turnout.entitled - turnout.voted)

    def _default(self) -> Signal:
        return self.callAsked if self._voting else self.presentAsked

    def _ask(self, signal: Signal) -> None:
        text = self.number_field.value
        if not text:
            self.number_field.setFocus()
            return
        self.number_field.empty()
        signal.emit(int(text))
