"""Ballots as a file holds them: one shape for every format, and one way to say where a file is malformed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from typing import NoReturn, TypeAlias

from workshop.language import Message, mark
from workshop.methods.voting.ballots import Invalid, Marks, Order
from workshop.models.errors import InputError

Number: TypeAlias = int | Fraction


class FileKind(StrEnum):
    """What a file holds: the data types of PrefLib and, below, the vote types of Pabulib."""

    SOC = "soc"
    SOI = "soi"
    TOC = "toc"
    TOI = "toi"
    CAT = "cat"
    APPROVAL = "approval"
    CHOOSE_1 = "choose-1"
    ORDINAL = "ordinal"
    CUMULATIVE = "cumulative"
    SCORING = "scoring"

    @property
    def ranks(self) -> bool:
        """Whether its ballots are rankings."""
        return self in {self.SOC, self.SOI, self.TOC, self.TOI, self.ORDINAL}

    @property
    def is_complete(self) -> bool:
        """Whether every ballot has to rank every option."""
        return self in {self.SOC, self.TOC}

    @property
    def is_strict(self) -> bool:
        """Whether every option has to have a place of its own."""
        return self in {self.SOC, self.SOI, self.ORDINAL}

    @property
    def has_points(self) -> bool:
        """Whether a ballot gives points to options."""
        return self in {self.CUMULATIVE, self.SCORING}

    @property
    def is_pabulib(self) -> bool:
        """Whether it is a vote type of a `.pb` file."""
        return self in {self.APPROVAL, self.CHOOSE_1, self.ORDINAL, self.CUMULATIVE, self.SCORING}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one ballot may hold, where the file says so: how many options, what they cost together, points each and in all."""

    min_length: Number | None = None
    max_length: Number | None = None
    min_sum_cost: Number | None = None
    max_sum_cost: Number | None = None
    min_points: Number | None = None
    max_points: Number | None = None
    min_sum_points: Number | None = None
    max_sum_points: Number | None = None


@dataclass(frozen=True, slots=True)
class BallotFile:
    """A file of ballots.

    `options` are the file's own ids in its order, `names` their words. `orders` holds one entry for every ballot where the kind
    is of PrefLib or ordinal: groups of equals from the first place down; of a `cat` the groups are its `categories`, all of
    them. `marks` holds one where it is approvals or points. `faults` lists the ballots that break the rule of the file, by
    place from 0; their entry is there as far as it could be read. `meta` keeps what else a `.pb` says about itself.
    """

    kind: FileKind
    options: tuple[str, ...]
    names: Mapping[str, str]
    orders: tuple[Order, ...] = ()
    marks: tuple[Marks, ...] = ()
    faults: tuple[Invalid, ...] = ()
    title: str = ""
    description: str = ""
    categories: tuple[str, ...] = ()
    costs: Mapping[str, Number] = field(default_factory=dict[str, Number])
    budget: Number | None = None
    limits: Limits = Limits()
    meta: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def size(self) -> int:
        """How many ballots there are."""
        return len(self.orders) or len(self.marks)


def numbered(file: BallotFile) -> BallotFile:
    """The same with its options numbered from 1 in their order, as PrefLib wants it."""
    ids = {option: str(place) for place, option in enumerate(file.options, start=1)}
    return replace(
        file,
        options=tuple(ids.values()),
        names={ids[option]: name for option, name in file.names.items()},
        orders=tuple(tuple(tuple(ids[option] for option in group) for group in order) for order in file.orders),
        marks=tuple({ids[option]: mark for option, mark in marks.items()} for marks in file.marks),
        costs={ids[option]: cost for option, cost in file.costs.items()},
    )


def ranking_kind(orders: Sequence[Order], options: Sequence[str]) -> FileKind:
    """The narrowest kind of PrefLib file that holds these rankings: with ties or without, complete or not."""
    strict = all(len(group) == 1 for order in orders for group in order)
    complete = all(sum(map(len, order)) == len(options) for order in orders)
    kinds = {
        (True, True): FileKind.SOC, (True, False): FileKind.SOI, (False, True): FileKind.TOC, (False, False): FileKind.TOI,
    }  # fmt: skip
    return kinds[strict, complete]


def refuse(line: int, problem: Message) -> NoReturn:
    """Raise the one line that says where a file is malformed, and what was expected there."""
    raise InputError(mark("Line {line}: {problem}", line=line, problem=problem))


def decoded(content: bytes) -> list[str]:
    """The lines of a file, which is UTF-8 with or without a byte order mark; raises InputError with the line where it is not."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        refuse(line, mark("this is not UTF-8 text. Please save the file as UTF-8."))
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
