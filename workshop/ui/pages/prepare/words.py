"""How a prepared session is told: its rules of voting, its forms, and the check before the start."""

from workshop.language import Language
from workshop.models.enums import ActivityKind, OptionSource, SessionState
from workshop.models.records.evaluations import FormRecord
from workshop.models.records.sessions import LabSessionRecord, SessionPlan
from workshop.models.records.votes import PollRecord
from workshop.models.titles import title_of
from workshop.ui.pages.votes.sentence import rules_sentence

STATE_PILLS = {SessionState.DRAFT: "quiet", SessionState.RUNNING: "accent", SessionState.CLOSED: "ok"}
USUAL_MINUTES = {
    ActivityKind.WELCOME: 5, ActivityKind.SILENT_WRITING: 10, ActivityKind.ROUND_ROBIN: 25, ActivityKind.IDEA_BOOTH: 20,
    ActivityKind.TALK: 15, ActivityKind.TRAINING: 20, ActivityKind.VOTE: 15, ActivityKind.DISCUSSION: 20,
    ActivityKind.FIELD_WALK: 40, ActivityKind.OBSERVATION: 20,
}  # fmt: skip


def round_line(language: Language, session: LabSessionRecord) -> str:
    """The phase and the round in it: 2 Planning · session 3."""
    phase = f"{session.phase.number} {language.tell(title_of(session.phase))}"
    return language.say("{phase} · session {n}", phase=phase, n=session.number)


def poll_sentence(language: Language, poll: PollRecord) -> str:
    """The rules of a vote as one sentence; where the ballot is filled later, with what it is filled."""
    return rules_sentence(language, poll)


def options_line(language: Language, poll: PollRecord) -> str:
    """Where the options come from, or which they are."""
    if poll.options:
        return " · ".join(option.text for option in poll.options)
    if poll.source is OptionSource.OWN:
        return language.say("There are no options on the ballot yet.")
    return language.say("The ballot is filled when the activity begins.")


def form_sentence(language: Language, form: FormRecord) -> str:
    """What a form asks, when, and about which service."""
    stage = title_of(form.stage)
    if form.service_title:
        return language.say("{form}, asked {stage} the service “{service}”.", form=form.title, stage=stage,
                            service=form.service_title)  # fmt: skip
    return language.say("{form}, asked {stage}; about no service in particular.", form=form.title, stage=stage)


def plan_line(language: Language, plan: SessionPlan) -> str:
    """Planned minutes against the time at hand."""
    return language.say(
        "{planned} of {minutes}", planned=language.minutes(plan.planned_minutes),
        minutes=language.minutes(plan.session.minutes),
    )  # fmt: skip


def slack_line(language: Language, plan: SessionPlan) -> str:
    """What is left of the time at hand, or by how much it is exceeded."""
    slack = plan.session.minutes - plan.planned_minutes
    if slack < 0:
        return language.say("{minutes} too long", minutes=language.minutes(-slack))
    if slack == 0:
        return language.say("just fits")
    return language.say("{minutes} to spare", minutes=language.minutes(slack))


def readiness_words(language: Language, plan: SessionPlan, key: str, ready: bool) -> str:
    """One point of the check before the start in plain words."""
    session, say = plan.session, language.say
    if key == "agenda":
        n = len(plan.activities)
        many = language.say_many("{n} activity in the running order", "{n} activities in the running order", n=n)
        return many if ready else say("The running order is empty")
    if key == "time":
        return say("The activities fit into the time") if ready else slack_line(language, plan)
    if key == "date":
        return language.date(session.on) if ready and session.on else say("No date yet")
    if key == "place":
        return session.place if ready else say("No place yet")
    if key == "participants":
        expected = language.say_many("{n} participant expected", "{n} participants expected", n=plan.expected)
        return expected if ready else say("Nobody is in the register yet")
    if key == "questions":
        return say("Ideas and votes have their question") if ready else say("Some ideas or votes have no question")
    raise KeyError(key)


def readiness_step(language: Language, key: str) -> str:
    """What to do about a point that is not ready."""
    say = language.say
    steps = {
        "agenda": say("Add an activity"), "time": say("Change the time"), "date": say("Choose a date"),
        "place": say("Write the place"), "participants": say("Participants"), "questions": say("Write it"),
    }  # fmt: skip
    return steps[key]
