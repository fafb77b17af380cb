"""Name tags on a sheet, with marks to cut along: the number large, the code to vote with, its QR code, room for a name.

A tag is as large as a bank card (ISO/IEC 7810 ID-1 with a little more height), which common badge holders take.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.models.records.handouts import NameTag
from workshop.reports import styles
from workshop.reports.blocks import Block
from workshop.reports.fonts import BOLD, SEMIBOLD, face
from workshop.reports.paper import Pen
from workshop.reports.pictures import QrCode
from workshop.reports.structure import Tag
from workshop.reports.styles import TextStyle
from workshop.reports.text import fit

WIDE, TALL = 240.0, 153.0  # points: 85 × 54 mm
ACROSS, DOWN = 2, 4
PER_SHEET = ACROSS * DOWN
_NUMBER = TextStyle(BOLD, 40, 46)
_CODE = TextStyle(BOLD, 21, 26)  # 7 mm: read at arm's length
_NAME = TextStyle(SEMIBOLD, 15, 20)
_PAD = 13.0
_MARK = 7.0  # points of a cutting mark
_QR = 78.0


@dataclass(frozen=True, slots=True)
class TagWords:
    """What stands on every tag, in the languages that are wanted."""

    over: str
    under: str
    number: str
    code: str
    name: str
    qr: str  # for those who hear it: with `{n}` for the number


class TagSheet(Block):
    """One sheet of tags; `None` is an empty one to write on by hand."""

    def __init__(self, tags: Sequence[NameTag | None], words: TagWords) -> None:
        self._words = words
        self._cards = [_Card(tag, words) for tag in tags]
        self.missing = frozenset[str]().union(*(card.missing for card in self._cards))

    def height(self, width: float) -> float:
        """As many rows as are begun."""
        _ = width
        return -(-len(self._cards) // ACROSS) * TALL

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Row by row, in the middle of the sheet, with marks around."""
        left = x + (width - ACROSS * WIDE) / 2
        for at, card in enumerate(self._cards):
            card.draw(pen, left + at % ACROSS * WIDE, top - at // ACROSS * TALL)
        with pen.artifact():
            _cutting_marks(pen, left, top, -(-len(self._cards) // ACROSS))


class _Card:
    """A tag as it is drawn."""

    def __init__(self, tag: NameTag | None, words: TagWords) -> None:
        self._number = tag.number if tag else None
        self._code = tag.code if tag else ""
        (self._name, lost), (self._over, _), (self._under, _) = map(
            fit, (tag.name if tag else "", words.over, words.under)
        )
        self._words = words
        self._tags = {key: Tag("P") for key in ("over", "number", "name", "code", "label", "under")}
        self._qr = QrCode(tag.code, alt=words.qr.format(n=tag.number), side=_QR) if tag else None
        self.missing = lost

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Within its card."""
        inner = WIDE - 2 * _PAD
        left, beside = x + _PAD, inner - _QR - 6
        self._text(pen, "over", left, top - 22, self._over, styles.SMALL, inner)
        if self._number is None:
            self._blank(pen, left, top, inner)
            return
        self._text(pen, "number", left, top - 66, str(self._number), _NUMBER, beside)
        if self._name:
            self._text(pen, "name", left, top - 89, self._name, _NAME, beside)
        self._text(pen, "label", left, top - 108, self._words.code, styles.SMALL, beside)
        self._text(pen, "code", left, top - 131, self._code, _CODE, beside)
        if self._qr is not None:
            self._qr.draw(pen, x + WIDE - _PAD - _QR + 6, top - 30, _QR)
        right = x + WIDE - _PAD
        wide = face(styles.SMALL.font).width(_cut(self._under, styles.SMALL, _QR + 10), styles.SMALL.size)
        self._text(pen, "under", right - wide, top - 131, self._under, styles.SMALL, _QR + 10)

    def _blank(self, pen: Pen, left: float, top: float, inner: float) -> None:
        """Lines for a number, a name and a code that are written by hand."""
        for key, label, y in (
            ("number", self._words.number, top - 62), ("name", self._words.name, top - 96), ("code", self._words.code, top - 130),
        ):  # fmt: skip
            self._text(pen, key, left, y + 3, label, styles.SMALL, 74)
            pen.line((left + 78, y), (left + inner, y), thickness=styles.THIN_LINE, colour=styles.MUTED)

    def _text(self, pen: Pen, key: str, x: float, y: float, text: str, style: TextStyle, room: float) -> None:
        line = _cut(text, style, room)
        if line:
            with pen.inside(self._tags[key]):
                pen.text(x, y, line, style)


def _cut(text: str, style: TextStyle, room: float) -> str:
    """The text on one line, its end left off where it is too long."""
    font, line = face(style.font), " ".join(text.split())
    if font.width(line, style.size) <= room:
        return line
    while line and font.width(f"{line}…", style.size) > room:
        line = line[:-1]
    return f"{line.rstrip()}…" if line else ""


def _cutting_marks(pen: Pen, left: float, top: float, rows: int) -> None:
    """Short lines outside of the cards at every edge to cut along."""
    bottom, right = top - rows * TALL, left + ACROSS * WIDE
    edges: list[tuple[tuple[float, float], tuple[float, float]]] = []
    for column in range(ACROSS + 1):
        x = left + column * WIDE
        edges += [((x, y), (x, y + up)) for y, up in ((top + 3, _MARK), (bottom - 3, -_MARK))]
    for row in range(rows + 1):
        y = top - row * TALL
        edges += [((x, y), (x + across, y)) for x, across in ((left - 3, -_MARK), (right + 3, _MARK))]
    for start, end in edges:
        pen.line(start, end, thickness=styles.THIN_LINE, colour=styles.MUTED)
