"""Results as they may be published: of few people nothing but their number, and nobody can be followed from answer to answer."""

from dataclasses import replace
from uuid import uuid5

from workshop.models.records.evaluations import FormResult, ItemResult, ServiceChange
from workshop.models.records.reports import is_small
from workshop.models.records.scores import Scores


def published(result: FormResult) -> FormResult:
    """The result for a report.

    Fewer than five respondents: their number alone. Items of any kind that fewer than five have answered: how many those are.
    Open answers of one person carry keys that have nothing in common.
    """
    if is_small(result.respondents):
        items = tuple(_emptied(item) for item in result.items)
        return replace(
            result, items=items, score="", scored=0, grade="", reliability="", flags=(), scores=Scores(), themes=(),
            open_answers=(), photos=(),
        )  # fmt: skip
    told = {item.item.key for item in result.items if not is_small(item.n)}
    items = tuple(item if item.item.key in told else _emptied(item) for item in result.items)
    answers = tuple(
        replace(each, answer_id=uuid5(each.answer_id, each.item)) for each in result.open_answers if each.item in told
    )
    themes = tuple(each for each in result.themes if each.item in told)
    photos = tuple(each for each in result.photos if each.item in told)
    return replace(result, items=items, open_answers=answers, themes=themes, photos=photos)


def published_change(change: ServiceChange) -> ServiceChange:
    """A change for a report: nothing of either side where one of them is small, and no pairs where these are fewer than five."""
    before, after = published(change.before), published(change.after)
    if is_small(min(before.respondents, after.respondents)):
        return ServiceChange(before, after, change.paired, ())
    items = tuple(
        replace(item, before=old, after=new)
        for item in change.items
        for old in before.items
        for new in after.items
        if old.item.key == new.item.key == item.item.key
    )
    if change.paired and is_small(change.paired):
        items = tuple(replace(item, better=0, same=0, worse=0, effect="", side=0) for item in items)
        scales = tuple(
            replace(scale, paired=0, better=0, same=0, worse=0, effect="", side=0) for scale in change.scales
        )
        return ServiceChange(before, after, change.paired, items, scales)
    return ServiceChange(before, after, change.paired, items, change.scales)


def _emptied(item: ItemResult) -> ItemResult:
    """How many answered, and no more."""
    return ItemResult(item.item, item.n, item.missing, {}, "", "", ())
