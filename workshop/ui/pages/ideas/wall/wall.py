"""The wall of ideas: heads above, all cards on one plane below, small buttons for the scale at its corner."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, QRectF, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.wall.by_hand import ByHand
from workshop.ui.pages.ideas.wall.canvas import Content, WallCanvas
from workshop.ui.pages.ideas.wall.face import PhotoOf
from workshop.ui.pages.ideas.wall.heads import HeadStrip
from workshop.ui.pages.ideas.wall.plan import FLOWING, READABLE, Column
from workshop.ui.pages.ideas.wall.zoom_buttons import ZoomButtons

_MARGIN = 8  # pixels around the buttons at the corner


class Wall(QWidget):
    """Knows which cards are chosen, over all columns and in the order of choosing."""

    selectionMoved = Signal()
    verbAsked = Signal(str)
    menuAsked = Signal(object)  # where, on the screen
    themeMenuAsked = Signal(object, object)  # id of a theme, where on the screen
    themeRenamed = Signal(object, str)
    ideaEdited = Signal(object, str)
    ideasPlaced = Signal(object, object, int)  # ids, id of a theme or None, before which shown card
    editingEnded = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.strip, self.canvas, self.zoom_buttons = HeadStrip(desk), WallCanvas(desk), ZoomButtons(desk, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.strip)
        whole.addWidget(self.canvas, 1)
        corner = ByHand()
        whole.addLayout(corner)
        corner.put((self.zoom_buttons,))
        self.setFocusProxy(self.canvas)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(desk.type.px(280))
        self._connect()
        self.zoom_buttons.raise_()

    @property
    def chosen(self) -> list[UUID]:
        """The ids of the chosen ideas, in the order in which they were chosen."""
        return list(self.canvas.choice.ids)

    @property
    def columns(self) -> Sequence[Column]:
        """The tray and the themes as they are shown."""
        return self.canvas.plan.columns

    @property
    def is_editing(self) -> bool:
        """Whether the words of a card are being changed; what is read anew waits for that."""
        return self.canvas.editor is not None

    def shown_under(self, theme_id: UUID | None) -> list[UUID]:
        """The ids of the cards that are shown under a theme, in order."""
        return [card.idea.id for column in self.columns if column.theme_id == theme_id for card in column.cards]

    def show_photos(self, photo_of: PhotoOf) -> None:
        """Ask this for the photo of a card: content and size in, a picture out, or none that is not there yet."""
        self.canvas.face.photo_of = photo_of
        self.canvas.refresh()

    def photo_arrived(self) -> None:
        """A photo that was not there is there now."""
        self.canvas.refresh()

    def show_content(self, content: Content) -> None:
        """Show these columns with their cards; what is chosen, scrolled and under the keyboard stays."""
        self.canvas.show_content(content)
        if self.strip.show_columns(self.columns):
            self.canvas.setFocus()
        self._lay_heads()

    def choose(self, idea_id: UUID, *, edit: bool = False) -> None:
        """Put the keyboard on an idea."""
        if idea_id in self.canvas.plan:
            self.canvas.setFocus()
            self.canvas.choose_only(idea_id)
            self.canvas.ensure_visible(idea_id)
            if edit:
                self.canvas.edit(idea_id)

    def take_keyboard(self) -> None:
        """Put the keyboard on what is chosen, else on the first card."""
        chosen = self.chosen
        if chosen and self.canvas.choice.current not in chosen:
            self.canvas.look_at(chosen[0])
        self.canvas.setFocus()

    def follow(self, idea_id: UUID) -> None:
        """Keep the keyboard on an idea that is about to be moved."""
        self.canvas.follow(idea_id)

    def rename(self, theme_id: UUID) -> None:
        """Let the name of a theme be changed in place."""
        if self.canvas.zoom < READABLE:
            self.canvas.set_zoom(1.0)
        self._seek(theme_id)
        self.strip.head(theme_id).rename()

    def clear_selection(self) -> None:
        """Choose nothing."""
        self.canvas.choose_many(())

    def _connect(self) -> None:
        canvas = self.canvas
        canvas.selectionMoved.connect(self.selectionMoved)
        canvas.verbAsked.connect(self.verbAsked)
        canvas.menuAsked.connect(self.menuAsked)
        canvas.ideaEdited.connect(self.ideaEdited)
        canvas.ideasPlaced.connect(self.ideasPlaced)
        canvas.editingEnded.connect(lambda: QTimer.singleShot(0, self, self.editingEnded.emit))
        canvas.viewMoved.connect(self._lay_heads)
        self.strip.menuAsked.connect(self.themeMenuAsked)
        self.strip.renamed.connect(self.themeRenamed)
        self.strip.sought.connect(self._seek)
        self.zoom_buttons.stepped.connect(canvas.zoom_by)
        self.zoom_buttons.plainAsked.connect(lambda: canvas.set_zoom(1.0))
        self.zoom_buttons.fitAsked.connect(canvas.fit)

    def _seek(self, theme_id: UUID | None) -> None:
        """Scroll sideways so that a column is seen."""
        column = next((column for column in self.columns if column.theme_id == theme_id), None)
        if column is not None:
            top = self.canvas.to_wall(QPoint(0, 8)).y()
            self.canvas.ensure_area(QRectF(column.x, top, column.width, 1))

    def _lay_heads(self) -> None:
        """Heads lie above their columns, however those are scrolled and zoomed."""
        canvas = self.canvas
        rooms = [canvas.to_view(QRectF(column.x, 0, column.width, 1)) for column in self.columns]
        places, wide = [(room.left(), room.width()) for room in rooms], canvas.viewport().width()
        self.strip.lie_over(places, wide=wide, large=canvas.zoom < FLOWING)
        self.zoom_buttons.show_scale(canvas.zoom)
        self._place_buttons()

    def _place_buttons(self) -> None:
        size, room = self.zoom_buttons.sizeHint(), self.canvas.viewport().geometry()
        corner = self.canvas.mapTo(self, room.bottomRight())
        self.zoom_buttons.setGeometry(
            corner.x() - size.width() - _MARGIN + 1,
            corner.y() - size.height() - _MARGIN + 1,
            size.width(),
            size.height(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stay at their corner."""
        super().resizeEvent(event)
        self._place_buttons()
