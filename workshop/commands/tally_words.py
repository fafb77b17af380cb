"""A counted file for people: a table of the options, and ties, the lot and invalid ballots in words."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from workshop.exchange.ballot_files import BallotFile
from workshop.language import Language, Message, mark
from workshop.methods.voting.lot import Tie
from workshop.methods.voting.tally import Tally
from workshop.models.enums import CountingRule
from workshop.models.titles import title_of

SHOWN = 20  # invalid ballots that are listed one by one; JSON has them all

# What is wrong with a ballot: the counting rules and the files say it in these words.
_REASONS: tuple[tuple[str, Message], ...] = (
    (r"unknown option (?P<a>.*)", mark("unknown option {a}")),
    (r"option (?P<a>.*) twice", mark("option {a} twice")),
    (r"option (?P<a>.*) against itself", mark("option {a} against itself")),
    (r"several in the first place", mark("several in the first place")),
    (r"several in one place", mark("several in one place")),
    (r"not every option is ranked", mark("not every option is ranked")),
    (r"too many categories", mark("too many categories")),
    (r"less than nothing on one option", mark("less than nothing on one option")),
    (r"more than (?P<a>\S+) on one option", mark("more than {a} on one option")),
    (r"more than (?P<a>\S+) in all", mark("more than {a} in all")),
    (r"a grade outside (?P<a>\S+) to (?P<b>\S+)", mark("a grade outside {a} to {b}")),
    (r"less than (?P<a>\S+) projects", mark("less than {a} projects")),
    (r"more than (?P<a>\S+) projects", mark("more than {a} projects")),
    (r"less than (?P<a>\S+) in costs", mark("less than {a} in costs")),
    (r"more than (?P<a>\S+) in costs", mark("more than {a} in costs")),
    (r"less than (?P<a>\S+) points on one project", mark("less than {a} points on one project")),
    (r"more than (?P<a>\S+) points on one project", mark("more than {a} points on one project")),
    (r"less than (?P<a>\S+) points in all", mark("less than {a} points in all")),
    (r"more than (?P<a>\S+) points in all", mark("more than {a} points in all")),
)


def table_of(language: Language, tally: Tally, file: BallotFile) -> list[list[str]]:
    """A line for each option, best first, under a line of headings."""
    say, number = language.say, language.number
    rule, details = CountingRule(tally.rule), tally.details
    extra: list[tuple[str, dict[str, str]]] = []
    if rule is CountingRule.SCORE:
        extra.append((say("Median"), {o: _exact(language, n) for o, n in details["median"].items()}))
        extra.append((say("Answered"), {o: number(n) for o, n in details["answers"].items()}))
    elif rule is CountingRule.MAJORITY:
        extra += [(head, {o: number(n) for o, n in details[key].items()}) for key, head in (
            ("no", say("No")), ("abstained", say("Abstained")))]  # fmt: skip
    elif rule in {CountingRule.GREEDY, CountingRule.EQUAL_SHARES}:
        extra.append((say("Cost"), {option: number(cost) for option, cost in file.costs.items()}))
    chosen = {option: str(place) for place, option in enumerate(tally.winners, start=1)}
    heads = [
        say("Rank"),
        say("Chosen"),
        say("No."),
        say("Option"),
        _figure(language, rule),
        *(h for h, _ in extra),
    ]
    lines = [heads]
    for group in tally.ranking:
        place = str(len(lines))
        for option in group:
            score = tally.scores.get(option)
            figures = ["–" if score is None else number(score), *(values[option] for _head, values in extra)]
            lines.append([place, chosen.get(option, ""), option, file.names.get(option, option), *figures])
            place = "="
    return lines


def heading_of(language: Language, tally: Tally, file: BallotFile) -> str:
    """What was voted on, where the file says so, and the rule."""
    rule = language.tell(title_of(CountingRule(tally.rule)))
    return f"{file.title} · {rule}" if file.title else rule


def _figure(language: Language, rule: CountingRule) -> str:
    """What the figure of an option is."""
    if rule is CountingRule.SCORE:
        return language.say("Average")
    if rule is CountingRule.PAIRWISE:
        return language.say("Won")
    if rule is CountingRule.MAJORITY:
        return language.say("Yes")
    if rule is CountingRule.SCHULZE:
        return language.say("Beats")
    return language.say("Points") if rule in {CountingRule.DOTS, CountingRule.BORDA} else language.say("Votes")


def notes_of(language: Language, tally: Tally, file: BallotFile, *, lot: Sequence[str], seed: str | None) -> list[str]:
    """How many ballots there were, shared places, every use of the lot with where it came from, and the invalid ballots."""
    say, number = language.say, language.number
    lines = [
        "",
        language.say_many(
            "{n} ballot, {blank} of them blank and {invalid} invalid.",
            "{n} ballots, {blank} of them blank and {invalid} invalid.",
            tally.ballots, blank=number(tally.blank), invalid=number(len(tally.invalid)),
        ),
    ]  # fmt: skip
    if tally.rule in {"greedy", "equal-shares"}:
        budget = number(file.budget or 0)
        lines.append(
            say("{spent} of {budget} is spent.", spent=_exact(language, tally.details["spent"]), budget=budget)
        )
    lines += [
        say("Place {place} is shared: {names}.", place=place, names=_names(group, file))
        for place, group in _shared(tally)
    ]
    if tally.details.get("tied"):
        lines.append(say("As many yes as no, which does not pass: {names}.", names=_names(tally.details["tied"], file)))
    lines += [_use(language, tally, tie, file) for tie in tally.ties]
    if tally.ties and seed is None:
        lines.append(say("The lot is the order of the options in the file."))
    elif tally.ties:
        lines.append(say("The lot was drawn from the seed “{seed}”: {names}.", seed=seed, names=", ".join(lot)))
    elif not tally.details.get("tied"):
        lines.append(say("Nothing had to be decided by lot."))
    return lines + _invalid(language, tally)


def _shared(tally: Tally) -> list[tuple[int, Sequence[str]]]:
    place, found = 1, list[tuple[int, Sequence[str]]]()
    for group in tally.ranking:
        if len(group) > 1:
            found.append((place, group))
        place += len(group)
    return found


def _use(language: Language, tally: Tally, tie: Tie, file: BallotFile) -> str:
    kind, _space, n = tie.at.partition(" ")
    told = {"n": n, "names": _names(tie.options, file), "chosen": _names(tie.chosen, file) or "–"}
    if kind == "round" and tally.rule == "irv":
        return language.say("Round {n}: {names} were equal; by lot {chosen} left.", **told)
    if kind == "round":
        return language.say("Round {n}: {names} were equal; the lot fell on {chosen}.", **told)
    return language.say("From place {n} on: {names} were equal; the lot chose {chosen}.", **told)


def _invalid(language: Language, tally: Tally) -> list[str]:
    """The first invalid ballots, those side by side with one reason in one line."""
    runs: list[list[int]] = []
    reasons: list[str] = []
    for reason, group in groupby(tally.invalid, key=lambda invalid: invalid.reason):
        runs.append([place + 1 for place, _reason in group])
        reasons.append(reason)
    lines = list[str]()
    for places, reason in list(zip(runs, reasons, strict=True))[:SHOWN]:
        told = str(places[0]) if len(places) == 1 else f"{places[0]} … {places[-1]} ({len(places)})"
        lines.append(language.say("Invalid: ballot {places}: {reason}.", places=told, reason=_reason(reason)))
    if len(runs) > SHOWN:
        lines.append(language.say("… and others; --json lists all of them."))
    return lines


def _reason(text: str) -> Message | str:
    for pattern, message in _REASONS:
        found = re.fullmatch(pattern, text)
        if found:
            return mark(message.msgid, **found.groupdict())
    return text


def _names(options: Sequence[str], file: BallotFile) -> str:
    return ", ".join(file.names.get(option, option) for option in options)


def _exact(language: Language, value: int | str | None) -> str:
    """A number of the details: whole, or a text like "7/2"."""
    return "–" if value is None else language.number(Fraction(value))
