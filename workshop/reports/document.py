"""The page skeleton of every report: running header and footer, page n of m, headings kept with text, an outline, and a table
of contents where there are many pages.

A build is a generator: it yields how far it is (0 to 1) and returns the bytes, so that a window, a command and a test can
all consume it and stop it.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from workshop.reports import styles
from workshop.reports.archival.finishing import Attachment, finish
from workshop.reports.blocks import Block, PageBreak
from workshop.reports.contents import Contents
from workshop.reports.fonts import face
from workshop.reports.paper import Description, Pen
from workshop.reports.styles import Paper
from workshop.reports.text import fit

Build = Generator[float, None, bytes]
"""Yields progress from 0 to 1 and returns the PDF."""

CONTENTS_FROM = 8
"""So many pages are hard to find one's way in without a table of contents."""

_CHAIN = 16  # more blocks than this never keep one another
_LAID_OUT = 0.5  # the share of the work after which every page is known
_DRAWN = 0.85  # and that after which every page is drawn


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on every page: two texts above, one below; the page number comes by itself."""

    left: str
    right: str
    foot: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and how far below the top of the text area it begins."""

    block: Block
    down: float


Page = list[Placed]


def build(
    story: Sequence[Block],
    frame: Frame | None,
    about: Description,
    *,
    paper: Paper = styles.A4,
    attachments: Sequence[Attachment] = (),
) -> Build:
    """Lay the blocks out on pages and draw them; without a frame the pages are bare, with one margin all round.

    The file conforms to PDF/A-3a and PDF/UA-1. The same arguments give the same bytes.
    """
    above = styles.BODY_TOP if frame is not None else styles.MARGIN
    width, height = room_of(paper, framed=frame is not None)
    pages = yield from lay_out(story, width, height)
    if len(pages) >= CONTENTS_FROM and (contents := Contents.of(story, about.language, width, height)):
        pages = yield from lay_out(contents.put_into(story), width, height, began=_LAID_OUT / 2)
        contents.learn(pages)
    pen = Pen((paper.width, paper.height), about)
    for number, page in enumerate(pages, start=1):
        if frame is not None:
            with pen.artifact():
                _draw_frame(pen, frame, number, len(pages), paper)
        for placed in page:
            placed.block.draw(pen, styles.MARGIN, paper.height - above - placed.down, width)
        pen.next_page()
        yield _LAID_OUT + (_DRAWN - _LAID_OUT) * number / len(pages)
    finishing = finish(pen.finish(), about, attachments)
    content = yield from _rising(finishing)
    yield 1.0
    return content


def room_of(paper: Paper, *, framed: bool = True) -> tuple[float, float]:
    """Width and height in points of what may be written on a sheet."""
    beside = styles.BODY_TOP + styles.BODY_BOTTOM if framed else 2 * styles.MARGIN
    return paper.width - 2 * styles.MARGIN, paper.height - beside


def _rising(finishing: Build) -> Build:
    """The progress of the last step as a part of the whole."""
    while True:
        try:
            yield _DRAWN + (0.99 - _DRAWN) * next(finishing)
        except StopIteration as end:
            return end.value


def lay_out(
    story: Sequence[Block], width: float, height: float, *, began: float = 0
) -> Generator[float, None, list[Page]]:
    """The pages that blocks fill at this width and height in points; at least one page."""
    pages: list[Page] = [[]]
    used = after = 0.0
    for at, block in enumerate(story):
        waiting: Block | None = block
        if isinstance(block, PageBreak):
            waiting = None
            if pages[-1]:
                pages.append([])
                used = 0.0
        while waiting is not None:
            before = max(waiting.before, after) if pages[-1] else 0
            room = height - used - before
            if pages[-1] and room < _needed(waiting, story[at + 1 : at + 1 + _CHAIN], width):
                pages.append([])
                used = 0.0
                continue
            tall = waiting.height(width)
            parts = None if tall <= room + 0.01 else waiting.split(width, room, force=not pages[-1])
            if tall > room + 0.01 and parts is None and pages[-1]:
                pages.append([])
                used = 0.0
                continue
            head, waiting = parts or (waiting, None)
            pages[-1].append(Placed(head, used + before))
            used += before + head.height(width)
            after = head.after
            if waiting is not None:
                pages.append([])
                used = 0.0
        yield began + (_LAID_OUT - began) * (at + 1) / len(story)
    return pages if pages[-1] else pages[:-1] or pages


def _needed(block: Block, following: Sequence[Block], width: float) -> float:
    """The room that must be left for a block: its least part, and for a heading also that of what it belongs to."""
    if not block.keeps or not following:
        return block.least(width)
    return block.height(width) + max(following[0].before, block.after) + _needed(following[0], following[1:], width)


def _draw_frame(pen: Pen, frame: Frame, number: int, count: int, paper: Paper) -> None:
    left, right = styles.MARGIN, paper.width - styles.MARGIN
    above, below = paper.height - styles.HEADER_TOP - 2.8, styles.FOOTER_RULE - 15.5
    number_words = fit(frame.right)[0]
    room = right - left - _width(number_words) - 2 * styles.SMALL.leading
    pen.text(left, above, _cut(fit(frame.left)[0], room), styles.SMALL)
    _draw_right(pen, right, above, number_words)
    pen.line((left, styles.FOOTER_RULE), (right, styles.FOOTER_RULE), thickness=styles.THIN_LINE, colour=styles.RULE)
    pen.text(left, below, fit(frame.foot)[0], styles.SMALL)
    _draw_right(pen, right, below, f"{number:,} / {count:,}")


def _draw_right(pen: Pen, right: float, y: float, text: str) -> None:
    pen.text(right - _width(text), y, text, styles.SMALL)


def _cut(text: str, room: float) -> str:
    """The text on one line, with its end left off where it is too long for the room."""
    line = " ".join(text.split())
    if _width(line) <= room:
        return line
    while line and _width(f"{line}…") > room:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _width(text: str) -> float:
    return face(styles.SMALL.font).width(text, styles.SMALL.size)
