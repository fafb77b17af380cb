"""The rules of a vote, told in one line or in one sentence; each kind of ballot has its own."""

from workshop.language import Language, Message, mark
from workshop.models.enums import BallotKind, CountingRule, Electorate, OptionSource, Sector
from workshop.models.records.votes import PollRecord
from workshop.models.titles import title_of

Voters = tuple[Electorate, Sector | None]

# As the subject of the sentence, always of one person, so that the verb behind it fits.
VOTERS: dict[Voters, Message] = {
    (Electorate.PRESENT, None): mark("Everyone present"),
    (Electorate.REGISTERED, None): mark("Everyone registered"),
    (Electorate.SECTOR, Sector.CITIZEN): mark("Every citizen present"),
    (Electorate.SECTOR, Sector.PUBLIC): mark("Everyone present from a public body"),
    (Electorate.SECTOR, Sector.COMPANY): mark("Everyone present from a company"),
    (Electorate.SECTOR, Sector.EXPERT): mark("Every expert present"),
    (Electorate.ORGANIZATIONS, None): mark("One delegate of each organization"),
}
SECRECY = {True: mark("in secret"), False: mark("by name")}
TIES = {False: mark("one option in each place"), True: mark("equal places allowed")}
NO_SEATS = mark("only the first")
KINDS = {
    BallotKind.DOTS: mark("Everybody sticks dots on options, several on one where that is allowed."),
    BallotKind.APPROVAL: mark("Everybody marks the options that will do."),
    BallotKind.SCORE: mark("Everybody gives each option a grade."),
    BallotKind.RANKING: mark("Everybody puts the options in order, the best first."),
    BallotKind.PAIRWISE: mark("Two options at a time: which of them is better?"),
    BallotKind.BUDGET: mark("Everybody spends the same budget on options that have a cost."),
    BallotKind.YES_NO: mark("Each proposal by itself: yes, no or abstain."),
}
MEANINGS = {
    CountingRule.BORDA: mark("The higher the place, the more points; the points are added up."),
    CountingRule.IRV: mark("Whoever has the fewest first places leaves; those ballots go on to their next place."),
    CountingRule.SCHULZE: mark("Each option is set against each other one; the one that wins against all is first."),
    CountingRule.STV: mark("Several are chosen so that each larger group of voters gets one of its own."),
    CountingRule.PLURALITY: mark("Only the first places are counted."),
    CountingRule.EQUAL_SHARES: mark(
        "Each voter has an equal part of the budget; an option is paid by those who want it."
    ),
    CountingRule.GREEDY: mark("The option with the most votes is bought first, then the next that can still be paid."),
}

_SENTENCES = {
    BallotKind.DOTS: mark("{who} has {dots} dots for {what}, puts at most {most} on one, and votes {secrecy}."),
    BallotKind.APPROVAL: mark("{who} marks up to {dots} of {what} and votes {secrecy}."),
    BallotKind.SCORE: mark("{who} grades {what} from {lowest} to {highest} and votes {secrecy}."),
    BallotKind.RANKING: mark(
        "{who} puts up to {dots} of {what} in order, {ties}, and votes {secrecy}. Counted by: {rule}."
    ),
    BallotKind.PAIRWISE: mark("{who} compares two of {what} up to {dots} times and votes {secrecy}."),
    BallotKind.BUDGET: mark("{who} spends up to {money} on {what} and votes {secrecy}. Chosen by: {rule}."),
    BallotKind.YES_NO: mark("{who} answers yes, no or abstain to {what} and votes {secrecy}."),
}

_ONE_DOT = mark("{who} has one dot for {what} and votes {secrecy}.")  # where no number is to be chosen in the sentence


def voters_of(poll: PollRecord) -> Voters:
    """Who may vote, as a key of `VOTERS`."""
    return poll.electorate, poll.sector if poll.electorate is Electorate.SECTOR else None


def has_seats(poll: PollRecord) -> bool:
    """Whether it can be said how many options are to be chosen."""
    return poll.ballot not in {BallotKind.BUDGET, BallotKind.YES_NO} and poll.rule is not CountingRule.IRV


def money(language: Language, amount: int, unit: str) -> str:
    """An amount with its unit: 1,000만원, 1,000 euros."""
    return language.say("{amount} {unit}", amount=language.number(amount), unit=unit).strip()


def rules_line(language: Language, poll: PollRecord) -> str:
    """The rules in a few words: Dot voting · secret ballot · 3 dots each."""
    say = language.say
    secrecy = say("secret ballot") if poll.secret else say("by name")
    parts = [language.tell(title_of(poll.ballot)), secrecy, _limit(language, poll)]
    if len(poll.ballot.rules) > 1:
        parts.append(language.tell(title_of(poll.rule)))
    return " · ".join(part for part in parts if part)


def rules_sentence(language: Language, poll: PollRecord, **places: str) -> str:
    """The rules as one sentence, and how many are chosen where that was said.

    `places` puts something else where who, dots, most, lowest, highest, ties, money, rule, secrecy or seats stand.
    """
    say = language.say
    values: dict[str, object] = {
        "who": VOTERS[voters_of(poll)], "secrecy": SECRECY[poll.secret], "what": _what(language, poll),
        "dots": poll.dots, "most": poll.per_option, "lowest": poll.lowest, "highest": poll.highest,
        "ties": TIES[poll.ties], "rule": title_of(poll.rule), "money": money(language, poll.budget, poll.unit),
    }  # fmt: skip
    is_one_dot = poll.ballot is BallotKind.DOTS and poll.dots == 1 and "dots" not in places
    sentence = say((_ONE_DOT if is_one_dot else _SENTENCES[poll.ballot]).msgid, **values | places)
    if has_seats(poll) and (poll.seats is not None or "seats" in places):
        seats = places.get("seats", language.number(poll.seats or 1))
        sentence += " " + say("Number chosen: {seats}.", seats=seats)
    return " ".join(sentence.split())


def _what(language: Language, poll: PollRecord) -> str:
    """What stands on the ballot, or what will."""
    n = len(poll.options)
    if not n and poll.source is not OptionSource.OWN:
        return language.tell(title_of(poll.source))
    if poll.ballot is BallotKind.YES_NO:
        return language.say_many("{n} proposal", "{n} proposals", n=n)
    return language.say_many("{n} option", "{n} options", n=n)


def _limit(language: Language, poll: PollRecord) -> str:
    say, say_many, n = language.say, language.say_many, poll.dots
    match poll.ballot:
        case BallotKind.DOTS:
            return say_many("{n} dot each", "{n} dots each", n=n)
        case BallotKind.APPROVAL:
            return say_many("{n} choice at most", "{n} choices at most", n=n)
        case BallotKind.SCORE:
            return say("grades {lowest} to {highest}", lowest=poll.lowest, highest=poll.highest)
        case BallotKind.RANKING:
            return say_many("{n} place at most", "{n} places at most", n=n)
        case BallotKind.PAIRWISE:
            return say_many("{n} comparison at most", "{n} comparisons at most", n=n)
        case BallotKind.BUDGET:
            return say("budget {money}", money=money(language, poll.budget, poll.unit))
        case BallotKind.YES_NO:
            return ""
