"""Below the field where ideas are written down: one that says nearly the same, to be supported instead of written twice."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.methods.similarity import LEAST_SYLLABLES, syllables
from workshop.models.titles import title_of
from workshop.services.ideas.similar import Similar, similar_ideas
from workshop.ui.desk import Desk
from workshop.ui.page import Page
from workshop.ui.widgets.buttons import LinkButton
from workshop.ui.widgets.composing import composed
from workshop.ui.widgets.elided_label import ElidedLabel
from workshop.ui.widgets.headings import MutedLabel

KEY = "F8"
_PATIENCE = (
    250  # milliseconds that what was found for the words before stays in sight while the new ones are looked for
)


class SimilarStrip(QWidget):
    """Keeps its height whether or not there is something to say, so that nothing below it moves while somebody writes.

    Only one question is under way at a time; what is answered to words that have changed meanwhile is not shown.
    """

    shown = Signal(object)  # the id of the idea that somebody wants to see
    supported = Signal(object, str)  # the id of the idea to be supported, and the words it was said in

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: tuple[Similar, ...] = ()
        self._place = 0
        self._wanted: tuple[UUID | None, str] = (None, "")
        self._asking = self._again = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PATIENCE)
        self._late.timeout.connect(lambda: self._show(()))
        say = desk.language.say
        self._title = MutedLabel(say("Similar idea"), role="warn")
        self._words = ElidedLabel(look="strong")
        self._where = MutedLabel()
        self.next_button = LinkButton()
        self.see_button = LinkButton(say("See"))
        self.support_button = LinkButton(say("Support this one"), tip=f"{say('Support this one')} ({KEY})")
        self.next_button.clicked.connect(self._turn)
        self.see_button.clicked.connect(self.see)
        self.support_button.clicked.connect(self.support)
        self._lay_out()
        desk.tasks.changed.connect(self._changed)

    @property
    def similar(self) -> Similar | None:
        """What is shown now."""
        return self._found[self._place] if self._found else None

    def look_for(self, text: str, project_id: UUID | None) -> None:
        """Look for ideas of a project that say nearly the same as what is being written, the syllable in the making included."""
        wanted = (project_id, composed(text))
        if wanted == self._wanted:
            return
        moved = wanted[0] != self._wanted[0]
        self._wanted = wanted
        if moved or not self._is_enough:
            self._show(())
        if self._is_enough:
            self._ask()

    def declare(self, page: Page) -> None:
        """Let a page offer the support by its key."""
        page.add_command(
            self._desk.language.say("Support the similar idea"), [KEY], self.support, icon="thumbs-up",
            possible=lambda: self.similar is not None and self.isVisible(),
        )  # fmt: skip

    def see(self) -> None:
        """Ask to be led to the idea that is shown."""
        if self.similar is not None:
            self.shown.emit(self.similar.idea.id)

    def support(self) -> None:
        """Ask for the idea that is shown to be supported by what is being written."""
        if self.similar is not None:
            idea_id, text = self.similar.idea.id, self._wanted[1]
            self._show(())
            self.supported.emit(idea_id, text)
            if self._is_enough:  # nothing came of it: it is offered again
                self._ask()

    @property
    def _is_enough(self) -> bool:
        return self._wanted[0] is not None and syllables(self._wanted[1]) >= LEAST_SYLLABLES

    def _ask(self) -> None:
        library, asked = self._desk.library, self._wanted
        project_id, text = asked
        if self._asking or project_id is None:
            self._again = True
            return
        self._asking, self._again = True, False
        if self._found:
            self._late.start()
        self._desk.tasks.run(
            lambda: similar_ideas(library, project_id=project_id, text=text),
            lambda found: self._answer(asked, found),
            self._fail,
            owner=self,
        )

    def _answer(self, asked: tuple[UUID | None, str], found: tuple[Similar, ...]) -> None:
        self._asking = False
        if asked == self._wanted:
            self._show(found)
        if self._again and self._is_enough:
            self._ask()

    def _fail(self, error: Exception) -> None:
        """Nothing is suggested; the field works on, and the reason is told where all are."""
        self._asking = False
        self._show(())
        self._desk.tasks.failed.emit(error)

    def _changed(self, changed: Any) -> None:
        """Another idea, or other words of one: look again."""
        if changed.touches("idea") and self._is_enough:
            self._ask()

    def _turn(self) -> None:
        self._place = (self._place + 1) % len(self._found)
        self._tell()

    def _show(self, found: tuple[Similar, ...]) -> None:
        self._late.stop()
        before = self.similar
        self._found = found
        places = [place for place, one in enumerate(found) if before is not None and one.idea.id == before.idea.id]
        self._place = places[0] if places else 0  # somebody is reading it
        self._tell()
        if self.similar is not None and (before is None or before.idea.id != self.similar.idea.id):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.frame.accessibleName()))

    def _tell(self) -> None:
        similar, language = self.similar, self._desk.language
        if similar is None:
            self._let_go()
            self.frame.hide()
            return
        phase = language.tell(title_of(similar.phase))
        where = [language.say("{phase} · session {n}", phase=phase, n=similar.session)]
        if similar.idea.author is not None:
            where.append(language.say("no. {n}", n=f"{similar.idea.author:02}"))
        self._words.setText(" ".join(similar.idea.text.split()))
        self._where.setText(" · ".join(where))
        self.next_button.setText(f"{self._place + 1}/{len(self._found)}")
        self.next_button.setToolTip(language.say("The next similar idea"))
        self.next_button.setAccessibleName(f"{self.next_button.text()}, {language.say('The next similar idea')}")
        self.next_button.setVisible(len(self._found) > 1)
        self.see_button.setAccessibleName(f"{self.see_button.text()}: {self._words.text()}")
        self.support_button.setAccessibleName(f"{self.support_button.text()}: {self._words.text()}")
        self.frame.setAccessibleName(f"{self._title.text()}: {self._words.text()}, {self._where.text()}")
        self.frame.show()
        self._fit()

    def _let_go(self) -> None:
        """Give the keyboard back to what stands before, since what holds it is about to go."""
        held = self.window().focusWidget()
        while held is not None and self.frame.isAncestorOf(held) and held.focusPreviousChild():
            held = self.window().focusWidget()

    def _lay_out(self) -> None:
        px = self._desk.type.px
        self.frame = QFrame()
        self.frame.setProperty("look", "notice")
        row = QHBoxLayout(self.frame)
        row.setContentsMargins(px(16), 0, px(12), 0)
        row.setSpacing(px(10))
        self._words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(self._title)
        row.addWidget(self._words, 1)
        row.addWidget(self._where)
        row.addSpacing(px(4))
        for button in (self.see_button, self.support_button, self.next_button):
            row.addWidget(button)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.setFixedHeight(px(38))
        self.frame.hide()

    def _fit(self) -> None:
        """What says less gives its place to the words where there is little room."""
        metrics = self._words.fontMetrics()
        wanted = min(metrics.horizontalAdvance(self._words.text()), metrics.horizontalAdvance("가") * 14)
        spare = (
            self.width()
            - 60
            - wanted
            - sum(button.sizeHint().width() + 12 for button in (self.see_button, self.support_button, self.next_button))
        )
        for label in (self._title, self._where):
            needed = label.sizeHint().width() + 12
            label.setVisible(spare >= needed)
            spare -= needed if spare >= needed else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other things."""
        super().resizeEvent(event)
        if self.similar is not None:
            self._fit()
