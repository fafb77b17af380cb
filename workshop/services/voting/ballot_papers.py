"""What may stand on a ballot, and how it is kept.

A ballot is kept as numbers by option: dots, a 1 for what was chosen, grades, places from 1, a 1 for yes, 0 for abstaining and
-1 for no. A comparison of two is kept under both options, `one:other`, as 1, -1 or 0 for “can't decide”. What was left out
is not there; an empty ballot is blank. All in the order of the ballot paper, so that the order of tapping is not kept.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from uuid import UUID

from workshop.language import mark
from workshop.models.enums import BallotKind
from workshop.models.errors import RefusedError
from workshop.models.records.votes import Comparison, PollRecord

SPOILT = {"spoilt": 1}  # a paper that breaks the rule: counted, and counted as invalid
_STRANGE = mark("This ballot names an option that is not on it.")


def checked_paper(
    poll: PollRecord, choices: Mapping[UUID, int], comparisons: Sequence[Comparison] = ()
) -> dict[str, int]:
    """The choices as they are kept; raises RefusedError with a word of help where they break the rule of the vote."""
    if not choices.keys() <= {option.id for option in poll.options}:
        raise RefusedError(_STRANGE)
    if poll.ballot is BallotKind.PAIRWISE:
        return _checked_pairs(poll, comparisons)
    if poll.ballot in {BallotKind.DOTS, BallotKind.APPROVAL, BallotKind.BUDGET}:
        choices = {option: count for option, count in choices.items() if count != 0}
    _CHECKS[poll.ballot](poll, choices)
    return {str(option.id): choices[option.id] for option in poll.options if option.id in choices}


def paper_room(poll: PollRecord) -> int:
    """The most bytes that a ballot of this vote needs when it is sealed."""
    pairs = poll.ballot is BallotKind.PAIRWISE
    return 64 + (poll.dots * 80 if pairs else len(poll.options) * 44)


def comparisons_of(choices: Mapping[str, int]) -> tuple[tuple[str, str, int], ...]:
    """The comparisons on a kept ballot: one, other, and 1, -1 or 0."""
    pairs = ((*key.partition(":"), preferred) for key, preferred in choices.items())
    return tuple((one, other, preferred) for one, _colon, other, preferred in pairs)


def _check_dots(poll: PollRecord, choices: Mapping[UUID, int]) -> None:
    if any(not 1 <= count <= poll.per_option for count in choices.values()):
        raise RefusedError(mark("At most {most} on one option.", most=poll.per_option))
    if sum(choices.values()) > poll.dots:
        raise RefusedError(mark("At most {most} in all.", most=poll.dots))


def _check_grades(poll: PollRecord, choices: Mapping[UUID, int]) -> None:
    if any(not poll.lowest <= grade <= poll.highest for grade in choices.values()):
        raise RefusedError(
            mark("A grade lies between {lowest} and {highest}.", lowest=poll.lowest, highest=poll.highest)
        )


def _check_places(poll: PollRecord, choices: Mapping[UUID, int]) -> None:
    if len(choices) > poll.dots:
        one = mark("Only one place can be given.")
        raise RefusedError(one if poll.dots == 1 else mark("At most {most} places can be given.", most=poll.dots))
    places = sorted(choices.values())
    if not poll.ties and places != list(range(1, len(places) + 1)):
        raise RefusedError(mark("Each place is given once, from the first on."))
    if places and (places[0] != 1 or any(later - place > 1 for place, later in pairwise(places))):
        raise RefusedError(mark("The places begin with the first, and none is left out."))


def _check_budget(poll: PollRecord, choices: Mapping[UUID, int]) -> None:
    if any(count != 1 for count in choices.values()):
        raise RefusedError(mark("At most {most} on one option.", most=1))
    spent = sum(option.cost or 0 for option in poll.options if option.id in choices)
    if spent > poll.budget:
        raise RefusedError(mark("That is {n} more than the budget.", n=spent - poll.budget))


def _check_answers(_poll: PollRecord, choices: Mapping[UUID, int]) -> None:
    if any(answer not in {1, 0, -1} for answer in choices.values()):
        raise RefusedError(mark("The answer is yes, no or abstain."))


def _checked_pairs(poll: PollRecord, comparisons: Sequence[Comparison]) -> dict[str, int]:
    place = {option.id: option.position for option in poll.options}
    kept: dict[tuple[UUID, UUID], int] = {}
    for one, other, preferred in comparisons:
        if one not in place or other not in place or one == other or preferred not in {one, other, None}:
            raise RefusedError(_STRANGE)
        first, second = sorted((one, other), key=place.__getitem__)
        kept[first, second] = 0 if preferred is None else 1 if preferred == first else -1
    if len(kept) < len(comparisons):
        raise RefusedError(mark("Two options were compared twice."))
    if len(kept) > poll.dots:
        raise RefusedError(mark("At most {most} in all.", most=poll.dots))
    ordered = sorted(kept, key=lambda pair: (place[pair[0]], place[pair[1]]))
    return {f"{first}:{second}": kept[first, second] for first, second in ordered}


_CHECKS = {
    BallotKind.DOTS: _check_dots,
    BallotKind.APPROVAL: _check_dots,
    BallotKind.BUDGET: _check_budget,
    BallotKind.SCORE: _check_grades,
    BallotKind.RANKING: _check_places,
    BallotKind.YES_NO: _check_answers,
}
