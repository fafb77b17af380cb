"""The line of tools above the ideas: which of them are shown, and what can be done with those that are chosen."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QWidget

from workshop.models.records.sessions import LabSessionRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.theme_field import ThemeField
from workshop.ui.widgets.buttons import LinkButton, SmallButton
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.form_controls import keep_still
from workshop.ui.widgets.headings import MutedLabel


class ToolLine(QWidget):
    """Filters at the left, verbs behind them; in several lines where there is no room for one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say, icon = desk.language.say, desk.icons.icon
        self.sessions = QComboBox()
        self.sessions.setProperty("look", "small")
        self.sessions.setAccessibleName(say("Show the ideas of"))
        self.sessions.setMinimumContentsLength(14)
        self.sessions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        keep_still(self.sessions)
        self.new_theme = ThemeField(desk)
        self.filter_button = SmallButton(say("Filter"), icon=icon("funnel"), tip="Ctrl+Shift+F")
        self.narrowed = MutedLabel()
        self.all_button = LinkButton(say("Show all"))
        self.withdrawn_button = SmallButton(say("Withdrawn"))
        self.withdrawn_button.setCheckable(True)
        self.verbs = {
            "edit": SmallButton(say("Edit"), icon=icon("pencil"), tip="F2"),
            "choose": SmallButton(say("Choose"), icon=icon("star"), tip="Ctrl+D"),
            "merge": SmallButton(say("Merge"), icon=icon("merge"), tip="Ctrl+M"),
            "withdraw": SmallButton(say("Withdraw"), icon=icon("x"), tip=say("Delete key")),
        }
        self.details_button = SmallButton(
            say("Idea in full"), tip=say("Supporters, discussion and trail of the chosen idea")
        )
        self.details_button.setCheckable(True)
        self.chosen_words = MutedLabel()
        self._place()

    def show_sessions(self, sessions: Sequence[LabSessionRecord], chosen: UUID | None) -> None:
        """Offer the sessions to filter by."""
        language = self._desk.language
        entries: list[tuple[str, UUID | None]] = [(language.say("All sessions"), None)]
        for session in sessions:
            phase = language.tell(title_of(session.phase))
            number = language.say("{phase} · session {n}", phase=phase, n=session.number)
            entries.append((f"{number} · {session.title}", session.id))
        known = [(self.sessions.itemText(i), self.sessions.itemData(i)) for i in range(self.sessions.count())]
        self.sessions.blockSignals(True)
        if entries != known:
            self.sessions.clear()
            for text, value in entries:
                self.sessions.addItem(text, value)
        values = [value for _text, value in entries]
        self.sessions.setCurrentIndex(values.index(chosen) if chosen in values else 0)
        self.sessions.blockSignals(False)

    def show_narrowed(self, words: str) -> None:
        """Say what the ideas are narrowed down to, and offer all of them."""
        held = self.all_button.hasFocus()
        self.narrowed.setText(words)
        self.narrowed.setVisible(bool(words))
        self.all_button.setVisible(bool(words))
        if held and not words:
            self.filter_button.setFocus()

    def show_chosen(self, count: int, words: str = "", *, mergeable: bool) -> bool:
        """Offer what can be done with so many ideas, of which the first says `words`; tells whether the keyboard is lost."""
        held = next((button for button in self.verbs.values() if button.hasFocus()), None)
        for name, button in self.verbs.items():
            button.setEnabled(mergeable if name == "merge" else count > 0 and (name != "edit" or count == 1))
            about = f"{button.text()}: {words}" if words and button.isEnabled() else button.text()
            button.setAccessibleName(about)
        language = self._desk.language
        self.chosen_words.setText(language.say_many("{n} chosen", "{n} chosen", n=count) if count > 1 else "")
        return held is not None and not held.isEnabled()

    def _place(self) -> None:
        line = FlowLayout(self, spacing=8)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in (
            self.sessions, self.filter_button, self.narrowed, self.all_button, self.new_theme, self.withdrawn_button,
            *self.verbs.values(), self.details_button, self.chosen_words,
        ):  # fmt: skip
            line.addWidget(widget)
        self.narrowed.hide()
        self.all_button.hide()
