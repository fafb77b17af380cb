"""How the options of a result stand: the figure of each, what stands beside it, who took part, in words."""

from dataclasses import dataclass
from fractions import Fraction

from workshop.language import Language
from workshop.models.enums import Channel, CountingRule
from workshop.models.records.votes import PollResult, ResultLine
from workshop.models.telling.facts import (
    Answers,
    answers_of,
    comparisons_of,
    grades_of,
    last_votes,
    rounds_of,
    spent,
)
from workshop.models.telling.methods import money, weights_line
from workshop.models.titles import title_of

POINTS = frozenset({CountingRule.DOTS, CountingRule.BORDA})
VOTES = frozenset({CountingRule.PLURALITY, CountingRule.APPROVAL, CountingRule.GREEDY, CountingRule.EQUAL_SHARES})
_SIMPLE = frozenset({CountingRule.PLURALITY, CountingRule.APPROVAL})
ROUNDS = frozenset({CountingRule.IRV, CountingRule.STV})
BUDGETS = frozenset({CountingRule.GREEDY, CountingRule.EQUAL_SHARES})


@dataclass(frozen=True, slots=True)
class Head:
    """The title of a column, and whether it holds numbers."""

    title: str
    number: bool = True


def points_told(language: Language, rule: CountingRule, points: Fraction | int) -> str:
    """What an option got, with its unit: 27 points, 12 votes, an average of 3.5."""
    n = language.number(points)
    if rule in POINTS:
        if not _is_whole(points):
            return language.say("{figure} points", figure=n)
        return language.say_many("{n} point", "{n} points", n=int(points))
    if rule is CountingRule.SCORE:
        return language.say("an average of {n}", n=n)
    if rule is CountingRule.PAIRWISE:
        return language.say("{share} of its comparisons", share=_percent(points))
    if rule is CountingRule.MAJORITY:
        return language.say("{n} yes", n=n)
    if rule is CountingRule.SCHULZE:
        return language.say("first in comparison with each other option")
    if not _is_whole(points):
        return language.say("{figure} votes", figure=n)
    return language.say_many("{n} vote", "{n} votes", n=int(points))


def measure(language: Language, rule: CountingRule) -> str:
    """What the figures are called, as the title of a column."""
    say = language.say
    if rule in POINTS:
        return say("Points")
    titles = {
        CountingRule.SCORE: say("Average"),
        CountingRule.PAIRWISE: say("Won"),
        CountingRule.SCHULZE: say("Wins against"),
        CountingRule.MAJORITY: say("Yes"),
    }
    return titles.get(rule) or say("Votes")


def size(result: PollResult, line: ResultLine) -> Fraction:
    """How long the bar of an option is: what it got, in rounds when it was chosen or left."""
    if result.rule in ROUNDS:
        votes = last_votes(result, line.option)
        return Fraction(line.points) if votes is None else votes
    if result.rule is CountingRule.SCORE and line.points:
        return Fraction(line.points) - min(result.poll.lowest, 0)
    return Fraction(line.points)


def most(result: PollResult) -> Fraction:
    """What the longest bar would stand for: the highest grade, all comparisons, else the highest figure."""
    if result.rule is CountingRule.SCORE:
        return Fraction(result.poll.highest - min(result.poll.lowest, 0))
    if result.rule is CountingRule.PAIRWISE:
        return Fraction(1)
    return max((size(result, line) for line in result.lines), default=Fraction(0))


def figure(language: Language, result: PollResult, line: ResultLine) -> str:
    """What stands behind the bar of an option."""
    if result.rule is CountingRule.PAIRWISE:
        return _percent(line.points)
    if result.rule is CountingRule.SCORE:
        grades = grades_of(result, line.option)
        if grades is not None and not grades.answered:
            return "–"
        return f"{round(Fraction(line.points) * 100) / 100:,.2f}"
    if result.rule in ROUNDS:
        return language.number(size(result, line))
    return language.number(line.points)


def bar_told(language: Language, result: PollResult, line: ResultLine) -> str:
    """What stands behind the bar of an option where no column tells what it means."""
    told = figure(language, result, line)
    if result.rule is CountingRule.SCHULZE and told:
        return language.say("beats {n}", n=told)
    if result.rule in BUDGETS:
        return f"{told} · {money(language, line.option.cost or 0, result.poll.unit)}"
    return told


def leads(result: PollResult, line: ResultLine) -> bool:
    """Whether an option was chosen by the rule: it came first, passed, or is among those that were to be chosen."""
    if result.winners:
        return line.option.id in result.winners
    return result.rule in POINTS | _SIMPLE and line.rank == 1 and line.points > 0


def counts_nothing(result: PollResult, line: ResultLine) -> bool:
    """Whether nobody was for an option at all."""
    return result.rule is not CountingRule.SCHULZE and size(result, line) == 0 and not leads(result, line)


def chosen_word(language: Language, result: PollResult, line: ResultLine) -> str:
    """What became of an option where the rule chooses several, or carries each by itself; else nothing."""
    if result.rule is CountingRule.MAJORITY:
        return language.say("carried") if leads(result, line) else language.say("not carried")
    choosing = result.rule in BUDGETS or result.rule is CountingRule.STV or result.poll.seats is not None
    return language.say("chosen") if choosing and leads(result, line) else ""


