"""The wall itself: all cards painted on one plane; what is chosen, changed and moved."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QToolTip, QWidget

from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.wall.choice import Choice
from workshop.ui.pages.ideas.wall.editor import CardEditor
from workshop.ui.pages.ideas.wall.keys import Keys
from workshop.ui.pages.ideas.wall.painting import paint_picture, paint_wall
from workshop.ui.pages.ideas.wall.plan import READABLE, Column
from workshop.ui.pages.ideas.wall.plane import Content, WallPlane
from workshop.ui.pages.ideas.wall.pointer import Pointer
from workshop.ui.pages.ideas.wall.told import told_card
from workshop.ui.widgets.floating import announce


class WallCanvas(WallPlane):
    """Knows what is chosen; gestures and keys call it. Nothing is moved before the service says so."""

    selectionMoved = Signal()
    verbAsked = Signal(str)
    menuAsked = Signal(object)  # where, on the screen
    ideaEdited = Signal(object, str)
    ideasPlaced = Signal(object, object, int)  # ids, id of a theme or None, before which shown card
    editingEnded = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        say = desk.language.say
        self.invitation = say("Drag ideas here, or move them with Alt and the arrow keys.")
        self.choice = Choice()
        self.pointer, self._keys = Pointer(self), Keys(self)
        self.editor: CardEditor | None = None
        self._follow: UUID | None = None
        self._frozen: QPixmap | None = None
        self._is_frozen = False
        self.setProperty("ring", False)  # the card shows where the keyboard is
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Wall of ideas"))
        self._tell_current()

    @property
    def focal(self) -> UUID | None:
        """The card on which the keyboard is."""
        return self.choice.current

    # What is shown.

    def show_content(self, content: Content) -> None:
        """Show these columns; whoever reads, drags or writes goes on undisturbed."""
        found = self.plan.find(self.choice.current)
        self.lay_out(content)
        self.choice.keep(self.plan)
        if self.choice.current is None and found is not None:
            self.choice.current = self._neighbour(found[0].theme_id, found[1])
        followed, self._follow = self._follow, None
        if followed is not None and followed in self.plan:
            self.look_at(followed) if followed in self.choice.ids else self.choice.only(followed)
            self.ensure_visible(followed)
        if self.editor is not None and self.editor.idea_id not in self.plan:
            self.editor.finish(keep=True)
        self._chosen()

    def follow(self, idea_id: UUID) -> None:
        """Keep the keyboard on an idea that is about to be moved."""
        self._follow = idea_id

    def refresh(self) -> None:
        """Paint anew."""
        self._frozen = None
        super().refresh()

    # Choosing.

    def choose_only(self, idea_id: UUID) -> None:
        """Choose one alone."""
        self.choice.only(idea_id)
        self._chosen()

    def choose_many(self, ids: Iterable[UUID]) -> None:
        """Choose these."""
        ids = list(ids)
        if ids != self.choice.ids:
            self.choice.set(ids, ids[-1] if ids and self.choice.current not in ids else None)
            self._chosen()

    def toggle(self, idea_id: UUID) -> None:
        """Choose one more, or one less."""
        self.choice.toggle(idea_id)
        self._chosen()

    def extend_to(self, idea_id: UUID, *, keep: bool = False) -> None:
        """Choose everything from where choosing began."""
        anchor = self.choice.anchor or idea_id
        ids = self.plan.between(anchor, idea_id)
        self.choice.set([*self.choice.ids, *ids] if keep else ids, idea_id)
        self._chosen()

    def look_at(self, idea_id: UUID) -> None:
        """Put the keyboard on a card without choosing it."""
        self.choice.current = idea_id
        self._tell_current()
        self.refresh()

    def place(self, ids: Sequence[UUID], column: Column, before: int) -> None:
        """Ask for ideas to be put into a column, before one of its cards."""
        current = self.choice.current
        self.follow(current if current in ids else ids[0])
        self.ideasPlaced.emit(list(ids), column.theme_id, before)

    # Words.

    def edit(self, idea_id: UUID) -> None:
        """Let the words of a card be changed where it lies."""
        card = self.plan.card(idea_id)
        if card is None or self.editor is not None:
            return
        if self.zoom < READABLE:
            self.set_zoom(1.0)
        self.ensure_visible(idea_id)
        name = self._desk.language.say("Words of the idea")
        self.editor = CardEditor(idea_id, card.idea.text, name, self.viewport())
        self.editor.finished.connect(self._end_editing)
        self._laid_out()
        self.editor.show()
        self.editor.setFocus()

    # While somebody drags.

    def freeze(self) -> None:
        """Keep a picture of the wall: what floats above it is painted without painting the cards again."""
        self._is_frozen = True
        self.refresh()

    def thaw(self) -> None:
        """Paint the cards again."""
        self._is_frozen = False
        self.refresh()

    def picture_of(self, idea_id: UUID, count: int) -> QPixmap:
        """A card as it is dragged along, with how many go with it."""
        return paint_picture(self, idea_id, self._desk.language.number(count) if count > 1 else "")

    # Inside.

    def _chosen(self) -> None:
        self._tell_current()
        self.refresh()
        self.selectionMoved.emit()

    def _laid_out(self) -> None:
        if self.editor is not None:
            px = self._desk.type.px
            self.editor.lie_on(self.view_of(self.editor.idea_id), (px(216), px(96)))

    def _end_editing(self, keep: bool) -> None:
        editor, self.editor = self.editor, None
        if editor is None:
            return
        card, text = self.plan.card(editor.idea_id), editor.value
        if editor.hasFocus():
            self.setFocus()
        editor.hide()
        editor.deleteLater()
        if keep and text and (card is None or text != card.idea.text):
            self.ideaEdited.emit(editor.idea_id, text)
        self.editingEnded.emit()

    def _neighbour(self, theme_id: UUID | None, row: int) -> UUID | None:
        """The card at about a place of a column, for a keyboard whose card has gone."""
        column = next((column for column in self.plan.columns if column.theme_id == theme_id and column.cards), None)
        return column.cards[min(row, len(column.cards) - 1)].idea.id if column else None

    def _tell_current(self) -> None:
        """Say where the keyboard is: the words of the card, and its place."""
        language, found = self._desk.language, self.plan.find(self.choice.current)
        told = language.say("Alt with the arrow keys moves an idea.")
        if found is not None:
            told = told_card(language, *found, chosen=self.choice.current in self.choice.ids)
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
            if self.hasFocus() and QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, told))
                announce(self, told)

    def _picture(self) -> QPixmap:
        """The cards as they are now, painted once for as long as nothing but what floats above them moves."""
        if self._frozen is None:
            ratio = self.devicePixelRatioF()
            self._frozen = QPixmap(self.viewport().size() * ratio)
            self._frozen.setDevicePixelRatio(ratio)
            self._frozen.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._frozen)
            paint_wall(self, painter, self.viewport().rect())
            painter.end()
        return self._frozen

    # Qt.

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards, and what floats above them."""
        painter = QPainter(self.viewport())
        if self._is_frozen:
            painter.drawPixmap(0, 0, self._picture())
        else:
            paint_wall(self, painter, event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.pointer.paint(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click changes the words."""
        card = self.card_at(event.position().toPoint())
        if card is not None and event.button() == Qt.MouseButton.LeftButton:
            self.edit(card.idea.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the card that is clicked, or of the current one."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        under = self.card_at(self.viewport().mapFromGlobal(event.globalPos()))
        idea_id = self.choice.current if keyboard else under.idea.id if under else None
        if idea_id is None:
            return
        if idea_id not in self.choice.ids:
            self.choose_only(idea_id)
        middle = self.view_of(idea_id).center()
        self.menuAsked.emit(self.viewport().mapToGlobal(middle) if keyboard else event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is on a card as soon as there is one."""
        super().focusInEvent(event)
        if self.choice.current is None:
            self.choice.current = self.first_visible()
        self._tell_current()
        self.refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.refresh()

    def event(self, event: QEvent) -> bool:
        """Keys of the wall are not for the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keys.is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """The whole words where a card shows less; fingers that pinch."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            card = self.card_at(event.pos())
            cut = card is not None and (self.zoom < READABLE or self.face.is_cut(card, int(self.plan.columns[0].lane)))
            words = "\n".join((card.idea.text, *card.merged)) if card is not None and cut else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self.zoom * (1 + event.value()), event.position().toPoint())
            return True
        return super().viewportEvent(event)
