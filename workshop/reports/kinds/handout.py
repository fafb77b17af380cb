"""The running order on paper for those who take part: what comes when, in large type, with room for notes."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from workshop.models.enums import ActivityKind
from workshop.models.records.handouts import AgendaHandout
from workshop.models.records.report_options import AttachedFile, ReportOptions
from workshop.models.records.sessions import ActivityRecord
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.composing.publishing import Cover, pages_of, publish
from workshop.reports.composing.tongues import Tongues
from workshop.reports.document import Build
from workshop.reports.fonts import REGULAR, SEMIBOLD
from workshop.reports.forms import Field
from workshop.reports.lists import Bullets
from workshop.reports.sections.closing import missing_note
from workshop.reports.sections.front import Front, front_blocks
from workshop.reports.styles import TextStyle
from workshop.reports.tables import Column, Table

_LARGE = TextStyle(SEMIBOLD, 12, 18)
_QUESTION = TextStyle(REGULAR, 11, 17, styles.MUTED)
_TIME = TextStyle(REGULAR, 12, 18, styles.MUTED)
_RULES = TextStyle(REGULAR, 11, 17)
_NOTE_LINES = 3
_QUIET = (ActivityKind.BREAK,)


def build(record: AgendaHandout, options: ReportOptions, files: Sequence[AttachedFile] = ()) -> Build:
    """Build the handout as a PDF: yields progress from 0 to 1 and returns the bytes."""
    session = record.session
    tongues = Tongues(options, year=session.on.year if session.on else 0)
    cover = Cover(
        record=record,
        title=f"{session.title} – {tongues.say('Running order')}",
        subject=record.project.title,
        host=session.host or record.project.host,
        number="",
        foot=record.project.title,
    )
    return (yield from publish(_compose(record, options, tongues), cover, tongues.first, options, files))


def _compose(record: AgendaHandout, options: ReportOptions, tongues: Tongues) -> list[Block]:
    session, say = record.session, tongues.say
    facts = [
        (say("Date and time"), tongues.tell(lambda words: words.planned(session))),
        (say("Place"), session.place),
    ]
    front = Front(say("Running order"), session.title, record.project.title, styles.PHASES[session.phase], facts)
    story = front_blocks(front, options, tongues.first)
    if session.goals:
        story += [Heading(say("What it is for")), Paragraph(session.goals, style=_RULES)]
    story += [Heading(say("What comes when")), _table(record.activities, session.starts_at, tongues)]
    rules = [line.strip(" -•·") for line in session.house_rules.splitlines() if line.strip()]
    if rules:
        story += [Heading(say("House rules")), Bullets(rules, style=_RULES)]
    story += missing_note(tongues.first, story)
    notes = Field(say("Room for notes"), lines=_NOTE_LINES, label_width=0, before=22)
    return [*story, notes] if pages_of([*story, notes], options) == 1 else story


def _table(activities: Sequence[ActivityRecord], start: time | None, tongues: Tongues) -> Table:
    columns = [Column(tongues.say("Time"), 52), Column(tongues.say("Activity"), names=True)]
    rows = [
        [Paragraph(when, style=_TIME), _activity(each)]
        for when, each in zip(_times(activities, start, tongues), activities, strict=True)
    ]
    return Table(columns, rows, padding=5)


def _activity(activity: ActivityRecord) -> Block:
    title = Paragraph(activity.title, style=_TIME if activity.kind in _QUIET else _LARGE)
    return Stack(title, Paragraph(activity.question, style=_QUESTION, before=1)) if activity.question else title


def _times(activities: Sequence[ActivityRecord], start: time | None, tongues: Tongues) -> list[str]:
    """When each begins, or how long it takes where the beginning is not set."""
    language = tongues.first.language
    if start is None:
        return [language.minutes(activity.minutes) for activity in activities]
    moment, told = datetime.combine(datetime.min, start), list[str]()
    for activity in activities:
        told.append(language.time(moment))
        moment += timedelta(minutes=activity.minutes)
    return told
