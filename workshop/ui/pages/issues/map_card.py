"""A card with a map: which one, nearer and further, another map, and what is done with it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QWidget

from workshop.models.records.pictures import PictureRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.issues.issue_map import IssueMap
from workshop.ui.widgets.buttons import IconButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.elided_label import ElidedLabel
from workshop.ui.widgets.form_controls import keep_still
from workshop.ui.widgets.picture_frame import STEP


class MapCard(Card):
    """Shows one of the maps; a picture file that is dropped on it becomes another one."""

    mapChosen = Signal(object)  # the id of a map
    addRequested = Signal()
    filesDropped = Signal(list)  # the paths
    renameRequested = Signal(object)
    removeRequested = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.shown: PictureRecord | None = None
        self._maps: tuple[PictureRecord, ...] = ()
        self.layout().setContentsMargins(14, 12, 14, 14)
        say, icons = desk.language.say, desk.icons
        self.map = IssueMap(desk)
        self.name = ElidedLabel(look="strong")
        self.choice = QComboBox()
        self.choice.setAccessibleName(say("Which map"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(8)
        keep_still(self.choice)
        self.further = IconButton(icons.icon("minus"), say("Further away"))
        self.nearer = IconButton(icons.icon("plus"), say("Nearer"))
        self.whole = IconButton(icons.icon("maximize"), say("The whole map"))
        self.more = IconButton(icons.icon("ellipsis"), say("More for this map"))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.name, 1)
        row.addWidget(self.choice, 1)
        for button in (self.further, self.nearer, self.whole, self.more):
            row.addWidget(button)
        self.body.setSpacing(8)
        self.body.addLayout(row)
        self.add(self.map, 1)
        self.setAcceptDrops(True)
        self._connect()

    def show_maps(self, maps: Sequence[PictureRecord], shown: PictureRecord | None) -> None:
        """Offer maps, of which one is shown."""
        self._maps, self.shown = tuple(maps), shown
        names = [self.name_of(picture) for picture in maps]
        self.name.setVisible(len(maps) < 2)
        self.name.setText(self.name_of(shown) if shown is not None else "")
        self.choice.setVisible(len(maps) > 1)
        self.choice.blockSignals(True)
        if names != [self.choice.itemText(place) for place in range(self.choice.count())]:
            self.choice.clear()
            self.choice.addItems(names)
        self.choice.setCurrentIndex(next((n for n, one in enumerate(maps) if shown and one.id == shown.id), -1))
        self.choice.blockSignals(False)

    def show_picture(self, image: QImage) -> None:
        """Show the picture of the map that is shown."""
        self.map.show_picture(image, self.name_of(self.shown) if self.shown is not None else "")
        self._show_zoom()

    def name_of(self, picture: PictureRecord) -> str:
        """What a map is called."""
        if picture.caption:
            return picture.caption
        place = next((n for n, one in enumerate(self._maps, start=1) if one.id == picture.id), 1)
        return self._desk.language.say("Map {n}", n=place)

    def _connect(self) -> None:
        self.choice.activated.connect(lambda place: self.mapChosen.emit(self._maps[place].id))
        self.further.clicked.connect(lambda: self.map.zoom(1 / STEP))
        self.nearer.clicked.connect(lambda: self.map.zoom(STEP))
        self.whole.clicked.connect(self.map.fit)
        self.more.clicked.connect(self._offer)
        self.map.zoomChanged.connect(self._show_zoom)

    def _show_zoom(self) -> None:
        """What cannot be zoomed further is no button; the keyboard goes to its neighbour."""
        fitted = self.map.frame.zoom <= 1.001
        held = self.further.hasFocus() or self.whole.hasFocus()
        self.further.setEnabled(not fitted)
        self.whole.setEnabled(not fitted)
        if held and fitted:
            self.nearer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        say, menu = self._desk.language.say, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say("Add a map picture")).triggered.connect(self.addRequested)
        if self.shown is not None:
            map_id: UUID = self.shown.id
            menu.addAction(say("Rename")).triggered.connect(lambda: self.renameRequested.emit(map_id))
            menu.addSeparator()
            menu.addAction(say("Remove this map")).triggered.connect(lambda: self.removeRequested.emit(map_id))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A picture file becomes a map."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.filesDropped.emit(files)
