"""The command palette: a field, and below it whatever fits what is typed, also while a syllable is being put together."""

import logging
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from workshop.models.records.finds import Find
from workshop.ui.desk import Desk
from workshop.ui.page import Place
from workshop.ui.palette.entries import Entry, find_entry, ranked
from workshop.ui.palette.result_list import ResultList, told
from workshop.ui.widgets.headings import Label, MutedLabel, paragraph
from workshop.ui.widgets.text_field import LineField
from workshop.ui.widgets.veil import ROOM, Veil

_log = logging.getLogger(__name__)
PATIENCE = 150  # milliseconds after which what is known here is shown without waiting for the library
_WIDE, _HIGH = 680, 520  # pixels at 100 %


class PaletteField(LineField):
    """Moves in the list below; everything else is typing."""

    moved = Signal(int, bool)  # by how many entries, around the end or not
    paged = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys move, Escape leaves."""
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in steps:
            self.moved.emit(steps[Qt.Key(key)], True)
        elif key in pages:
            self.paged.emit(pages[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_K and with_control):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Palette(Veil):
    """Chooses among `local` entries and what the library finds; without words it suggests."""

    chosen = Signal(object)  # an entry

    def __init__(
        self,
        desk: Desk,
        over: QWidget,
        local: Sequence[Entry],
        suggested: Callable[[Sequence[Entry]], list[Entry]],
        go: Callable[[str, Place], object],
    ) -> None:
        say = desk.language.say
        super().__init__(desk.theme, over, say("Find anything"))
        self._desk, self._local, self._suggested, self._go = desk, list(local), suggested, go
        self._words: str | None = None
        self._shown: str | None = None  # the words that the list answers
        self._searching = self._chooses = False
        hint = say("Find an action, a page, a project, a session or an idea")
        self.field = PaletteField(name=hint, placeholder=hint)
        self.field.setProperty("look", "palette")
        self.field.setProperty("ring", False)
        self.list = ResultList(desk, say("What was found"))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._nothing = paragraph(role="muted")
        self._nothing.setContentsMargins(20, 14, 20, 18)
        self._nothing.hide()
        self._foot = MutedLabel(say("↑ ↓ to choose · Enter to open · Esc to close"))
        self._foot.setContentsMargins(20, 8, 20, 10)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(lambda: self._show_found(self._words or "", ()))
        self._lay_out()
        self._connect()

    def take_keyboard(self) -> None:
        """Typing begins at once."""
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._search("")

    def wanted(self, room: QSize) -> QSize:
        """As high as what was found, up to a limit."""
        kind = self._desk.type
        fixed = self.field.sizeHint().height() + self._foot.sizeHint().height() + 16
        inner = self.list.height_of_all
        width = min(room.width(), kind.px(_WIDE))
        if not self._nothing.isHidden():
            inner = self._nothing.heightForWidth(width - 2)
        return QSize(width, min(room.height(), kind.px(_HIGH), fixed + inner))

    def top(self, spare: int) -> int:
        """Always at the same height, so that the field does not move while the list grows."""
        kind, room = self._desk.type, self.height() - 2 * ROOM
        return min(kind.px(48), max(0, room - kind.px(_HIGH)))

    def _lay_out(self) -> None:
        line, below = QFrame(), QFrame()
        for part in (line, below):
            part.setProperty("look", "line")
        self.column.setContentsMargins(1, 1, 1, 1)
        picture = Label()
        picture.setPixmap(self._desk.icons.pixmap("search", self._desk.type.icon, "muted"))
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 8, 0)
        head.setSpacing(0)
        head.addWidget(picture)
        head.addWidget(self.field, 1)
        self.column.addLayout(head)
        for part in (line, self.list, self._nothing, below, self._foot):
            self.column.addWidget(part)
        self.column.setStretchFactor(self.list, 1)

    def _connect(self) -> None:
        self.field.edited.connect(self._search)
        self.field.moved.connect(lambda by, around: self.list.step(by, around=around))
        self.field.paged.connect(lambda by: self.list.step(by * self.list.page))
        self.field.left.connect(self.leave)
        self.field.submitted.connect(self._submit)
        self.list.chosen.connect(self._choose)
        self.list.moved.connect(lambda entry: self.field.setAccessibleDescription(told(entry) if entry else ""))

    # Searching: one question at a time; what is typed meanwhile is asked next, and an answer to older words is dropped.

    def _search(self, words: str) -> None:
        if words == self._words:
            return
        self._words, self._chooses = words, False
        if not self._patience.isActive():
            self._patience.start()
        if not self._searching:
            self._ask()

    def _ask(self) -> None:
        library, words = self._desk.library, self._words or ""

        def work() -> Any:
            from workshop.services.searching import find_things, suggest_things  # loads the database

            return find_things(library, words=words) if words else suggest_things(library)

        self._searching = True
        if library is None:
            self._answered(words, ())
        else:
            self._desk.tasks.run(
                work, lambda finds: self._answered(words, finds), lambda error: self._failed(words, error), owner=self
            )

    def _failed(self, words: str, error: Exception) -> None:
        """What is known here can be found all the same."""
        _log.error("the library could not be searched", exc_info=error)
        self._answered(words, ())

    def _answered(self, words: str, finds: Sequence[Find]) -> None:
        self._searching = False
        if words != self._words:
            self._ask()
            return
        self._patience.stop()
        self._show_found(words, finds)

    def _show_found(self, words: str, finds: Sequence[Find]) -> None:
        found = [find_entry(self._desk.language, find, self._go) for find in finds]
        entries = ranked(words, self._local, found) if words else self._suggested(found)
        current = self.list.current
        again = words == self._shown
        self._shown = words
        self.list.show_entries(entries, keep=current.key if again and current else None)
        self._say_nothing("" if entries or self._searching else words)
        if self.is_open:
            self._place()
        if self._chooses:
            self._submit(words)

    def _say_nothing(self, words: str) -> None:
        say = self._desk.language.say
        self._nothing.setVisible(bool(words))
        self.list.setVisible(not words)
        if words:
            self._nothing.setText(
                say("Nothing fits “{words}”.", words=words)
                + "\n"
                + say("Actions, pages, projects, sessions and ideas can be found, also by first consonants: ㅌㅎㄹ.")
            )
            self.field.setAccessibleDescription(self._nothing.text())

    def _submit(self, _words: str) -> None:
        if self._shown != self._words:
            self._chooses = True  # Enter came before the answer
            return
        self._chooses = False
        entry = self.list.current
        if entry is not None:
            self._choose(entry)

    def _choose(self, entry: Entry) -> None:
        self.leave()
        self.chosen.emit(entry)
