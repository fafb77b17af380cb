"""First places against the published elections."""

from workshop.methods.voting.plurality import tally_plurality

FORTY_FIVE = {
    "ACBED": 5, "ADECB": 5, "BEDAC": 8, "CABED": 3, "CAEBD": 7, "CBADE": 2, "DCEBA": 7, "EBADC": 8,
}  # fmt: skip
TENNESSEE = {"MNCK": 42, "NCKM": 26, "CKNM": 15, "KCNM": 17}


def test_first_places_of_the_published_elections() -> None:
    ballots = [order for order, times in FORTY_FIVE.items() for _ in range(times)]
    tally = tally_plurality(ballots, "ABCDE")
    assert tally.scores == {"A": 10, "B": 8, "C": 12, "D": 7, "E": 8}
    assert tally.ranking == (("C",), ("A",), ("B", "E"), ("D",))
    assert tally_plurality([order for order, n in TENNESSEE.items() for _ in range(n)], "MNCK").winners == ("M",)


def test_what_a_ranking_must_not_do() -> None:
    tally = tally_plurality([[["a", "b"]], [["a"], ["a"]], [["x"]], [], [[], ["a"]], [["b"], ["a", "c"]]], "abc")
    assert tally.invalid == ((0, "several in the first place"), (1, "option a twice"), (2, "unknown option x"))
    assert (tally.blank, tally.scores, tally.winners) == (1, {"a": 1, "b": 1, "c": 0}, ("a", "b"))
