"""The same ideas as a list."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from workshop.models.enums import IdeaState
from workshop.models.records.ideas import ThemeRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.board import Collection, Shown, passing
from workshop.ui.pages.ideas.cards import IdeaCard
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.table_model import ROW_ROLE, Cell, Column, Row
from workshop.ui.widgets.text_field import LineField

_IDEA = 1
_PILLS = {IdeaState.OPEN: "quiet", IdeaState.CHOSEN: "accent", IdeaState.WITHDRAWN: "warn", IdeaState.MERGED: "quiet"}


class CellField(LineField):
    """A field lent to a cell; its keys end there, or the row below it would be activated by the same Enter."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape leaves the words as they were."""
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()


class IdeaTable(DataTable):
    """Several rows can be chosen; Enter, F2 or a double click changes the words in place."""

    ideaEdited = Signal(object, str)
    menuAsked = Signal(object)
    verbAsked = Signal(str)
    selectionMoved = Signal()
    editingEnded = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        say = desk.language.say
        columns = (
            Column(say("No."), width=52), Column(say("Idea"), width=0, strong=True), Column(say("Theme"), width=170),
            Column(say("By and when"), width=230, optional=True), Column(say("State"), width=110),
        )  # fmt: skip
        super().__init__(desk, columns, say("Ideas"), parent, sortable=True)
        self._field: CellField | None = None
        self._themes: dict[UUID, ThemeRecord] = {}
        self._known: dict[UUID, tuple[IdeaCard, Row]] = {}
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rowActivated.connect(self.edit_row)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selectionMoved.emit())

    @property
    def chosen_ideas(self) -> list[UUID]:
        """The ids of the chosen rows, in the order of choosing.

        Taken by ranges: to ask Qt for ten thousand rows one by one would be seen as a pause.
        """
        spans = self.selectionModel().selection()
        rows = dict.fromkeys(row for span in spans for row in range(span.top(), span.bottom() + 1))
        return [self.rows_model.rows[row].key for row in rows]

    @property
    def is_editing(self) -> bool:
        """Whether words are being changed."""
        return self._field is not None

    def show_content(self, collection: Collection, shown: Shown) -> None:
        """Show the ideas that pass; those that were merged stand in the row of their target."""
        themes = {theme.id: theme for theme in collection.board.themes}
        if themes != self._themes:
            self._themes = themes
            self._known.clear()
        self.set_rows([self._known_row(card) for card in passing(collection, shown)])

    def _known_row(self, card: IdeaCard) -> Row:
        """The row of a card: made once as long as the card stays the same, since there may be thousands."""
        before = self._known.get(card.idea.id)
        if before is not None and before[0] == card:
            return before[1]
        row = self._row(card)
        self._known[card.idea.id] = (card, row)
        return row

    def edit_row(self, idea_id: object) -> None:
        """Lend the row a field."""
        row = self.currentIndex()
        if not row.isValid() or row.data(ROW_ROLE).key != idea_id or self._field is not None:
            return
        index = row.siblingAtColumn(_IDEA)
        text = row.data(ROW_ROLE).cells[_IDEA].sort  # the words alone, without what is told behind them
        field = CellField(text, name=self._desk.language.say("Words of the idea"))
        field.setMinimumHeight(0)
        self._field = field
        field.submitted.connect(lambda words: self._keep(idea_id, text, words))
        field.editingFinished.connect(self._end)
        field.left.connect(self._end)
        self.setIndexWidget(index, field)
        field.setFocus()
        field.selectAll()

    def _row(self, card: IdeaCard) -> Row:
        language, idea = self._desk.language, card.idea
        theme = self._themes.get(idea.theme_id) if idea.theme_id else None
        pill = f"note-{theme.colour % 7 + 1}" if theme else ""
        merged = f"  (+ {len(card.merged)})" if card.merged else ""
        tip = "\n".join((idea.text, *(f"+ {text}" for text in card.merged)))
        return Row(
            idea.id,
            (
                Cell(str(idea.number), sort=idea.number),
                Cell(idea.text + merged if merged else idea.text, sort=idea.text, tip=tip),
                Cell(theme.title if theme else language.say("Not yet sorted"), pill=pill, role="muted"),
                Cell(card.meta, sort=idea.written_at.isoformat(), role="muted", tip=card.meta),
                Cell(language.tell(title_of(idea.state)), pill=_PILLS[idea.state]),
            ),
            quiet=card.withdrawn,
        )

    def _keep(self, idea_id: object, before: str, words: str) -> None:
        self._end()
        if words and words != before:
            self.ideaEdited.emit(idea_id, words)

    def _end(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            field.hide()
            self.setIndexWidget(self.currentIndex().siblingAtColumn(_IDEA), None)
            self.setFocus()
            self.editingEnded.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits, Delete withdraws."""
        key = event.key()
        if key == Qt.Key.Key_F2 and self.chosen is not None:
            self.edit_row(self.chosen)
        elif key == Qt.Key.Key_Delete:
            self.verbAsked.emit("withdraw")
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the chosen rows."""
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.selectRow(index.row())
        if self.chosen_ideas:
            self.menuAsked.emit(event.globalPos())
