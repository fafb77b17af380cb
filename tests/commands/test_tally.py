"""`workshop tally` as a script and as a person call it."""

import json
from pathlib import Path
from typing import Any

import pytest

from workshop.cli import main
from workshop.methods.voting.rules import RULES

SCHULZE = ["5: 1,3,2,5,4", "5: 1,4,5,3,2", "8: 2,5,4,1,3", "3: 3,1,2,5,4", "7: 3,1,5,2,4", "2: 3,2,1,4,5", "7: 4,3,5,2,1",
           "8: 5,2,1,4,3"]  # fmt: skip
TENNESSEE = ["42: 1,2,3,4", "26: 2,3,4,1", "15: 3,4,2,1", "17: 4,3,2,1"]
SWEETS = ["4: 1", "2: 2,1", "8: 3,4", "4: 3,5", "1: 4", "1: 5"]


def ranked(votes: list[str], names: str) -> str:
    words = names.split()
    header = [f"# NUMBER ALTERNATIVES: {len(words)}"]
    header += [f"# ALTERNATIVE NAME {place}: {name}" for place, name in enumerate(words, start=1)]
    return "\n".join([*header, *votes]) + "\n"


def halves() -> str:
    """Ten of each colour at 1 each, 10 to spend: 51 for all red, 49 for all blue."""
    red, blue = ([f"{color}{place}" for place in range(10)] for color in "RB")
    projects = "".join(f"{name};1;{name}\n" for name in red + blue)
    votes = f"v;{','.join(red)}\n" * 51 + f"v;{','.join(blue)}\n" * 49
    meta = "META\nkey;value\nvote_type;approval\nbudget;10\n"
    return f"{meta}PROJECTS\nproject_id;cost;name\n{projects}VOTES\nvoter_id;vote\n{votes}"


