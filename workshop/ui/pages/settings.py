"""Settings: words, look, size of text, and where the data is kept; each applies at once."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop import paths
from workshop.language import CODES, NAMES
from workshop.settings import TEXT_SCALES, THEMES
from workshop.ui.desk import Desk
from workshop.ui.page import Page, PageHeader
from workshop.ui.widgets.buttons import QuietButton, SegmentedChoice
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.headings import BodyLabel, StrongLabel, paragraph


class SettingsPage(Page):
    """What can be chosen; nothing has to be saved by hand."""

    name = "settings"

    settingsChanged = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        say = self.say
        self.content.addWidget(PageHeader(say("Settings")))
        card = Card(say("Look and language"))
        card.setMaximumWidth(desk.type.px(860))
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
        scales = [(scale, f"{scale} %") for scale in TEXT_SCALES]
        self.scale_choice = self._add_choice(card, "text_scale", say("Text size"), scales, settings.text_scale)
        self.content.addWidget(card)
        self.content.addWidget(self._data_card())
        self.content.addStretch(1)

    def _add_choice(
        self, card: Card, name: str, label: str, options: Sequence[tuple[object, str]], chosen: object, help_text: str = ""
    ) -> SegmentedChoice:
        choice = SegmentedChoice(options, chosen, label)
        choice.chosen.connect(lambda value: self.settingsChanged.emit(self.desk.settings.with_(**{name: value})))
        card.body.addLayout(_line(label, choice, help_text, self.desk.type.px(200)))
        return choice

    def _data_card(self) -> Card:
        say = self.say
        card = Card(say("Data"))
        card.setMaximumWidth(self.desk.type.px(860))
        place = self._library_place()
        path = BodyLabel(place, wrap=True)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.add(paragraph(say("Everything is saved as you work, on this computer only. Nothing is sent anywhere."), role="muted"))
        card.body.addLayout(_line(say("Library"), path, "", self.desk.type.px(200)))
        self.folder_button = QuietButton(say("Open the folder"), icon=self.desk.icons.icon("folder-open"))
        self.folder_button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(place).parent))))
        row = QHBoxLayout()
        row.setContentsMargins(self.desk.type.px(200) + 16, 0, 0, 0)
        row.addWidget(self.folder_button)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _library_place(self) -> str:
        return str(getattr(self.desk.library, "place", "") or paths.library_file())


def _line(label: str, widget: QWidget, help_text: str, width: int) -> QHBoxLayout:
    """A label, beside it what can be chosen, and a quiet line below that."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 8, 0, 8)
    row.setSpacing(16)
    words = StrongLabel(label, wrap=True)
    words.setFixedWidth(width)
    row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(widget)
    if help_text:
        column.addWidget(paragraph(help_text, role="muted", small=True))
    row.addLayout(column, 1)
    return row
