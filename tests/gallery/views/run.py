"""The run page: before the start, each kind of activity, a vote from set up to revealed, late, covered, the end."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import BARE, FORMS, FULL, PREPARED, REVEALED, VOTING, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.models.enums import ActivityKind, PollState
from workshop.models.field_enums import Severity
from workshop.services.field import observations
from workshop.services.ideas import local_issues
from workshop.services.sessions import agenda, running
from workshop.services.voting import polls, voting
from workshop.ui.page import Place

Show = Callable[[Hall], QWidget]


def _run(hall: Hall) -> QWidget:
    return hall.go("run", hall.place(0))


def _running(hall: Hall) -> QWidget:
    _run(hall)
    assert hall.page.situation.plan is not None, "no session is running"
    return hall.window


def _none_open(hall: Hall) -> QWidget:
    return hall.go("run", Place())


def _activity(kind: ActivityKind, minutes_ago: float = 3) -> Show:
    def show(hall: Hall) -> QWidget:
        hall.begin(kind, minutes_ago)
        return _running(hall)

    return show


def _acting(verb: str, show: Show = _running) -> Show:
    """After a button of the page has been pressed that is known by this name."""

    def acted(hall: Hall) -> QWidget:
        show(hall)
        hall.page.acts.do(verb)
        hall.settle()
        return hall.window

    return acted


def _asking(verb: str, show: Show = _running) -> Show:
    def asked(hall: Hall) -> QWidget:
        _acting(verb, show)(hall)
        return hall.sheet()

    return asked


def _field(hall: Hall) -> QWidget:
    """A walk through the neighbourhood; what is wrong with a place is written down."""
    added = agenda.add_activity(
        hall.library, session_id=hall.running_session, kind=ActivityKind.FIELD_WALK, title="동네 한 바퀴", minutes=40,
        guide="두 사람씩 짝을 지어 걷고, 본 것을 그 자리에서 적습니다.",
    ).record  # fmt: skip
    for text, place in (("점자블록이 끊겨 있음", "정류장 앞"), ("가로등 두 개가 꺼져 있음", "뒷골목")):
        local_issues.add_issue(
            hall.library, project_id=hall.project_id, session_id=hall.running_session, text=text, place=place
        )
    running.begin_activity(hall.library, activity_id=added.id)
    return _running(hall)


def _seen(hall: Hall) -> QWidget:
    """The same walk; what is seen of a service is written down with how grave it is."""
    _field(hall)
    panel = hall.page.view.activity.panel
    hall.press_on(panel.about, Qt.Key.Key_Down)
    service = panel.seen._service_id
    observations.add_observation(
        hall.library, service_id=service, session_id=hall.running_session, text="표지판이 넘어져 길을 막음",
        severity=Severity.DANGER, place="정문",
    )  # fmt: skip
    panel.seen.reload()
    hall.settle()
    return hall.window


def _no_poll(hall: Hall) -> QWidget:
    hall.begin(ActivityKind.VOTE)
    polls.remove_poll(hall.library, poll_id=hall.part(ActivityKind.VOTE).poll_id)
    return _running(hall)


def _everybody_voted(hall: Hall) -> QWidget:
    poll_id = hall.part(ActivityKind.VOTE).poll_id
    option = polls.get_poll(hall.library, poll_id=poll_id).options[0].id
    for place, voter in enumerate(voting.turnout(hall.library, poll_id=poll_id).voters):
        if not voter.voted:
            voting.cast_ballot(
                hall.library, poll_id=poll_id, participant_id=voter.participant_id, choices={option: 1 + place % 2},
                ballot_id=uuid4(),
            )  # fmt: skip
    return _running(hall)


def _closed(hall: Hall) -> QWidget:
    _everybody_voted(hall)
    window = _acting("close_poll")(hall)
    assert polls.get_poll(hall.library, poll_id=hall.part(ActivityKind.VOTE).poll_id).state is PollState.CLOSED
    return window


def _quick_idea(hall: Hall) -> QWidget:
    _activity(ActivityKind.THEMES)(hall)
    hall.page.focus_quick_idea()
    hall.write("Benches in the shade on the way to school")
    return hall.window


def _unknown_number(hall: Hall) -> QWidget:
    _quick_idea(hall)
    hall.page.view.bar.quick.author.setFocus()
    hall.write("99")
    hall.press(Qt.Key.Key_Return)
    return hall.window


def _called(hall: Hall) -> QWidget:
    _running(hall)
    waiting = next(voter.number for voter in hall.page.situation.turnout.voters if not voter.voted)
    hall.page.acts.choose_number(waiting)
    hall.settle()
    return hall.window


def _agenda_menu(hall: Hall) -> QWidget:
    _running(hall)
    agenda = hall.page.view.agenda
    return hall.ask_menu(agenda, agenda.visualRect(agenda.model().index(3, 0)).center())


def _last(hall: Hall) -> QWidget:
    hall.begin(ActivityKind.CLOSE)
    return _running(hall)


def _ended(hall: Hall) -> QWidget:
    """The last session of the project is over: nothing is left to be started."""
    running.close_session(hall.library, session_id=hall.running_session)
    return hall.go("run", hall.place(0))


VIEWS = (
    View("run/none-open", "empty", _none_open),
    View("run/nothing-prepared", BARE, _run),
    View("run/before", "sample", _run),
    View("run/before-several", PREPARED, _run),
    View("run/ideas", WORKSHOP, _activity(ActivityKind.SILENT_WRITING)),
    View("run/full", FULL, _running),
    *(
        View(f"run/activity-{kind.value.replace('_', '-')}", WORKSHOP, _activity(kind))
        for kind in (
            ActivityKind.WELCOME, ActivityKind.ROUND_ROBIN, ActivityKind.IDEA_BOOTH, ActivityKind.CLARIFY,
            ActivityKind.THEMES, ActivityKind.RESULT, ActivityKind.DECISIONS, ActivityKind.BREAK,
        )
    ),
    View("run/field-issue", WORKSHOP, _field),
    View("run/field-service", WORKSHOP, _seen),
    View("run/nearly-over", WORKSHOP, _activity(ActivityKind.SILENT_WRITING, 9.5)),
    View("run/overtime", WORKSHOP, _activity(ActivityKind.SILENT_WRITING, 14)),
    View("run/no-vote-yet", WORKSHOP, _no_poll),
    View("run/vote-to-open", WORKSHOP, _activity(ActivityKind.VOTE)),
    View("run/vote-filled", WORKSHOP, _acting("options_ideas", _activity(ActivityKind.VOTE))),
    View("run/vote-open", VOTING, _running),
    View("run/vote-called", VOTING, _called),
    View("run/vote-paused", VOTING, _acting("pause_poll")),
    View("run/vote-close", VOTING, _asking("close_poll")),
    View("run/vote-closed", VOTING, _closed),
    View("run/vote-revealed", VOTING, _acting("reveal_poll", _closed)),
    View("run/result", REVEALED, _activity(ActivityKind.RESULT)),
    View("run/evaluation-to-open", WORKSHOP, _activity(ActivityKind.EVALUATION)),
    View("run/evaluation-open", FORMS, _running),
    View("run/evaluation-closed", FORMS, _acting("close_form")),
    View("run/screen-open", WORKSHOP, _acting("open_screen")),
    View("run/screen-covered", WORKSHOP, _acting("cover", _acting("open_screen"))),
    View("run/agenda-menu", WORKSHOP, _agenda_menu),
    View("run/quick-idea", WORKSHOP, _quick_idea),
    View("run/unknown-number", WORKSHOP, _unknown_number),
    View("run/late-participant", WORKSHOP, _acting("late_participant")),
    View("run/last-activity", WORKSHOP, _last),
    View("run/end", WORKSHOP, _asking("close_session", _last)),
    View("run/ended", "sample", _run),
    View("run/session-ended", WORKSHOP, _ended),
)  # fmt: skip
