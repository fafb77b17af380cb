"""Suggested themes for the unsorted ideas, each with why; nothing is sorted before somebody accepts it."""

from collections.abc import Hashable, Sequence
from functools import partial
from uuid import UUID
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from workshop.language import Message
from workshop.services.ideas.suggestions import (
    Acceptance,
    Suggestions,
    ThemeSuggestion,
    accept_suggestions,
    suggesting,
)
from workshop.services.keeping import undo
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.page import Page
from workshop.ui.pages.ideas.suggestion_card import SuggestionCard
from workshop.ui.tasks import Build
from workshop.ui.widgets.buttons import LinkButton, PrimaryButton
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.headings import MutedLabel, paragraph
from workshop.ui.widgets.keyed_rows import KeyedRows
from workshop.ui.widgets.progress_bar import SlimBar
from workshop.ui.widgets.scrolled_sheet import ScrolledSheet

MOST = 12  # suggestions that are shown at once; the next ones come when these are answered
_Refused = tuple[UUID | None, frozenset[UUID]]
_refused: WeakKeyDictionary[QWidget, list[_Refused]] = WeakKeyDictionary()  # by window


class SuggestionsPanel(QWidget):
    """Looks for suggestions, shows them, and tells what is accepted; what is refused is not shown again in this window."""

    accepted = Signal(list)  # of Acceptance: what is to be done in one step
    strongChanged = Signal(int)  # how many clear suggestions are shown

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._build: Build | None = None
        self._found = Suggestions((), 0, 0)
        self._left: list[ThemeSuggestion] = []
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(300)
        say = desk.language.say
        self.progress = SlimBar(desk, say("Looking for ideas that belong together"))
        self.note = paragraph(role="muted", small=True)
        self._few = EmptyState(
            desk, "lightbulb", say("Too few ideas to compare"),
            say("Suggestions begin with six ideas that are not yet sorted. So few are sorted faster by hand."),
        )  # fmt: skip
        self._none = EmptyState(
            desk, "search", say("Nothing belongs together"),
            say("The ideas that are left share too few words. Sorting them needs people."),
        )  # fmt: skip
        self._lay_out()
        self._patience.timeout.connect(lambda: self._stack.setCurrentWidget(self._busy))

    @property
    def cards(self) -> list[SuggestionCard]:
        """What is shown, in order."""
        return self.rows.widgets

    @property
    def strong(self) -> list[SuggestionCard]:
        """The clear ones of them that can be accepted as they are."""
        return [card for card in self.cards if card.suggestion.strong and card.acceptance is not None]

    @property
    def is_listing(self) -> bool:
        """Whether there are suggestions to be seen, or still to come."""
        return self._build is not None or bool(self._left)

    def look(self, project_id: UUID, session_id: UUID | None = None) -> None:
        """Look for suggestions; what is shown stays until they are there."""
        self.stop()
        self.progress.show_part(0, 100)
        self._patience.start()
        make = partial(suggesting, self._desk.library, project_id=project_id, session_id=session_id)
        self._build = self._desk.tasks.build(
            make, lambda part: self.progress.show_part(round(100 * part), 100), self.show_found, self._fail, owner=self
        )

    def stop(self) -> None:
        """Look no further."""
        self._patience.stop()
        if self._build is not None:
            self._build.cancel()
            self._build = None

    def show_found(self, found: Suggestions) -> None:
        """Show suggestions, but for those that were refused here before."""
        self.stop()
        self._found = found
        refused = _refused.get(_window_of(self), [])
        self._left = [one for one in found.suggestions if not any(_is_same(one, other) for other in refused)]
        say = self._desk.language.say
        part = found.looked < found.unsorted
        self.note.setText(
            say(
                "{n} of {all} ideas were compared with each other; the others were added where they fit.",
                n=self._desk.language.number(found.looked), all=self._desk.language.number(found.unsorted),
            ) if part else ""
        )  # fmt: skip
        self.note.setVisible(part)
        self._show()

    def take_away(self, accepted: Sequence[SuggestionCard]) -> None:
        """What was accepted has been done."""
        gone = [card.suggestion for card in accepted]
        self._left = [one for one in self._left if one not in gone]
        self._show()

    def focus_first(self) -> None:
        """Put the keyboard on the first suggestion."""
        if self.cards:
            self.cards[0].accept_button.setFocus()

    def _show(self) -> None:
        self.rows.show(self._left[:MOST])
        empty = self._few if self._found.are_few else self._none
        self._stack.setCurrentWidget(self.area if self._left else empty)
        self._tell()

    def _tell(self) -> None:
        self.strongChanged.emit(len(self.strong))

    def _refuse(self, suggestion: ThemeSuggestion) -> None:
        _refused.setdefault(_window_of(self), []).append((suggestion.theme_id, frozenset(suggestion.idea_ids)))
        self._left = [one for one in self._left if one is not suggestion]
        self._show()

    def _make(self, suggestion: ThemeSuggestion) -> SuggestionCard:
        card = SuggestionCard(self._desk, suggestion)
        card.accepted.connect(lambda: self.accepted.emit([card]))
        card.refused.connect(lambda: self._refuse(suggestion))
        card.changed.connect(self._tell)
        return card

    def _fail(self, error: Exception) -> None:
        self.stop()
        self._show()
        self._desk.tasks.failed.emit(error)

    def _lay_out(self) -> None:
        self._busy = QWidget()
        middle = QVBoxLayout(self._busy)
        middle.addStretch(1)
        middle.addWidget(MutedLabel(self._desk.language.say("Looking for ideas that belong together")))
        middle.addWidget(self.progress)
        middle.addStretch(2)
        sheet = ScrolledSheet()
        sheet.setProperty("look", "bare")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(RING, 2, RING + 8, RING)
        column.setSpacing(12)
        listed = QVBoxLayout()
        listed.setSpacing(12)
        self.rows = KeyedRows[ThemeSuggestion, SuggestionCard](listed, _key, self._make, lambda _card, _one: None)
        column.addLayout(listed)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setProperty("look", "bare")
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(sheet)
        self._stack = QStackedWidget()
        empty = QWidget()
        for widget in (empty, self._busy, self.area, self._few, self._none):
            self._stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self.note)
        whole.addWidget(self._stack, 1)
        self.note.hide()


