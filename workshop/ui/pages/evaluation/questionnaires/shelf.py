"""All questionnaires: those of one's own and the ready ones; one of them is chosen and told."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.services.evaluation.instrument_shape import Instrument
from workshop.services.evaluation.questionnaires import QuestionnaireRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.form_detail import ScrolledColumn
from workshop.ui.pages.evaluation.questionnaires.collection import Collection
from workshop.ui.pages.evaluation.result_view import items_card
from workshop.ui.widgets.buttons import Button, PrimaryButton, QuietButton, SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import HeadingLabel, paragraph
from workshop.ui.widgets.list_and_detail import ListAndDetail
from workshop.ui.widgets.pill import Pill
from workshop.ui.widgets.tile_list import ListTile, TileList


class Shelf(QWidget):
    """The list at the left, the chosen one at the right; verbs are told by name."""

    newAsked = Signal()
    importAsked = Signal()
    verbAsked = Signal(str)  # edit, form, copy, export, rename, remove
    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.key = ""
        self._told: object = None
        self.buttons: dict[str, Button] = {}
        say, px = desk.language.say, desk.type.px
        self.list = TileList(desk, say("Questionnaires"))
        self.list.chosen.connect(lambda key: self.chosen.emit(key))
        self.new_button = QuietButton(say("New questionnaire…"), icon=desk.icons.icon("plus"))
        self.import_button = QuietButton(say("Open a file…"), icon=desk.icons.icon("folder-open"))
        self.new_button.clicked.connect(self.newAsked)
        self.import_button.clicked.connect(self.importAsked)
        self.detail = ScrolledColumn()
        self.detail.setAccessibleName(say("Chosen questionnaire"))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=8)
        flow.addWidget(self.new_button)
        flow.addWidget(self.import_button)
        column.addWidget(buttons)
        column.addWidget(self.list, 1)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(
            ListAndDetail(left, self.detail, widest=px(400), least=px(440), low=px(300), high=px(420), shares=(4, 9))
        )

    def show_collection(self, collection: Collection) -> None:
        """Show all of them; the chosen one stays chosen, else the first."""
        if collection.instrument(self.key) is None:
            first = next(iter((*(record.instrument for record in collection.own), *collection.ready)), None)
            self.key = first.key if first else ""
        self.list.show_content(collection, lambda: self._fill(collection), self.key)
        self._tell(collection)

    def _fill(self, collection: Collection) -> None:
        say, language = self._desk.language.say, self._desk.language
        self.list.add_heading(say("Your own"))
        if not collection.own:
            self.list.add_heading(say("None yet. Begin with an empty one, or copy a ready one."))
        for record in collection.own:
            instrument = record.instrument
            missing = len(record.problems)
            words = language.say_many("{n} thing missing", "{n} things missing", missing) if missing else ""
            self.list.add_tile(self._tile(instrument, (words, "warn") if missing else ("", "")))
        self.list.add_heading(say("Ready to use"))
        for instrument in collection.ready:
            self.list.add_tile(self._tile(instrument, ("", "")))

    def _tile(self, instrument: Instrument, pill: tuple[str, str]) -> ListTile:
        language = self._desk.language
        foot = language.say_many("{n} question", "{n} questions", len(instrument.items))
        return ListTile(self._desk, instrument.key, instrument.title.in_language(language.code), "", foot, pill)

    def _tell(self, collection: Collection) -> None:
        instrument, record = collection.instrument(self.key), collection.record(self.key)
        if instrument is None or self._told == (instrument, record):
            return
        self._told = instrument, record
        cards: list[QWidget] = [self._head(instrument, record)]
        if instrument.items:
            cards.append(items_card(self._desk, instrument.records()))
        self.detail.show_cards(cards)

    def _head(self, instrument: Instrument, record: QuestionnaireRecord | None) -> Card:
        say, language = self._desk.language.say, self._desk.language
        card = Card()
        title = instrument.title.in_language(language.code)
        card.setAccessibleName(title)
        pill = Pill(say("ready to use"), "quiet") if record is None else self._state(record)
        card.add(self._flowing([HeadingLabel(title, wrap=True), pill]))
        for words in (instrument.about, instrument.source, instrument.licence):
            if words.ko:
                card.add(paragraph(words.in_language(language.code), role="" if words is instrument.about else "muted"))
        if record is not None:
            for problem in record.problems[:5]:
                card.add(paragraph(language.tell(problem.told()), role="warn"))
        self.buttons = {}
        verbs: list[tuple[str, Button]] = []
        if record is not None:
            verbs.append(("edit", PrimaryButton(say("Edit the questions"))))
        verbs.append(("copy", (QuietButton if record else PrimaryButton)(say("Copy and change…"))))
        if record is None or record.is_ready:
            verbs.append(("export", QuietButton(say("Save as a file…"))))
        card.add(self._flowing([self._verb(name, button) for name, button in verbs]))
        if record is not None:
            small = [("rename", SmallButton(say("Title and source…"))), ("remove", SmallButton(say("Remove")))]
            card.add(self._flowing([self._verb(name, button) for name, button in small]))
        return card

    def _state(self, record: QuestionnaireRecord) -> Pill:
        say, say_many = self._desk.language.say, self._desk.language.say_many
        missing = len(record.problems)
        if missing:
            return Pill(say_many("{n} thing missing", "{n} things missing", missing), "warn")
        return Pill(say("ready"), "quiet")

    def _verb(self, name: str, button: Button) -> Button:
        button.clicked.connect(lambda: self.verbAsked.emit(name))
        self.buttons[name] = button
        return button

    @staticmethod
    def _flowing(parts: list[QWidget]) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, spacing=8)
        for part in parts:
            row.addWidget(part)
        return holder
