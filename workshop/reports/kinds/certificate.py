"""Certificates of participation, a page for each person; without names there is a line to write on."""

from collections.abc import Sequence

from workshop.models.records.handouts import Certificates, CertifiedPerson
from workshop.models.records.report_options import AttachedFile, ReportOptions, Section
from workshop.reports import styles
from workshop.reports.blocks import Block, Columns, PageBreak, Paragraph, Rule, Space, Title
from workshop.reports.composing.publishing import Cover, publish
from workshop.reports.composing.tongues import Tongues
from workshop.reports.document import Build
from workshop.reports.fonts import BOLD, REGULAR
from workshop.reports.forms import Field, SignatureBoxes
from workshop.reports.sections.closing import missing_note
from workshop.reports.sections.front import logo_blocks
from workshop.reports.sections.wording import Words
from workshop.reports.styles import TextStyle
from workshop.reports.tables import Column, Table

_NAME = TextStyle(BOLD, 24, 34)
_TEXT = TextStyle(REGULAR, 12, 20)


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
    return (yield from publish(story, cover, tongues.first, options, files))


def _page(record: Certificates, person: CertifiedPerson, options: ReportOptions, tongues: Tongues) -> list[Block]:
    say, project = tongues.say, record.project
    number = f"{record.document_number}-{person.number:03}"
    blocks: list[Block] = [
        *logo_blocks(options, tongues.first),
        Space(40),
        Paragraph(say("No. {n}", n=number), style=styles.EYEBROW.in_colour(styles.BAR)),
        Title(say("Certificate of participation"), before=2),
        Rule(thickness=styles.STRONG_LINE, colour=styles.INK, before=20),
        Space(34),
    ]
    if person.name:
        blocks.append(Paragraph(person.name, style=_NAME))
    else:
        blocks.append(Field(say("Name"), label_width=0))
    blocks += tongues.text(lambda words: [Paragraph(_sentence(record, person, words), style=_TEXT)], before=22)
    blocks += [_sessions(person, tongues), Space(44), Paragraph(tongues.date(record.on), style=_TEXT)]
    blocks.append(Paragraph(project.host or project.title, style=styles.TextStyle(BOLD, 14, 22), before=4))
    if options.shows(Section.SIGNATURES):
        blocks.append(Columns(SignatureBoxes((say("Seal or signature"),), say("Name")), places=2, before=22))
    return blocks


def _sentence(record: Certificates, person: CertifiedPerson, words: Words) -> str:
    """What is certified, of how many sessions."""
    return words.say_many(
        "has taken part in the living lab “{title}” in {n} session.",
        "has taken part in the living lab “{title}” in {n} sessions.",
        len(person.sessions), title=record.project.title,
    )  # fmt: skip


def _sessions(person: CertifiedPerson, tongues: Tongues) -> Table:
    columns = [Column(tongues.say("Date"), 190), Column(tongues.say("Session"), names=True)]
    rows: list[list[Block | str]] = [
        [
            Paragraph(tongues.date(session.on) if session.on else "–", style=styles.QUIET),
            Paragraph(session.title),
        ]
        for session in person.sessions
    ]
    return Table(columns, rows, before=26, padding=4)
