"""Texts in lines of a width, fast enough for ten thousand cards before the first of them is painted."""

import re
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QTextLayout, QTextOption

# Letters that stand beside each other as wide as they are alone: Latin, Hangul, Han and their punctuation.
_PLAIN = re.compile(
    "[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2460-\u24ff\u3000-\u3029\u3130-\u318e"
    "\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]*"
)
_MOST_KEPT = 40_000


class Wording:
    """Breaks texts into lines in one font; between words where it can, as Korean is set.

    Every text is really worked out, never estimated: what is below a card does not move when the card is seen first.
    """

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.leading = round(self.metrics.height() * 1.15)
        self._measure = QFontMetricsF(font).horizontalAdvance
        self._letters: dict[str, float] = {}
        self._known: dict[tuple[str, int, int], tuple[str, ...]] = {}
        self._written = font.toString()

    def lines(self, text: str, width: int, most: int) -> tuple[str, ...]:
        """The text in at most so many lines of a width in pixels; what is too long ends in …."""
        key = (text, width, most)
        known = self._known.get(key)
        if known is None:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            known = (
                self._broken(text, width, most) if _PLAIN.fullmatch(text) else lines_of(text, self._written, *key[1:])
            )
            self._known[key] = known
        return known

    def elided(self, text: str, width: int) -> str:
        """The text in one line; what is too long ends in …."""
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _broken(self, text: str, width: int, most: int) -> tuple[str, ...]:
        if "\n" not in text and self._width(text) <= width:
            return (text.strip(),)
        starts = self._starts(text, float(width), most + 1)
        ends = [*starts[1:], len(text)]
        lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
        if len(lines) > most:
            rest = text[starts[most - 1] : starts[most - 1] + 400].strip().replace("\n", " ")
            lines = [*lines[: most - 1], self.elided(f"{rest}…" if rest == lines[most - 1] else rest, width)]
            if not lines[-1].endswith("…"):
                lines[-1] = self.elided(f"{lines[-1]}…", width)
        return tuple(lines)

    def _starts(self, text: str, width: float, most: int) -> list[int]:
        """Where each line begins, for no more than so many lines."""
        starts: list[int] = []
        blank, at = self._width(" "), 0
        for paragraph in text.split("\n"):
            begin, word_at, used = at, at, 0.0
            for word in paragraph.split(" "):
                wide = self._width(word)
                gap = blank if word_at > begin else 0.0
                end = word_at + len(word) + 1
                if used + gap + wide > width:
                    if word_at > begin:
                        starts.append(begin)
                        begin, used, gap = word_at, 0.0, 0.0
                    while wide > width and len(starts) < most:
                        cut = self._fitting(word, width)
                        starts.append(begin)
                        begin, word = begin + cut, word[cut:]
                        wide = self._width(word)
                used += gap + wide
                word_at = end
                if len(starts) >= most:
                    return starts[:most]
            starts.append(begin)
            at += len(paragraph) + 1
            if len(starts) >= most:
                return starts[:most]
        return starts

    def _width(self, text: str) -> float:
        letters = self._letters
        try:
            return sum(map(letters.__getitem__, text))
        except KeyError:
            for letter in set(text) - letters.keys():
                letters[letter] = self._measure(letter)
            return sum(map(letters.__getitem__, text))

    def _fitting(self, word: str, width: float) -> int:
        """How many letters of a word fit into a line, at least one."""
        used = 0.0
        for place, letter in enumerate(word):
            used += self._letters[letter]
            if used > width:
                return max(1, place)
        return len(word)


@lru_cache(maxsize=4096)
def lines_of(text: str, font: str, width: int, most: int) -> tuple[str, ...]:
    """The same for any script, one letter of which changes its neighbours; `font` as Qt writes it down."""
    shape = QFont()
    shape.fromString(font)
    layout = QTextLayout(text.replace("\n", "\u2028"), shape)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    units = text.encode("utf-16-le")  # Qt counts in these: an emoji is two
    lines: list[str] = []
    start = end = 0
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20, width))
        start, end = line.textStart(), line.textStart() + line.textLength()
        lines.append(_part(units, start, end))
    layout.endLayout()
    if end < len(units) // 2:
        rest = _part(units, start, start + 400).replace("\n", " ")
        lines[-1] = QFontMetrics(shape).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return tuple(lines) or ("",)


def _part(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "ignore").strip()
