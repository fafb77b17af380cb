"""Numbers, codes and names that two laptops gave at the same time, made different again.

Who came first keeps the number; the others get the next that is free. Both laptops come to the same, since both look at the same
rows in the same order.
"""

from collections.abc import Callable
from typing import Any

from workshop.language import mark
from workshop.models.errors import InputError
from workshop.services.archiving.encoding import plain
from workshop.services.archiving.gathering import Key, Row, Rows
from workshop.services.archiving.merging import Merge, key_text
from workshop.services.archiving.touches import Knowledge
from workshop.services.archiving.wording import label_of

# Tables with numbers: within what they count, and the moment by which rows are put in order.
NUMBERED = {
    "participant": ("project_id", None),
    "idea": ("lab_session_id", "written_at"),
    "local_issue": ("project_id", "noted_at"),
    "proposal": ("project_id", "written_at"),
    "pilot": ("project_id", None),
    "observation": ("project_id", "seen_at"),
}


def join_namesakes(ours: Rows, theirs: Rows) -> None:
    """An organization that both laptops know by one name is one: what refers to theirs refers to ours."""
    names = {row["name"]: key for key, row in ours["organization"].items()}
    for key, row in list(theirs["organization"].items()):
        mine = names.get(row["name"])
        if mine is None or mine == key:
            continue
        del theirs["organization"][key]
        for name in ("membership", "named_ballot"):
            for other in theirs[name].values():
                if other["organization_id"] == key[0]:
                    other["organization_id"] = mine[0]


def drop_doubles(merge: Merge, ours: Rows) -> None:
    """A participant who supports an idea on both laptops supports it once.

    Raises InputError for a phase that is another one here, which only a made-up archive can have.
    """
    there = {(row["idea_id"], row["participant_id"]) for row in ours["idea_support"].values() if row["participant_id"]}
    for key, row in list(merge.added["idea_support"].items()):
        if (row["idea_id"], row["participant_id"]) in there:
            if row["text"]:
                merge.set_aside("idea_support", key, row)
            del merge.added["idea_support"][key]
    kinds = {row["kind"] for row in ours["phase"].values()}
    if any(row["kind"] in kinds for row in merge.added["phase"].values()):
        raise InputError(mark("The archive is refused: rows of {file} do not fit together.", file="phase.json"))


def renumber(merge: Merge, ours: Rows, here: Knowledge, there: Knowledge) -> None:
    """Give new numbers where two rows would bear the same, and tell which."""
    for name, (within, moment) in NUMBERED.items():
        order = _order(name, moment, here, there)
        for rows in _by(within, _together(merge, ours, name)).values():
            _renumber(merge, ours, name, sorted(rows.items(), key=order))
    people = sorted(_together(merge, ours, "participant").items(), key=_order("participant", None, here, there))
    taken: set[str] = set()
    for key, row in people:
        code: str = row["code"]
        if code in taken:
            code = next(new for n in range(1000) if (new := f"{row['number']:02}-{n:03}") not in taken)
            merge.changes.append(mark("Participant no. {n} has the new code {code}.", n=row["number"], code=code))
            _put(merge, ours, "participant", key, {**row, "code": code})
        taken.add(code)


def _renumber(merge: Merge, ours: Rows, name: str, rows: list[tuple[Key, Row]]) -> None:
    taken = {row["number"] for _key, row in rows}
    seen: set[int] = set()
    for key, row in rows:
        number: int = row["number"]
        if number in seen:
            number = max(taken) + 1
            merge.changes.append(mark("{what} is now no. {n}.", what=label_of(name, row), n=number))
            _put(merge, ours, name, key, {**row, "number": number})
        seen.add(number)
        taken.add(number)


def _order(name: str, moment: str | None, here: Knowledge, there: Knowledge) -> Callable[[tuple[Key, Row]], Any]:
    def order(item: tuple[Key, Row]) -> Any:
        key, row = item
        if moment is not None:
            return plain(row[moment]), str(key[0])
        touches = {touch for side in (here, there) for touch in side.touches(name, key_text(key))}
        return min((touch.at for touch in touches), default=""), str(key[0])

    return order


def _together(merge: Merge, ours: Rows, name: str) -> dict[Key, Row]:
    """The rows as they will be."""
    return {**ours[name], **merge.updated[name], **merge.added[name]}


def _by(column: str, rows: dict[Key, Row]) -> dict[Any, dict[Key, Row]]:
    found: dict[Any, dict[Key, Row]] = {}
    for key, row in rows.items():
        found.setdefault(row[column], {})[key] = row
    return found


def _put(merge: Merge, ours: Rows, name: str, key: Key, row: Row) -> None:
    """Write the row where it belongs in the plan."""
    (merge.added if key not in ours[name] else merge.updated)[name][key] = row
