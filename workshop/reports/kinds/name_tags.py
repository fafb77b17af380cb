"""Name tags with number, code and QR, eight on a sheet; empty ones at the end for those who come late."""

from collections.abc import Sequence

from workshop.models.records.handouts import NameTag, NameTags
from workshop.models.records.report_options import AttachedFile, ReportOptions
from workshop.reports.blocks import Block, PageBreak
from workshop.reports.composing.publishing import Cover, publish
from workshop.reports.composing.tongues import Tongues
from workshop.reports.document import Build
from workshop.reports.handouts.tags import PER_SHEET, TagSheet, TagWords


def build(record: NameTags, options: ReportOptions, files: Sequence[AttachedFile] = ()) -> Build:
    """Build the tags as a PDF: yields progress from 0 to 1 and returns the bytes."""
    tongues = Tongues(options)
    cover = Cover(
        record=record,
        title=f"{record.session.title} – {tongues.say('Name tags')}",
        subject=record.project.title,
        host=record.project.host,
        number="",
        foot="",
    )
    words = TagWords(
        over=record.project.title,
        under=record.session.title,
        number=tongues.say("No."),
        code=tongues.say("Code to vote"),
        name=tongues.say("Name"),
        qr=tongues.first.say("QR code with the code to vote of no. {n}", n="{n}"),
    )
    return (yield from publish(_sheets(record, words), cover, tongues.first, options, files, framed=False))


def _sheets(record: NameTags, words: TagWords) -> list[Block]:
    """The last sheet is filled up with empty tags, with as many at least as are wanted."""
    tags: list[NameTag | None] = [*record.tags, *([None] * record.blanks)]
    tags += [None] * (-len(tags) % PER_SHEET)
    story: list[Block] = []
    for at in range(0, len(tags), PER_SHEET):
        story += [*([PageBreak()] if story else []), TagSheet(tags[at : at + PER_SHEET], words)]
    return story
