"""What was said of ideas, themes and proposals; local issues; proposals that were made."""

from collections.abc import Sequence
from itertools import groupby
from uuid import UUID

from workshop.models.enums import IssueState, ProposalState
from workshop.models.records.ideas import IdeaBoard
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.notes import NoteRecord
from workshop.models.records.proposals import ProposalRecord
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph, Stack
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table
from workshop.reports.text import Span

_KIND = 52  # points of the column that says what kind a note is


def note_blocks(
    notes: Sequence[NoteRecord], board: IdeaBoard, proposals: Sequence[ProposalRecord], words: Words
) -> list[Block]:
    """The discussion by what it is about: themes, then ideas, then proposals, each in their order."""
    names = _names(board, proposals, words)
    order = {key: at for at, key in enumerate(names)}
    known = sorted((note for note in notes if _about(note) in names), key=lambda note: order[_about(note)])
    blocks: list[Block] = []
    for key, said in groupby(known, key=_about):
        rows = [[Paragraph(words.word(note.kind), style=styles.QUIET), Paragraph(note.text)] for note in said]
        blocks.append(Paragraph(*names[key], style=styles.TEXT, before=10, keeps=True))
        blocks.append(Table([Column("", _KIND), Column("")], rows, header=False, padding=3.5, before=3))
    return blocks


def issue_blocks(issues: Sequence[LocalIssueRecord], words: Words) -> list[Block]:
    """Local issues with where they are, what they are about and how they are known."""
    if not issues:
        return []
    columns = [
        Column(words.say("No."), 26, right=True), Column(words.say("Local issue")), Column(words.say("Kind"), 64),
        Column(words.say("Source"), 74),
    ]  # fmt: skip
    rows: list[list[Block | str]] = []
    for issue in issues:
        live = issue.state is not IssueState.WITHDRAWN
        under = [issue.place]
        if issue.state is not IssueState.OPEN:
            under += [words.word(issue.state), issue.reason]
        line = " · ".join(filter(None, under))
        text: Block = Paragraph(issue.text, style=styles.TEXT if live else styles.QUIET)
        source: Block = Paragraph(words.word(issue.source), style=styles.QUIET)
        if issue.source_note:
            source = Stack(source, Paragraph(issue.source_note, style=styles.SMALL))
        rows.append(
            [
                Paragraph(words.language.number(issue.number), style=styles.QUIET, right=True),
                Stack(text, Paragraph(line, style=styles.SMALL)) if line else text,
                Paragraph(words.word(issue.category), style=styles.QUIET),
                source,
            ]
        )
    return [Table(columns, rows)]


def proposal_blocks(proposals: Sequence[ProposalRecord], words: Words) -> list[Block]:
    """Proposals with the problem they answer, whom they help, what they need."""
    if not proposals:
        return []
    columns = [Column(words.say("No."), 26, right=True), Column(words.say("Proposal")), Column(words.say("State"), 66)]
    rows: list[list[Block | str]] = []
    for proposal in proposals:
        rows.append(
            [
                Paragraph(words.language.number(proposal.number), style=styles.QUIET, right=True),
                Stack(Paragraph(proposal.title, style=styles.STRONG), *_details(proposal, words)),
                _state(proposal, words),
            ]
        )
    return [Table(columns, rows)]


def _state(proposal: ProposalRecord, words: Words) -> Block:
    state = Paragraph(words.word(proposal.state), style=styles.QUIET)
    dropped = proposal.state is ProposalState.DROPPED and proposal.reason
    return Stack(state, Paragraph(proposal.reason, style=styles.SMALL)) if dropped else state


def _details(proposal: ProposalRecord, words: Words) -> list[Block]:
    cost = words.word(proposal.cost_band) if proposal.cost_band else ""
    told = (
        (words.say("Problem"), proposal.problem), (words.say("For whom"), proposal.beneficiaries),
        (words.say("What it needs"), proposal.needs), (words.say("About what it costs"), cost),
    )  # fmt: skip
    ink = styles.SMALL.in_colour(styles.INK)
    return [
        Paragraph(Span(f"{label}\u2002", styles.SMALL), Span(text, ink), style=styles.SMALL, before=1)
        for label, text in told
        if text
    ]


def _about(note: NoteRecord) -> UUID | None:
    return note.idea_id or note.theme_id or note.proposal_id


def _names(board: IdeaBoard, proposals: Sequence[ProposalRecord], words: Words) -> dict[UUID | None, tuple[Span, ...]]:
    """How each thing that can be spoken of is named above what was said, in the order of the report."""

    def named(label: str, text: str) -> tuple[Span, ...]:
        return Span(f"{label}\u2002", styles.SMALL), Span(text, styles.STRONG)

    number = words.language.number
    return {
        **{each.id: named(words.say("Theme"), each.title) for each in board.themes},
        **{each.id: named(words.say("No. {n}", n=number(each.number)), each.text) for each in board.ideas},
        **{each.id: named(words.say("Proposal {n}", n=number(each.number)), each.title) for each in proposals},
    }
