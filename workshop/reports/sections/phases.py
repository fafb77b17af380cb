"""The four phases: where the project stands, and for each its sessions and its support checklist."""

from collections.abc import Sequence

from workshop.models.enums import PhaseState, SupportState
from workshop.models.records.reports import PhaseSummary, SessionSummary
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.paper import Pen
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table

_BAND = 4.0
_GAP = 8.0


class PhasePath(Block):
    """The four phases side by side as coloured bands: full where completed or under way, pale where planned."""

    def __init__(self, phases: Sequence[PhaseSummary], words: Words) -> None:
        self.before = 18
        self._parts = [
            (
                Stack(
                    Paragraph(words.word(each.phase.kind), style=_named(each.phase.state)),
                    Paragraph(_when(each, words), style=styles.SMALL),
                ),
                styles.PHASES[each.phase.kind] if each.phase.state is not PhaseState.PLANNED else styles.RULE,
            )
            for each in phases
        ]
        self.missing = frozenset[str]().union(*(part.missing for part, _ in self._parts))

    def height(self, width: float) -> float:
        """Band and words."""
        each = self._each(width)
        return _BAND + 5 + max((part.height(each) for part, _ in self._parts), default=0)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """From left to right."""
        each = self._each(width)
        for part, colour in self._parts:
            pen.box(x, top - _BAND, each, _BAND, fill=colour, radius=1)
            part.draw(pen, x, top - _BAND - 5, each)
            x += each + _GAP

    def _each(self, width: float) -> float:
        count = max(len(self._parts), 1)
        return (width - _GAP * (count - 1)) / count


def phase_blocks(phases: Sequence[PhaseSummary], words: Words) -> list[Block]:
    """A heading for each phase, its sessions, its checklist; phases of which nothing is known are left out."""
    blocks: list[Block] = []
    for each in phases:
        if not each.sessions and not each.support:
            continue
        title = words.say("{phase} phase", phase=words.word(each.phase.kind))
        blocks += [Heading(title, level=1, colour=styles.PHASES[each.phase.kind]), *phase_body(each, words)]
    return blocks


def phase_body(each: PhaseSummary, words: Words) -> list[Block]:
    """Where a phase stands, its sessions and its checklist, without a heading."""
    blocks: list[Block] = [Paragraph(_state(each, words), style=styles.SMALL, keeps=True)]
    if each.sessions:
        blocks.append(_sessions(each.sessions, words))
    if each.support:
        blocks.append(_support(each, words))
    return blocks


def _sessions(sessions: Sequence[SessionSummary], words: Words) -> Table:
    columns = [
        Column(words.say("Round"), 34), Column(words.say("Session"), names=True), Column(words.say("Date"), 112),
        Column(words.say("People"), 40, right=True), Column(words.say("Ideas"), 40, right=True),
        Column(words.say("Votes held"), 40, right=True), Column(words.say("Follow-ups"), 46, right=True),
    ]  # fmt: skip
    rows: list[list[Block | str]] = []
    for each in sessions:
        session, number = each.session, words.language.number
        rows.append(
            [
                Paragraph(number(session.number), style=styles.QUIET), session.title,
                words.language.date(session.on) if session.on else "–", number(each.attended), number(each.ideas),
                number(len(each.polls)), number(each.follow_ups),
            ]
        )  # fmt: skip
    return Table(columns, rows, before=6)


def _support(each: PhaseSummary, words: Words) -> Table:
    columns = [
        Column(words.say("Support that citizens need"), names=True), Column(words.say("In charge"), 100),
        Column(words.say("Due"), 56), Column(words.say("State"), 54),
    ]  # fmt: skip
    rows: list[list[Block | str]] = []
    for item in each.support:
        done = item.state is SupportState.DONE
        text: Block = Paragraph(item.text, style=styles.QUIET if item.state is SupportState.NOT_NEEDED else styles.TEXT)
        if item.note:
            text = Stack(text, Paragraph(item.note, style=styles.SMALL))
        state = Paragraph(words.word(item.state), style=styles.STRONG.in_colour(styles.BAR) if done else styles.QUIET)
        rows.append([text, item.responsible or "–", words.day(item.due_on) if item.due_on else "–", state])
    return Table(columns, rows, before=12)


def _state(each: PhaseSummary, words: Words) -> str:
    parts = [words.word(each.phase.state), _when(each, words)]
    needed = [item for item in each.support if item.state is not SupportState.NOT_NEEDED]
    if needed:
        done = sum(item.state is SupportState.DONE for item in needed)
        parts.append(words.say("{done} of {all} support elements done", done=done, all=len(needed)))
    if each.phase.note:
        parts.append(each.phase.note)
    return " · ".join(filter(None, parts))


def _when(each: PhaseSummary, words: Words) -> str:
    phase, month = each.phase, words.language.month
    if phase.opened_on and phase.closed_on:
        return words.months(phase.opened_on, phase.closed_on)
    if phase.opened_on:
        return words.say("since {month}", month=month(phase.opened_on))
    return words.say("planned for {month}", month=month(phase.planned_on)) if phase.planned_on else ""


def _named(state: PhaseState) -> styles.TextStyle:
    return styles.QUIET if state is PhaseState.PLANNED else styles.STRONG
