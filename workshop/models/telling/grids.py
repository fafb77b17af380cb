"""Tables that one rule alone has: rounds, pair by pair, how grades are spread. Window and paper draw the same ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from workshop.language import Language
from workshop.models.enums import CountingRule
from workshop.models.records.votes import PollResult
from workshop.models.telling.facts import Round, grades_of, rounds_of, wins_over
from workshop.models.telling.quoting import listed, shortened
from workshop.models.telling.standings import ROUNDS, Head

MOST_ROUNDS = 6  # beside each other; more are told one below the other
MOST_PAIRS = 8  # options set against each other
_MOST_GRADES = 11
_PAIRS = frozenset({CountingRule.SCHULZE, CountingRule.PAIRWISE})


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in words: its title, its columns and rows, and a line below it."""

    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def grids(language: Language, result: PollResult) -> tuple[Grid, ...]:
    """The tables of the rule of a result; none where it has nothing more to tell."""
    if result.rule in ROUNDS and rounds_of(result):
        return (_rounds(language, result),)
    if result.rule in _PAIRS and wins_over(result):
        return (_pairs(language, result),)
    if result.rule is CountingRule.SCORE and result.details:
        return _grades(language, result)
    return ()


def lot_grid(language: Language, result: PollResult) -> Grid:
    """The order of the lot with the numbers of the options, from which it can be drawn again."""
    ordered = sorted(result.lines, key=lambda line: (line.option.lot is None, line.option.lot or 0))
    rows = [
        (language.number(place), line.option.text, str(line.option.id)) for place, line in enumerate(ordered, start=1)
    ]
    heads = (
        Head(language.say("Lot"), False),
        Head(language.say("Option"), False),
        Head(language.say("Its number"), False),
    )
    return Grid(language.say("The order by lot"), heads, tuple(rows))


def _rounds(language: Language, result: PollResult) -> Grid:
    rounds = rounds_of(result)
    title = language.say("Round by round")
    if len(rounds) > MOST_ROUNDS:
        return _rounds_below_each_other(language, result, rounds, title)
    say, number = language.say, language.number
    heads = [Head(say("Option"), number=False)]
    heads += [Head(say("Round {n}", n=one.number)) for one in rounds]
    rows: list[tuple[str, ...]] = []
    for line in result.lines:
        cells = [one.votes.get(line.option.id) for one in rounds]
        rows.append((line.option.text, *("–" if n is None else number(n) for n in cells)))
    if any(one.exhausted for one in rounds):
        rows.append((say("Ballots without a next choice"), *(number(one.exhausted) for one in rounds)))
    events = [_event(language, result, one) for one in rounds]
    return Grid(title, tuple(heads), tuple(rows), " ".join(event for event in events if event))


def _rounds_below_each_other(language: Language, result: PollResult, rounds: Sequence[Round], title: str) -> Grid:
    say = language.say
    heads = (Head(say("Count"), False), Head(say("What happened"), False), Head(say("Most votes"), False))
    rows: list[tuple[str, ...]] = []
    for one in rounds:
        best = max(one.votes.values(), default=None)
        names = [result.options[key].text for key, n in one.votes.items() if n == best]
        ahead = f"{', '.join(shortened(name, 24) for name in names[:2])} {language.number(best)}" if best else "–"
        rows.append((language.number(one.number), _event(language, result, one, numbered=False) or "–", ahead))
    return Grid(title, heads, tuple(rows))


def _event(language: Language, result: PollResult, one: Round, *, numbered: bool = True) -> str:
    """What happened in a round: who was chosen, who left."""
    said: list[str] = []
    for options, chosen in ((one.chosen, True), (one.out, False)):
        if not options:
            continue
        names = listed(language, [result.options[key].text for key in options])
        if numbered and chosen:
            said.append(language.say("Round {n}: {names} chosen.", n=one.number, names=names))
        elif numbered:
            said.append(language.say("Round {n}: {names} left.", n=one.number, names=names))
        elif chosen:
            said.append(language.say("{names} chosen", names=names))
        else:
            said.append(language.say("{names} left", names=names))
    return " ".join(said)


def _pairs(language: Language, result: PollResult) -> Grid:
    """How often the option of a row stands before that of a column; the columns by their place in the rows."""
    wins, lines = wins_over(result), result.lines[:MOST_PAIRS]
    heads = [Head(language.say("Option"), number=False)]
    heads += [Head(language.say("before {n}", n=place)) for place in range(1, len(lines) + 1)]
    rows = [
        (
            f"{place}. {line.option.text}",
            *(_against(language, wins, line.option.id, other.option.id) for other in lines),
        )
        for place, line in enumerate(lines, start=1)
    ]
    if result.rule is CountingRule.PAIRWISE:
        note = language.say("Each figure is how often the option of the row was preferred to that of the column.")
    else:
        note = language.say(
            "Each figure is the number of ballots that put the option of the row before that of the column."
        )
    if len(result.lines) > len(lines):
        note += " " + language.say("Only the first {n} options are shown.", n=len(lines))
    return Grid(language.say("Pair by pair"), tuple(heads), tuple(rows), note)


def _against(language: Language, wins: Mapping[UUID, Mapping[UUID, int]], one: UUID, other: UUID) -> str:
    return "–" if one == other else language.number(wins.get(one, {}).get(other, 0))


def _grades(language: Language, result: PollResult) -> tuple[Grid, ...]:
    lowest, highest = result.poll.lowest, result.poll.highest
    if highest - lowest >= _MOST_GRADES:
        return ()
    steps = range(lowest, highest + 1)
    heads = [Head(language.say("Option"), number=False)]
    heads += [Head(language.say("Grade {n}", n=step)) for step in steps]
    rows: list[tuple[str, ...]] = []
    for line in result.lines:
        grades = grades_of(result, line.option)
        counts = [grades.counts.get(step, 0) if grades else 0 for step in steps]
        rows.append((line.option.text, *(language.number(n) for n in counts)))
    return (Grid(language.say("How often each grade was given"), tuple(heads), tuple(rows)),)
