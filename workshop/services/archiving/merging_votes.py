"""Votes of two laptops put together. A vote is one thing with its options, ballots and voter marks: it is taken whole or not.

Boxes are never mixed. A vote that was held on both laptops (which had copied one library before) is there twice afterwards.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from uuid import UUID, uuid5

from workshop.language import mark
from workshop.models.enums import PollState
from workshop.services.archiving.encoding import canonical, plain
from workshop.services.archiving.gathering import Key, Row, Rows
from workshop.services.archiving.merging import Merge, key_text
from workshop.services.archiving.soundness import ballots_alike
from workshop.services.archiving.tables import columns_of
from workshop.services.archiving.touches import Knowledge, Side, Verdict, judge

Ballots = Mapping[UUID, Sequence[Row]]
_PARTS = ("poll_option", "named_ballot", "voter_mark")
_LONGEST = 300  # characters of a title


def merge_votes(
    merge: Merge, ours: Rows, theirs: Rows, ballots: tuple[Ballots, Ballots], here: Knowledge, there: Knowledge
) -> None:
    """Put the votes of an archive to those of the library; `ballots` are those of both by vote."""
    our_papers, their_papers = ballots
    for (poll_id,), row in theirs["poll"].items():
        mine = ours["poll"].get((poll_id,))
        papers = tuple(their_papers.get(poll_id, ()))
        if mine is None:
            _add(merge, theirs, row, papers)
        elif _same_vote(ours, theirs, poll_id, our_papers.get(poll_id, ()), papers):
            _merge_poll(merge, mine, row, here, there)
        elif _is_over(row):
            if mine["state"] is PollState.DRAFT:
                _replace(merge, ours, theirs, row, papers)
            else:
                _add_twin(merge, ours, theirs, row, papers)
        elif mine["state"] is PollState.DRAFT:
            _merge_draft(merge, ours, theirs, row, here, there)
        else:  # a vote in preparation there has been opened here since
            merge.same["poll"] += 1


def parts_of(rows: Rows, name: str, poll_id: UUID) -> dict[Key, Row]:
    """The rows of a table that belong to a vote."""
    return {key: row for key, row in rows[name].items() if row["poll_id"] == poll_id}


def _is_over(row: Row) -> bool:
    return row["closed_at"] is not None


def _same_vote(ours: Rows, theirs: Rows, poll_id: UUID, mine: Sequence[Row], papers: Sequence[Row]) -> bool:
    parts = all(parts_of(ours, name, poll_id) == parts_of(theirs, name, poll_id) for name in _PARTS)
    over = _is_over(ours["poll"][poll_id,]) is _is_over(theirs["poll"][poll_id,])
    return parts and over and ballots_alike(mine, papers)


def _add(merge: Merge, theirs: Rows, row: Row, papers: tuple[Row, ...]) -> None:
    merge.added["poll"][row["id"],] = row
    for name in _PARTS:
        merge.added[name] |= parts_of(theirs, name, row["id"])
    if papers:
        merge.ballots[row["id"]] = papers


def _merge_poll(merge: Merge, mine: Row, row: Row, here: Knowledge, there: Knowledge) -> None:
    """The same vote with the same ballots: what was revealed or annulled since."""
    key = (row["id"],)
    if all(mine[column] == row[column] for column in columns_of("poll")):
        merge.same["poll"] += 1
        return
    verdict = judge(here, there, [("poll", key_text(key))], plain(mine), plain(row))
    kept = row if verdict.side is Side.THEIRS else mine
    if verdict.conflict:
        kept = max(mine, row, key=lambda one: (list(PollState).index(one["state"]), canonical(plain(one))))
    if kept is mine:
        merge.same["poll"] += 1
    else:
        merge.updated["poll"][key] = kept


def _merge_draft(merge: Merge, ours: Rows, theirs: Rows, row: Row, here: Knowledge, there: Knowledge) -> None:
    """A vote prepared on both laptops: one preparation is kept whole, the other is set aside where both had changed it."""
    poll_id: UUID = row["id"]
    verdict = _judge_draft(ours, theirs, poll_id, here, there)
    lost_rows = ours if verdict.side is Side.THEIRS else theirs
    if verdict.conflict:
        options = sorted(parts_of(lost_rows, "poll_option", poll_id).values(), key=lambda option: option["position"])
        lost = lost_rows["poll"][poll_id,]
        merge.set_aside("poll", (poll_id,), lost)
        for option in options:
            merge.set_aside("poll_option", (option["id"],), option)
        merge.conflicts.append(
            mark(
                "{what} was changed on both laptops. Kept: “{kept}”. Set aside: “{lost}”.",
                what=mark("A vote"),
                kept=(theirs if lost_rows is ours else ours)["poll"][poll_id,]["title"],
                lost=" · ".join([lost["title"], *(option["text"] for option in options)])[:200],
            )
        )
    if verdict.side is Side.THEIRS:
        _replace(merge, ours, theirs, row, ())
    else:
        merge.same["poll"] += 1


def _judge_draft(ours: Rows, theirs: Rows, poll_id: UUID, here: Knowledge, there: Knowledge) -> Verdict:
    """A preparation was last changed where any of its rows was."""
    told = [
        [plain(rows["poll"][poll_id,]), *(plain(one) for one in parts_of(rows, "poll_option", poll_id).values())]
        for rows in (ours, theirs)
    ]
    keys = {("poll_option", str(key[0])) for rows in (ours, theirs) for key in parts_of(rows, "poll_option", poll_id)}
    return judge(here, there, [("poll", str(poll_id)), *sorted(keys)], told[0], told[1])


def _replace(merge: Merge, ours: Rows, theirs: Rows, row: Row, papers: tuple[Row, ...]) -> None:
    """Take the other preparation, or the vote that was held, in place of a preparation here."""
    merge.updated["poll"][row["id"],] = row
    merge.removed += [("poll_option", key) for key in parts_of(ours, "poll_option", row["id"])]
    for name in _PARTS:
        merge.added[name] |= parts_of(theirs, name, row["id"])
    if papers:
        merge.ballots[row["id"]] = papers


def _add_twin(merge: Merge, ours: Rows, theirs: Rows, row: Row, papers: tuple[Row, ...]) -> None:
    """Keep the other vote beside this one, under keys that follow from it."""
    fingerprint = sha256(
        canonical([sorted(canonical(plain(paper["choices"])) for paper in papers), plain(row["closed_at"])]).encode()
    ).hexdigest()
    twin = uuid5(row["id"], fingerprint)
    if (twin,) in ours["poll"]:
        merge.same["poll"] += 1
        return
    options = {key: uuid5(twin, str(key[0])) for key in parts_of(theirs, "poll_option", row["id"])}
    names = {str(key[0]): str(value) for key, value in options.items()}
    merge.added["poll"][twin,] = {
        **row,
        "id": twin,
        "activity_id": None,
        "title": f"{row['title'][: _LONGEST - 4]} (2)",
    }
    for key, option in parts_of(theirs, "poll_option", row["id"]).items():
        merge.added["poll_option"][options[key],] = {**option, "id": options[key], "poll_id": twin}
    for (_poll, person), mark_ in parts_of(theirs, "voter_mark", row["id"]).items():
        merge.added["voter_mark"][twin, person] = {**mark_, "poll_id": twin}
    for (_poll, person), ballot in parts_of(theirs, "named_ballot", row["id"]).items():
        choices = _renamed(ballot["choices"], names)
        merge.added["named_ballot"][twin, person] = {**ballot, "poll_id": twin, "choices": choices}
    if papers:
        merge.ballots[twin] = tuple(
            {**one, "poll_id": twin, "choices": _renamed(one["choices"], names)} for one in papers
        )
    merge.conflicts.append(
        mark("The vote “{title}” was held on both laptops. Both results are kept, each by itself.", title=row["title"])
    )


def _renamed(choices: Mapping[str, int], names: Mapping[str, str]) -> dict[str, int]:
    return {":".join(names.get(part, part) for part in key.split(":")): value for key, value in choices.items()}
