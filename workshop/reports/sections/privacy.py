"""What a report leaves out and why, when personal data are destroyed, and the checksum of the data inside."""

from workshop.models.records.projects import ProjectRecord
from workshop.models.records.report_options import SECTION_TITLES, ReportOptions
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph
from workshop.reports.sections.wording import Words
from workshop.reports.text import Span


def privacy_note(words: Words, checksum: str, project: ProjectRecord, options: ReportOptions) -> list[Block]:
    """What this report leaves out, when personal data are destroyed, and the checksum of the data."""
    say = words.say
    blocks: list[Block] = [Paragraph(" ".join(_left_out(words, options)))]
    if options.without:
        names = ", ".join(
            words.language.tell(SECTION_TITLES[each]) for each in SECTION_TITLES if each in options.without
        )
        blocks.append(Paragraph(say("Left out of this copy by choice: {names}.", names=names), before=4))
    destroyed = [
        say(
            "Personal data are destroyed beyond recovery when the period that participants agreed to has ended "
            "or the purpose is met, and a record of that is kept."
        )
    ]
    if project.ends_on:
        destroyed.append(say("The project ends on {day}.", day=words.language.date(project.ends_on)))
    groups = " ".join(checksum[at : at + 8] for at in range(0, len(checksum), 8))
    return [
        *blocks,
        Paragraph(" ".join(destroyed), before=4),
        Paragraph(
            say("Checksum of the data in this report (SHA-256 of the attached file data.json)"),
            style=styles.SMALL, before=8, keeps=True,
        ),
        Paragraph(Span(groups, styles.SMALL_STRONG), style=styles.SMALL, keeps=True),  # what is signed stays with its checksum
    ]  # fmt: skip


def _left_out(words: Words, options: ReportOptions) -> list[str]:
    say = words.say
    told = [
        say(
            "Participants' names, contacts and codes, and who said or chose what, are not in this report. "
            "Ideas stand without their authors, and no ballot can be traced to a person."
        )
    ]
    if options.suppress_small:
        told.append(
            say(
                "Age and gender are told in bands of five people or more, and of ten people or more in all; "
                "what fewer than five people answered is not told."
            )
        )
    if options.mask:
        told.append(say("Telephone numbers, e-mail addresses and resident registration numbers in texts are masked."))
    return told
