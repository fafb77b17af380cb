"""Comparing two at a time in the booth: how it works, in a line."""

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.voting.pairwise.paper import PairwiseVote


def told_how(look: Look, vote: PairwiseVote) -> str:
    """What the voter does."""
    return look.language.say_many(
        "Tap the one of two that you prefer.", "Two at a time: tap the one that you prefer, {n} times.",
        len(vote.paper.pairs),
    )  # fmt: skip
