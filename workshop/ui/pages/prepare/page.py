"""The page on which a session is prepared: from a template to the start."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from workshop.language import mark
from workshop.models.enums import ActivityKind, SessionState
from workshop.models.records.changes import Changed
from workshop.services.sessions import lab_sessions, running
from workshop.services.sessions.session_templates import find_template
from workshop.ui.desk import Desk
from workshop.ui.page import Page, Place
from workshop.ui.pages.prepare.acts import Acts
from workshop.ui.pages.prepare.situation import Situation, load_situation
from workshop.ui.pages.prepare.templates import NewSession, TemplateChooser
from workshop.ui.pages.prepare.view import SessionView
from workshop.ui.rehearsal.asking import RehearsalAsking
from workshop.ui.report_places import to_report
from workshop.ui.widgets.buttons import QuietButton
from workshop.ui.widgets.empty_state import NoProject
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.page_header import PageHeader


class PreparePage(Page):
    """Without a session a new one is made; with one it is prepared until it is started."""

    name = "prepare"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.situation = Situation()
        self._new = False  # whether a new session is wanted although there are others
        self.chosen: UUID | None = None  # the activity that is looked at
        self._focus_title = False
        self._stage = ""  # what of the page is shown: templates, form or session
        self._draft: dict[str, Any] = {}
        say = self.say
        self.no_project = NoProject(
            desk, "calendar", say("Sessions belong to a project. Open one, then prepare its sessions here.")
        )
        self.header = PageHeader(say("New session"))
        self.cancel_button = QuietButton(say("Back to the session"))
        self.header.add_button(self.cancel_button)
        self.lead = paragraph(say("What do you want to do together? A template brings a running order that you can change."),
                              role="muted")  # fmt: skip
        self.chooser = TemplateChooser(desk)
        self.form = NewSession(desk)
        self.view = SessionView(desk)
        self.acts = Acts(self)
        self.rehearsal = RehearsalAsking(self)
        for widget in (self.no_project, self.header, self.lead, self.chooser, self.form, self.view):
            self.content.addWidget(widget)
            widget.hide()
        self._connect()

    def _connect(self) -> None:
        view = self.view
        self.no_project.chosen.connect(lambda: self.pageRequested.emit("start", None))
        self.cancel_button.clicked.connect(self._stop_new)
        self.chooser.templateChosen.connect(self.choose_template)
        self.form.backRequested.connect(self._choose_again)
        self.form.submitted.connect(self._make)
        view.switch.sessionChosen.connect(self._go_to)
        view.new_button.clicked.connect(self.begin_new)
        view.start_button.clicked.connect(self._primary)
        view.rehearse_button.clicked.connect(self._rehearse)
        possible = lambda: self.situation.plan is not None and self.rehearsal.is_possible  # noqa: E731
        self.add_command(self.say("Rehearse this session"), ("Ctrl+Shift+R",), self._rehearse, possible=possible)
        view.agenda.activityChosen.connect(self._look_along)
        view.agenda.clicked.connect(
            lambda _index: None if view.has_room_beside else self._open_activity(view.agenda.chosen)
        )
        view.agenda.openRequested.connect(self._open_activity)
        view.agenda.moveRequested.connect(self.acts.move)
        view.agenda.removeRequested.connect(self.acts.remove_activity)
        view.activityAdded.connect(self.acts.add_activity)
        view.ready.stepRequested.connect(self._mend)
        view.people_button.clicked.connect(lambda: self.pageRequested.emit("participants", self.place))
        view.papers.printRequested.connect(
            lambda kind: self.pageRequested.emit("reports", to_report(self.place, kind=kind))
        )
        view.details.saved.connect(self.acts.save_session)
        view.details.removeRequested.connect(self._remove_session)
        card = view.activity
        card.saved.connect(self.acts.save_activity)
        card.closeRequested.connect(self._close_activity)
        card.moveRequested.connect(view.agenda.move_chosen)
        card.removeRequested.connect(lambda: self.acts.remove_activity(self.chosen))
        card.pollRequested.connect(self.acts.edit_poll)
        card.formRequested.connect(self.acts.edit_form)

    # The page.

    def open(self, place: Place) -> None:
        """Show the session of a place; another place ends the making of a new one."""
        if (place.project_id, place.session_id) != (self.place.project_id, self.place.session_id):
            self._new, self.chosen = False, None
            self.form.leave()
        super().open(place)

    def reload(self) -> None:
        """Read everything anew."""
        library, place, new = self.desk.library, self.place, self._new
        self.desk.tasks.run(lambda: load_situation(library, place, new=new), self._show, owner=self)

    def draft(self) -> dict[str, Any]:
        """The new session that is being written, and what is looked at."""
        if self.form.template_key is None:
            return {"new": self._new, "chosen": self.chosen}
        return {"new": True, "template": self.form.template_key, "values": self.form.values()}

    def restore(self, draft: dict[str, Any]) -> None:
        """Go on with it once the project has been read."""
        self._draft = draft
        self._new = draft.get("new", False)
        self.reload()

    def _show(self, situation: Situation) -> None:
        self.situation = situation
        project, plan = situation.project, situation.plan
        if self._draft:
            self._put_back(self._draft)
        writing = plan is None and self.form.template_key is not None
        stage, held = self._stage, self.isAncestorOf(QApplication.focusWidget() or self)
        self._stage = "form" if writing else "templates" if plan is None else "session"
        self.no_project.setVisible(project is None)
        self.header.setVisible(project is not None and plan is None)
        self.lead.setVisible(project is not None and plan is None and not writing)
        self.chooser.setVisible(project is not None and plan is None and not writing)
        self.form.setVisible(project is not None and writing)
        self.view.setVisible(plan is not None)
        if project is not None and plan is None:
            self.header.set_over(project.title)
            self.cancel_button.setVisible(bool(situation.sessions))
            self.chooser.show_for(situation.phase)
        if plan is not None:
            self.place = self.place.with_(session_id=plan.session.id)
            self.view.show_situation(situation)
            if self.chosen is not None or self.view.has_room_beside:
                self.view.agenda.choose(self.chosen)
            self.view.show_activity(situation, self.chosen)
        if held and stage not in ("", self._stage):
            self._begin_work()
        if self._focus_title and self.view.activity_shown:
            self._focus_title = False
            title = self.view.activity.form.control("title")
            self._write_in(title)
            title.selectAll()

    def _begin_work(self) -> None:
        """Put the keyboard where work begins on what is shown now; it would fall out of the page with what was shown."""
        if self._stage == "form":
            self.form.form.focus_first()
        elif self._stage == "templates":
            next(iter(self.chooser.cards.values())).setFocus()
        else:
            (self.view.agenda if self.view.agenda.lines else self.view.add_button).setFocus()

    def _put_back(self, draft: dict[str, Any]) -> None:
        self._draft = {}
        self.chosen = draft.get("chosen")
        if "template" in draft:
            self._begin(draft["template"])
            self.form.form.set_values(draft["values"])

    # A new session.

    def begin_new(self) -> None:
        """Choose a template for another session."""
        self.view.details.form.save()
        self._new = True
        self.form.leave()
        self.scroll.verticalScrollBar().setValue(0)
        self.reload()

    def choose_template(self, key: str) -> None:
        """Go on to day and place with a template, or with an empty running order."""
        self._begin(key)
        self._show(self.situation)
        self.scroll.verticalScrollBar().setValue(0)
        self.form.form.focus_first()

    def _begin(self, key: str) -> None:
        project = self.situation.project
        self.form.begin(key, find_template(key) if key else None, project.host if project else "")

    def _choose_again(self) -> None:
        self.form.leave()
        self._show(self.situation)

    def _stop_new(self) -> None:
        self._new = False
        self.form.leave()
        if self.place.session_id is None and self.situation.sessions:
            self._go_to(self.situation.sessions[-1].session.id)
        else:
            self.reload()

    def _make(self) -> None:
        library, language, project = self.desk.library, self.desk.language, self.situation.project
        key = self.form.template_key
        if project is None or key is None:
            return
        values = self.form.values()
        starts_at = values["starts_at"]
        given = {**values, "starts_at": starts_at if starts_at and (starts_at.hour or starts_at.minute) else None}
        self.form.make_button.setEnabled(False)

        def done(changed: Changed[Any]) -> None:
            self.form.make_button.setEnabled(True)
            self.form.leave()
            self._new = False
            self._go_to(changed.record.id)

        def refused(words: str) -> None:
            self.form.make_button.setEnabled(True)
            self.form.form.set_error("title", words)

        self.do(
            lambda: lab_sessions.prepare_session(
                library, project_id=project.id, language=language, template_key=key or None, **given
            ),
            done=done,
            refused=refused,
        )

    # The session.

    def _go_to(self, session_id: UUID | None) -> None:
        self.view.details.form.save()
        self.view.activity.form.save()
        self.pageRequested.emit("prepare", self.place.with_(session_id=session_id, item_id=None))

    def _primary(self) -> None:
        plan = self.situation.plan
        if plan is None:
            return
        if plan.session.state is not SessionState.DRAFT:
            page = "run" if plan.session.state is SessionState.RUNNING else "reports"
            self.pageRequested.emit(page, self.place)
            return
        self.view.details.form.save()
        self.view.activity.form.save()
        library, session_id = self.desk.library, plan.session.id

        self.do(
            lambda: running.start_session(library, session_id=session_id),
            done=lambda _changed: self.pageRequested.emit("run", self.place),
        )

    def _rehearse(self) -> None:
        plan = self.situation.plan
        if plan is None:
            return
        if not self.rehearsal.is_possible:
            self.noticeRequested.emit(
                mark("A rehearsal is under way. Stop it first, on the page of the running session.")
            )
            return
        self.view.details.form.save()
        self.view.activity.form.save()
        self.rehearsal.ask(plan.session.id, expected=plan.expected)

    def _remove_session(self) -> None:
        plan, library = self.situation.plan, self.desk.library
        if plan is None:
            return
        session_id = plan.session.id

        self.do(
            lambda: lab_sessions.remove_session(library, session_id=session_id), done=lambda _changed: self._go_to(None)
        )

    def _mend(self, key: str) -> None:
        """Go to where a point of the check before the start is put right."""
        if key == "participants":
            self.pageRequested.emit("participants", self.place)
        elif key == "agenda":
            self.view.add_button.setFocus()
            self.view.add_button.click()
        elif key == "questions":
            activities = self.situation.plan.activities if self.situation.plan else ()
            asked = [a for a in activities if a.kind.collects_ideas or a.kind is ActivityKind.VOTE]
            missing = next((a.id for a in asked if not a.question), None)
            self.view.agenda.choose(missing)
            self.choose_activity(missing)
            self._write_in(self.view.activity.form.control("question"))
        else:
            self._write_in(self.view.details.form.control({"time": "minutes", "date": "on", "place": "place"}[key]))

    # Activities.

    def choose_activity(self, activity_id: UUID | None) -> None:
        """Look at one activity, or at none."""
        self.chosen = activity_id
        self.view.show_activity(self.situation, activity_id)

    def look_at(self, activity_id: UUID | None, *, write: bool = False) -> None:
        """Look at an activity as soon as it has been read, with the keyboard in its title where it is to be written."""
        self.chosen, self._focus_title = activity_id, write

    def let_go(self, activity_id: UUID) -> None:
        """Look at the one beside an activity that is being removed; from its own panel, at the session again."""
        agenda, chosen = self.view.agenda, None
        if agenda.hasFocus():
            ids = [line.activity_id for line in agenda.lines]
            place = ids.index(activity_id) if activity_id in ids else 0
            chosen = next(iter((*ids[place + 1 : place + 2], *ids[max(0, place - 1) : place])), None)
            agenda.choose(chosen)
        self.look_at(chosen if self.view.has_room_beside else None)
        if chosen is None:
            self._close_activity()
            if len(agenda.lines) < 2:
                self.view.add_button.setFocus()

    def _look_along(self, activity_id: UUID | None) -> None:
        """While somebody goes through the running order, each activity is shown if there is room for it beside."""
        if self.view.has_room_beside or activity_id is None:
            self.choose_activity(activity_id)

    def _open_activity(self, activity_id: UUID | None) -> None:
        self.choose_activity(activity_id)
        if self.view.activity_shown:
            self._write_in(self.view.activity.form.control("title"))

    def _write_in(self, field: QWidget) -> None:
        """Put the keyboard into a field that is perhaps only now shown, and the field in sight."""
        field.setFocus()
        QTimer.singleShot(0, field, lambda: self._bring_into_sight(field))

    def _bring_into_sight(self, field: QWidget) -> None:
        """The field, and what stands above it in its card if both have room."""
        card: QWidget = self.view.activity if self.view.activity.isAncestorOf(field) else field
        self.scroll.ensureWidgetVisible(field, 0, self.desk.type.px(60))
        top = card.mapTo(self.scroll.widget(), QPoint()).y() - self.desk.type.px(16)
        foot = field.mapTo(self.scroll.widget(), QPoint()).y() + field.height() + self.desk.type.px(16)
        bar = self.scroll.verticalScrollBar()
        if bar.value() > top and foot - top <= self.scroll.viewport().height():
            bar.setValue(top)

    def _close_activity(self) -> None:
        beside = self.view.has_room_beside
        if beside:
            self.view.agenda.choose(None)
        self.choose_activity(None)
        self.view.agenda.setFocus()
        if not beside:
            self.scroll.ensureWidgetVisible(self.view.agenda, 0, 0)
