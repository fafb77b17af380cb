"""The ballots of votes that are over, as files that other programs count: a recount needs nothing of this application.

Rankings and comparisons go into PrefLib's `.soi` and `.toi`, approvals and answers into `.cat`, dots, grades and budgets into
Pabulib's `.pb`. Beside each lies a `.json` that says by which rule it was counted, what came out, and what the file cannot
tell: blank and invalid ballots. The options stand in the order of the lot, so that a program that breaks ties by the order
of the options comes to the same. The ballots are in a new random order and bear no keys. In an archive, where the same votes
have to make the same bytes, they stand in the order of what is on them, of which nothing can be read either.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from workshop.exchange.ballot_files import BallotFile, FileKind, Limits
from workshop.exchange.pabulib import write_pabulib
from workshop.exchange.preflib import write_preflib
from workshop.methods.voting.ballots import Order
from workshop.methods.voting.tally import as_number
from workshop.models.enums import BallotKind, CountingRule
from workshop.models.records.votes import PollRecord, PollResult
from workshop.services.keeping.library import Library
from workshop.services.keeping.writing import write_file
from workshop.services.voting import polls, results
from workshop.services.voting.ballot_papers import SPOILT, comparisons_of
from workshop.services.voting.counting import Paper, lot_of, orders_of


def export_ballots(
    library: Library, *, out: Path, session_id: UUID | None = None, project_id: UUID | None = None
) -> tuple[Path, ...]:
    """Write the ballots of every vote of a session, or of a project, that is over, into the folder `out`.

    Two files for each vote; what was written is returned. Raises LibraryError where the folder cannot be written to.
    """
    written: list[Path] = []
    for name, content in ballot_files(library, session_id=session_id, project_id=project_id):
        write_file(out / name, content, make_folder=True)
        written.append(out / name)
    return tuple(written)


def ballot_files(
    library: Library, *, session_id: UUID | None = None, project_id: UUID | None = None, shuffled: bool = True
) -> Iterator[tuple[str, bytes]]:
    """Names and contents of two files for each vote that is over: its ballots, and what a recount has to come to.

    The ballots are in random order, or else in that of what is on them.
    """
    over = [poll for poll in polls.list_polls(library, session_id=session_id, project_id=project_id) if poll.is_counted]
    for number, poll in enumerate(over, start=1):
        _record, papers = results.kept_papers(library, poll_id=poll.id)
        result = results.poll_result(library, poll_id=poll.id)
        file = ballot_file(poll, papers)
        stem = f"{number:02}-{_plain(poll.title)}"
        ballots = f"{stem}.{_ending(file.kind)}"
        if file.kind.is_pabulib:
            yield ballots, write_pabulib(file, shuffled=shuffled)
        else:
            yield ballots, write_preflib(file, file_name=ballots, shuffled=shuffled)
        yield f"{stem}.json", json.dumps(_told(poll, result, ballots), ensure_ascii=False, indent=2).encode()


def ballot_file(poll: PollRecord, papers: Sequence[Paper]) -> BallotFile:
    """The ballots of a poll as a file holds them; its options are numbered in the order of the lot. Spoilt ones are left out."""
    number = {option: str(place) for place, option in enumerate(lot_of(poll), start=1)}
    options = {str(option.id): option for option in poll.options}
    kind = _kind(poll, papers)
    sound = [paper for paper in papers if not paper.keys() & SPOILT.keys()]
    return BallotFile(
        kind,
        tuple(number.values()),
        {number[key]: options[key].text for key in number},
        orders=tuple(_orders(poll, sound, number)) if not kind.is_pabulib else (),
        marks=tuple({number[key]: mark for key, mark in paper.items()} for paper in sound) if kind.is_pabulib else (),
        title=poll.title,
        categories=_CATEGORIES.get(poll.ballot, ()) if kind is FileKind.CAT else (),
        costs={number[key]: options[key].cost or 0 for key in number},
        budget=poll.budget,
        limits=_limits(poll, kind),
        meta={key: value for key, value in _about(poll).items() if value},
    )


_CATEGORIES = {BallotKind.APPROVAL: ("Approved", "Not approved"), BallotKind.YES_NO: ("Yes", "No", "Abstained")}
_PABULIB = {
    BallotKind.DOTS: FileKind.CUMULATIVE, BallotKind.SCORE: FileKind.SCORING, BallotKind.BUDGET: FileKind.APPROVAL,
}  # fmt: skip


# How our counts by this rule go, since a rule of this name may be counted in other ways (`Way`).
_WAY = {CountingRule.EQUAL_SHARES: {"utility": "cost", "completion": "add1u"}}
_PABULIB_RULES = {CountingRule.GREEDY: "greedy", CountingRule.EQUAL_SHARES: "equalshares/add1u"}


def _kind(poll: PollRecord, papers: Sequence[Paper]) -> FileKind:
    if poll.ballot in _CATEGORIES:
        return FileKind.CAT
    if poll.ballot is BallotKind.PAIRWISE:
        undecided = any(won == 0 for paper in papers for _one, _other, won in comparisons_of(paper))
        return FileKind.TOI if undecided else FileKind.SOI
    if poll.ballot is BallotKind.RANKING:
        return FileKind.TOI if poll.ties else FileKind.SOI
    return _PABULIB[poll.ballot]


def _orders(poll: PollRecord, papers: Sequence[Paper], number: dict[str, str]) -> list[Order]:
    if poll.ballot is BallotKind.RANKING:
        told = orders_of(poll, papers)
    elif poll.ballot is BallotKind.PAIRWISE:  # every comparison is a ranking of two
        told = [
            ((one, other),) if won == 0 else ((one,), (other,)) if won > 0 else ((other,), (one,))
            for paper in papers
            for one, other, won in comparisons_of(paper)
        ]
    elif poll.ballot is BallotKind.APPROVAL:
        told = [(tuple(paper), tuple(option for option in number if option not in paper)) for paper in papers]
    else:
        told = [tuple(tuple(o for o in paper if paper[o] == answer) for answer in (1, -1, 0)) for paper in papers]
    return [tuple(tuple(number[option] for option in group) for group in order) for order in told]


def _about(poll: PollRecord) -> dict[str, str]:
    """What a `.pb` says beside its votes; the names of rules are Pabulib's."""
    return {"currency": poll.unit, "rule": _PABULIB_RULES.get(poll.rule, "")}


