"""Photos as answers in words: how often one was chosen, and what became of those that are not there any more."""

from collections.abc import Sequence
from typing import Protocol

from workshop.language import Language


class Chosen(Protocol):
    """A photo that was chosen."""

    @property
    def picture(self) -> object | None:
        """The photo, none where it is gone."""
        ...

    @property
    def withdrawn(self) -> bool:
        """Whether it went with its idea."""
        ...


def times_words(language: Language, times: int) -> str:
    """How often a photo was chosen."""
    return language.say_many("chosen once", "chosen {n} times", times)


def gone_words(language: Language, photos: Sequence[Chosen]) -> list[str]:
    """A sentence each for photos that were removed, and for those whose idea was withdrawn."""
    gone = [each for each in photos if each.picture is None]
    withdrawn = sum(each.withdrawn for each in gone)
    told: list[str] = []
    if withdrawn:
        told.append(
            language.say_many(
                "{n} chosen photo is not shown because its idea was withdrawn.",
                "{n} chosen photos are not shown because their ideas were withdrawn.", withdrawn,
            )
        )  # fmt: skip
    if len(gone) > withdrawn:
        told.append(
            language.say_many(
                "{n} chosen photo has been removed since.", "{n} chosen photos have been removed since.",
                len(gone) - withdrawn,
            )
        )  # fmt: skip
    return told
