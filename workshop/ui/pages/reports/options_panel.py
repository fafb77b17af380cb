"""The options of one kind of report; no kind shows what it cannot have."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workshop.language import CODES, NAMES
from workshop.models.records.report_options import SECTION_TITLES, PaperSize, ReportOptions, Section
from workshop.services.reporting import ReportKind
from workshop.ui.desk import Desk
from workshop.ui.pages.reports.logo_field import LogoField
from workshop.ui.pages.reports.remembering import ALWAYS_SHOWN
from workshop.ui.widgets.buttons import SegmentedChoice
from workshop.ui.widgets.check_box import CheckBox
from workshop.ui.widgets.fold import Fold
from workshop.ui.widgets.headings import Label, MutedLabel
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.scrolled_sheet import ScrolledSheet

_PAPERS = {PaperSize.A4: "A4", PaperSize.LETTER: "Letter"}


class OptionsPanel(QFrame):
    """Language, paper, what is told of persons, logo, parts; tells what was chosen and shows what it is given."""

    changed = Signal(object)  # ReportOptions
    namesWanted = Signal()  # somebody wants names in it: to be asked first
    logoWanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind: ReportKind | None = None
        self._options = ReportOptions()
        self._sections_open = False
        self.setProperty("look", "card")
        self.setAccessibleName(desk.language.say("Report options"))
        self.setMinimumWidth(min(desk.type.px(270), 470))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("look", "bare")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = ScrolledSheet()
        holder.setProperty("look", "bare")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(20, 18, 20, 18)
        self._column.setSpacing(6)
        area.setWidget(holder)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(area)

    @property
    def options(self) -> ReportOptions:
        """What is chosen."""
        return self._options

    def show_options(self, kind: ReportKind, options: ReportOptions) -> None:
        """Show the options of a kind."""
        if kind is self._kind and options == self._options:
            return
        same_kind, self._kind, self._options = kind is self._kind, kind, options
        if same_kind:
            self._put_in()
        else:
            clear_layout(self._column)
            self._fill(kind)

    def focus_first(self) -> None:
        """Put the keyboard on the first option."""
        self.language_choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_logo_error(self, words: str) -> None:
        """Say why a file is no logo."""
        if self._kind is not None and self._kind.sections:
            self.logo_field.show_error(words)

    # What is shown.

    def _fill(self, kind: ReportKind) -> None:
        say, tell = self._desk.language.say, self._desk.language.tell
        languages: list[tuple[tuple[str, ...], str]] = [((code,), NAMES[code]) for code in CODES]
        if kind.in_two_languages:
            languages.append((CODES, say("Side by side")))
        self.language_choice = self._segments(say("Language of the report"), languages, "languages")
        self.paper_choice = self._segments(say("Paper"), tuple(_PAPERS.items()), "paper")
        self.number_choices = {
            number.name: self._segments(
                tell(number.title), [(n, tell(words)) for n, words in number.values], number.name
            )
            for number in kind.numbers
        }
        self.names_box = self.small_box = None
        if kind.carries_names:
            self.names_box = self._check(say("With the names of participants"), self._toggle_names)
        if kind.sections:
            self._fill_report(kind)
        self._column.addStretch(1)
        self._put_in()

    def _fill_report(self, kind: ReportKind) -> None:
        say = self._desk.language.say
        self.section_boxes: dict[Section, CheckBox] = {}
        for section in ALWAYS_SHOWN:
            if section in kind.sections:
                self._section(section, self._column)
        if any(section in kind.sections for section in (Section.ATTENDANCE, Section.EVALUATION)):
            self.small_box = self._check(say("Add up groups of fewer than five people"), self._toggle_small)
            self._column.addWidget(MutedLabel(say("So that nobody is recognized."), wrap=True))
        self._column.addSpacing(10)
        self.logo_field = LogoField(self._desk)
        self.logo_field.chooseRequested.connect(self.logoWanted)
        self.logo_field.removeRequested.connect(lambda: self._change(logo=b""))
        self._column.addWidget(self.logo_field)
        inside = QWidget()
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(6)
        for section in kind.sections:
            if section not in ALWAYS_SHOWN:
                self._section(section, parts)
        self._column.addSpacing(8)
        self.parts_fold = Fold(self._desk, say("Parts of the report"), inside)
        self.parts_fold.button.setChecked(self._sections_open)
        self.parts_fold.button.toggled.connect(self._keep_fold)
        self._column.addWidget(self.parts_fold)

    def _put_in(self) -> None:
        options, kind = self._options, self._kind
        self.language_choice.set_chosen(options.languages)
        self.paper_choice.set_chosen(options.paper)
        for name, choice in self.number_choices.items():
            choice.set_chosen(getattr(options, name))
        if self.names_box is not None:
            _tick(self.names_box, options.names)
        if self.small_box is not None:
            _tick(self.small_box, options.suppress_small)
        if kind is not None and kind.sections:
            self.logo_field.show_logo(options.logo)
            for section, box in self.section_boxes.items():
                _tick(box, options.shows(section))

    def _segments(self, words: str, choices: Sequence[tuple[Any, str]], name: str) -> SegmentedChoice:
        label = Label(words, wrap=True)
        label.setProperty("look", "field-label")
        choice = SegmentedChoice(choices, None, words)
        choice.chosen.connect(lambda value: self._change(**{name: value}))
        label.setBuddy(choice)
        self._column.addWidget(label)
        self._column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(10)
        return choice

    def _check(self, words: str, call: Callable[[bool], object]) -> CheckBox:
        box = CheckBox(words)
        box.toggled.connect(call)
        self._column.addWidget(box)
        return box

    def _section(self, section: Section, column: QVBoxLayout) -> None:
        box = CheckBox(self._desk.language.tell(SECTION_TITLES[section]))
        box.toggled.connect(lambda on: self._toggle_section(section, on))
        self.section_boxes[section] = box
        column.addWidget(box)

    # What is chosen.

    def _toggle_names(self, on: bool) -> None:
        if on and self.names_box is not None:
            _tick(self.names_box, False)  # until it has been confirmed
            self.namesWanted.emit()
        else:
            self._change(names=False)

    def _toggle_small(self, on: bool) -> None:
        self._change(suppress_small=on)

    def _toggle_section(self, section: Section, on: bool) -> None:
        without = self._options.without
        self._change(without=without - {section} if on else without | {section})

    def _keep_fold(self, is_open: bool) -> None:
        self._sections_open = is_open

    def _change(self, **values: Any) -> None:
        self._options = replace(self._options, **values)
        self._put_in()
        self.changed.emit(self._options)


def _tick(box: CheckBox, on: bool) -> None:
    """Tick a box without telling anybody."""
    blocked = box.blockSignals(True)
    box.setChecked(on)
    box.blockSignals(blocked)
    box.update()
