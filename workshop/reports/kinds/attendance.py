"""The list that is signed at the door: number, name, part, signature; empty rows for those who come without notice."""

from collections.abc import Callable, Sequence

from workshop.models.records.handouts import AttendanceList, ListedPerson
from workshop.models.records.report_options import AttachedFile, ReportOptions
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph, Space
from workshop.reports.composing.publishing import Cover, pages_of, publish
from workshop.reports.composing.tongues import Tongues
from workshop.reports.document import Build
from workshop.reports.sections.closing import missing_note
from workshop.reports.sections.front import Front, front_blocks
from workshop.reports.tables import Column, Table

_ROOM = 17.0  # points to sign in, between the paddings of a row
_ROW_PADDING = 7.0
_FEWEST_BLANKS = 2
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
        (say("Date and time"), tongues.tell(lambda words: words.planned(session), between="\n")),
        (say("Place"), session.place),
        (say("Hosted by"), session.host or record.project.host),
        (say("Expected"), str(len(record.people)) if record.people else ""),
    ]
    front = Front(say("Attendance list"), session.title, record.project.title, styles.PHASES[session.phase], facts)
    columns = [
        Column(say("No."), 34, right=True, names=True), Column(say("Name"), 132), Column(say("Part"), 96),
        Column(say("Signature")),
    ]  # fmt: skip
    rows = [_row(person, tongues) for person in record.people]
    note = say(
        "This list only confirms who was there. It is kept with the register and destroyed with it; signing it agrees to "
        "nothing else."
    )

    def story(blanks: int) -> list[Block]:
        empty: list[list[Block | str]] = [[Space(_ROOM)] * len(columns) for _ in range(blanks)]
        under = Paragraph(note, style=styles.SMALL, before=8)
        table = Table(columns, [*rows, *empty], before=16, padding=_ROW_PADDING, note=under)
        blocks: list[Block] = [*front_blocks(front, options, tongues.first), table]
        return [*blocks, *missing_note(tongues.first, blocks)]

    return story(_blanks(record, lambda blanks: pages_of(story(blanks), options)))


def _blanks(record: AttendanceList, pages: Callable[[int], int]) -> int:
    """How many empty rows: as many as are wanted, a few less where these alone would begin another page."""
    if not record.people:
        return _EMPTY_LIST
    few = min(_FEWEST_BLANKS, record.blanks)
    if pages(record.blanks) == pages(few):
        return record.blanks
    return max(blanks for blanks in range(few, record.blanks) if pages(blanks) == pages(few))


def _row(person: ListedPerson, tongues: Tongues) -> list[Block | str]:
    part = tongues.tell(lambda words: words.word(person.sector))
    return [
        Paragraph(tongues.first.language.number(person.number), style=styles.STRONG, right=True),
        Paragraph(person.name) if person.name else Space(_ROOM),
        Paragraph(part, style=styles.SMALL),
        Space(_ROOM),
    ]
