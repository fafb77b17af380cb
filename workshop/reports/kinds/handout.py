"""The running order on paper for those who take part: what comes when, in large type, with room for notes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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

_NOTE_LINES = 3
_QUIET = (ActivityKind.BREAK,)


@dataclass(frozen=True, slots=True)
class _Look:
    """How large and how far apart everything is."""

    activity: TextStyle
    question: TextStyle
    text: TextStyle
    padding: float
    before_heading: float


_ROOMY = _Look(
    TextStyle(SEMIBOLD, 12, 18), TextStyle(REGULAR, 11, 17), TextStyle(REGULAR, 11, 17), 5, styles.BEFORE_HEADING
)
_DENSE = _Look(TextStyle(SEMIBOLD, 11, 16), TextStyle(REGULAR, 10, 14.5), TextStyle(REGULAR, 10, 15.5), 2.5, 17)


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
    """On one page where it can be: with room for notes, without, or closer together."""
    notes = Field(tongues.say("Room for notes"), lines=_NOTE_LINES, label_width=0, before=22)
    roomy = _story(record, options, tongues, _ROOMY)
    for story in ([*roomy, notes], roomy, _story(record, options, tongues, _DENSE)):
        if pages_of(story, options) == 1:
            return story
    return roomy


def _story(record: AgendaHandout, options: ReportOptions, tongues: Tongues, look: _Look) -> list[Block]:
    session, say = record.session, tongues.say
    facts = [
        (say("Date and time"), tongues.tell(lambda words: words.planned(session), between="\n")),
        (say("Place"), session.place),
    ]
    front = Front(say("Running order"), session.title, record.project.title, styles.PHASES[session.phase], facts)
    story = front_blocks(front, options, tongues.first)
    if session.goals:
        story += [_heading(say("What it is for"), look), Paragraph(session.goals, style=look.text)]
    story += [_heading(say("What comes when"), look), _table(record.activities, session.starts_at, tongues, look)]
    rules = [line.strip(" -•·") for line in session.house_rules.splitlines() if line.strip()]
    if rules:
        story += [_heading(say("House rules"), look), Bullets(rules, style=look.text)]
    return [*story, *missing_note(tongues.first, story)]


def _heading(text: str, look: _Look) -> Heading:
    heading = Heading(text)
    heading.before = look.before_heading
    return heading


def _table(activities: Sequence[ActivityRecord], start: time | None, tongues: Tongues, look: _Look) -> Table:
    columns = [Column(tongues.say("Time"), 52), Column(tongues.say("Activity"), names=True)]
    rows = [
        [Paragraph(when, style=_quiet(look)), _activity(each, look)]
        for when, each in zip(_times(activities, start, tongues), activities, strict=True)
    ]
    return Table(columns, rows, padding=look.padding)


def _activity(activity: ActivityRecord, look: _Look) -> Block:
    title = Paragraph(activity.title, style=_quiet(look) if activity.kind in _QUIET else look.activity)
    if not activity.question:
        return title
    return Stack(title, Paragraph(activity.question, style=look.question.in_colour(styles.MUTED), before=1))


def _quiet(look: _Look) -> TextStyle:
    """For times and breaks."""
    return replace(look.activity, font=REGULAR, colour=styles.MUTED)


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
