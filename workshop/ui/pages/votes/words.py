"""How votes are told: their rules in one line or one sentence, their turnout, their ties."""

from workshop.language import Language
from workshop.models.enums import BallotKind, Channel
from workshop.models.records.votes import PollRecord, PollResult, ResultLine
from workshop.models.titles import title_of


def rules_line(language: Language, poll: PollRecord) -> str:
    """The rules in a few words: Dot voting · secret ballot · 3 dots each."""
    say_many = language.say_many
    if poll.ballot is BallotKind.APPROVAL:
        limit = say_many("{n} choice at most", "{n} choices at most", n=poll.dots)
    else:
        limit = say_many("{n} dot each", "{n} dots each", n=poll.dots)
    return " · ".join((language.tell(title_of(poll.ballot)), language.say("secret ballot"), limit))


def rules_sentence(language: Language, poll: PollRecord, **places: str) -> str:
    """The rules as one sentence; `places` puts something else where dots, most, or who may vote stand."""
    n = len(poll.options)
    if poll.ballot is BallotKind.APPROVAL:
        approval = {"most": poll.dots, "who": title_of(poll.electorate)} | places
        return language.say_many(
            "Each participant marks up to {most} of {n} option, in secret; {who} may vote.",
            "Each participant marks up to {most} of {n} options, in secret; {who} may vote.",
            n=n, **approval,
        )  # fmt: skip
    dots = {"dots": poll.dots, "most": poll.per_option, "who": title_of(poll.electorate)} | places
    return language.say_many(
        "Each participant has {dots} dots on {n} option, at most {most} on one, in secret; {who} may vote.",
        "Each participant has {dots} dots on {n} options, at most {most} on one, in secret; {who} may vote.",
        n=n, **dots,
    )  # fmt: skip


def points_told(language: Language, poll: PollRecord, points: int) -> str:
    """Points with their unit: 27 points, or 12 votes."""
    if poll.ballot is BallotKind.APPROVAL:
        return language.say_many("{n} vote", "{n} votes", n=points)
    return language.say_many("{n} point", "{n} points", n=points)


def count_line(language: Language, result: PollResult) -> str:
    """How many took part, blank and invalid ballots, and by which way ballots came in."""
    parts = [language.say("{ballots} of {entitled} voted", ballots=result.ballots, entitled=result.entitled)]
    parts.append(language.say("blank {n}", n=result.blank))
    parts.append(language.say("invalid {n}", n=result.invalid))
    parts += [
        language.say("{word} {count}", word=title_of(channel), count=count)
        for channel, count in result.by_channel
        if count or channel in (Channel.SCREEN, Channel.PAPER)
    ]
    return " · ".join(parts)


def tie_sentences(language: Language, result: PollResult) -> list[str]:
    """Every tie above zero in words."""
    lines: dict[object, ResultLine] = {line.option.id: line for line in result.lines}
    sentences: list[str] = []
    for group in result.ties:
        first = lines[group[0]]
        if first.points == 0:
            continue
        names = ", ".join(lines[option].option.text for option in group)
        values = {"rank": first.rank, "n": first.points, "names": names}
        if result.poll.ballot is BallotKind.APPROVAL:
            sentences.append(
                language.say("Tied in place {rank} with {n} votes each: {names}. A tie shares its rank.", **values)
            )
        else:
            sentences.append(
                language.say("Tied in place {rank} with {n} points each: {names}. A tie shares its rank.", **values)
            )
    return sentences
