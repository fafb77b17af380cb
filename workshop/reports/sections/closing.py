"""The end of a report: what was left out and why, the checksum, signature boxes, characters that cannot be drawn."""

from collections.abc import Sequence

from workshop.models.records.projects import ProjectRecord
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph
from workshop.reports.forms import SignatureBoxes
from workshop.reports.sections.wording import Words
from workshop.reports.text import Span, name_of


def privacy_note(words: Words, checksum: str, project: ProjectRecord) -> list[Block]:
    """What this report leaves out, when personal data are destroyed, and the checksum of the data."""
    say = words.say
    told = [
        say(
            "Participants' names, contacts and codes, and who said or chose what, are not in this report. "
            "Ideas stand without their authors, and no ballot can be traced to a person."
        ),
        say(
            "Personal data are destroyed beyond recovery when the period that participants agreed to has ended "
            "or the purpose is met, and a record of that is kept."
        ),
    ]
    if project.ends_on:
        told.append(say("The project ends on {day}.", day=words.language.date(project.ends_on)))
    groups = " ".join(checksum[at : at + 8] for at in range(0, len(checksum), 8))
    return [
        Paragraph(" ".join(told)),
        Paragraph(say("Checksum of the data in this report (SHA-256)"), style=styles.SMALL, before=8, keeps=True),
        Paragraph(Span(groups, styles.SMALL_STRONG), style=styles.SMALL),
    ]


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
