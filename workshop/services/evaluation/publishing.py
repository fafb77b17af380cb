"""Results as they may be published: of few people nothing but their number, and nobody can be followed from answer to answer."""

from dataclasses import replace
from uuid import uuid5

from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import FormResult, ItemResult, ServiceChange
from workshop.models.records.reports import SMALLEST_CELL
from workshop.models.records.scores import Scores


def published(result: FormResult) -> FormResult:
    """The result for a report.

    Fewer than five respondents: their number alone. Items that fewer than five have answered: how many those are; what was
    written is kept, since words are no count. Open answers of one person carry keys that have nothing in common.
    """
    if result.respondents < SMALLEST_CELL:
        items = tuple(_emptied(item) for item in result.items)
        return replace(
            result, items=items, score="", scored=0, grade="", reliability="", flags=(), scores=Scores(), themes=(),
            open_answers=(), photos=(),
        )  # fmt: skip
    few = [item.n < SMALLEST_CELL and item.item.kind is not ItemKind.TEXT for item in result.items]
    items = tuple(_emptied(item) if small else item for item, small in zip(result.items, few, strict=True))
    answers = tuple(replace(each, answer_id=uuid5(each.answer_id, each.item)) for each in result.open_answers)
    hidden = {item.item.key for item, small in zip(result.items, few, strict=True) if small}
    photos = tuple(each for each in result.photos if each.item not in hidden)
    return replace(result, items=items, open_answers=answers, photos=photos)


def published_change(change: ServiceChange) -> ServiceChange:
    """A change for a report: nothing of either side where one of them is small, and no pairs where these are fewer than five."""
    before, after = published(change.before), published(change.after)
    if min(before.respondents, after.respondents) < SMALLEST_CELL:
        return ServiceChange(before, after, change.paired, ())
    items = tuple(
        replace(item, before=old, after=new)
        for item in change.items
        for old in before.items
        for new in after.items
        if old.item.key == new.item.key == item.item.key
    )
    if 0 < change.paired < SMALLEST_CELL:
        items = tuple(replace(item, better=0, same=0, worse=0, effect="", side=0) for item in items)
        scales = tuple(
            replace(scale, paired=0, better=0, same=0, worse=0, effect="", side=0) for scale in change.scales
        )
        return ServiceChange(before, after, change.paired, items, scales)
    return ServiceChange(before, after, change.paired, items, change.scales)


def _emptied(item: ItemResult) -> ItemResult:
    """How many answered, and no more."""
    return ItemResult(item.item, item.n, item.missing, {}, "", "", ())