def extra_heads(language: Language, result: PollResult) -> tuple[Head, ...]:
    """The columns beside option and figure, as the rule has them."""
    say, rule = language.say, result.rule
    if rule in POINTS:
        heads = [Head(say("Share"))]
    elif rule in BUDGETS:
        heads = [Head(say("Of voters")), Head(say("Cost"))]
    elif rule in VOTES:
        heads = [Head(say("Of voters"))]
    elif rule is CountingRule.SCORE and result.details:
        heads = [Head(say("Median")), Head(say("Grades"))]
    elif rule is CountingRule.PAIRWISE and _has_comparisons(result):
        heads = [Head(say("Comparisons")), Head(say("Undecided"))]
    elif rule in ROUNDS and rounds_of(result):
        heads = [Head(say("Course"), number=False)]
    elif rule is CountingRule.MAJORITY and result.details:
        heads = [Head(say("No")), Head(say("Abstained"))]
    else:
        heads = []
    if any(chosen_word(language, result, line) for line in result.lines):
        heads.append(Head(say("Outcome"), number=False))
    return tuple(heads)


def extras(language: Language, result: PollResult, line: ResultLine) -> tuple[str, ...]:
    """What stands in these columns for one option."""
    rule, number, cells = result.rule, language.number, list[str]()
    if rule in POINTS:
        cells = [_share(line.points, sum(Fraction(each.points) for each in result.lines))]
    elif rule in VOTES:
        cells = [_share(line.points, Fraction(result.weighted or result.ballots))]
        if rule in BUDGETS:
            cells.append(money(language, line.option.cost or 0, result.poll.unit))
    elif rule is CountingRule.SCORE and result.details:
        grades = grades_of(result, line.option)
        median = grades.median if grades else None
        cells = ["–" if median is None else number(median), number(grades.answered if grades else 0)]
    elif rule is CountingRule.PAIRWISE and _has_comparisons(result):
        found = comparisons_of(result, line.option)
        cells = [number(found.won + found.lost), number(found.undecided)] if found else ["–", "–"]
    elif rule in ROUNDS and rounds_of(result):
        cells = [_course(language, result, line)]
    elif rule is CountingRule.MAJORITY and result.details:
        answers = answers_of(result, line.option)
        cells = [number(answers.no), number(answers.abstained)] if answers else ["–", "–"]
    if any(chosen_word(language, result, each) for each in result.lines):
        cells.append(chosen_word(language, result, line))
    return tuple(cells)


def count_line(language: Language, result: PollResult) -> str:
    """How many took part, blank and invalid ballots, by which way ballots came in, and votes where some have several."""
    say = language.say
    parts = [say("{ballots} of {entitled} voted", ballots=voters(result), entitled=result.entitled)]
    parts += [weights_line(language, result)] if result.weighted is not None else []
    parts += [say("blank {n}", n=result.blank), say("invalid {n}", n=result.invalid)]
    parts += [
        say("{word} {count}", word=title_of(channel), count=count)
        for channel, count in result.by_channel
        if count or channel in (Channel.SCREEN, Channel.PAPER)
    ]
    return " · ".join(parts)


def voters(result: PollResult) -> int:
    """How many cast a ballot; with weights there are more votes than voters."""
    cast = sum(n for _channel, n in result.by_channel) if result.weighted is not None else 0
    return cast or result.ballots


def budget_sentence(language: Language, result: PollResult) -> str:
    """How much of the budget the chosen options cost; nothing where none is spent."""
    if result.rule not in BUDGETS:
        return ""
    poll = result.poll
    return language.say(
        "The chosen options cost {spent} of the budget of {budget}; {left} is left.",
        spent=money(language, spent(result), poll.unit), budget=money(language, poll.budget, poll.unit),
        left=money(language, poll.budget - spent(result), poll.unit),
    )  # fmt: skip


def answers_told(language: Language, answers: Answers) -> str:
    """How a proposal was answered: Yes 12 · No 4 · Abstained 2."""
    say, number = language.say, language.number
    counts = ((say("Yes"), answers.yes), (say("No"), answers.no), (say("Abstained"), answers.abstained))
    return " · ".join(f"{word} {number(n)}" for word, n in counts)


def _course(language: Language, result: PollResult, line: ResultLine) -> str:
    """When an option was chosen or left."""
    rounds, option = rounds_of(result), line.option.id
    for one in rounds:
        if option in one.chosen:
            return language.say("chosen in round {n}", n=one.number)
        if option in one.out:
            return language.say("left in round {n}", n=one.number)
    return language.say("stayed to the end")


def _has_comparisons(result: PollResult) -> bool:
    return any(comparisons_of(result, line.option) for line in result.lines)


def _share(part: Fraction | int, whole: Fraction | int) -> str:
    return f"{round(Fraction(part) * 100 / whole)}%" if whole else "–"


def _percent(part: Fraction | int) -> str:
    return f"{round(Fraction(part) * 100)}%"


def _is_whole(points: Fraction | int) -> bool:
    return Fraction(points).denominator == 1
