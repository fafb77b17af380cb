"""Pabulib files: every vote type, limits, lines of what is malformed, and what we write others read."""

import random
from collections import Counter
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.readers import pabulib
from workshop.exchange.ballot_files import BallotFile, FileKind, Limits
from workshop.exchange.pabulib import read_pabulib, write_pabulib
from workshop.models.errors import InputError

FILE = """META
key;value
description;Oak street
vote_type;{kind}
budget;1000
num_projects;3
num_votes;{n}
{more}PROJECTS
project_id;cost;category;name
7;600;green;Trees
p-2;400,5;play;"Slide; with ""steps\"""
3;1/3;none;놀이터
VOTES
voter_id;age;{columns}
"""


def text(votes: str, *, kind: str = "approval", more: str = "", columns: str = "vote") -> str:
    return FILE.format(kind=kind, n=votes.count("\n"), more=more, columns=columns) + votes


def read(*args, **kwargs) -> BallotFile:
    return read_pabulib(text(*args, **kwargs).encode())


def test_approvals_costs_and_a_budget_are_read_exactly() -> None:
    file = read("a;30;7,p-2\nb;;\nc;41;3\n")
    assert file.names == {"7": "Trees", "p-2": 'Slide; with "steps"', "3": "놀이터"}
    assert file.costs == {"7": 600, "p-2": Fraction(801, 2), "3": Fraction(1, 3)}
    assert (file.budget, file.title, file.kind) == (1000, "Oak street", FileKind.APPROVAL)
    assert file.marks == ({"7": 1, "p-2": 1}, {}, {"3": 1})


def test_rankings_and_points_are_read() -> None:
    assert read("a;;3,7\nb;;\n", kind="ordinal").orders == ((("3",), ("7",)), ())
    for kind in ("cumulative", "scoring"):
        file = read("a;;3,7;2,1.5\nb;;;\n", kind=kind, columns="vote;points")
        assert file.marks == ({"3": 2, "7": Fraction(3, 2)}, {})


def test_byte_order_mark_other_line_ends_blank_lines_and_spaces_change_nothing() -> None:
    plain = text("a;30;7,p-2\nb;;\n")
    odd = "\ufeff\n" + plain.replace("VOTES\n", "\n;;\n votes ;;\n\n").replace("7,p-2", " 7 , p-2 ")
    for other in (odd, odd.replace("\n", "\r\n"), plain.rstrip("\n"), plain.replace("b;;", "b")):
        assert read_pabulib(other.encode()) == read_pabulib(plain.encode())


def test_without_costs_and_a_budget_there_are_none() -> None:
    free = "META\nkey;value\nvote_type;approval\nbudget;0\nPROJECTS\nproject_id;cost\na;0\nVOTES\nvote\na\n"
    file = read_pabulib(free.encode())
    assert (file.costs, file.budget, file.names) == ({}, None, {"a": "a"})


def test_a_row_of_nothing_is_a_blank_ballot_where_voters_have_no_ids() -> None:
    free = "META\nkey;value\nvote_type;scoring\nPROJECTS\nproject_id;cost\na;1\n;;\nVOTES\nvote;points\na;1\n;\n\n"
    assert read_pabulib(free.encode()).marks == ({"a": 1}, {})


@pytest.mark.parametrize(
    ("kind", "more", "vote", "reason"),
    [
        ("approval", "max_length;1\n", "7,3", "more than 1 projects"),
        ("approval", "min_length;2\n", "3", "less than 2 projects"),
        ("approval", "max_sum_cost;600\n", "7,3", "more than 600 in costs"),
        ("approval", "min_sum_cost;1\n", "3", "less than 1 in costs"),
        ("approval", "", "9", "unknown option 9"),
        ("approval", "", "7,7", "option 7 twice"),
        ("choose-1", "", "7,3", "more than 1 projects"),
        ("ordinal", "max_length;1\n", "7,3", "more than 1 projects"),
        ("ordinal", "", "7,3,7", "option 7 twice"),
        ("cumulative", "max_sum_points;5\n", "7,3;3,3", "more than 5 points in all"),
        ("cumulative", "min_sum_points;5\n", "7,3;2,2", "less than 5 points in all"),
        ("cumulative", "max_points;2\n", "7,3;3,1", "more than 2 points on one project"),
        ("cumulative", "", "7,3;-1,1", "less than nothing on one option"),
        ("scoring", "max_points;5\n", "7;6", "more than 5 points on one project"),
        ("scoring", "min_points;-1\n", "7;-2", "less than -1 points on one project"),
    ],
)
def test_a_ballot_that_breaks_the_limits_is_listed_and_a_blank_one_breaks_none(kind, more, vote, reason) -> None:
    columns = "vote;points" if ";" in vote else "vote"
    blank = "b;;" + ";" * (";" in vote) + "\n"
    file = read(f"a;;{vote}\n{blank}", kind=kind, more=more, columns=columns)
    assert file.faults == ((0, reason),)
    assert file.size == 2


