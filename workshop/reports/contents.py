"""The table of contents: each heading with its page, as a list of links."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workshop.language import load_language
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.fonts import face
from workshop.reports.paper import Pen
from workshop.reports.structure import Tag

if TYPE_CHECKING:
    from workshop.reports.document import Page

_INDENT = 14.0
_NUMBERS = 34.0  # points for the page numbers


class ContentsLine(Block):
    """One heading with dots that lead the eye to its page; the whole line is a link."""

    def __init__(self, heading: Heading) -> None:
        self._heading = heading
        style = styles.TEXT if heading.level else styles.STRONG
        self._words = Paragraph(
            heading.text.replace("\n", " "), style=style, kind="Link", indent=_INDENT * heading.level
        )
        self._style = styles.TEXT.tabular()
        self._tags = Tag("TOCI"), Tag("Reference")
        self.before = 0 if heading.level else 5
        self.page = 0

    @property
    def heading(self) -> Heading:
        """The heading it stands for."""
        return self._heading

    def height(self, width: float) -> float:
        """That of its words."""
        return self._words.height(width - _NUMBERS)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Words, dots, page."""
        lines = self._words.lines(width - _NUMBERS)
        height, style = self.height(width), self._style
        base = top - height + style.leading / 2 - style.size * 0.355
        number = f"{self.page:,}"
        right = x + width - face(style.font).width(number, style.size)
        with pen.inside(self._tags[0]), pen.inside(self._tags[1]):
            self._words.draw(pen, x, top, width - _NUMBERS)
            with pen.inside(self._words.tag):
                pen.text(right, base, number, style)
                pen.link((x, top - height, x + width, top), self._heading.name, self._heading.title)
        start = x + _INDENT * self._heading.level + lines.last_width + 6
        pen.dots(start, right - 6, base + 0.5, colour=styles.RULE)


class Contents(Stack):
    """The title of the table and its lines."""

    def __init__(self, headings: Sequence[Heading], title: str) -> None:
        self._lines = [ContentsLine(heading) for heading in headings]
        super().__init__(*self._lines, before=6, tag=Tag("TOC"))
        self._title = title

    @classmethod
    def of(cls, story: Sequence[Block], code: str, width: float, height: float) -> "Contents | None":
        """A table of the headings of a story, in the language of a code; none where there are no headings.

        The second level is left out where the first page, so wide and high in points, would not hold it.
        """
        headings = [block for block in story if isinstance(block, Heading)]
        if not headings:
            return None
        title = load_language(code).say("Contents")
        front = story[: next(at for at, block in enumerate(story) if isinstance(block, Heading))]
        room = height - sum(block.before + block.height(width) for block in front) - styles.BEFORE_HEADING
        whole = cls(headings, title)
        if whole.height(width) + styles.HEADING.leading <= room:
            return whole
        return cls([heading for heading in headings if not heading.level], title)

    def put_into(self, story: Sequence[Block]) -> list[Block]:
        """The story with the table before its first heading."""
        first = next(at for at, block in enumerate(story) if isinstance(block, Heading))
        title = Paragraph(self._title, style=styles.HEADING, before=styles.BEFORE_HEADING, keeps=True)
        return [*story[:first], title, self, *story[first:]]

    def learn(self, pages: "Sequence[Page]") -> None:
        """Take the page of each heading from where it was laid."""
        places = {id(placed.block): number for number, page in enumerate(pages, start=1) for placed in page}
        for line in self._lines:
            line.page = places.get(id(line.heading), 0)
