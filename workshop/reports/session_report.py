"""The report of one session: everything of it for which there is data, and nothing else."""

from collections.abc import Callable, Sequence

from workshop.charts.bars import Bar
from workshop.language import Language
from workshop.models.enums import FollowUpKind, SessionState
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.reports import SessionReport
from workshop.reports import styles
from workshop.reports.blocks import Block, Columns, Heading, Paragraph, Stack
from workshop.reports.charts.bars import bar_table
from workshop.reports.document import Build, Frame
from workshop.reports.document import build as build_document
from workshop.reports.paper import Description
from workshop.reports.sections.agenda import agenda_blocks
from workshop.reports.sections.closing import missing_note, privacy_note, signatures
from workshop.reports.sections.evaluations import form_blocks
from workshop.reports.sections.follow_ups import follow_up_table, told_back_blocks
from workshop.reports.sections.front import Front, foot_words, front_blocks
from workshop.reports.sections.glance import session_at_a_glance
from workshop.reports.sections.ideas import idea_blocks
from workshop.reports.sections.polls import poll_blocks
from workshop.reports.sections.wording import Words

Section = tuple[str, Sequence[Block]]


def build(record: SessionReport, language: Language) -> Build:
    """Build the session report as a PDF in a language: yields progress from 0 to 1 and returns the bytes."""
    session = record.session
    words = Words(language, record.utc_offset, year=session.on.year if session.on else 0)
    story = compose(record, words)
    frame = Frame(
        session.host or record.project.host,
        words.say("Document no. {number}", number=session.document_number),
        foot_words(words, record.checksum),
    )
    about = Description(
        title=f"{session.title} – {_eyebrow(record, words)}",
        subject=record.project.title,
        author=session.host or record.project.host,
        language=language.code,
        keywords=session.document_number,
    )
    return (yield from build_document(story, frame, about))


def compose(record: SessionReport, words: Words) -> list[Block]:
    """The blocks of the report in order; sections without data are left out."""
    story: list[Block] = [*_front(record, words)]
    made: list[Section] = []
    for title, make in _sections(words):
        blocks = make(record, words)
        if blocks:
            made.append((title, blocks))
    for number, (title, blocks) in enumerate(made, start=1):
        blocks[0].before = min(blocks[0].before, styles.AFTER_HEADING)
        story += [Heading(title, number=str(number)), *blocks]
    story += missing_note(words, story)
    return story


def _sections(words: Words) -> tuple[tuple[str, Callable[[SessionReport, Words], Sequence[Block]]], ...]:
    say = words.say
    return (
        (say("At a glance"), _glance),
        (say("Purpose"), _purpose),
        (say("Attendance"), _attendance),
        (say("Running order"), lambda record, words: agenda_blocks(record.activities, words)),
        (say("Ideas"), lambda record, words: idea_blocks(record.board, words)),
        (say("Vote results"), _polls),
        (say("Evaluation"), _forms),
        (say("Decisions"), _decisions),
        (say("Follow-ups"), _actions),
        (say("What citizens are told"), lambda record, words: told_back_blocks(record.follow_ups, words)),
        (say("Data and privacy"), lambda record, words: privacy_note(words, record.checksum, record.project)),
        (say("Signatures"), lambda record, words: signatures(words)),
    )


def _eyebrow(record: SessionReport, words: Words) -> str:
    return words.say(
        "{phase} phase · session {n} · result report", phase=words.word(record.session.phase), n=record.session.number
    )


def _front(record: SessionReport, words: Words) -> list[Block]:
    session, say = record.session, words.say
    facts = [
        (say("Date and time"), words.when(session)),
        (say("Place"), session.place),
        (say("Hosted by"), session.host or record.project.host),
        (say("Attended"), words.people(record.attendance)),
    ]
    return front_blocks(
        Front(_eyebrow(record, words), session.title, record.project.title, styles.PHASES[session.phase], facts)
    )


def _glance(record: SessionReport, words: Words) -> list[Block]:
    blocks: list[Block] = [Paragraph(session_at_a_glance(record, words), before=0)]
    if record.session.state is not SessionState.CLOSED:
        note = words.say("This session has not been closed yet; the report shows where it stands.")
        blocks.append(Paragraph(note, style=styles.SMALL, before=4))
    if record.session.practice or record.project.practice:
        note = words.say("This was a rehearsal. Nothing in this report was said or decided by citizens.")
        blocks.append(Paragraph(note, style=styles.SMALL, before=4))
    return blocks


def _purpose(record: SessionReport, words: Words) -> list[Block]:
    _ = words
    return [Paragraph(record.session.goals)] if record.session.goals else []


def _attendance(record: SessionReport, words: Words) -> list[Block]:
    counts, say = record.attendance, words.say
    if not counts.attended:
        return []
    line = say(
        "{attended} of {invited} invited came.", attended=counts.attended, invited=counts.attended + counts.expected
    )
    if counts.left_early:
        line += " " + words.say_many("{n} left early.", "{n} left early.", counts.left_early)
    groups = ((say("By part"), counts.by_sector), (say("By age"), counts.by_age), (say("By gender"), counts.by_gender))
    told = [(title, lines) for title, lines in groups if lines]
    columns: list[Block] = []
    for title, lines in told:
        chart = bar_table(
            [Bar(words.band(each), each.count) for each in lines],
            label_width=76,
            before=4,
            most=counts.attended,
        )
        columns.append(Stack(Paragraph(title, style=styles.SMALL), chart))
    blocks: list[Block] = [Paragraph(line, keeps=bool(columns))]
    if columns:
        blocks.append(Columns(*columns, before=8, places=3, gap=20))
    if counts.by_channel:
        channels = ", ".join(f"{words.band(each)} {words.language.number(each.count)}" for each in counts.by_channel)
        blocks.append(Paragraph(say("Checked in by: {channels}", channels=channels), style=styles.SMALL, before=8))
    if any(each.upto or each.others for _, lines in told for each in lines):
        note = say("Bands with fewer than five people are told together with others.")
        blocks.append(Paragraph(note, style=styles.SMALL))
    return blocks


def _polls(record: SessionReport, words: Words) -> list[Block]:
    return [block for poll in record.polls for block in poll_blocks(poll, words)]


def _forms(record: SessionReport, words: Words) -> list[Block]:
    return [block for form in record.forms for block in form_blocks(form, words)]


def _decisions(record: SessionReport, words: Words) -> list[Block]:
    return follow_up_table(_of_kind(record, FollowUpKind.DECISION), words, title=words.say("Decision and reason"))


def _actions(record: SessionReport, words: Words) -> list[Block]:
    return follow_up_table(_of_kind(record, FollowUpKind.ACTION), words, title=words.say("What is to be done"))


def _of_kind(record: SessionReport, kind: FollowUpKind) -> list[FollowUpRecord]:
    return [item for item in record.follow_ups if item.kind is kind]
