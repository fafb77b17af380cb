"""Two laptops of one project put together: which rows are new, which version of a row is kept, what is set aside.

Nothing is written here: rows of both sides go in, a plan comes out. What is done to which table, docs/archive.md says.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from workshop.language import Message, mark
from workshop.models.enums import Presence, SessionState
from workshop.services.archiving.encoding import canonical, plain
from workshop.services.archiving.gathering import Key, Row, Rows
from workshop.services.archiving.tables import KEPT, columns_of
from workshop.services.archiving.touches import Knowledge, Side, Verdict, judge
from workshop.services.archiving.wording import label_of, told_of, words_of

_SPACE = UUID("6d2f6f0e-5b7a-4c0e-9a51-2f1f6a1f5c11")  # of keys that follow from what they stand for

# Columns in which rows may differ without anybody's words being lost.
_QUIET = {"number", "position", "colour", "current_activity_id", "map_x", "map_y", "written_at"}
_JOINED = {"state", "opened_at", "closed_at"}  # of sessions: they never give way, the further one counts
# Tables that are merged as one with the row that they belong to, elsewhere.
VOTES = ("poll", "poll_option", "ballot", "named_ballot", "voter_mark")
_PERSONAL = ("register_line", "consent", "membership")


@dataclass(frozen=True, slots=True)
class Aside:
    """A version of a row that gave way."""

    id: UUID
    table: str
    key: str
    words: str
    values: Row


@dataclass
class Merge:
    """What is to be done to a library, and what is to be told about it."""

    added: Rows = field(default_factory=lambda: {name: {} for name in KEPT})
    updated: Rows = field(default_factory=lambda: {name: {} for name in KEPT})
    removed: list[tuple[str, Key]] = field(default_factory=list[tuple[str, Key]])
    same: Counter[str] = field(default_factory=Counter[str])
    aside: list[Aside] = field(default_factory=list[Aside])
    conflicts: list[Message] = field(default_factory=list[Message])
    changes: list[Message] = field(default_factory=list[Message])
    ballots: dict[UUID, tuple[Row, ...]] = field(default_factory=dict[UUID, tuple[Row, ...]])

    def set_aside(self, table: str, key: Key, row: Row) -> None:
        """Keep a version that gave way under a key that follows from it, so that twice is the same as once."""
        values: Row = plain({column: row[column] for column in columns_of(table) if column not in KEPT[table].withheld})
        text = key_text(key)
        self.aside.append(
            Aside(uuid5(_SPACE, f"{table}/{text}/{canonical(values)}"), table, text, words_of(table, row), values)
        )


def merge_rows(merge: Merge, ours: Rows, theirs: Rows, here: Knowledge, there: Knowledge, *, reduced: bool) -> None:
    """Put the rows of an archive to those of the library, votes and personal data aside.

    `reduced` says that the archive is without the register: what is empty there of a description of a person says nothing.
    """
    for name in KEPT:
        if name in VOTES or name in _PERSONAL:
            continue
        for key, row in theirs[name].items():
            mine = ours[name].get(key)
            if mine is None:
                merge.added[name][key] = row
                continue
            told = _filled(name, row, mine) if reduced else row
            if name == "participant" and str(key[0]) in here.destroyed | there.destroyed:
                told = {**told, **_BLANK}
            _merge_row(merge, name, key, mine, told, here, there)


def merge_personal(merge: Merge, ours: Rows, theirs: Rows, here: Knowledge, there: Knowledge) -> None:
    """Names, consents and memberships: what was destroyed on one laptop is not brought back, and is destroyed on the other."""
    destroyed = here.destroyed | there.destroyed
    for name in _PERSONAL:
        for key, row in theirs[name].items():
            mine = ours[name].get(key)
            if str(key[0]) in destroyed:
                continue
            if mine is None:
                merge.added[name][key] = row
            elif mine == row:
                merge.same[name] += 1
            elif _is_later(name, key, mine, row, here, there):
                merge.updated[name][key] = row
    _destroy(merge, ours, there.destroyed - here.destroyed)


def _is_later(name: str, key: Key, mine: Row, row: Row, here: Knowledge, there: Knowledge) -> bool:
    """Whether a line of an archive replaces ours; of a consent the later word counts, and of one day the refusal."""
    if name == "consent":
        return (row["on"], not row["given"]) > (mine["on"], not mine["given"])
    return judge(here, there, [(name, key_text(key))], plain(mine), plain(row)).side is Side.THEIRS


def _destroy(merge: Merge, ours: Rows, people: set[str]) -> None:
    """Destroy here what was destroyed on the other laptop."""
    for name in _PERSONAL:
        merge.removed += [(name, key) for key in ours[name] if str(key[0]) in people]
    for key, row in ours["participant"].items():
        if str(key[0]) in people:
            merge.updated["participant"][key] = {**merge.updated["participant"].get(key, row), **_BLANK}
            merge.changes.append(
                mark(
                    "The personal data of participant no. {n} were destroyed on the other laptop, and here too.",
                    n=row["number"],
                )
            )


def key_text(key: Key) -> str:
    """A key as the journal writes it."""
    return "/".join(str(part) for part in key)


def _merge_row(merge: Merge, name: str, key: Key, mine: Row, row: Row, here: Knowledge, there: Knowledge) -> None:
    if name == "attendance":
        verdict, kept = Verdict(Side.OURS), _met(mine, row)
    elif mine == row:
        merge.same[name] += 1
        return
    else:
        verdict = judge(here, there, [(name, key_text(key))], plain(mine), plain(row))
        kept = row if verdict.side is Side.THEIRS else mine
        if verdict.conflict and name == "lab_session":
            kept = _furthest(kept, mine, row)
    if kept == mine:
        merge.same[name] += 1
    else:
        merge.updated[name][key] = kept
    lost = mine if verdict.side is Side.THEIRS else row
    if verdict.conflict and _loud(name, mine, row):
        merge.set_aside(name, key, lost)
        merge.conflicts.append(
            mark(
                "{what} was changed on both laptops. Kept: “{kept}”. Set aside: “{lost}”.",
                what=label_of(name, kept), kept=told_of(name, kept), lost=told_of(name, lost),
            )
        )  # fmt: skip


def _loud(name: str, mine: Row, row: Row) -> bool:
    """Whether two versions differ in more than their place."""
    quiet = _QUIET | _JOINED if name == "lab_session" else _QUIET
    return any(mine[column] != row[column] for column in columns_of(name) if column not in quiet)


def _filled(name: str, row: Row, mine: Row) -> Row:
    """A row of an archive without the register, with what it does not tell as it is here."""
    return {**row, **{column: mine[column] for column in KEPT[name].withheld if not row[column]}}


def _met(mine: Row, row: Row) -> Row:
    """Somebody who was seen at a session by one of two laptops was there, and came when the first saw it."""
    first, second = sorted(
        (mine, row), key=lambda one: (one["arrived_at"] is None, plain(one["arrived_at"]), canonical(plain(one)))
    )
    presence = max(mine["presence"], row["presence"], key=list(Presence).index)
    return {**first, "presence": presence, "arrived_at": first["arrived_at"] or second["arrived_at"]}


def _furthest(kept: Row, mine: Row, row: Row) -> Row:
    """A session that was closed on one laptop is closed, and one that was opened has begun."""
    state = max(mine["state"], row["state"], key=list(SessionState).index)
    opened = [one["opened_at"] for one in (mine, row) if one["opened_at"] is not None]
    closed = [one["closed_at"] for one in (mine, row) if one["closed_at"] is not None]
    ended = max(closed) if closed and state is SessionState.CLOSED else None
    return {**kept, "state": state, "opened_at": min(opened, default=None), "closed_at": ended}


_BLANK: Mapping[str, Any] = {"age_band": None, "gender": None, "neighbourhood": ""}
