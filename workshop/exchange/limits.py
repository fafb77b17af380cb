"""Whether a ballot keeps the limits that its own Pabulib file sets."""

from collections.abc import Mapping, Sequence

from workshop.exchange.ballot_files import FileKind, Limits, Number
from workshop.methods.voting.ballots import order_fault
from workshop.methods.voting.tally import as_number


def pabulib_fault(
    named: Sequence[str], points: Sequence[Number], kind: FileKind, costs: Mapping[str, Number], limits: Limits
) -> str:
    """Why a ballot breaks the rule of its file, empty where it does not; a blank one breaks none."""
    if not named:
        return ""
    fault = order_fault([[option] for option in named], costs)
    if fault:
        return fault
    most = 1 if kind is FileKind.CHOOSE_1 else limits.max_length
    found = _outside(len(named), limits.min_length, most, "projects")
    found = found or _outside(
        sum(costs[option] for option in named), limits.min_sum_cost, limits.max_sum_cost, "in costs"
    )
    if found or not kind.has_points:
        return found
    for each in points:
        found = found or _outside(each, limits.min_points, limits.max_points, "points on one project")
    found = found or _outside(sum(points), limits.min_sum_points, limits.max_sum_points, "points in all")
    return found or ("less than nothing on one option" if kind is FileKind.CUMULATIVE and min(points) < 0 else "")


def _outside(value: Number, least: Number | None, most: Number | None, what: str) -> str:
    if least is not None and value < least:
        return f"less than {as_number(least)} {what}"
    return f"more than {as_number(most)} {what}" if most is not None and value > most else ""
