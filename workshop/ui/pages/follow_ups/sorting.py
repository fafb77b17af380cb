"""Which follow-ups are shown and under which heading: plain values, tested without a window."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from workshop.models.enums import FollowUpState
from workshop.models.records.follow_ups import FollowUpRecord

SOON = timedelta(days=7)
_LIVE = {FollowUpState.OPEN, FollowUpState.DOING}


class Group(StrEnum):
    """When something is to be done, in the order in which it is shown."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    SOME_DAY = "some_day"
    FINISHED = "finished"


class Show(StrEnum):
    """Which of them are wanted."""

    LIVE = "live"
    OVERDUE = "overdue"
    SOON = "soon"
    FINISHED = "finished"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is wanted; an empty department and `told` None stand for all."""

    show: Show = Show.LIVE
    department: str = ""
    told: bool | None = None
    words: str = ""

    def keeps(self, item: FollowUpRecord, today: date) -> bool:
        """Whether a follow-up is wanted."""
        return (
            keeps_show(self.show, item, today)
            and (not self.department or item.department == self.department)
            and (self.told is None or bool(item.told_back) is self.told)
            and self.words.casefold() in _words(item)
        )


def group_of(item: FollowUpRecord, today: date) -> Group:
    """The heading a follow-up belongs under."""
    if item.state not in _LIVE:
        return Group.FINISHED
    if item.due_on is None:
        return Group.SOME_DAY
    if item.due_on < today:
        return Group.OVERDUE
    return Group.SOON if item.due_on <= today + SOON else Group.LATER


def keeps_show(show: Show, item: FollowUpRecord, today: date) -> bool:
    """Whether a follow-up is among those of a kind of state."""
    group = group_of(item, today)
    if show is Show.ALL:
        return True
    return group is not Group.FINISHED if show is Show.LIVE else group == show.value


def grouped(items: Iterable[FollowUpRecord], today: date) -> list[tuple[Group, list[FollowUpRecord]]]:
    """The follow-ups by heading, each by its day; what is finished begins with the latest. Empty headings are left out."""
    ordered = sorted(items, key=lambda item: (item.due_on or date.max, item.text))
    groups = {group: [item for item in ordered if group_of(item, today) is group] for group in Group}
    groups[Group.FINISHED].sort(key=lambda item: item.due_on or date.min, reverse=True)
    return [(group, members) for group, members in groups.items() if members]


def departments_of(items: Sequence[FollowUpRecord]) -> list[tuple[str, int]]:
    """The departments with how many follow-ups each has, the busiest first."""
    counted = Counter(item.department for item in items if item.department)
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def _words(item: FollowUpRecord) -> str:
    return " ".join((item.text, item.reason, item.department, item.responsible, item.told_back)).casefold()
