"""A ranking in words and figures: the mean place of each option, and how often it came first."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from workshop.language import Language, mark
from workshop.models.records.evaluations import ItemResult, OptionPlaces
from workshop.models.text import decimal

MEAN_PLACE = mark(
    "The longer a bar, the nearer to the first place. Options without a place count as the mean of the places left."
)


@dataclass(frozen=True, slots=True)
class OptionTold:
    """An option of a ranking.

    `nearness` is 1 where everybody put it first and 0 where everybody put it last; `mean` its mean place to two places, `firsts`
    how often it came first, `short` both in words; `words` tell every place; `leads` marks the best mean place.
    """

    name: str
    nearness: Fraction
    mean: str
    firsts: str
    short: str
    words: str
    leads: bool


def options_told(language: Language, result: ItemResult) -> list[OptionTold]:
    """The options of a ranking, the best mean place first; equals in the order of the item."""
    best = min((each.mean for each in result.places), default=Fraction(0))
    return [
        _told(language, result, each, leads=each.mean == best)
        for each in sorted(result.places, key=lambda each: each.mean)
    ]


def place_counts(language: Language, places: OptionPlaces, most: int) -> list[tuple[str, int]]:
    """How often an option took each place that could be given, and how often none."""
    told = [(language.say("place {n}", n=place), count) for place, count in enumerate(places.counts[:most], start=1)]
    return [*told, (language.say("not ranked"), places.unranked)]


def places_of(result: ItemResult) -> int:
    """How many places could be given."""
    return result.item.most or len(result.item.labels)


def _told(language: Language, result: ItemResult, places: OptionPlaces, *, leads: bool) -> OptionTold:
    lowest = len(places.counts)
    nearness = Fraction(lowest - places.mean, lowest - 1) if lowest > 1 else Fraction(1)
    mean, firsts = decimal(places.mean, 2), language.number(places.counts[0])
    name = language.pick(result.item.labels.get(places.key, {})) or places.key
    short = language.say("mean place {mean} · first {n}×", mean=mean, n=firsts)
    counts = _joined(place_counts(language, places, places_of(result)))
    words = language.say("{option}: mean place {mean}; {counts}", option=name, mean=mean, counts=counts)
    return OptionTold(name, nearness, mean, firsts, short, words, leads)


def _joined(counts: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{name}: {count}" for name, count in counts if count)
