"""The wall: columns of cards side by side, the tray first."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workshop.models.records.ideas import ThemeRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.cards import IdeaCard
from workshop.ui.pages.ideas.column import ThemeColumn, look_key

Content = Sequence[tuple[ThemeRecord | None, Sequence[IdeaCard]]]


class Wall(QWidget):
    """Knows which cards are chosen, over all columns and in the order of choosing."""

    selectionMoved = Signal()
    verbAsked = Signal(str)
    menuAsked = Signal(object)
    themeMenuAsked = Signal(object, object)  # id of a theme, where on the screen
    themeRenamed = Signal(object, str)
    ideaEdited = Signal(object, str)
    ideasPlaced = Signal(object, object, int)  # ids, id of a theme or None, before which shown card
    editingEnded = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.columns: list[ThemeColumn] = []
        self._chosen: list[UUID] = []
        self._editing = False
        self._follow: UUID | None = None
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("look", "bare")
        area.setProperty("sideways", True)  # themes stand side by side, however many there are
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        sheet = QWidget()
        sheet.setProperty("look", "bare")
        self._row = QHBoxLayout(sheet)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        area.setWidget(sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(desk.type.px(280))

    @property
    def chosen(self) -> list[UUID]:
        """The ids of the chosen ideas, in the order in which they were chosen."""
        return list(self._chosen)

    @property
    def is_editing(self) -> bool:
        """Whether the words of a card are being changed; what is read anew waits for that."""
        return self._editing

    def show_content(self, content: Content) -> None:
        """Show these columns with their cards; what is chosen, scrolled and under the keyboard in those that stay, stays."""
        themes = [theme for theme, _cards in content]
        if [look_key(theme) for theme in themes] != [column.look_key for column in self.columns]:
            self._arrange(themes)
        for column, (theme, cards) in zip(self.columns, content, strict=True):
            column.show_cards(theme, cards)
        if self._follow is not None:
            idea_id, self._follow = self._follow, None
            self.choose(idea_id)

    def choose(self, idea_id: UUID, *, edit: bool = False) -> None:
        """Put the keyboard on an idea."""
        for column in self.columns:
            if column.list.cards.row_of(idea_id) >= 0:
                self._let_go(column)
                column.list.choose(idea_id, edit=edit)
                self._area.ensureWidgetVisible(column, 8, 0)

    def take_keyboard(self) -> None:
        """Put the keyboard on the column in which something is chosen, else on the first."""
        if self.columns:
            chosen = next((column for column in self.columns if column.list.chosen), self.columns[0])
            chosen.list.setFocus()

    def follow(self, idea_id: UUID) -> None:
        """Keep the keyboard on an idea that is about to be moved."""
        self._follow = idea_id

    def rename(self, theme_id: UUID) -> None:
        """Let the name of a theme be changed in place."""
        for column in self.columns:
            if column.theme_id == theme_id:
                column.head.rename()

    def clear_selection(self) -> None:
        """Choose nothing."""
        for column in self.columns:
            column.list.clearSelection()

    def _arrange(self, themes: Sequence[ThemeRecord | None]) -> None:
        """Put the columns in order, make those that are new, and hand the keyboard on from those that go."""
        before = {column.look_key: column for column in self.columns}
        place = next((at for at, column in enumerate(self.columns) if column.holds_keyboard), -1)
        held = self.columns[place].theme_id if place >= 0 else None
        while self._row.count():
            self._row.takeAt(0)
        self.columns = [before.pop(look_key(theme), None) or self._make_column(theme) for theme in themes]
        for column in self.columns:
            self._row.addWidget(column, 1)
        self._row.addStretch(0)
        if place >= 0 and not any(column.holds_keyboard for column in self.columns):
            same = next((column for column in self.columns if column.theme_id == held), None)
            (same or self.columns[min(place, len(self.columns) - 1)]).list.setFocus()
        for column in before.values():
            column.hide()
            column.deleteLater()
        self._selection_moved()

    def _make_column(self, theme: ThemeRecord | None) -> ThemeColumn:
        column = ThemeColumn(self._desk, theme)
        cards = column.list
        cards.moveAsked.connect(lambda right, down: self._move(column, right, down))
        cards.leaveAsked.connect(lambda step: self._leave(column, step))
        cards.menuAsked.connect(self.menuAsked)
        cards.verbAsked.connect(self.verbAsked)
        cards.pressedAlone.connect(lambda: self._let_go(column))
        cards.selectionMoved.connect(self._selection_moved)
        cards.cards.edited.connect(self.ideaEdited)
        cards.cards.dropped.connect(lambda ids, place: self._dropped(column, ids, place))
        cards.painter.editingChanged.connect(self._set_editing)
        column.head.renamed.connect(lambda text: self.themeRenamed.emit(column.theme_id, text))
        column.head.menuAsked.connect(lambda where: self.themeMenuAsked.emit(column.theme_id, where))
        return column

    def _let_go(self, but: ThemeColumn) -> None:
        for column in self.columns:
            if column is not but:
                column.list.clearSelection()

    def _selection_moved(self) -> None:
        now = [idea_id for column in self.columns for idea_id in column.list.chosen]
        kept = [idea_id for idea_id in self._chosen if idea_id in now]
        self._chosen = kept + [idea_id for idea_id in now if idea_id not in kept]
        self.selectionMoved.emit()

    def _set_editing(self, editing: bool) -> None:
        self._editing = editing
        if not editing:
            QTimer.singleShot(0, self, self.editingEnded.emit)

    def _leave(self, column: ThemeColumn, step: int) -> None:
        place = self.columns.index(column) + step
        if 0 <= place < len(self.columns):
            row = column.list.currentIndex().row()
            column.list.clearSelection()
            self.columns[place].list.choose_row(row)
            self._area.ensureWidgetVisible(self.columns[place], 8, 0)

    def _move(self, column: ThemeColumn, right: int, down: int) -> None:
        """Move the current card to the theme beside, or up and down within its own."""
        index = column.list.currentIndex()
        place = self.columns.index(column) + right
        if not index.isValid() or not 0 <= place < len(self.columns):
            return
        idea_id, row = column.list.cards.cards[index.row()].idea.id, index.row()
        self.follow(idea_id)
        if right:
            column.list.clearSelection()
            self.ideasPlaced.emit([idea_id], self.columns[place].theme_id, len(self.columns[place].list.cards.cards))
        elif 0 <= row + down < len(column.list.cards.cards):
            self.ideasPlaced.emit([idea_id], column.theme_id, row + down + (1 if down > 0 else 0))

    def _dropped(self, column: ThemeColumn, ids: Sequence[UUID], place: int) -> None:
        self.follow(ids[0])
        self.ideasPlaced.emit(list(ids), column.theme_id, place)
