"""What is put to the vote and what is asked in a form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.pages.prepare.preparing import dialog_of, plan_of, settle, submit, vote_of
from workshop.models.enums import ActivityKind, BallotKind, OptionSource, ServiceKind, Stage
from workshop.services import city_services, evaluations, polls
from workshop.ui.pages.prepare.dialogs import EvaluationDialog, PollDialog


def test_a_vote_is_told_in_a_sentence_and_changed(page, qtbot, library, session):
    page.view.agenda.choose(vote_of(library, session).id)
    qtbot.mouseClick(page.view.activity.poll_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, PollDialog)
    assert dialog.form.values()["source"] is OptionSource.THEMES
    dialog.form.set_values({"dots": 5, "per_option": 2})
    submit(qtbot, page, dialog)
    (poll,) = polls.list_polls(library, session_id=session.id)
    assert (poll.dots, poll.per_option, poll.source) == (5, 2, OptionSource.THEMES)
    words = [label.text() for label in page.view.activity.poll_box.findChildren(QLabel)]
    assert any("5" in text and "2" in text for text in words)


def test_own_options_are_put_on_the_ballot(page, qtbot, library, session):
    page.view.agenda.choose(vote_of(library, session).id)
    qtbot.mouseClick(page.view.activity.poll_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, PollDialog)
    assert not dialog.form.control("options").isEnabled()
    qtbot.mouseClick(dialog.form.control("source").button(OptionSource.OWN), Qt.MouseButton.LeftButton)
    dialog.form.set_values({"options": "가로등\n\n 횡단보도 "})
    qtbot.mouseClick(dialog.form.control("ballot").button(BallotKind.APPROVAL), Qt.MouseButton.LeftButton)
    submit(qtbot, page, dialog)
    (poll,) = polls.list_polls(library, session_id=session.id)
    assert [option.text for option in poll.options] == ["가로등", "횡단보도"]
    assert (poll.source, poll.ballot, poll.per_option) == (OptionSource.OWN, BallotKind.APPROVAL, 1)


def test_limits_that_do_not_fit_are_refused_on_the_sheet(page, qtbot, library, session):
    page.view.agenda.choose(vote_of(library, session).id)
    qtbot.mouseClick(page.view.activity.poll_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, PollDialog)
    dialog.form.set_values({"dots": 2, "per_option": 9})
    dialog.form.submit()
    settle(page)
    assert dialog.isVisible()
    assert polls.list_polls(library, session_id=session.id)[0].dots == 3
    dialog.reject()


def test_a_new_vote_activity_gets_its_vote(page, qtbot, library, session):
    page.view.activityAdded.emit(ActivityKind.VOTE)
    settle(page)
    qtbot.mouseClick(page.view.activity.poll_button, Qt.MouseButton.LeftButton)
    submit(qtbot, page, dialog_of(page, PollDialog))
    assert plan_of(library, session).activities[-1].poll_id is not None


def test_a_form_takes_another_instrument_and_a_service(page, qtbot, library, session):
    service = city_services.add_service(
        library, project_id=session.project_id, title="안심 가로등", kind=ServiceKind.USED_BY_CITIZENS
    ).record
    settle(page)
    activity = next(part for part in plan_of(library, session).activities if part.form_id)
    page.view.agenda.choose(activity.id)
    qtbot.mouseClick(page.view.activity.form_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, EvaluationDialog)
    dialog.form.set_values({"instrument": "sus", "stage": Stage.BASELINE, "service_id": service.id})
    submit(qtbot, page, dialog)
    (form,) = evaluations.list_forms(library, session_id=session.id)
    assert (form.instrument, form.stage, form.service_id) == ("sus", Stage.BASELINE, service.id)
    qtbot.mouseClick(page.view.activity.form_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, EvaluationDialog)
    dialog.form.set_values({"stage": Stage.AFTER, "service_id": None})
    submit(qtbot, page, dialog)
    (changed,) = evaluations.list_forms(library, session_id=session.id)
    assert (changed.id, changed.stage, changed.service_id) == (form.id, Stage.AFTER, None)
