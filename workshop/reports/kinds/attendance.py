"""The list that is signed at the door: number, name, part, signature; empty rows for those who come without notice."""

from collections.abc import Sequence

from workshop.models.records.handouts import AttendanceList, ListedPerson
from workshop.models.records.report_options import AttachedFile, ReportOptions
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph, Space
from workshop.reports.composing.publishing import Cover, publish
from workshop.reports.composing.tongues import Tongues
from workshop.reports.document import Build
from workshop.reports.sections.closing import missing_note
from workshop.reports.sections.front import Front, front_blocks
from workshop.reports.tables import Column, Table

_ROOM = 17.0  # points to sign in, between the paddings of a row
_ROW_PADDING = 7.0
_EMPTY_LIST = 20  # rows where nobody is registered


def build(record: AttendanceList, options: ReportOptions, files: Sequence[AttachedFile] = ()) -> Build:
    """Build the list as a PDF: yields progress from 0 to 1 and returns the bytes."""
    session = record.session
    tongues = Tongues(options, year=session.on.year if session.on else 0)
    cover = Cover(
        record=record,
        title=f"{session.title} – {tongues.say('Attendance list')}",
        subject=record.project.title,
        host=session.host or record.project.host,
        number=record.document_number,
        foot=tongues.say("Names on this list are personal data: keep it locked away."),
    )
    return (yield from publish(_compose(record, options, tongues), cover, tongues.first, options, files))


def _compose(record: AttendanceList, options: ReportOptions, tongues: Tongues) -> list[Block]:
    session, say = record.session, tongues.say
    facts = [
        (say("Date and time"), tongues.tell(lambda words: words.planned(session))),
        (say("Place"), session.place),
        (say("Hosted by"), session.host or record.project.host),
        (say("Expected"), str(len(record.people)) if record.people else ""),
    ]
    front = Front(say("Attendance list"), session.title, record.project.title, styles.PHASES[session.phase], facts)
    columns = [
        Column(say("No."), 34, right=True, names=True), Column(say("Name"), 132), Column(say("Part"), 96),
        Column(say("Signature")),
    ]  # fmt: skip
    blanks = record.blanks if record.people else _EMPTY_LIST
    rows = [*(_row(person, tongues) for person in record.people), *([Space(_ROOM)] * 4 for _ in range(blanks))]
    note = say(
        "This list only confirms who was there. It is kept with the register and destroyed with it; signing it agrees to "
        "nothing else."
    )
    story: list[Block] = [
        *front_blocks(front, options, tongues.first),
        Table(columns, rows, before=16, padding=_ROW_PADDING, note=Paragraph(note, style=styles.SMALL, before=8)),
    ]
    return [*story, *missing_note(tongues.first, story)]


def _row(person: ListedPerson, tongues: Tongues) -> list[Block | str]:
    part = tongues.tell(lambda words: words.word(person.sector))
    return [
        Paragraph(tongues.first.language.number(person.number), style=styles.STRONG, right=True),
        Paragraph(person.name) if person.name else Space(_ROOM),
        Paragraph(part, style=styles.SMALL),
        Space(_ROOM),
    ]
