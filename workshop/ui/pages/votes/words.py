"""How results are told on the pages of the console; the words themselves are those of the reports."""

from fractions import Fraction

from workshop.language import Language
from workshop.models.records.votes import PollRecord
from workshop.models.telling import standings
from workshop.models.telling.lots import tie_sentences as tie_sentences
from workshop.models.telling.standings import count_line as count_line


def points_told(language: Language, poll: PollRecord, points: Fraction | int) -> str:
    """What an option got by the rule of the vote, with its unit: 27 points, 12 votes."""
    return standings.points_told(language, poll.rule, points)
