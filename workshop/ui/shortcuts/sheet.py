"""All shortcuts on one card: what works everywhere, what works here, what works in lists and forms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.language import Language
from workshop.ui.command import shortcut_text
from workshop.ui.offers import Offer
from workshop.ui.theme import Theme, Type
from workshop.ui.widgets.headings import BodyLabel, HeadingLabel, Label, MutedLabel
from workshop.ui.widgets.veil import Veil

_WIDEST = 920  # pixels at 100 %
_TWO_COLUMNS = 700
_STEP = 60  # pixels that an arrow key scrolls


@dataclass(frozen=True, slots=True)
class Group:
    """Shortcuts that belong together, under a title."""

    title: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]  # words and their keys


class KeyLabel(Label):
    """A key as it is written on the keyboard."""

    look = "key"


class ShortcutSheet(Veil):
    """Closes by Escape, by the keys that opened it, and by a click; arrows and page keys scroll."""

    def __init__(self, language: Language, theme: Theme, kind: Type, groups: Sequence[Group], over: QWidget) -> None:
        say = language.say
        super().__init__(theme, over, say("Keyboard shortcuts"))
        self.groups = tuple(group for group in groups if group.lines)
        self._kind = kind
        self._columns = 0
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setProperty("look", "bare")
        head = QHBoxLayout()
        head.setContentsMargins(28, 20, 28, 8)
        head.addWidget(HeadingLabel(say("Keyboard shortcuts")), 1)
        head.addWidget(MutedLabel(say("Esc closes")))
        self.column.addLayout(head)
        self.column.addWidget(self._area, 1)
        self.setAccessibleDescription(
            "\n".join(f"{words}: {', '.join(keys)}" for group in self.groups for words, keys in group.lines)
        )

    def wanted(self, room: QSize) -> QSize:
        """As high as what it holds, in two columns where there is room for them."""
        width = min(room.width(), self._kind.px(_WIDEST))
        self._fill(2 if width >= self._kind.px(_TWO_COLUMNS) else 1)
        inside = self._area.widget()
        high = max(inside.sizeHint().height(), inside.heightForWidth(width - 2))
        around = self.column.sizeHint().height() - self._area.sizeHint().height()
        return QSize(width, min(room.height(), high + around + 4))

    def _fill(self, columns: int) -> None:
        """Lay the groups out anew where the number of columns changes."""
        if columns == self._columns:
            return
        self._columns = columns
        sheet = QWidget()
        sheet.setProperty("look", "bare")
        row = QHBoxLayout(sheet)
        row.setContentsMargins(28, 4, 28, 20)
        row.setSpacing(48)
        for groups in _shared_out(self.groups, columns):
            column = QVBoxLayout()
            column.setSpacing(16)
            for group in groups:
                column.addLayout(_block(group))
            column.addStretch(1)
            row.addLayout(column, 1)
        self._area.setWidget(sheet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that opened it close it."""
        bar, key = self._area.verticalScrollBar(), event.key()
        steps = {
            Qt.Key.Key_Down: _STEP, Qt.Key.Key_Up: -_STEP,
            Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep(), Qt.Key.Key_Space: bar.pageStep(),
            Qt.Key.Key_End: bar.maximum(), Qt.Key.Key_Home: -bar.maximum(),
        }  # fmt: skip
        if key in steps:
            event.accept()
            bar.setValue(bar.value() + steps[Qt.Key(key)])
        elif key == Qt.Key.Key_F1 or event.text() == "?":
            event.accept()
            self.leave()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere closes."""
        event.accept()
        self.leave()


def _block(group: Group) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    title = MutedLabel(group.title)
    title.setProperty("weight", "strong")
    grid.addWidget(title, 0, 0, 1, 2)
    for place, (words, keys) in enumerate(group.lines, start=1):
        grid.addWidget(BodyLabel(words, wrap=True), place, 0, Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addStretch(1)
        for key in keys:
            row.addWidget(KeyLabel(key))
        grid.addLayout(row, place, 1)
    return grid


def _shared_out(groups: Sequence[Group], columns: int) -> list[list[Group]]:
    """The groups in their order, cut where two columns are most nearly equally high."""
    if columns == 1:
        return [list(groups)]
    sizes = [len(group.lines) + 2 for group in groups]
    cut = min(range(len(groups) + 1), key=lambda place: max(sum(sizes[:place]), sum(sizes[place:])))
    return [list(groups[:cut]), list(groups[cut:])]


def groups_of(
    language: Language, everywhere: Sequence[Offer], pages: Sequence[Offer], here: Sequence[Offer], title: str
) -> list[Group]:
    """What the sheet shows: only what has keys; `title` says where the user is."""
    say = language.say
    return [
        Group(title or say("On this page"), _lines(here)),
        Group(say("Everywhere"), _lines(everywhere)),
        Group(say("Go to"), _lines(pages)),
        Group(say("Lists and forms"), _common(say)),
    ]


def _common(say: Callable[[str], str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What keys do wherever there is a list or a form."""
    return (
        (say("Next and previous field"), (say("Tab"), shortcut_text("Shift+Tab"))),
        (say("Move in lists and choices"), ("↑", "↓", "←", "→")),
        (say("Open, keep, press"), ("Enter", say("Space"))),
        (say("Change in place"), ("F2",)),
        (say("Delete or withdraw"), (shortcut_text("Del"),)),
        (say("Keep a longer text"), (shortcut_text("Ctrl+Enter"),)),
        (say("Close, empty, leave"), ("Esc",)),
    )


def _lines(offers: Sequence[Offer]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((offer.words, offer.keys[:2]) for offer in offers if offer.keys)
