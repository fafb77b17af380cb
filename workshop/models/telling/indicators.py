"""How indicators are told: values with their units, readings with their days."""

from dataclasses import dataclass
from decimal import Decimal

from workshop.language import Language
from workshop.models.numbers import plain
from workshop.models.records.indicators import IndicatorRecord

MOST = 6  # readings that have room in a chart; of more the last ones are shown


@dataclass(frozen=True, slots=True)
class ToldReading:
    """A reading for a chart: its day, its value, the value in words."""

    day: str
    value: float
    words: str


def amount(value: Decimal | None, unit: str) -> str:
    """A value with its unit, which follows a blank where it is a word of letters: 34명/일, 46%, 12 km; a dash for none."""
    if value is None:
        return "–"
    return f"{plain(value)} {unit}" if unit[:1].isascii() and unit[:1].isalpha() else f"{plain(value)}{unit}"


def told_readings(language: Language, indicator: IndicatorRecord) -> tuple[ToldReading, ...]:
    """The last readings; their days with the year where they lie in several."""
    shown = indicator.readings[-MOST:]
    day = language.day if len({one.on.year for one in shown}) == 1 else language.month
    return tuple(ToldReading(day(one.on), float(one.value), plain(one.value)) for one in shown)


def target_level(language: Language, indicator: IndicatorRecord) -> tuple[float, str] | None:
    """What is aimed at, and its words."""
    if indicator.target is None:
        return None
    return (float(indicator.target), language.say("target {n}", n=amount(indicator.target, indicator.unit)))


def baseline_level(language: Language, indicator: IndicatorRecord) -> tuple[float, str] | None:
    """Where it began, and its words."""
    if indicator.baseline is None:
        return None
    return (float(indicator.baseline), language.say("baseline {n}", n=amount(indicator.baseline, indicator.unit)))
