"""How a vote was held and counted, each in one sentence that everybody understands."""

from workshop.language import Language, mark
from workshop.models.enums import BallotKind, CountingRule, Electorate
from workshop.models.records.votes import PollRecord, PollResult
from workshop.models.telling.facts import quota_of
from workshop.models.titles import title_of

_SENTENCES = {
    CountingRule.APPROVAL: mark("Each ballot gave one vote to every option that it marked; the votes were added up."),
    CountingRule.PLURALITY: mark("Only the first place on each ballot was counted, as one vote."),
    CountingRule.SCORE: mark(
        "The average of the grades from {lowest} to {highest} counts; whoever gave an option no grade is left out of its "
        "average."
    ),
    CountingRule.IRV: mark(
        "In each round the option with the fewest first places left, and its ballots went on to their next choice, until "
        "one option had more than half of the votes that still counted."
    ),
    CountingRule.SCHULZE: mark(
        "Every option was set against every other by how many ballots put it higher; first is the one that no other beats, "
        "directly or by way of others."
    ),
    CountingRule.PAIRWISE: mark(
        "The share of its comparisons that an option won counts; one win and one loss were added for each option, so that "
        "few comparisons do not weigh too much."
    ),
    CountingRule.GREEDY: mark(
        "The options with the most votes were chosen first, each one that still fitted into the budget of {budget}."
    ),
    CountingRule.EQUAL_SHARES: mark(
        "Every voter had an equal share of the budget of {budget}: options were chosen that their voters could pay for "
        "together, and what was left went to further options by votes."
    ),
    CountingRule.MAJORITY: mark(
        "A proposal is carried where more said yes than no; abstentions count for neither side."
    ),
}


def money(language: Language, amount: int, unit: str) -> str:
    """An amount with its unit, behind a blank where it is a word in Latin letters: 1,000만원, 1,000 euros."""
    if unit[:1].isascii() and unit[:1].isalpha():
        return f"{language.number(amount)} {unit}"
    return language.say("{amount} {unit}", amount=language.number(amount), unit=unit).strip()


def method_sentence(language: Language, result: PollResult) -> str:
    """How the ballots were counted, by the rule of the result, in one sentence."""
    poll = result.poll
    match result.rule:
        case CountingRule.DOTS:
            return language.say_many(
                "Everybody could give {n} dot; all dots on an option were added up.",
                "Everybody could give {n} dots; all dots on an option were added up.",
                n=poll.dots,
            )
        case CountingRule.BORDA:
            return _borda(language, len(poll.options), ties=poll.ties)
        case CountingRule.STV:
            return _stv(language, result)
        case _:
            budget = money(language, poll.budget, poll.unit)
            sentence = _SENTENCES[result.rule].msgid
            return language.say(sentence, lowest=poll.lowest, highest=poll.highest, budget=budget)


def held_line(language: Language, poll: PollRecord) -> str:
    """How a vote was held, in a few words: Dot voting · secret ballot · 3 dots each · open to everyone present."""
    say = language.say
    secrecy = say("secret ballot") if poll.secret else say("by name")
    parts = [language.tell(title_of(poll.ballot)), secrecy, *_limits(language, poll), _who(language, poll)]
    return " · ".join(part for part in parts if part)


def weights_line(language: Language, result: PollResult) -> str:
    """How many votes the organizations had together, where some had more than one; else nothing."""
    if result.weighted is None:
        return ""
    cast = sum(n for _channel, n in result.by_channel)
    return language.say_many(
        "{votes} votes of {n} organization", "{votes} votes of {n} organizations",
        cast or result.entitled, votes=language.number(result.weighted),
    )  # fmt: skip


def _borda(language: Language, options: int, *, ties: bool) -> str:
    if ties:
        return language.say(
            "Each first place gave {first} points, each second {second}, and so on down to 0; options in one place or "
            "left off a ballot shared the points of their places.",
            first=language.number(max(options - 1, 0)), second=language.number(max(options - 2, 0)),
        )  # fmt: skip
    return language.say(
        "Each first place gave {first} points, each second {second}, and so on down to 0; options left off a ballot "
        "shared the points that were left.",
        first=language.number(max(options - 1, 0)), second=language.number(max(options - 2, 0)),
    )  # fmt: skip


def _stv(language: Language, result: PollResult) -> str:
    quota, seats = quota_of(result), language.number(result.poll.seats or len(result.winners))
    if quota is None:
        return language.say(
            "Votes that a chosen option did not need, and those of the weakest that left, went on to the next choice "
            "on the ballot, until {seats} were chosen.",
            seats=seats,
        )
    return language.say(
        "An option with {quota} votes was chosen; votes beyond that, and those of the weakest option that left, went on to "
        "the next choice on the ballot, until {seats} were chosen.",
        quota=language.number(quota), seats=seats,
    )  # fmt: skip


def _limits(language: Language, poll: PollRecord) -> list[str]:
    say, many, n = language.say, language.say_many, poll.dots
    match poll.ballot:
        case BallotKind.DOTS:
            most = [say("at most {n} on one option", n=poll.per_option)] if poll.per_option < n else []
            return [many("{n} dot each", "{n} dots each", n=n), *most]
        case BallotKind.APPROVAL:
            return [many("{n} choice at most", "{n} choices at most", n=n)] if n < len(poll.options) else []
        case BallotKind.SCORE:
            return [say("grades {lowest} to {highest}", lowest=poll.lowest, highest=poll.highest)]
        case BallotKind.RANKING:
            limit = [many("{n} place at most", "{n} places at most", n=n)] if n < len(poll.options) else []
            return [*limit, language.tell(title_of(poll.rule))]
        case BallotKind.PAIRWISE:
            return [many("{n} comparison at most", "{n} comparisons at most", n=n)]
        case BallotKind.BUDGET:
            return [say("budget {money}", money=money(language, poll.budget, poll.unit)),
                    language.tell(title_of(poll.rule))]  # fmt: skip
        case BallotKind.YES_NO:
            return []


def _who(language: Language, poll: PollRecord) -> str:
    match poll.electorate:
        case Electorate.PRESENT:
            return language.say("open to everyone present")
        case Electorate.REGISTERED:
            return language.say("open to everyone registered")
        case Electorate.SECTOR:
            sector = title_of(poll.sector) if poll.sector is not None else ""
            return language.say("open to those present of one sector: {sector}", sector=sector)
        case Electorate.ORGANIZATIONS:
            return language.say("one delegate of each organization")
