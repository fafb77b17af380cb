"""PrefLib files: what the format allows is read, what it does not is told with its line, what we write others read."""

import random
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.readers import preflib
from workshop.exchange.ballot_files import BallotFile, FileKind, numbered, ranking_kind
from workshop.exchange.preflib import read_preflib, write_preflib
from workshop.models.errors import InputError

HEADER = """# FILE NAME: x.toi
# TITLE: Which street
# DATA TYPE: {kind}
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: {voters}
# NUMBER UNIQUE ORDERS: 2
# ALTERNATIVE NAME 1: Oak
# ALTERNATIVE NAME 2: 참나무길: 앞
# ALTERNATIVE NAME 3: Elm
"""


def read(text: str, kind: str = "toi") -> BallotFile:
    return read_preflib(text.encode(), FileKind(kind))


def votes(text: str, *, kind: str = "toi", voters: int) -> BallotFile:
    return read(HEADER.format(kind=kind, voters=voters) + text)


def test_multiplicities_ties_and_blank_ballots_are_read() -> None:
    file = votes("2: 1,{2,3}\n 1 : 3 , 2\n3:\n", voters=6)
    assert file.names == {"1": "Oak", "2": "참나무길: 앞", "3": "Elm"}
    assert (file.title, file.size, file.faults) == ("Which street", 6, ())
    assert Counter(file.orders) == {(("1",), ("2", "3")): 2, (("3",), ("2",)): 1, (): 3}


def test_comments_blank_lines_byte_order_mark_and_other_line_ends_change_nothing() -> None:
    plain = HEADER.format(kind="toi", voters=3) + "2: 1,{2,3}\n1: 3,2\n"
    odd = "\ufeff" + plain.replace("# TITLE", "\n# a remark without a key\n#\n  # TITLE").replace("2: 1", "\n\n2: 1")
    for text in (odd, odd.replace("\n", "\r\n"), plain.replace("\n", "\r"), plain.rstrip("\n")):
        assert read(text) == read(plain)


def test_the_data_type_of_the_header_counts_and_without_one_the_ending() -> None:
    text = HEADER.format(kind="soc", voters=1) + "1: 1,2,3\n"
    assert read(text, "toi").kind is FileKind.SOC
    assert read(text.replace("# DATA TYPE: soc\n", ""), "soi").kind is FileKind.SOI


def test_alternatives_may_be_named_or_only_numbered() -> None:
    file = read(
        "# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS:\n# ALTERNATIVE NAME 1:\n# ALTERNATIVE NAME 2: \n1: 2,1\n", "soc"
    )
    assert file == read("# NUMBER ALTERNATIVES: 2\n1: 2,1\n", "soc")
    assert (file.options, file.names) == (("1", "2"), {"1": "1", "2": "2"})


@pytest.mark.parametrize(
    ("kind", "vote", "reason"),
    [
        ("soc", "1,2", "not every option is ranked"),
        ("soc", "1,{2,3}", "several in one place"),
        ("soi", "{1,2}", "several in one place"),
        ("toc", "1,{2}", "not every option is ranked"),
        ("toi", "1,2,1", "option 1 twice"),
        ("toi", "{2,2}", "option 2 twice"),
        ("soi", "4", "unknown option 4"),
    ],
)
def test_a_ballot_that_breaks_the_rule_of_its_type_is_listed_not_dropped(kind: str, vote: str, reason: str) -> None:
    file = votes(f"1: 1,2,3\n2: {vote}\n", kind=kind, voters=3)
    assert file.size == 3
    assert file.faults == ((1, reason), (2, reason))


CAT = """# NUMBER ALTERNATIVES: 3
# NUMBER CATEGORIES: 2
# CATEGORY NAME 1: Yes
# CATEGORY NAME 2: No
"""


def test_categories_are_read_with_those_that_are_empty() -> None:
    file = read(CAT + "2: {1,2},3\n1: {},{1,2,3}\n1: 2\n1:\n", "cat")
    assert file.categories == ("Yes", "No")
    assert Counter(file.orders) == {(("1", "2"), ("3",)): 2, ((), ("1", "2", "3")): 1, (("2",), ()): 1, ((), ()): 1}


def test_a_ballot_with_an_option_in_two_categories_or_too_many_of_them_is_listed() -> None:
    assert read(CAT + "1: {1,2},{2}\n1: 1,2,3\n", "cat").faults == ((0, "option 2 twice"), (1, "too many categories"))


