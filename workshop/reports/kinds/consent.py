"""The consent form of a project: each matter by itself, with purpose, items, period and the right to refuse.

Its points are those that Korea's Personal Information Protection Act asks for (articles 15, 17, 22 and 22-2): what for, what,
how long, that one may refuse and what follows, each matter apart; under 14 the legal representative. It is no legal advice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workshop.language import Message, mark
from workshop.models.enums import ConsentPurpose
from workshop.models.records.handouts import ConsentForms
from workshop.models.records.projects import ProjectRecord
from workshop.models.records.report_options import AttachedFile, ReportOptions
from workshop.models.titles import title_of
from workshop.reports import styles
from workshop.reports.blocks import Block, Columns, Heading, Paragraph, Stack
from workshop.reports.composing.publishing import Cover, publish
from workshop.reports.composing.tongues import Tongues
from workshop.reports.document import Build
from workshop.reports.forms import Field
from workshop.reports.lists import CheckBox
from workshop.reports.sections.closing import missing_note
from workshop.reports.sections.front import Front, front_blocks
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table

_LABEL, _ASIDE, _NARROW = (
    92.0,
    62.0,
    57.0,
)  # points of the labels of fields, and of those beside texts, in two languages too


@dataclass(frozen=True, slots=True)
class _Matter:
    """One matter to agree to: what for, what, how long, what follows from refusing."""

    purpose: ConsentPurpose
    aim: Message
    items: Message
    period: Callable[[Words, str, ReportOptions], str]
    refusing: Message


def _to_the_end(words: Words, until: str, options: ReportOptions) -> str:
    if not options.kept_years:
        return words.say("Until the project ends{until}; then destroyed beyond recovery.", until=until)
    return words.say_many(
        "{n} year after the project ends{until}; then destroyed beyond recovery.",
        "{n} years after the project ends{until}; then destroyed beyond recovery.",
        options.kept_years, until=until,
    )  # fmt: skip


def _for_good(words: Words, until: str, options: ReportOptions) -> str:
    _ = until, options
    return words.say("Permanently, without anything that says who you are.")


def _until_refused(words: Words, until: str, options: ReportOptions) -> str:
    return words.say_many(
        "{n} year after the project ends{until}, or until you say no; then destroyed beyond recovery.",
        "{n} years after the project ends{until}, or until you say no; then destroyed beyond recovery.",
        options.call_again_years, until=until,
    )  # fmt: skip


_NOTHING_LOST = mark("You may refuse; you can take part all the same.")
_MATTERS = (
    _Matter(
        ConsentPurpose.USE,
        mark("To invite you, to register you at sessions, to keep the group balanced, to pair your answers over time"),
        mark("Name and contact. If you wish to tell: age band, gender, neighbourhood, why you take part"),
        _to_the_end,
        mark("You may refuse; you then take part with a number alone and are not written to."),
    ),
    _Matter(
        ConsentPurpose.ARCHIVE,
        mark("To hand the records of the project to an archive, for research and for other cities"),
        mark("Your number, age band, gender and part, your ideas and answers; neither name nor contact"),
        _for_good,
        _NOTHING_LOST,
    ),
    _Matter(
        ConsentPurpose.PHOTOGRAPHS,
        mark("To show the sessions in reports, at results-sharing meetings and on the pages of the operating body"),
        mark("Photographs and recordings on which you can be seen"),
        _to_the_end,
        _NOTHING_LOST,
    ),
    _Matter(
        ConsentPurpose.CALL_AGAIN,
        mark("To call you for another living lab or for a survey after this project"),
        mark("Name and contact"),
        _until_refused,
        _NOTHING_LOST,
    ),
)


def build(record: ConsentForms, options: ReportOptions, files: Sequence[AttachedFile] = ()) -> Build:
    """Build the form as a PDF: yields progress from 0 to 1 and returns the bytes."""
    tongues = Tongues(options)
    cover = Cover(
        record=record,
        title=f"{record.project.title} – {tongues.say('Consent to the collection and use of personal data')}",
        subject=record.project.title,
        host=record.project.host,
        number=record.document_number,
        foot=tongues.first.say("One copy for the participant, one for the operating body"),
    )
    return (yield from publish(_compose(record, options, tongues), cover, tongues.first, options, files))


def _compose(record: ConsentForms, options: ReportOptions, tongues: Tongues) -> list[Block]:
    project, say = record.project, tongues.first.say
    title = say("Consent to the collection and use of personal data")
    under = (
        "" if not options.side_by_side else tongues.each[1].say("Consent to the collection and use of personal data")
    )
    front = Front(project.title, title, under, styles.BAR, ())
    story = front_blocks(front, options, tongues.first)
    apart = (
        10 if options.side_by_side else 14
    )  # two languages are to stand on the two sides of one sheet, on Letter too
    story += tongues.text(lambda words: [_intro(project, words)], before=apart)
    for number, matter in enumerate(_MATTERS, start=1):
        story += tongues.text(lambda words, n=number, m=matter: _matter(n, m, project, words, options), before=apart)
    small_print = tongues.cell(_small_print)
    small_print.before = 10
    story += [*_people(tongues), small_print]
    return [*story, *missing_note(tongues.first, story)]


def _intro(project: ProjectRecord, words: Words) -> Block:
    host = project.host or project.title
    return Paragraph(
        words.say(
            "{host} asks for your consent to the following, each matter by itself. Please tick one box for each. You may take "
            "back a consent at any time; a word to {host} is enough. No resident registration number is asked for.",
            host=host,
        )
    )


def _matter(number: int, matter: _Matter, project: ProjectRecord, words: Words, options: ReportOptions) -> list[Block]:
    say, tell, narrow = words.say, words.language.tell, options.side_by_side
    until = say(" ({day})", day=words.day(project.ends_on)) if project.ends_on else ""
    told = (
        (say("Purpose"), tell(matter.aim)),
        (say("Which data"), tell(matter.items)),
        (say("How long"), matter.period(words, until, options)),
        (say("If you refuse"), tell(matter.refusing)),
    )
    heading = Heading(tell(title_of(matter.purpose)), number=str(number))
    heading.before = 0
    table = Table(
        [Column("", _NARROW if narrow else _ASIDE, names=True), Column("")],
        [[Paragraph(label, style=styles.QUIET), text] for label, text in told],
        header=False, ruled=False, padding=1.2,
    )  # fmt: skip
    boxes = Columns(CheckBox(say("I agree")), CheckBox(say("I do not agree")), places=2 if narrow else 3, before=5)
    return [Columns(Stack(heading, table, boxes))]  # columns are never broken


def _people(tongues: Tongues) -> list[Block]:
    """Who signs: the participant, and for one under 14 the legal representative; beside each other in two languages."""
    say, both = tongues.say, len(tongues.each) > 1
    label, apart = (0, 3) if both else (_LABEL + 40, 6)
    when_young = tongues.cell(
        lambda words: Paragraph(
            words.say("Consents and signs for a participant under 14."),
            style=styles.SMALL,
            language=words.language.code,
        )
    )
    signer = Stack(
        Heading(say("Participant")),
        *(Field(text, label_width=label, before=apart) for text in (say("Date"), say("Name"), say("Signature"))),
    )
    young = Stack(
        Heading(say("Legal representative")), when_young,
        *(
            Field(text, label_width=label, before=apart)
            for text in (say("Name of the representative"), say("Relation, contact"), say("Signature"))
        ),
    )  # fmt: skip
    if both:
        return [Columns(signer, young, before=14)]
    return [Columns(each, before=styles.BEFORE_HEADING) for each in (signer, young)]  # columns are never broken


def _small_print(words: Words) -> Block:
    return Paragraph(
        words.say(
            "This form follows the points of Korea's Personal Information Protection Act (articles 15, 17, 22 and 22-2). It is "
            "no legal advice: have the privacy officer of your organization look at it before it is used."
        ),
        style=styles.SMALL,
        language=words.language.code,
    )
