"""Photos as answers: small, in rows, those chosen most often first; a click shows one large."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from workshop.models.records.evaluations import ItemResult, PhotoAnswer
from workshop.models.records.pictures import PictureRecord
from workshop.models.telling.photo_answers import gone_words, times_words
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.item_card import ItemCard
from workshop.ui.pictures.tile import PhotoTile
from workshop.ui.widgets.elided_label import ElidedLabel
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import paragraph

SIZE = QSize(136, 102)  # pixels of a photo at 100 %


class ChosenTile(PhotoTile):
    """A photo that was chosen as an answer: looked at here, and not taken away."""

    def offer(self, at: QPoint) -> None:
        """Show it large."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._desk.language.say("Show large")).triggered.connect(self.opened)
        menu.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and F2 belong to where photos are kept."""
        if event.key() not in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2):
            super().keyPressEvent(event)


class PhotoAnswersCard(ItemCard):
    """The photos that were chosen for one item; `tiles` by name, so that one can be found again."""

    opened = Signal(object)  # the id of a picture

    def __init__(self, desk: Desk, result: ItemResult, photos: Sequence[PhotoAnswer]) -> None:
        super().__init__(desk, result)
        self.tiles: dict[str, ChosenTile] = {}
        self.pictures: tuple[PictureRecord, ...] = ()
        if self.is_silent:
            return
        self.pictures = tuple(each.picture for each in photos if each.picture is not None)
        if self.pictures:
            self.add(self._row(desk, [each for each in photos if each.picture is not None]))
        for words in gone_words(desk.language, photos):
            self.add(paragraph(words, role="muted"))

    def _row(self, desk: Desk, photos: Sequence[PhotoAnswer]) -> QWidget:
        holder = QWidget()
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        row = FlowLayout(holder, spacing=12, line_spacing=12)
        for place, (each, picture) in enumerate(zip(photos, self.pictures, strict=True), start=1):
            row.addWidget(self._captioned(desk, each, picture, place))
        return holder

    def _captioned(self, desk: Desk, photo: PhotoAnswer, picture: PictureRecord, place: int) -> QWidget:
        """A tile with how often it was chosen, and its caption."""
        px = desk.type.px
        words = " · ".join(filter(None, (times_words(desk.language, photo.times), picture.caption)))
        tile = ChosenTile(desk, QSize(px(SIZE.width()), px(SIZE.height())))
        tile.show_picture(picture, place, len(self.pictures), words)
        tile.opened.connect(lambda: self.opened.emit(picture.id))
        self.tiles[f"photo:{picture.id}"] = tile
        told = ElidedLabel(words, look="small", role="muted")
        told.setFixedWidth(px(SIZE.width()))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(tile)
        column.addWidget(told)
        return holder
