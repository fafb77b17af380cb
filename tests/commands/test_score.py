"""`workshop score` as a script and as a person call it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.methods.scoring_oracles import alpha, mean_interval
from workshop.cli import main
from workshop.commands.score_json import as_json
from workshop.exchange.sheets import Table
from workshop.language import load_language
from workshop.models.enums import ItemKind
from workshop.services.evaluation.instrument_files import write_instrument
from workshop.services.evaluation.instrument_shape import Instrument, Item, Wording
from workshop.services.evaluation.score_files import score_table

SUS = [[5, 4, 2, 1, 2, 3, 2, 4, 5, 2], [3] * 10, [4, 2, 4, 1, 4, 2, 5, 1, 4, 2]]
ALPHA = [[4, 5, 4], [3, 4, 3], [5, 5, 5], [2, 3, 2], [4, 4, 5], [3, 3, 4]]
UEQ = [[3, 2, 1, 2, -1, 0, -3, 0], [1, 1, 1, 1, 2, 2, 2, 2], [0, 1, 2, 3, 0, 1, 0, 1]]


def text(names: list[str], rows: list[list[Any]], comma: str = ",") -> str:
    return "".join(comma.join("" if cell is None else str(cell) for cell in row) + "\n" for row in [names, *rows])


def numbered(word: str, n: int) -> list[str]:
    return [f"{word}{place}" for place in range(1, n + 1)]


FILES = {
    "sus.csv": text(numbered("sus", 10), SUS),
    "one.csv": text(numbered("q", 10), SUS[:1]),
    "half.csv": text(numbered("sus", 10), [*SUS, [None, *[3] * 9]]),
    "nine.csv": text(numbered("sus", 9), [[3] * 9]),
    "outside.csv": text(numbered("sus", 10), [SUS[0], [6, *[3] * 9]]),
    "strange.csv": text([*numbered("sus", 10), "colour"], [[*SUS[0], 3]]),
    "short.csv": text(numbered("sus", 10), [SUS[0], [3] * 8]),
    "nobody.csv": text(numbered("sus", 10), []),
    "ueq.csv": text(numbered("ueq", 8), UEQ),
    "ueq7.csv": text(numbered("ueq", 8), [[value + 4 for value in row] for row in UEQ]),
    "nps.csv": text(["nps"], [[each] for each in (0, 6, 7, 8, 9, 10, 10)]),
    "likert.csv": text(["a", "b", "c"], ALPHA),
    "kano.csv": text(
        ["map_functional", "map_dysfunctional", "shade+", "shade-"],
        [[1, 5, 2, 5], [1, 5, 1, 5], [1, 3, None, 1]],
    ),
    "half pair.csv": text(["map_functional"], [[1]]),
    "own.csv": text(["id", "way"], [[1, "bus"], [2, "foot"], [3, "bus"], [4, None]]),
    "many.csv": text(["way"], [["bus;foot"], ["bus"]], comma=","),
    "age.csv": text(["age"], [[20], [40], [90]]),
    "city.csv": text(["nps"], [[place % 11] for place in range(11_000)]),
    "lines.csv": '"sus\n1",b\n"x\ny",3\n',
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


@pytest.fixture
def score(place: Path, capsys: pytest.CaptureFixture[str]):
    """Score a file as JSON: the instrument, the file, and options, so that a test reads."""

    def scored(instrument: str, name: str, *words: object) -> dict[str, Any]:
        code = main(
            ["score", instrument, str(place / name), *(str(word) for word in words), "--json", "--language", "en"]
        )
        out, err = capsys.readouterr()
        assert (code, err) == (0, "")
        return json.loads(out)

    return scored


def test_the_document_has_the_shape_that_is_promised(score) -> None:
    document = score("sus", "half.csv")
    assert list(document)[:8] == [
        "instrument", "respondents", "scored", "score", "interval", "items", "reliability", "flags",
    ]  # fmt: skip
    assert (document["instrument"], document["respondents"], document["scored"]) == ("sus", 4, 3)
    low, high = mean_interval([55, 50, 82.5])
    assert high > 100
    assert document["interval"] == pytest.approx((low, 100), abs=1e-6)
    assert document["items"]["sus1"]["missing"] == 1
    assert document["flags"] == ["straight-lining", "missing-items", "few-respondents"]
    assert any("not a percentage" in note for note in document["notes"])
    assert (document["details"]["straight_lining_rows"], document["details"]["incomplete_rows"]) == ([3], [5])


def test_the_published_numbers_hold(score) -> None:
    assert score("sus", "one.csv")["score"] == 55
    likert = score("likert", "likert.csv", "--min", 1, "--max", 5)
    assert likert["reliability"] == pytest.approx(0.907258, abs=1e-6)
    assert likert["items"]["b"]["counts"] == {"1": 0, "2": 0, "3": 2, "4": 2, "5": 2}
    assert (likert["items"]["a"]["median"], likert["items"]["a"]["top2"]) == (3.5, 0.5)
    nps = score("nps", "nps.csv")
    assert nps["score"] == pytest.approx(100 / 7)
    assert (nps["details"]["promoters"], nps["details"]["passives"], nps["details"]["detractors"]) == (3, 2, 2)


def test_both_qualities_of_ueq_s_on_either_coding(score) -> None:
    document = score("ueq-s", "ueq.csv")
    assert document["score"] == pytest.approx({"pragmatic": 1.5, "hedonic": 0.5, "overall": 1})
    scales = score("ueq-s", "ueq7.csv", "--min", 1, "--max", 7)["details"]["scales"]
    assert scales == document["details"]["scales"]
    assert scales["hedonic"]["reliability"] == pytest.approx(alpha([row[4:] for row in UEQ]))


def test_kano_lists_ties_and_both_coefficients(score) -> None:
    document = score("kano", "kano.csv")
    assert document["score"] == {"map": "O", "shade": None}
    assert document["items"]["map"] == {
        "n": 3, "missing": 0, "counts": {"M": 0, "O": 2, "A": 1, "I": 0, "R": 0, "Q": 0}, "category": "O", "ties": [],
        "better": 1, "worse": pytest.approx(-2 / 3),
    }  # fmt: skip
    assert (document["items"]["shade"]["ties"], document["items"]["shade"]["missing"]) == (["M", "O"], 1)


def test_own_questions_are_counted(score) -> None:
    assert score("single", "own.csv")["items"]["way"] == {"n": 3, "missing": 1, "counts": {"bus": 2, "foot": 1}}
    assert score("multiple", "many.csv")["items"]["way"]["counts"] == {"bus": 2, "foot": 1}
    number = score("number", "age.csv")["items"]["age"]
    assert (number["min"], number["median"], number["mean"], number["max"]) == (20, 40, 50, 90)
    assert score("text", "own.csv")["items"]["way"]["answers"] == ["bus", "bus", "foot"]


def test_rankings_of_an_own_questionnaire_are_told_by_place(place: Path, score, capsys) -> None:
    choices = {key: Wording(ko=key, en=f"the {key}") for key in ("bus", "foot", "tram")}
    asked = Item(key="way", kind=ItemKind.RANKING, text=Wording(ko="순서", en="Order"), labels=choices)
    own = Instrument(key="ways", title=Wording(ko="길", en="Ways"), items=(asked,))
    (place / "ways.toml").write_bytes(write_instrument(own))
    (place / "ways.csv").write_text("way_bus,way_foot,way_tram\n1,2,3\n1,,\n,1,2\n", encoding="utf-8")
    told = score(str(place / "ways.toml"), "ways.csv")["items"]["way"]
    assert told["places"]["bus"] == {"counts": [2, 0, 0], "unranked": 1, "mean": pytest.approx(5 / 3), "points": 4}
    assert told["places"]["tram"]["counts"] == [0, 1, 1]
    (place / "twice.csv").write_text("way\nbus;bus\n", encoding="utf-8")
    assert main(["score", str(place / "ways.toml"), str(place / "twice.csv"), "--language", "en"]) == 2
    assert "Row 2, column “way”" in capsys.readouterr().err
    assert main(["score", str(place / "ways.toml"), str(place / "ways.csv"), "--language", "en"]) == 0
    assert "the bus" in capsys.readouterr().out


def test_the_survey_of_a_whole_city_is_scored_in_one_piece(score) -> None:
    document = score("nps", "city.csv")
    assert (document["respondents"], document["score"]) == (11_000, pytest.approx(100 * (2 - 7) / 11))


def test_people_are_told_the_middle_of_numbers_and_not_each(place: Path, capsys) -> None:
    assert main(["score", "number", str(place / "age.csv"), "--language", "en"]) == 0
    assert capsys.readouterr().out.split() == [
        "number", "·", "3", "respondents", "Item", "Number", "Missing", "Lowest", "Median", "Mean", "Highest",
        "age", "3", "0", "20", "40.0", "50.0", "90",
    ]  # fmt: skip


def test_nobody_has_no_score(score) -> None:
    document = score("sus", "nobody.csv")
    assert (document["respondents"], document["score"], document["interval"], document["reliability"]) == (
        0,
        None,
        None,
        None,
    )


@given(st.lists(st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=10, max_size=10), max_size=8).flatmap(
    lambda rows: st.tuples(st.just(rows), st.permutations(range(10)), st.permutations(range(len(rows))))))  # fmt: skip
def test_the_order_of_people_and_of_columns_changes_nothing(drawn) -> None:
    rows, columns, people = drawn
    names = numbered("sus", 10)

    def document(order: list[int], who: list[int], word: str) -> dict[str, Any]:
        lines = [[word + names[at][3:] for at in order]] + [["" if rows[one][at] is None else str(rows[one][at]) for at in order]
                                                             for one in who]  # fmt: skip
        table = Table(tuple(enumerate((tuple(line) for line in lines), start=1)))
        found = as_json(score_table("sus", table), load_language("en"))
        del found["details"]["straight_lining_rows"], found["details"]["incomplete_rows"]
        return found

    assert document(list(columns), list(people), "frage ") == document(list(range(10)), list(range(len(rows))), "sus")


@pytest.mark.parametrize("code", ["ko", "en"])
@pytest.mark.parametrize(
    ("instrument", "file"),
    [("sus", "half.csv"), ("ueq-s", "ueq.csv"), ("nps", "nps.csv"), ("likert", "likert.csv"), ("kano", "kano.csv"),
     ("single", "own.csv"), ("text", "own.csv"), ("number", "age.csv")],
)  # fmt: skip
def test_people_get_tables_in_their_language(place: Path, capsys, instrument: str, file: str, code: str) -> None:
    assert main(["score", instrument, str(place / file), "--language", code]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert ("무응답" in out) == (code == "ko")
    assert ("Missing" in out) == (code == "en")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("sus", "outside.csv"), "Row 3, column “sus1”: “6” is no answer to this item."),
        (("sus", "strange.csv"), "Row 1, column 11: there is no item called “colour”."),
        (("sus", "nine.csv"), "the column of item sus10 is missing"),
        (("sus", "short.csv"), "Row 3 does not have as many cells (8) as the header (10)."),
        (("sus", "likert.csv"), "there is no item called “a”"),
        (("sus", "sus.csv", "--min", "0"), "--min/--max means nothing to sus."),
        (("likert", "likert.csv", "--max", "4"), "Row 2, column “b”: “5”"),
        (("likert", "likert.csv", "--min", "5", "--max", "1"), "lower end first"),
        (("ueq-s", "ueq7.csv"), "--min 1 --max 7"),
        (("ueq-s", "ueq.csv", "--min", "1", "--max", "5"), "seven steps"),
        (("kano", "half pair.csv"), "the column of item map_dysfunctional is missing"),
        (("kano", "own.csv"), "“way” is no half of a pair"),
        (("sus", "lines.csv"), "there is no item called “b”"),
        (("likert", "lines.csv"), "Row 2, column “sus 1”: “x y”"),
        (("mood", "sus.csv"), "mood"),
        (("none.toml", "sus.csv"), "none.toml"),
        (("sus", "missing.csv"), "There is no file"),
        (("sus", "."), "cannot be read"),
        (("sus",), "FILE"),
    ],
)
def test_bad_input_is_one_line_and_code_2(place: Path, capsys, words: tuple[str, ...], told: str) -> None:
    file = [str(place / words[1])] if len(words) > 1 else []
    code = main(["score", words[0], *file, *words[2:], "--language", "en"])
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert told in err
    assert err.startswith("workshop: ")
    assert err.count("\n") == 1
