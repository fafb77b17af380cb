"""The marks of which an option can have one: grades, or yes, no and abstain."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its number on the ballot, the words or the number on its button, what a screen reader calls it."""

    value: int
    label: str
    told: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """The marks from left to right, the digit that gives each, and words for both ends (none where the marks are words)."""

    marks: tuple[Mark, ...]
    digits: Mapping[int, int]
    low: str = ""
    high: str = ""

    def told(self, value: int) -> str:
        """What a screen reader calls a mark."""
        return self.mark(value).told

    def mark(self, value: int) -> Mark:
        """The mark with a number."""
        return next(mark for mark in self.marks if mark.value == value)

    def digit(self, digit: int, before: int | None) -> int | None:
        """The mark that a digit gives; `before` is the digit typed just before on the same option, so that 1 and 0 are 10."""
        values = {mark.value for mark in self.marks}
        if digit == 0 and before == 1 and 10 in values:
            return 10
        return self.digits.get(digit)