MALFORMED = {
    "empty": ("", 1, "header"),
    "no header": ("1: 1,2,3\n", 1, "header"),
    "the header of old": ("3\n1,Oak\n2,Elm\n", 1, "header"),
    "another file": ("%PDF-1.7\n", 1, "header"),
    "no count": ("{header}1,2,3\n", 10, "number of ballots"),
    "no number before the colon": ("{header}2: 1,2,3\nx: 1,2\n", 11, "number of ballots"),
    "no ballots": ("{header}0: 1,2,3\n", 10, "number of ballots"),
    "less than no ballots": ("{header}-2: 1,2,3\n", 10, "number of ballots"),
    "half a ballot": ("{header}1.5: 1,2,3\n", 10, "number of ballots"),
    "far too many ballots": ("{header}900000000000: 1,2,3\n", 10, "more than"),
    "too many digits": ("{header}" + "9" * 5000 + ": 1,2,3\n", 10, "number of ballots"),
    "a name for a number": ("{header}\n1: 1,Oak,3\n", 11, "“Oak”"),
    "nothing between commas": ("{header}1: 1,,3\n", 10, "“”"),
    "a comma at the end": ("{header}1: 1,2,\n", 10, "“”"),
    "an open brace": ("{header}1: 1,{2,3\n", 10, "braces"),
    "a closed brace": ("{header}1: 1,2},3\n", 10, "braces"),
    "braces in braces": ("{header}1: {1,{2,3}}\n", 10, "braces"),
    "no comma after a brace": ("{header}1: {1,2}3\n", 10, "braces"),
    "another colon": ("{header}1: 1: 2\n", 10, "“1: 2”"),
    "too few voters": ("{header}1: 1,2,3\n", 5, "not as many ballots (1) as announced voters (2)"),
    "voters in words": ("# NUMBER ALTERNATIVES: 1\n# NUMBER VOTERS: two\n1: 1\n", 2, "a number was expected"),
    "alternatives in words": ("# NUMBER ALTERNATIVES: x\n1: 1\n", 1, "a number was expected"),
    "a name missing": (
        "# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: a\n1: 1\n",
        1,
        "not as many names (1) as announced alternatives (2)",
    ),
    "a name twice": ("# ALTERNATIVE NAME 1: a\n# ALTERNATIVE NAME 1: b\n1: 1\n", 2, "second time"),
    "another data type": ("# TITLE: x\n# DATA TYPE: wmd\n1,2,3\n", 2, "data type"),
    "millions of alternatives": ("# NUMBER ALTERNATIVES: 99999999\n1: 1\n", 1, "too many"),
    "no categories": ("# NUMBER ALTERNATIVES: 2\n# DATA TYPE: cat\n1: 1,2\n", 3, "NUMBER CATEGORIES"),
    "no such number of categories": (
        "# DATA TYPE: cat\n# NUMBER ALTERNATIVES: 2\n# NUMBER CATEGORIES: 0\n",
        3,
        "CATEGORIES",
    ),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_file_is_told_with_its_line(case: str) -> None:
    text, line, words = MALFORMED[case]
    header = HEADER.format(kind="toi", voters=2)
    with pytest.raises(InputError) as error:
        read(text.replace("{header}", header))
    told = str(error.value.message.values)
    assert dict(error.value.message.values)["line"] == line, told
    problem = dict(error.value.message.values)["problem"]
    assert words in problem.msgid.format_map(dict(problem.values))


def test_what_is_not_utf_8_is_told_with_its_line() -> None:
    with pytest.raises(InputError) as error:
        read_preflib(b"# TITLE: x\n# ALTERNATIVE NAME 1: \xb0\xa1\n", FileKind.SOC)
    assert dict(error.value.message.values)["line"] == 2


@given(st.text(st.sampled_from("0123,:{}# \n\r\tATLERNIVMUBO\ufeff\x00é"), max_size=200))
def test_no_text_at_all_ends_in_anything_but_ballots_or_one_line(text: str) -> None:
    with suppress(InputError):
        assert read("# NUMBER ALTERNATIVES: 3\n" + text).size >= 0


names = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=8)
    .map(str.strip)
    .filter(bool)
)
rankings = st.integers(1, 5).flatmap(
    lambda n: st.lists(
        st.permutations([str(option) for option in range(1, n + 1)]).flatmap(
            lambda order: st.lists(st.integers(1, 3), max_size=n).map(lambda sizes: _cut(order, sizes))
        ),
        max_size=8,
    ).flatmap(lambda orders: st.tuples(st.just(orders), st.lists(names, min_size=n, max_size=n), names))
)


def _cut(order, sizes):
    """The order in groups of these sizes; what is left over is not ranked."""
    groups, start = [], 0
    for size in sizes:
        if order[start : start + size]:
            groups.append(tuple(sorted(order[start : start + size])))
        start += size
    return tuple(groups)


@given(rankings)
def test_reading_gives_back_what_was_written(case) -> None:
    orders, words, title = case
    options = tuple(str(place) for place in range(1, len(words) + 1))
    file = BallotFile(
        ranking_kind(orders, options),
        options,
        dict(zip(options, words, strict=True)),
        orders=tuple(orders),
        title=title,
    )
    again = read_preflib(write_preflib(file), FileKind.TOI)
    assert Counter(again.orders) == Counter(file.orders)
    for part in ("kind", "options", "names", "title"):
        assert getattr(again, part) == getattr(file, part)
    assert again.faults == ()


