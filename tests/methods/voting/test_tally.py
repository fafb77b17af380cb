"""One shape for every result: groups of equals, the lot told, and the JSON document."""

import json
from fractions import Fraction

from workshop.methods.voting.dots import tally_dots
from workshop.methods.voting.tally import Tally, as_json, choose, rank

OPTIONS = ("a", "b", "c", "d")


def test_the_lot_decides_at_the_edge_and_says_so() -> None:
    ranking = rank(OPTIONS, {"a": Fraction(3), "b": Fraction(1), "c": Fraction(1), "d": Fraction(0)})
    chosen, ties = choose(ranking, 2, ("d", "c", "b", "a"))
    assert chosen == ("a", "c")
    assert [(tie.at, tie.options, tie.chosen) for tie in ties] == [("place 2", ("b", "c"), ("c",))]
    assert choose(ranking, 3, OPTIONS) == (("a", "b", "c"), ())
    assert choose(ranking, 9, OPTIONS) == (OPTIONS, ())


def test_the_document_holds_what_was_counted() -> None:
    tally = tally_dots([{"a": 2}, {"b": 2}, {}, {"x": 1}], ("a", "b"), dots=2, per_option=2, seats=1, lot=("b", "a"))
    document = json.loads(json.dumps(as_json(tally, {"a": "가로등"})))
    assert document == {
        "rule": "dots",
        "ballots": 4,
        "invalid": 1,
        "blank": 1,
        "options": [{"id": "a", "name": "가로등"}, {"id": "b", "name": "b"}],
        "winners": ["b"],
        "ranking": [["a", "b"]],
        "scores": {"a": 2, "b": 2},
        "ties": [{"at": "place 1", "options": ["a", "b"], "chosen": ["b"]}],
        "details": {"invalid": [{"ballot": 3, "reason": "unknown option x"}]},
    }


def test_a_score_that_is_no_whole_number_is_written_as_a_fraction() -> None:
    tally = Tally("stv", 0, 0, (), ("a",), {"a": Fraction(20, 3)}, (("a",),), ("a",), (), {"rounds": 1})
    document = as_json(tally, {})
    assert (document["scores"], document["details"]) == ({"a": "20/3"}, {"rounds": 1, "invalid": []})
