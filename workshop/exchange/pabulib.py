"""Pabulib files (`.pb`), read and written: votes on projects with costs and a budget.

Faliszewski, Flis, Peters and others, "Participatory Budgeting: Data, Tools and Analysis", 2023: three sections of fields
between semicolons, META (`key;value`), PROJECTS and VOTES, each with a line of column names. An empty vote is a blank ballot.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from fractions import Fraction
from random import SystemRandom

from workshop.exchange.ballot_files import BallotFile, FileKind, Limits, Number, decoded, refuse
from workshop.exchange.limits import pabulib_fault
from workshop.language import mark
from workshop.methods.voting.ballots import Invalid, Marks, Order

_NUMBER = re.compile(r"-?[0-9]{1,18}(?:[.,][0-9]{1,18}|/[0-9]{1,18})?")
_LIMITS = tuple(limit.name for limit in fields(Limits))
_OWN = {"description", "num_projects", "num_votes", "budget", "vote_type", *_LIMITS}
_COLUMNS = {"META": ("key", "value"), "PROJECTS": ("project_id", "cost"), "VOTES": ("vote",)}

_Row = tuple[int, dict[str, str]]


@dataclass(slots=True)
class _Sections:
    """The rows of a file by section, each with its line, and the last line."""

    rows: dict[str, list[_Row]] = field(default_factory=dict[str, list[_Row]])
    starts: dict[str, int] = field(default_factory=dict[str, int])
    last: int = 1


def read_pabulib(content: bytes) -> BallotFile:
    """The ballots of a Pabulib file of any vote type: approval, choose-1, ordinal, cumulative or scoring.

    A ballot that breaks the limits of the file, names a strange project or one twice is listed in `faults`; a blank one breaks
    none. Numbers are read exactly. A budget of 0 with nothing but projects that cost 0 is none. Raises InputError with one
    line that names the line where the file is malformed.
    """
    sections = _sections(decoded(content))
    meta, lines = _meta(sections)
    kind = _kind(meta, lines, sections)
    names, costs = _projects(sections)
    limits = Limits(**{name: _number(lines[name], meta[name]) for name in _LIMITS if meta.get(name)})
    _check_count(meta, lines, "num_projects", len(names))
    _check_count(meta, lines, "num_votes", len(sections.rows["VOTES"]))
    orders, marks, faults = _read_votes(sections.rows["VOTES"], kind, costs, limits)
    budget = _budget(meta, lines)
    priced = bool(budget) or any(costs.values())
    return BallotFile(
        kind,
        tuple(names),
        names,
        orders=tuple(orders) if kind is FileKind.ORDINAL else (),
        marks=() if kind is FileKind.ORDINAL else tuple(marks),
        faults=tuple(faults),
        title=meta.get("description", ""),
        costs=costs if priced else {},
        budget=budget if priced else None,
        limits=limits,
        meta={key: value for key, value in meta.items() if value and key not in _OWN},
    )


def write_pabulib(file: BallotFile, *, shuffled: bool = True) -> bytes:
    """The file in its vote type, ballots in random order, or else in that of what is on them, and numbered so.

    Ballots with faults are not written: no program could count them. Where nothing costs anything the format still wants costs
    and a budget: they are written as 0.
    """
    meta = {
        "description": file.title,
        "country": "",
        "unit": "",
        "instance": "",
        **file.meta,
        "num_projects": str(len(file.options)),
        "num_votes": str(file.size - len(file.faults)),
        "budget": _text(file.budget or 0),
        "vote_type": file.kind.value,
    }
    told = {name: getattr(file.limits, name) for name in _LIMITS}
    meta |= {name: _text(limit) for name, limit in told.items() if limit is not None}
    meta.setdefault("rule", "unknown")
    with_points = file.kind.has_points
    rows: list[Sequence[str]] = [["META"], ["key", "value"], *([key, _one_line(value)] for key, value in meta.items())]
    rows += [["PROJECTS"], ["project_id", "cost", "name"]]
    rows += [[option, _text(file.costs.get(option, 0)), _one_line(file.names[option])] for option in file.options]
    rows += [["VOTES"], ["voter_id", "vote", *(["points"] if with_points else [])]]
    votes = sorted(_votes(file, with_points=with_points))
    if shuffled:
        SystemRandom().shuffle(votes)
    rows += [[str(place), *vote] for place, vote in enumerate(votes, start=1)]
    stream = io.StringIO()
    csv.writer(stream, delimiter=";", lineterminator="\n").writerows(rows)
    return stream.getvalue().encode()


def _sections(lines: Sequence[str]) -> _Sections:
    found = _Sections(last=max(1, len(lines)))
    section, columns = "", list[str]()
    for line, row in _rows(lines):
        if not any(cell.strip() for cell in row) and not (section == "VOTES" and columns and "voter_id" not in columns):
            continue  # a spreadsheet leaves such rows; where voters have no ids it is a blank ballot
        name = row[0].strip().upper()
        if name in _COLUMNS and not any(cell.strip() for cell in row[1:]):
            wanted = list(_COLUMNS)[len(found.starts)] if len(found.starts) < len(_COLUMNS) else ""
            if name != wanted:
                refuse(line, mark("the sections META, PROJECTS and VOTES were expected once each, in this order."))
            section, columns = name, []
            found.starts[name], found.rows[name] = line, []
        elif not section:
            refuse(line, mark("the section META was expected first."))
        elif not columns:
            columns = [cell.strip().lower() for cell in row]
            missing = next((column for column in _COLUMNS[section] if column not in columns), None)
            if missing:
                refuse(line, mark("a column “{name}” was expected here.", name=missing))
        elif section == "VOTES" and any("\n" in cell for cell in row):
            refuse(line, mark("a quotation mark is opened here that the same line does not close."))
        else:
            found.rows[section].append((line, _row(line, row, columns)))
    missing = next((name for name in _COLUMNS if name not in found.rows), None)
    if missing:
        refuse(found.last, mark("the section {name} was expected before the end of the file.", name=missing))
    return found


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Every row but empty lines, with the line where it begins."""
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=";")
    start = 1
    try:
        for row in reader:
            cells = [cell.removesuffix("\n") for cell in row]
            if len(cells) > 1 or any(cell.strip() for cell in cells):
                yield start, cells
            start = reader.line_num + 1
    except csv.Error:
        refuse(start, mark("fields between semicolons were expected; this cannot be read."))


