"""What is put to the vote and what is asked in a form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.pages.prepare.preparing import dialog_of, plan_of, settle, submit, vote_of
from workshop.models.enums import (
    ActivityKind,
    BallotKind,
    CountingRule,
    Electorate,
    OptionSource,
    Sector,
    ServiceKind,
    Stage,
)
from workshop.services.evaluation import evaluations
from workshop.services.projects import city_services
from workshop.services.voting import polls
from workshop.ui.pages.prepare.dialogs import EvaluationDialog, PollDialog
from workshop.ui.pages.votes.sentence import VOTERS


def test_a_vote_is_told_in_a_sentence_and_changed(page, qtbot, library, session):
    page.view.agenda.choose(vote_of(library, session).id)
    qtbot.mouseClick(page.view.activity.poll_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, PollDialog)
    assert dialog.form.values()["source"] is OptionSource.THEMES
    dialog.sentence.dots.setValue(5)
    dialog.sentence.most.setValue(2)
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
    choose_kind(qtbot, dialog, BallotKind.APPROVAL)
    submit(qtbot, page, dialog)
    (poll,) = polls.list_polls(library, session_id=session.id)
    assert [option.text for option in poll.options] == ["가로등", "횡단보도"]
    assert (poll.source, poll.ballot, poll.per_option) == (OptionSource.OWN, BallotKind.APPROVAL, 1)


def choose_kind(qtbot, dialog, kind):
    box = dialog.form.control("ballot")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(list(BallotKind).index(kind)):
        qtbot.keyClick(box, Qt.Key.Key_Down)


@pytest.mark.parametrize("kind", BallotKind)
def test_a_vote_becomes_one_of_any_kind(page, qtbot, library, session, kind):
    page.view.agenda.choose(vote_of(library, session).id)
    qtbot.mouseClick(page.view.activity.poll_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, PollDialog)
    qtbot.mouseClick(dialog.form.control("source").button(OptionSource.OWN), Qt.MouseButton.LeftButton)
    dialog.form.set_values({"options": "가로등\n횡단보도\n의자"})
    choose_kind(qtbot, dialog, kind)
    press_down(qtbot, dialog.sentence.secrecy, 1)
    submit(qtbot, page, dialog)
    (poll,) = polls.list_polls(library, session_id=session.id)
    assert (poll.ballot, poll.rule, poll.secret, len(poll.options)) == (kind, kind.rules[0], False, 3)


def test_the_rules_on_the_sheet_are_the_rules_that_are_kept(page, qtbot, library, session):
    page.view.agenda.choose(vote_of(library, session).id)
    qtbot.mouseClick(page.view.activity.poll_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, PollDialog)
    choose_kind(qtbot, dialog, BallotKind.RANKING)
    press_down(qtbot, dialog.sentence.rule, list(BallotKind.RANKING.rules).index(CountingRule.STV))
    dialog.sentence.seats.setValue(2)
    press_down(qtbot, dialog.sentence.who, list(VOTERS).index((Electorate.SECTOR, Sector.CITIZEN)))
    submit(qtbot, page, dialog)
    (poll,) = polls.list_polls(library, session_id=session.id)
    assert (poll.rule, poll.seats, poll.electorate, poll.sector) == (
        CountingRule.STV, 2, Electorate.SECTOR, Sector.CITIZEN,
    )  # fmt: skip


def test_costs_stay_with_options_whose_words_stay(page, qtbot, library, session):
    activity = vote_of(library, session)
    rules = polls.BallotRules(BallotKind.BUDGET, budget=900)
    polls.edit_poll(library, poll_id=activity.poll_id, rules=rules)
    polls.options_from(library, poll_id=activity.poll_id, source=OptionSource.OWN)
    drafts = [polls.OptionDraft("가로등", cost=300), polls.OptionDraft("의자", cost=400)]
    polls.set_options(library, poll_id=activity.poll_id, options=drafts)
    settle(page)
    page.view.agenda.choose(activity.id)
    qtbot.mouseClick(page.view.activity.poll_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, PollDialog)
    dialog.form.set_values({"options": "의자\n횡단보도"})
    submit(qtbot, page, dialog)
    (poll,) = polls.list_polls(library, session_id=session.id)
    assert [(option.text, option.cost) for option in poll.options] == [("의자", 400), ("횡단보도", None)]


def press_down(qtbot, box, times):
    box.setFocus()
    for _ in range(times):
        qtbot.keyClick(box, Qt.Key.Key_Down)


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