def test_the_narrowest_kind_is_found() -> None:
    options = ("1", "2")
    assert ranking_kind([(("1",), ("2",))], options) is FileKind.SOC
    assert ranking_kind([(("1",), ("2",)), ()], options) is FileKind.SOI
    assert ranking_kind([(("1", "2"),)], options) is FileKind.TOC
    assert ranking_kind([(("1", "2"),), (("1",),)], options) is FileKind.TOI


def test_options_of_any_name_are_numbered() -> None:
    file = numbered(BallotFile(FileKind.SOI, ("b", "a"), {"a": "A", "b": "B"}, orders=((("a",), ("b",)),)))
    assert (file.options, file.names, file.orders) == (("1", "2"), {"1": "B", "2": "A"}, ((("2",), ("1",)),))


def test_the_order_in_which_ballots_were_cast_makes_no_difference() -> None:
    options = tuple(str(place) for place in range(1, 6))
    chance = random.Random(3)
    orders = [tuple((option,) for option in chance.sample(options, 5)) for _ in range(60)]
    written: set[bytes] = set()
    for _ in range(3):
        chance.shuffle(orders)
        names = dict(zip(options, options, strict=True))
        file = BallotFile(FileKind.SOC, options, names, orders=tuple(orders))
        written.add(write_preflib(file, shuffled=False))
    assert len(written) == 1
    assert sorted(read_preflib(written.pop(), FileKind.SOC).orders) == sorted(orders)
    assert len({write_preflib(file) for _ in range(3)}) == 3  # else in an order of chance, each time another


def test_ballots_with_faults_are_left_out() -> None:
    file = votes("1: 1,2\n2: 1,1\n", voters=3)
    assert read_preflib(write_preflib(file), FileKind.TOI).orders == ((("1",), ("2",)),)


def test_line_breaks_in_words_do_not_break_the_file() -> None:
    file = BallotFile(
        FileKind.SOI, ("1",), {"1": "a\nb\x85c\u2028d"}, orders=((("1",),),), title="x\r\n# DATA TYPE: cat"
    )
    again = read_preflib(write_preflib(file), FileKind.SOI)
    assert (again.names, again.title, again.kind) == ({"1": "a b c d"}, "x # DATA TYPE: cat", FileKind.SOI)


@pytest.mark.parametrize("kind", ["soc", "soi", "toc", "toi"])
def test_an_independent_program_reads_the_rankings_we_write(kind: str, tmp_path: Path) -> None:
    chance = random.Random(kind)
    for _ in range(40):
        options = tuple(str(place) for place in range(1, chance.randint(2, 6)))
        orders = []
        for _ in range(chance.randint(1, 12)):
            ranked = chance.sample(options, len(options) if kind.endswith("c") else chance.randint(1, len(options)))
            sizes = [chance.randint(1, 3) if kind.startswith("t") else 1 for _ in ranked]
            rest = [(option,) for option in ranked[sum(sizes) :]] if kind.endswith("c") else []
            orders.append((*_cut(ranked, sizes), *rest))
        file = BallotFile(
            FileKind(kind), options, {option: f"name {option}" for option in options}, orders=tuple(orders), title="T"
        )
        read_back = preflib(write_preflib(file, file_name=f"x.{kind}"), tmp_path / f"x.{kind}")
        theirs = {tuple(tuple(map(str, group)) for group in order): n for order, n in read_back.multiplicity.items()}
        assert theirs == Counter(orders)
        assert read_back.num_voters == len(orders)
        assert read_back.data_type == kind
        assert {str(key): name for key, name in read_back.alternatives_name.items()} == file.names


def test_an_independent_program_reads_the_categories_we_write(tmp_path: Path) -> None:
    options = ("1", "2", "3")
    orders = ((("1", "2"), ("3",)), ((), ("1", "2", "3")), (("1", "2", "3"), ()), (("1", "2"), ("3",)))
    names = {option: f"name {option}" for option in options}
    file = BallotFile(FileKind.CAT, options, names, orders=orders, categories=("Approved", "Not approved"))
    content = write_preflib(file, file_name="x.cat")
    assert Counter(read_preflib(content, FileKind.CAT).orders) == Counter(orders)
    read_back = preflib(content, tmp_path / "x.cat")
    theirs = {tuple(tuple(map(str, group)) for group in order): n for order, n in read_back.multiplicity.items()}
    assert theirs == Counter(orders)
    assert (read_back.num_categories, list(read_back.categories_name.values())) == (2, ["Approved", "Not approved"])
