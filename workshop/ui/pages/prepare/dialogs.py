"""What a vote and an evaluation form are asked on a sheet, and how the answers become verbs."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from workshop.models.enums import BallotKind, Electorate, OptionSource, Stage
from workshop.models.records.changes import Changed
from workshop.models.records.evaluations import FormRecord
from workshop.models.records.projects import CityServiceRecord
from workshop.models.records.sessions import ActivityRecord
from workshop.models.records.votes import PollRecord
from workshop.models.titles import title_of
from workshop.services import evaluations, polls
from workshop.services.instruments import list_instruments
from workshop.services.library import Library
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.widgets.form import Field


class PollDialog(FormDialog):
    """The rules and the options of a vote."""

    def __init__(self, desk: Desk, activity: ActivityRecord, poll: PollRecord | None, parent: QWidget) -> None:
        say = desk.language.say
        fields = (
            Field("title", say("Question of the vote"), required=True),
            Field("ballot", say("How people vote"), "segments", choices=_choices(desk, BallotKind), row="how"),
            Field("electorate", say("Who may vote"), "segments", choices=_choices(desk, Electorate), row="how"),
            Field("dots", say("For each participant"), "number", least=1, most=polls.MOST_DOTS, row="limits",
                  help=say("Dots, or choices at most")),
            Field("per_option", say("On one option at most"), "number", least=1, most=polls.MOST_DOTS, row="limits"),
            Field("source", say("On the ballot"), "segments", choices=_choices(desk, OptionSource)),
            Field("options", say("Own options"), "note", lines=4, placeholder=say("One option a line")),
        )  # fmt: skip
        values: dict[str, Any] = {
            "title": activity.question or activity.title, "ballot": BallotKind.DOTS, "dots": 3, "per_option": 3,
            "electorate": Electorate.PRESENT, "source": OptionSource.IDEAS, "options": "",
        }  # fmt: skip
        if poll is not None:
            values = {name: getattr(poll, name) for name in values if name != "options"}
            values["options"] = "\n".join(option.text for option in poll.options)
        title = say("Change the vote") if poll else say("Set up the vote")
        text = say("Every ballot is secret. The result is shown only after the vote is closed.")
        super().__init__(desk, title, fields, say("Save"), parent, values=values, text=text, stay=True, width=680)
        for name in ("ballot", "source"):
            self.form.control(name).chosen.connect(lambda _value: self._fit())
        self._fit()

    def _fit(self) -> None:
        """Ask only what matters for what is chosen."""
        approval = self.form.values()["ballot"] is BallotKind.APPROVAL
        self.form.control("per_option").setEnabled(not approval)
        if approval:
            self.form.set_values({"per_option": 1})
        self.form.control("options").setEnabled(self.form.values()["source"] is OptionSource.OWN)


class EvaluationDialog(FormDialog):
    """Which instrument, when, and about which service."""

    def __init__(
        self, desk: Desk, form: FormRecord | None, services: Sequence[CityServiceRecord], parent: QWidget
    ) -> None:
        say, code = desk.language.say, desk.language.code
        instruments = tuple((one.key, one.title.in_language(code)) for one in list_instruments())
        about = ((None, say("no service in particular")), *((one.id, one.title) for one in services))
        fields = (
            Field("instrument", say("Form"), "choice", choices=instruments),
            Field("stage", say("Seen from the service"), "segments", choices=_choices(desk, Stage),
                  help=say("The same form before and after a service shows what has changed.")),
            Field("service_id", say("About the service"), "choice", choices=about),
        )  # fmt: skip
        values = {"instrument": "session-feedback", "stage": Stage.DURING, "service_id": None}
        if form is not None:
            values = {"instrument": form.instrument, "stage": form.stage, "service_id": form.service_id}
        title = say("Change the form") if form else say("Choose a form")
        super().__init__(desk, title, fields, say("Save"), parent, values=values, stay=True)


def save_poll(
    library: Library, activity: ActivityRecord, poll: PollRecord | None, values: dict[str, Any]
) -> Changed[Any]:
    """Make or change the vote of an activity as it was written on the sheet."""
    rules = polls.BallotRules(values["ballot"], values["dots"], values["per_option"])
    source: OptionSource = values["source"]
    texts = [line.strip() for line in values["options"].splitlines() if line.strip()]
    options = [polls.OptionDraft(text) for text in texts] if source is OptionSource.OWN else []
    if poll is None:
        return polls.make_poll(
            library, session_id=activity.lab_session_id, activity_id=activity.id, title=values["title"],
            ballot=rules.kind, dots=rules.dots, per_option=rules.per_option, electorate=values["electorate"],
            source=source, options=options,
        )  # fmt: skip
    changed = None
    before = (poll.title, poll.ballot, poll.dots, poll.per_option, poll.electorate)
    if before != (values["title"], rules.kind, rules.dots, rules.per_option, values["electorate"]):
        changed = polls.edit_poll(
            library, poll_id=poll.id, title=values["title"], rules=rules, electorate=values["electorate"]
        )
    if source is not poll.source:
        polls.options_from(library, poll_id=poll.id, source=source)
        changed = polls.set_options(library, poll_id=poll.id, options=options)
    elif source is OptionSource.OWN and texts != [option.text for option in poll.options]:
        changed = polls.set_options(library, poll_id=poll.id, options=options)
    return changed or Changed(poll, frozenset())


def save_form(
    library: Library, desk: Desk, activity: ActivityRecord, form: FormRecord | None, values: dict[str, Any]
) -> Changed[Any]:
    """Make or change the evaluation form of an activity; another instrument is another form."""
    if form is not None and form.instrument == values["instrument"]:
        if (form.stage, form.service_id) == (values["stage"], values["service_id"]):
            return Changed(form, frozenset())
        return evaluations.edit_form(library, form_id=form.id, stage=values["stage"], service=(values["service_id"],))
    if form is not None:
        evaluations.remove_form(library, form_id=form.id)
    return evaluations.make_form(
        library, session_id=activity.lab_session_id, activity_id=activity.id, language=desk.language, **values
    )


def _choices(desk: Desk, words: type[Any]) -> tuple[tuple[Any, str], ...]:
    return tuple((word, desk.language.tell(title_of(word))) for word in words)