MALFORMED = {
    "empty": ("", "", 1, "META"),
    "no section": ("META", "", 2, "META was expected first"),
    "a section missing": ("VOTES", "BALLOTS", 17, "the section VOTES"),
    "no projects": ("PROJECTS", "PROJECT", 9, "2 fields were expected"),
    "the wrong order": ("META", "PROJECTS", 1, "in this order"),
    "no value": ("key;value", "key", 2, "“value”"),
    "no cost": ("project_id;cost;", "project_id;price;", 9, "“cost”"),
    "no project_id": ("project_id;", "id;", 9, "“project_id”"),
    "no vote": ("age;vote", "age;votes", 14, "“vote”"),
    "a cost in words": ("7;600", "7;much", 10, "“much”"),
    "no cost at all": ("7;600", "7;", 10, "“”"),
    "a cost that divides by nothing": ("1/3", "1/0", 12, "“1/0”"),
    "less than no cost": ("7;600", "7;-600", 10, "0 or more"),
    "too many digits": ("7;600", "7;" + "6" * 5000, 10, "number"),
    "the same project again": ("p-2;400,5", "7;400,5", 11, "second time"),
    "no id": ("p-2;400,5", ";400,5", 11, "project_id"),
    "a comma in an id": ("p-2;400,5", "p,2;400,5", 11, "comma"),
    "too many fields": ("a;30;7", "a;30;7;8;9", 15, "3 fields were expected, there are 5"),
    "another vote type": ("vote_type;approval", "vote_type;quadratic", 4, "vote_type"),
    "no vote type": ("vote_type;approval", "vote_kind;approval", 8, "vote_type"),
    "a budget in words": ("budget;1000", "budget;plenty", 5, "“plenty”"),
    "less than no budget": ("budget;1000", "budget;-1", 5, "a budget of 0 or more"),
    "a quotation mark that swallows ballots": ("a;30;7", 'a;30;"7', 15, "a quotation mark is opened here"),
    "votes missing": ("num_votes;2", "num_votes;3", 7, "num_votes is 3, but there are 2"),
    "projects missing": ("num_projects;3", "num_projects;4", 6, "num_projects is 4, but there are 3"),
    "votes in words": ("num_votes;2", "num_votes;two", 7, "“two”"),
    "a key twice": ("num_votes;2", "budget;2000", 7, "second time"),
    "a limit in words": ("num_votes;2", "max_length;few", 7, "“few”"),
}


def _told(content: bytes) -> tuple[int, str]:
    with pytest.raises(InputError) as error:
        read_pabulib(content)
    values = dict(error.value.message.values)
    return values["line"], values["problem"].msgid.format_map(dict(values["problem"].values))


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_file_is_told_with_its_line(case: str) -> None:
    old, new, line, words = MALFORMED[case]
    whole = text("a;30;7\nb;;3\n")
    assert old in whole
    told, problem = _told(whole.replace(old, new, 1).encode() if old else b"")
    assert words in problem
    assert told == line


def test_a_file_that_ends_too_soon_says_what_was_expected() -> None:
    whole = text("a;30;7\n")
    assert _told(whole[: whole.index("VOTES")].encode()) == (
        13,
        "the section VOTES was expected before the end of the file.",
    )
    assert _told(whole[: whole.index("PROJECTS")].encode())[1].startswith("the section PROJECTS")


def test_points_have_to_match_the_vote() -> None:
    assert _told(text("a;;7,3;2\n", kind="scoring", columns="vote;points").encode())[0] == 15
    assert "“points”" in _told(text("a;;7,3\n", kind="cumulative").encode())[1]
    assert "“x”" in _told(text("a;;7;x\n", kind="scoring", columns="vote;points").encode())[1]


@given(st.text(st.sampled_from("METAPROJECTSVOTESkeyvaluevotecost;,\n\r\"'0179.-/"), max_size=200))
def test_no_text_at_all_ends_in_anything_but_ballots_or_one_line(more: str) -> None:
    for before in ("", text("a;30;7\n")):
        with suppress(InputError):
            assert read_pabulib((before + more).encode()).size >= 0


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=8)
money = st.one_of(st.integers(0, 10**9), st.fractions(0, 1000, max_denominator=50))
OPTIONS = ("a", "2", "p-3")


