"""The end of a report: signature boxes, characters that cannot be drawn."""

from collections.abc import Sequence

from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph
from workshop.reports.forms import SignatureBoxes
from workshop.reports.sections.wording import Words
from workshop.reports.text import name_of


def signatures(words: Words) -> list[Block]:
    """Boxes for those who answer for the report."""
    parts = (words.say("Facilitator"), words.say("Recorder"), words.say("Operating body"))
    return [SignatureBoxes(parts, words.say("Date, name, signature"))]


def missing_note(words: Words, story: Sequence[Block]) -> list[Block]:
    """Names the characters of the story that the fonts lack; nothing where there are none."""
    missing = sorted(frozenset[str]().union(*(block.missing for block in story)))
    if not missing:
        return []
    note = words.say(
        "These characters cannot be drawn and stand as their numbers: {list}", list=", ".join(map(name_of, missing))
    )
    return [Paragraph(note, style=styles.SMALL, before=14)]
