"""The third step: what to look at first."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.first_run.choices import Choices, Wish
from workshop.ui.first_run.step import Step
from workshop.ui.widgets.card import CardButton
from workshop.ui.widgets.headings import Label, LeadLabel, paragraph

_ICONS = {Wish.SAMPLE: "eye", Wish.PROJECT: "plus", Wish.NOTHING: "house"}


class WishTile(CardButton):
    """A wish as a card: icon, title, a sentence; the one that is chosen has a line of the accent around it."""

    def __init__(self, desk: Desk, wish: Wish, title: str, text: str) -> None:
        super().__init__()
        self._desk = desk
        self.wish = wish
        self.setCheckable(True)
        picture = Label()
        picture.setPixmap(desk.icons.pixmap(_ICONS[wish], desk.type.px(22), "accent"))
        picture.setFixedWidth(desk.type.px(30))
        words = QVBoxLayout()
        words.setSpacing(desk.type.px(2))
        words.addWidget(LeadLabel(title, wrap=True))
        words.addWidget(paragraph(text, role="muted"))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.type.px(8))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.setContentsMargins(18, 14, 18, 14)
        self.add(holder)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and the line around the one that is chosen."""
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._desk.theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
            painter.end()


class BeginStep(Step):
    """The sample, a new project, or neither; where there is data already, that is offered first."""

    def __init__(self, desk: Desk, choices: Choices) -> None:
        say = desk.language.say
        super().__init__(
            desk, choices, say("How would you like to begin?"), say("The other ways stay open on the first page.")
        )
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        words = {
            Wish.SAMPLE: (
                say("Look at the sample"),
                say("A city that makes its ways to school safe, with ideas, votes and a report."),
            ),
            Wish.PROJECT: (say("Start with a new project"), say("A title is enough; everything else can wait.")),
            Wish.NOTHING: (say("Just open it"), say("An empty first page.")),
        }
        order = [Wish.SAMPLE, Wish.PROJECT, Wish.NOTHING]
        if choices.has_library:
            words[Wish.NOTHING] = (say("Go on with the data that is there"), say("All projects are on the first page."))
            order = [Wish.NOTHING, Wish.SAMPLE, Wish.PROJECT]
        self.tiles = {wish: WishTile(desk, wish, *words[wish]) for wish in order}
        for tile in self.tiles.values():
            self._group.addButton(tile)
            self.body.addWidget(tile)
        self.body.addStretch(1)
        self.tiles[choices.wish or order[0]].setChecked(True)
        self._group.buttonToggled.connect(self._choose)

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        return next(wish for wish, tile in self.tiles.items() if tile.isChecked())

    def focus_first(self) -> None:
        """The wish that is chosen."""
        self.tiles[self.wish].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, tile: WishTile, on: bool) -> None:
        if on:
            self.choices.wish = tile.wish
