"""Follow-ups for one department, or one part for each: what is open with its day and where it comes from, then what is done."""

from collections.abc import Sequence

from workshop.models.enums import FollowUpState
from workshop.models.records.report_extracts import DepartmentPart, DepartmentReport, DepartmentTask
from workshop.models.records.report_options import AttachedFile, ReportOptions, Section
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, PageBreak, Paragraph, Stack
from workshop.reports.composing.publishing import Cover, publish
from workshop.reports.document import Build
from workshop.reports.forms import Field
from workshop.reports.sections.closing import missing_note
from workshop.reports.sections.front import Front, foot_words, front_blocks
from workshop.reports.sections.privacy import privacy_note
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table

_OPEN = (FollowUpState.OPEN, FollowUpState.DOING)
_LATE = styles.LIKERT[0]


def build(record: DepartmentReport, options: ReportOptions, files: Sequence[AttachedFile] = ()) -> Build:
    """Build the print-out as a PDF: yields progress from 0 to 1 and returns the bytes."""
    words = Words.chosen(options, record.utc_offset, year=record.as_of.year)
    cover = Cover(
        record=record,
        title=f"{record.project.title} – {words.say('Follow-ups by department')}",
        subject=record.project.title,
        host=record.project.host,
        number=record.document_number,
        foot=foot_words(words, record.checksum),
    )
    return (yield from publish(_compose(record, words, options), cover, words, options, files))


def _compose(record: DepartmentReport, words: Words, options: ReportOptions) -> list[Block]:
    story: list[Block] = []
    for part in record.parts:
        story += [*([PageBreak()] if story else []), *_front(record, part, words, options), *_part(record, part, words)]
    if not story:
        nobody = DepartmentPart("", ())
        story = [
            *_front(record, nobody, words, options),
            Paragraph(words.say("There are no follow-ups yet."), before=14),
        ]
    if options.shows(Section.PRIVACY):
        story += [
            Heading(words.say("Data and privacy")),
            *privacy_note(words, record.checksum, record.project, options),
        ]
    return [*story, *missing_note(words, story)]


def _front(record: DepartmentReport, part: DepartmentPart, words: Words, options: ReportOptions) -> list[Block]:
    say, number = words.say, words.language.number
    waiting = [task for task in part.tasks if task.item.state in _OPEN]
    late = sum(task.item.overdue(record.as_of) for task in waiting)
    facts = [
        (say("Hosted by"), record.project.host),
        (say("As of"), words.language.date(record.as_of)),
        (say("Open"), say("{open} of {all}", open=number(len(waiting)), all=number(len(part.tasks)))),
        (say("Overdue"), number(late)),
    ]
    title = part.department or say("Without a department")
    front = Front(say("Follow-ups by department"), title, record.project.title, styles.BAR, facts)
    return front_blocks(front, options, words)


def _part(record: DepartmentReport, part: DepartmentPart, words: Words) -> list[Block]:
    say = words.say
    waiting = [task for task in part.tasks if task.item.state in _OPEN]
    over = [task for task in part.tasks if task.item.state not in _OPEN]
    blocks: list[Block] = []
    if waiting:
        blocks += [Heading(say("Open")), _table(record, waiting, words)]
    if over:
        blocks += [Heading(say("Done or dropped")), _table(record, over, words)]
    if waiting and part.department:
        blocks += [
            Heading(say("Reply of the department")),
            Field(say("What is being done, and by when"), lines=3, label_width=0, before=0),
            Field(say("Person in charge, date"), lines=1, label_width=140),
        ]
    return blocks


def _table(record: DepartmentReport, tasks: Sequence[DepartmentTask], words: Words) -> Table:
    say = words.say
    columns = [
        Column(say("What is to be done"), names=True), Column(say("In charge"), 92), Column(say("Due"), 78),
        Column(say("State"), 54),
    ]  # fmt: skip
    return Table(columns, [_row(record, task, words) for task in tasks])


def _row(record: DepartmentReport, task: DepartmentTask, words: Words) -> list[Block | str]:
    item, say = task.item, words.say
    under = [
        say("Reason: {reason}", reason=item.reason) if item.reason else "",
        _source(task, words),
        say("Told to citizens: {text}", text=item.told_back) if item.told_back else "",
    ]
    due: Block = Paragraph(words.day(item.due_on) if item.due_on else "–")
    if item.overdue(record.as_of):
        due = Stack(due, Paragraph(say("overdue"), style=styles.SMALL_STRONG.in_colour(_LATE)))
    return [
        Stack(
            Paragraph(item.text, style=styles.STRONG),
            *(Paragraph(line, style=styles.SMALL, before=1) for line in under if line),
        ),
        item.responsible or "–",
        due,
        Paragraph(words.word(item.state), style=styles.QUIET),
    ]


def _source(task: DepartmentTask, words: Words) -> str:
    """The session and the words that a task goes back to."""
    session = task.session
    day = words.language.date(session.on) if session and session.on else ""
    origin = words.quoted(task.origin) if task.origin else ""
    told = " · ".join(filter(None, (session.title if session else "", day, origin)))
    return words.say("From: {origin}", origin=told) if told else ""
