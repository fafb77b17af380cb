"""PrefLib files, read and written: rankings (`.soc`, `.soi`, `.toc`, `.toi`) and categories (`.cat`).

Mattei and Walsh, "PrefLib: A Library for Preferences", 2013, in the format of today: a header of `# KEY: value`, then lines of
`number of ballots: 1,2,{3,4}`. A ranking after the colon may be empty: a blank ballot.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import SystemRandom

from workshop.exchange.ballot_files import BallotFile, FileKind, decoded, numbered, refuse
from workshop.language import mark
from workshop.methods.voting.ballots import Invalid, Order, order_fault

MOST_BALLOTS = 5_000_000  # nobody counts more from one file; a slip of the keyboard would fill the memory

_HEADER = re.compile(r"#\s*([A-Z][A-Z ]*?)\s*([0-9]{0,12})\s*:\s*(.*)", re.IGNORECASE)
_VOTE = re.compile(r"\s*([^:,{}]*?)\s*:(.*)")
_GROUP = re.compile(r"\s*(?:\{([^{}]*)\}|([^,{}]*))\s*(,|$)")
_NUMBER = re.compile(r"[0-9]{1,12}")


@dataclass(slots=True)
class _Header:
    """What the header says, and in which line it said so."""

    texts: dict[str, str] = field(default_factory=dict[str, str])
    lines: dict[str, int] = field(default_factory=dict[str, int])
    names: dict[str, str] = field(default_factory=dict[str, str])
    categories: dict[int, str] = field(default_factory=dict[int, str])

    def number(self, key: str) -> int | None:
        """A number it gives, None where it does not."""
        text = self.texts.get(key)
        if not text:
            return None
        if not _NUMBER.fullmatch(text):
            refuse(self.lines[key], mark("a number was expected after “{key}:”.", key=f"# {key}"))
        return int(text)


def read_preflib(content: bytes, kind: FileKind) -> BallotFile:
    """The ballots of a PrefLib file; where its header tells another data type than `kind`, that one counts.

    A ballot that breaks the rule of its type (a strange alternative, one named twice, a tie or a gap where there may be none)
    is listed in `faults`. Raises InputError with one line that names the line where the file is malformed.
    """
    lines = decoded(content)
    header, first = _Header(), 0
    for number, line in enumerate(lines, start=1):
        if line.lstrip().startswith("#"):
            _read_header(header, number, line.strip())
        elif not first and line.strip():
            first = number
    first = first or len(lines)
    kind = _kind(header, kind)
    options = _options(header, first)
    categories = _categories(header, first) if kind is FileKind.CAT else ()
    orders, faults = _read_votes(lines, kind, options, categories)
    voters = header.number("NUMBER VOTERS")
    if voters not in {None, len(orders)}:
        refuse(
            header.lines["NUMBER VOTERS"],
            mark("there are not as many ballots ({n}) as announced voters ({told}).", told=voters, n=len(orders)),
        )
    return BallotFile(
        kind,
        tuple(options),
        options,
        orders=tuple(orders),
        faults=tuple(faults),
        title=header.texts.get("TITLE", ""),
        description=header.texts.get("DESCRIPTION", ""),
        categories=categories,
    )


def write_preflib(file: BallotFile, *, file_name: str = "", shuffled: bool = True) -> bytes:
    """The file in its kind, alternatives numbered from 1, equal ballots in one line.

    The lines stand in random order, or else the most frequent first.

    Ballots with faults are not written: no program could count them.
    """
    file = numbered(file)
    faulty = {place for place, _reason in file.faults}
    place_of = {option: place for place, option in enumerate(file.options)}
    counts = Counter(
        tuple(tuple(sorted(group, key=place_of.__getitem__)) for group in order)
        for place, order in enumerate(file.orders)
        if place not in faulty
    )
    votes = [f"{-n}: {order}".rstrip() for n, order in sorted((-n, _order_text(order)) for order, n in counts.items())]
    if shuffled:
        SystemRandom().shuffle(votes)
    cat = file.kind is FileKind.CAT
    header = {
        "FILE NAME": file_name,
        "TITLE": file.title,
        "DESCRIPTION": file.description,
        "DATA TYPE": file.kind.value,
        "MODIFICATION TYPE": "original",
        "RELATES TO": "",
        "RELATED FILES": "",
        "PUBLICATION DATE": "",
        "MODIFICATION DATE": "",
        "NUMBER ALTERNATIVES": str(len(file.options)),
        "NUMBER VOTERS": str(sum(counts.values())),
        "NUMBER UNIQUE PREFERENCES" if cat else "NUMBER UNIQUE ORDERS": str(len(counts)),
    }
    if cat:
        header["NUMBER CATEGORIES"] = str(len(file.categories))
        header |= {f"CATEGORY NAME {place}": name for place, name in enumerate(file.categories, start=1)}
    header |= {f"ALTERNATIVE NAME {option}": file.names[option] for option in file.options}
    lines = [f"# {key}: {_one_line(text)}".rstrip() for key, text in header.items()]
    return ("\n".join([*lines, *votes]) + "\n").encode()


def _read_header(header: _Header, number: int, line: str) -> None:
    found = _HEADER.fullmatch(line)
    if not found:
        return  # a comment
    key, place, text = found[1].upper(), found[2], found[3].strip()
    if key == "ALTERNATIVE NAME" and place:
        option = str(int(place))
        if option in header.names:
            refuse(number, mark("alternative {n} is named a second time.", n=option))
        header.names[option] = text or option
    elif key == "CATEGORY NAME" and place:
        header.categories[int(place)] = text
    elif not place:
        header.texts[key] = text
        header.lines[key] = number


def _kind(header: _Header, kind: FileKind) -> FileKind:
    told = header.texts.get("DATA TYPE", "").lower()
    if not told:
        return kind
    if told not in {"soc", "soi", "toc", "toi", "cat"}:
        refuse(header.lines["DATA TYPE"], mark("the data type was expected to be soc, soi, toc, toi or cat."))
    return FileKind(told)


def _options(header: _Header, first: int) -> dict[str, str]:
    """The alternatives with their names, in the order of the header."""
    told = header.number("NUMBER ALTERNATIVES")
    if told is None and not header.names:
        refuse(first, mark("a header was expected before this, with a line “# NUMBER ALTERNATIVES: …”."))
    if told is not None and header.names and told != len(header.names):
        refuse(
            header.lines["NUMBER ALTERNATIVES"],
            mark(
                "there are not as many names ({n}) as announced alternatives ({told}).", told=told, n=len(header.names)
            ),
        )
    if told is not None and told > 10_000:
        refuse(header.lines["NUMBER ALTERNATIVES"], mark("there are too many alternatives."))
    return header.names or {str(place): str(place) for place in range(1, (told or 0) + 1)}


def _categories(header: _Header, first: int) -> tuple[str, ...]:
    told = header.number("NUMBER CATEGORIES")
    n = told if told is not None else max(header.categories, default=0)
    if not 1 <= n <= 1000:
        refuse(
            header.lines.get("NUMBER CATEGORIES", first),
            mark("a line “# NUMBER CATEGORIES: …” was expected before this."),
        )
    return tuple(header.categories.get(place, str(place)) for place in range(1, n + 1))


def _read_votes(
    lines: Sequence[str], kind: FileKind, options: Mapping[str, str], categories: Sequence[str]
) -> tuple[list[Order], list[Invalid]]:
    """Every ballot, and those with a fault; equal lines are read once, and their ballots are one object."""
    orders, faults, known = list[Order](), list[Invalid](), dict[str, tuple[int, Order, str]]()
    for number, line in enumerate(lines, start=1):
        if line not in known:
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            count, order = _read_vote(number, line)
            fault = _fault(order, kind, options, categories)
            known[line] = count, _in_full(order, kind, len(categories)), fault
        count, order, fault = known[line]
        if len(orders) + count > MOST_BALLOTS:
            refuse(number, mark("there are more than {most} ballots up to here.", most=f"{MOST_BALLOTS:,}"))
        faults += [Invalid(len(orders) + place, fault) for place in range(count)] if fault else []
        orders += [order] * count
    return orders, faults


def _read_vote(number: int, line: str) -> tuple[int, Order]:
    """How many ballots a line stands for, and their groups."""
    found = _VOTE.fullmatch(line)
    if not found or not _NUMBER.fullmatch(found[1]) or int(found[1]) == 0:
        refuse(number, mark("a number of ballots and a colon were expected at the beginning, as in “5: 1,2,3”."))
    groups, rest = list[tuple[str, ...]](), found[2].strip()
    place, more = 0, bool(rest)
    while more:
        part = _GROUP.match(rest, place)
        if not part:
            refuse(
                number,
                mark(
                    "braces were expected in pairs and commas between alternatives, as in “{sample}”.",
                    sample="5: 1,{2,3}",
                ),
            )
        texts = [part[2]] if part[1] is None else part[1].split(",") if part[1].strip() else []
        groups.append(tuple(_alternative(number, text.strip()) for text in texts))
        place, more = part.end(), part[3] == ","
    return int(found[1]), tuple(groups)


def _alternative(number: int, text: str) -> str:
    if not _NUMBER.fullmatch(text):
        refuse(number, mark("the number of an alternative was expected, not “{text}”.", text=text))
    return str(int(text))


def _fault(order: Order, kind: FileKind, options: Mapping[str, str], categories: Sequence[str]) -> str:
    named = sum(map(len, order))
    if kind is FileKind.CAT:
        return order_fault(order, options) or ("too many categories" if len(order) > len(categories) else "")
    if kind.is_strict and any(len(group) > 1 for group in order):
        return "several in one place"
    fault = order_fault(order, options)
    return fault or ("not every option is ranked" if kind.is_complete and 0 < named < len(options) else "")


def _in_full(order: Order, kind: FileKind, categories: int) -> Order:
    """Every category, also those that are empty and left out at the end; of a ranking no place that is empty."""
    if kind is FileKind.CAT:
        return (*order, *[()] * (categories - len(order)))
    return tuple(group for group in order if group)


def _order_text(order: Order) -> str:
    return ",".join(group[0] if len(group) == 1 else "{" + ",".join(group) + "}" for group in order)


def _one_line(text: str) -> str:
    return " ".join(text.splitlines()).strip()
