"""Ties and the lot in words: what is shared, where the lot decided, and how anybody can draw it again."""

from collections.abc import Sequence
from uuid import UUID

from workshop.language import Language
from workshop.models.enums import CountingRule
from workshop.models.records.votes import LotUse, PollResult, ResultLine
from workshop.models.telling.facts import answers_of
from workshop.models.telling.quoting import listed
from workshop.models.telling.standings import BUDGETS, POINTS, ROUNDS, counts_nothing, figure, leads, points_told

# Where these rules leave equals, the lot has decided or nothing follows from it.
_WITHOUT_TIES = BUDGETS | {CountingRule.STV, CountingRule.MAJORITY}


def shared_places(result: PollResult) -> tuple[tuple[UUID, ...], ...]:
    """The groups of options that share a place, as far as somebody was for them and the rule ranks at all."""
    lines = {line.option.id: line for line in result.lines}
    if result.rule in _WITHOUT_TIES or not any(leads(result, line) for line in result.lines):
        return ()
    return tuple(group for group in result.ties if not counts_nothing(result, lines[group[0]]))


def tie_sentences(language: Language, result: PollResult) -> list[str]:
    """Every tie in words: shared places above nothing, and proposals with as many yes as no."""
    if result.rule is CountingRule.MAJORITY:
        return _even(language, result)
    lines = {line.option.id: line for line in result.lines}
    return [_shared(language, result, lines[group[0]], group) for group in shared_places(result)]


def lot_sentences(language: Language, result: PollResult) -> list[str]:
    """Every use of the lot in words, in the order of the count."""
    return [_use(language, result, use) for use in result.lots]


def lot_note(language: Language, result: PollResult) -> str:
    """That a lot was drawn, its seed, and whether it was needed; nothing where the vote has none."""
    seed = result.poll.lot_seed
    if not seed:
        return ""
    if not result.lots:
        return language.say(
            "An order by lot was drawn when the vote opened (seed {seed}). It was not needed: nothing was decided by lot.",
            seed=seed,
        )
    return language.say(
        "The order by lot was drawn when the vote opened, before anybody had voted (seed {seed}).", seed=seed
    )


def redraw_note(language: Language, result: PollResult) -> str:
    """How anybody can draw the lot again and check its seal; nothing where no lot was used."""
    poll = result.poll
    if not poll.lot_seed or not result.lots:
        return ""
    again = language.say(
        "Anybody can draw it again: the options stand in the order of the SHA-256 of the seed, a colon and the number "
        "of the option."
    )
    if not poll.lot_seal:
        return again
    sealed = language.say(
        "The SHA-256 of the seed is the seal that was published when the vote opened: {seal}", seal=poll.lot_seal
    )
    return f"{again} {sealed}"


def names_of(language: Language, result: PollResult, options: Sequence[UUID]) -> str:
    """The options after one another, quoted."""
    return listed(language, [result.options[key].text for key in options])


def _shared(language: Language, result: PollResult, first: ResultLine, group: Sequence[UUID]) -> str:
    values = {"rank": first.rank, "names": names_of(language, result, group), "n": figure(language, result, first)}
    if result.rule in POINTS | {CountingRule.APPROVAL, CountingRule.PLURALITY}:
        values["points"] = points_told(language, result.rule, first.points)
        return language.say("Tied in place {rank} with {points} each: {names}. A tie shares its rank.", **values)
    if result.rule is CountingRule.SCORE:
        return language.say(
            "Tied in place {rank} with an average of {n} each: {names}. A tie shares its rank.", **values
        )
    return language.say("Tied in place {rank}: {names}. A tie shares its rank.", **values)


def _use(language: Language, result: PollResult, use: LotUse) -> str:
    """One use: what was decided follows from the rule and from where in the count it was."""
    kind, _space, n = use.at.partition(" ")
    values = {
        "n": n, "names": names_of(language, result, use.options), "chosen": names_of(language, result, use.chosen),
    }  # fmt: skip
    if kind == "round" and result.rule in ROUNDS:
        return language.say(
            "In round {n} the lot decided between {names}: {chosen}, the last of them in its order, left.", **values
        )
    if kind == "round":
        return language.say("In round {n} the lot decided between {names}: {chosen} came first.", **values)
    if kind == "seat":
        return language.say("With equal votes the lot put these in order: {chosen}.", **values)
    if kind == "place":
        return language.say("For place {n} the lot decided between {names}: it chose {chosen}.", **values)
    return language.say("The lot decided between {names}: it chose {chosen}.", **values)


def _even(language: Language, result: PollResult) -> list[str]:
    even: list[UUID] = []
    for line in result.lines:
        answers = answers_of(result, line.option)
        if answers is not None and answers.yes == answers.no and answers.yes:
            even.append(line.option.id)
    if not even:
        return []
    return [language.say("As many yes as no, and so not carried: {names}.", names=names_of(language, result, even))]
