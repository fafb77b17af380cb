"""The report of one session: everything of it for which there is data, and nothing else."""

from collections.abc import Sequence

from workshop.charts.bars import Bar
from workshop.models.enums import FollowUpKind, SessionState
from workshop.models.records.report_options import AttachedFile, ReportOptions, Section
from workshop.models.records.reports import SessionReport
from workshop.reports import styles
from workshop.reports.blocks import Block, Columns, Paragraph, Stack
from workshop.reports.charts.bars import bar_table
from workshop.reports.composing.assembling import Part, assemble
from workshop.reports.composing.publishing import Cover, publish
from workshop.reports.document import Build
from workshop.reports.sections.agenda import agenda_blocks
from workshop.reports.sections.closing import signatures
from workshop.reports.sections.discussion import issue_blocks, note_blocks, proposal_blocks
from workshop.reports.sections.evaluations import form_blocks
from workshop.reports.sections.follow_ups import decision_blocks, follow_up_table, told_back_blocks
from workshop.reports.sections.front import Front, foot_words, front_blocks
from workshop.reports.sections.glance import session_at_a_glance
from workshop.reports.sections.ideas import idea_blocks
from workshop.reports.sections.overview import rehearsal_note
from workshop.reports.sections.photos import photo_blocks
from workshop.reports.sections.polls import poll_blocks
from workshop.reports.sections.privacy import privacy_note
from workshop.reports.sections.wording import Words


def build(record: SessionReport, options: ReportOptions, files: Sequence[AttachedFile] = ()) -> Build:
    """Build the session report as a PDF: yields progress from 0 to 1 and returns the bytes."""
    session = record.session
    words = Words.chosen(options, record.utc_offset, year=session.on.year if session.on else 0)
    cover = Cover(
        record=record,
        title=f"{session.title} – {_eyebrow(record, words)}",
        subject=record.project.title,
        host=session.host or record.project.host,
        number=session.document_number,
        foot=foot_words(words, record.checksum),
    )
    return (yield from publish(compose(record, words, options), cover, words, options, files))


def compose(record: SessionReport, words: Words, options: ReportOptions) -> list[Block]:
    """The blocks of the report in order; sections without data are left out."""
    parts: tuple[Part[SessionReport], ...] = (
        (Section.GLANCE, _glance),
        (Section.PURPOSE, _purpose),
        (Section.ATTENDANCE, _attendance),
        (Section.AGENDA, lambda record, words: agenda_blocks(record.activities, words)),
        (Section.IDEAS, lambda record, words: idea_blocks(record.board, words)),
        (Section.NOTES, lambda record, words: note_blocks(record.notes, record.board, record.proposals, words)),
        (Section.ISSUES, lambda record, words: issue_blocks(record.issues, words)),
        (Section.PROPOSALS, lambda record, words: proposal_blocks(record.proposals, words)),
        (Section.PHOTOS, lambda record, words: photo_blocks(record.photos, words)),
        (Section.VOTES, _polls),
        (Section.EVALUATION, _forms),
        (Section.DECISIONS, lambda record, words: decision_blocks(record.follow_ups, words)),
        (Section.FOLLOW_UPS, _actions),
        (Section.TOLD, lambda record, words: told_back_blocks(record.follow_ups, words)),
        (Section.PRIVACY, lambda record, words: privacy_note(words, record.checksum, record.project, options)),
        (Section.SIGNATURES, lambda record, words: signatures(words)),
    )
    return assemble(record, words, options, front=_front(record, words, options), parts=parts)


def _eyebrow(record: SessionReport, words: Words) -> str:
    return words.say(
        "{phase} phase · session {n} · result report", phase=words.word(record.session.phase), n=record.session.number
    )


def _front(record: SessionReport, words: Words, options: ReportOptions) -> list[Block]:
    session, say = record.session, words.say
    facts = [
        (say("Date and time"), words.when(session)),
        (say("Place"), session.place),
        (say("Hosted by"), session.host or record.project.host),
        (say("Attended"), words.people(record.attendance)),
    ]
    front = Front(_eyebrow(record, words), session.title, record.project.title, styles.PHASES[session.phase], facts)
    return front_blocks(front, options, words)


def _glance(record: SessionReport, words: Words) -> list[Block]:
    blocks: list[Block] = [Paragraph(session_at_a_glance(record, words), whole=styles.SUMMARY)]
    if record.session.state is not SessionState.CLOSED:
        note = words.say("This session has not been closed yet; the report shows where it stands.")
        blocks.append(Paragraph(note, style=styles.SMALL, before=4))
    return [*blocks, *rehearsal_note(words, practice=record.session.practice or record.project.practice)]


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


def _actions(record: SessionReport, words: Words) -> list[Block]:
    actions = [item for item in record.follow_ups if item.kind is FollowUpKind.ACTION]
    return follow_up_table(actions, words, title=words.say("What is to be done"))
