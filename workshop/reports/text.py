"""Text made fit for paper: one cleaner, and lines that break between Korean words first.

A word is broken inside only where it is longer than a whole line. The space at which a line breaks stays in the file, so
that copied text does not run its words together.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workshop.reports.fonts import REGULAR, Face, face
from workshop.reports.structure import Tag
from workshop.reports.styles import TextStyle

# Characters without a shape of their own: joiners, marks of direction, variation selectors, soft hyphens.
_SHAPELESS = {"Cf", "Cc", "Cs"}
_SELECTORS = range(0xFE00, 0xFE10)
_NOT_AT_LINE_START = frozenset(".,:;!?)]}」』〉》”’…·%、。")
_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style.

    `language` is the code of its language where that is not its paragraph's; `link` an address or the name of a place of the
    document. `tag` is given to it by its paragraph.
    """

    text: str
    style: TextStyle
    language: str = ""
    link: str = ""
    tag: Tag | None = None

    def saying(self, text: str) -> "Span":
        """The same run with another text."""
        return Span(text, self.style, self.language, self.link, self.tag)

    def tagged(self) -> "Span":
        """The same run as a part of its own, where it means something of its own."""
        if not self.language and not self.link:
            return self
        tag = Tag("Link" if self.link else "Span", language=self.language)
        return Span(self.text, self.style, self.language, self.link, tag)

    def joins(self, other: "Span") -> bool:
        """Whether the other can be written on with this one."""
        return self.style == other.style and self.tag is other.tag


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text placed in a line; `x` in points from the start of the line."""

    text: str
    style: TextStyle
    x: float
    width: float
    tag: Tag | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it will be drawn; `width` leaves out the space at its end."""

    pieces: tuple[Piece, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Word:
    """What must not be broken: fragments without a space. `ends` says whether a line end follows."""

    fragments: tuple[Span, ...]
    ends: bool

    def width(self) -> float:
        return sum(_width(part) for part in self.fragments)


def clean(text: str) -> str:
    """Text in NFC, with plain line ends and spaces, without characters that have no shape."""
    normal = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(sign for sign in normal if sign == "\n" or _has_shape(sign))


def fit(text: str) -> tuple[str, frozenset[str]]:
    """Clean text in which every character the fonts lack stands as its number, such as `[U+5B89]`, and those characters."""
    cleaned, font = clean(text), face(REGULAR)
    missing = frozenset(sign for sign in cleaned if sign != "\n" and not font.has(sign))
    if missing:
        cleaned = "".join(f"[U+{ord(sign):04X}]" if sign in missing else sign for sign in cleaned)
    return cleaned, missing


def language_of(text: str) -> str:
    """`ko` where most letters of a text are Hangul: words of citizens in a report in another language; empty otherwise."""
    hangul = sum("가" <= sign <= "힣" for sign in text)
    return "ko" if hangul and hangul * 2 > sum(map(str.isalpha, text)) else ""


def break_lines(spans: Sequence[Span], width: float) -> tuple[Line, ...]:
    """The lines that spans of fitted text fill at this width in points; an empty text has one empty line."""
    lines: list[Line] = []
    line: list[Span] = []
    used = 0.0
    for word in _words(spans):
        wide = word.width()
        if line and used + wide > width + _SLACK and (wide <= width or width - used < width / 4):
            lines.append(_set(line))
            line, used = [], 0.0
        for fragment in word.fragments:
            for part, ends in _chunks(fragment, width - used, width):
                line.append(part)
                used += _width(part)
                if ends:
                    lines.append(_set(line))
                    line, used = [], 0.0
        if word.ends:
            lines.append(_set(line))
            line, used = [], 0.0
        elif word.fragments:
            space = word.fragments[-1].saying(" ")
            line.append(space)
            used += _width(space)
    if line or not lines:
        lines.append(_set(line))
    return tuple(lines)


def name_of(sign: str) -> str:
    """How a character that cannot be drawn is named in the note: its number and its Unicode name."""
    return f"[U+{ord(sign):04X}] {unicodedata.name(sign, '').lower()}".strip()


def _has_shape(sign: str) -> bool:
    return unicodedata.category(sign) not in _SHAPELESS and ord(sign) not in _SELECTORS


def _face(style: TextStyle) -> Face:
    return face(style.font)


def _width(span: Span) -> float:
    return _face(span.style).width(span.text, span.style.size)


def _words(spans: Sequence[Span]) -> Iterator[_Word]:
    """Words over the borders of spans; several spaces count as one."""
    held: list[Span] = []
    for span in spans:
        start = 0
        for at, sign in enumerate(span.text):
            if sign not in " \n":
                continue
            if at > start:
                held.append(span.saying(span.text[start:at]))
            start = at + 1
            if held or sign == "\n":
                yield _Word(tuple(held), sign == "\n")
                held = []
        if start < len(span.text):
            held.append(span.saying(span.text[start:]))
    if held:
        yield _Word(tuple(held), False)


def _chunks(span: Span, room: float, width: float) -> Iterator[tuple[Span, bool]]:
    """The span whole where it fits the room, else cut to the room and then to full lines; `True` where a line ends."""
    text = span.text
    while _face(span.style).width(text, span.style.size) > room + _SLACK:
        at = _cut(text, span.style, room)
        yield span.saying(text[:at]), True
        text, room = text[at:], width
    yield span.saying(text), False


def _cut(text: str, style: TextStyle, room: float) -> int:
    """How many characters fit the room, one at least; none that belongs to the one before begins the next line."""
    font, used, at = _face(style), 0.0, 0
    for at, sign in enumerate(text):  # noqa: B007  # the place is what is wanted
        used += font.width(sign, style.size)
        if used > room:
            break
    while at > 1 and text[at] in _NOT_AT_LINE_START:
        at -= 1
    return max(1, at)


def _set(spans: Sequence[Span]) -> Line:
    """Spans side by side as a line, neighbours of one style joined."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].joins(span):
            joined[-1] = span.saying(joined[-1].text + span.text)
        else:
            joined.append(span)
    pieces: list[Piece] = []
    x = 0.0
    for span in joined:
        width = _width(span)
        pieces.append(Piece(span.text, span.style, x, width, span.tag, span.link))
        x += width
    if joined and joined[-1].text.endswith(" "):
        x -= _width(joined[-1].saying(" "))
    return Line(tuple(pieces), x)