def _row(line: int, row: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    cells = [cell.strip() for cell in row]
    while len(cells) > len(columns) and not cells[-1]:
        cells.pop()
    if len(cells) > len(columns):
        refuse(line, mark("{most} fields were expected, there are {n}.", most=len(columns), n=len(cells)))
    found = dict(zip(columns, [*cells, *[""] * (len(columns) - len(cells))], strict=True))
    return {column: "" if cell.lower() == "none" else cell for column, cell in found.items()}


def _meta(sections: _Sections) -> tuple[dict[str, str], dict[str, int]]:
    meta, lines = dict[str, str](), dict[str, int]()
    for line, row in sections.rows["META"]:
        key = row["key"].lower()
        if key in meta:
            refuse(line, mark("“{name}” is given a second time.", name=key))
        meta[key], lines[key] = row["value"], line
    return meta, lines


def _kind(meta: Mapping[str, str], lines: Mapping[str, int], sections: _Sections) -> FileKind:
    told = meta.get("vote_type", "").lower()
    kinds = [kind.value for kind in FileKind if kind.is_pabulib]
    if told not in kinds:
        line = lines.get("vote_type", sections.starts["PROJECTS"])
        refuse(line, mark("a vote_type was expected, one of {kinds}.", kinds=", ".join(kinds)))
    return FileKind(told)


def _projects(sections: _Sections) -> tuple[dict[str, str], dict[str, Number]]:
    names, costs = dict[str, str](), dict[str, Number]()
    for line, row in sections.rows["PROJECTS"]:
        option = row["project_id"]
        if not option or "," in option:
            refuse(line, mark("a project_id was expected, without a comma."))
        if option in names:
            refuse(line, mark("project {name} is given a second time.", name=option))
        cost = _number(line, row["cost"])
        if cost < 0:
            refuse(line, mark("a cost of 0 or more was expected."))
        names[option], costs[option] = row.get("name") or option, cost
    if not names:
        refuse(sections.starts["VOTES"], mark("projects were expected before this."))
    return names, costs


def _budget(meta: Mapping[str, str], lines: Mapping[str, int]) -> Number | None:
    if not meta.get("budget"):
        return None
    budget = _number(lines["budget"], meta["budget"])
    if budget < 0:
        refuse(lines["budget"], mark("a budget of 0 or more was expected."))
    return budget


def _check_count(meta: Mapping[str, str], lines: Mapping[str, int], key: str, n: int) -> None:
    if meta.get(key) and _number(lines[key], meta[key]) != n:
        refuse(lines[key], mark("{key} is {told}, but there are {n}.", key=key, told=meta[key], n=n))


def _read_votes(
    rows: Sequence[_Row], kind: FileKind, costs: Mapping[str, Number], limits: Limits
) -> tuple[list[Order], list[Marks], list[Invalid]]:
    """Every ballot as an order and as marks, and those with a fault; equal ballots are read once, and are one object."""
    orders, marks, faults = list[Order](), list[Marks](), list[Invalid]()
    known = dict[tuple[str, str], tuple[Order, Marks, str]]()
    for place, (line, row) in enumerate(rows):
        told = row["vote"], row.get("points", "")
        if told not in known:
            named = _listed(row["vote"])
            points = _points(line, row, len(named)) if kind.has_points else [1] * len(named)
            fault = pabulib_fault(named, points, kind, costs, limits)
            known[told] = tuple((option,) for option in named), dict(zip(named, points, strict=True)), fault
        order, given, fault = known[told]
        faults += [Invalid(place, fault)] if fault else []
        orders.append(order)
        marks.append(given)
    return orders, marks, faults


def _points(line: int, row: Mapping[str, str], n: int) -> list[Number]:
    if "points" not in row:
        refuse(line, mark("a column “{name}” was expected here.", name="points"))
    points = [_number(line, text) for text in _listed(row["points"])]
    if len(points) != n:
        refuse(line, mark("as many points as projects were expected: {n}, not {told}.", n=n, told=len(points)))
    return points


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _number(line: int, text: str) -> Number:
    if not _NUMBER.fullmatch(text) or text.endswith("/0"):
        refuse(line, mark("a number was expected, not “{text}”.", text=text))
    value = Fraction(text.replace(",", "."))
    return int(value) if value.denominator == 1 else value


def _votes(file: BallotFile, *, with_points: bool) -> Iterator[list[str]]:
    faulty = {place for place, _reason in file.faults}
    ballots = [[option for group in order for option in group] for order in file.orders] or [*map(list, file.marks)]
    for place, named in enumerate(ballots):
        if place not in faulty:
            # Other programs read no points from an empty field, but know this word for nothing.
            points = ",".join(_text(file.marks[place][option]) for option in named) or "None" if with_points else ""
            yield [",".join(named), points] if with_points else [",".join(named)]


def _text(value: Number) -> str:
    """A number as other programs read it: whole, a decimal where it is exactly one, else a fraction."""
    value = Fraction(value)
    for places in range(1, 10):
        if value.denominator == 1:
            break
        if 10**places % value.denominator == 0:
            sign, digits = "-" if value < 0 else "", str(abs(value * 10**places))
            return f"{sign}{digits[:-places] or '0'}.{digits[-places:].rjust(places, '0')}"
    return str(value)


def _one_line(text: str) -> str:
    return " ".join(text.splitlines()).strip()
