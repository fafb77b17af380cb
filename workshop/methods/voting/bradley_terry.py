"""Strengths from comparisons of two (Bradley and Terry, Biometrika 39, 1952), by Hunter's MM algorithm (Ann. Stat. 32, 2004).

MM is safe and, where few comparisons join many options, too slow to end; Newton's method, which Hunter sets beside it, then
finishes from where MM has come. The likelihood has one summit alone, so that both come to the same strengths.
"""

import math
from collections.abc import Mapping, Sequence

Wins = Mapping[str, Mapping[str, int]]

_MM_ROUNDS = 500
_NEWTON_ROUNDS = 100
_CLOSE = 1e-10  # of a strength, as a part of itself
_ROUNDING = 1e-14  # of a likelihood: so near the summit a right step may seem to lead downwards


def strengths(wins: Wins) -> dict[str, float] | None:
    """The strength of each option, adding up to 1 and rounded to five places; none where they do not exist.

    They exist where from every option a chain of wins leads to every other (Ford, "Solution of a ranking problem", 1957).
    """
    if len(wins) < 2 or not _is_connected(wins):
        return None
    found = dict.fromkeys(wins, 1 / len(wins))
    for _ in range(_MM_ROUNDS):
        new = _scaled({option: _step(option, wins, found) for option in wins})
        moved = max(abs(new[option] / found[option] - 1) for option in wins)
        found = new
        if moved < _CLOSE:
            break
    else:
        found = _climbed(wins, found)
    return {option: round(value, 5) for option, value in found.items()}


def _step(option: str, wins: Wins, found: Mapping[str, float]) -> float:
    met = sum(times / (found[option] + found[other]) for other, times in _met(option, wins))
    return sum(wins[option].values()) / met


def _met(option: str, wins: Wins) -> list[tuple[str, int]]:
    pairs = ((other, wins[option][other] + wins[other][option]) for other in wins if other != option)
    return [(other, times) for other, times in pairs if times]


def _scaled(values: Mapping[str, float]) -> dict[str, float]:
    whole = sum(values.values())
    return {option: value / whole for option, value in values.items()}


def _climbed(wins: Wins, start: Mapping[str, float]) -> dict[str, float]:
    """Newton's method on the logarithms of the strengths, a step halved until it does not lead downwards."""
    heights = {option: math.log(value) for option, value in start.items()}
    likelihood = _log_likelihood(wins, heights)
    for _ in range(_NEWTON_ROUNDS):
        way = _newton_step(wins, heights)
        longest = max(abs(part) for part in way.values())
        part = 1.0
        while part * longest >= _CLOSE:
            tried = {option: height + part * way[option] for option, height in heights.items()}
            better = _log_likelihood(wins, tried)
            if better >= likelihood - _ROUNDING * abs(likelihood):
                heights, likelihood = tried, better
                break
            part /= 2
        else:
            break
    top = max(heights.values())
    return _scaled({option: math.exp(height - top) for option, height in heights.items()})


def _newton_step(wins: Wins, heights: Mapping[str, float]) -> dict[str, float]:
    """Where Newton's method goes from here; the first option stays, since only differences of heights count."""
    first, *others = wins
    rows: list[list[float]] = []
    for option in others:
        curve = dict.fromkeys(others, 0.0)
        slope = float(sum(wins[option].values()))
        for other, times in _met(option, wins):
            chance = math.exp(_log_chance(heights[option] - heights[other]))
            bend = times * chance * (1 - chance)
            slope -= times * chance
            curve[option] += bend
            if other != first:
                curve[other] -= bend
        rows.append([*curve.values(), slope])
    return {first: 0.0, **dict(zip(others, _solved(rows), strict=True))}


def _solved(rows: Sequence[list[float]]) -> list[float]:
    """Gauss's elimination; the matrix is positive definite, so that no rows need to change places."""
    count = len(rows)
    for place, row in enumerate(rows):
        for below in rows[place + 1 :]:
            factor = below[place] / row[place]
            if factor:
                below[place:] = [x - factor * y for x, y in zip(below[place:], row[place:], strict=True)]
    found = [0.0] * count
    for place in reversed(range(count)):
        row = rows[place]
        known = sum(row[later] * found[later] for later in range(place + 1, count))
        found[place] = (row[count] - known) / row[place]
    return found


def _log_likelihood(wins: Wins, heights: Mapping[str, float]) -> float:
    return math.fsum(
        count * _log_chance(heights[one] - heights[other])
        for one, row in wins.items()
        for other, count in row.items()
        if count
    )


def _log_chance(ahead: float) -> float:
    """The logarithm of 1 / (1 + exp(-ahead)), without overflow."""
    return -math.log1p(math.exp(-ahead)) if ahead > 0 else ahead - math.log1p(math.exp(ahead))


def _is_connected(wins: Wins) -> bool:
    start = next(iter(wins))
    beaten = _reached(start, {one: [other for other, count in row.items() if count] for one, row in wins.items()})
    beating = _reached(start, {one: [other for other in wins if other != one and wins[other][one]] for one in wins})
    return beaten == beating == set(wins)


def _reached(start: str, steps: Mapping[str, list[str]]) -> set[str]:
    seen, todo = {start}, [start]
    while todo:
        for other in steps[todo.pop()]:
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return seen
