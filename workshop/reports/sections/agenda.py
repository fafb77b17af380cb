"""The running order: planned minutes against what it really took."""

from collections.abc import Sequence

from workshop.models.records.sessions import ActivityRecord
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph, Stack
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table


def agenda_blocks(activities: Sequence[ActivityRecord], words: Words) -> list[Block]:
    """The activities in order; times and differences only where the session has begun."""
    if not activities:
        return []
    say = words.say
    planned = sum(activity.minutes for activity in activities)
    activity, minutes = Column(say("Activity"), names=True), Column(say("Planned"), 50, right=True)
    if not any(each.started_at for each in activities):
        line = say("{planned} min planned", planned=planned)
        rows: list[list[Block | str]] = [[_title(each), words.language.number(each.minutes)] for each in activities]
        return [Paragraph(line, style=styles.SMALL, keeps=True), Table([activity, minutes], rows, before=8)]
    real = sum(_real(each) or 0 for each in activities)
    line = say("{planned} min planned, {real} min actual", planned=planned, real=real)
    columns = [
        Column(say("Began"), 44), activity, minutes, Column(say("Actual"), 50, right=True),
        Column(say("Difference"), 60, right=True),
    ]  # fmt: skip
    rows = [_row(each, words) for each in activities]
    return [Paragraph(line, style=styles.SMALL, keeps=True), Table(columns, rows, before=8)]


def _row(activity: ActivityRecord, words: Words) -> list[Block | str]:
    real = _real(activity)
    began = words.clock(activity.started_at) if activity.started_at else "–"
    return [
        Paragraph(began, style=styles.QUIET.tabular()),
        _title(activity),
        words.language.number(activity.minutes),
        words.language.number(real) if real is not None else "–",
        Paragraph(_difference(real, activity.minutes), style=styles.QUIET, right=True),
    ]


def _title(activity: ActivityRecord) -> Block:
    title = Paragraph(activity.title)
    return Stack(title, Paragraph(activity.question, style=styles.SMALL)) if activity.question else title


def _real(activity: ActivityRecord) -> int | None:
    """The minutes it took, none where it has not ended."""
    return activity.real_minutes(activity.ended_at) if activity.started_at and activity.ended_at else None


def _difference(real: int | None, planned: int) -> str:
    if real is None:
        return "–"
    return f"{real - planned:+d}".replace("-", "−") if real != planned else "0"
