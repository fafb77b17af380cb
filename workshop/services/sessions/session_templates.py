"""Session templates and the checklist of support elements, as data in `resources/`."""

from functools import cache
from pathlib import Path

import msgspec

from workshop.language import mark
from workshop.models.enums import ActivityKind, BallotKind, CountingRule, OptionSource, PhaseKind, Stage
from workshop.models.errors import NotFoundError
from workshop.resources import resource_path
from workshop.services.evaluation.instrument_shape import LocalText
from workshop.services.evaluation.instruments import find_instrument, malformed, read_content
from workshop.services.voting.poll_setup import BallotRules, OptionDraft


class TemplatePoll(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The vote of an activity.

    `dots`, `per_option`, the grades, `seats`, `ties` and `budget` are those of `PollRecord`. `source` says where the options
    come from: the ideas or the themes of the project when the poll is set up, or `options` written here, each with one of
    the `costs` where a budget is spent.
    """

    title: LocalText
    ballot: BallotKind
    source: OptionSource
    dots: int = 3
    per_option: int = 1
    rule: CountingRule | None = None
    seats: int | None = None
    lowest: int = 1
    highest: int = 5
    ties: bool = False
    budget: int = 0
    unit: LocalText | None = None
    options: tuple[LocalText, ...] = ()
    costs: tuple[int, ...] = ()

    def rules(self, language: str) -> BallotRules:
        """The rules of the ballot, with the unit of money in a language."""
        return BallotRules(
            self.ballot, self.dots, self.per_option, self.rule, self.seats, self.lowest, self.highest, self.budget,
            self.unit.in_language(language) if self.unit else "", self.ties,
        )  # fmt: skip

    def drafts(self, language: str) -> list[OptionDraft]:
        """The options that are written here, in a language."""
        costs = self.costs or (None,) * len(self.options)
        return [
            OptionDraft(option.in_language(language), cost=cost)
            for option, cost in zip(self.options, costs, strict=True)
        ]


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
    if poll and poll.ballot is not BallotKind.DOTS and poll.per_option != 1:
        raise malformed(path, f"the poll of activity {place} must have per_option = 1, since it gives no dots")
    if poll and poll.rule is not None and poll.rule not in poll.ballot.rules:
        raise malformed(path, f"the ballots of activity {place} cannot be counted by {poll.rule.value}")
    if poll and poll.ballot is BallotKind.BUDGET and (poll.budget < 1 or len(poll.costs) != len(poll.options)):
        raise malformed(path, f"the budget poll of activity {place} needs a budget and a cost for each option")
    if poll and poll.ballot is not BallotKind.BUDGET and poll.costs:
        raise malformed(path, f"the poll of activity {place} spends no budget and has no costs")
    if poll and (poll.source is OptionSource.OWN) != bool(poll.options):
        raise malformed(path, f"the poll of activity {place} needs options if, and only if, its source is own")
    if form:
        try:
            find_instrument(form.instrument)
        except NotFoundError as error:
            raise malformed(path, f"activity {place} names no known instrument: {form.instrument!r}") from error
