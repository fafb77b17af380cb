"""Single and multiple choice: how many chose what."""

from collections.abc import Sequence


def count_choices(answers: Sequence[Sequence[str]], choices: Sequence[str]) -> dict[str, int]:
    """How many respondents chose each of `choices`; naming one twice counts once. Raises ValueError for a strange one."""
    strange = {choice for answer in answers for choice in answer} - set(choices)
    if strange:
        raise ValueError(f"unknown choice {sorted(strange)[0]}")
    return {choice: sum(choice in answer for answer in answers) for choice in choices}