def _limits(poll: PollRecord, kind: FileKind) -> Limits:
    if kind is FileKind.CUMULATIVE:
        return Limits(max_points=poll.per_option, max_sum_points=poll.dots)
    if kind is FileKind.SCORING:
        return Limits(min_points=poll.lowest, max_points=poll.highest)
    return Limits(max_sum_cost=poll.budget) if kind is FileKind.APPROVAL else Limits()


def _told(poll: PollRecord, result: PollResult, file: str) -> dict[str, Any]:
    """What a recount has to know, and what it has to come to."""
    number = {
        option.id: str(place) for place, option in enumerate(sorted(poll.options, key=lambda o: o.lot or 0), start=1)
    }
    lines = {line.option.id: line for line in result.lines}
    groups = sorted({line.rank for line in result.lines})
    return {
        "file": file,
        "title": poll.title,
        "rule": poll.rule.value,
        "seats": poll.seats,
        **_WAY.get(poll.rule, {}),
        "secret": poll.secret,
        "annulled": poll.annul_reason or None,
        "entitled": result.entitled,
        "ballots": result.ballots,
        "blank": result.blank,
        "invalid": result.invalid,
        "lot": {
            "seed": poll.lot_seed,
            "sha256_of_seed": poll.lot_seal,
            "order": "the options of the file, as numbered",
        },
        "options": [{"id": number[key], "key": str(key), "name": line.option.text} for key, line in lines.items()],
        "winners": [number[key] for key in result.winners],
        "ranking": [[number[key] for key, line in lines.items() if line.rank == rank] for rank in groups],
        "ties": [
            {"at": use.at, "options": [number[o] for o in use.options], "chosen": [number[o] for o in use.chosen]}
            for use in result.lots
        ],
        "scores": {number[key]: as_number(line.points) for key, line in lines.items()},
    }


def _ending(kind: FileKind) -> str:
    return "pb" if kind.is_pabulib else kind.value


def _plain(title: str) -> str:
    """A title as part of a file name that every system takes."""
    return re.sub(r"[^\w-]+", "-", title).strip("-")[:60] or "vote"
