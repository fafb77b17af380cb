"""The report of a whole project: its four phases, what was asked, said, chosen and decided, and what became of it."""

from collections.abc import Sequence

from workshop.models.enums import PhaseKind
from workshop.models.records.report_options import AttachedFile, ReportOptions, Section
from workshop.models.records.reports import ProjectReport
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph
from workshop.reports.composing.assembling import Part, assemble
from workshop.reports.composing.publishing import Cover, publish
from workshop.reports.document import Build
from workshop.reports.sections.changes import change_blocks
from workshop.reports.sections.closing import signatures
from workshop.reports.sections.comparisons import trend_blocks, type_blocks
from workshop.reports.sections.follow_ups import BY_DEPARTMENT, action_blocks, decision_blocks, told_back_blocks
from workshop.reports.sections.front import Front, foot_words, front_blocks
from workshop.reports.sections.glance import project_at_a_glance
from workshop.reports.sections.indicators import indicator_blocks
from workshop.reports.sections.observations import observation_blocks
from workshop.reports.sections.overview import rehearsal_note, service_blocks, theme_blocks, tiles
from workshop.reports.sections.phases import PhasePath, phase_blocks
from workshop.reports.sections.pilots import pilot_blocks
from workshop.reports.sections.privacy import privacy_note
from workshop.reports.sections.results import form_results, poll_results
from workshop.reports.sections.retention import retention_blocks
from workshop.reports.sections.wording import Words


def build(record: ProjectReport, options: ReportOptions, files: Sequence[AttachedFile] = ()) -> Build:
    """Build the project report as a PDF: yields progress from 0 to 1 and returns the bytes."""
    words = Words.chosen(options, record.utc_offset, year=record.as_of.year)
    cover = Cover(
        record=record,
        title=f"{record.project.title} – {words.say('Project report')}",
        subject=record.project.purpose,
        host=record.project.host,
        number=record.document_number,
        foot=foot_words(words, record.checksum),
    )
    return (yield from publish(compose(record, words, options), cover, words, options, files))


def compose(record: ProjectReport, words: Words, options: ReportOptions) -> list[Block]:
    """The blocks of the report in order; sections without data are left out."""
    parts: tuple[Part[ProjectReport], ...] = (
        (Section.GLANCE, _glance),
        (Section.PHASES, lambda record, words: phase_blocks(record.phases, words)),
        (Section.RETENTION, lambda record, words: retention_blocks(record.retention, words)),
        (Section.SERVICES, lambda record, words: service_blocks(record.services, words)),
        (Section.THEMES, lambda record, words: theme_blocks(record.board, words)),
        (Section.VOTES, lambda record, words: poll_results(record.phases, words)),
        (Section.EVALUATION, lambda record, words: form_results(record.phases, words)),
        (Section.CHANGES, lambda record, words: change_blocks(record.changes, words)),
        (Section.TYPES, lambda record, words: type_blocks(record.types, words)),
        (Section.TRENDS, lambda record, words: trend_blocks(record.trends, words)),
        (Section.INDICATORS, lambda record, words: indicator_blocks(record.field, words)),
        (Section.PILOTS, lambda record, words: pilot_blocks(record.field, words)),
        (Section.OBSERVATIONS, lambda record, words: observation_blocks(record.field, words)),
        (Section.DECISIONS, lambda record, words: decision_blocks(record.follow_ups, words)),
        (Section.FOLLOW_UPS, lambda record, words: action_blocks(record.follow_ups, words)),
        (Section.TOLD, lambda record, words: told_back_blocks(record.follow_ups, words)),
        (Section.PRIVACY, lambda record, words: privacy_note(words, record.checksum, record.project, options)),
        (Section.SIGNATURES, lambda record, words: signatures(words)),
    )
    return assemble(record, words, options, front=_front(record, words, options), parts=parts, titles=BY_DEPARTMENT)


def _front(record: ProjectReport, words: Words, options: ReportOptions) -> list[Block]:
    project, say = record.project, words.say
    facts = [
        (say("Period"), words.period(project)),
        (say("City"), project.city),
        (say("Hosted by"), project.host),
        (say("As of"), words.language.date(record.as_of)),
    ]
    open_phase = next(
        (each.phase.kind for each in reversed(record.phases) if each.phase.opened_on), PhaseKind.PREPARATION
    )
    front = Front(say("Project report"), project.title, project.purpose, styles.PHASES[open_phase], facts)
    return front_blocks(front, options, words)


def _glance(record: ProjectReport, words: Words) -> list[Block]:
    figures, say = record.figures, words.say
    shown = [
        (figures.attended, say("attended at least once")),
        (figures.returning, say("came back")),
        (figures.ideas, say("ideas given")),
        (figures.votes, say("votes cast")),
        (figures.follow_ups - figures.open_follow_ups, say("follow-ups done")),
    ]
    return [
        Paragraph(project_at_a_glance(record, words), whole=styles.SUMMARY, keeps=True),
        tiles(shown, words),
        PhasePath(record.phases, words),
        *rehearsal_note(words, practice=record.project.practice),
    ]
