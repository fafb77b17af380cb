"""The report of one phase: its sessions, what they brought, the support that was given, what was decided."""

from collections.abc import Sequence

from workshop.language import mark
from workshop.models.enums import FollowUpKind, IdeaState
from workshop.models.records.report_options import AttachedFile, ReportOptions, Section
from workshop.models.records.reports import PhaseReport
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph
from workshop.reports.composing.assembling import Part, assemble
from workshop.reports.composing.publishing import Cover, publish
from workshop.reports.document import Build
from workshop.reports.sections.changes import change_blocks
from workshop.reports.sections.closing import signatures
from workshop.reports.sections.follow_ups import BY_DEPARTMENT, action_blocks, decision_blocks, told_back_blocks
from workshop.reports.sections.front import Front, foot_words, front_blocks
from workshop.reports.sections.indicators import indicator_blocks
from workshop.reports.sections.observations import observation_blocks
from workshop.reports.sections.overview import rehearsal_note, service_blocks, theme_blocks, tiles
from workshop.reports.sections.phases import phase_body
from workshop.reports.sections.pilots import pilot_blocks
from workshop.reports.sections.privacy import privacy_note
from workshop.reports.sections.results import form_results, poll_results
from workshop.reports.sections.wording import Words

_TITLES = {**BY_DEPARTMENT, Section.PHASES: mark("Sessions and support"), Section.SERVICES: mark("Services evaluated")}


def build(record: PhaseReport, options: ReportOptions, files: Sequence[AttachedFile] = ()) -> Build:
    """Build the phase report as a PDF: yields progress from 0 to 1 and returns the bytes."""
    words = Words.chosen(options, record.utc_offset, year=record.as_of.year)
    cover = Cover(
        record=record,
        title=f"{record.project.title} – {_title(record, words)} – {words.say('Phase report')}",
        subject=record.project.title,
        host=record.project.host,
        number=record.document_number,
        foot=foot_words(words, record.checksum),
    )
    return (yield from publish(compose(record, words, options), cover, words, options, files))


def compose(record: PhaseReport, words: Words, options: ReportOptions) -> list[Block]:
    """The blocks of the report in order; sections without data are left out."""
    phases = (record.phase,)
    parts: tuple[Part[PhaseReport], ...] = (
        (Section.GLANCE, _glance),
        (Section.PHASES, lambda record, words: phase_body(record.phase, words)),
        (Section.THEMES, lambda record, words: theme_blocks(record.board, words)),
        (Section.VOTES, lambda _record, words: poll_results(phases, words)),
        (Section.SERVICES, lambda record, words: service_blocks(record.services, words)),
        (Section.EVALUATION, lambda _record, words: form_results(phases, words)),
        (Section.CHANGES, lambda record, words: change_blocks(record.changes, words)),
        (Section.INDICATORS, lambda record, words: indicator_blocks(record.field, words)),
        (Section.PILOTS, lambda record, words: pilot_blocks(record.field, words)),
        (Section.OBSERVATIONS, lambda record, words: observation_blocks(record.field, words)),
        (Section.DECISIONS, lambda record, words: decision_blocks(record.follow_ups, words)),
        (Section.FOLLOW_UPS, lambda record, words: action_blocks(record.follow_ups, words)),
        (Section.TOLD, lambda record, words: told_back_blocks(record.follow_ups, words)),
        (Section.PRIVACY, lambda record, words: privacy_note(words, record.checksum, record.project, options)),
        (Section.SIGNATURES, lambda _record, words: signatures(words)),
    )
    return assemble(record, words, options, front=_front(record, words, options), parts=parts, titles=_TITLES)


def _title(record: PhaseReport, words: Words) -> str:
    return words.say("{phase} phase", phase=words.word(record.phase.phase.kind))


def _front(record: PhaseReport, words: Words, options: ReportOptions) -> list[Block]:
    project, phase, say = record.project, record.phase.phase, words.say
    opened = words.language.date(phase.opened_on) if phase.opened_on else ""
    closed = words.language.date(phase.closed_on) if phase.closed_on else ""
    facts = [
        (say("Period"), f"{opened} –\n{closed}".strip(" –\n") if opened or closed else words.word(phase.state)),
        (say("City"), project.city),
        (say("Hosted by"), project.host),
        (say("As of"), words.language.date(record.as_of)),
    ]
    front = Front(say("Phase report"), _title(record, words), project.title, styles.PHASES[phase.kind], facts)
    return front_blocks(front, options, words)


def _glance(record: PhaseReport, words: Words) -> list[Block]:
    sessions = [each for each in record.phase.sessions if each.session.opened_at]
    if not sessions:
        note = words.say("No session of this phase has been held yet. What was planned is shown below.")
        return [Paragraph(note)]
    ideas = [idea for idea in record.board.ideas if idea.state is not IdeaState.WITHDRAWN]
    votes = sum(len(each.polls) for each in record.phase.sessions)
    decisions = sum(item.kind is FollowUpKind.DECISION for item in record.follow_ups)
    sentences = [
        words.say_many("{n} session has been held.", "{n} sessions have been held.", len(sessions)),
        words.say_many("{n} person came.", "{n} people came.", record.attended) if record.attended else "",
        words.say_many("They contributed {n} idea.", "They contributed {n} ideas.", len(ideas)) if ideas else "",
        words.say_many("{n} decision was taken.", "{n} decisions were taken.", decisions) if decisions else "",
    ]
    shown = [
        (len(sessions), words.say("sessions held")),
        (record.attended, words.say("attended at least once")),
        (len(ideas), words.say("ideas given")),
        (votes, words.say("votes held")),
        (decisions, words.say("decisions taken")),
    ]
    return [
        Paragraph(" ".join(filter(None, sentences)), whole=styles.SUMMARY),
        tiles(shown, words),
        *rehearsal_note(words, practice=record.project.practice),
    ]
