"""Choices count people, not marks."""

import pytest

from workshop.methods.instruments.choices import count_choices


def test_choices_count_people() -> None:
    assert count_choices([["a", "a"], ["b", "a"], []], ["a", "b", "c"]) == {"a": 2, "b": 1, "c": 0}


def test_an_unknown_choice_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown choice x"):
        count_choices([["a", "x"]], ["a"])
