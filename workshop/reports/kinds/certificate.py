"""Certificates of participation, a page for each person; without names there is a line to write on."""

from collections.abc import Sequence

from workshop.models.records.handouts import Certificates, CertifiedPerson
from workshop.models.records.report_options import AttachedFile, ReportOptions, Section
from workshop.reports import styles
from workshop.reports.blocks import Block, Columns, PageBreak, Paragraph, Space
from workshop.reports.composing.publishing import Cover, paper_of, publish
from workshop.reports.composing.tongues import Tongues
from workshop.reports.document import Build, room_of
from workshop.reports.fonts import BOLD, REGULAR
from workshop.reports.forms import Field, SignatureBoxes
from workshop.reports.handouts.bordered import Bordered
from workshop.reports.sections.closing import missing_note
from workshop.reports.sections.front import logo_blocks
from workshop.reports.sections.wording import Words
from workshop.reports.styles import TextStyle
from workshop.reports.tables import Column, Table

_TITLE = TextStyle(BOLD, 30, 40)
_NAME = TextStyle(BOLD, 24, 34)
_TEXT = TextStyle(REGULAR, 12, 20)
_HOST = TextStyle(BOLD, 15, 22)


def build(record: Certificates, options: ReportOptions, files: Sequence[AttachedFile] = ()) -> Build:
    """Build the certificates as a PDF: yields progress from 0 to 1 and returns the bytes."""
    tongues = Tongues(options, year=record.on.year)
    story: list[Block] = []
    for person in record.people:
        story += [*([PageBreak()] if story else []), *_page(record, person, options, tongues)]
    cover = Cover(
        record=record,
        title=f"{record.project.title} – {tongues.say('Certificate of participation')}",
        subject=record.project.title,
        host=record.project.host,
        number=record.document_number,
        foot=record.project.title,
    )
    story += missing_note(tongues.first, story)
    return (yield from publish(story, cover, tongues.first, options, files, framed=False))


def _page(record: Certificates, person: CertifiedPerson, options: ReportOptions, tongues: Tongues) -> list[Block]:
    """One certificate in its border; without it, over several pages, where there are too many sessions for one."""
    above, below = _above(record, person, options, tongues), _below(record, options, tongues)
    page = Bordered(above, below, room_of(paper_of(options), framed=False))
    return [page] if page.fits else [*above, *below]


def _above(record: Certificates, person: CertifiedPerson, options: ReportOptions, tongues: Tongues) -> list[Block]:
    number = tongues.say("No. {n}", n=f"{record.document_number}-{person.number:03}")
    title = tongues.tell(lambda words: words.say("Certificate of participation"), between="\n")
    name = (
        Paragraph(person.name, style=_NAME, centred=True, before=44)
        if person.name
        else Field(tongues.say("Name"), label_width=0, before=44)
    )
    told = tongues.cell(
        lambda words: Paragraph(
            _sentence(record, person, words), style=_TEXT, centred=True, language=words.language.code
        )
    )
    told.before = 28
    return [
        *logo_blocks(options, tongues.first),
        Paragraph(number, style=styles.QUIET),
        Paragraph(title, style=_TITLE, centred=True, before=40, kind="H1"),
        name,
        told,
        _sessions(person, tongues),
    ]


def _below(record: Certificates, options: ReportOptions, tongues: Tongues) -> list[Block]:
    project = record.project
    blocks: list[Block] = [
        Paragraph(tongues.date(record.on), style=_TEXT, centred=True),
        Paragraph(project.host or project.title, style=_HOST, centred=True, before=6),
    ]
    if options.shows(Section.SIGNATURES):
        say = tongues.say
        box = SignatureBoxes((say("Seal or signature"),), say("Name"))
        blocks.append(Columns(Space(), box, Space(), places=3, gap=0, before=22))
    return blocks


def _sentence(record: Certificates, person: CertifiedPerson, words: Words) -> str:
    """What is certified, of how many sessions."""
    return words.say_many(
        "has taken part in the living lab “{title}” in {n} session.",
        "has taken part in the living lab “{title}” in {n} sessions.",
        len(person.sessions), title=record.project.title,
    )  # fmt: skip


def _sessions(person: CertifiedPerson, tongues: Tongues) -> Table:
    columns = [
        Column(tongues.say("Date"), 150 if len(tongues.each) == 1 else 196),
        Column(tongues.say("Session"), names=True),
    ]
    rows: list[list[Block | str]] = [
        [
            Paragraph(tongues.date(session.on) if session.on else "–", style=styles.QUIET),
            Paragraph(session.title),
        ]
        for session in person.sessions
    ]
    return Table(columns, rows, before=26, padding=4)
