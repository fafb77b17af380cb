"""Session templates and the checklist of support elements, as data in `resources/`."""

from functools import cache
from pathlib import Path

import msgspec

from workshop.language import mark
from workshop.models.enums import ActivityKind, BallotKind, OptionSource, PhaseKind, Stage
from workshop.models.errors import NotFoundError
from workshop.resources import resource_path
from workshop.services.instruments import LocalText, find_instrument, malformed, read_content


class TemplatePoll(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The vote of an activity.

    `dots` is the most a voter may give in all, `per_option` the most on one option (1 for approval). `source` says where
    the options come from: the ideas or the themes of the project when the poll is set up, or `options` written here.
    """

    title: LocalText
    ballot: BallotKind
    dots: int
    per_option: int
    source: OptionSource
    options: tuple[LocalText, ...] = ()


class TemplateForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The evaluation form of an activity: the key of an instrument, and at which stage of the service it is asked."""

    instrument: str
    stage: Stage


class TemplateActivity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One part of a session with its planned minutes.

    `question` is what the shared screen asks the room (empty where nothing is asked); `guide` helps the facilitator.
    """

    kind: ActivityKind
    minutes: int
    title: LocalText
    question: LocalText
    guide: LocalText
    poll: TemplatePoll | None = None
    form: TemplateForm | None = None


class SessionTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A running order that a session is prepared from. `default` marks the one that is chosen beforehand."""

    key: str
    phase: PhaseKind
    title: LocalText
    summary: LocalText
    goals: LocalText
    activities: tuple[TemplateActivity, ...]
    default: bool = False

    @property
    def minutes(self) -> int:
        """The planned minutes of all activities together."""
        return sum(activity.minutes for activity in self.activities)


class SupportElements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The civil support elements that the checklist of each phase begins with, and the research they come from."""

    source: LocalText
    preparation: tuple[LocalText, ...]
    planning: tuple[LocalText, ...]
    operation: tuple[LocalText, ...]
    evaluation: tuple[LocalText, ...]

    def of(self, phase: PhaseKind) -> tuple[LocalText, ...]:
        """The elements of one phase, in order."""
        return {
            PhaseKind.PREPARATION: self.preparation,
            PhaseKind.PLANNING: self.planning,
            PhaseKind.OPERATION: self.operation,
            PhaseKind.EVALUATION: self.evaluation,
        }[phase]


def read_template(path: Path) -> SessionTemplate:
    """One template file; raises InputError where it is malformed or names an instrument that is not there."""
    template = read_content(path, SessionTemplate)
    if not template.activities:
        raise malformed(path, "there are no activities")
    for place, activity in enumerate(template.activities, start=1):
        _check(path, place, activity)
    return template


@cache
def list_templates() -> tuple[SessionTemplate, ...]:
    """All session templates, in the order of a project."""
    return tuple(read_template(path) for path in sorted(resource_path("templates").glob("*.toml")))


def find_template(key: str) -> SessionTemplate:
    """The template with this key; raises NotFoundError."""
    for template in list_templates():
        if template.key == key:
            return template
    raise NotFoundError(mark("There is no session template called {key}.", key=key))


def default_template() -> SessionTemplate:
    """The template that is chosen beforehand when a session is prepared."""
    return next((template for template in list_templates() if template.default), list_templates()[0])


@cache
def support_elements() -> SupportElements:
    """The checklist seeds of the four phases."""
    return read_content(resource_path("support_elements.toml"), SupportElements)


def _check(path: Path, place: int, activity: TemplateActivity) -> None:
    poll, form = activity.poll, activity.form
    if activity.minutes < 1:
        raise malformed(path, f"activity {place} has no minutes")
    if poll and not 1 <= poll.per_option <= poll.dots:
        raise malformed(path, f"the poll of activity {place} allows more on one option than in all")
    if poll and poll.ballot is BallotKind.APPROVAL and poll.per_option != 1:
        raise malformed(path, f"the approval poll of activity {place} must have per_option = 1")
    if poll and (poll.source is OptionSource.OWN) != bool(poll.options):
        raise malformed(path, f"the poll of activity {place} needs options if, and only if, its source is own")
    if form:
        try:
            find_instrument(form.instrument)
        except NotFoundError as error:
            raise malformed(path, f"activity {place} names no known instrument: {form.instrument!r}") from error
