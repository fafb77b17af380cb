"""Do the rows of an archive fit together: references, uniqueness, one project, votes that can be counted.

A database would refuse some of this and take the rest; here all of it is refused before anything is written.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn
from uuid import UUID

from sqlalchemy import UniqueConstraint

from workshop.language import mark
from workshop.models.enums import BallotKind, Channel
from workshop.models.errors import InputError, WorkshopError
from workshop.models.records.votes import Comparison, PollRecord
from workshop.models.tables.votes import Poll, PollOption
from workshop.services.archiving.gathering import Row, Rows
from workshop.services.archiving.tables import KEPT, references_of, table_of
from workshop.services.people.organizations import MOST_WEIGHT
from workshop.services.voting.ballot_papers import SPOILT, checked_paper, comparisons_of
from workshop.services.voting.counting import count
from workshop.services.voting.poll_setup import put_rules, rules_of

Ballots = Mapping[UUID, Sequence[Row]]

# References of a table to itself, which must not lead round in a circle.
_TRAILS = (("idea", "merged_into_id"), ("idea", "split_from_id"), ("picture", "cut_from_id"))


def check_rows(rows: Rows, ballots: Ballots, *, project_id: UUID, session_id: UUID | None) -> None:
    """Raise InputError, with the table, where rows do not fit together."""
    if list(rows["project"]) != [(project_id,)] or (
        session_id is not None and (session_id,) not in rows["lab_session"]
    ):
        _refuse("project")
    for name, found in rows.items():
        for row in found.values():
            if row.get("project_id", project_id) != project_id:
                _refuse(name)
        _check_references(name, rows)
        _check_unique(name, found.values())
    for name, column in _TRAILS:
        _check_trail(name, {key: row[column] for (key,), row in rows[name].items()})
    if ballots.keys() - {key for (key,) in rows["poll"]}:
        _refuse("ballot")
    for (poll_id,), poll in rows["poll"].items():
        try:
            _check_poll(rows, poll, ballots.get(poll_id, ()))
        except WorkshopError as error:
            raise InputError(
                mark("The archive is refused: the vote “{title}” cannot be counted.", title=poll["title"][:80])
            ) from error


def _check_references(name: str, rows: Rows) -> None:
    for column, target in references_of(name).items():
        there = rows[target]
        if any(row[column] is not None and (row[column],) not in there for row in rows[name].values()):
            _refuse(name)


def _check_unique(name: str, rows: Any) -> None:
    for constraint in table_of(name).constraints:
        if isinstance(constraint, UniqueConstraint):
            columns = [column.name for column in constraint.columns]
            told = [tuple(row[column] for column in columns) for row in rows]
            whole = [values for values in told if None not in values]
            if len(set(whole)) != len(whole):
                _refuse(name)


def _check_trail(name: str, ways: Mapping[UUID, UUID | None]) -> None:
    ended: set[UUID] = set()
    for start in ways:
        seen: list[UUID] = []
        at: UUID | None = start
        while at is not None and at not in ended:
            if at in seen:
                _refuse(name)
            seen.append(at)
            at = ways[at]
        ended.update(seen)


def _check_poll(rows: Rows, values: Row, papers: Sequence[Row]) -> None:
    """Raise WorkshopError where a vote is none that this program could have held."""
    poll = poll_record(rows, values)
    named = [row for row in rows["named_ballot"].values() if row["poll_id"] == poll.id]
    marks = sum(row["poll_id"] == poll.id for row in rows["voter_mark"].values())
    if poll.state.is_running or (poll.closed_at is not None) is not poll.is_counted:
        _refuse("poll")
    if not poll.is_counted:
        if papers or named or marks:
            _refuse("ballot")
        return
    if (papers and not poll.secret) or (named and poll.secret) or len(papers) + len(named) != marks:
        _refuse("ballot")
    if sorted(option.lot if option.lot is not None else -1 for option in poll.options) != list(
        range(len(poll.options))
    ):
        _refuse("poll_option")
    if any(not 1 <= row["weight"] <= MOST_WEIGHT for row in named):
        _refuse("named_ballot")
    if not set(Channel) >= set(values["by_channel"]) or sum(values["by_channel"].values()) not in {0, marks}:
        _refuse("poll")
    for row in (*papers, *named):
        check_paper(poll, row["choices"])
    count(poll, [row["choices"] for row in (*papers, *named)], entitled=marks)


def poll_record(rows: Rows, values: Row) -> PollRecord:
    """A vote as its record, from rows that are in no database; raises InputError for rules that no vote has."""
    options = [PollOption(**row) for row in rows["poll_option"].values() if row["poll_id"] == values["id"]]
    poll = Poll(**{name: value for name, value in values.items() if name not in KEPT["poll"].secret})
    before = rules_of(poll)
    put_rules(poll, before)
    if rules_of(poll) != before:
        _refuse("poll")
    poll.options = sorted(options, key=lambda option: option.position)
    return poll.record()


def check_paper(poll: PollRecord, choices: Any) -> None:
    """Raise WorkshopError where a ballot breaks the rule of its vote."""
    if choices == SPOILT:
        return
    if not isinstance(choices, dict):
        _refuse("ballot")
    paper: dict[str, int] = choices  # pyright: ignore[reportUnknownVariableType]
    try:
        if poll.ballot is BallotKind.PAIRWISE:
            told = [
                Comparison(UUID(one), UUID(other), {1: UUID(one), -1: UUID(other), 0: None}[preferred])
                for one, other, preferred in comparisons_of(paper)
            ]
            again = checked_paper(poll, {}, told)
        else:
            again = checked_paper(poll, {UUID(key): value for key, value in paper.items()})
    except (ValueError, KeyError) as error:
        raise InputError(mark("This ballot names an option that is not on it.")) from error
    if again != paper:
        _refuse("ballot")


def paper_in_order(poll: PollRecord, choices: Mapping[str, int]) -> dict[str, int]:
    """The marks of a ballot in the order of the ballot paper, as they are kept."""
    place = {str(option.id): option.position for option in poll.options}
    return dict(sorted(choices.items(), key=lambda item: [place.get(part, 0) for part in item[0].split(":")]))


def ballots_alike(one: Sequence[Row], other: Sequence[Row]) -> bool:
    """Whether two boxes hold the same ballots, in whatever order."""
    return _box(one) == _box(other)


def _box(papers: Sequence[Row]) -> Counter[tuple[Any, ...]]:
    papers_told = [(row["sector"], dict[str, int](row["choices"] or {})) for row in papers]
    return Counter((sector, *sorted(choices.items())) for sector, choices in papers_told)


def _refuse(table: str) -> NoReturn:
    raise InputError(mark("The archive is refused: rows of {file} do not fit together.", file=f"{table}.json"))