class SuggestionsSheet(Sheet):
    """The suggestions over a page: what is accepted is done at once, and can be taken back here or later."""

    def __init__(self, page: Page, project_id: UUID, session_id: UUID | None = None) -> None:
        desk = page.desk
        say = desk.language.say
        super().__init__(desk, say("Suggested themes"), page, width=720)
        self._page, self._desk = page, desk
        self._place = (project_id, session_id)
        self.panel = SuggestionsPanel(desk)
        self.body.addWidget(self.panel, 1)
        self._done = MutedLabel(wrap=True)
        self.undo_button = LinkButton(say("Undo"))
        self.undo_button.clicked.connect(self._take_back)
        row = QHBoxLayout()
        row.setContentsMargins(RING, 0, RING, 0)
        row.setSpacing(8)
        row.addWidget(self._done, 1)
        row.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.cancel_button.setText(say("Close"))
        self.strong_button = PrimaryButton(say("Accept all clear ones"))
        self.strong_button.clicked.connect(lambda: self._accept(self.panel.strong))
        self.foot.addWidget(self.strong_button)
        self.panel.accepted.connect(self._accept)
        self.panel.strongChanged.connect(self._offer_strong)
        self.finished.connect(lambda _result: self.panel.stop())
        self._say_done(None)
        self._offer_strong(0)
        self.panel.look(*self._place)

    def fit(self) -> None:
        """High while there is a list, which scrolls, so that the sheet does not change its size with each answer."""
        height = min(self._desk.type.px(700 if self.panel.is_listing else 420), self.most)
        if height != self.height():
            self.resize(self.width(), height)

    def _offer_strong(self, count: int) -> None:
        held = self.strong_button.hasFocus()
        self.strong_button.setEnabled(count > 0)
        self.strong_button.setVisible(bool(self.panel.cards))
        if held and not count:
            self.cancel_button.setFocus()
        if self.isVisible():
            self.fit()

    def _accept(self, cards: Sequence[SuggestionCard]) -> None:
        library, project_id = self._desk.library, self._place[0]
        accepted: list[Acceptance] = [card.acceptance for card in cards if card.acceptance is not None]
        if not accepted:
            return

        def refused(message: str) -> None:
            cards[0].show_error(message)

        self._page.do(
            lambda: accept_suggestions(library, project_id=project_id, accepted=accepted),
            done=lambda changed: self._accepted(cards, changed.undo),
            refused=refused,
        )

    def _accepted(self, cards: Sequence[SuggestionCard], words: Message | None) -> None:
        self.panel.take_away(cards)
        self._say_done(words)

    def _say_done(self, words: Message | None) -> None:
        held = self.undo_button.hasFocus()
        self._done.setText("" if words is None else self._desk.language.tell(words))
        self._done.setVisible(words is not None)
        self.undo_button.setVisible(words is not None)
        if held and words is None:
            self.cancel_button.setFocus()

    def _take_back(self) -> None:
        library = self._desk.library

        def done(_changed: object) -> None:
            self._say_done(None)
            self.panel.look(*self._place)

        self._desk.tasks.run(lambda: undo.undo(library), done, owner=self)


def open_suggestions(page: Page, project_id: UUID, session_id: UUID | None = None) -> SuggestionsSheet:
    """Open the suggestions for the unsorted ideas of a project, or of one of its sessions."""
    sheet = SuggestionsSheet(page, project_id, session_id)
    sheet.open()
    return sheet


def _window_of(widget: QWidget) -> QWidget:
    """The window of the console, below all sheets."""
    window = widget.window()
    while (parent := window.parentWidget()) is not None:
        window = parent.window()
    return window


def _key(suggestion: ThemeSuggestion) -> Hashable:
    return suggestion.theme_id, suggestion.idea_ids


def _is_same(suggestion: ThemeSuggestion, refused: _Refused) -> bool:
    """Whether it is what was refused, some ideas more or less."""
    theme_id, ids = refused
    mine = set(suggestion.idea_ids)
    return suggestion.theme_id == theme_id and 2 * len(mine & ids) > len(mine | ids)