@st.composite
def files(draw) -> BallotFile:
    kind = draw(st.sampled_from([kind for kind in FileKind if kind.is_pabulib]))
    points = st.integers(0, 9) | st.fractions(0, 9, max_denominator=12)
    points = st.just(1) if kind in {FileKind.APPROVAL, FileKind.CHOOSE_1} else points
    most = 1 if kind is FileKind.CHOOSE_1 else 3
    marks = draw(st.lists(st.dictionaries(st.sampled_from(OPTIONS), points, max_size=most), max_size=6))
    orders = tuple(tuple((option,) for option in mark) for mark in marks)
    titles = [draw(words.map(str.strip).filter(lambda name: name and name.lower() != "none")) for _ in range(4)]
    return BallotFile(
        kind,
        OPTIONS,
        dict(zip(OPTIONS, titles, strict=False)),
        orders=orders if kind is FileKind.ORDINAL else (),
        marks=() if kind is FileKind.ORDINAL else tuple(marks),
        title=titles[3],
        costs={option: draw(money) for option in OPTIONS},
        budget=draw(st.integers(1, 10**9)),
        limits=Limits(max_length=draw(st.none() | st.just(3)), max_sum_points=draw(st.none() | st.just(100))),
        meta={"rule": "equal shares"},
    )


@given(files())
def test_reading_gives_back_what_was_written(file: BallotFile) -> None:
    again = read_pabulib(write_pabulib(file))
    assert Counter(again.orders) == Counter(file.orders)
    assert Counter(map(_frozen, again.marks)) == Counter(map(_frozen, file.marks))
    for part in ("kind", "options", "names", "title", "costs", "budget", "limits", "meta"):
        assert getattr(again, part) == getattr(file, part), part
    assert again.faults == ()


def _frozen(marks) -> frozenset[tuple[str, object]]:
    return frozenset(marks.items())


def test_the_order_in_which_ballots_were_cast_and_the_number_of_a_voter_say_nothing() -> None:
    options = tuple(f"p{place}" for place in range(40))
    marks = [{option: 1} for option in options]
    written: set[bytes] = set()
    for _ in range(3):
        random.shuffle(marks)
        names = dict(zip(options, options, strict=True))
        file = BallotFile(FileKind.APPROVAL, options, names, marks=tuple(marks))
        written.add(write_pabulib(file, shuffled=False))
    assert len(written) == 1
    numbers = [line.split(";")[0] for line in written.pop().decode().partition("VOTES\n")[2].splitlines()[1:]]
    assert numbers == [str(place) for place in range(1, 41)]
    assert len({write_pabulib(file) for _ in range(3)}) == 3  # else in an order of chance, each time another


def test_ballots_with_faults_are_left_out_and_the_number_of_votes_agrees() -> None:
    again = read_pabulib(write_pabulib(read("a;;7,7\nb;;3\n")))
    assert again.marks == ({"3": 1},)


@pytest.mark.parametrize("kind", [kind.value for kind in FileKind if kind.is_pabulib])
def test_an_independent_program_reads_what_we_write(kind: str, tmp_path: Path) -> None:
    chance = random.Random(kind)
    for _ in range(40):
        options = tuple(f"p{place}" for place in range(chance.randint(1, 6)))
        most = 1 if kind == "choose-1" else len(options)
        with_points = kind in {"cumulative", "scoring"}
        votes = [chance.sample(options, chance.randint(0, most)) for _ in range(chance.randint(1, 9))]
        marks = [{option: chance.randint(1, 5) if with_points else 1 for option in vote} for vote in votes]
        costs = {option: Fraction(chance.randint(1, 900), chance.choice([1, 2, 3])) for option in options}
        file = BallotFile(
            FileKind(kind), options, {option: f"Idea {option}; so" for option in options},
            orders=tuple(tuple((option,) for option in vote) for vote in votes) if kind == "ordinal" else (),
            marks=() if kind == "ordinal" else tuple(marks),
            title="Oak", costs=costs, budget=chance.randint(1, 2000), limits=Limits(max_length=most),
        )  # fmt: skip
        instance, profile = pabulib(write_pabulib(file), tmp_path / "x.pb")
        assert {project.name: Fraction(project.cost) for project in instance} == costs
        assert Fraction(instance.budget_limit) == file.budget
        assert instance.meta["vote_type"] == kind
        assert instance.project_meta[instance.get_project("p0")]["name"] == "Idea p0; so"
        theirs = [tuple(project.name for project in ballot) for ballot in profile]
        if kind == "ordinal":
            assert Counter(theirs) == Counter(map(tuple, votes))
        elif with_points:
            read_back = [frozenset((p.name, int(ballot[p])) for p in ballot) for ballot in profile]
            assert Counter(read_back) == Counter(map(_frozen, marks))
        else:
            assert Counter(map(frozenset, theirs)) == Counter(map(frozenset, votes))
