"""The run page: reads where the session stands after every change, and shows it."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop.language import mark
from workshop.models.enums import ActivityKind
from workshop.ui.desk import Desk
from workshop.ui.page import BAR, Page, Place
from workshop.ui.pages.run.acts import Acts
from workshop.ui.pages.run.bar import NEXT_KEYS
from workshop.ui.pages.run.panels import make_panel
from workshop.ui.pages.run.situation import Situation, load_situation, times
from workshop.ui.pages.run.stage_link import StageLink
from workshop.ui.pages.run.view import Chooser, RunView
from workshop.ui.rehearsal.strip import PracticeStrip

_SECOND = 1000
_LOST = mark("The display of the shared screen is gone. The session goes on; plug it in again and it comes back.")
_FOUND = mark("The shared screen is back.")


class RunPage(Page):
    """The running session from its first activity to its end."""

    name = "run"
    widest = 0  # takes the whole width

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.situation = Situation()
        self._loading = self._again = False
        self._follow = False  # whether the shared screen goes along with what is read next
        self.link = StageLink(desk.stage, self)
        self.view = RunView(desk, self.link, make_panel)
        self.chooser = Chooser(self)
        self.content.setContentsMargins(24, 22, 24 - BAR, 14)
        self._foot = QWidget()  # below what scrolls: time and next step are in sight whatever the size of the text
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(24, 0, 24, 20)
        foot.addWidget(self.view.bar)
        self.layout().addWidget(self._foot)
        self._foot.hide()
        self.practice = PracticeStrip(self)
        self.content.addWidget(self.practice)
        self.content.addWidget(self.chooser, 1)
        self.content.addWidget(self.view, 1)
        self.view.hide()
        self.chooser.hide()
        self._panel_draft: dict[str, str] = {}
        self.acts = Acts(self)
        self._seconds = QTimer(self)
        self._seconds.setInterval(_SECOND)
        self._seconds.timeout.connect(self._tick)
        self._connect()

    def _connect(self) -> None:
        view, acts = self.view, self.acts
        self.chooser.startAsked.connect(acts.start)
        self.chooser.prepareAsked.connect(lambda: self.pageRequested.emit("prepare", None))
        view.agenda.activityRequested.connect(acts.go_to)
        view.activity.verbAsked.connect(acts.do)
        view.activity.ideaGiven.connect(self._keep_from_panel)
        view.activity.numberChosen.connect(acts.call)
        view.activity.keyboardFreed.connect(self.focus_first)
        view.screen.verbAsked.connect(acts.do)
        view.room.verbAsked.connect(acts.do)
        view.room.callAsked.connect(acts.call)
        view.room.presentAsked.connect(acts.mark_present)
        view.room.numberChosen.connect(acts.choose_number)
        view.bar.quick.pasted.connect(acts.take_in)
        view.activity.listPasted.connect(acts.take_in)
        view.activity.undoOffered.connect(self.undoOffered)
        view.bar.quick.given.connect(lambda text, number: acts.keep_idea(view.bar.quick, text, number))
        view.bar.longerRequested.connect(lambda: acts.do("longer"))
        view.bar.undoRequested.connect(lambda: acts.do("undo"))
        view.bar.nextRequested.connect(lambda: acts.do("next"))
        self.link.changed.connect(view.screen.refresh)
        self.link.lost.connect(lambda: self.noticeRequested.emit(_LOST))
        self.link.found.connect(lambda: self.noticeRequested.emit(_FOUND))
        can_go_on = lambda: view.isVisible() and view.bar.next_button.isEnabled()  # noqa: E731
        self.add_command(
            self.say("Show the next idea to the room"), ["F7"], lambda: self.acts.do("reveal_next"),
            icon="eye", possible=lambda: bool(self.situation.waiting),
        )  # fmt: skip
        for keys, step, words in ((["Alt+PgDown"], 1, self.say("Next page of the wall")),
                                  (["Alt+PgUp"], -1, self.say("Page of the wall before"))):  # fmt: skip
            self.add_command(
                words, keys, lambda step=step: self.link.show("turn_wall", step), possible=self._shows_wall
            )
        self.add_command(self.say("Go on to what comes next"), NEXT_KEYS, self._press_next, possible=can_go_on)

    def _shows_wall(self) -> bool:
        return self.desk.stage is not None and self.desk.stage.state.value == "wall"

    def open(self, place: Place) -> None:
        """Show the running session of the place; where the session ended meanwhile, those that could be started."""
        super().open(place)
        self.focus_first()

    def reload(self) -> None:
        """Read where things stand, once more where something changed while it was being read."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        library, place = self.desk.library, self.place
        self.desk.tasks.run(lambda: load_situation(library, place), self._show, self._loading_failed, owner=self)

    def focus_first(self) -> None:
        """The keyboard begins at the quick idea, which is always one key away; before a session at its beginning."""
        if self.view.isVisible():
            self.view.bar.quick.field.setFocus()
        elif self.chooser.isVisible():
            self.chooser.focus_first()

    @property
    def takes_ideas(self) -> bool:
        """While a session runs."""
        return self.situation.plan is not None

    def focus_quick_idea(self) -> None:
        """Put the keyboard into the quick idea."""
        if self.situation.plan is not None:
            self.view.bar.quick.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow_next(self) -> None:
        """Let the shared screen go along with what is read next."""
        self._follow = True

    def draft(self) -> dict[str, Any]:
        """Ideas that are typed and not kept."""
        panel = self.view.activity.panel
        return {"quick": self.view.bar.quick.draft(), "panel": panel.draft() if panel else {}}

    def restore(self, draft: dict[str, Any]) -> None:
        """Put back what was typed."""
        self.view.bar.quick.restore(draft.get("quick", {}))
        self._panel_draft = draft.get("panel", {})

    # What is shown.

    def _show(self, situation: Situation) -> None:
        self._loading = False
        before, self.situation = self.situation, situation
        was = self.place
        running_now = situation.plan is not None
        session = situation.plan.session if situation.plan else None
        self.practice.show_for(
            session.id if session else self.place.session_id,
            session.project_id if session else self.place.project_id,
            practice=session is not None and session.practice,
        )
        if running_now and situation.plan is not None:
            self.place = self.place.with_(
                project_id=situation.plan.session.project_id, session_id=situation.plan.session.id
            )
            self.view.show_situation(situation, self.desk.library.now())
            self._show_bar()
            self._tick()
        else:
            self.chooser.show_sessions(situation.sessions, self.place.session_id)
        if self.place != was:
            self.placeChanged.emit()
        appeared = not (self.view if running_now else self.chooser).isVisible()
        self.view.setVisible(running_now)
        self._foot.setVisible(running_now)
        self.chooser.setVisible(not running_now)
        if appeared:
            self.focus_first()
        self._restore_panel()
        self._follow_stage(before)
        if self._again:
            self._again = False
            self.reload()

    def _press_next(self) -> None:
        if self.view.isVisible() and self.view.bar.next_button.isEnabled():
            self.acts.go_on()

    def _keep_from_panel(self, text: str, number: int | str | None) -> None:
        entry = getattr(self.view.activity.panel, "entry", self.view.bar.quick)
        self.acts.keep_idea(entry, text, number)

    def _show_bar(self) -> None:
        plan, bar = self.situation.plan, self.view.bar
        if plan is None:
            return
        bar.set_undo(self.situation.undo)
        primary = not self.view.activity.has_primary
        if plan.following is not None:
            told = self.say("Next: {title}", title=plan.following.title)
            bar.set_next(self.say("Next"), told, primary=primary, possible=True)
        else:
            closing = plan.current is not None and plan.current.kind is ActivityKind.CLOSE
            words = self.say("Next") if closing else self.say("End the session")
            bar.set_next(words, "", primary=primary and not closing, possible=not closing)

    def _tick(self) -> None:
        plan = self.situation.plan
        if plan is None or not self.isVisible():
            return
        now = self.desk.library.now()
        self.view.show_times(times(plan, now), now)
        self.view.show_agenda(plan, now)
        self.view.screen.refresh()

    def _restore_panel(self) -> None:
        if self._panel_draft and self.view.activity.panel is not None:
            self.view.activity.panel.restore(self._panel_draft)
            self._panel_draft = {}

    def _follow_stage(self, before: Situation) -> None:
        """The shared screen goes along with the activity; it is left alone where only figures changed."""
        activity, earlier = self.situation.activity, before.activity
        moved = earlier is not None and activity is not None and activity.id != earlier.id
        if (self._follow or moved or self.link.is_waiting) and activity is not None:
            self.link.follow(self.situation)
        self._follow = False
        self.view.screen.refresh()

    def _loading_failed(self, error: Exception) -> None:
        self._loading = self._again = False
        self.desk.tasks.failed.emit(error)

    def showEvent(self, event: QShowEvent) -> None:
        """The seconds are counted while somebody looks."""
        super().showEvent(event)
        self._seconds.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._seconds.stop()
        super().hideEvent(event)