FILES = {
    "45.soc": ranked(SCHULZE, "A B C D E"),
    "tennessee.soc": ranked(TENNESSEE, "Memphis Nashville Chattanooga Knoxville"),
    "sweets.soi": ranked(SWEETS, "Oranges Pears Chocolate Strawberries Candies"),
    "halves.pb": halves(),
    "bad.soc": ranked(["1: 1,2", "2: 2,x"], "A B"),
    "invalid.soc": ranked(["3: 2,1", "2: 1", "1: 1,1", "1:"], "A B"),
    "even.toi": ranked(["2: 1,2", "2: 2,1", "1: {1,2}"], "참나무 느릅나무"),
    "motions.cat": "# NUMBER CATEGORIES: 3\n" + ranked(["2: 1,2,{}", "1: {},{1},{2}", "1: 2,{},1"], "하나 둘"),
    "points.pb": (
        "META\nkey;value\nvote_type;cumulative\nbudget;0\nmax_sum_points;4\n"
        "PROJECTS\nproject_id;cost\na;0\nb;0\nVOTES\nvote;points\na,b;3,1\nb;5\nb;1\n;\n"
    ),
    "grades.pb": (
        "META\nkey;value\nvote_type;scoring\nmax_points;5\n"
        "PROJECTS\nproject_id;cost\na;0\nb;0\nc;0\nVOTES\nvote;points\na,b;5,4\na;0\na;0\n"
    ),
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = main(["tally", *(str(word) for word in words)])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def tally(place: Path, capsys: pytest.CaptureFixture[str]):
    """Count a file as JSON: options by name, so that a test reads."""

    def counted(name: str, *words: object) -> dict[str, Any]:
        code, out, err = _run(capsys, place / name, *words, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    return counted


def names(document: dict[str, Any], ids: list[str]) -> list[str]:
    known = {option["id"]: option["name"] for option in document["options"]}
    return [known[option] for option in ids]


def test_the_document_has_the_shape_that_is_promised(tally) -> None:
    document = tally("45.soc", "--rule", "schulze")
    assert {"rule", "ballots", "invalid", "options", "winners", "ranking", "scores", "ties", "details"} <= set(document)
    assert document["rule"] == "schulze"
    assert (document["ballots"], document["invalid"]) == (45, 0)
    assert document["options"][0] == {"id": "1", "name": "A"}
    assert document["ranking"] == [["5"], ["1"], ["3"], ["2"], ["4"]]


def test_the_published_numbers_hold(tally) -> None:
    borda = tally("45.soc", "--rule", "borda")
    assert borda["scores"] == {"1": 98, "2": 92, "3": 89, "4": 69, "5": 102}
    for seed in ("a", "b", "c", "d"):
        irv = tally("45.soc", "--rule", "irv", "--lot", seed)
        (tie,) = irv["ties"]
        assert (irv["winners"], sorted(tie["options"]), len(tie["chosen"])) == (["3"], ["2", "5"], 1)
    points = tally("tennessee.soc", "--rule", "borda")
    assert points["scores"] == {"1": 126, "2": 194, "3": 173, "4": 107}
    run_off = tally("tennessee.soc", "--rule", "irv")
    assert names(run_off, run_off["winners"]) == ["Knoxville"]
    assert (run_off["scores"]["4"], run_off["scores"]["1"]) == (58, 42)
    assert tally("tennessee.soc", "--rule", "schulze")["winners"] == ["2"]
    seats = tally("sweets.soi", "--rule", "stv", "--seats", 3)
    assert set(names(seats, seats["winners"])) == {"Chocolate", "Strawberries", "Oranges"}


def test_a_budget_goes_to_all_or_in_equal_shares(tally) -> None:
    assert {option[0] for option in tally("halves.pb", "--rule", "greedy")["winners"]} == {"R"}
    shares = tally("halves.pb", "--rule", "equal-shares", "--completion", "none")["winners"]
    assert [sum(option[0] == color for option in shares) for color in "RB"] == [5, 4]
    for utility in ("cost", "approval"):
        completed = tally("halves.pb", "--rule", "equal-shares", "--utility", utility)["winners"]
        assert [sum(option[0] == color for option in completed) for color in "RB"] == [6, 4]
        assert (
            tally("halves.pb", "--rule", "equal-shares", "--completion", "add1", "--utility", utility)["winners"]
            == shares
        )


def test_ballots_that_break_the_rule_are_counted_as_invalid_and_listed(tally) -> None:
    document = tally("invalid.soc", "--rule", "plurality")
    assert (document["ballots"], document["invalid"], document["blank"]) == (7, 3, 1)
    assert document["details"]["invalid"] == [
        {"ballot": 3, "reason": "not every option is ranked"},
        {"ballot": 4, "reason": "not every option is ranked"},
        {"ballot": 5, "reason": "option 1 twice"},
    ]
    assert document["scores"] == {"1": 0, "2": 3}


def test_points_and_grades_are_counted(tally) -> None:
    points = tally("points.pb", "--rule", "dots")
    assert (points["scores"], points["invalid"], points["blank"]) == ({"a": 3, "b": 2}, 1, 1)
    grades = tally("grades.pb", "--rule", "score")
    assert grades["scores"] == {"a": "5/3", "b": 4}
    assert grades["ranking"] == [["b"], ["a"], ["c"]]


def test_motions_and_comparisons_are_counted(tally) -> None:
    motions = tally("motions.cat", "--rule", "majority")
    assert (motions["winners"], motions["details"]["tied"]) == (["1"], [])
    assert motions["details"]["yes"] == {"1": 2, "2": 1}
    compared = tally("even.toi", "--rule", "pairwise")
    assert compared["scores"] == {"1": "1/2", "2": "1/2"}
    assert compared["ranking"] == [["1", "2"]]


def test_the_seed_draws_another_lot_and_the_same_again(tally) -> None:
    lots = {
        seed: tally("even.toi", "--rule", "schulze", "--seats", 1, "--lot", seed)["winners"][0] for seed in "abcdefgh"
    }
    assert set(lots.values()) == {"1", "2"}
    assert tally("even.toi", "--rule", "schulze", "--seats", 1)["winners"] == ["1"]
    for seed, winner in lots.items():
        assert tally("even.toi", "--rule", "schulze", "--seats", 1, "--lot", seed)["winners"] == [winner]


@pytest.mark.parametrize("code", ["ko", "en"])
@pytest.mark.parametrize("rule", RULES)
def test_people_get_a_table_with_names_and_the_ballots_below(place: Path, capsys, rule: str, code: str) -> None:
    file = {"dots": "points.pb", "score": "grades.pb", "majority": "motions.cat", "pairwise": "even.toi"}.get(
        rule, "halves.pb" if rule in {"approval", "greedy", "equal-shares"} else "45.soc"
    )
    exit_code, out, err = _run(capsys, place / file, "--rule", rule, "--language", code)
    assert (exit_code, err) == (0, "")
    assert ("투표" in out) == (code == "ko")
    assert ("ballots" in out) == (code == "en")


def test_one_ballot_is_told_as_one(tmp_path: Path, capsys) -> None:
    file = tmp_path / "one.soc"
    file.write_text(ranked(["1: 1,2"], "A B"), encoding="utf-8")
    assert "\n1 ballot, 0 of them blank" in _run(capsys, file, "--rule", "borda", "--language", "en")[1]


def test_ties_the_lot_and_invalid_ballots_are_told_in_words(place: Path, capsys) -> None:
    out = _run(capsys, place / "45.soc", "--rule", "irv", "--language", "en")[1]
    assert "Round 2: B, E were equal; by lot E left." in out
    assert "The lot is the order of the options in the file." in out
    out = _run(capsys, place / "even.toi", "--rule", "schulze", "--seats", 1, "--lot", "s", "--language", "ko")[1]
    assert "공동 1위: 참나무, 느릅나무." in out
    assert "추첨 순서는 “s”(으)로 뽑았습니다" in out
    out = _run(capsys, place / "invalid.soc", "--rule", "borda", "--language", "ko")[1]
    assert "무효: 4 … 5 (2)번째 표, 순위가 없는 선택지 있음." in out
    assert (
        "Invalid: ballot 6: option 1 twice."
        in _run(capsys, place / "invalid.soc", "--rule", "irv", "--language", "en")[1]
    )
    assert "more than 4 points in all" in _run(capsys, place / "points.pb", "--rule", "dots", "--language", "en")[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("bad.soc", "--rule", "borda"), "Line 5: the number of an alternative was expected, not “x”."),
        (("45.soc", "--rule", "dots"), "The rule dots cannot count the ballots of a file of the kind soc."),
        (("45.soc", "--rule", "pairwise"), "plurality, borda, irv, stv, schulze."),
        (("points.pb", "--rule", "greedy"), "Rules that can: dots."),
        (("motions.cat", "--rule", "equal-shares"), "needs costs and a budget"),
        (("45.soc", "--rule", "nonsense"), "nonsense"),
        (("45.soc",), "--rule"),
        (("45.soc", "--rule", "stv", "--seats", "0"), "1 or more"),
        (("45.soc", "--rule", "stv", "--seats", "many"), "many"),
        (("45.soc", "--rule", "irv", "--seats", "2"), "--seats means nothing to the rule irv."),
        (("45.soc", "--rule", "borda", "--utility", "cost"), "--utility means nothing to the rule borda."),
        (("halves.pb", "--rule", "greedy", "--completion", "none"), "--completion means nothing"),
        (("missing.soc", "--rule", "borda"), "There is no file"),
        ((".", "--rule", "borda"), "cannot be read"),
        (("45.csv", "--rule", "borda"), "45.csv"),
    ],
)
def test_bad_input_is_one_line_and_code_2(place: Path, capsys, words: tuple[str, ...], told: str) -> None:
    (place / "45.csv").touch()
    code, out, err = _run(capsys, place / words[0], *words[1:], "--language", "en")
    assert (code, out) == (2, "")
    assert told in err
    assert err.startswith("workshop: ")
    assert err.count("\n") == 1


def test_the_help_names_every_rule_and_format(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["tally", "--help", "--language", "en"])
    out = " ".join(capsys.readouterr().out.split())
    assert all(word in out for word in (*RULES, ".toi", ".cat", ".pb", "add1u", "--lot SEED"))
