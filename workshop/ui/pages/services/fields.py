"""The fields of the forms of this page, declared once."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from workshop.language import Language
from workshop.models.enums import IssueState, PhaseKind
from workshop.models.field_enums import Better, PilotDecision, Severity
from workshop.models.numbers import plain
from workshop.models.records.indicators import IndicatorRecord, ReadingRecord
from workshop.models.records.observations import ObservationRecord, ShiftRecord
from workshop.models.records.pilots import CheckpointRecord, MeasureRecord, PilotRecord
from workshop.models.titles import title_of
from workshop.ui.pages.services.situation import Situation
from workshop.ui.pages.services.words import joined, one_line, operator_words, shift_times
from workshop.ui.widgets.form import Field


def words_of(language: Language, kind: type[StrEnum]) -> tuple[tuple[StrEnum, str], ...]:
    """The fixed words of a kind, to be chosen from."""
    return tuple((word, language.tell(title_of(word))) for word in kind)


def indicator_fields(language: Language) -> list[Field]:
    """What is measured, in which direction it gets better, from where to where."""
    say = language.say
    return [
        Field("title", say("What is measured"), required=True, placeholder=say("People who wait longer than a minute")),
        Field("better", say("Direction"), "segments", choices=words_of(language, Better), row="how"),
        Field("unit", say("Unit"), placeholder=say("people a day"), row="how"),
        Field("baseline", say("Baseline"), row="aim", help=say("as it was before")),
        Field("target", say("Target"), row="aim"),
        Field("target_on", say("Until"), "date"),
        Field("note", say("How it is measured"), "note", lines=2),
    ]


def indicator_values(one: IndicatorRecord) -> dict[str, Any]:
    """The values of an indicator for its form."""
    numbers = {name: _number(getattr(one, name)) for name in ("baseline", "target")}
    return {name: getattr(one, name) for name in ("title", "better", "unit", "target_on", "note")} | numbers


def reading_fields(language: Language, unit: str) -> list[Field]:
    """A value with its day, its phase and where it comes from."""
    say = language.say
    none = ((None, say("the one open on that day")),)
    label = say("Value in {unit}", unit=unit) if unit else say("Value")
    return [
        Field("value", label, required=True, row="what"),
        Field("on", say("On which day"), "date", required=True, row="what"),
        Field("phase", say("Phase"), "choice", choices=(*none, *words_of(language, PhaseKind))),
        Field("source", say("Source"), placeholder=say("who counted, or which record")),
    ]


def reading_values(one: ReadingRecord) -> dict[str, Any]:
    """The values of a reading for its form."""
    return {"value": plain(one.value), "on": one.on, "phase": one.phase, "source": one.source}


def pilot_fields(language: Language, situation: Situation, *, new: bool) -> list[Field]:
    """What is supposed, where and when; a new one of the whole project says which proposal it tries out."""
    say = language.say
    fields = [
        Field("title", say("Name of the pilot"), required=True),
        Field(
            "hypothesis", say("Hypothesis"), "note", lines=3, help=say("If we do this here, that changes by so much.")
        ),
        Field("place", say("Place")),
        Field("starts_on", say("From"), "date", row="when"),
        Field("ends_on", say("Until"), "date", row="when"),
    ]
    if not new:
        return [*fields, Field("learned", say("What was learned"), "note", lines=3)]
    if situation.chosen is not None and situation.chosen.service is None:
        choices = tuple((one.id, f"{one.number}. {one.title}") for one in situation.proposals)
        fields.insert(0, Field("proposal_id", say("Which proposal is tried out"), "choice", choices=choices))
    template = say("Plan start, midterm and final meeting and the report (agile piloting)")
    return [*fields, Field("plan", template, "check")]


def pilot_values(one: PilotRecord) -> dict[str, Any]:
    """The values of a pilot for its form."""
    names = ("title", "hypothesis", "place", "starts_on", "ends_on", "learned")
    return {name: getattr(one, name) for name in names}


def decision_fields(language: Language) -> list[Field]:
    """What is decided, why and when."""
    say = language.say
    return [
        Field("decision", say("Decision"), "segments", choices=words_of(language, PilotDecision)),
        Field("reason", say("Reason"), "note", required=True, lines=3),
        Field("on", say("Decided on"), "date", required=True),
    ]


def measure_fields(
    language: Language, situation: Situation, pilot: PilotRecord, measure: MeasureRecord | None
) -> list[Field]:
    """An indicator, or a measure of its own with its target and its reading."""
    say = language.say
    target = Field("target", say("Target"), row="aim", help=say("empty: the target of the indicator"))
    if measure is not None and measure.indicator_id is not None:
        return [target]
    own = [
        Field("title", say("What is measured"), required=measure is not None),
        Field("better", say("Direction"), "segments", choices=words_of(language, Better), row="how"),
        Field("unit", say("Unit"), row="how"),
    ]
    if measure is not None:
        read = (Field("value", say("Reading"), row="aim"), Field("read_on", say("Read on"), "date"))
        return [*own, Field("target", say("Target"), row="aim"), *read]
    used = {one.indicator_id for one in pilot.measures}
    known = [one for each in situation.report.services for one in each.indicators if one.id not in used]
    choices = ((None, say("a measure of its own")), *((one.id, one.title) for one in known))
    return [Field("indicator_id", say("Measured by"), "choice", choices=choices), *own, target]


def measure_values(one: MeasureRecord) -> dict[str, Any]:
    """The values of a measure for its form."""
    numbers = {"target": _number(one.own_target), "value": _number(one.value)}
    return {name: getattr(one, name) for name in ("title", "better", "unit", "read_on")} | numbers


def checkpoint_fields(language: Language) -> list[Field]:
    """What for, when, and what came out of it."""
    say = language.say
    return [
        Field("title", say("Check point"), required=True),
        Field("planned_on", say("Planned for"), "date", row="when"),
        Field("held_on", say("Held on"), "date", row="when"),
        Field("agenda", say("What for"), "note", lines=2),
        Field("outcome", say("What came out of it"), "note", lines=3),
    ]


def checkpoint_values(one: CheckpointRecord) -> dict[str, Any]:
    """The values of a check point for its form."""
    return {name: getattr(one, name) for name in ("title", "planned_on", "held_on", "agenda", "outcome")}


def shift_fields(language: Language, *, new: bool) -> list[Field]:
    """Who runs the service where and when; a shift that goes on has no end yet."""
    say = language.say
    return [
        Field("operator", say("Operator no."), help=say("number or code of the name tag"), row="who"),
        Field("place", say("Place"), row="who"),
        Field("on", say("On which day"), "date", required=True),
        Field("starts_at", say("From"), "time", row="when"),
        Field("ends_at", say("Until"), "time", row="when"),
        Field("goes_on", say("It goes on") if not new else say("It goes on; its end is noted later"), "check"),
    ]


def shift_values(one: ShiftRecord | None, now: datetime) -> dict[str, Any]:
    """The values of a shift for its form; a new one begins now and goes on."""
    begun = (one.starts_at if one is not None else now).astimezone()
    end = one.ends_at.astimezone() if one is not None and one.ends_at is not None else None
    return {
        "operator": str(one.operator) if one is not None and one.operator is not None else "",
        "place": one.place if one is not None else "",
        "on": begun.date(),
        "starts_at": begun.time(),
        "ends_at": (end or now.astimezone()).time(),
        "goes_on": end is None,
    }


def observation_fields(language: Language, situation: Situation) -> list[Field]:
    """What was seen, how grave it is, where, in which shift, and to whom it goes."""
    say = language.say
    shifts = situation.chosen.shifts if situation.chosen is not None else ()
    known = tuple(
        (shift.id, f"{operator_words(language, shift.operator)} {shift_times(language, shift)}".strip())
        for shift in reversed(shifts)
    )
    return [
        Field("text", say("What was seen"), "note", required=True, lines=3),
        Field("severity", say("Severity"), "segments", choices=words_of(language, Severity)),
        Field("place", say("Place"), row="where"),
        Field("department", say("To which department"), row="where"),
        Field("shift", say("Shift"), "choice", choices=((None, say("without a shift")), *known)),
    ]


def observation_values(one: ObservationRecord) -> dict[str, Any]:
    """The values of an observation for its form."""
    return {name: getattr(one, name) for name in ("text", "severity", "place", "department")} | {"shift": one.shift_id}


def issue_field(language: Language, situation: Situation, one: ObservationRecord) -> Field:
    """Which of the local issues an observation is of: those of its place first, then the newest."""
    live = [
        issue for issue in situation.issues if issue.state is not IssueState.WITHDRAWN or issue.id == one.local_issue_id
    ]
    live.sort(key=lambda issue: (not one.place or issue.place != one.place, -issue.number))
    known = tuple((issue.id, joined((f"{issue.number}. {one_line(issue.text)}", issue.place))) for issue in live)
    none = ((None, language.say("none")),)
    return Field("issue_id", language.say("Local issue"), "choice", choices=(*none, *known))


def _number(value: Any) -> str:
    return plain(value) if value is not None else ""
