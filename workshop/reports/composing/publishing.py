"""From a story to the file: what stands on every page, what the file says of itself, what lies inside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workshop.models.records.report_options import AttachedFile, PaperSize, ReportOptions
from workshop.reports import styles
from workshop.reports.archival.finishing import Attachment
from workshop.reports.blocks import Block
from workshop.reports.dates import latest_moment
from workshop.reports.document import Build, Frame, lay_out, room_of
from workshop.reports.document import build as build_document
from workshop.reports.paper import Description
from workshop.reports.sections.wording import Words
from workshop.reports.styles import Paper

_PAPERS = {PaperSize.A4: styles.A4, PaperSize.LETTER: styles.LETTER}


@dataclass(frozen=True, slots=True)
class Cover:
    """What a report says of itself: `host` and `number` above every page, `foot` below; `record` is what it is made from."""

    record: Any
    title: str
    subject: str
    host: str
    number: str
    foot: str


def publish(
    story: Sequence[Block],
    cover: Cover,
    words: Words,
    options: ReportOptions,
    files: Sequence[AttachedFile] = (),
    *,
    framed: bool = True,
    turned: bool = False,
) -> Build:
    """Lay a story out on the paper that is wanted, with the files inside; without a frame the pages are bare."""
    number = words.say("Document no. {number}", number=cover.number) if cover.number else ""
    about = Description(
        title=cover.title,
        subject=cover.subject,
        author=cover.host,
        language=words.language.code,
        keywords=cover.number,
        moment=latest_moment(cover.record),
        number=cover.number,
        checksum=getattr(cover.record, "checksum", ""),
    )
    frame = Frame(cover.host, number, cover.foot) if framed else None
    paper = paper_of(options, turned=turned)
    attached = [_attachment(each) for each in files]
    return (yield from build_document(story, frame, about, paper=paper, attachments=attached))


def _attachment(file: AttachedFile) -> Attachment:
    """A file as the document carries it: the whole data are its source, the tables tell parts of it."""
    relationship = "Source" if file.media_type == "application/json" else "Data"
    return Attachment(file.name, file.content, file.media_type, file.about, relationship)


def paper_of(options: ReportOptions, *, turned: bool = False) -> Paper:
    """The sheet that is wanted, upright or turned."""
    paper = _PAPERS[options.paper]
    return paper.turned() if turned else paper


def pages_of(story: Sequence[Block], options: ReportOptions) -> int:
    """How many pages a story fills on the paper that is wanted."""
    laying = lay_out(story, *room_of(paper_of(options)))
    while True:
        try:
            next(laying)
        except StopIteration as end:
            return len(end.value)
