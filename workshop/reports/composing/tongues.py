"""Words for paper that people of two languages share: labels in both, texts side by side."""

from collections.abc import Callable, Sequence
from datetime import date

from workshop.models.records.report_options import ReportOptions
from workshop.reports.bilingual import SideBySide
from workshop.reports.blocks import Block, Stack
from workshop.reports.sections.wording import Words

BETWEEN = " · "


class Tongues:
    """One language or two; the first is that of the document."""

    def __init__(self, options: ReportOptions, utc_offset: int = 0, *, year: int = 0) -> None:
        self.each = Words.each(options, utc_offset, year=year)
        self.first = self.each[0]

    def say(self, msgid: str, **values: object) -> str:
        """A label in every language, once where they agree."""
        return BETWEEN.join(dict.fromkeys(words.say(msgid, **values) for words in self.each))

    def tell(self, told: Callable[[Words], str], *, between: str = BETWEEN) -> str:
        """What each language makes of something, once where they agree."""
        said = [told(words) for words in self.each]
        return between.join(dict.fromkeys(text for text in said if text))

    def date(self, day: date) -> str:
        """A full date in every language."""
        return self.tell(lambda words: words.language.date(day))

    def text(self, make: Callable[[Words], Sequence[Block]], *, before: float = 0) -> list[Block]:
        """The blocks of one language as they are, or those of two side by side; both must make as many."""
        if len(self.each) == 1:
            blocks = list(make(self.first))
            if blocks and before:
                blocks[0].before = before
            return blocks
        left, right = (list(make(words)) for words in self.each)
        codes = (self.each[0].language.code, self.each[1].language.code)
        return [SideBySide(list(zip(left, right, strict=True)), codes, before=before)]

    def cell(self, make: Callable[[Words], Block]) -> Block:
        """A block of each language, under one another."""
        return Stack(*(make(words) for words in self.each))
