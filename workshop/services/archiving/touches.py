"""Which laptop changed a row, and whether the other had seen that: read from the two journals.

Entries of a journal are known by their digests, and an archive brings along the digests of every journal that its laptop knows.
So a change made in knowledge of another simply replaces it, and only changes made at the same time are a conflict: causality
in the sense of Lamport, with digests in place of clocks. The clocks of laptops decide nothing but which of two such versions is
kept; the other is kept apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from workshop.services.archiving.encoding import canonical
from workshop.services.archiving.journals import IMPORTING, Entry, subjects_of
from workshop.services.keeping.undo_steps import MOST_NAMED

DESTROYING = "destroy personal data"


class Side(Enum):
    """Whose version of a row is kept."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whose version is kept, and whether both had changed it without knowing of each other."""

    side: Side
    conflict: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Touch:
    """When a row was changed, and in which entry."""

    at: str
    digest: str


class Knowledge:
    """What one laptop knows: the digests of all journals, and the changes of each row."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.digests: set[str] = set()
        self.destroyed: set[str] = set()
        self._named: dict[tuple[str, str], list[Touch]] = {}
        self._wide: dict[str, list[Touch]] = {}
        for entry in entries:
            self.digests.add(entry.digest)
            if entry.content is not None and entry.content["verb"] != IMPORTING:
                self._note(entry.digest, entry.content)

    def touches(self, table: str, key: str) -> list[Touch]:
        """The changes of a row that are known of."""
        return self._named.get((table, key), []) + self._wide.get(table, [])

    def news(self, other: "Knowledge", table: str, key: str) -> Touch | None:
        """The last change of a row that the other laptop knows nothing of."""
        fresh = (touch for touch in self.touches(table, key) if touch.digest not in other.digests)
        return max(fresh, default=None)

    def _note(self, digest: str, content: dict[str, Any]) -> None:
        touch = Touch(content["at"], digest)
        for table, keys in content["details"].items():
            listed = list(subjects_of({"details": keys})) if isinstance(keys, list) else []
            for key in listed:
                self._named.setdefault((table, key), []).append(touch)
            if len(listed) >= MOST_NAMED:  # it may be about further rows too
                self._wide.setdefault(table, []).append(touch)
            if content["verb"] == DESTROYING and table == "participant":
                self.destroyed.update(listed)


def judge(here: Knowledge, there: Knowledge, rows: Iterable[tuple[str, str]], ours: Any, theirs: Any) -> Verdict:
    """Whose version is kept of what differs: a row, or several that are one thing, by table and key.

    Both laptops come to the same when they exchange archives, whatever their clocks say.
    """
    listed = list(rows)
    our_news = max((one for row in listed if (one := here.news(there, *row))), default=None)
    their_news = max((one for row in listed if (one := there.news(here, *row))), default=None)
    if (our_news is None) is not (their_news is None):
        return Verdict(Side.THEIRS if our_news is None else Side.OURS)
    if our_news is not None and their_news is not None:
        return Verdict(Side.THEIRS if their_news > our_news else Side.OURS, conflict=True)
    return Verdict(Side.THEIRS if canonical(theirs) > canonical(ours) else Side.OURS, conflict=True)
