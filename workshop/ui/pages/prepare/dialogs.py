"""What a vote and an evaluation form are asked on a sheet, and how the answers become verbs."""

from collections.abc import Sequence
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from typing import Any
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from workshop.models.enums import BallotKind, Electorate, OptionSource, PollState, Stage
from workshop.models.records.changes import Changed
from workshop.models.records.evaluations import FormRecord
from workshop.models.records.projects import CityServiceRecord
from workshop.models.records.sessions import ActivityRecord
from workshop.models.records.votes import PollOptionRecord, PollRecord
from workshop.models.titles import title_of
from workshop.services.evaluation import evaluations
from workshop.services.evaluation.instrument_shape import Instrument
from workshop.services.keeping.library import Library
from workshop.services.voting import polls
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.votes.sentence_field import Sentence, rules_for, rules_of
from workshop.ui.widgets.form import Field


class PollDialog(FormDialog):
    """The rules and the options of a vote; the rules are the same sentence as on the page of votes."""

    def __init__(self, desk: Desk, activity: ActivityRecord, poll: PollRecord | None, parent: QWidget) -> None:
        say = desk.language.say
        fields = (
            Field("title", say("Question of the vote"), required=True),
            Field("ballot", say("How people vote"), "choice", choices=_choices(desk, BallotKind)),
            Field("source", say("On the ballot"), "segments", choices=_choices(desk, OptionSource)),
            Field("options", say("Own options"), "note", lines=4, placeholder=say("One option a line"),
                  help=say("What an option costs is written down on the page of votes.")),
        )  # fmt: skip
        self._poll = poll or _new_poll(activity)
        values = {
            "title": self._poll.title, "ballot": self._poll.ballot, "source": self._poll.source,
            "options": "\n".join(option.text for option in self._poll.options),
        }  # fmt: skip
        title = say("Change the vote") if poll else say("Set up the vote")
        text = say("The result is shown only after the vote is closed.")
        super().__init__(desk, title, fields, say("Save"), parent, values=values, text=text, stay=True, width=680)
        self.sentence = Sentence(desk)
        self.sentence.changed.connect(self._change)
        column: Any = self.form.layout()
        column.insertWidget(2, self.sentence)
        self.form.control("ballot").activated.connect(lambda _place: self._change_kind())
        self.form.changed.connect(self._fit)
        self._fit()

    def _change_kind(self) -> None:
        kind = self._chosen_kind()
        if kind is not self._poll.ballot:
            self._change({"rules": rules_for(kind, self._poll)})

    def _chosen_kind(self) -> BallotKind:
        return BallotKind(self.form.values()["ballot"])

    def _change(self, values: dict[str, Any]) -> None:
        """Put what was changed in the sentence into the vote as it would be."""
        changes = dict(values)
        rules: polls.BallotRules | None = changes.pop("rules", None)
        if rules is not None:
            names = (field.name for field in dataclass_fields(rules))
            given = {name: getattr(rules, name) for name in names if name not in {"kind", "rule"}}
            changes |= given | {"ballot": rules.kind, "rule": rules.rule or rules.kind.rules[0]}
        if changes.get("electorate") is Electorate.ORGANIZATIONS:
            changes["secret"] = False  # a weight of its own would give a ballot away
        self._poll = replace(self._poll, **changes)
        self._fit()

    def _fit(self) -> None:
        """Show the rules with what is on the ballot now; ask only what matters."""
        values = self.form.values()
        own = values["source"] is OptionSource.OWN
        self.form.control("options").setEnabled(own)
        texts = _lines(values["options"] or "") if own else []
        options = tuple(
            PollOptionRecord(uuid4(), self._poll.id, n, text, None, None, None) for n, text in enumerate(texts)
        )
        self._poll = replace(self._poll, source=values["source"], options=options)
        self.sentence.show_poll(self._poll)

    def _submit(self, values: dict[str, Any]) -> None:
        """Tell the rules with the rest."""
        self.sentence.flush()
        poll = self._poll
        rules = {"rules": rules_of(poll), "electorate": poll.electorate, "sector": poll.sector, "secret": poll.secret}
        super()._submit(values | rules)


class EvaluationDialog(FormDialog):
    """Which instrument, when, and about which service."""

    def __init__(
        self, desk: Desk, form: FormRecord | None, services: Sequence[CityServiceRecord],
        instruments: Sequence[Instrument], parent: QWidget,
    ) -> None:  # fmt: skip
        say, code = desk.language.say, desk.language.code
        asked = tuple((one.key, one.title.in_language(code)) for one in instruments)
        if form is not None and form.instrument not in {key for key, _title in asked}:
            asked = (*asked, (form.instrument, form.title))  # its questionnaire is gone, the form has its questions
        about = ((None, say("no service in particular")), *((one.id, one.title) for one in services))
        fields = (
            Field("instrument", say("Form"), "choice", choices=asked),
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
    how = {name: values[name] for name in ("title", "rules", "electorate", "sector", "secret")}
    source: OptionSource = values["source"]
    costs = {option.text: option.cost for option in poll.options} if poll is not None else {}
    texts = _lines(values["options"] or "") if source is OptionSource.OWN else []
    options = [polls.OptionDraft(text, cost=costs.get(text)) for text in texts]
    if poll is None:
        return polls.make_poll(
            library, session_id=activity.lab_session_id, activity_id=activity.id, source=source, options=options, **how
        )
    changed = None
    if how != _how(poll):
        changed = polls.edit_poll(library, poll_id=poll.id, **how)
    if source is not poll.source:
        polls.options_from(library, poll_id=poll.id, source=source)
        changed = polls.set_options(library, poll_id=poll.id, options=options)
    elif source is OptionSource.OWN and texts != [option.text for option in poll.options]:
        changed = polls.set_options(library, poll_id=poll.id, options=options)
    return changed or Changed(poll, frozenset())


def _how(poll: PollRecord) -> dict[str, Any]:
    return {
        "title": poll.title, "rules": rules_of(poll), "electorate": poll.electorate, "sector": poll.sector,
        "secret": poll.secret,
    }  # fmt: skip


def _new_poll(activity: ActivityRecord) -> PollRecord:
    """A vote as it usually is, not kept anywhere yet."""
    return PollRecord(
        id=uuid4(), project_id=uuid4(), lab_session_id=activity.lab_session_id, activity_id=activity.id,
        title=activity.question or activity.title, ballot=BallotKind.DOTS, dots=3, per_option=3,
        electorate=Electorate.PRESENT, source=OptionSource.IDEAS, shuffled=False, state=PollState.DRAFT, lot_seed="",
        opened_at=None, closed_at=None, revealed_at=None, options=(),
    )  # fmt: skip


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


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
