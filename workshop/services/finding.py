"""Finding the thing that somebody means by an id, the beginning of an id, or a title."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar
from uuid import UUID

from workshop.language import mark
from workshop.models.errors import InputError, NotFoundError
from workshop.models.text import clean_text


class Identified(Protocol):
    """Anything with a UUID key."""

    @property
    def id(self) -> UUID:
        """Its key."""
        ...


Thing = TypeVar("Thing", bound=Identified)


def the_one_meant(
    wanted: str,
    things: Sequence[Thing],
    *,
    name_of: Callable[[Thing], str],
    prefer: Callable[[Thing], bool] = lambda _thing: True,
) -> Thing:
    """The thing whose id or title is `wanted`, or else begins with it; of several that fit those that `prefer` prefers.

    Raises NotFoundError where there is none, InputError where several fit.
    """
    words = clean_text(wanted)
    exact = [thing for thing in things if words in {str(thing.id), name_of(thing)}]
    loose = [
        thing
        for thing in things
        if words and (str(thing.id).startswith(words.lower()) or name_of(thing).startswith(words))
    ]
    fitting = exact or loose
    found = [thing for thing in fitting if prefer(thing)] or fitting
    if not found:
        raise NotFoundError(
            mark("Nothing is called “{wanted}”. List what there is and use its id or title.", wanted=wanted)
        )
    if len(found) > 1:
        raise InputError(
            mark("“{wanted}” fits {count} entries. Give more of the id or title.", wanted=wanted, count=len(found))
        )
    return found[0]
