"""The end of a report: what was left out and why, the checksum, signature boxes, characters that cannot be drawn."""

from collections.abc import Sequence

from workshop.models.records.projects import ProjectRecord
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph
from workshop.reports.paper import Pen
from workshop.reports.sections.wording import Words
from workshop.reports.text import Span, name_of

_BOX_HEIGHT = 78.0
_BOX_GAP = 14.0


class SignatureBoxes(Block):
    """Boxes side by side to be signed on paper, each with the part its signer has."""

    def __init__(self, parts: Sequence[str], note: str) -> None:
        self._parts = [Paragraph(part, style=styles.SMALL) for part in parts]
        self._note = Paragraph(note, style=styles.SMALL)
        self.missing = frozenset[str]().union(*(part.missing for part in self._parts))

    def height(self, width: float) -> float:
        """Of one row of boxes."""
        _ = width
        return _BOX_HEIGHT

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Thin boxes; the part above, the line to sign on below."""
        each = (width - _BOX_GAP * (len(self._parts) - 1)) / len(self._parts)
        for part in self._parts:
            pen.box(x, top - _BOX_HEIGHT, each, _BOX_HEIGHT, edge=styles.RULE, radius=3)
            part.draw(pen, x + 10, top - 8, each - 20)
            pen.line((x + 10, top - 57), (x + each - 10, top - 57), thickness=styles.THIN_LINE, colour=styles.RULE)
            self._note.draw(pen, x + 10, top - 60, each - 20)
            x += each + _BOX_GAP


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
