"""The lists of a report as tables for spreadsheet programs; words in a language, moments nowhere, nobody's name."""

from collections.abc import Sequence
from fractions import Fraction

from workshop.exchange.sheets import Sheet, Value
from workshop.language import Language
from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import FormResult, ItemResult
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.ideas import IdeaRecord, ThemeRecord
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.votes import PollResult
from workshop.models.telling.places import place_counts, places_of
from workshop.models.telling.standings import measure
from workshop.models.titles import title_of


def idea_sheet(ideas: Sequence[IdeaRecord], themes: Sequence[ThemeRecord], language: Language) -> Sheet:
    """Every idea with its theme, its state and the idea it was merged into."""
    say, tell = language.say, language.tell
    titles = {theme.id: theme.title for theme in themes}
    numbers = {idea.id: idea.number for idea in ideas}
    rows: list[tuple[Value, ...]] = [
        (
            idea.number, idea.text, titles.get(idea.theme_id, "") if idea.theme_id else "", tell(title_of(idea.state)),
            numbers.get(idea.merged_into_id) if idea.merged_into_id else None, idea.reason, idea.people,
        )
        for idea in ideas
    ]  # fmt: skip
    head = (
        say("No."),
        say("Idea"),
        say("Theme"),
        say("State"),
        say("Merged into no."),
        say("Reason"),
        say("People behind it"),
    )
    return Sheet(say("Ideas"), head, tuple(rows))


def vote_sheet(result: PollResult, language: Language) -> Sheet:
    """Every option of a vote with its place and what the rule counts; turnout beside each."""
    say = language.say
    turnout = result.entitled, result.ballots, result.blank, result.invalid
    rows: list[tuple[Value, ...]] = [
        (line.rank, line.option.text, _number(line.points), int(line.chosen), *turnout) for line in result.lines
    ]
    head = (
        say("Rank"), say("Option"), measure(language, result.rule), say("Chosen"), say("Entitled"), say("Ballots"),
        say("Blank"), say("Invalid"),
    )  # fmt: skip
    return Sheet(result.poll.title, head, tuple(rows))


def evaluation_sheet(result: FormResult, language: Language) -> Sheet:
    """Every answer of every item with how often it was given; comments each on a row of their own."""
    say = language.say
    rows = [row for item in result.items for row in _item_rows(item, language)]
    head = (say("Item"), say("Answer"), say("Times given"), say("Number"), say("Missing"), say("Median"))
    return Sheet(result.form.title, head, tuple(rows))


def follow_up_sheet(items: Sequence[FollowUpRecord], language: Language) -> Sheet:
    """Decisions and actions with reason, department, day and state."""
    say, tell = language.say, language.tell
    rows: list[tuple[Value, ...]] = [
        (
            tell(title_of(item.kind)), item.text, item.reason, item.department, item.responsible,
            item.due_on.isoformat() if item.due_on else "", tell(title_of(item.state)), item.told_back,
        )
        for item in items
    ]  # fmt: skip
    head = (
        say("Kind"), say("Text"), say("Reason"), say("Department"), say("In charge"), say("Due"), say("State"),
        say("Told to citizens"),
    )  # fmt: skip
    return Sheet(say("Follow-ups"), head, tuple(rows))


def issue_sheet(issues: Sequence[LocalIssueRecord], language: Language) -> Sheet:
    """Local issues with place, kind and source."""
    say, tell = language.say, language.tell
    rows: list[tuple[Value, ...]] = [
        (
            issue.number, issue.text, issue.place, tell(title_of(issue.category)), tell(title_of(issue.source)),
            tell(title_of(issue.state)), issue.reason,
        )
        for issue in issues
    ]  # fmt: skip
    head = (say("No."), say("Local issue"), say("Place"), say("Kind"), say("Source"), say("State"), say("Reason"))
    return Sheet(say("Local issues"), head, tuple(rows))


def _item_rows(result: ItemResult, language: Language) -> list[tuple[Value, ...]]:
    item = result.item
    title = language.pick(item.text)
    if item.kind is ItemKind.TEXT:
        return [(title, text, 1, result.n, result.missing, "") for text in result.texts]
    if item.kind is ItemKind.RANKING:
        return [
            (title, f"{language.pick(item.labels.get(each.key, {}))} – {place}", count, result.n, result.missing, "")
            for each in result.places
            for place, count in place_counts(language, each, places_of(result))
        ]
    values = (
        [str(value) for value in range(item.low, item.high + 1)] if item.kind is ItemKind.LIKERT else [*item.labels]
    )
    values += [value for value in result.counts if value not in values]
    return [
        (title, _answer(value, result, language), result.counts.get(value, 0), result.n, result.missing, result.median)
        for value in values
    ]


def _answer(value: str, result: ItemResult, language: Language) -> str:
    label = language.pick(result.item.labels.get(value, {}))
    return f"{value} {label}".strip() if result.item.kind is ItemKind.LIKERT else label or value


def _number(points: Fraction) -> Value:
    return int(points) if points == int(points) else f"{float(points):.6g}"
