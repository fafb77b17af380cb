"""A ranking in the booth: how it works, in a line."""

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.voting.ranking.paper import RankingVote


def told_how(look: Look, vote: RankingVote) -> str:
    """What the voter does."""
    return look.language.say_many(
        "Tap the option you like best.", "Tap the options in your order, the best first: up to {n} places.", vote.paper.most
    )  # fmt: skip
