"""Words that several parts of the page share."""

from collections.abc import Iterable
from datetime import datetime

from workshop.language import Language
from workshop.models.field_enums import PilotDecision, PilotState, Severity, Standing
from workshop.models.records.indicators import IndicatorRecord
from workshop.models.records.observations import ShiftRecord
from workshop.models.records.pilots import PilotRecord
from workshop.models.telling.indicators import amount

STANDING_PILLS = {Standing.REACHED: "ok", Standing.ON_THE_WAY: "accent", Standing.NOT_BETTER: "warn"}
STATE_PILLS = {PilotState.RUNNING: "accent"}
DECISION_PILLS = {PilotDecision.SCALE: "ok", PilotDecision.CHANGE: "warn", PilotDecision.STOP: "danger"}
SEVERITY_PILLS = {Severity.MINOR: "info", Severity.SERIOUS: "warn", Severity.DANGER: "danger"}


def joined(parts: Iterable[str]) -> str:
    """What there is, with points between."""
    return " · ".join(part for part in parts if part)


def aim_words(language: Language, indicator: IndicatorRecord) -> str:
    """From where to where, and until when."""
    baseline = amount(indicator.baseline, indicator.unit) if indicator.baseline is not None else ""
    target = amount(indicator.target, indicator.unit) if indicator.target is not None else ""
    until = language.say("until {day}", day=language.day(indicator.target_on)) if indicator.target_on else ""
    return joined(
        (
            language.say("baseline {n}", n=baseline) if baseline else "",
            language.say("target {n}", n=target) if target else "",
            until if target else "",
        )
    )


def pilot_period(language: Language, pilot: PilotRecord) -> str:
    """From day to day, as far as known."""
    first, last = (language.day(day) if day else "" for day in (pilot.starts_on, pilot.ends_on))
    return f"{first} – {last}".strip() if first or last else ""


def moment_words(language: Language, moment: datetime) -> str:
    """The day and the time where the laptop is."""
    local = moment.astimezone()
    return f"{language.day(local.date())} {language.time(local)}"


def shift_times(language: Language, shift: ShiftRecord) -> str:
    """The day with both times; the end with its own day where it is another one."""
    begun = moment_words(language, shift.starts_at)
    if shift.ends_at is None:
        return language.say("{when}, still on", when=begun)
    end = shift.ends_at.astimezone()
    same = end.date() == shift.starts_at.astimezone().date()
    return f"{begun}–{language.time(end)}" if same else f"{begun} – {moment_words(language, shift.ends_at)}"


def operator_words(language: Language, operator: int | None) -> str:
    """Who runs a shift: no. 07, or nobody in particular."""
    return language.say("no. {n}", n=f"{operator:02}") if operator is not None else ""


def one_line(text: str, most: int = 120) -> str:
    """The first words of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
