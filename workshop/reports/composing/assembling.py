"""From the sections of a kind to the story of its report: numbered, those without data left out, those not wanted too."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from workshop.language import Message
from workshop.models.records.report_options import SECTION_TITLES, ReportOptions, Section
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading
from workshop.reports.sections.closing import missing_note
from workshop.reports.sections.wording import Words

R = TypeVar("R")
Maker = Callable[[R, Words], Sequence[Block]]
Part = tuple[Section, Maker[R]]


def assemble(
    record: R,
    words: Words,
    options: ReportOptions,
    *,
    front: Sequence[Block],
    parts: Sequence[Part[R]],
    titles: Mapping[Section, Message] | None = None,
) -> list[Block]:
    """The head and every section that is wanted and has something to tell, then the characters that cannot be drawn."""
    story: list[Block] = [*front]
    number = 0
    for section, make in parts:
        blocks = list(make(record, words)) if options.shows(section) else []
        if not blocks:
            continue
        number += 1
        title = (titles or {}).get(section, SECTION_TITLES[section])
        blocks[0].before = min(blocks[0].before, styles.AFTER_HEADING)
        story += [Heading(words.language.tell(title), number=str(number)), *blocks]
    return [*story, *missing_note(words, story)]
