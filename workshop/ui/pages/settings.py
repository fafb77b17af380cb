"""Settings: words, look, size of text, and where the data is kept; each applies at once."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from workshop import __version__
from workshop.language import CODES, NAMES
from workshop.settings import TEXT_SCALES, THEMES, library_file
from workshop.ui.backups.card import BackupsCard
from workshop.ui.desk import Desk
from workshop.ui.page import Page, column
from workshop.ui.widgets.buttons import QuietButton, SegmentedChoice
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.headings import BodyLabel, StrongLabel, paragraph
from workshop.ui.widgets.page_header import PageHeader

_LABEL = 200  # pixels at 100 %
_TWO_COLUMNS = 1360  # pixels of the page at 100 %


class SettingsPage(Page):
    """What can be chosen; nothing has to be saved by hand."""

    name = "settings"

    settingsChanged = Signal(object)
    restoreRequested = Signal(object)  # the file of a copy

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        say = self.say
        self.content.addWidget(PageHeader(say("Settings")))
        card = Card(say("Look and language"))
        settings = desk.settings
        themes = {
            "system": say("Like the system"), "light": say("Light"), "dark": say("Dark"),
            "high-contrast": say("High contrast"),
        }  # fmt: skip
        self.language_choice = self._add_choice(
            card, "language", say("Language of the console"), [(code, NAMES[code]) for code in CODES], settings.language,
            say("The shared screen and each report have a language of their own."),
        )  # fmt: skip
        self.theme_choice = self._add_choice(
            card, "theme", say("Colours"), [(name, themes[name]) for name in THEMES], settings.theme
        )
        scales = [(scale, f"{scale}%") for scale in TEXT_SCALES]
        self.scale_choice = self._add_choice(card, "text_scale", say("Text size"), scales, settings.text_scale)
        columns = Columns(narrowest=desk.type.px(_TWO_COLUMNS))
        self.backups_card = BackupsCard(self)
        self.backups_card.restoreRequested.connect(self.restoreRequested)
        columns.add(_stack(card, self.backups_card))
        columns.add(_stack(self._data_card(), self._about_card()))
        self.content.addWidget(columns)
        self.content.addStretch(1)

    def reload(self) -> None:
        """Look again which copies of the library there are."""
        self.backups_card.reload()

    def _add_choice(
        self,
        card: Card,
        name: str,
        label: str,
        options: Sequence[tuple[object, str]],
        chosen: object,
        help_text: str = "",
    ) -> SegmentedChoice:
        choice = SegmentedChoice(options, chosen, label)
        choice.chosen.connect(lambda value: self.settingsChanged.emit(self.desk.settings.with_(**{name: value})))
        card.body.addLayout(_line(self.desk, label, choice, help_text))
        return choice

    def _data_card(self) -> Card:
        say = self.say
        card = Card(say("Data"))
        place = self._library_place()
        path = BodyLabel(place, wrap=True)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        promise = say("Everything is saved as you work, on this computer only. Nothing is sent anywhere.")
        card.add(paragraph(promise, role="muted"))
        card.body.addLayout(_line(self.desk, say("Library"), path))
        self.folder_button = QuietButton(say("Open the folder"), icon=self.desk.icons.icon("folder-open"))
        self.folder_button.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(place).parent)))
        )
        card.body.addLayout(_line(self.desk, "", self.folder_button))
        return card

    def _about_card(self) -> Card:
        say = self.say
        card = Card(say("About this program"))
        promise = say("Free to use, change and pass on. It is made of parts with licences of their own.")
        card.add(paragraph(promise, role="muted"))
        card.body.addLayout(_line(self.desk, say("Version"), BodyLabel(__version__)))
        self.about_button = QuietButton(say("Parts and their licences"))
        self.about_button.clicked.connect(self._show_about)
        card.body.addLayout(_line(self.desk, "", self.about_button))
        return card

    def _show_about(self) -> None:
        from workshop.ui.about.dialog import show_about

        show_about(self.desk, self)

    def _library_place(self) -> str:
        return str(getattr(self.desk.library, "place", "") or library_file(self.desk.settings))


def _stack(*cards: Card) -> QWidget:
    """Cards below each other, each as high as what is in it."""
    box, rows = column(spacing=20)
    for card in cards:
        rows.addWidget(card)
    rows.addStretch(1)
    return box


def _line(desk: Desk, label: str, widget: QWidget, help_text: str = "") -> QBoxLayout:
    """A label, beside it (in large type below it) what can be chosen, and a quiet line below that."""
    large = desk.type.scale >= 150
    row = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
    row.setContentsMargins(0, 8, 0, 8)
    row.setSpacing(8 if large else 16)
    words = StrongLabel(label, wrap=True)
    side = QVBoxLayout()
    side.setSpacing(6)
    if isinstance(widget, BodyLabel):
        side.addWidget(widget)
    else:
        side.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    if help_text:
        side.addWidget(paragraph(help_text, role="muted", small=True))
    if large:
        row.addWidget(words)
    else:
        words.setFixedWidth(desk.type.px(_LABEL))
        words.setContentsMargins(0, 10 if not isinstance(widget, BodyLabel) else 0, 0, 0)
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(side, 1)
    return row
