"""What the scoring of an instrument comes to: its scales, and what NPS and Kano alone have to tell."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Method(StrEnum):
    """How the answers to an instrument are scored; `COUNT` counts each item by itself."""

    SUS = "sus"
    UEQ_S = "ueq-s"
    NPS = "nps"
    KANO = "kano"
    LIKERT = "likert"
    COUNT = ""


class Flag(StrEnum):
    """What to keep in mind when a score is read."""

    STRAIGHT_LINING = "straight-lining"
    MISSING_ITEMS = "missing-items"
    NO_VARIANCE = "no-variance"
    FEW = "few-respondents"


@dataclass(frozen=True, slots=True)
class ScaleScore:
    """One scale of an instrument over all who answered every item of it.

    `key` names it (`sus`, `pragmatic`, `hedonic`, `overall`, `nps`, `likert`); scores can lie from `low` to `high`. `value` is
    the mean of the persons' scores, of NPS the score itself. `sd` and the 95 % `interval` are none for fewer than two persons;
    the interval tells of a population only where the respondents are a random sample of it. `reliability` is Cronbach's
    alpha, none where it is undefined or there are fewer than three items.
    """

    key: str
    low: int
    high: int
    n: int
    value: Fraction | None
    median: Fraction | None
    sd: float | None
    interval: tuple[float, float] | None
    reliability: Fraction | None
    grade: str = ""


@dataclass(frozen=True, slots=True)
class NpsCounts:
    """Promoters (9–10), passives (7–8) and detractors (0–6)."""

    promoters: int
    passives: int
    detractors: int

    @property
    def n(self) -> int:
        """How many answered."""
        return self.promoters + self.passives + self.detractors


@dataclass(frozen=True, slots=True)
class KanoFeature:
    """A feature asked with and without: people by category (M, O, A, I, R, Q), the leading ones (several where they tie).

    `better` from 0 to 1 and `worse` from −1 to 0 are the coefficients of Berger and others (1993), none where nobody counts in
    them. `name` by language code.
    """

    key: str
    name: dict[str, str]
    n: int
    missing: int
    counts: dict[str, int]
    categories: tuple[str, ...]
    better: Fraction | None
    worse: Fraction | None


@dataclass(frozen=True, slots=True)
class Scores:
    """All that is scored beside the items themselves.

    `straight` and `incomplete` are places of respondents, counted from 0: who gave one answer to items of both directions, and
    who missed an item and so has no score on some scale.
    """

    scales: tuple[ScaleScore, ...] = ()
    nps: NpsCounts | None = None
    kano: tuple[KanoFeature, ...] = ()
    flags: tuple[Flag, ...] = ()
    straight: tuple[int, ...] = ()
    incomplete: tuple[int, ...] = ()
